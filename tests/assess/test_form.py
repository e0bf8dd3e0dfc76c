"""A self-assessment without a terminal: the form, filled in and handed back."""

import json
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.strictyaml import parse
from tests.conftest import Isp
from tests.forms import files_in, refusal
from tests.moments import stop_clock

WHOLE = """\
ratings:
  brokering:
    confidence: 2
    importance: 5
    use: 3
    example: |
      I brought two services together.

      They met again.
  teams:
    confidence: 4
    importance: 4
    use: 5
"""


EVERYTHING = """\
context: {role: Coach}
ratings:
  teams: {confidence: 4, importance: 4, use: 5, difference: A year., example: We met.}
activities:
  teams.activity.1: Both
  teams.activity.2: wishes
  teams.activity.3:
principles:
  curious: I asked.
"""


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Return the file that the answers of this test stand in."""
    return tmp_path / "answers.yaml"


def test_the_template_asks_everything(isp: Isp, guide: Guide) -> None:
    """The form has a place for every answer about every competency, all of them empty."""
    result = isp("assess", "template")
    assert (result.exit_code, result.stderr) == (0, "")
    empty = dict.fromkeys(["confidence", "importance", "use", "difference", "example"])
    assert parse(result.stdout) == {
        "context": dict.fromkeys(["role", "setting", "work"]),
        "ratings": {each.id: empty for each in guide.competencies},
    }
    for competency in guide.competencies:
        assert f"  # {competency.name}\n  {competency.id}:\n" in result.stdout


def test_a_filled_template_becomes_a_record(isp: Isp, portfolio: Path, answers: Path) -> None:
    """The printed form, filled in and handed back, is a record, and its profile is shown."""
    form = isp("assess", "template").stdout
    before = (
        "  brokering:\n    confidence:\n    importance:\n    use:\n    difference:\n    example:\n"
    )
    after = (
        "  brokering:\n    confidence: 2\n    importance: 5\n    use: no-opportunity\n"
        "    example: |\n      I brought two services together.\n"
    )
    assert before in form
    answers.write_text(form.replace(before, after), encoding="utf-8")

    result = isp("assess", "--answers", str(answers))

    assert result.exit_code == 0
    kept = portfolio / "assessments" / "2027-01-04.md"
    assert files_in(portfolio) == ["assessments/2027-01-04.md"]
    assert result.stderr.split("\n")[0] == f"Kept in {kept}"
    assert result.stdout.startswith("Your profile, 4 January 2027\n\nTo develop\n")
    assert "    - Brokering\n" in result.stdout
    record = json.loads(isp("assess", "show", "--json").stdout)["data"]
    assert record["status"] == "finished"
    assert record["competencies"] == ["brokering"]
    assert record["ratings"] == {
        "brokering": {"confidence": 2, "importance": 5, "use": "no-opportunity"}
    }
    assert record["passages"] == {"example.brokering": "I brought two services together."}


def test_the_template_asks_just_what_is_chosen(isp: Isp, guide: Guide) -> None:
    """With options it prints one domain or competency, less of each, or more."""
    quick = parse(isp("assess", "template", "--domain", "sustaining", "--quick").stdout)
    assert quick["depth"] == "quick"
    assert quick["ratings"]["leaders"] == {"confidence": None}
    assert list(quick["ratings"]) == ["relationships", "teams", "capacity", "leaders"]
    deep = parse(
        isp(*["assess", "template", "--competency", "teams", "--activities", "--principles"]).stdout
    )
    teams = next(each for each in guide.competencies if each.id == "teams")
    assert deep["activities"] == {each.id: None for each in teams.activities}
    assert deep["principles"] == {each.id: None for each in guide.principles}


@pytest.mark.parametrize("words", [(), ("--domain", "co-creation")])
def test_a_form_never_holds_all_activities(isp: Isp, words: tuple[str, ...]) -> None:
    """The key activities are for a few competencies; the form asks which."""
    result = isp("assess", "template", "--activities", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Name them with --competency." in result.stderr


@pytest.mark.usefixtures("portfolio")
def test_the_whole_session_as_a_file(isp: Isp) -> None:
    """Work, ratings, differences, examples, activities and principles come back as they went in."""
    isp("assess", "--answers", "-", stdin=EVERYTHING)
    kept = json.loads(isp("assess", "show", "--json").stdout)["data"]
    assert kept["status"] == "finished"
    assert kept["activities"] == {"teams.activity.1": "both", "teams.activity.2": "wishes"}
    assert kept["activities_for"] == ["teams"]
    assert kept["principles"] == ["curious"]
    assert kept["passages"] == {
        "context.role": "Coach",
        "difference.teams": "A year.",
        "example.teams": "We met.",
        "principle.curious": "I asked.",
    }
    shown = isp("assess", "show").stdout
    for text in ("My role\n\n  Coach\n", "A moment: Be curious", "Key activities that I do:"):
        assert text in shown


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("ratings: {teams: {confidence: 3}}\ndepth: quick", "assessments/2027-01-04.md"),
        ("ratings: {}\nprinciples: {curious: I asked.}", "drafts/assessment-2027-01-04.md"),
        (
            "ratings: {}\nactivities: {teams.activity.1: does}",
            "drafts/assessment-2027-01-04.md",
        ),
    ],
)
def test_what_makes_a_form_whole(isp: Isp, portfolio: Path, words: str, kept: str) -> None:
    """Ratings do, as many as the depth asks for; without them it is a draft to go on with."""
    assert isp("assess", "--answers", "-", stdin=words).exit_code == 0
    assert files_in(portfolio) == [kept]


def test_the_record_on_disk(isp: Isp, portfolio: Path, answers: Path) -> None:
    """The file is readable without isp: ratings above, the example under its heading."""
    answers.write_text(WHOLE, encoding="utf-8")
    assert isp("assess", "--answers", str(answers)).exit_code == 0
    text = (portfolio / "assessments" / "2027-01-04.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n")
    fields = parse(front)
    assert fields.pop("id").startswith("assessment-20270104-093000-")
    assert fields == {
        "record": "assessment",
        "schema": 1,
        "status": "finished",
        "started": "2027-01-04T09:30:00+01:00",
        "finished": "2027-01-04T09:30:00+01:00",
        "guide": {"id": "implementation-support", "version": "1"},
        "depth": "full",
        "competencies": ["brokering", "teams"],
        "ratings": {
            "brokering": {"confidence": 2, "importance": 5, "use": 3},
            "teams": {"confidence": 4, "importance": 4, "use": 5},
        },
    }
    assert body == (
        "\n## An example from practice: Brokering <!-- example.brokering -->\n\n"
        "I brought two services together.\n\nThey met again.\n\n"
    )


def test_the_answers_may_come_from_standard_input(isp: Isp, portfolio: Path) -> None:
    """With - the form is read from standard input, and --json prints the record."""
    result = isp("assess", "--answers", "-", "--json", stdin=WHOLE)
    assert result.exit_code == 0
    shown = json.loads(result.stdout)
    assert shown["schema"] == "isp.assessment/1"
    assert shown["data"]["ratings"]["teams"] == {"confidence": 4, "importance": 4, "use": 5}
    assert files_in(portfolio) == ["assessments/2027-01-04.md"]


def test_a_second_assessment_leaves_the_first_as_it_is(isp: Isp, portfolio: Path) -> None:
    """Another assessment of the same day gets a file of its own."""
    isp("assess", "--answers", "-", stdin=WHOLE)
    first = (portfolio / "assessments" / "2027-01-04.md").read_bytes()
    isp("assess", "--answers", "-", stdin="ratings: {power: {confidence: not-applicable}}")
    assert files_in(portfolio) == ["assessments/2027-01-04-2.md", "assessments/2027-01-04.md"]
    assert (portfolio / "assessments" / "2027-01-04.md").read_bytes() == first


@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("dont-know", "dont-know"),
        ('"don\'t know"', "dont-know"),
        ("Don\N{RIGHT SINGLE QUOTATION MARK}t know", "dont-know"),
        ("No opportunity", "no-opportunity"),
        ("not_applicable", "not-applicable"),
        ("'3'", 3),
    ],
)
def test_answers_are_understood_however_they_are_spelt(
    isp: Isp, written: str, kept: str | int
) -> None:
    """An answer that is no level may be written as people write it."""
    isp("assess", "--answers", "-", stdin=f"ratings:\n  power:\n    confidence: {written}\n")
    record = json.loads(isp("assess", "show", "--json").stdout)["data"]
    assert record["ratings"]["power"]["confidence"] == kept


def test_half_an_assessment_is_a_draft(isp: Isp, portfolio: Path) -> None:
    """Where answers are missing a draft is kept, and it is said how to go on."""
    result = isp("assess", "--answers", "-", stdin="ratings: {brokering: {confidence: 2}}")
    assert result.exit_code == 0
    assert files_in(portfolio) == ["drafts/assessment-2027-01-04.md"]
    assert "this is a draft" in result.stderr
    assert "isp assess" in result.stderr


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("ratings:\n  brokring: {use: 1}\n", 2, "Did you mean Brokering?"),
        ("ratings:\n\n  brokering:\n    confidence: 7\n", 4, "it must be 1 to 5"),
        ("ratings:\n  brokering:\n    use: often\n", 3, "dont-know, no-opportunity"),
        ("ratings:\n  power:\n    importance: no-opportunity\n", 3, "is no answer to this"),
        ("ratings: {brokering: {use: 1},\n  Broker: {use: 2}}\n", 2, "same competency"),
        ("ratings:\n  brokering: {use: 1}\n  brokering: {use: 2}\n", 3, "stands here twice"),
        ("ratings:\n  brokering:\n    score: 1\n", 3, "score: is not known here"),
        ("rating:\n  brokering: {use: 1}\n", 1, "ratings: is missing"),
        ("ratings:\n  brokering:\n    use: 1\n   teams: 2\n", 4, "not valid YAML"),
        ("ratings:\n  brokering:\n  teams:\n    use:\n", 1, "nothing is filled in"),
        ("ratings: {}\nactivities: {teams.activity.99: does}\n", 2, "no key activity of this"),
        ("ratings: {}\nactivities: {teams.activity.1: often}\n", 2, "does, wishes, both"),
        ("ratings: {}\nprinciples: {brave: x}\n", 2, "no principle called 'brave'"),
        ("ratings: {}\nprinciples: {curious: x, be curious: y}\n", 2, "the same principle"),
        ("ratings: {}\ncontext: {role: Coach}\n", 1, "nothing is filled in"),
        (
            "ratings:\n  teams:\n    example: Item #3\n\n    use: 1 # or 2\n  power: {use: 1}\n",
            3,
            "behind #",
        ),
        ("ratings:\n  teams:\n    example: She said: no\n", 3, "with a colon in it"),
        ("ratings: {}\n", 1, "nothing is filled in"),
        ("ratings:\n", 1, "must hold fields"),
        ("", 1, "must hold fields"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(
    isp: Isp, portfolio: Path, text: str, line: int, words: str
) -> None:
    """A form that cannot be taken is refused whole, with the line and what is wrong there."""
    said = refusal(isp("assess", "--answers", "-", stdin=text), portfolio)
    assert said.startswith(f"standard input: line {line}: ")
    assert words in said
    assert said.endswith("Nothing was kept; mend the file and try again.")
    assert "?." not in said


def test_a_remark_behind_a_level_is_no_fault(isp: Isp, portfolio: Path) -> None:
    """A comment behind a number is one; a # in quotes, or below a |, is part of the text."""
    form = (
        "ratings:\n  teams:\n    confidence: 3 # or 4\n    importance: 4\n    use: 2\n"
        "    example: 'Item #3'\n    difference: |\n      See #4\n"
    )
    assert isp("assess", "--answers", "-", stdin=form).exit_code == 0
    (record,) = portfolio.glob("assessments/*.md")
    text = record.read_text(encoding="utf-8")
    assert "Item #3\n" in text
    assert "See #4\n" in text


def test_the_file_is_named_where_something_is_wrong(
    isp: Isp, portfolio: Path, answers: Path
) -> None:
    """The path stands before the line, so that an editor can be opened there."""
    answers.write_text("ratings:\n  brokering: {use: often, importance: 9}\n", encoding="utf-8")
    said = refusal(isp("assess", "--answers", str(answers)), portfolio)
    assert said.startswith(f"{answers}: line 2: ratings.brokering.")
    assert "(and 1 more)" in said


def test_the_empty_template_is_refused(isp: Isp, portfolio: Path) -> None:
    """A form in which nothing is filled in leads to no record."""
    form = isp("assess", "template").stdout
    said = refusal(isp("assess", "--answers", "-", stdin=form), portfolio)
    assert said.startswith("standard input: line ")
    assert "nothing is filled in yet" in said


def test_a_file_that_is_not_there(isp: Isp, portfolio: Path, answers: Path) -> None:
    """A path that leads nowhere is a slip on the command line."""
    said = refusal(isp("assess", "--answers", str(answers)), portfolio, code=2)
    assert said.startswith(f"{answers}: This cannot be read")


def test_a_folder_is_no_form(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """A folder in the place of a file is named as what cannot be read."""
    said = refusal(isp("assess", "--answers", str(tmp_path)), portfolio, code=2)
    assert said.startswith(f"{tmp_path}: This cannot be read")


def test_a_file_that_is_not_utf8(isp: Isp, portfolio: Path, answers: Path) -> None:
    """Bytes that are no UTF-8 text are named by their place."""
    answers.write_bytes(b"ratings: \xff")
    said = refusal(isp("assess", "--answers", str(answers)), portfolio, code=2)
    assert said == f"{answers}: This is not UTF-8 text (byte 10). Save it as UTF-8."


def test_a_byte_order_mark_is_no_fault(isp: Isp, portfolio: Path, answers: Path) -> None:
    """What some editors put before the text is not part of it."""
    answers.write_text(WHOLE, encoding="utf-8-sig")
    assert isp("assess", "--answers", str(answers)).exit_code == 0
    assert files_in(portfolio) == ["assessments/2027-01-04.md"]

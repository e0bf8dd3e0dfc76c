"""An assessment handed over: as a document, as JSON, and as rows for a spreadsheet."""

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.assess.export.markdown import as_markdown
from isp_cli.assess.export.rows import as_csv
from isp_cli.assess.nearby import LookedBackOn
from isp_cli.assess.record import Assessment, Rating
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import GuideVersion
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock

FORM = """\
ratings:
  brokering:
    confidence: 2
    importance: 5
    use: no-opportunity
    example: |
      I asked *two* services.

      They met again.
  co-design:
    confidence: not-applicable
  teams:
    confidence: 4
    importance: dont-know
    use: 5
"""
DOCUMENT = """\
# Self-assessment

Made on 4 January 2027.

One person's own view at one time, which is weak evidence by itself: a beginning for a \
conversation, not a result. Levels go from 1 to 5.

## For a conversation

**To develop**

- Brokering

**To leave for now**

- Co-design

**To talk about**

- Developing teams: how important it is to your role is open

## Brokering

- Confidence: 2 With preparation and some support
- Importance: 5 Central; the work fails without it
- Use: I had no opportunity

### An example from practice

I asked *two* services.

They met again.

## Co-design

- Confidence: It does not apply to my role

## Developing teams

- Confidence: 4 On my own, in most settings
- Importance: I don't know
- Use: 5 In nearly everything I did
"""
ROWS = [
    ("2027-01-04", "brokering", "Brokering", "confidence", "2"),
    ("2027-01-04", "brokering", "Brokering", "importance", "5"),
    ("2027-01-04", "brokering", "Brokering", "use", "no-opportunity"),
    ("2027-01-04", "co-design", "Co-design", "confidence", "not-applicable"),
    ("2027-01-04", "teams", "Developing teams", "confidence", "4"),
    ("2027-01-04", "teams", "Developing teams", "importance", "dont-know"),
    ("2027-01-04", "teams", "Developing teams", "use", "5"),
]


@pytest.fixture(autouse=True)
def _kept(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep an assessment; stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert isp("assess", "--answers", "-", stdin=FORM).exit_code == 0
    assert portfolio.exists()


def _own(assessment_id: str, guide: Guide, **ratings: Rating) -> Assessment:
    version = GuideVersion(id=guide.id, version=guide.version)
    begun = Assessment.begun(MOMENT, version, competencies=tuple(ratings), ratings=ratings)
    return begun.with_values(id=assessment_id)


@pytest.mark.parametrize("words", [(), ("-",), ("--format", "markdown"), ("-", "--force")])
def test_the_document_is_printed(isp: Isp, words: tuple[str, ...]) -> None:
    """Without a file the Markdown goes to standard output, and nothing else is said."""
    result = isp("assess", "export", *words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == DOCUMENT


def test_json_is_what_show_prints(isp: Isp) -> None:
    """The JSON is the envelope that other programs know from `show --json`."""
    result = isp("assess", "export", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == isp("assess", "show", "--json").stdout
    assert json.loads(result.stdout)["schema"] == "isp.assessment/1"


def test_csv_has_a_row_for_each_answer(isp: Isp) -> None:
    """The CSV is in long form, under a header, with the line ends of RFC 4180."""
    result = isp("assess", "export", "--format", "csv")
    assert (result.exit_code, result.stderr) == (0, "")
    text = result.stdout_bytes.decode("utf-8")
    assert text.count("\r\n") == text.count("\n") == len(ROWS) + 1
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == [
        *("assessment_id", "date", "competency_id", "competency_name", "aspect", "answer"),
        *("rating", "given", "status", "domain_id", "guide_id", "guide_version"),
    ]
    assert [tuple(row[1:6]) for row in rows] == ROWS
    assert {tuple(row[6:9]) for row in rows} == {("original", "2027-01-04", "finished")}
    assert rows[-1][9:] == ["sustaining-change", "implementation-support", "1"]
    record = json.loads(isp("assess", "show", "--json").stdout)["data"]
    assert {row[0] for row in rows} == {record["id"]}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(guide: Guide, sign: str) -> None:
    """What a spreadsheet would reckon with has an apostrophe before it, and is else as it was."""
    name = f'{sign}HYPERLINK("https://example.org","a")'
    named = guide.competencies[0].model_copy(update={"name": name})
    own = guide.model_copy(update={"competencies": (named, *guide.competencies[1:])})
    odd_id = f"{sign}x"
    assessment = _own(odd_id, own, **{named.id: Rating(confidence=1), odd_id: Rating(use=2)})
    rows = csv.reader(io.StringIO(as_csv([LookedBackOn(assessment)], own), newline=""))
    _, first, second = rows
    assert first[:6] == [f"'{odd_id}", "2027-01-04", named.id, f"'{name}", "confidence", "1"]
    assert second[:6] == [f"'{odd_id}", "2027-01-04", *[f"'{odd_id}"] * 2, "use", "2"]


def test_what_was_written_stays_in_its_place(guide: Guide) -> None:
    """A heading in an example goes below its own, and nothing in it is taken for HTML."""
    text = "# Before\n\n<b>Two</b> teams met."
    own = _own("assessment-1", guide, teams=Rating(confidence=4))
    document = as_markdown([LookedBackOn(own.with_text("example.teams", "", text))], guide)
    assert "\n#### Before\n\n\\<b>Two\\</b> teams met.\n" in document


def test_what_the_guide_no_longer_has_is_called_so(guide: Guide) -> None:
    """A rating of a competency that is gone goes along, and is named as such."""
    own = _own("assessment-1", guide, juggling=Rating(confidence=4, importance=1, use=1))
    document = as_markdown([LookedBackOn(own)], guide)
    assert "\n- juggling (not in this guide)\n" in document
    assert "\n## juggling (not in this guide)\n\n- Confidence: 4 " in document


def test_names_are_no_markup(guide: Guide) -> None:
    """A name in a guide of one's own is a heading as it stands; what is unrated says so."""
    named = guide.competencies[0].model_copy(update={"name": "Ask *and* [listen]"})
    own = guide.model_copy(update={"competencies": (named, *guide.competencies[1:])})
    text = as_markdown([LookedBackOn(_own("one", own, **{named.id: Rating()}))], own)
    assert "\n- Ask \\*and\\* \\[listen\\]: how important it is to your role is open\n" in text
    assert text.endswith("\n## Ask \\*and\\* \\[listen\\]\n\nNot rated.\n")


@pytest.mark.parametrize(
    ("name", "words", "begins", "said"),
    [
        ("a.md", (), b"# Self-assessment\n", "all that the assessment says"),
        ("a.json", (), b'{\n  "schema": "isp.assessment/1"', "all that the assessment says"),
        ("a.CSV", (), b"assessment_id,date,", "no examples"),
        ("a.text", ("--format", "markdown"), b"# Self-assessment\n", "all that"),
        ("a", (), b"# Self-assessment\n", "all that"),
        ("a.txt", ("--format", "csv"), b"assessment_id,date,", "no examples"),
    ],
)
def test_writing_a_file(
    isp: Isp, tmp_path: Path, name: str, words: tuple[str, ...], begins: bytes, said: str
) -> None:
    """--format decides, or else the end of the name; it is said where it went and what it holds."""
    result = isp("assess", "export", name, *words)
    assert (result.exit_code, result.stdout) == (0, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"Written to {Path(name)}. It holds ")
    assert said in line
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_csv_file_has_the_bytes_that_are_printed(isp: Isp, tmp_path: Path) -> None:
    """In a file the line ends are those of standard output."""
    assert isp("assess", "export", "a.csv").exit_code == 0
    printed = isp("assess", "export", "--format", "csv").stdout_bytes
    assert (tmp_path / "a.csv").read_bytes() == printed


@pytest.mark.parametrize("form", ["markdown", "json", "csv"])
def test_a_file_that_is_there_is_left_alone(isp: Isp, tmp_path: Path, form: str) -> None:
    """Nothing is written over unless it is said so."""
    there = tmp_path / "mine"
    there.write_text("mine\n", encoding="utf-8")
    result = isp("assess", "export", str(there), "--format", form)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{there}: This file is there already.")
    assert "--force" in line
    assert there.read_text(encoding="utf-8") == "mine\n"
    assert isp("assess", "export", str(there), "--format", form, "--force").exit_code == 0
    assert b"brokering" in there.read_bytes().lower()


def test_a_name_that_promises_another_form(isp: Isp, tmp_path: Path) -> None:
    """CSV is not written under a name that says something else."""
    result = isp("assess", "export", "a.xlsx", "--format", "csv")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("a.xlsx: isp writes CSV, not .xlsx. End the name with .csv")
    assert not (tmp_path / "a.xlsx").exists()


def test_another_than_the_latest(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --assessment it is the latest; with it, the one of that name."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    isp("assess", "--answers", "-", stdin="ratings: {power: {confidence: not-applicable}}")
    assert "## Addressing power differentials" in isp("assess", "export").stdout
    assert isp("assess", "export", "--assessment", "2027-01-04").stdout == DOCUMENT
    result = isp("assess", "export", "--assessment", "2020")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "There is no assessment called '2020'." in result.stderr


def test_a_draft_is_called_one(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is named is handed over as it is, and it is said how to go on with it."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    isp("assess", "--answers", "-", stdin="ratings: {power: {use: 3}}")
    result = isp("assess", "export", "--assessment", "2027-01-05")
    assert result.exit_code == 0
    assert "Begun on 5 January 2027; a draft." in result.stdout
    assert "- Use: 3 About once a month" in result.stdout
    assert result.stderr == "This assessment is a draft. To go on with it: isp assess\n"


def test_all_assessments_in_one_table(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --all every finished assessment is there, and the then-ratings as rows of their own."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=180))
    isp("assess", "--answers", "-", stdin="ratings: {teams: {confidence: 5}}")  # a draft
    isp("assess", "--answers", "-", stdin="ratings: {power: {confidence: not-applicable}}")
    form = isp("assess", "then", "template", "2027-01-04").stdout
    form = form.replace("brokering:", "brokering: 1").replace("teams:", "teams: no opportunity")
    assert isp("assess", "then", "--answers", "-", stdin=form).exit_code == 0
    result = isp("assess", "export", "--all", "--format", "csv")
    assert result.exit_code == 0
    assert result.stderr == (
        "Left out: assessment-2027-07-03, a draft. With --assessment it can be named.\n"
    )
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [
        tuple(row[each] for each in ("date", "competency_id", "answer", "rating", "given"))
        for row in rows
        if row["aspect"] == "confidence"
    ] == [
        ("2027-01-04", "brokering", "2", "original", "2027-01-04"),
        ("2027-01-04", "co-design", "not-applicable", "original", "2027-01-04"),
        ("2027-01-04", "teams", "4", "original", "2027-01-04"),
        ("2027-01-04", "brokering", "1", "then", "2027-07-03"),
        ("2027-01-04", "teams", "no-opportunity", "then", "2027-07-03"),
        ("2027-07-03", "power", "not-applicable", "original", "2027-07-03"),
    ]
    assert len({row["assessment_id"] for row in rows}) == 2


def test_several_that_are_named(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """--assessment may be repeated; the order is that of time, and each is there once."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=180))
    isp("assess", "--answers", "-", stdin="ratings: {power: {confidence: not-applicable}}")
    words = [
        each for day in ("07-03", "01-04", "01-04") for each in ("--assessment", f"2027-{day}")
    ]
    text = isp("assess", "export", *words).stdout
    assert text.count("# Self-assessment\n") == 2
    assert text.index("Made on 4 January 2027.") < text.index("Made on 3 July 2027.")
    shown = json.loads(isp("assess", "export", *words, "--format", "json").stdout)
    assert shown["schema"] == "isp.assessments/1"
    assert [each["competencies"][0] for each in shown["data"]] == ["brokering", "power"]


def test_looking_back_is_in_the_document(isp: Isp) -> None:
    """A then-rating stands below the original, and what one sees now at the end."""
    form = isp("assess", "then", "template").stdout
    form = form.replace("brokering:", "brokering: 1").replace("\nhindsight:", "\nhindsight: More.")
    isp("assess", "then", "--answers", "-", stdin=form)
    text = isp("assess", "export").stdout
    assert (
        "- Confidence: 2 With preparation and some support\n"
        "  - Looking back on 4 January 2027: 1 Not yet; I would need someone beside me\n"
    ) in text
    assert "\n## Looking back on 4 January 2027\n\nMore.\n" in text
    assert "response shift" in text


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--all", "--assessment", "2027-01-04"), 2, "--all and --assessment do not go together."),
        (("--assessment", "2020"), 4, "There is no assessment called '2020'."),
    ],
)
def test_what_cannot_be_exported(isp: Isp, words: tuple[str, ...], code: int, said: str) -> None:
    """One line says why."""
    result = isp("assess", "export", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.startswith(said)


def test_nothing_to_export(isp: Isp, portfolio: Path) -> None:
    """Where nothing is finished, --all has nothing, and what cannot be read is named."""
    (portfolio / "assessments" / "2027-01-04.md").write_bytes(b"\xff")
    result = isp("assess", "export", "--all")
    assert (result.exit_code, result.stdout) == (4, "")
    broken, nothing = result.stderr.splitlines()
    assert broken.startswith("Left out: ")
    assert nothing == "There is no finished assessment yet. To begin one: isp assess"


def test_all_that_was_said_is_in_the_document(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work, key activities and moments of principles are there, as they are on the screen."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    deeper = """
context: {role: I coach three teams.}
ratings: {teams: {confidence: 3, importance: 4, use: 4}}
activities: {teams.activity.1: does, teams.activity.2: wishes}
principles: {curious: I asked once more.}
"""
    assert isp("assess", "--answers", "-", stdin=deeper).exit_code == 0
    text, shown = isp("assess", "export").stdout, isp("assess", "show").stdout
    before, _, after = text.partition("\n## Developing teams\n")
    assert "\n\nI coach three teams.\n" in before
    assert "\n### Key activities that I do\n\n- " in after
    assert "\n### Key activities that I would like to do, or do more of\n\n- " in after
    assert after.index("Key activities") < after.index("I asked once more.")
    for each in ("I coach three teams.", "Key activities that I do:", "I asked once more."):
        assert each in shown

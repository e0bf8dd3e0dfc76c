"""A reflection without a terminal: the form, filled in and handed back."""

import json
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.strictyaml import parse
from tests.conftest import Isp
from tests.forms import files_in, refusal
from tests.moments import stop_clock


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


def test_the_template_asks_everything(isp: Isp, guide: Guide) -> None:
    """The form has every question and follow-up in words, and what can be chosen from."""
    result = isp("reflect", "template")
    assert (result.exit_code, result.stderr) == (0, "")
    form = parse(result.stdout)
    follow_ups = [item.id for each in guide.questions for item in each.items]
    questions = [each.id for each in guide.questions]
    assert sorted(form["answers"]) == sorted([*questions, *follow_ups, "question.10.with-whom"])
    assert form["status"] == "finished"
    assert set(form["answers"].values()) == {None}
    assert form["chosen"] == {f"question.{n}": [] for n in (2, 3, 5, 6, 7)}
    words = " ".join(result.stdout.replace("#", " ").split())
    for question in guide.questions:
        assert f"{question.number}. {question.text}" in words
    assert ", ".join(each.id for each in guide.principles) in words


def test_a_filled_template_becomes_a_record(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """The printed form, filled in and handed back, is a finished reflection in the portfolio."""
    form = isp("reflect", "template").stdout
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        form.replace("  question.1:\n", "  question.1: |\n    Slowly.\n\n    With others.\n")
        .replace("  question.7.a:\n", "  question.7.a: Two hours a month\n")
        .replace("  question.2: []\n", "  question.2: [Equity, curiosity, equity]\n"),
        encoding="utf-8",
    )

    result = isp("reflect", "--answers", str(answers))

    kept = portfolio / "reflections" / "2027-01-04-ten-questions.md"
    assert result.exit_code == 0
    assert files_in(portfolio) == ["reflections/2027-01-04-ten-questions.md"]
    assert f"Kept in {kept}" in result.stderr
    assert result.stdout.startswith("Reflection of 4 January 2027: 3 questions answered.\n")
    record = json.loads(isp("reflect", "show", "--json").stdout)["data"]
    assert record["status"] == "finished"
    assert record["chosen"] == {"question.2": ["equity", "curious"]}
    assert record["passages"] == {
        "question.1": "Slowly.\n\nWith others.",
        "question.7.a": "Two hours a month",
    }


def test_the_record_on_disk(isp: Isp, portfolio: Path) -> None:
    """Each answer stands under its question, readable without isp."""
    isp("reflect", "--answers", "-", stdin="answers:\n  question.10.a: In a workshop.\n")
    text = (portfolio / "reflections" / "2027-01-04-ten-questions.md").read_text(encoding="utf-8")
    assert text.endswith(
        "\n## 10 a. How can you best share them? <!-- question.10.a -->\n\nIn a workshop.\n\n"
    )


def test_the_record_can_be_printed_as_json(isp: Isp, portfolio: Path) -> None:
    """With --json the record is what is printed, and nothing else."""
    result = isp("reflect", "--answers", "-", "--json", stdin="chosen: {question.3: [teams]}")
    shown = json.loads(result.stdout)
    assert shown["schema"] == "isp.reflection/1"
    assert shown["data"]["chosen"] == {"question.3": ["teams"]}
    assert len(files_in(portfolio)) == 1


def test_answers_that_cannot_be_written_are_given_back(isp: Isp, portfolio: Path) -> None:
    """A form may have come through a pipe and lie nowhere else: its answers are shown."""
    portfolio.write_text("a file in the way", "utf-8")
    form = "answers:\n  question.1: Calmly.\n  question.4: In May.\n"
    result = isp("reflect", "--answers", "-", stdin=form)
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr.splitlines()[:3] == [
        "This reflection could not be saved. Copy it from here:",
        "Calmly.",
        "In May.",
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("answers:\n  question.1: a\n  question.77: b\n", 3, "question.1 to question.10.a"),
        ("answers:\n  question.1: true\n", 2, "must be text; put it in quotes"),
        ("answers: [a]\n", 1, "must hold fields"),
        ("chosen:\n  question.1: [curious]\n", 2, "is no question that asks to choose"),
        ("chosen:\n  question.2:\n  - curious\n  - equty\n", 4, "Did you mean Advance equity?"),
        ("chosen:\n  question.2: [brokering]\n", 2, "There is no principle called 'brokering'"),
        ("chosen:\n  question.2: curious\n", 2, "must be a list"),
        ("answers:\n  question.1: a\n  question.1: b\n", 3, "stands here twice"),
        ("answer:\n  question.1: a\n", 1, "answer: is not known here"),
        ("answers:\n  question.1: 'a\n", 3, "not valid YAML"),
        ("answers:\n  question.1: ' '\nchosen:\n  question.2: []\n", 1, "nothing is filled in"),
        ("{}", 1, "nothing is filled in"),
        ("status: done\n", 1, "status: is 'done'; it must be 'draft' or 'finished'"),
        ("answers:\n  question.7.a.teams: a\n", 2, "is about Developing teams; choose it under"),
        (
            "chosen:\n  question.7: [teams, brokering, co-design, facilitation]\n",
            2,
            "holds 4; choose at most 3",
        ),
        ("", 1, "must hold fields"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(
    isp: Isp, portfolio: Path, text: str, line: int, words: str
) -> None:
    """A form that cannot be taken is refused whole, with the line and what is wrong there."""
    said = refusal(isp("reflect", "--answers", "-", stdin=text), portfolio)
    assert said.startswith(f"standard input: line {line}: ")
    assert words in said
    assert said.endswith("Nothing was kept; mend the file and try again.")


def test_the_file_is_named_where_something_is_wrong(
    isp: Isp, portfolio: Path, tmp_path: Path
) -> None:
    """The path stands before the line, so that an editor can be opened there."""
    answers = tmp_path / "answers.yaml"
    answers.write_text("answers: {question.77: a}", encoding="utf-8")
    said = refusal(isp("reflect", "--answers", str(answers)), portfolio)
    assert said.startswith(f"{answers}: line 1: answers.question.77: ")


def test_files_that_cannot_be_read(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """A missing file and one that is no UTF-8 text are slips on the command line."""
    answers = tmp_path / "answers.yaml"
    missing = refusal(isp("reflect", "--answers", str(answers)), portfolio, code=2)
    assert missing.startswith(f"{answers}: This cannot be read")
    answers.write_bytes(b"answers: {question.1: caf\xe9}")
    garbled = refusal(isp("reflect", "--answers", str(answers)), portfolio, code=2)
    assert "not UTF-8 text (byte 26)" in garbled


def test_a_form_that_is_a_draft(isp: Isp, portfolio: Path) -> None:
    """With 'status: draft' it is kept among the drafts, to be gone on with; else it is finished."""
    form = isp("reflect", "template").stdout.replace("status: finished", "status: draft")
    filled = form.replace("  question.1:\n", "  question.1: Slowly.\n")
    result = isp("reflect", "--answers", "-", stdin=filled)
    assert "To go on: isp reflect" in result.stderr
    assert files_in(portfolio) == ["drafts/reflection-2027-01-04.md"]


def test_follow_ups_about_one_competency(isp: Isp, portfolio: Path) -> None:
    """What is written about one competency is kept for it, under the question with its name."""
    form = (
        "answers:\n  question.7.a: Time.\n  question.7.a.teams: A coach.\n"
        "  question.7.since: Much.\nchosen:\n  question.7: [Teams]\n"
    )
    result = isp("reflect", "--answers", "-", stdin=form)
    assert "isp plan" in result.stdout
    text = (portfolio / "reflections" / "2027-01-04-ten-questions.md").read_text(encoding="utf-8")
    assert "## 7 a. Developing teams: Which resources" in text
    assert "## 7. What has changed since last time? <!-- question.7.since -->\n\nMuch.\n" in text

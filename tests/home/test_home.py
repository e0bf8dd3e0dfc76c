"""`isp` alone: where one is in the cycle."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock

ASSESSMENT = "ratings: {brokering: {confidence: 2, importance: 5, use: 3}}"
HALF = "ratings: {brokering: {confidence: 2}}"
REFLECTION = "answers: {question.1: Slowly}"
PLAN = """\
goals:
- competency: brokering
  steps:
  - step: Draw a map
    by: 1 January 2027
  - step: Ask who is missing
    by: 4 January 2027
  - step: Shadow a meeting
    by: in two weeks
  - step: Host a meeting
    by: in 15 days
  - step: Think about it
"""


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


def keep(isp: Isp, **forms: str) -> None:
    """Keep a record of each verb named, with these answers."""
    for verb, answers in forms.items():
        assert isp(verb, "--answers", "-", stdin=answers).exit_code == 0


def test_the_first_time(isp: Isp, portfolio: Path) -> None:
    """Who has nothing yet reads what isp is and how to begin, and nothing is made."""
    result = isp()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("isp: reflective practice")
    for command in ("isp tour", "isp browse", "isp assess"):
        assert command in result.stdout
    assert not portfolio.exists()


def test_with_a_draft(isp: Isp, portfolio: Path) -> None:
    """What was begun is named with its day and the way to take it up."""
    keep(isp, assess=HALF)
    assert files_in(portfolio) == ["drafts/assessment-2027-01-04.md"]
    result = isp()
    assert (result.exit_code, result.stderr) == (0, "")
    assert (
        "Assessment begun on 4 January 2027, not finished. To go on: isp assess\n" in result.stdout
    )
    assert "Latest" not in result.stdout


@pytest.mark.usefixtures("portfolio")
def test_what_could_come_next(isp: Isp) -> None:
    """After each station of the cycle the next one is named, and at the end the first again."""
    keep(isp, reflect=REFLECTION)
    assert isp().stdout.endswith("What could come next: isp assess\n")
    keep(isp, assess=ASSESSMENT)
    assert isp().stdout.endswith("What could come next: isp plan\n")
    keep(isp, plan=PLAN)
    assert isp().stdout.endswith("practise, and look again when it suits you: isp assess\n")


@pytest.mark.usefixtures("portfolio")
def test_after_an_assessment_comes_a_reflection(isp: Isp) -> None:
    """Who has only assessed is shown the way to reflect."""
    keep(isp, assess=ASSESSMENT)
    assert isp().stdout.endswith("What could come next: isp reflect\n")


@pytest.mark.usefixtures("portfolio")
def test_the_latest_of_each_kind(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each kind the latest record is named with its day and the way to see it."""
    keep(isp, assess=ASSESSMENT, reflect=REFLECTION)
    stop_clock(monkeypatch, MOMENT + timedelta(days=30))
    keep(isp, assess=ASSESSMENT)
    assert isp().stdout.splitlines()[:2] == [
        "Latest assessment: 3 February 2027. To see it: isp assess show",
        "Latest reflection: 4 January 2027. To see it: isp reflect show",
    ]


@pytest.mark.usefixtures("portfolio")
def test_steps_that_are_due(isp: Isp) -> None:
    """Steps of the next two weeks are named with their day, and those that were due."""
    keep(isp, plan=PLAN)
    steps = [line for line in isp().stdout.splitlines() if line.startswith("  - ")]
    assert steps == [
        "  - Draw a map (was due 1 January 2027)",
        "  - Ask who is missing (due 4 January 2027)",
        "  - Shadow a meeting (due 18 January 2027)",
    ]


def test_a_step_that_was_ticked_is_not_named(isp: Isp, portfolio: Path) -> None:
    """A step that was ticked in an editor is done."""
    keep(isp, plan=PLAN)
    plan = portfolio / "plans" / "2027-01-04-2027.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("- [ ] Draw", "- [x] Draw"), encoding="utf-8")
    assert "Draw a map" not in isp().stdout
    assert "Ask who is missing" in isp().stdout


def test_a_file_that_cannot_be_read(isp: Isp, portfolio: Path) -> None:
    """A broken record is named on stderr and left alone; the others are shown."""
    keep(isp, assess=ASSESSMENT)
    broken = portfolio / "reflections" / "2027-01-01.md"
    broken.parent.mkdir()
    broken.write_text("no front matter\n", encoding="utf-8")
    result = isp()
    assert result.exit_code == 0
    assert result.stdout.startswith("Latest assessment: 4 January 2027.")
    assert result.stderr.startswith(f"{broken}: line 1: ")
    assert broken.read_text(encoding="utf-8") == "no front matter\n"

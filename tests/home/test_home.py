"""`isp` alone: where one is in the cycle."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.assess.others.record import View
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import GuideVersion
from isp_cli.portfolio.store import Store
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
        if verb == "note":
            assert isp(verb, "--", answers).exit_code == 0
            continue
        assert isp(verb, "--answers", "-", stdin=answers).exit_code == 0


def test_the_first_time(isp: Isp, portfolio: Path) -> None:
    """Who has nothing yet reads what isp is and the one thing to do first; nothing is made."""
    result = isp()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("isp: reflective practice")
    assert re.findall(r"isp [a-z]+", result.stdout) == ["isp tour"]
    assert not portfolio.exists()


def test_with_a_draft(isp: Isp, portfolio: Path) -> None:
    """What was begun is named with its day and the way to take it up; there is no more to say."""
    keep(isp, assess=HALF)
    assert files_in(portfolio) == ["drafts/assessment-2027-01-04.md"]
    result = isp()
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "You have begun.\n"
        "Assessment begun on 4 January 2027, not finished. To go on: isp assess\n"
        "What could come next: isp assess\n"
    )


@pytest.mark.usefixtures("portfolio")
def test_what_could_come_next(isp: Isp) -> None:
    """After each station of the cycle the next one is named, and at the end practice."""
    keep(isp, note="A moment.")
    assert isp().stdout.startswith("You wrote a note on 4 January 2027.\n")
    keep(isp, reflect=REFLECTION)
    assert isp().stdout.endswith("What could come next: isp assess\n")
    keep(isp, assess=ASSESSMENT)
    assert isp().stdout.endswith("What could come next: isp plan\n")
    keep(isp, plan="goals: [{competency: brokering}]")
    assert isp().stdout == (
        "You assessed yourself on 4 January 2027, reflected on 4 January 2027 and made a plan on "
        "4 January 2027.\n"
        "What could come next: practise, and keep what you notice: isp note\n"
    )


@pytest.mark.usefixtures("portfolio")
def test_after_an_assessment_comes_a_reflection(isp: Isp) -> None:
    """Who has only assessed is shown the way to reflect."""
    keep(isp, assess=ASSESSMENT)
    assert isp().stdout == (
        "You assessed yourself on 4 January 2027.\nWhat could come next: isp reflect\n"
    )


def test_when_the_plan_is_to_be_looked_at(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the day that was set a review is named; once it is held it no longer is."""
    keep(isp, assess=ASSESSMENT, reflect=REFLECTION, plan=f"reviews: [in a month]\n{PLAN}")
    assert "looked at" not in isp().stdout
    stop_clock(monkeypatch, MOMENT + timedelta(days=31))
    assert "The plan is to be looked at again today: isp plan review\n" in isp().stdout
    stop_clock(monkeypatch, MOMENT + timedelta(days=40))
    wanted = "The plan is to be looked at again since 4 February 2027: isp plan review\n"
    assert wanted in isp().stdout
    isp("plan", "review", "--answers", "-", stdin="goals: {brokering: {now: Go on.}}")
    assert "looked at" not in isp().stdout
    isp("plan", "close", "--answers", "-", stdin="looking_back: Enough.")
    wanted = "see what has changed: isp assess --competency brokering\n"
    assert isp().stdout.endswith(f"a plan on 13 February 2027.\nWhat could come next: {wanted}")
    keep(isp, assess=ASSESSMENT)
    assert isp().stdout.endswith("What could come next: isp plan\n")
    assert files_in(portfolio)


def test_a_review_that_is_not_finished(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review that was begun is named like a draft, and not asked for besides."""
    keep(isp, plan=f"reviews: [in a month]\n{PLAN}")
    stop_clock(monkeypatch, MOMENT + timedelta(days=40))
    store = Store(portfolio)
    (kept,) = store.finished(Plan)[0]
    store.save(kept, kept.record.with_values(reviewing=MOMENT.date() + timedelta(days=35)))
    said = isp().stdout
    assert "Review begun on 8 February 2027, not finished. To go on: isp plan review\n" in said
    assert said.count("isp plan review") == 1


@pytest.mark.usefixtures("portfolio")
def test_a_plan_whose_time_is_over(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Past its horizon a plan may be looked back on; no review is asked for besides."""
    keep(isp, plan=f"horizon: in a month\nreviews: [in 3 weeks]\n{PLAN}")
    stop_clock(monkeypatch, MOMENT + timedelta(days=60))
    said = isp().stdout
    assert "The plan ran until 4 February 2027. To look back and close it: isp plan close\n" in said
    assert "isp plan review" not in said


@pytest.mark.usefixtures("portfolio")
def test_two_active_plans(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both plans are named, each with its own steps."""
    keep(isp, plan=PLAN)
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    keep(
        isp,
        plan="reviews: [today]\ngoals: [{competency: teams, steps: [{step: Coach, by: today}]}]",
    )
    lines = isp().stdout.splitlines()
    assert lines[1:4] == [
        (
            "You have more than one active plan; --plan says which: "
            "2027-01-04-2027 and 2027-01-05-2027"
        ),
        "From 2027-01-04-2027:",
        "  - Draw a map (was due 1 January 2027)",
    ]
    assert lines[-4:-1] == [
        "The plan is to be looked at again today: isp plan review --plan 2027-01-05-2027",
        "From 2027-01-05-2027:",
        "  - Coach (due 5 January 2027)",
    ]


@pytest.mark.usefixtures("portfolio")
def test_a_note_of_a_year_ago(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """A note about these days a year ago is shown as text, with the way to read it."""
    isp("note", "Calm at [b]last[/b]")
    stop_clock(monkeypatch, MOMENT + timedelta(days=363))
    (line,) = [each for each in isp().stdout.splitlines() if each.startswith("A year ago")]
    said, _, command = line.partition(" (to read it: isp ")
    assert said == 'A year ago, on 4 January 2027, you noted "Calm at [b]last[/b]"'
    assert "Calm at [b]last[/b]" in isp(*command.removesuffix(")").split()).stdout
    isp("note", "Another", "--on", "2027-01-05")
    assert isp().stdout.count("isp note list --a-year-ago") == 1


def test_views_that_came_in(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For two weeks after others' views came in, the way to them is named; nobody's name is."""
    keep(isp, assess=ASSESSMENT)
    for name in ("Sample peer", "Sample colleague"):
        view = View.begun(MOMENT, GuideVersion(id="g", version="1"), status="received", name=name)
        Store(portfolio).add(view)
    said = "2 views of your work came in lately. To see them: isp assess views\n"
    assert said in isp().stdout
    stop_clock(monkeypatch, MOMENT + timedelta(days=15))
    assert "came in" not in isp().stdout


@pytest.mark.usefixtures("portfolio")
def test_many_steps_are_not_all_named(isp: Isp) -> None:
    """Five steps are named, the earliest first, and how many more there are."""
    steps = "".join(f"  - {{step: Step {n}, by: in {n} days}}\n" for n in range(8, 1, -1))
    keep(isp, plan=f"goals:\n- competency: teams\n  steps:\n{steps}")
    lines = isp().stdout.splitlines()
    assert lines[1] == "  - Step 2 (due 6 January 2027)"
    assert lines[5:7] == ["  - Step 6 (due 10 January 2027)", "    and 2 more: isp plan show"]


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
    assert result.stdout.startswith("You assessed yourself on 4 January 2027.")
    assert result.stderr.startswith(f"{broken}: line 1: ")
    assert broken.read_text(encoding="utf-8") == "no front matter\n"

"""`isp plan review` without a terminal, and what the file then holds."""

from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.strictyaml import parse
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.plan.step.test_command import PLAN

FILLED = """\
next_review: in 3 months
goals:
  brokering:
    happened: |
      They met.

      Twice.
    now: Go on.
  teams:
"""


@pytest.fixture
def plan(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of an active plan that was made a month ago."""
    stop_clock(monkeypatch)
    assert isp("plan", "--answers", "-", stdin=PLAN).exit_code == 0
    stop_clock(monkeypatch, MOMENT + timedelta(days=30))
    return portfolio / "plans" / "2027-01-04-2028.md"


def test_the_template_names_the_goals(isp: Isp, plan: Path) -> None:
    """The form has a place for each goal, and its steps to read beside."""
    result = isp("plan", "review", "template")
    assert result.exit_code == 0
    empty = {"happened": None, "learnt": None, "now": None}
    assert parse(result.stdout) == {
        "next_review": "2027-05-03",
        "goals": {"brokering": empty, "teams": empty},
    }
    assert "#   1. [ ] Draw a map, by 15 January 2027\n" in result.stdout
    assert plan.exists()


def test_the_template_spells_out_what_commands_a_terminal(isp: Isp, plan: Path) -> None:
    """A sign in a step that YAML does not take is spelt out, so that the form can be taken."""
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("- [ ] ", "- [ ] \x1b[31m", 1), encoding="utf-8")
    form = isp("plan", "review", "template").stdout
    assert "\\x1b[31m" in form
    assert "\x1b" not in form
    assert "YAML does not take" not in isp("plan", "review", "--answers", "-", stdin=form).stderr


def test_a_filled_form_is_kept_under_the_goal(isp: Isp, plan: Path) -> None:
    """What is said stands dated behind the goal's other passages; all else stays as it was."""
    before = plan.read_text(encoding="utf-8")
    result = isp("plan", "review", "--answers", "-", stdin=FILLED)
    assert (result.exit_code, result.stdout) == (
        0,
        (
            "Reviewed on 3 February 2027.\nTo be looked at again on 3 May 2027.\n"
            "To see the whole plan: isp plan show\n"
        ),
    )
    text = plan.read_text(encoding="utf-8")
    said = (
        "## Brokering: Review of 3 February 2027 <!-- review.2027-02-03.brokering -->\n\n"
        "### What happened\n\nThey met.\n\nTwice.\n\n### What now\n\nGo on.\n\n"
    )
    at = text.index(said)
    assert text.index("steps.brokering") < at < text.index("## Developing teams")
    dates = "reviews:\n- 2027-05-03\nreviewed_on: 2027-02-03\n"
    assert text.replace(said, "").replace(dates, "") == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("goals: {power: {now: x}}", "goals.power: is no goal of this plan; it has: brokering, te"),
        ("goals: {teams: {next: x}}", "goals.teams.next: is not known here"),
        ("goals: {teams: }", "goals: nothing is filled in yet"),
        ("next_review: yesterday\ngoals: {teams: {now: x}}", "2 February 2027 is past already"),
        ("next_review: soon\ngoals: {teams: {now: x}}", "'soon' is not a date isp knows"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(isp: Isp, plan: Path, text: str, said: str) -> None:
    """A form that cannot be taken leaves the plan as it is."""
    before = plan.read_bytes()
    result = isp("plan", "review", "--answers", "-", stdin=text)
    assert (result.exit_code, result.stdout) == (5, "")
    (line,) = result.stderr.splitlines()
    assert said in line
    assert plan.read_bytes() == before


def test_without_a_terminal(isp: Isp, plan: Path) -> None:
    """Where nobody can answer, the form is named."""
    result = isp("plan", "review")
    assert result.exit_code == 6
    assert "isp plan review template" in result.stderr
    assert plan.exists()

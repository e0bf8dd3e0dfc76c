"""`isp plan close`: what came of a plan, and what goes on."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.plan.close import carrying
from isp_cli.plan.close.dialogue import carried_over, looking_back
from isp_cli.plan.dialogue import dialogue
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step
from isp_cli.portfolio.reading import read
from isp_cli.portfolio.record import GuideVersion
from isp_cli.terminal.prompter import ChooseSeveral, Move
from isp_cli.terminal.walk import Left
from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock
from tests.plan.step.test_command import PLAN
from tests.pseudo_terminal import PseudoTerminal
from tests.scripted import ScriptedPrompter, play


@pytest.fixture
def plan(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of an active plan that was made a month ago, with one step done."""
    stop_clock(monkeypatch)
    isp("plan", "--answers", "-", stdin=PLAN)
    stop_clock(monkeypatch, MOMENT + timedelta(days=30))
    isp("plan", "step", "2", "--done", "Good.")
    return portfolio / "plans" / "2027-01-04-2028.md"


def test_closing_with_a_form(isp: Isp, portfolio: Path, plan: Path) -> None:
    """The plan is kept as closed, what goes on begins a draft, and an assessment is offered."""
    form = isp("plan", "close", "template").stdout
    assert "#   1. [ ] Draw a map, by 15 January 2027\n#   3. [ ] Coach one team" in form
    filled = (
        form.replace("looking_back:\n", "looking_back: It was worth it.\n")
        .replace("goals: []", "goals: [teams]")
        .replace("steps: []", "steps: [1]")
    )
    result = isp("plan", "close", "--answers", "-", stdin=filled)
    assert (result.exit_code, result.stdout) == (
        0,
        (
            "The plan of 4 January 2027 was closed on 3 February 2027. It is kept.\n"
            "To assess yourself in its competencies alone, and see what has changed:\n"
            "  isp assess --competency brokering --competency teams\n"
        ),
    )
    old, _ = read(Plan, plan)
    assert (old.status, old.closed) == ("closed", date(2027, 2, 3))
    assert old.text("looking-back") == "It was worth it."
    assert files_in(portfolio) == ["drafts/plan-2027-02-03.md", "plans/2027-01-04-2028.md"]
    new, _ = read(Plan, portfolio / "drafts" / "plan-2027-02-03.md")
    assert new.follows == old.id
    assert new.competencies == ("brokering", "teams")
    # A day that is past is not carried over; a step that was not named stays behind.
    assert new.steps("brokering") == (Step("Draw a map"),)
    assert new.steps("teams") == ()
    shown = isp("plan", "show", "2027-01-04").stdout
    assert shown.startswith("Development plan, 4 January 2027 (closed)\n")
    assert "Looking back\n\n  It was worth it." in shown


def test_what_is_carried_over_is_gone_through(guide: Guide) -> None:
    """In the new plan the time ahead is asked, then what is open: days, and further steps."""
    old = (
        Plan.begun(MOMENT, GuideVersion(id="g", version="1"))
        .for_competencies(("teams",))
        .saying("steps", "teams", "", "- [ ] Coach 📅 2027-01-05\n- [ ] Ask 📅 2027-04-01")
        .saying("evidence", "teams", "", "It runs.")
    )
    new = carrying.carried(old, guide, (), (1, 2), MOMENT + timedelta(days=30))
    assert new is not None
    played = play(
        lambda prompter: dialogue(guide, prompter, new),
        ("horizon", "2028-02-03"), ("reviews", "never"),
        ("activities.teams", Move.SKIP), ("further.teams", Move.SKIP),
        ("resources.teams", Move.SKIP), ("learn-from.teams", Move.SKIP),
        ("due.teams.1", "in a week"), ("helps.teams.2", "a colleague"), ("step.teams.3", Move.SKIP),
        ("obstacles.teams", Move.SKIP),
    )  # fmt: skip
    assert played.last.steps("teams") == (
        Step("Coach", date(2027, 2, 10)),
        Step("Ask", date(2027, 4, 1), helps="a colleague"),
    )
    assert played.last.said("evidence", "teams") == "It runs."


def test_nothing_need_go_on(isp: Isp, portfolio: Path, plan: Path) -> None:
    """With nothing to carry over there is no draft, and no active plan."""
    assert isp("plan", "close", "--answers", "-", stdin="looking_back: Enough.").exit_code == 0
    assert files_in(portfolio) == ["plans/2027-01-04-2028.md"]
    closed = isp("plan", "close", "--answers", "-", stdin="looking_back: Enough.")
    assert (closed.exit_code, closed.stderr) == (
        4,
        "There is no active plan. To make one: isp plan\n",
    )
    named = isp("plan", "step", "1", "--done", "", "--plan", plan.stem)
    assert (named.exit_code, named.stderr.startswith("This plan is closed.")) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("looking_back:\ncarry_over_goals: []", "nothing is filled in yet"),
        ("carry_over_goals: [power]", "'power' is no goal of this plan; it has: brokering, teams"),
        ("carry_over_steps: [2]", "'2' is not the number of an open step of this plan"),
        ("carry_over_steps: [one]", "'one' is not the number"),
    ],
)
def test_what_cannot_go_on(isp: Isp, plan: Path, text: str, said: str) -> None:
    """What the plan does not have is named, and the plan stays open."""
    before = plan.read_bytes()
    result = isp("plan", "close", "--answers", "-", stdin=text)
    assert result.exit_code == 5
    assert said in result.stderr
    assert plan.read_bytes() == before


def test_the_conversation(guide: Guide) -> None:
    """It asks what has come of the plan, and offers its goals and open steps to go on."""
    begun = (
        Plan.begun(MOMENT, GuideVersion(id="g", version="1"))
        .for_competencies(("teams", "gone"))
        .saying("steps", "teams", "", "- [ ] Coach 📅 2027-04-01\n- [x] Ask")
    )
    talked = play(lambda prompter: looking_back(prompter, begun), ("looking-back", "Well."))
    assert talked.last.text("looking-back") == "Well."
    with ScriptedPrompter(("carry", ("goal.gone", "step.1"))) as prompter:
        assert carried_over(guide, prompter, begun) == (["gone"], [1])
    (asked,) = prompter.asked
    assert isinstance(asked, ChooseSeveral)
    assert [each.label for each in asked.choices] == [
        "Developing teams: the goal",
        "Coach, by 1 April 2027 (a step of it)",
        "gone (not in this guide): the goal",
    ]
    with ScriptedPrompter(("carry", Move.SKIP)) as prompter:
        assert carried_over(guide, prompter, begun) == ([], [])
    with ScriptedPrompter(("carry", Move.LATER)) as prompter, pytest.raises(Left):
        carried_over(guide, prompter, begun)
    assert carrying.assessing(begun, guide) == ("assess", "--competency", "teams")


def test_the_loop_closes_at_a_terminal(portfolio: Path, plan: Path) -> None:
    """After a plan is closed, an assessment of just its competencies begins at once."""
    with PseudoTerminal("--plain", "plan", "close", portfolio=portfolio) as terminal:
        terminal.is_asked("Looking back on the plan")
        terminal.writes("It was worth it.")
        terminal.is_asked("What would you like to carry over", offered="Coach one team")
        terminal.types("/skip\r")
        terminal.is_asked("isp assess --competency brokering --competency teams", "now?")
        terminal.types("1\r")
        for question in ("What is your role", "In what setting", "What is the work about"):
            terminal.is_asked(question)
            terminal.types("\r")
        terminal.is_asked("Brokering, 1 of 2")
        terminal.types("\x03")
        assert terminal.ends() == 130
    assert "status: closed" in plan.read_text(encoding="utf-8")


def test_leaving_the_offer_with_ctrl_d_is_no(portfolio: Path, plan: Path) -> None:
    """The plan is closed by then; who closes the window or presses Ctrl-D need not answer."""
    with PseudoTerminal("plan", "close", portfolio=portfolio) as terminal:
        terminal.is_asked("Looking back on the plan")
        terminal.types("/skip\r")
        terminal.is_asked("What would you like to carry over")
        terminal.types("\r")
        terminal.is_asked("Would you like to assess yourself", offered="Not now")
        terminal.types("\x04")
        assert terminal.ends() == 0
    assert "status: closed" in plan.read_text(encoding="utf-8")

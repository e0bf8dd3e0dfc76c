"""`isp plan step` as a conversation."""

from datetime import date

import pytest

from isp_cli.errors import NotFound
from isp_cli.guide.model import Guide
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import Act
from isp_cli.plan.step.dialogue import dialogue
from isp_cli.plan.steps import Step
from isp_cli.portfolio.record import GuideVersion
from isp_cli.terminal.prompter import Choose, Enter, Move
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

TODAY = date(2027, 2, 1)
BROKERING = "- [ ] Draw a map 📅 2027-01-15\n- [x] Ask a colleague\n- [ ] Report 🔁 every month"


def talk(
    guide: Guide, *script: tuple[str, Reply], which: str | None = None, goals: tuple[str, ...] = ()
) -> Played[Plan]:
    """Return what comes of a conversation on 1 February 2027."""
    plan = (
        Plan.begun(MOMENT, GuideVersion(id="implementation-support", version="1"), status="active")
        .for_competencies(goals or ("brokering", "teams"))
        .saying("steps", "brokering", "Brokering", BROKERING)
    )
    return play(lambda prompter: dialogue(Act(guide, TODAY), prompter, plan, which), *script)


def test_several_steps_one_after_the_other(guide: Guide) -> None:
    """What became of each step is kept at once, then the line on it; until there is no more."""
    played = talk(
        guide,
        ("step", "1"),
        ("fate", "done"),
        ("came", "They were glad."),
        ("step", "3"),
        ("fate", "moved"),
        ("due", "in a month"),
        ("came", Move.SKIP),
        ("step", "finish"),
    )
    assert len(played.records) == 3
    assert played.records[0].steps("brokering")[0] == Step(
        "Draw a map", date(2027, 1, 15), done=True, ended=TODAY
    )
    assert [each.came for each in played.last.steps("brokering")] == [
        ("1 February 2027: They were glad.",),
        (),
        ("1 February 2027: moved to 1 March 2027",),
    ]


def test_open_steps_are_offered(guide: Guide) -> None:
    """Open steps are named with their goal and what is overdue; the others on request."""
    played = talk(guide, ("step", "over"), ("step", "2"), ("fate", Move.BACK), ("step", "finish"))
    first, all_ = (each for each in played.prompter.asked[:2] if isinstance(each, Choose))
    assert [(each.value, each.label) for each in first.choices] == [
        ("1", "Draw a map, by 15 January 2027 (Brokering), was due"),
        ("3", "Report (Brokering)"),
        ("add", "Add a step"),
        ("over", "A step that is done or dropped"),
        ("finish", "Nothing more"),
    ]
    assert [each.value for each in all_.choices] == ["1", "2", "3", "add", "finish"]
    assert played.records == []


def test_a_step_is_added(guide: Guide) -> None:
    """A further step is kept with its words, then with its day, then with who helps."""
    played = talk(
        guide,
        ("step", "add"),
        ("goal", "teams"),
        ("what", "Coach one team"),
        ("due", "end of March"),
        ("helps", "a colleague"),
        ("step", "finish"),
    )
    assert [each.steps("teams") for each in played.records] == [
        (Step("Coach one team"),),
        (Step("Coach one team", date(2027, 3, 31)),),
        (Step("Coach one team", date(2027, 3, 31), helps="a colleague"),),
    ]


def test_a_step_named_beforehand(guide: Guide) -> None:
    """Who names the step is asked about that one alone."""
    played = talk(guide, ("fate", "dropped"), ("came", "No use."), which="map")
    (step, *_) = played.last.steps("brokering")
    assert (step.is_dropped, step.came) == (True, ("1 February 2027: No use.",))
    with pytest.raises(NotFound):
        talk(guide, which="9")


def test_a_day_in_the_past_is_asked_again(guide: Guide) -> None:
    """A step moves to a day to come; one that is past is named."""
    played = talk(guide, ("step", "1"), ("fate", "moved"), ("due", Move.LATER))
    due = played.question("due")
    assert isinstance(due, Enter)
    assert due.check("2027-01-31") == "31 January 2027 is past already. Write a day from today on."
    assert played.left
    assert played.records == []


def test_what_repeats_is_left_to_its_program(guide: Guide) -> None:
    """A step that a plug-in repeats is ticked; that the next one is not added is said."""
    played = talk(guide, ("fate", "done"), ("came", Move.SKIP), which="3")
    (told,) = played.prompter.told
    assert "marked to be repeated" in told
    assert played.last.said("steps", "brokering").endswith(
        "- [x] Report 🔁 every month ✅ 2027-02-01"
    )


def test_a_goal_that_the_guide_no_longer_has(guide: Guide) -> None:
    """Its steps can be gone on with; its id stands for its name."""
    played = talk(guide, ("step", "finish"), goals=("gone", "brokering"))
    (question,) = played.prompter.asked
    assert isinstance(question, Choose)
    assert question.choices[0].label.startswith("Draw a map")
    added = talk(
        guide, ("step", "add"), ("goal", "gone"), ("what", "Look"), ("due", Move.LATER),
        goals=("gone", "brokering"),
    )  # fmt: skip
    assert added.question("due").place == "gone (not in this guide)"
    assert added.last.steps("gone") == (Step("Look"),)

"""Going back in the conversation of a plan, and taking it up again."""

from datetime import date

import pytest

from isp_cli.guide.model import Guide
from isp_cli.plan.steps import Step
from isp_cli.terminal.prompter import ChooseSeveral, Enter, Move, Write
from tests.plan.test_dialogue import GOAL, THREE, YEAR, begun, further, plan


def test_choosing_goals_again_keeps_what_was_said(guide: Guide) -> None:
    """A goal that stays keeps its answers; one that goes takes nothing from the others."""
    played = plan(
        guide,
        begun(),
        ("goals", ("teams", "leaders")),
        YEAR,
        THREE,
        *further("teams"),
        ("resources.teams", "Our charters."),
        ("learn-from.teams", Move.BACK),
        ("resources.teams", Move.BACK),
        ("further.teams", Move.BACK),
        ("activities.teams", Move.BACK),
        ("review-days", Move.BACK),
        ("reviews", Move.BACK),
        ("horizon", Move.BACK),
        ("goals", ("brokering", "teams")),
        *further("brokering"),
        ("resources.brokering", Move.SKIP),
        ("learn-from.brokering", Move.SKIP),
        ("step.brokering.1", Move.SKIP),
        ("evidence.brokering", Move.SKIP),
        ("obstacles.brokering", Move.SKIP),
        ("learn-from.teams", Move.LATER),
    )
    goals = played.question("goals")
    assert isinstance(goals, ChooseSeveral)
    assert goals.current == ("teams", "leaders")
    assert played.last.competencies == ("brokering", "teams")
    assert played.last.said("resources", "teams") == "Our charters."


def test_a_step_and_its_date_can_be_changed(guide: Guide) -> None:
    """Going back from the next step leads to the date and to the step, as they are so far."""
    played = plan(
        guide,
        begun(),
        GOAL,
        YEAR,
        THREE,
        *further("teams"),
        ("resources.teams", Move.SKIP),
        ("learn-from.teams", Move.SKIP),
        ("step.teams.1", "Coach one team"),
        ("due.teams.1", "in a week"),
        ("helps.teams.1", Move.SKIP),
        ("step.teams.2", Move.BACK),
        ("helps.teams.1", Move.BACK),
        ("due.teams.1", "in two weeks"),
        ("step.teams.2", Move.BACK),
        ("helps.teams.1", Move.BACK),
        ("due.teams.1", Move.BACK),
        ("step.teams.1", "Coach two teams"),
        ("step.teams.2", Move.SKIP),
        ("evidence.teams", Move.SKIP),
        ("obstacles.teams", Move.SKIP),
    )
    step, due = played.question("step.teams.1"), played.question("due.teams.1")
    assert isinstance(step, Enter)
    assert isinstance(due, Enter)
    assert (step.current, due.current) == ("Coach one team", "2027-01-18")
    assert played.last.steps("teams") == (Step("Coach two teams", date(2027, 1, 18)),)
    another = played.question("step.teams.2")
    assert [str(each) for each in another.context] == ["  - Coach two teams, by 18 January 2027"]


@pytest.mark.parametrize("written", ["someday", "31 February 2027", "", "next time"])
def test_what_is_no_date_is_refused_with_an_example(guide: Guide, written: str) -> None:
    """A date that isp does not know is named, and forms that it knows beside it."""
    draft = begun().for_competencies(("teams",)).saying("steps", "teams", "", "- [ ] Coach")
    played = plan(
        guide,
        draft,
        YEAR,
        THREE,
        *further("teams"),
        ("resources.teams", Move.SKIP),
        ("learn-from.teams", Move.SKIP),
        ("due.teams.1", Move.LATER),
    )
    due = played.question("due.teams.1")
    assert isinstance(due, Enter)
    assert due.check("in 6 weeks") is None
    wrong = due.check(written) or ""
    assert f"'{written}'" in wrong
    assert "15 January, in 3 weeks, next Friday or end of March" in wrong
    assert "past" in (due.check("3 January 2027") or "")
    assert due.check("4 January 2027") is None


def test_it_is_taken_up_behind_the_last_answer(guide: Guide) -> None:
    """What has an answer is not asked again, nor what was skipped before it."""
    draft = (
        begun()
        .for_competencies(("brokering", "teams"))
        .with_values(horizon=date(2028, 1, 4), reviews=())
        .saying("resources", "brokering", "Brokering", "Time.")
        .saying("learn-from", "brokering", "Brokering", "A colleague.")
        .saying("steps", "brokering", "Brokering", "- [ ] Draw a map")
        .saying("evidence", "brokering", "Brokering", "They call.")
        .saying("resources", "teams", "Developing teams", "Charters.")
        .saying(
            "steps", "teams", "Developing teams", "My note\n- [ ] Ask\n- [x] Begin 📅 2027-02-01"
        )
    )
    played = plan(
        guide,
        draft,
        ("helps.teams.2", "My lead"),
        ("step.teams.3", "Go on"),
        ("due.teams.3", Move.LATER),
    )
    assert played.last.said("steps", "teams") == (
        "My note\n- [ ] Ask\n- [x] Begin 📅 2027-02-01\n  - Who helps: My lead\n- [ ] Go on"
    )


def test_an_answer_so_far_can_be_gone_back_to(guide: Guide) -> None:
    """What was written for a goal is there to be written on."""
    played = plan(
        guide,
        begun(),
        GOAL,
        YEAR,
        THREE,
        *further("teams"),
        ("resources.teams", "Our charters."),
        ("learn-from.teams", Move.BACK),
        ("resources.teams", "Our charters,\nand time."),
        ("learn-from.teams", Move.LATER),
    )
    resources = played.question("resources.teams")
    assert isinstance(resources, Write)
    assert resources.current == "Our charters."
    assert played.last.said("resources", "teams") == "Our charters,\nand time."

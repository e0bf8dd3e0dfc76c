"""What was written before is there when a plan is made: to read, to keep or to change."""

import datetime as dt
from pathlib import Path

import pytest

from isp_cli.assess.others.offers import Offer
from isp_cli.assess.record import Assessment, Rating
from isp_cli.guide.model import Guide
from isp_cli.note.found import FoundNote
from isp_cli.plan.beside import Before, gathered
from isp_cli.plan.dialogue import dialogue
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step
from isp_cli.plan.suggestions import ideas, suggestions
from isp_cli.portfolio.record import GuideVersion
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.prompter import Enter, Move, Write
from tests.moments import MOMENT
from tests.plan.test_dialogue import GOAL, THREE, YEAR, begun, further
from tests.scripted import Played, Reply, play

VERSION = GuideVersion(id="implementation-support", version="1")


def note(title: str, day: dt.date, competency: str = "teams") -> FoundNote:
    """Return a note on a competency."""
    path = Path("notes", f"{title}.md")
    return FoundNote(path, title, day, title, (competency,), (), "", "", "", True, title, True)


BEFORE = Before(
    assessment=Assessment.begun(
        MOMENT, VERSION, competencies=("teams",),
        ratings={"teams": Rating(confidence=1, importance=5, use=3)},
        activities={"teams.activity.9": "both", "teams.activity.10": "does"},
    ),
    reflections=[
        Reflection.begun(MOMENT, VERSION, chosen={"question.7": ("teams",)})
        .with_text("question.7.a.teams", "", "Our charters.")
        .with_text("question.7.b.teams", "", "a colleague.")
        .with_text("question.7.c.teams", "", "- Watch a meeting\n\nAsk a colleague"),
        Reflection.begun(MOMENT, VERSION).with_text("question.1", "", "Later, of something else."),
    ],
    notes=[note("Tense", dt.date(2026, 12, 1)), note("Calm [b]", dt.date(2026, 12, 24))],
    offers={"teams": (Offer("a peer", "3 January 2027", "I run a team day.\nCome along."),)},
)  # fmt: skip


def plan(guide: Guide, *script: tuple[str, Reply], record: Plan | None = None) -> Played[Plan]:
    """Return what comes of making a plan with all of that before."""
    found = gathered(guide, BEFORE)
    return play(lambda prompter: dialogue(guide, prompter, record or begun(), found=found), *script)


def test_what_is_read_beside(guide: Guide) -> None:
    """Beside the choice stand profile, reflection and notes; at the goal what bears on it."""
    played = plan(guide, GOAL, YEAR, THREE, *further("teams"), ("resources.teams", Move.SKIP),
                  ("learn-from.teams", Move.LATER))  # fmt: skip
    beside = [str(each) for each in played.question("goals").context]
    assert beside[-4:] == [
        "Your notes touch:",
        "    - Developing teams (2 notes)",
        "",
        "Which ones to work on is yours to decide.",
    ]
    assert "Question 7, your answer of 4 January 2027:" in beside
    assert [str(each) for each in played.question("activities.teams").context] == [
        "In your profile of 4 January 2027: To develop.",
        "You said then that you would like to do, or do more of:",
        "  - Work towards stronger cohesion in the team and greater trust among its members.",
        "Your latest notes on it:",
        "  - 24 December 2026: Calm [b]",
        "  - 1 December 2026: Tense",
    ]
    assert [str(each) for each in played.question("learn-from.teams").context][:2] == [
        "Others offered this:",
        "  - a peer, 3 January 2027: I run a team day. Come along.",
    ]


def test_what_was_said_of_question_7_is_taken_up(guide: Guide) -> None:
    """Resources and people stand in the plan to keep or change; lines on steps by number."""
    played = plan(
        guide, GOAL, YEAR, THREE, *further("teams"),
        ("resources.teams", Move.SKIP),
        ("learn-from.teams", "a colleague and a peer."),
        ("step.teams.1", "2"), ("due.teams.1", "in 2 weeks"), ("helps.teams.1", Move.SKIP),
        ("step.teams.2", Move.LATER),
    )  # fmt: skip
    resources = played.question("resources.teams")
    assert isinstance(resources, Write)
    assert resources.current == "Our charters."
    assert str(resources.context[-1]).startswith(
        "You wrote this in your reflection. /skip keeps it"
    )
    assert played.last.said("resources", "teams") == "Our charters."
    assert played.last.said("learn-from", "teams") == "a colleague and a peer."
    assert played.last.steps("teams") == (Step("Ask a colleague", dt.date(2027, 1, 18)),)
    assert [str(each) for each in played.question("step.teams.2").context][-2:] == [
        "   1. Watch a meeting",
        "   2. Ask a colleague",
    ]


def test_what_was_taken_up_is_asked_once(guide: Guide) -> None:
    """A draft that is taken up goes on behind the last answer that was given for it."""
    first = plan(guide, GOAL, YEAR, THREE, *further("teams"), ("resources.teams", Move.LATER))
    second = plan(
        guide, *further("teams"), ("resources.teams", Move.SKIP), ("learn-from.teams", Move.SKIP),
        ("step.teams.1", "Begin"), ("due.teams.1", Move.LATER), record=first.last,
    )  # fmt: skip
    plan(guide, ("due.teams.1", Move.LATER), record=second.last)


def test_suggestions_are_the_projects_own_and_come_on_request(guide: Guide) -> None:
    """Those for the key activities that were chosen can be asked for, and started from."""
    chosen = ("teams.activity.4",)
    played = plan(
        guide, GOAL, YEAR, THREE, ("activities.teams", chosen), ("further.teams", Move.SKIP),
        ("resources.teams", Move.SKIP), ("learn-from.teams", Move.SKIP),
        ("step.teams.1", "3"), ("due.teams.1", Move.LATER),
    )  # fmt: skip
    question = played.question("step.teams.1")
    (aside,) = question.asides
    lines = [str(each) for each in aside.lines]
    assert aside.word == "ideas"
    assert lines[0].startswith("Suggestions of isp's own, not the guide's.")
    assert lines[1] == f"   3. {suggestions().activities['teams.activity.4']}"
    assert len(lines) == 1 + 5
    assert played.last.steps("teams")[0].what == suggestions().activities["teams.activity.4"]


def test_every_key_activity_has_suggestions_of_every_kind(guide: Guide) -> None:
    """All of the guide is covered: something to try for each, and for each competency the rest."""
    known = suggestions()
    assert set(known.activities) == {
        each.id for part in guide.competencies for each in part.activities
    }
    assert set(known.competencies) == {each.id for each in guide.competencies}
    for kinds in known.competencies.values():
        assert {"try", *kinds} == set(known.kinds)
    every = [
        *known.activities.values(),
        *(t for k in known.competencies.values() for t in k.values()),
    ]
    assert len(set(every)) == len(every)
    assert not [each for each in every if each.endswith(".") or "\n" in each]


@pytest.mark.parametrize("competency", ["gone", "../x"])
def test_another_guide_has_no_suggestions(guide: Guide, competency: str) -> None:
    """For what the guide does not have there is nothing to suggest."""
    assert ideas(guide, competency, ()) == ()
    question = plan(guide, GOAL, YEAR, THREE, ("activities.teams", Move.LATER)).prompter.asked[-1]
    assert not isinstance(question, Enter)

"""`isp plan review` as a conversation."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isp_cli.guide.model import Guide
from isp_cli.plan.record import Plan
from isp_cli.plan.review import said
from isp_cli.plan.review.dialogue import dialogue
from isp_cli.plan.step.acts import Act
from isp_cli.plan.steps import Step
from isp_cli.portfolio.record import GuideVersion
from isp_cli.terminal.prompter import Enter, Move, Write
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

TODAY = date(2027, 4, 1)
PLANNED = (date(2027, 4, 4), date(2027, 7, 4))
CAME = "1 April 2027: They meet alone."
FURTHER = ("step.teams.2", Move.SKIP)


def plan(**values: object) -> Plan:
    """Return an active plan with a step that is due on 1 April 2027."""
    fields = {"status": "active", "horizon": date(2028, 1, 4), "reviews": PLANNED, **values}
    begun = Plan.begun(MOMENT, GuideVersion(id="implementation-support", version="1"), **fields)
    return (
        begun.for_competencies(("teams",))
        .saying("steps", "teams", "Developing teams", "- [ ] Coach one team 📅 2027-04-01")
        .saying("evidence", "teams", "Developing teams", "It runs.")
    )


def review(
    guide: Guide, record: Plan, *script: tuple[str, Reply], new: bool = False
) -> Played[Plan]:
    """Return what comes of a review on 1 April 2027."""
    return play(lambda prompter: dialogue(Act(guide, TODAY), prompter, record, new=new), *script)


def test_a_whole_review(guide: Guide) -> None:
    """Due steps come first, then three questions for the goal, then the next day."""
    played = review(
        guide,
        plan(),
        ("fate", "done"),
        ("came", "They meet alone."),
        ("happened.teams", "We met twice.\nIt held."),
        ("learnt.teams", "To wait."),
        ("now.teams", "Step back."),
        ("step.teams.2", "Watch one meeting"),
        ("due.teams.2", "in 3 weeks"),
        ("helps.teams.2", Move.SKIP),
        ("step.teams.3", Move.SKIP),
        ("next-review", Move.SKIP),
    )
    further = played.question("step.teams.3")
    assert [str(each) for each in further.context] == [
        "  [x] Coach one team, by 1 April 2027 (done 1 April 2027)",
        "  - Watch one meeting, by 22 April 2027",
    ]
    made = played.last
    assert made.review(TODAY, "teams") == (
        "### What happened\n\nWe met twice.\nIt held.\n\n### What I learnt\n\nTo wait.\n\n"
        "### What now\n\nStep back."
    )
    assert made.steps("teams") == (
        Step(
            "Coach one team",
            TODAY,
            done=True,
            ended=TODAY,
            came=("1 April 2027: They meet alone.",),
        ),
        Step("Watch one meeting", date(2027, 4, 22)),
    )
    assert (made.reviewing, made.reviewed_on, made.last_review) == (None, TODAY, TODAY)
    # The one that was planned three days later is held now.
    assert made.reviews == (TODAY, date(2027, 7, 4))
    assert made.reviews_ahead == (date(2027, 7, 4),)
    keys = [each.key for each in made.passages]
    assert keys == ["steps.teams", "evidence.teams", "review.2027-04-01.teams"]
    assert made.passages[-1].heading == "Developing teams: Review of 1 April 2027"


def test_what_was_said_before_is_read_beside(guide: Guide) -> None:
    """The steps as they are and what was to come at the last review stand beside the question."""
    earlier = plan().reviewed(date(2027, 2, 1), "teams", "", "### What now\n\nAsk a colleague.")
    played = review(guide, earlier, ("fate", Move.SKIP), ("happened.teams", Move.LATER))
    question = played.question("happened.teams")
    assert [str(each) for each in question.context] == [
        "  1. [ ] Coach one team, by 1 April 2027",
        "  What now, as you said on 1 February 2027:",
        "    Ask a colleague.",
    ]
    assert (played.left, played.records) == (True, [])


def test_it_is_taken_up(guide: Guide) -> None:
    """A review that was left goes on behind its last answer, under the day that it was begun."""
    begun = plan(reviewing=date(2027, 3, 30)).reviewed(
        date(2027, 3, 30), "teams", "My words", "### What happened\n\nWe met."
    )
    played = review(
        guide,
        begun,
        ("fate", Move.SKIP),
        ("learnt.teams", Move.BACK),
        ("happened.teams", "We met often."),
        ("learnt.teams", Move.SKIP),
        ("now.teams", Move.SKIP),
        FURTHER,
        ("next-review", "never"),
    )
    assert played.prompter.told[0] == "Taking up the review you began on 30 March 2027."
    happened = played.question("happened.teams")
    assert isinstance(happened, Write)
    assert happened.current == "We met."
    assert played.last.review(date(2027, 3, 30), "teams") == "### What happened\n\nWe met often."
    assert (played.last.reviewed_on, played.last.reviews) == (date(2027, 3, 30), ())


def test_it_is_said_on_the_same_day_too(guide: Guide) -> None:
    """Who comes back within the day reads that it is the review that was begun."""
    played = review(guide, plan(reviewing=TODAY), ("fate", Move.LATER))
    assert played.prompter.told[0] == "Taking up the review you began on 1 April 2027."


def test_another_can_be_begun(guide: Guide) -> None:
    """Who would rather begin anew leaves the one that was begun as it is."""
    begun = plan(reviewing=date(2027, 3, 30)).reviewed(date(2027, 3, 30), "teams", "", "Half")
    played = review(
        guide, begun, ("fate", Move.SKIP), ("happened.teams", "More"), ("learnt.teams", Move.LATER),
        new=True,
    )  # fmt: skip
    assert played.last.review(date(2027, 3, 30), "teams") == "Half"
    assert played.last.reviewing == TODAY


@pytest.mark.parametrize(
    ("reviews", "horizon", "said_", "wanted"),
    [
        (PLANNED, date(2028, 1, 4), "4 July 2027", (TODAY, date(2027, 7, 4))),
        (None, date(2028, 1, 4), "means 1 July 2027", (date(2027, 7, 1),)),
        (None, date(2027, 5, 1), "means 1 May 2027", (date(2027, 5, 1),)),
        ((), date(2028, 1, 4), "leaves it open", ()),
    ],
)
def test_the_next_review_is_proposed(
    guide: Guide, reviews: object, horizon: date, said_: str, wanted: object
) -> None:
    """Enter alone takes the day that was planned, or one in three months within the plan."""
    played = review(
        guide,
        plan(reviews=reviews, horizon=horizon),
        ("fate", Move.SKIP),
        ("happened.teams", "A lot."),
        ("learnt.teams", Move.SKIP),
        ("now.teams", Move.SKIP),
        FURTHER,
        ("next-review", Move.SKIP),
    )
    question = played.question("next-review")
    assert isinstance(question, Enter)
    assert said_ in question.text
    assert played.last.reviews == wanted
    assert question.check("never") is None
    assert "is past already" in (question.check("yesterday") or "")


def test_past_the_horizon_no_next_day_is_asked(guide: Guide) -> None:
    """A plan whose time is over is not planned on."""
    played = review(
        guide,
        plan(horizon=date(2027, 3, 31)),
        ("fate", Move.SKIP),
        ("happened.teams", "A lot."),
        ("learnt.teams", Move.SKIP),
        ("now.teams", Move.SKIP),
        FURTHER,
    )
    assert played.last.reviewed_on == TODAY


WORDS = st.text(max_size=30).map(str.strip).filter(bool).filter(lambda text: "###" not in text)


@given(answers=st.permutations(list(said.HEADINGS)), words=st.lists(WORDS, min_size=3, max_size=3))
def test_answers_are_found_again_in_any_order(answers: list[said.Part], words: list[str]) -> None:
    """Whichever is answered first, each stands under its heading, in the order of the questions."""
    text = ""
    for part, each in zip(answers, words, strict=True):
        text = said.with_answer(text, part, each)
    assert [said.answer(text, part) for part in answers] == words
    found = [line for line in text.split("\n") if line.startswith("### ")]
    assert found == list(said.HEADINGS.values())


def test_what_was_written_by_hand_in_a_review_stays() -> None:
    """Changing one answer leaves the others and what stands above them as they are."""
    text = "My note\n\n### What happened\nOld\n\n### What now\n\nGo on\n* so"
    assert said.with_answer(text, "happened", "New") == (
        "My note\n\n### What happened\n\nNew\n\n### What now\n\nGo on\n* so"
    )

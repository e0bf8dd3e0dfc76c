"""Looking back at an assessment as a conversation."""

from typing import Any

import pytest

from isp_cli.assess.record import Assessment, Rating, example_key
from isp_cli.assess.then.dialogue import Options, dialogue
from isp_cli.assess.then.record import ThenRating
from isp_cli.errors import NotFound
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import GuideVersion
from isp_cli.terminal.prompter import Choose, Move
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

GUIDE = GuideVersion(id="implementation-support", version="1")
FIRST = Assessment.begun(
    MOMENT,
    GUIDE,
    status="finished",
    finished=MOMENT,
    competencies=("brokering", "power", "teams"),
    ratings={
        "teams": Rating(confidence=4),
        "brokering": Rating(confidence=2, importance=5, use=1),
        "power": Rating(importance=3),
        "juggling": Rating(confidence=5),
    },
).with_text(example_key("brokering"), "An example", "I asked two services.")
SECOND = FIRST.with_values(
    id="second", finished=MOMENT.replace(month=7), ratings={"teams": Rating(confidence="dont-know")}
)


def look_back(
    guide: Guide,
    *script: tuple[str, Reply],
    record: ThenRating | None = None,
    assessments: tuple[Assessment, ...] = (FIRST,),
    **chosen: Any,  # noqa: ANN401 - each option has its own type
) -> Played[ThenRating]:
    """Return what comes of looking back, from the start or from a draft."""
    begun = record or ThenRating.begun(MOMENT.replace(year=2028), GUIDE)
    return play(
        lambda prompter: dialogue(
            guide, prompter, begun, assessments=assessments, options=Options(**chosen)
        ),
        *script,
    )


def test_each_competency_is_asked_once(guide: Guide) -> None:
    """What was rated is rated anew, in the guide's order; then there is room for a few words."""
    played = look_back(
        guide,
        ("brokering.then", "1"),
        ("teams.then", "dont-know"),
        ("hindsight", "A meeting is no brokering."),
    )
    last = played.last
    assert not played.left
    assert (last.assessment, str(last.assessed)) == (FIRST.id, "2027-01-04")
    assert last.ratings == {
        "brokering": Rating(confidence=1),
        "teams": Rating(confidence="dont-know"),
    }
    assert last.text("hindsight") == "A meeting is no brokering."


def test_the_original_is_hidden_until_the_answer_is_given(guide: Guide) -> None:
    """Nothing said or offered before the answer tells the level of that time."""
    played = look_back(guide, ("brokering.then", Move.LATER))
    question = played.question("brokering.then")
    assert isinstance(question, Choose)
    assert question.current is None
    assert not any("With preparation" in said for said in played.prompter.told)
    assert "Looking back at 4 January 2027" in question.text
    (aside,) = question.asides
    assert "the levels in full" in aside.label

    played = look_back(guide, ("brokering.then", "1"), ("teams.then", Move.LATER))
    assert "On 4 January 2027 you said: With preparation and some support" in played.prompter.told


def test_the_example_of_that_time_helps_to_remember(guide: Guide) -> None:
    """The example is a fact of that time, not a level, so it may be read before answering."""
    played = look_back(guide, ("brokering.then", Move.SKIP), ("teams.then", Move.LATER))
    assert "  I asked two services." in map(str, played.question("brokering.then").context)
    assert played.question("teams.then").context == ()


def test_of_several_assessments_one_is_chosen(guide: Guide) -> None:
    """They are offered newest first, but the latest last: nothing of it is past yet."""
    played = look_back(
        guide, ("assessment", "second"), ("teams.then", "2"), ("hindsight", Move.SKIP),
        assessments=(FIRST, SECOND),
    )  # fmt: skip
    question = played.question("assessment")
    assert isinstance(question, Choose)
    assert [each.value for each in question.choices] == [FIRST.id, "second"]
    assert played.last.assessment == "second"
    assert "On 4 July 2027 you said: I don't know" in played.prompter.told


def test_nothing_is_chosen_where_the_person_leaves(guide: Guide) -> None:
    """Leaving at the first question leaves nothing behind."""
    played = look_back(guide, ("assessment", Move.LATER), assessments=(FIRST, SECOND))
    assert (played.left, played.records) == (True, [])


def test_what_was_chosen_beforehand_is_not_asked(guide: Guide) -> None:
    """A named assessment and named competencies take the place of the questions."""
    played = look_back(
        guide, ("teams.then", "3"), ("hindsight", Move.SKIP),
        assessments=(FIRST, SECOND), assessment=FIRST, competencies=("teams", "power"),
    )  # fmt: skip
    assert played.last.competencies == ("teams",)


@pytest.mark.parametrize("wanted", [("power",), ("leaders",)])
def test_what_was_not_rated_cannot_be_looked_back_on(guide: Guide, wanted: tuple[str, ...]) -> None:
    """A competency without confidence at that time has nothing to stand beside."""
    with pytest.raises(NotFound, match="None of these was rated on 4 January 2027"):
        look_back(guide, competencies=wanted)


def test_a_draft_is_taken_up_where_it_was_left(guide: Guide) -> None:
    """A draft knows its assessment; only what is open is asked."""
    left = look_back(guide, ("brokering.then", "1"), ("teams.then", Move.LATER)).last
    played = look_back(
        guide, ("teams.then", "5"), ("hindsight", Move.SKIP), record=left,
        assessments=(FIRST, SECOND),
    )  # fmt: skip
    assert played.last.assessment == FIRST.id
    assert set(played.last.ratings) == {"brokering", "teams"}


def test_a_draft_about_an_assessment_that_is_gone(guide: Guide) -> None:
    """Where the assessment was taken away, the rest can still be answered."""
    left = look_back(guide, ("brokering.then", "1"), ("teams.then", Move.LATER)).last
    played = look_back(
        guide, ("teams.then", "5"), ("hindsight", Move.SKIP), record=left, assessments=(SECOND,)
    )
    assert played.last.ratings["teams"] == Rating(confidence=5)
    assert not any(said.startswith("On ") for said in played.prompter.told)

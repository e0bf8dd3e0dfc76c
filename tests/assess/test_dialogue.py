"""A self-assessment as a conversation."""

from typing import Any

import pytest

from isp_cli.assess.dialogue import dialogue
from isp_cli.assess.record import Assessment, Rating
from isp_cli.assess.sitting import Sitting
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import GuideVersion
from isp_cli.terminal.prompter import Choose, ChooseSeveral, Move, Write
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

CONTEXT = ("context.role", "context.setting", "context.work")


def begun(*competencies: str, **values: Any) -> Assessment:  # noqa: ANN401
    """Return an assessment of these competencies, in which what the work is was passed over."""
    version = GuideVersion(id="implementation-support", version="1")
    return Assessment.begun(
        MOMENT,
        version,
        **{"competencies": competencies, "depth": "full", "skipped": CONTEXT, **values},
    )


def assess(guide: Guide, record: Assessment, *script: tuple[str, Reply]) -> Played[Assessment]:
    """Return what comes of an assessment that goes on from `record`."""
    return play(lambda prompter: dialogue(Sitting(guide), prompter, record), *script)


def test_the_order_of_the_questions(guide: Guide) -> None:
    """Each competency is rated three times and asked for an example, in the guide's order."""
    played = assess(
        guide,
        begun(depth=None),
        ("scope", "some"),
        ("competencies", ("teams", "brokering")),
        ("depth", "full"),
        ("brokering.confidence", "2"),
        ("brokering.importance", "5"),
        ("brokering.use", "no-opportunity"),
        ("example.brokering", "I linked two services.\n\nThey met again."),
        ("teams.confidence", "4"),
        ("teams.importance", "dont-know"),
        ("teams.use", "5"),
        ("example.teams", Move.SKIP),
    )
    assert not played.left
    assert played.last.competencies == ("brokering", "teams")
    assert played.last.ratings == {
        "brokering": Rating(confidence=2, importance=5, use="no-opportunity"),
        "teams": Rating(confidence=4, importance="dont-know", use=5),
    }
    assert played.last.text("example.brokering") == "I linked two services.\n\nThey met again."
    assert played.last.text("example.teams") == ""
    assert played.last.is_draft


def test_a_record_comes_after_every_answer(guide: Guide) -> None:
    """Every answer, and every skip, is in the record before the next question is asked."""
    played = assess(
        guide,
        begun("teams"),
        ("teams.confidence", "4"),
        ("teams.importance", Move.SKIP),
        ("teams.use", "1"),
        ("example.teams", "We met."),
    )
    assert [each.ratings["teams"] for each in played.records] == [
        Rating(confidence=4),
        Rating(confidence=4),
        Rating(confidence=4, use=1),
        Rating(confidence=4, use=1),
    ]
    assert [each.text("example.teams") for each in played.records] == ["", "", "", "We met."]
    skips = [each.skipped[len(CONTEXT) :] for each in played.records]
    assert skips == [(), ("teams.importance",), ("teams.importance",), ("teams.importance",)]


def test_the_choice_of_what_to_assess_is_kept_first(guide: Guide) -> None:
    """What was chosen is in a record of its own before the first rating."""
    played = assess(
        guide,
        begun(depth=None),
        ("scope", "sustaining-change"),
        ("depth", "full"),
        ("relationships.confidence", Move.LATER),
    )
    assert played.left
    chosen = ("relationships", "teams", "capacity", "leaders")
    assert {each.competencies for each in played.records} == {chosen}
    assert [each.depth for each in played.records] == [None, "full"]
    assert played.last.ratings == {}


def test_all_competencies_can_be_assessed(guide: Guide) -> None:
    """The first choice stands for all fifteen."""
    played = assess(
        guide,
        begun(depth=None),
        ("scope", "all"),
        ("depth", "full"),
        ("co-learning.confidence", Move.LATER),
    )
    assert played.last.competencies == tuple(each.id for each in guide.competencies)
    assert len(played.last.competencies) == 15


def test_back_from_the_list_leads_to_the_scope(guide: Guide) -> None:
    """Who meant to choose some can still choose a domain."""
    played = assess(
        guide,
        begun(depth=None),
        ("scope", "some"),
        ("competencies", Move.BACK),
        ("scope", "co-creation"),
        ("depth", "full"),
        ("co-learning.confidence", Move.LATER),
    )
    assert played.last.competencies == (
        "co-learning",
        "brokering",
        "power",
        "co-design",
        "tailoring",
    )


def test_a_draft_in_which_nothing_is_said_yet(guide: Guide) -> None:
    """Cut off before the depth was chosen, it asks for that; what to assess is chosen already."""
    played = assess(
        guide,
        begun("teams", skipped=(), depth=None),
        ("depth", "quick"),
        ("teams.confidence", Move.BACK),
        ("depth", Move.BACK),
        ("scope", Move.LATER),
    )
    assert played.last.depth == "quick"


@pytest.mark.parametrize(
    "script",
    [
        [("scope", Move.LATER)],
        [("scope", "some"), ("competencies", Move.LATER)],
    ],
)
def test_leaving_before_anything_is_chosen(guide: Guide, script: list[tuple[str, Reply]]) -> None:
    """Who leaves before choosing has no record."""
    played = assess(guide, begun(depth=None), *script)
    assert played.left
    assert played.records == []


def test_the_choices_must_be_made(guide: Guide) -> None:
    """The scope comes first and cannot be skipped; of the list at least one is chosen."""
    played = assess(guide, begun(depth=None), ("scope", "some"), ("competencies", Move.LATER))
    scope, some = played.prompter.asked
    assert scope.first
    assert not scope.optional
    assert isinstance(some, ChooseSeveral)
    assert not some.optional
    assert some.least == 1
    assert [each.value for each in some.choices] == [each.id for each in guide.competencies]


def test_back_shows_the_answer_so_far(guide: Guide) -> None:
    """Going back shows the earlier answer, a new one replaces it, and no question is lost."""
    played = assess(
        guide,
        begun("teams"),
        ("teams.confidence", "4"),
        ("teams.importance", "5"),
        ("teams.use", Move.BACK),
        ("teams.importance", Move.BACK),
        ("teams.confidence", "2"),
        ("teams.use", "3"),
        ("example.teams", Move.BACK),
        ("teams.use", Move.SKIP),
        ("example.teams", Move.SKIP),
    )
    again = played.question("teams.confidence")
    assert isinstance(again, Choose)
    assert again.current == "4"
    assert played.last.ratings["teams"] == Rating(confidence=2, importance=5, use=3)


def test_from_the_first_rating_one_can_choose_anew(guide: Guide) -> None:
    """Who sees that it is too much goes back and takes less; ratings given stay in the record."""
    played = assess(
        guide,
        begun(depth=None),
        ("scope", "all"),
        ("depth", "full"),
        ("co-learning.confidence", "4"),
        ("co-learning.importance", Move.BACK),
        ("co-learning.confidence", Move.BACK),
        ("context.work", Move.BACK),
        ("context.setting", Move.BACK),
        ("context.role", Move.BACK),
        ("depth", "quick"),
        ("brokering.confidence", Move.BACK),
        ("co-learning.confidence", Move.BACK),
        ("depth", Move.BACK),
        ("scope", "sustaining-change"),
        ("relationships.confidence", Move.LATER),
    )
    assert [each.key for each in played.prompter.asked if each.first] == ["scope", "scope"]
    assert played.last.competencies == ("relationships", "teams", "capacity", "leaders")
    assert played.last.depth == "quick"
    assert played.last.ratings == {"co-learning": Rating(confidence=4)}


def test_a_competency_that_does_not_apply_is_done(guide: Guide) -> None:
    """Nothing more is asked about a competency that does not apply to the role."""
    played = assess(
        guide,
        begun("brokering", "teams"),
        ("brokering.confidence", "not-applicable"),
        ("teams.confidence", "not-applicable"),
    )
    assert not played.left
    assert played.last.ratings == {
        "brokering": Rating(confidence="not-applicable"),
        "teams": Rating(confidence="not-applicable"),
    }


def test_a_competency_applies_after_all(guide: Guide) -> None:
    """Who goes back and finds that it does apply is asked the rest."""
    played = assess(
        guide,
        begun("brokering", "teams"),
        ("brokering.confidence", "not-applicable"),
        ("teams.confidence", Move.BACK),
        ("brokering.confidence", "1"),
        ("brokering.importance", "2"),
        ("brokering.use", "1"),
        ("example.brokering", Move.LATER),
    )
    assert played.last.rating("brokering") == Rating(confidence=1, importance=2, use=1)


def test_later_keeps_what_was_answered(guide: Guide) -> None:
    """Leaving for later raises, and the last record has every answer given."""
    played = assess(
        guide,
        begun("brokering"),
        ("brokering.confidence", "3"),
        ("brokering.importance", Move.LATER),
    )
    assert played.left
    assert played.last.rating("brokering") == Rating(confidence=3)


def test_it_is_taken_up_at_the_first_open_question(guide: Guide) -> None:
    """What has an answer is not asked again; what was never asked is."""
    draft = begun(
        "brokering",
        "power",
        "teams",
        ratings={
            "brokering": Rating(confidence=1, importance=1, use=1),
            "power": Rating(confidence="not-applicable"),
            "teams": Rating(confidence=5, use=5),
        },
    ).with_text("example.teams", "An example", "We met.")
    played = assess(guide, draft, ("example.brokering", Move.SKIP), ("teams.importance", "4"))
    assert played.last.rating("teams") == Rating(confidence=5, importance=4, use=5)
    assert played.last.text("example.teams") == "We met."


def test_a_whole_assessment_asks_nothing(guide: Guide) -> None:
    """Where everything is answered already, the conversation is over."""
    whole = begun("power", ratings={"power": Rating(confidence="not-applicable")})
    assert assess(guide, whole).records == []


def test_what_is_seen_with_a_question(guide: Guide) -> None:
    """Each question says where one is; the guide's overview comes once, an earlier example too."""
    draft = begun("brokering", "teams").with_text("example.brokering", "An example", "I linked.")
    played = assess(
        guide,
        draft,
        ("brokering.confidence", "3"),
        ("brokering.importance", "3"),
        ("brokering.use", "3"),
        ("teams.confidence", Move.BACK),
        ("example.brokering", Move.LATER),
    )
    first, second, _, other, example = played.prompter.asked
    assert first.place == second.place == "Brokering, 1 of 2"
    assert other.place == "Developing teams, 2 of 2"
    overview = "\n".join(map(str, first.context))
    brokering = next(each for each in guide.competencies if each.id == "brokering")
    assert all(each.text in overview for each in brokering.overview)
    assert second.context == ()
    assert isinstance(example, Write)
    assert example.current == "I linked."

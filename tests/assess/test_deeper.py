"""What goes beyond the ratings: the work, key activities, principles, notes, what was skipped."""

from typing import Any

import pytest

from isp_cli.assess.dialogue import dialogue
from isp_cli.assess.record import Assessment, Rating
from isp_cli.assess.sitting import Moment, Options, Sitting
from isp_cli.guide.model import Guide
from isp_cli.terminal.prompter import Choose, ChooseSeveral, Move, Write
from tests.assess.test_dialogue import CONTEXT, begun
from tests.scripted import Played, Reply, play

WORK = {"role": "Coach", "setting": "A county", "work": "Family visits"}
QUICK = Options(("teams",), "quick")
THREE = {"confidence": 3, "importance": 3, "use": 3}


def assess(
    guide: Guide,
    record: Assessment,
    *script: tuple[str, Reply],
    **values: Any,  # noqa: ANN401
) -> Played[Assessment]:
    """Return what comes of a sitting with these values that goes on from `record`."""
    return play(lambda prompter: dialogue(Sitting(guide, **values), prompter, record), *script)


def context(record: Assessment) -> list[str]:
    """Return what the record says of the work."""
    return [record.text(each) for each in CONTEXT]


def test_what_the_work_is(guide: Guide) -> None:
    """Role, setting and work come before the first rating, and each may be left out."""
    played = assess(
        guide,
        begun("teams", skipped=()),
        ("context.role", "Coach"),
        ("context.setting", Move.SKIP),
        ("context.work", "Family visits"),
        ("teams.confidence", Move.LATER),
    )
    assert context(played.last) == ["Coach", "", "Family visits"]
    assert played.last.is_empty  # until something is assessed


def test_the_work_of_last_time_is_kept_with_one_answer(guide: Guide) -> None:
    """What was said last time is shown, and one answer keeps it."""
    record = begun("teams", skipped=())
    played = assess(
        guide,
        record,
        ("context", "keep"),
        ("teams.confidence", Move.LATER),
        context=WORK,
    )
    assert context(played.last) == ["Coach", "A county", "Family visits"]
    shown = "\n".join(map(str, played.question("context").context))
    assert "My role: Coach" in shown


def test_some_of_the_work_has_changed(guide: Guide) -> None:
    """Each part is asked with what it was; passing it over keeps that."""
    played = assess(
        guide,
        begun("teams", skipped=()),
        ("context", "change"),
        ("context.role", Move.SKIP),
        ("context.setting", "Two counties"),
        ("context.work", Move.SKIP),
        ("teams.confidence", Move.BACK),
        ("context.work", Move.LATER),
        context=WORK,
    )
    assert context(played.last) == ["Coach", "Two counties", "Family visits"]
    assert played.last.skipped == ()


@pytest.mark.parametrize(
    ("values", "asked"), [({}, "teams.confidence"), ({"context": WORK}, "context")]
)
def test_a_quick_look_asks_no_more_than_whether_it_holds(
    guide: Guide, values: dict[str, Any], asked: str
) -> None:
    """In a hurry, nothing is asked about the work but whether last time's words still hold."""
    played = assess(
        guide, begun(skipped=(), depth=None), (asked, Move.LATER), options=QUICK, **values
    )
    assert played.prompter.keys == [asked]


def test_skipping_the_work_of_last_time_skips_all_of_it(guide: Guide) -> None:
    """One skip, and it goes on with the competencies."""
    record = begun("teams", skipped=())
    played = assess(
        guide,
        record,
        ("context", Move.SKIP),
        ("teams.confidence", Move.LATER),
        context=WORK,
    )
    assert context(played.last) == ["", "", ""]


def test_the_key_activities_are_a_key_away(guide: Guide) -> None:
    """Every question about a competency has its key activities to read; ratings, the levels too."""
    record = begun("teams", ratings={"teams": Rating(confidence=3, importance=3)})
    played = assess(guide, record, ("teams.use", "3"), ("example.teams", Move.LATER))
    teams = next(each for each in guide.competencies if each.id == "teams")
    for key, levels in (("teams.use", True), ("example.teams", False)):
        (aside,) = played.question(key).asides
        read = "\n".join(map(str, aside.lines))
        assert aside.word == "more"
        assert all(each.text in read for each in teams.activities)
        assert ("There were occasions for it" in read) is levels


def test_the_levels_are_told_in_full_once(guide: Guide) -> None:
    """What the levels mean is on the screen with the first rating of a sitting, as isp's words."""
    played = assess(
        guide,
        begun("power", "teams"),
        ("power.confidence", "not-applicable"),
        ("teams.confidence", Move.LATER),
    )
    first, second = ("\n".join(map(str, each.context)) for each in played.prompter.asked)
    assert "in isp's words and not the guide's" in first
    assert "also in tense and unfamiliar settings, and I support others" in first
    assert "tense" not in second


def test_going_down_to_the_key_activities(guide: Guide) -> None:
    """Two lists behind the example: what one does, and what one would like to do."""
    played = assess(
        guide,
        begun(depth=None),
        ("teams.confidence", "3"),
        ("teams.does", ("teams.activity.1", "teams.activity.2")),
        ("teams.wishes", ("teams.activity.2", "teams.activity.3")),
        options=Options(("teams",), "quick", activities=True),
    )
    assert played.last.activities == {
        "teams.activity.1": "does",
        "teams.activity.2": "both",
        "teams.activity.3": "wishes",
    }
    assert played.last.activities_for == ("teams",)


def test_no_more_than_three_competencies_in_one_sitting(guide: Guide) -> None:
    """Where many are assessed it is asked of which few the activities are gone through."""
    played = assess(
        guide,
        begun(depth=None),
        ("scope", "all"),
        ("depth", "quick"),
        ("activities", ("power",)),
        ("co-learning.confidence", "3"),
        ("brokering.confidence", "3"),
        ("power.confidence", "3"),
        ("power.does", Move.LATER),
        options=Options(activities=True),
    )
    few = played.question("activities")
    assert isinstance(few, ChooseSeveral)
    assert few.most == 3
    assert played.last.activities_for == ("power",)


def test_activities_of_a_draft(guide: Guide) -> None:
    """A draft can be gone into deeper; what does not apply to the role is not."""
    record = begun("power", "teams", depth="quick", ratings={"power": Rating(confidence=2)})
    played = assess(
        guide,
        record,
        ("power.does", Move.SKIP),
        ("power.wishes", ("power.activity.1",)),
        ("teams.confidence", "not-applicable"),
        options=Options(activities=True),
    )
    assert played.last.activities == {"power.activity.1": "wishes"}


def test_every_principle(guide: Guide) -> None:
    """Asked for, each of the six takes a moment in words; no rating, and each may be skipped."""
    record = begun("teams", depth="quick", ratings={"teams": Rating(confidence=2)})
    script: list[tuple[str, Reply]] = [
        (f"principle.{each.id}", Move.SKIP) for each in guide.principles
    ]
    script[1] = ("principle.curious", "I asked before I advised.")
    played = assess(guide, record, *script, options=Options(principles=True))
    assert played.last.text("principle.curious") == "I asked before I advised."
    curious = played.question("principle.curious")
    assert isinstance(curious, Write)
    assert "The guide says:" in str(curious.context[0])


@pytest.mark.parametrize("chosen", [Move.SKIP, ("equity",)])
def test_a_large_assessment_offers_the_principles(guide: Guide, chosen: Reply) -> None:
    """At the end of four or more there is one question, which can be skipped as a whole."""
    four = ("relationships", "teams", "capacity", "leaders")
    record = begun(*four, ratings={each: Rating(**THREE) for each in four})
    record = record.with_values(skipped=(*CONTEXT, *(f"example.{each}" for each in four)))
    script: list[tuple[str, Reply]] = [("principles", chosen)]
    if chosen is not Move.SKIP:
        script.append(("principle.equity", "Whose voice was missing?"))
    played = assess(guide, record, *script)
    assert not played.left


def test_what_was_skipped_is_not_asked_again(guide: Guide) -> None:
    """A draft that is taken up passes over what was skipped, says so, and Back leads there."""
    first = assess(
        guide,
        begun("teams"),
        ("teams.confidence", "3"),
        ("teams.importance", Move.SKIP),
        ("teams.use", Move.LATER),
    )
    again = assess(
        guide,
        first.last,
        ("teams.use", Move.BACK),
        ("teams.importance", "4"),
        ("teams.use", Move.LATER),
    )
    assert any(said.startswith("4 questions that you skipped") for said in again.prompter.told)
    assert "teams.importance" not in again.last.skipped


def test_what_was_skipped_is_asked_again_on_request(guide: Guide) -> None:
    """With --skipped every question without an answer is open again."""
    record = begun("teams", ratings={"teams": Rating(confidence=3, use=3)})
    record = record.with_skipped("teams.importance")
    played = assess(guide, record, ("teams.importance", Move.LATER), options=Options(skipped=True))
    assert played.records[0].skipped == ()


def test_an_example_may_begin_with_a_note(guide: Guide) -> None:
    """A note on the competency is offered, copied, and can be changed before it is kept."""
    record = begun("teams", ratings={"teams": Rating(**THREE)})
    notes = {"teams": (Moment("3 May 2026: Kick-off", "We met."), Moment("4 May 2026: B", "B."))}
    played = assess(
        guide,
        record,
        ("note.teams", "0"),
        ("example.teams", "We met, and I listened."),
        moments=lambda name: notes.get(name, ()),
    )
    offered = played.question("note.teams")
    assert isinstance(offered, Choose)
    assert [each.label for each in offered.choices][1:] == ["4 May 2026: B", "3 May 2026: Kick-off"]
    example = played.question("example.teams")
    assert isinstance(example, Write)
    assert example.current == "We met."
    assert played.last.text("example.teams") == "We met, and I listened."


def test_notes_are_not_read_before_a_competency_is_rated(guide: Guide) -> None:
    """The first question does not wait for a folder full of notes."""
    asked: list[str] = []

    def moments(name: str) -> tuple[Moment, ...]:
        asked.append(name)
        return ()

    assess(
        guide,
        begun("teams"),
        ("teams.confidence", Move.LATER),
        moments=moments,
    )
    assert asked == []


def test_ratings_of_what_the_guide_no_longer_has(guide: Guide) -> None:
    """They are named and kept, and the session goes on with what the guide has."""
    ratings = {"weaving": Rating(confidence=2), "teams": Rating(confidence=2)}
    record = begun("weaving", "teams", depth="quick", ratings=ratings, skipped=())
    played = assess(
        guide,
        record.with_values(ratings={"weaving": ratings["weaving"]}),
        ("teams.confidence", "3"),
    )
    assert "does not have: weaving" in played.prompter.told[0]
    assert played.last.ratings == {"weaving": Rating(confidence=2), "teams": Rating(confidence=3)}


def test_a_draft_of_which_the_guide_has_nothing(guide: Guide) -> None:
    """It is asked anew what to assess, and what was said before stays in the record."""
    record = begun("weaving", ratings={"weaving": Rating(confidence=2)})
    played = assess(
        guide,
        record,
        ("scope", "sustaining-change"),
        ("relationships.confidence", Move.LATER),
    )
    assert played.last.competencies[-1] == "weaving"
    assert played.last.rating("weaving") == Rating(confidence=2)

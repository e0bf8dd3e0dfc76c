"""What an assessment knows of the time there is, and of the time before."""

from datetime import timedelta
from typing import Any

import pytest

from isp_cli.assess.dialogue import dialogue
from isp_cli.assess.earlier import Earlier, earlier_ratings, moved_far
from isp_cli.assess.record import Assessment, Rating, example_key
from isp_cli.assess.sitting import Options, Sitting
from isp_cli.guide.model import Guide
from isp_cli.terminal.prompter import Move
from tests.assess.test_dialogue import begun
from tests.conftest import Isp
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

BEFORE = {"teams": Earlier("4 May 2026", Rating(confidence=2, importance=5, use="no-opportunity"))}


def assess(guide: Guide, *script: tuple[str, Reply], **values: Any) -> Played[Assessment]:  # noqa: ANN401
    """Return what comes of an assessment that begins with these values."""
    return play(
        lambda prompter: dialogue(Sitting(guide, **values), prompter, begun(depth=None)), *script
    )


def test_a_quick_look_asks_for_confidence_alone(guide: Guide) -> None:
    """Who is in a hurry gives one answer for each competency, and is told how many there are."""
    played = assess(
        guide,
        ("scope", "sustaining-change"),
        ("depth", "quick"),
        ("relationships.confidence", "3"),
        ("teams.confidence", "4"),
        ("capacity.confidence", "dont-know"),
        ("leaders.confidence", Move.SKIP),
    )
    assert not played.left
    assert played.last.depth == "quick"
    assert played.last.ratings["teams"] == Rating(confidence=4)
    assert any(said.startswith("4 competencies, 4 questions.") for said in played.prompter.told)


def test_what_was_chosen_beforehand_is_not_asked(guide: Guide) -> None:
    """The options of the command take the place of the first questions."""
    options = Options(("teams",), "quick")
    played = assess(guide, ("teams.confidence", "4"), options=options)
    assert played.last.competencies == ("teams",)
    assert any(said.startswith("1 competency, 1 question.") for said in played.prompter.told)


def test_the_earlier_rating_is_hidden_until_the_new_one_is_given(guide: Guide) -> None:
    """What one said last time is shown after the answer, so that it does not lead it."""
    played = assess(
        guide,
        ("teams.confidence", "3"),
        ("teams.importance", "5"),
        ("teams.use", Move.LATER),
        options=Options(("teams",), "full"),
        earlier=BEFORE,
    )
    assert played.prompter.told[-4:] == [
        "You say now: On my own, in settings I know",
        "On 4 May 2026 you said: With preparation and some support",
        "You say now: Central; the work fails without it",
        "On 4 May 2026 you said: Central; the work fails without it",
    ]


def test_the_earlier_example_comes_after_the_new_one(guide: Guide) -> None:
    """The example of last time is read beside the new one, and not before it."""
    before = {"teams": Earlier("4 May 2026", Rating(confidence=3), "We met.")}
    record = begun("teams", ratings={"teams": Rating(confidence=3, importance=3, use=3)})
    sitting = Sitting(guide, earlier=before)
    played = play(
        lambda prompter: dialogue(sitting, prompter, record), ("example.teams", "We met again.")
    )
    assert played.prompter.told[-2:] == ["Your example on 4 May 2026:", "We met."]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({"confidence": 4, "importance": 5}, "confidence"),
        ({"confidence": 3, "importance": 4, "use": 1}, ""),
        ({"confidence": 4, "importance": 3, "use": 5}, "confidence and importance"),
        ({"confidence": "not-applicable"}, "confidence"),
        ({"confidence": "dont-know", "importance": "dont-know"}, ""),
    ],
)
def test_what_counts_as_a_marked_change(now: dict[str, Any], said: str) -> None:
    """Two levels, or that it applies no more; an answer that cannot be compared is none."""
    record = begun("teams", ratings={"teams": Rating(**now)})
    assert " and ".join(moved_far(record, "teams", BEFORE)) == said


def test_use_goes_up_and_down_with_the_calendar() -> None:
    """Of use it takes three levels before it is asked what made the difference."""
    before = {"teams": Earlier("4 May 2026", Rating(use=2))}
    for use, moved in ((4, ()), (5, ("use",))):
        record = begun("teams", ratings={"teams": Rating(use=use)})
        assert moved_far(record, "teams", before) == moved


def test_what_made_the_difference_after_going_back(guide: Guide) -> None:
    """Who takes the change back is not asked, but what was written of it can still be reached."""
    played = assess(
        guide,
        ("teams.confidence", "4"),
        ("difference.teams", "A year of practice."),
        ("capacity.confidence", Move.BACK),
        ("difference.teams", Move.BACK),
        ("teams.confidence", "3"),
        ("capacity.confidence", Move.BACK),
        ("difference.teams", Move.LATER),
        options=Options(("teams", "capacity"), "quick"),
        earlier=BEFORE,
    )
    assert played.last.rating("teams") == Rating(confidence=3)
    assert played.last.text("difference.teams") == "A year of practice."


def test_a_draft_that_is_taken_up_asks_what_made_the_difference(guide: Guide) -> None:
    """A rating that moved far in an earlier sitting, or in a form, is asked about now."""
    record = begun("teams", depth="quick", ratings={"teams": Rating(confidence=5)})
    sitting = Sitting(guide, earlier=BEFORE)
    played = play(
        lambda prompter: dialogue(sitting, prompter, record), ("difference.teams", Move.SKIP)
    )
    assert not played.left


@pytest.mark.parametrize(("now", "asked"), [("3", False), ("4", True), ("dont-know", False)])
def test_a_marked_change_asks_what_made_the_difference(guide: Guide, now: str, asked: bool) -> None:
    """Two levels up or down are worth a word; one is not, and an answer apart is no level."""
    script: list[tuple[str, Reply]] = [("teams.confidence", now)]
    if asked:
        script.append(("difference.teams", "A year of practice."))
    played = assess(guide, *script, options=Options(("teams",), "quick"), earlier=BEFORE)
    said = "A year of practice." if asked else ""
    assert played.last.text("difference.teams") == said


def test_the_last_rating_of_each_competency_counts() -> None:
    """Earlier ratings come from whichever assessment rated the competency last."""
    first = begun("teams", "power", ratings={"teams": Rating(confidence=1), "power": Rating(use=2)})
    second = begun("teams", ratings={"teams": Rating(confidence=4)})
    found = earlier_ratings([first, second])
    assert {name: each.rating for name, each in found.items()} == {
        "teams": Rating(confidence=4),
        "power": Rating(use=2),
    }
    assert found["teams"].day == f"{MOMENT.day} January 2027"


def test_a_quick_look_hides_nothing_that_was_said_before_it() -> None:
    """Each answer is held beside the last one to the same question, whenever that was given."""
    full = begun("teams", ratings={"teams": Rating(confidence=1, importance=5, use=4)})
    full = full.with_text(example_key("teams"), "", "We met.")
    quick = begun("teams", ratings={"teams": Rating(confidence=3)}, depth="quick")
    quick = quick.with_values(started=MOMENT + timedelta(days=200))
    found = earlier_ratings([full, quick])["teams"]
    assert (found.rating, found.example) == (Rating(confidence=3, importance=5, use=4), "We met.")
    assert [found.on(each) for each in ("confidence", "use", "example")] == [
        quick.day,
        full.day,
        full.day,
    ]


def test_unknown_names_are_told(isp: Isp) -> None:
    """A domain or competency that is not there ends with 4 before anything is asked."""
    for option, name in (("--domain", "ongoin improvment"), ("--competency", "brokring")):
        ended = isp("assess", option, name)
        assert (ended.exit_code, ended.stdout) == (4, "")
        assert "Did you mean" in ended.stderr


@pytest.mark.parametrize(
    "words",
    [("--quick",), ("--competency", "teams"), ("--domain", "ongoing"), ("--activities",)],
)
def test_a_form_says_itself_what_is_assessed(isp: Isp, words: tuple[str, ...]) -> None:
    """Options that choose questions are refused beside a form, rather than passed over."""
    ended = isp("assess", "--answers", "-", *words, stdin="ratings: {teams: {use: 1}}")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "A filled form says itself what is assessed." in ended.stderr

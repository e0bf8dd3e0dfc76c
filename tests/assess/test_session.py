"""What an assessment knows of the time there is, and of the time before."""

from typing import Any

import pytest

from isp_cli.assess.dialogue import Options, dialogue
from isp_cli.assess.earlier import Earlier, earlier_ratings
from isp_cli.assess.record import Assessment, Rating
from isp_cli.guide.model import Guide
from isp_cli.terminal.prompter import Move
from tests.assess.test_dialogue import begun
from tests.conftest import Isp
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

BEFORE = {"teams": Earlier("4 May 2026", Rating(confidence=2, importance=5, use="no-opportunity"))}


def assess(guide: Guide, *script: tuple[str, Reply], **values: Any) -> Played[Assessment]:  # noqa: ANN401
    """Return what comes of an assessment that begins with these values."""
    return play(lambda prompter: dialogue(guide, prompter, begun(), **values), *script)


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
    assert [said for said in played.prompter.told if said.startswith("On 4 May 2026")] == [
        "On 4 May 2026 you said: With preparation and some support",
        "On 4 May 2026 you said: Central; the work fails without it",
    ]


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


def test_unknown_names_are_told(isp: Isp) -> None:
    """A domain or competency that is not there ends with 4 before anything is asked."""
    for option, name in (("--domain", "ongoin improvment"), ("--competency", "brokring")):
        ended = isp("assess", option, name)
        assert (ended.exit_code, ended.stdout) == (4, "")
        assert "Did you mean" in ended.stderr


@pytest.mark.parametrize(
    "words", [("--quick",), ("--competency", "teams"), ("--domain", "ongoing")]
)
def test_a_form_says_itself_what_is_assessed(isp: Isp, words: tuple[str, ...]) -> None:
    """Options that choose questions are refused beside a form, rather than passed over."""
    ended = isp("assess", "--answers", "-", *words, stdin="ratings: {teams: {use: 1}}")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "A filled form says itself what is assessed." in ended.stderr

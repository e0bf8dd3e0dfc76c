"""Two assessments side by side, as values: what moved, and what was rated only once."""

from collections.abc import Iterator

import pytest

from isp_cli.assess.compare.change import Pair, as_data, comparison
from isp_cli.assess.record import Apart, Assessment, Rating, example_key
from isp_cli.portfolio.record import GuideVersion
from tests.moments import MOMENT

GUIDE = GuideVersion(id="implementation-support", version="1")
Level = int | Apart | None


def assessment(**ratings: Rating) -> Assessment:
    """Return an assessment of these competencies, in this order."""
    return Assessment.begun(
        MOMENT,
        GUIDE,
        status="finished",
        finished=MOMENT,
        competencies=tuple(ratings),
        ratings=ratings,
    )


def _rating(confidence: Level, importance: Level = None, use: Level = None) -> Rating:
    return Rating(confidence=confidence, importance=importance, use=use)


@pytest.mark.parametrize(
    ("then", "now", "moved"),
    [
        (2, 3, True),
        (3, 2, True),
        (3, 3, False),
        ("dont-know", 1, True),
        (5, "no-opportunity", True),
        ("dont-know", "no-opportunity", True),
        ("dont-know", "dont-know", False),
        (None, 3, False),
        ("dont-know", None, False),
        (None, None, False),
    ],
)
def test_what_counts_as_moved(then: Level, now: Level, moved: bool) -> None:
    """An answer moved if it was given both times and differs; one given once is not compared."""
    assert Pair("use", then, now).moved is moved


def test_three_answers_then_and_now() -> None:
    """Each competency rated in both has its three answers of both times."""
    then = assessment(brokering=_rating(2, 5, "dont-know"), teams=_rating(4, 4, 4))
    now = assessment(teams=_rating(4, 4, 4), brokering=_rating(3, 5, 1))
    teams, brokering = comparison(then, now).changes
    assert (teams.competency, teams.moved) == ("teams", False)
    assert (brokering.competency, brokering.moved) == ("brokering", True)
    assert brokering.pairs == (
        Pair("confidence", 2, 3),
        Pair("importance", 5, 5),
        Pair("use", "dont-know", 1),
    )
    assert [each.moved for each in brokering.pairs] == [True, False, True]


def test_what_was_rated_only_once_is_named() -> None:
    """A competency of one assessment alone is named as that, and is not compared."""
    then = assessment(brokering=_rating(2), power=_rating(1), teams=_rating(3))
    now = assessment(teams=_rating(3), empathy=_rating(4))
    found = comparison(then, now)
    assert [each.competency for each in found.changes] == ["teams"]
    assert found.only_then == ("brokering", "power")
    assert found.only_now == ("empathy",)


def test_a_rating_without_an_answer_is_none() -> None:
    """What was chosen, or only written about, but never rated is not taken for rated."""
    then = assessment(teams=_rating(None)).with_values(competencies=("teams", "power"))
    now = assessment(teams=_rating(3), power=_rating(2))
    found = comparison(then, now)
    assert (found.changes, found.only_then) == ((), ())
    assert found.only_now == ("teams", "power")


def test_a_quick_look_beside_a_full_one() -> None:
    """Where one assessment asked for confidence alone, confidence alone is compared."""
    then, now = assessment(teams=_rating(3)), assessment(teams=_rating(3, 5, 5))
    (teams,) = comparison(then, now).changes
    assert teams.moved is False
    assert [each.answered_twice for each in teams.pairs] == [True, False, False]


def _keys(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _keys(value)
    elif isinstance(data, list):
        for each in data:
            yield from _keys(each)


def test_the_data_has_no_total() -> None:
    """Other programs get the answers and the examples, and nothing that is counted from them."""
    then = assessment(brokering=_rating(2, 5)).with_text(example_key("brokering"), "Ex", "Met.")
    data = as_data(then, assessment(brokering=_rating(3, 5)))
    assert data["competencies"] == [
        {
            "competency": "brokering",
            "moved": True,
            "answers": {
                "confidence": {"then": 2, "now": 3, "moved": True},
                "importance": {"then": 5, "now": 5, "moved": False},
                "use": {"then": None, "now": None, "moved": False},
            },
            "example": {"then": "Met.", "now": ""},
        }
    ]
    assert data["then"] == {
        "id": then.id,
        "status": "finished",
        "started": "2027-01-04T09:30:00+01:00",
        "finished": "2027-01-04T09:30:00+01:00",
    }
    assert set(_keys(data)) == {
        *("then", "now", "id", "status", "started", "finished", "only_then", "only_now"),
        *("competencies", "competency", "moved", "answers", "example"),
        *("confidence", "importance", "use"),
    }

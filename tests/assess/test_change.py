"""Assessments side by side, as values: what moved, and what was rated only once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from isp_cli.assess.compare.change import Comparison, Course, comparison
from isp_cli.assess.compare.data import as_data
from isp_cli.assess.nearby import LookedBackOn
from isp_cli.assess.record import Apart, Assessment, Rating, example_key
from isp_cli.assess.then.record import ThenRating
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
    ("answers", "moved"),
    [
        ((2, 3), True),
        ((3, 2), True),
        ((3, 3), False),
        (("dont-know", 1), True),
        ((5, "no-opportunity"), True),
        (("dont-know", "no-opportunity"), True),
        (("dont-know", "dont-know"), False),
        ((None, 3), False),
        (("dont-know", None), False),
        ((None, None), False),
        ((3, None, 3), False),
        ((3, None, 4), True),
        ((3, 4, 3), True),
    ],
)
def test_what_counts_as_moved(answers: tuple[Level, ...], moved: bool) -> None:
    """An answer moved if it was given more than once and not alike; a gap is no move."""
    assert Course("use", answers).moved is moved


def side_by_side(*records: Assessment, **looking_back: Level) -> Comparison:
    """Return these side by side; then-ratings of confidence look back on the first."""
    ratings = {each: _rating(level) for each, level in looking_back.items()}
    then = ThenRating.begun(
        MOMENT, GUIDE, assessment=records[0].id, competencies=tuple(ratings), ratings=ratings
    )
    first = LookedBackOn(records[0], (then,) if ratings else ())
    return comparison([first, *map(LookedBackOn, records[1:])])


def test_three_answers_each_time() -> None:
    """Each competency rated twice has its three answers, in the order of the latest."""
    then = assessment(brokering=_rating(2, 5, "dont-know"), teams=_rating(4, 4, 4))
    now = assessment(teams=_rating(4, 4, 4), brokering=_rating(3, 5, 1))
    teams, brokering = side_by_side(then, now).changes
    assert (teams.competency, teams.moved) == ("teams", False)
    assert (brokering.competency, brokering.moved) == ("brokering", True)
    assert brokering.courses == (
        Course("confidence", (2, 3)),
        Course("importance", (5, 5)),
        Course("use", ("dont-know", 1)),
    )


def test_what_was_rated_only_once_is_named() -> None:
    """A competency of one assessment alone is named as that, and is not compared."""
    then = assessment(brokering=_rating(2), power=_rating(1), teams=_rating(3))
    now = assessment(teams=_rating(3), empathy=_rating(4))
    found = side_by_side(then, now)
    assert [each.competency for each in found.changes] == ["teams"]
    assert found.once == (("brokering", "power"), ("empathy",))


def test_three_assessments() -> None:
    """What was rated in any two of several is compared, in the places where it was rated."""
    first = assessment(brokering=_rating(2), power=_rating(1))
    second, third = assessment(teams=_rating(3)), assessment(brokering=_rating(4), teams=_rating(3))
    found = side_by_side(first, second, third)
    brokering, teams = found.changes
    assert brokering.courses[0].answers == (2, None, 4)
    assert teams.courses[0].answers == (None, 3, 3)
    assert found.once == (("power",), (), ())
    assert [each.competency for each in found.shown] == ["brokering"]


def test_a_rating_without_an_answer_is_none() -> None:
    """What was chosen, or only written about, but never rated is not taken for rated."""
    then = assessment(teams=_rating(None)).with_values(competencies=("teams", "power"))
    now = assessment(teams=_rating(3), power=_rating(2))
    found = side_by_side(then, now)
    assert (found.changes, found.once) == ((), ((), ("teams", "power")))


@pytest.mark.parametrize(("level", "shown"), [(2, True), ("dont-know", True), (3, False)])
def test_a_then_rating_that_differs_is_worth_showing(level: Level, shown: bool) -> None:
    """Where both times say the same, but looking back says otherwise, that is something to see."""
    then, now = assessment(teams=_rating(3)), assessment(teams=_rating(3))
    found = side_by_side(then, now, teams=level)
    assert bool(found.shown) is shown
    assert not found.changes[0].moved


def test_only_what_was_asked_for() -> None:
    """Where competencies are named, the others are left out altogether."""
    then = LookedBackOn(assessment(teams=_rating(3), power=_rating(1), leaders=_rating(2)))
    now = LookedBackOn(assessment(teams=_rating(4), power=_rating(1)))
    found = comparison([then, now], ("power",))
    assert [each.competency for each in found.changes] == ["power"]
    assert found.once == ((), ())


def test_a_quick_look_beside_a_full_one() -> None:
    """Where one assessment asked for confidence alone, confidence alone is compared."""
    found = side_by_side(assessment(teams=_rating(3)), assessment(teams=_rating(3, 5, 5)))
    assert [each.competency for each in found.changes] == ["teams"]
    assert found.shown == ()


def _keys(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _keys(value)
    elif isinstance(data, list):
        for each in data:
            yield from _keys(each)


def test_the_data_has_no_total() -> None:
    """Other programs get the answers and what was written, and nothing that is counted."""
    then = assessment(brokering=_rating(2, 5)).with_text(example_key("brokering"), "Ex", "Met.")
    later = MOMENT + timedelta(days=180)
    now = assessment(brokering=_rating(3, 5)).with_values(id="now", finished=later)
    data = as_data(side_by_side(then, now, brokering=1))
    (brokering,) = data["competencies"]
    assert brokering["moved"] is True
    assert brokering["answers"] == {
        "confidence": {"then": 2, "now": 3, "moved": True},
        "importance": {"then": 5, "now": 5, "moved": False},
        "use": {"then": None, "now": None, "moved": False},
    }
    assert brokering["example"] == {"then": "Met.", "now": ""}
    assert [each["assessment"] for each in brokering["course"]] == [then.id, "now"]
    assert [each["confidence"] for each in brokering["course"][0]["looking_back"]] == [1]
    assert data["then"] == {
        "id": then.id,
        "status": "finished",
        "started": "2027-01-04T09:30:00+01:00",
        "finished": "2027-01-04T09:30:00+01:00",
        "guide": {"id": "implementation-support", "version": "1"},
    }
    assert data["assessments"] == [{**data[each], "only_here": []} for each in ("then", "now")]
    assert set(_keys(data)) == {
        *("then", "now", "id", "status", "started", "finished", "guide", "version"),
        *("only_then", "only_now", "only_here", "assessments", "assessment", "course"),
        *("competencies", "competency", "moved", "answers", "example", "difference"),
        *("confidence", "importance", "use", "looking_back"),
    }

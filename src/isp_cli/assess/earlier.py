"""What was answered last time, and when it is worth a word that something moved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from isp_cli.assess.record import Apart, Assessment, RatedRecord, Rating, example_key
from isp_cli.assess.scales import ASPECTS, Aspect, scales

MARKED: Mapping[Aspect, int] = {"confidence": 2, "importance": 2, "use": 3}
"""By how many levels an answer must have moved for it to be asked what made the difference.

Use goes up and down with the calendar, so it takes more.
"""


@dataclass(frozen=True)
class Earlier:
    """The last rating of a competency, the day it was given, and the example of that day."""

    day: str
    rating: Rating
    example: str = ""


def earlier_ratings(assessments: Iterable[Assessment]) -> dict[str, Earlier]:
    """Return the last rating of each competency in `assessments`, the oldest of which is first."""
    return {
        competency: Earlier(each.day, rating, each.text(example_key(competency)))
        for each in assessments
        for competency, rating in each.ratings.items()
    }


def said_last_time(
    before: RatedRecord, after: RatedRecord, earlier: Mapping[str, Earlier]
) -> Iterator[str]:
    """Yield what is said now and what was last time, for each answer new in `after`."""
    words = scales()
    for competency in after.competencies:
        last = earlier.get(competency)
        if not last:
            continue
        for aspect in ASPECTS:
            answer, then = after.rating(competency).answer(aspect), last.rating.answer(aspect)
            is_new = answer is not None and answer != before.rating(competency).answer(aspect)
            if is_new and then is not None:
                yield f"You say now: {words.words(aspect, answer)}"
                yield f"On {last.day} you said: {words.words(aspect, then)}"
        key = example_key(competency)
        if last.example.strip() and after.text(key) != before.text(key):
            yield f"Your example on {last.day}:"
            yield last.example


def moved_far(
    record: Assessment, competency: str, earlier: Mapping[str, Earlier]
) -> tuple[Aspect, ...]:
    """Return what has moved since last time so far that it is worth a word."""
    last = earlier.get(competency)
    now = record.rating(competency)
    return tuple(
        aspect
        for aspect in ASPECTS
        if last and _far(last.rating.answer(aspect), now.answer(aspect), MARKED[aspect])
    )


def _far(then: int | Apart | None, now: int | Apart | None, marked: int) -> bool:
    """Return whether two answers are that far apart, or it applies in one of them alone."""
    if isinstance(then, int) and isinstance(now, int):
        return abs(now - then) >= marked
    return "not-applicable" in (then, now) and (isinstance(then, int) or isinstance(now, int))

"""What was answered last time, and when it is worth a word that something moved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from isp_cli.assess.record import Assessment, RatedRecord, Rating
from isp_cli.assess.scales import ASPECTS, scales

MARKED = 2
"""By how many levels confidence must have moved for it to be asked what made the difference."""


@dataclass(frozen=True)
class Earlier:
    """The last rating of a competency, and the day it was given."""

    day: str
    rating: Rating


def earlier_ratings(assessments: Iterable[Assessment]) -> dict[str, Earlier]:
    """Return the last rating of each competency in `assessments`, the oldest of which is first."""
    return {
        competency: Earlier(each.day, rating)
        for each in assessments
        for competency, rating in each.ratings.items()
    }


def said_last_time(
    before: RatedRecord, after: RatedRecord, earlier: Mapping[str, Earlier]
) -> Iterator[str]:
    """Yield what was said last time, for each answer that `after` has and `before` had not."""
    words = scales()
    for competency in after.competencies:
        last = earlier.get(competency)
        for aspect in ASPECTS:
            answer = after.rating(competency).answer(aspect)
            if last and answer is not None and answer != before.rating(competency).answer(aspect):
                then = last.rating.answer(aspect)
                if then is not None:
                    yield f"On {last.day} you said: {words.words(aspect, then)}"


def moved_far(record: Assessment, competency: str, earlier: Mapping[str, Earlier]) -> bool:
    """Return whether confidence has moved since last time so far that it is worth a word."""
    last = earlier.get(competency)
    now = record.rating(competency).confidence
    then = last.rating.confidence if last else None
    return isinstance(now, int) and isinstance(then, int) and abs(now - then) >= MARKED

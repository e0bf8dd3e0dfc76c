"""What was answered last time, and when it is worth a word that something moved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from isp_cli.assess.record import Apart, Assessment, RatedRecord, Rating, example_key
from isp_cli.assess.scales import ASPECTS, Aspect, scales

MARKED: Mapping[Aspect, int] = {"confidence": 2, "importance": 2, "use": 3}
"""By how many levels an answer must have moved for it to be asked what made the difference.

Use goes up and down with the calendar, so it takes more.
"""


@dataclass(frozen=True)
class Earlier:
    """What was last answered about a competency, each of the three whenever that was.

    Attributes:
        day: the day of what `days` does not name.
        rating: the last answer to each of the three.
        example: the last example that was given.
        days: the day of each answer, and of the example.
    """

    day: str
    rating: Rating
    example: str = ""
    days: Mapping[str, str] = field(default_factory=dict)

    def on(self, what: str) -> str:
        """Return the day on which one of the three was answered, or the "example" was given."""
        return self.days.get(what, self.day)

    def followed(self, assessment: Assessment, competency: str) -> "Earlier":
        """Return it with what a later assessment says of the competency, where that says it."""
        rating, example = assessment.rating(competency), assessment.text(example_key(competency))
        answers = {each: rating.answer(each) for each in ASPECTS}
        new = {name: answer for name, answer in answers.items() if answer is not None}
        said = [*new, "example"] if example.strip() else list(new)
        return Earlier(
            assessment.day,
            Rating.model_validate({**self.rating.model_dump(), **new}),
            example if example.strip() else self.example,
            {**self.days, **dict.fromkeys(said, assessment.day)},
        )


def earlier_ratings(assessments: Iterable[Assessment]) -> dict[str, Earlier]:
    """Return what was last answered of each competency in `assessments`, the oldest first.

    A quick look says nothing of importance and use; what was said of them before still holds.
    """
    found: dict[str, Earlier] = {}
    for each in assessments:
        for competency in each.ratings:
            before = found.get(competency, Earlier(each.day, Rating()))
            found[competency] = before.followed(each, competency)
    return found


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
                yield f"On {last.on(aspect)} you said: {words.words(aspect, then)}"
        key = example_key(competency)
        if last.example.strip() and after.text(key) != before.text(key):
            yield f"Your example on {last.on('example')}:"
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

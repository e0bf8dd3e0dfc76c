"""Assessments side by side: what was answered each time, from the earliest to the latest.

Answers are held beside one another, competency by competency. Nothing is added up, and no change
is called good or bad.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from isp_cli.assess.nearby import LookedBackOn
from isp_cli.assess.record import Apart, Assessment
from isp_cli.assess.scales import ASPECTS, Aspect


@dataclass(frozen=True)
class Course:
    """The answers to one of the three, the earliest first; None where there is none."""

    aspect: Aspect
    answers: tuple[int | Apart | None, ...]

    @property
    def moved(self) -> bool:
        """Whether it was answered more than once, and not alike each time."""
        return len({each for each in self.answers if each is not None}) > 1


@dataclass(frozen=True)
class Change:
    """What was answered about one competency, by its id.

    Attributes:
        courses: the three that are rated.
        seen_otherwise: whether a then-rating differs from what was answered at the time.
    """

    competency: str
    courses: tuple[Course, ...]
    seen_otherwise: bool = False

    @property
    def moved(self) -> bool:
        """Whether any of the answers moved."""
        return any(each.moved for each in self.courses)


@dataclass(frozen=True)
class Comparison:
    """What assessments say, one beside the other.

    Attributes:
        records: the assessments, the earliest first.
        changes: the competencies rated more than once.
        once: for each assessment, the ids of those rated in it alone.
    """

    records: tuple[LookedBackOn, ...]
    changes: tuple[Change, ...]
    once: tuple[tuple[str, ...], ...]

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes in which there is something to see."""
        return tuple(each for each in self.changes if each.moved or each.seen_otherwise)


def comparison(records: Sequence[LookedBackOn], wanted: Collection[str] = ()) -> Comparison:
    """Return assessments side by side, their competencies in the order of the latest.

    Args:
        records: the assessments, the earliest first.
        wanted: the ids of the competencies to look at; without any, all of them.
    """
    rated = [_rated(each.assessment, wanted) for each in records]
    every = dict.fromkeys(name for names in reversed(rated) for name in names)
    times = {name: sum(name in names for names in rated) for name in every}
    return Comparison(
        records=tuple(records),
        changes=tuple(_change(each, records) for each in every if times[each] > 1),
        once=tuple(tuple(each for each in names if times[each] == 1) for names in rated),
    )


def _rated(assessment: Assessment, wanted: Collection[str]) -> list[str]:
    """Return the ids of the competencies with an answer, in the order of the assessment."""
    return [
        each
        for each in assessment.named
        if (not wanted or each in wanted)
        and any(assessment.rating(each).answer(aspect) is not None for aspect in ASPECTS)
    ]


def _change(competency: str, records: Sequence[LookedBackOn]) -> Change:
    ratings = [each.assessment.rating(competency) for each in records]
    then = [
        (rating.confidence, looking_back.rating(competency).confidence)
        for rating, record in zip(ratings, records, strict=True)
        for looking_back in record.then
    ]
    return Change(
        competency,
        tuple(Course(aspect, tuple(each.answer(aspect) for each in ratings)) for aspect in ASPECTS),
        seen_otherwise=any(later not in (None, original) for original, later in then),
    )

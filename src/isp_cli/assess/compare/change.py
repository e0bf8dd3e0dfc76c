"""Two assessments side by side: what was answered then, and what now.

Answers are held beside one another, competency by competency. Nothing is added up, and no change
is called good or bad.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from isp_cli.assess.record import Apart, Assessment, example_key
from isp_cli.assess.scales import ASPECTS, Aspect


@dataclass(frozen=True)
class Pair:
    """The answers to one of the three, then and now; None where there is none."""

    aspect: Aspect
    then: int | Apart | None
    now: int | Apart | None

    @property
    def answered_twice(self) -> bool:
        """Whether it was answered both times."""
        return self.then is not None and self.now is not None

    @property
    def moved(self) -> bool:
        """Whether it was answered both times, and not alike."""
        return self.answered_twice and self.then != self.now


@dataclass(frozen=True)
class Change:
    """What was answered both times about one competency, by its id."""

    competency: str
    pairs: tuple[Pair, ...]

    @property
    def moved(self) -> bool:
        """Whether any of the answers moved."""
        return any(each.moved for each in self.pairs)


@dataclass(frozen=True)
class Comparison:
    """What two assessments say, one beside the other.

    Attributes:
        changes: the competencies rated in both.
        only_then: the ids of those rated in the earlier one alone.
        only_now: the ids of those rated in the later one alone.
    """

    changes: tuple[Change, ...]
    only_then: tuple[str, ...]
    only_now: tuple[str, ...]


def comparison(then: Assessment, now: Assessment) -> Comparison:
    """Return the earlier and the later assessment side by side, in the order of the later."""
    before, after = _rated(then), _rated(now)
    return Comparison(
        changes=tuple(_change(each, then, now) for each in after if each in before),
        only_then=tuple(each for each in before if each not in after),
        only_now=tuple(each for each in after if each not in before),
    )


def as_data(then: Assessment, now: Assessment) -> Mapping[str, Any]:
    """Return the comparison as it is given to other programs, with the examples."""
    found = comparison(then, now)
    return {
        "then": _about(then),
        "now": _about(now),
        "competencies": [
            {
                "competency": change.competency,
                "moved": change.moved,
                "answers": {
                    each.aspect: {"then": each.then, "now": each.now, "moved": each.moved}
                    for each in change.pairs
                },
                "example": {
                    "then": then.text(example_key(change.competency)),
                    "now": now.text(example_key(change.competency)),
                },
            }
            for change in found.changes
        ],
        "only_then": list(found.only_then),
        "only_now": list(found.only_now),
    }


def _rated(assessment: Assessment) -> list[str]:
    """Return the ids of the competencies with an answer, in the order of the assessment."""
    return [
        each
        for each in assessment.named
        if any(assessment.rating(each).answer(aspect) is not None for aspect in ASPECTS)
    ]


def _change(competency: str, then: Assessment, now: Assessment) -> Change:
    before, after = then.rating(competency), now.rating(competency)
    pairs = tuple(Pair(each, before.answer(each), after.answer(each)) for each in ASPECTS)
    return Change(competency, pairs)


def _about(assessment: Assessment) -> Mapping[str, Any]:
    fields = assessment.fields()
    return {name: fields[name] for name in ("id", "status", "started", "finished")}

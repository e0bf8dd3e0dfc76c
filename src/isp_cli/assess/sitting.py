"""One sitting of an assessment: what was chosen for it, and what is known beside the record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from isp_cli.assess.context import Part
from isp_cli.assess.earlier import Earlier
from isp_cli.assess.record import Assessment
from isp_cli.guide.model import Competency, Guide

FEW = 3
"""Of how many competencies the key activities are gone through in one assessment, at the most;
beyond as many, an assessment is a large one, at whose end the principles are offered."""


@dataclass(frozen=True)
class Options:
    """What was chosen before the session.

    Attributes:
        competencies: the ids of those to assess; without any, it is asked.
        depth: how much of each; without it, it is asked.
        activities: go down to the key activities of a few competencies.
        principles: ask for a moment of each principle.
        skipped: ask again what was passed over.
    """

    competencies: tuple[str, ...] = ()
    depth: Literal["quick", "full"] | None = None
    activities: bool = False
    principles: bool = False
    skipped: bool = False


@dataclass(frozen=True)
class Moment:
    """A note of the person's own that may become an example: what it is called, and its text."""

    title: str
    text: str


@dataclass(frozen=True)
class Sitting:
    """What the questions of one sitting have in common.

    Attributes:
        guide: the guide whose competencies are assessed.
        options: what was chosen before.
        earlier: the last rating of each competency.
        context: what was said last time of the work.
        moments: returns the person's notes on a competency.
        opens: whether it is yet to be chosen what is assessed.
        goes_on: whether some of it is rated already; what the work is, is then not asked first.
        given: what was answered in this sitting and is not in the record, by the key of the
            question.
    """

    guide: Guide
    options: Options = field(default_factory=Options)
    earlier: Mapping[str, Earlier] = field(default_factory=dict)
    context: Mapping[Part, str] = field(default_factory=dict)
    moments: Callable[[str], Sequence[Moment]] = lambda _: ()
    opens: bool = False
    goes_on: bool = False
    given: dict[str, str] = field(default_factory=dict)

    def asked(self, record: Assessment) -> list[Competency]:
        """Return the competencies that are assessed, as far as the guide has them."""
        return [each for each in self.guide.competencies if each.id in record.competencies]

    def gone(self, record: Assessment) -> tuple[str, ...]:
        """Return the ids of those in the record that the guide does not have."""
        known = {each.id for each in self.guide.competencies}
        return tuple(each for each in record.named if each not in known)

    def with_scope(self, record: Assessment, chosen: Sequence[str]) -> Assessment:
        """Return the record with what is to be assessed; what the guide no longer has stays."""
        known = [each.id for each in self.guide.competencies]
        gone = [each for each in record.competencies if each not in known]
        ids = (*(each for each in known if each in chosen), *gone)
        return self.with_few(record.with_values(competencies=ids))

    def with_few(self, record: Assessment) -> Assessment:
        """Return the record with the key activities of all its competencies, if they are few."""
        asked = [each.id for each in self.asked(record)]
        kept = tuple(each for each in record.activities_for if each in asked)
        if self.options.activities and not kept and len(asked) <= FEW:
            kept = tuple(asked)
        return record.with_values(activities_for=kept)

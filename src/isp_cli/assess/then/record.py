"""Then-ratings as a record of their own, which names the assessment that it looks back on."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from isp_cli.assess.record import Assessment, RatedRecord

HINDSIGHT = "hindsight"
"""The key under which it is kept what one sees now that one did not see then."""

HINDSIGHT_HEADING = "What I see now that I did not see then"


class ThenRating(RatedRecord):
    """Where a person, looking back, would now place herself at the time of an assessment.

    Confidence alone is rated: how much one used a competency in three months of long ago is
    nothing that one can see better now.

    Attributes:
        assessment: the id of the assessment that it looks back on; empty until one is chosen.
        assessed: the day of that assessment.
    """

    kind: ClassVar[str] = "then-rating"
    verb: ClassVar[str] = "assess then"
    folder: ClassVar[str] = "then-ratings"

    assessment: str = ""
    assessed: date | None = None

    @property
    def assessed_day(self) -> str:
        """The day of the assessment, such as "3 March 2027"; words where it is not known."""
        if self.assessed is None:
            return "an unknown day"
        return f"{self.assessed:%d %B %Y}".removeprefix("0")

    def about(self, assessment: Assessment, competencies: tuple[str, ...]) -> "ThenRating":
        """Return the record for these competencies of an assessment."""
        day = (assessment.finished or assessment.started).date()
        return self.with_values(assessment=assessment.id, assessed=day, competencies=competencies)


def looking_back_on(
    assessment: Assessment, records: Iterable[ThenRating]
) -> tuple[ThenRating, ...]:
    """Return those of `records` that look back on `assessment`."""
    return tuple(each for each in records if each.assessment == assessment.id)


def rated_competencies(assessment: Assessment) -> tuple[str, ...]:
    """Return the ids of the competencies whose confidence was rated in an assessment."""
    return tuple(
        each for each in assessment.named if assessment.rating(each).confidence is not None
    )

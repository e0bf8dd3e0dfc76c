"""A self-assessment as a record."""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import BeforeValidator, Field

from isp_cli.assess.scales import ASPECTS, Aspect
from isp_cli.portfolio.record import Entry, Record

Apart = Literal["dont-know", "no-opportunity", "not-applicable"]
"""Answers that are not a level; none of them means a low one."""


def _answer(value: object) -> int | str | None:
    """Return an answer in the form that a record holds, however a person spelt it."""
    if value is None or isinstance(value, bool):
        spoken = "" if value is None else str(value)
    else:
        spoken = re.sub(r"[\s_-]+", "-", re.sub("['\u2019]", "", str(value).strip().lower()))
    if not spoken:
        return None
    if spoken in {"1", "2", "3", "4", "5"}:
        return int(spoken)
    if spoken in get_args(Apart):
        return spoken
    raise ValueError(
        f"is {repr(value)[:40]}; it must be 1 to 5, or one of: {', '.join(get_args(Apart))}"
    )


Answer = Annotated[int | Apart | None, BeforeValidator(_answer)]
"""One answer: a level from 1 to 5, an answer apart, or None where there is none."""


class Rating(Entry):
    """Confidence, importance and use of one competency at one time."""

    confidence: Answer = None
    importance: Answer = None
    use: Answer = None

    def answer(self, aspect: Aspect) -> "int | Apart | None":
        """Return the answer to one of the three."""
        found: int | Apart | None = getattr(self, aspect)
        return found


class RatedRecord(Record):
    """A record with ratings of chosen competencies.

    Attributes:
        competencies: the ids of those that are rated, in the guide's order.
        ratings: by the id of the competency; those not yet rated are missing.
    """

    status: Literal["draft", "finished"] = "draft"
    competencies: tuple[str, ...] = ()
    ratings: Mapping[str, Rating] = Field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is rated and nothing written."""
        return not self.ratings and super().is_empty

    @property
    def named(self) -> tuple[str, ...]:
        """The ids of all competencies in it: those chosen, then any that were rated by hand."""
        return tuple(dict.fromkeys([*self.competencies, *self.ratings]))

    def rating(self, competency: str) -> Rating:
        """Return the rating of a competency, with nothing answered where there is none."""
        return self.ratings.get(competency, Rating())

    def with_answer(self, competency: str, aspect: Aspect, value: object) -> Self:
        """Return the record with one answer set."""
        rating = Rating.model_validate({**self.rating(competency).model_dump(), aspect: value})
        return self.with_values(ratings={**self.ratings, competency: rating})


class Assessment(RatedRecord):
    """Ratings of chosen competencies, and examples from practice.

    Attributes:
        depth: "quick" asks for confidence alone, "full" for all.
    """

    kind: ClassVar[str] = "assessment"
    verb: ClassVar[str] = "assess"
    folder: ClassVar[str] = "assessments"

    depth: Literal["quick", "full"] = "full"

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What is rated of each competency, in the order in which it is asked."""
        return ASPECTS if self.depth == "full" else ASPECTS[:1]


def difference_key(competency: str) -> str:
    """Return the key under which it is kept what made the difference since last time."""
    return f"difference.{competency}"


def example_key(competency: str) -> str:
    """Return the key under which the example for a competency is kept."""
    return f"example.{competency}"

"""A self-assessment as a record."""

import re
from collections.abc import Collection, Mapping
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

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


Practice = Literal["does", "wishes"]
"""What can be said of a key activity: one does it already, one would like to do it."""


class Assessment(RatedRecord):
    """Ratings of chosen competencies, and examples from practice.

    Attributes:
        depth: "quick" asks for confidence alone, "full" for all; None where it is yet to be chosen.
        activities_for: the ids of the competencies whose key activities are gone through.
        activities: by the id of the key activity, what is said of it; others are missing.
        principles: the ids of the principles of which a moment is told.
        skipped: the keys of the questions that the person passed over on purpose.
    """

    kind: ClassVar[str] = "assessment"
    verb: ClassVar[str] = "assess"
    folder: ClassVar[str] = "assessments"

    depth: Literal["quick", "full"] | None = None
    activities_for: tuple[str, ...] = ()
    activities: Mapping[str, Literal["does", "wishes", "both"]] = Field(default_factory=dict)
    principles: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is said in it but what the work is."""
        told = any(p.text.strip() for p in self.passages if not p.key.startswith(CONTEXT))
        return not (self.ratings or self.activities or told)

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What is rated of each competency, in the order in which it is asked."""
        return ASPECTS[:1] if self.depth == "quick" else ASPECTS

    def practised(self, what: Practice) -> tuple[str, ...]:
        """Return the ids of the key activities of which this is said."""
        return tuple(each for each, said in self.activities.items() if said in (what, "both"))

    def with_practice(self, what: Practice, chosen: Collection[str], of: Collection[str]) -> Self:
        """Return the assessment with this said of those chosen, and of no others in `of`."""
        said: dict[str, Any] = dict(self.activities)
        for each in of:
            both = {name for name in ("does", "wishes") if each in self.practised(name)} - {what}
            both |= {what} if each in chosen else set()
            said.pop(each, None)
            if both:
                said[each] = "both" if len(both) > 1 else both.pop()
        return self.with_values(activities=said)

    def with_skipped(self, key: str) -> Self:
        """Return the assessment with a question passed over."""
        return self.with_values(skipped=tuple(dict.fromkeys([*self.skipped, key])))

    def without_skipped(self, *keys: str) -> Self:
        """Return the assessment with these questions open again; without keys, all of them."""
        left = tuple(each for each in self.skipped if keys and each not in keys)
        return self if left == self.skipped else self.with_values(skipped=left)

    def fields(self) -> dict[str, Any]:
        """Return the front matter; what nobody asked for takes no line in it."""
        seldom = ("activities_for", "activities", "principles", "skipped")
        found = super().fields()
        return found | {name: found[name] or None for name in seldom}


CONTEXT = "context."
"""How the keys begin under which it is kept what the work is."""


def difference_key(competency: str) -> str:
    """Return the key under which it is kept what made the difference since last time."""
    return f"difference.{competency}"


def example_key(competency: str) -> str:
    """Return the key under which the example for a competency is kept."""
    return f"example.{competency}"


def principle_key(principle: str) -> str:
    """Return the key under which a moment of a principle is kept."""
    return f"principle.{principle}"

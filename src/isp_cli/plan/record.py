"""A development plan as a record."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from isp_cli.plan import further
from isp_cli.plan.steps import Step, steps_in
from isp_cli.portfolio.passage import Passage
from isp_cli.portfolio.record import Entry, Record

Part = Literal["further", "resources", "learn-from", "steps", "evidence", "obstacles"]
PARTS: tuple[Part, ...] = (
    "further", "resources", "learn-from", "steps", "evidence", "obstacles",
)  # fmt: skip
"""What a goal says, in the order in which it is asked and written."""

HEADINGS: dict[Part, str] = {
    "further": "What further looks like",
    "resources": "Resources available",
    "learn-from": "Who to learn from",
    "steps": "Next steps",
    "evidence": "How I will know",
    "obstacles": "What could get in the way, and what then",
}

LOOKING_BACK = "looking-back"
"""The key of what the person says about the whole plan when it is closed."""

_REVIEW = re.compile(r"review\.(?P<day>\d{4}-\d{2}-\d{2})\.(?P<competency>.+)", re.ASCII)


class Goal(Entry):
    """A competency to develop."""

    competency: str


@dataclass(frozen=True)
class Review:
    """What was said about one goal on one day, under `###` headings."""

    day: date
    competency: str
    text: str


class Plan(Record):
    """Competencies to develop over one to two years, each with dated steps.

    Attributes:
        status: "draft" while it is being made, then "active", in the end "closed".
        horizon: the day until which it runs; None where it was not said.
        goals: what is to be developed.
        reviews: the days on which it is to be looked at again; None where that was not asked.
        reviewed_on: the day of the last review that was finished.
        reviewing: the day of a review that was begun and is not finished.
        closed: the day that it was closed.
        follows: the id of the plan that goals or steps were carried over from.

    What the goals say are the passages; the steps are a task list in one of them.
    """

    kind: ClassVar[str] = "plan"
    verb: ClassVar[str] = "plan"
    folder: ClassVar[str] = "plans"

    status: Literal["draft", "active", "closed"] = "draft"
    horizon: date | None = None
    goals: tuple[Goal, ...] = ()
    reviews: tuple[date, ...] | None = None
    reviewed_on: date | None = None
    reviewing: date | None = None
    closed: date | None = None
    follows: str | None = None

    @property
    def stem(self) -> str:
        """The date, and the year in which the plan ends."""
        started = self.started.date()
        return f"{started.isoformat()}-{(self.horizon or started).year}"

    @property
    def is_empty(self) -> bool:
        """Whether there is no goal."""
        return not self.goals

    @property
    def competencies(self) -> tuple[str, ...]:
        """The ids of the competencies that the goals are about, each once."""
        return tuple(dict.fromkeys(each.competency for each in self.goals))

    @property
    def past_reviews(self) -> tuple[Review, ...]:
        """The reviews so far, oldest first, each of one goal."""
        return tuple(sorted(self._reviews(), key=lambda each: each.day))

    @property
    def last_review(self) -> date | None:
        """The day of the last review, finished or not; None where there was none."""
        days = [each.day for each in self._reviews()]
        return max([*days, *([self.reviewed_on] if self.reviewed_on else [])], default=None)

    @property
    def reviews_ahead(self) -> tuple[date, ...]:
        """The days of reviews that are not held yet, in the order of time; none once it is closed.

        What lies before the last review was held with it.
        """
        last = self.last_review or date.min
        planned = () if self.status == "closed" else self.reviews or ()
        return tuple(sorted(day for day in planned if day > last))

    def said(self, part: Part, competency: str) -> str:
        """Return what a goal says, or nothing."""
        return self.text(f"{part}.{competency}")

    def saying(self, part: Part, competency: str, name: str, text: str) -> "Plan":
        """Return the plan with `text` for a part of a goal; `name` is the competency's."""
        return self._placed(Passage(f"{part}.{competency}", f"{name}: {HEADINGS[part]}", text))

    def reviewed(self, day: date, competency: str, heading: str, text: str) -> "Plan":
        """Return the plan with what was said about a goal on `day`, below what the goal says."""
        return self._placed(Passage(f"review.{day.isoformat()}.{competency}", heading, text))

    def review(self, day: date, competency: str) -> str:
        """Return what was said about a goal in the review of `day`, or nothing."""
        return self.text(f"review.{day.isoformat()}.{competency}")

    def steps(self, competency: str) -> tuple[Step, ...]:
        """Return the steps of a goal, in the order of the file."""
        return steps_in(self.said("steps", competency))

    def activities(self, competency: str) -> tuple[str, ...]:
        """Return the ids of the key activities in which one wants to come further."""
        return further.chosen_in(self.said("further", competency))

    def for_competencies(self, chosen: tuple[str, ...]) -> "Plan":
        """Return the plan with these goals; those that it has already stay as they are."""
        known = {each.competency: each for each in self.goals}
        return self.with_values(goals=tuple(known.get(c, Goal(competency=c)) for c in chosen))

    def _reviews(self) -> Iterator[Review]:
        for each in self.passages:
            found = _REVIEW.fullmatch(each.key)
            if found and each.text.strip():
                try:
                    day = date.fromisoformat(found["day"])
                except ValueError:  # a day that does not exist: the passage is the person's own
                    continue
                yield Review(day, found["competency"], each.text)

    def _placed(self, passage: Passage) -> "Plan":
        """Return the plan with a passage where it belongs: in its goal, in the order of parts."""
        if any(each.key == passage.key for each in self.passages):
            return self.with_text(passage.key, passage.heading, passage.text)
        order = _order(self.competencies)
        wanted = _rank(passage.key, order)
        at = next(
            (n for n in range(len(self.passages), 0, -1)
             if (rank := _rank(self.passages[n - 1].key, order)) and wanted and rank <= wanted),
            0 if wanted else len(self.passages),
        )  # fmt: skip
        passages = (*self.passages[:at], passage, *self.passages[at:])
        return self.with_values(passages=passages)


def _order(competencies: tuple[str, ...]) -> Mapping[str, int]:
    return {each: place for place, each in enumerate(competencies)}


def _rank(key: str, order: Mapping[str, int]) -> tuple[int, int, str] | None:
    """Return where a passage stands among those of the goals; None for one of no goal."""
    review = _REVIEW.fullmatch(key)
    part, _, competency = key.partition(".")
    if review:
        return (order.get(review["competency"], len(order)), len(PARTS), review["day"])
    if part not in PARTS:
        return None
    return (order.get(competency, len(order)), PARTS.index(part), "")

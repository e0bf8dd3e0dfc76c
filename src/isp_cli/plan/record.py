"""A development plan as a record."""

from datetime import date
from typing import ClassVar, Literal

from isp_cli.plan.steps import Step, steps_in
from isp_cli.portfolio.record import Entry, Record

Part = Literal["resources", "learn-from", "steps", "evidence"]
PARTS: tuple[Part, ...] = ("resources", "learn-from", "steps", "evidence")
"""What a goal says, in the order in which it is asked and written."""

HEADINGS: dict[Part, str] = {
    "resources": "Resources available",
    "learn-from": "Who to learn from",
    "steps": "Next steps",
    "evidence": "How I will know",
}


class Goal(Entry):
    """A competency to develop."""

    competency: str


class Plan(Record):
    """Competencies to develop over one to two years, each with dated steps.

    Attributes:
        status: "draft" while it is being made, then "active", in the end "closed".
        horizon: the day until which it runs; None where it was not said.
        goals: what is to be developed.

    What the goals say are the passages; the steps are a task list in one of them.
    """

    kind: ClassVar[str] = "plan"
    verb: ClassVar[str] = "plan"
    folder: ClassVar[str] = "plans"

    status: Literal["draft", "active", "closed"] = "draft"
    horizon: date | None = None
    goals: tuple[Goal, ...] = ()

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
        """The ids of the competencies that the goals are about."""
        return tuple(each.competency for each in self.goals)

    def said(self, part: Part, competency: str) -> str:
        """Return what a goal says, or nothing."""
        return self.text(f"{part}.{competency}")

    def saying(self, part: Part, competency: str, name: str, text: str) -> "Plan":
        """Return the plan with `text` for a part of a goal; `name` is the competency's."""
        return self.with_text(f"{part}.{competency}", f"{name}: {HEADINGS[part]}", text)

    def steps(self, competency: str) -> tuple[Step, ...]:
        """Return the steps of a goal, in the order of the file."""
        return steps_in(self.said("steps", competency))

    def for_competencies(self, chosen: tuple[str, ...]) -> "Plan":
        """Return the plan with these goals; those that it has already stay as they are."""
        known = {each.competency: each for each in self.goals}
        return self.with_values(goals=tuple(known.get(c, Goal(competency=c)) for c in chosen))

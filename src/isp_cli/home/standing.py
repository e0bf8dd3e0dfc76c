"""Where one is in the cycle, as values."""

from dataclasses import dataclass
from datetime import date, timedelta

from isp_cli.assess.others.record import View
from isp_cli.assess.record import Assessment
from isp_cli.note.found import FoundNote
from isp_cli.plan import rhythm
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import Numbered, numbered
from isp_cli.portfolio.record import Record
from isp_cli.reflect.record import Reflection

SOON = timedelta(days=14)
"""How far ahead a step is named, and how long a view that came in is."""


@dataclass(frozen=True)
class PlanStanding:
    """How an active plan stands on one day.

    Attributes:
        plan: the plan.
        name: what it goes by on the command line.
        steps: its open steps that are due soon or were due, the earliest first.
        review: the day since which it wants to be looked at again, or None.
        is_over: whether its time is over.
    """

    plan: Plan
    name: str
    steps: tuple[Numbered, ...]
    review: date | None
    is_over: bool

    @classmethod
    def of(cls, plan: Plan, name: str, today: date) -> "PlanStanding":
        """Return how `plan` stands on the day `today`."""
        dated = [
            (each.step.due, each)
            for each in numbered(plan)
            if each.step.is_open and each.step.due and each.step.due <= today + SOON
        ]
        steps = tuple(each for _, each in sorted(dated, key=lambda pair: pair[0]))
        review = rhythm.due(plan.reviews_ahead, today)
        return cls(plan, name, steps, review, plan.horizon is not None and plan.horizon < today)


@dataclass(frozen=True)
class Standing:
    """What there is in a portfolio, as far as it says where one is.

    Attributes:
        today: the day that it is.
        drafts: what was begun and is not finished.
        assessment, reflection: the latest.
        plans: the active plans, oldest first.
        closed: the plan that was closed last.
        assessing: the words behind `isp` for an assessment of the competencies of that plan.
        note: the latest.
        year_ago: notes about the days around this day a year ago.
        views: how others see one's work, oldest first.
    """

    today: date
    drafts: tuple[Record, ...] = ()
    assessment: Assessment | None = None
    reflection: Reflection | None = None
    plans: tuple[PlanStanding, ...] = ()
    closed: Plan | None = None
    assessing: tuple[str, ...] = ()
    note: FoundNote | None = None
    year_ago: tuple[FoundNote, ...] = ()
    views: tuple[View, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing yet."""
        found = (self.drafts, self.assessment, self.reflection, self.plans, self.closed, self.note)
        return not any(found)

    @property
    def closes_the_loop(self) -> bool:
        """Whether a plan was closed, none is active, and there is no assessment since."""
        closed = self.closed.closed if self.closed and not self.plans else None
        assessed = self.assessment.started.date() if self.assessment else date.min
        return bool(self.assessing and closed and assessed < closed)

    @property
    def new_views(self) -> int:
        """How many views came in lately."""
        return sum(self.today - each.started.date() <= SOON for each in self.views)

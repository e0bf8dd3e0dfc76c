"""A development plan as a YAML form: the empty one, and what a filled one says."""

from collections.abc import Iterator
from datetime import date, datetime

from isp_cli import dates
from isp_cli.assess.activities import in_full
from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Competency, Guide
from isp_cli.plan import further
from isp_cli.plan.record import Goal, Part, Plan
from isp_cli.plan.steps import Step, as_text
from isp_cli.sessions.answers import HOW_TO_WRITE, Form, Written, form_text
from isp_cli.sessions.desk import guide_version

Wrong = tuple[list[str | int], str]
"""What is wrong with a form: the path of keys to it, and what."""


class StepForm(Form):
    """Something to do, by when, and who helps."""

    step: Written = ""
    by: Written = ""
    who_helps: Written = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return not any(map(str.strip, (self.step, self.by, self.who_helps)))


class GoalForm(Form):
    """What is said about one competency."""

    competency: Written = ""
    key_activities: tuple[Written, ...] | None = ()
    further: Written = ""
    resources: Written = ""
    learn_from: Written = ""
    steps: tuple[StepForm, ...] | None = ()
    evidence: Written = ""
    obstacles: Written = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        written = [self.competency, self.further, self.resources, self.learn_from]
        written += [self.evidence, self.obstacles, *(self.key_activities or ())]
        return not any(map(str.strip, written)) and all(each.is_empty for each in self.steps or ())


class PlanForm(Form):
    """A plan: until when, when it is looked at again, and for which competencies."""

    horizon: Written = ""
    reviews: tuple[Written, ...] | None = ()
    goals: tuple[GoalForm, ...]


def template(guide: Guide) -> str:
    """Return the form to fill in, with places for two goals of two steps each."""
    step = {"step": None, "by": None, "who_helps": None}
    goal = {
        "competency": None,
        "key_activities": [],
        "further": None,
        "resources": None,
        "learn_from": None,
        "steps": [step, step],
        "evidence": None,
        "obstacles": None,
    }
    return form_text(
        (
            [
                "Development plan. Copy a goal or a step for more; empty ones are left out.",
                HOW_TO_WRITE,
                f"horizon: the day until which the plan runs, such as {dates.EXAMPLES}.",
                "reviews: when you will look at it again, such as [in 3 months, in 6 months].",
            ],
            {"horizon": None, "reviews": []},
        ),
        (
            [
                "competency: one of " + ", ".join(each.id for each in guide.competencies),
                "key_activities: the numbers of those in which to come further, such as [2, 4].",
                "further: what it looks like to be further, in your own words.",
                "resources: what is available to you. learn_from: who you can learn from.",
                f"steps: what you will do, by when, such as {dates.EXAMPLES}, and who helps.",
                "evidence: how you will know that you have come further.",
                "obstacles: what could get in the way, and what you will do then.",
            ],
            {"goals": [goal, goal]},
        ),
    )


def check(guide: Guide, filled: PlanForm, today: date) -> Iterator[Wrong]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    horizon = dates.date_in(filled.horizon, today)
    if filled.horizon.strip() and horizon is None:
        yield ["horizon"], dates.unknown(filled.horizon)
    elif horizon and horizon < today:
        yield ["horizon"], f"{dates.spoken(horizon)} is past already; name a day to come"
    for number, day in enumerate(filled.reviews or ()):
        if day.strip() and dates.date_in(day, today) is None:
            yield ["reviews", number], dates.unknown(day)
    seen: set[str] = set()
    for number, goal in enumerate(filled.goals):
        if not goal.is_empty:
            path: list[str | int] = ["goals", number]
            yield from ((path + below, what) for below, what in _competency(guide, goal, seen))
            yield from ((path + below, what) for below, what in _steps(goal, today))
    if all(each.is_empty for each in filled.goals):
        yield ["goals"], "nothing is filled in yet"


def past(filled: PlanForm, today: date) -> Iterator[str]:
    """Yield a word on every date of a filled form that is past; such dates are kept."""
    named = [(each, "a review") for each in filled.reviews or ()]
    named += [(each.by, each.step.strip()) for goal in filled.goals for each in goal.steps or ()]
    for written, what in named:
        day = dates.date_in(written, today)
        if day and day < today:
            yield f"{dates.spoken(day)} is past already: {what}"


def _competency(guide: Guide, goal: GoalForm, seen: set[str]) -> Iterator[Wrong]:
    if not goal.competency.strip():
        yield ["competency"], "is missing; name the competency"
        return
    try:
        known = lookup.competency(guide, goal.competency)
    except NotFound as error:
        yield ["competency"], f"{error.what} {error.mend}".rstrip(".")
        return
    if known.id in seen:
        yield ["competency"], f"'{known.id}' has a goal already; keep one"
    seen.add(known.id)
    for number, each in enumerate(goal.key_activities or ()):
        if each.strip() and _activity(known, each) is None:
            what = f"'{each}' is no key activity of it; there are 1 to {len(known.activities)}"
            yield ["key_activities", number], what


def _activity(competency: Competency, written: str) -> str | None:
    """Return the id of the key activity that is meant by its number or its id."""
    wanted = written.strip().removeprefix(f"{competency.id}.activity.")
    ids = {each.id.rpartition(".")[2]: each.id for each in competency.activities}
    return ids.get(wanted)


def _steps(goal: GoalForm, today: date) -> Iterator[Wrong]:
    for number, each in enumerate(goal.steps or ()):
        if each.by.strip() and not each.step.strip():
            yield ["steps", number], "has a date but does not say what to do"
        elif each.who_helps.strip() and not each.step.strip():
            yield ["steps", number], "says who helps but not what there is to do"
        elif each.by.strip() and dates.date_in(each.by, today) is None:
            yield ["steps", number, "by"], dates.unknown(each.by)


def record(guide: Guide, filled: PlanForm, moment: datetime) -> Plan:
    """Return the active plan that a filled form holds."""
    today = moment.date()
    reviews = {day for each in filled.reviews or () if (day := dates.date_in(each, today))}
    plan = Plan.begun(
        moment,
        guide_version(guide),
        status="active",
        finished=moment,
        horizon=dates.date_in(filled.horizon, today),
        reviews=tuple(sorted(reviews)) or None,
    )
    for goal in filled.goals:
        if goal.is_empty:
            continue
        competency = lookup.competency(guide, goal.competency)
        plan = plan.with_values(goals=(*plan.goals, Goal(competency=competency.id)))
        for part, text in _parts(competency, goal, today).items():
            if text.strip():
                plan = plan.saying(part, competency.id, competency.name, text)
    return plan


def _parts(competency: Competency, goal: GoalForm, today: date) -> dict[Part, str]:
    """Return what a filled goal says, part by part."""
    wanted = {_activity(competency, each) for each in goal.key_activities or ()}
    words = {each.id: in_full(each) for each in competency.activities if each.id in wanted}
    steps = [
        Step(
            each.step.strip(), dates.date_in(each.by, today), helps=" ".join(each.who_helps.split())
        )
        for each in goal.steps or ()
        if each.step.strip()
    ]
    return {
        "further": further.with_own_words(
            further.with_chosen("", list(words), words), goal.further
        ),
        "resources": goal.resources,
        "learn-from": goal.learn_from,
        "steps": as_text(steps),
        "evidence": goal.evidence,
        "obstacles": goal.obstacles,
    }

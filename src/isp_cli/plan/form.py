"""A development plan as a YAML form: the empty one, and what a filled one says."""

from collections.abc import Iterator
from datetime import date, datetime

from isp_cli import dates
from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.plan.record import Goal, Part, Plan
from isp_cli.plan.steps import Step, as_text
from isp_cli.sessions.answers import Form, Written, form_text
from isp_cli.sessions.desk import guide_version

Wrong = tuple[list[str | int], str]
"""What is wrong with a form: the path of keys to it, and what."""


class StepForm(Form):
    """Something to do, and by when."""

    step: Written = ""
    by: Written = ""


class GoalForm(Form):
    """What is said about one competency."""

    competency: Written = ""
    resources: Written = ""
    learn_from: Written = ""
    steps: tuple[StepForm, ...] | None = ()
    evidence: Written = ""


class PlanForm(Form):
    """A plan: until when, and for which competencies."""

    horizon: Written = ""
    goals: tuple[GoalForm, ...]


def template(guide: Guide) -> str:
    """Return the form to fill in, with places for two goals of two steps each."""
    step = {"step": None, "by": None}
    goal = {
        "competency": None,
        "resources": None,
        "learn_from": None,
        "steps": [step, step],
        "evidence": None,
    }
    return form_text(
        (
            [
                "Development plan. Copy a goal or a step for more; empty ones are left out.",
                f"horizon: the day until which the plan runs, such as {dates.EXAMPLES}.",
            ],
            {"horizon": None},
        ),
        (
            [
                "competency: one of " + ", ".join(each.id for each in guide.competencies),
                "resources: what is available to you. learn_from: who you can learn from.",
                f"steps: what you will do, and by when, such as {dates.EXAMPLES}.",
                "evidence: how you will know that you have come further.",
            ],
            {"goals": [goal, goal]},
        ),
    )


def check(guide: Guide, filled: PlanForm, today: date) -> Iterator[Wrong]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    if filled.horizon.strip() and dates.date_in(filled.horizon, today) is None:
        yield ["horizon"], f"'{filled.horizon}' is no date; write for example {dates.EXAMPLES}"
    seen: set[str] = set()
    for number, goal in enumerate(filled.goals):
        if not _is_empty(goal):
            path: list[str | int] = ["goals", number]
            yield from ((path + below, what) for below, what in _competency(guide, goal, seen))
            yield from ((path + below, what) for below, what in _steps(goal, today))
    if all(map(_is_empty, filled.goals)):
        yield ["goals"], "nothing is filled in yet"


def _competency(guide: Guide, goal: GoalForm, seen: set[str]) -> Iterator[Wrong]:
    if not goal.competency.strip():
        yield ["competency"], "is missing; name the competency"
        return
    try:
        known = lookup.competency(guide, goal.competency).id
    except NotFound as error:
        yield ["competency"], f"{error.what} {error.mend}".rstrip(".")
        return
    if known in seen:
        yield ["competency"], f"'{known}' has a goal already; keep one"
    seen.add(known)


def _steps(goal: GoalForm, today: date) -> Iterator[Wrong]:
    for number, each in enumerate(goal.steps or ()):
        if each.by.strip() and not each.step.strip():
            yield ["steps", number], "has a date but does not say what to do"
        elif each.by.strip() and dates.date_in(each.by, today) is None:
            what = f"'{each.by}' is no date; write for example {dates.EXAMPLES}"
            yield ["steps", number, "by"], what


def record(guide: Guide, filled: PlanForm, moment: datetime) -> Plan:
    """Return the active plan that a filled form holds."""
    today = moment.date()
    plan = Plan.begun(
        moment,
        guide_version(guide),
        status="active",
        finished=moment,
        horizon=dates.date_in(filled.horizon, today),
    )
    for goal in filled.goals:
        if _is_empty(goal):
            continue
        competency = lookup.competency(guide, goal.competency)
        plan = plan.with_values(goals=(*plan.goals, Goal(competency=competency.id)))
        steps = [
            Step(each.step.strip(), dates.date_in(each.by, today))
            for each in goal.steps or ()
            if each.step.strip()
        ]
        parts: dict[Part, str] = {
            "resources": goal.resources,
            "learn-from": goal.learn_from,
            "steps": as_text(steps),
            "evidence": goal.evidence,
        }
        for part, text in parts.items():
            if text.strip():
                plan = plan.saying(part, competency.id, competency.name, text)
    return plan


def _is_empty(goal: GoalForm) -> bool:
    written = [goal.competency, goal.resources, goal.learn_from, goal.evidence]
    written += [text for each in goal.steps or () for text in (each.step, each.by)]
    return not any(map(str.strip, written))

"""What a review changes in a plan."""

from datetime import date

from isp_cli import dates
from isp_cli.plan import rhythm
from isp_cli.plan.record import Plan
from isp_cli.plan.review import said
from isp_cli.plan.step.acts import Act
from isp_cli.plan.view import name_of


def reviewed(act: Act, plan: Plan, competency: str, part: said.Part, day: date, words: str) -> Plan:
    """Return the plan with an answer about a goal in the review of `day`."""
    heading = f"{name_of(act.guide, competency)}: Review of {dates.spoken(day)}"
    text = said.with_answer(plan.review(day, competency), part, words)
    plan = plan.reviewed(day, competency, heading, text)
    reviews = rhythm.held(plan.reviews, day, act.today) if plan.reviews else plan.reviews
    return plan.with_values(reviewing=day, reviews=reviews)


def next_review(plan: Plan, today: date) -> date | None:
    """Return the day on which the plan is to be looked at next: as planned, or in three months.

    None where the person wants no fixed day, or where the plan does not run so long.
    """
    if plan.reviews == ():
        return None
    planned = rhythm.upcoming(plan.reviews or (), today)
    if planned:
        return planned
    later = dates.months_after(today, rhythm.USUAL)
    return min(later, plan.horizon) if plan.horizon and plan.horizon > today else later


def on_day(plan: Plan, day: date | None, today: date) -> Plan:
    """Return the plan that is to be looked at again on `day`; None stands for no fixed day."""
    if day is None:
        return plan.with_values(reviews=())
    return plan.with_values(reviews=rhythm.moved_on(plan.reviews or (), day, today))


def finished(plan: Plan, day: date, today: date) -> Plan:
    """Return the plan as it is when the review of `day` is over."""
    over = plan.horizon is not None and plan.horizon <= today
    following = None if over else next_review(plan, today)
    if following and following not in (plan.reviews or ()):
        plan = on_day(plan, following, today)
    return plan.with_values(reviewing=None, reviewed_on=day)

"""A development plan for a calendar (iCalendar, RFC 5545 with the properties of RFC 7986)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide
from isp_cli.handout.prose import legible
from isp_cli.plan.export.identity import keys, uid
from isp_cli.plan.export.page import TITLE
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step
from isp_cli.plan.view import name_of

if TYPE_CHECKING:
    from icalendar import Component

LARGEST_SEQUENCE = 2**31 - 1
"""What a whole number can be at the most (RFC 5545, section 3.3.8)."""


def as_calendar(
    plan: Plan,
    guide: Guide,
    goals: tuple[str, ...],
    *,
    changed: datetime,
    todo: bool = False,
) -> bytes:
    """Return the steps and the review days as a calendar file, UTF-8 with CR and LF.

    Steps are events of a whole day that take no time; with `todo` they are tasks with a day by
    which they are due. All are private (CLASS, section 3.8.1.3). What is dropped is cancelled, and
    so is what was still open when the plan was closed.

    Each has the same UID at every export, so that a calendar updates what it has. SEQUENCE
    (section 3.8.7.4) counts the seconds from when the plan was begun to when it was last changed,
    so it is higher after every change and the same where there was none.

    Args:
        plan: the plan.
        guide: where the names of competencies are from.
        goals: the ids of the competencies whose steps go in.
        changed: when the plan was last changed (LAST-MODIFIED, section 3.8.7.3, and DTSTAMP,
            which is the same in a file that is no message; section 3.8.7.2).
        todo: whether steps are tasks, those without a date too.

    Raises:
        UsageProblem: there is nothing with a date.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//isp//development plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("uid", uid(plan.id))
    calendar.add("name", TITLE)
    calendar.add("x-wr-calname", TITLE)  # what most programs read in the place of NAME
    sequence = min(max(int((changed - plan.started).total_seconds()), 0), LARGEST_SEQUENCE)
    for each in (*_steps(plan, guide, goals, todo=todo), *_reviews(plan)):
        each.add("dtstamp", _utc(changed))
        each.add("created", _utc(plan.started))
        each.add("last-modified", _utc(changed))
        each.add("sequence", sequence)
        each.add("class", "PRIVATE")
        calendar.add_component(each)
    if not calendar.subcomponents:
        raise UsageProblem(
            "No step and no review of this plan has a date, so a calendar would be empty.",
            mend="Give them dates with isp plan step, or take steps without one with --todo.",
        )
    written: bytes = calendar.to_ical()
    return written


def _utc(moment: datetime) -> datetime:
    """Return the moment in UTC; as near as the calendar has it at its very ends."""
    try:
        return moment.astimezone(UTC)
    except OverflowError:
        return moment.replace(tzinfo=UTC)


def undated(plan: Plan, goals: tuple[str, ...]) -> int:
    """Return how many steps have no date, and so no place in a calendar; none that was dropped."""
    steps = (step for each in goals for step in plan.steps(each))
    return sum(not step.due and not step.is_dropped for step in steps)


def _steps(
    plan: Plan, guide: Guide, goals: tuple[str, ...], *, todo: bool
) -> Iterator["Component"]:
    for competency in goals:
        text = plan.said("steps", competency)
        goal = name_of(guide, competency)
        for step, key in zip(plan.steps(competency), keys(text), strict=True):
            is_off = step.is_dropped or (plan.status == "closed" and not step.done)
            if todo:
                known_by = uid(plan.id, "todo", competency, key)
                yield _task(step, goal, known_by, is_off=is_off)
            elif step.due:
                known_by = uid(plan.id, "step", competency, key)
                yield _event_of(step, step.due, goal, known_by, is_off=is_off)


def _event_of(step: Step, due: date, goal: str, known_by: str, *, is_off: bool) -> "Component":
    said = f"Done: {step.what}" if step.done else step.what
    event = _event(due, said, known_by)
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("description", _description(step, goal))
    return event


def _task(step: Step, goal: str, known_by: str, *, is_off: bool) -> "Component":
    from icalendar import Todo

    task = Todo()
    task.add("uid", known_by)
    task.add("summary", legible(step.what))
    task.add("description", _description(step, goal))
    if step.due:
        task.add("due", step.due)
    going = "IN-PROCESS" if step.mark == "/" else "NEEDS-ACTION"
    task.add("status", "CANCELLED" if is_off else "COMPLETED" if step.done else going)
    if step.done and step.ended:
        task.add("completed", datetime.combine(step.ended, time(12), UTC))
    return task


def _reviews(plan: Plan) -> Iterator["Component"]:
    """Yield the days to look at the plan again; the first, second and so on stay the same."""
    for number, day in enumerate(sorted(plan.reviews or ()), start=1):
        event = _event(day, "Look at the development plan again", uid(plan.id, f"review {number}"))
        is_off = plan.status == "closed" and day > (plan.closed or date.min)
        event.add("status", "CANCELLED" if is_off else "CONFIRMED")
        event.add("description", "To begin: isp plan review")
        yield event


def _event(day: date, said: str, known_by: str) -> "Component":
    from icalendar import Event

    event = Event()
    event.add("uid", known_by)
    event.add("summary", legible(said))
    event.add("dtstart", day)
    if day < date.max:
        event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    return event


def _description(step: Step, goal: str) -> str:
    helps = f"\nWho helps: {step.helps}" if step.helps else ""
    return legible(f"Goal: {goal}{helps}")

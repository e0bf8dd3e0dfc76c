"""Where one is in the cycle, as lines: few, calm, and none of them a reproach."""

from collections.abc import Iterator

from isp_cli import dates
from isp_cli.home.standing import PlanStanding, Standing
from isp_cli.note.found import FoundNote
from isp_cli.terminal.screen import Line, one_line, title

MOST = 5
"""How many steps are named; the plan has the others."""


def welcome_page() -> Iterator[Line]:
    """Yield what isp is, and the one thing to do first, for who has nothing in the portfolio."""
    yield title("isp: reflective practice for implementation support practitioners")
    yield Line()
    yield Line(
        "You browse a practice guide, assess yourself, reflect, plan what to develop, and come "
        "back later to see what changed. All you write stays in readable files on this machine."
    )
    yield Line()
    yield Line("To begin, take a look around with a sample: isp tour")


def home_page(standing: Standing) -> Iterator[Line]:
    """Yield where the person is, what waits for them, and what could come next."""
    yield Line(_where(standing))
    for draft in standing.drafts:
        begun = f"{draft.kind.capitalize()} begun on {draft.day}, not finished."
        yield Line(f"{begun} To go on: isp {draft.verb}")
    if len(standing.plans) > 1:
        names = " and ".join(each.name for each in standing.plans)
        yield Line(f"You have more than one active plan; --plan says which: {names}")
    for each in standing.plans:
        yield from _plan(each, standing, several=len(standing.plans) > 1)
    if standing.year_ago:
        yield Line(_year_ago(standing.year_ago))
    if standing.new_views:
        yield Line(_views(standing.new_views))
    yield Line(_next(standing))


def _where(standing: Standing) -> str:
    done = []
    if standing.assessment:
        done.append(f"assessed yourself on {standing.assessment.day}")
    if standing.reflection:
        done.append(f"reflected on {standing.reflection.day}")
    if standing.plans:
        done.append(f"made a plan on {standing.plans[-1].plan.day}")
    elif standing.closed and standing.closed.closed:
        done.append(f"closed a plan on {dates.spoken(standing.closed.closed)}")
    if not done and standing.note:
        done.append(f"wrote a note on {dates.spoken(standing.note.day)}")
    if not done:
        return "You have begun." if standing.drafts else "You are at the beginning."
    *first, last = done
    return f"You {', '.join(first)}{' and ' if first else ''}{last}."


def _plan(each: PlanStanding, standing: Standing, *, several: bool) -> Iterator[Line]:
    name = f" --plan {each.name}" if several else ""
    if each.plan.reviewing:
        begun = dates.spoken(each.plan.reviewing)
        yield Line(f"Review begun on {begun}, not finished. To go on: isp plan review{name}")
    if each.is_over and each.plan.horizon:
        until = dates.spoken(each.plan.horizon)
        yield Line(f"The plan ran until {until}. To look back and close it: isp plan close{name}")
    elif each.review and not each.plan.reviewing:
        since = "today" if each.review == standing.today else f"since {dates.spoken(each.review)}"
        yield Line(f"The plan is to be looked at again {since}: isp plan review{name}")
    if several and each.steps:
        yield Line(f"From {each.name}:")
    for step in each.steps[:MOST]:
        due = step.step.due
        if due:
            was = "was due" if due < standing.today else "due"
            yield Line(f"{step.step.what} ({was} {dates.spoken(due)})", mark="-", indent=2)
    if len(each.steps) > MOST:
        yield Line(f"and {len(each.steps) - MOST} more: isp plan show", indent=4)


def _year_ago(notes: tuple[FoundNote, ...]) -> str:
    first, *others = notes
    said = f'A year ago, on {dates.spoken(first.day)}, you noted "{one_line(first.title, 60)}"'
    if others:
        return f"{said} (to read it and others: isp note list --a-year-ago)"
    return f"{said} (to read it: isp note show {first.name})"


def _views(count: int) -> str:
    if count == 1:
        return "A view of your work came in lately. To see it: isp assess views"
    return f"{count} views of your work came in lately. To see them: isp assess views"


def _next(standing: Standing) -> str:
    return f"What could come next: {_suggestion(standing)}"


def _suggestion(standing: Standing) -> str:
    if standing.assessment is None:
        return "isp assess"
    if standing.reflection is None:
        return "isp reflect"
    if standing.closes_the_loop:
        return f"see what has changed: isp {' '.join(standing.assessing)}"
    if not standing.plans:
        return "isp plan"
    if any(each.steps for each in standing.plans):
        return "say what has become of a step: isp plan step"
    return "practise, and keep what you notice: isp note"

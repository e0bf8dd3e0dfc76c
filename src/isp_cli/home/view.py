"""Where one is in the cycle, as lines."""

from collections.abc import Iterator, Sequence
from datetime import date

from isp_cli import dates
from isp_cli.assess.record import Assessment
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import Record
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.screen import Line, title

SOON = 14
"""Days ahead within which a step is named."""


def welcome_page() -> Iterator[Line]:
    """Yield what isp is, for somebody who has nothing in the portfolio yet."""
    yield title("isp: reflective practice for implementation support practitioners")
    yield Line()
    yield Line(
        "Browse the practice guide, assess yourself, reflect, plan, and come back later to see "
        "what changed. All you write stays in readable files on this machine."
    )
    yield Line()
    yield Line("A first look, with a sample:   isp tour")
    yield Line("Read the guide:                isp browse")
    yield Line("Begin your own assessment:     isp assess")


def home_page(
    drafts: Sequence[Record],
    assessment: Assessment | None,
    reflection: Reflection | None,
    plan: Plan | None,
    today: date,
) -> Iterator[Line]:
    """Yield where the person is: drafts, the latest record of each kind, what could come next."""
    for draft in drafts:
        begun = f"{draft.kind.capitalize()} begun on {draft.day}, not finished."
        yield Line(f"{begun} To go on: isp {draft.verb}")
    for record in (assessment, reflection, plan):
        if record:
            yield Line(f"Latest {record.kind}: {record.day}. To see it: isp {record.verb} show")
    if plan:
        yield from _steps(plan, today)
    yield Line(_next(assessment, reflection, plan))


def _steps(plan: Plan, today: date) -> Iterator[Line]:
    for competency in plan.competencies:
        for step in plan.steps(competency):
            if step.due and step.is_open and (step.due - today).days <= SOON:
                when = "was due" if step.due < today else "due"
                yield Line(f"{step.what} ({when} {dates.spoken(step.due)})", mark="-", indent=2)


def _next(assessment: Assessment | None, reflection: Reflection | None, plan: Plan | None) -> str:
    if assessment is None:
        return "What could come next: isp assess"
    if reflection is None:
        return "What could come next: isp reflect"
    if plan is None:
        return "What could come next: isp plan"
    return "What could come next: practise, and look again when it suits you: isp assess"

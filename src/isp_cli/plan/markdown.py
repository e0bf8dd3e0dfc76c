"""A development plan as a Markdown document to hand over."""

from collections.abc import Iterator

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.plan import further
from isp_cli.plan.record import HEADINGS, PARTS, Plan
from isp_cli.plan.steps import Step, steps_in
from isp_cli.sessions.handing_over import escaped


def document(plan: Plan, guide: Guide) -> str:
    """Return the plan as Markdown (CommonMark, and the task lists that most editors tick).

    What the person wrote stands in it as written; the names of competencies are the guide's.
    """
    return "\n".join(_lines(plan, guide)).rstrip("\n") + "\n"


def _lines(plan: Plan, guide: Guide) -> Iterator[str]:
    names = {each.id: each.name for each in guide.competencies}
    yield "# Development plan"
    yield ""
    yield f"Made on {dates.spoken(plan.started.date())}" + (
        f", until {dates.spoken(plan.horizon)}." if plan.horizon else "."
    )
    for competency in plan.competencies:
        yield ""
        yield f"## {escaped(names.get(competency, competency))}"
        for part in PARTS:
            text = plan.said(part, competency)
            if text.strip():
                yield ""
                yield f"### {HEADINGS[part]}"
                yield ""
                yield _steps(text) if part == "steps" else further.shown(text).strip("\n")


def _steps(text: str) -> str:
    """Return the steps with their dates in words, and what the person noted between them."""
    return "\n".join(
        _step(line, found[0]) if (found := steps_in(line)) else line
        for line in text.strip("\n").split("\n")
    )


def _step(line: str, step: Step) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    by = f" (by {dates.spoken(step.due)})" if step.due else ""
    return f"{indent}- [{'x' if step.done else ' '}] {step.what}{by}"

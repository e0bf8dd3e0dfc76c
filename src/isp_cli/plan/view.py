"""A development plan, as lines."""

from collections.abc import Iterator

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.plan import further
from isp_cli.plan.record import HEADINGS, LOOKING_BACK, PARTS, Part, Plan
from isp_cli.plan.steps import Step, beneath, places
from isp_cli.terminal.screen import Line, heading, title


def plan_page(plan: Plan, guide: Guide) -> Iterator[Line]:
    """Yield a plan: its goals with their numbered steps, and what was said in reviews."""
    yield title(f"Development plan, {plan.day} ({plan.status})")
    yield from _about(plan)
    number = 1
    for competency in plan.competencies:
        yield from heading(name_of(guide, competency))
        for part in PARTS:
            text = plan.said(part, competency)
            if text.strip():
                yield Line(f"{HEADINGS[part]}:", indent=2)
                yield from _said(part, text, number)
        for review in plan.past_reviews:
            if review.competency == competency:
                yield Line(f"Review of {dates.spoken(review.day)}:", indent=2)
                yield Line(_without_signs(review.text), indent=4)
        number += len(plan.steps(competency))
    if plan.text(LOOKING_BACK).strip():
        yield from heading("Looking back")
        yield Line(plan.text(LOOKING_BACK), indent=2)


def _about(plan: Plan) -> Iterator[Line]:
    if plan.horizon:
        yield Line(f"Until {dates.spoken(plan.horizon)}")
    if plan.reviews_ahead:
        yield Line(f"To be looked at again on {', '.join(map(dates.spoken, plan.reviews_ahead))}")
    if plan.closed:
        yield Line(f"Closed on {dates.spoken(plan.closed)}")
    if not plan.goals:
        yield Line("It has no goals.")


def name_of(guide: Guide, competency: str) -> str:
    """Return the name of a competency; its id, and that it is gone, where the guide has none."""
    names = {each.id: each.name for each in guide.competencies}
    return names.get(competency, f"{competency} (not in this guide)")


def step_line(step: Step) -> str:
    """Return what a step says, with its day and what became of it."""
    said = f"{step.what}, by {dates.spoken(step.due)}" if step.due else step.what
    if step.is_dropped:
        return f"{said} (dropped{_on(step)})"
    return f"{said} (done{_on(step)})" if step.done and step.ended else said


def _on(step: Step) -> str:
    return f" {dates.spoken(step.ended)}" if step.ended else ""


def _said(part: Part, text: str, number: int) -> Iterator[Line]:
    if part == "steps":
        yield from _steps(text, number)
    elif part == "further":
        for line in further.shown(text).strip("\n").split("\n"):
            bullet, _, words = line.strip().partition(" ")
            item = bullet in ("-", "*", "+") and bool(words)
            yield Line(words, mark="-", indent=4) if item else Line(line.rstrip(), indent=4)
    else:
        yield Line(text.strip("\n"), indent=4)


def _steps(text: str, number: int) -> Iterator[Line]:
    """Yield the steps with their numbers, and what the person noted between them."""
    at = {place.line: place for place in places(text)}
    end = 0
    for line, words in enumerate(text.split("\n")):
        if line in at:
            step, end = at[line].step, at[line].end
            box = step.box if step.done or step.mark else "[ ]"
            yield Line(step_line(step), mark=f"{number}. {box}", indent=4)
            number += 1
        elif words.strip():
            yield Line(
                beneath(words) if line < end else words.rstrip(), indent=9 if line < end else 4
            )


def _without_signs(text: str) -> str:
    """Return the text of a review without the signs of its headings."""
    return "\n".join(line.removeprefix("### ") for line in text.split("\n"))


def summary(plan: Plan) -> str:
    """Return in a few words what a plan is about."""
    steps = [step for each in plan.competencies for step in plan.steps(each)]
    goals = "1 goal" if len(plan.goals) == 1 else f"{len(plan.goals)} goals"
    return f"{goals}, {'1 step' if len(steps) == 1 else f'{len(steps)} steps'}"

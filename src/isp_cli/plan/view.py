"""A development plan, and what to read beside making one, as lines."""

from collections.abc import Iterator

from isp_cli import dates
from isp_cli.assess.profile import profile
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.plan.record import HEADINGS, PARTS, Plan
from isp_cli.plan.steps import steps_in
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.screen import Line, heading, title

BESIDE = ("question.6", "question.7")
"""The questions whose answers are read beside the choice of goals: what one is confident about,
and what one would like to develop."""


def plan_page(plan: Plan, guide: Guide) -> Iterator[Line]:
    """Yield a plan: its goals with their steps."""
    names = {each.id: each.name for each in guide.competencies}
    yield title(f"Development plan, {plan.day} ({plan.status})")
    if plan.horizon:
        yield Line(f"Until {dates.spoken(plan.horizon)}")
    for competency in plan.competencies:
        yield from heading(names.get(competency, f"{competency} (not in this guide)"))
        for part in PARTS:
            text = plan.said(part, competency)
            if text:
                yield Line(f"{HEADINGS[part]}:", indent=2)
                yield from _steps(text) if part == "steps" else [Line(text, indent=4)]


def _steps(text: str) -> Iterator[Line]:
    """Yield the steps, and what the person noted between them."""
    for line in text.split("\n"):
        for step in steps_in(line):
            by = f", by {dates.spoken(step.due)}" if step.due else ""
            yield Line(step.what + by, mark="[x]" if step.done else "[ ]", indent=4)
        if line.strip() and not steps_in(line):
            yield Line(line.rstrip(), indent=4)


def beside(
    guide: Guide, assessment: Assessment | None, reflection: Reflection | None
) -> Iterator[Line]:
    """Yield what the latest assessment and reflection say, to choose goals by."""
    names = {each.id: each.name for each in guide.competencies}
    if assessment:
        yield Line(f"Your profile of {assessment.day}:")
        for group, members in profile(assessment).items():
            if members:
                yield Line(f"{scales().groups[group].name}:", indent=2)
                for each in members:
                    yield Line(names.get(each, each), mark="-", indent=4)
    for question in guide.questions:
        if reflection and question.id in BESIDE:
            yield from _answer(reflection, question.id, question.number, names)
    if assessment or reflection:
        yield Line()
        yield Line("Which ones to work on is yours to decide.")


def _answer(
    reflection: Reflection, question: str, number: str, names: dict[str, str]
) -> Iterator[Line]:
    chosen = [names.get(each, each) for each in reflection.chosen.get(question, ())]
    text = reflection.text(question)
    if chosen or text:
        yield Line(f"Question {number}, your answer of {reflection.day}:")
        if chosen:
            yield Line(", ".join(chosen), mark="-", indent=4)
        if text:
            yield Line(text, indent=4)


def summary(plan: Plan) -> str:
    """Return in a few words what a plan is about."""
    steps = [step for each in plan.competencies for step in plan.steps(each)]
    goals = "1 goal" if len(plan.goals) == 1 else f"{len(plan.goals)} goals"
    return f"{goals}, {'1 step' if len(steps) == 1 else f'{len(steps)} steps'}"

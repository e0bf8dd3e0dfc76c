"""What goes on from a plan that is closed into a new one."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from isp_cli.guide.model import Guide
from isp_cli.plan.record import LOOKING_BACK, PARTS, Plan
from isp_cli.plan.step.acts import Numbered, numbered
from isp_cli.plan.steps import Step, as_text
from isp_cli.plan.view import name_of
from isp_cli.sessions.desk import guide_version

OPTION = "--competency"
LOOKING_BACK_HEADING = "Looking back"


def looking_back(plan: Plan, words: str) -> Plan:
    """Return the plan with what the person says about it as a whole."""
    return plan.with_text(LOOKING_BACK, LOOKING_BACK_HEADING, words)


def closed(plan: Plan, today: date) -> Plan:
    """Return the plan as it is when it is over."""
    return plan.with_values(status="closed", closed=today, reviewing=None)


def open_steps(plan: Plan) -> tuple[Numbered, ...]:
    """Return the steps that could go on in a new plan."""
    return tuple(each for each in numbered(plan) if each.step.is_open)


def carried(
    plan: Plan, guide: Guide, goals: Iterable[str], numbers: Sequence[int], moment: datetime
) -> Plan | None:
    """Return the draft of a new plan with these goals and steps; None where nothing goes on.

    What a goal says goes with it. A step goes with its goal, and keeps its day if that is to come.

    Args:
        plan: the plan that is closed.
        guide: names the competencies.
        goals: the ids of the competencies that go on.
        numbers: the numbers of the steps that go on.
        moment: when it is closed.
    """
    steps = [each for each in open_steps(plan) if each.number in numbers]
    wanted = {*goals, *(each.competency for each in steps)}
    chosen = tuple(each for each in plan.competencies if each in wanted)
    if not chosen:
        return None
    new = Plan.begun(moment, guide_version(guide), follows=plan.id).for_competencies(chosen)
    for competency in chosen:
        name = name_of(guide, competency)
        for part in PARTS:
            text = plan.said(part, competency)
            if part == "steps":
                mine = (each.step for each in steps if each.competency == competency)
                text = as_text(_anew(each, moment.date()) for each in mine)
            if text.strip():
                new = new.saying(part, competency, name, text)
    return new


def _anew(step: Step, today: date) -> Step:
    due = step.due if step.due and step.due >= today else None
    return Step(step.what, due, helps=step.helps)


def assessing(plan: Plan, guide: Guide) -> tuple[str, ...]:
    """Return the words behind `isp` for an assessment of the competencies of the plan alone.

    Those that the guide no longer has are left out; where none is left there are no words.
    """
    known = {each.id for each in guide.competencies}
    named = [word for each in plan.competencies if each in known for word in (OPTION, each)]
    return ("assess", *named) if named else ()

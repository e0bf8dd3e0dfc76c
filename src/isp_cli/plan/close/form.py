"""Closing a plan as a YAML form: the empty one, and what a filled one says."""

from collections.abc import Iterator

from isp_cli.guide.model import Guide
from isp_cli.plan.close import carrying
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import spoken
from isp_cli.plan.view import name_of
from isp_cli.sessions.answers import HOW_TO_WRITE, Form, Written, form_text

Wrong = tuple[list[str | int], str]


class ClosingForm(Form):
    """What is said at the end of a plan, and what goes on in a new one."""

    looking_back: Written = ""
    carry_over_goals: tuple[Written, ...] | None = ()
    carry_over_steps: tuple[Written, ...] | None = ()


def template(guide: Guide, plan: Plan) -> str:
    """Return the form to fill in, with the goals and open steps of the plan named beside it."""
    explained = [
        f"Closing the plan of {plan.day}.",
        HOW_TO_WRITE,
        "looking_back: what has come of the plan as a whole.",
        "carry_over_goals: which goals go on in a new plan, such as [brokering]. Here are:",
        *(f"  {each}  {name_of(guide, each)}" for each in plan.competencies),
        "carry_over_steps: the numbers of the steps that go on, such as [2, 5]. Open are:",
        *(f"  {spoken(each)}" for each in carrying.open_steps(plan)),
    ]
    return form_text(
        (explained, {"looking_back": None, "carry_over_goals": [], "carry_over_steps": []})
    )


def check(plan: Plan, filled: ClosingForm) -> Iterator[Wrong]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    carried = [*(filled.carry_over_goals or ()), *(filled.carry_over_steps or ())]
    if not any(each.strip() for each in (filled.looking_back, *carried)):
        yield [], "nothing is filled in yet; a word on looking_back is enough to close it"
    for place, name in enumerate(filled.carry_over_goals or ()):
        if name.strip() and name not in plan.competencies:
            what = f"'{name}' is no goal of this plan; it has: {', '.join(plan.competencies)}"
            yield ["carry_over_goals", place], what
    known = {str(each.number) for each in carrying.open_steps(plan)}
    for place, number in enumerate(filled.carry_over_steps or ()):
        if number.strip() and number.strip() not in known:
            what = f"'{number}' is not the number of an open step of this plan"
            yield ["carry_over_steps", place], what

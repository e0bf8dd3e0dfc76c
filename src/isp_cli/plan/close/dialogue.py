"""The conversation at the end of a plan."""

from collections.abc import Iterator

from isp_cli.guide.model import Guide
from isp_cli.plan.close import carrying
from isp_cli.plan.record import LOOKING_BACK, Plan
from isp_cli.plan.view import name_of, step_line
from isp_cli.terminal.prompter import Choice, ChooseSeveral, Move, Prompter, Write
from isp_cli.terminal.walk import Left, Step, walk


def looking_back(prompter: Prompter, plan: Plan) -> Iterator[Plan]:
    """Yield the plan with what the person says about it as a whole.

    Raises:
        Left: the person leaves the rest for later.
    """
    step = Step(
        Write(
            key=LOOKING_BACK,
            text="Looking back on the plan as a whole: what has come of it?",
            current=plan.text(LOOKING_BACK),
        ),
        carrying.looking_back,
        answered=False,
    )
    yield from walk(plan, lambda _: [step], prompter)


def carried_over(guide: Guide, prompter: Prompter, plan: Plan) -> tuple[list[str], list[int]]:
    """Return the ids of the goals and the numbers of the steps that are to go on in a new plan.

    Raises:
        Left: the person would rather not close it now.
    """
    steps = carrying.open_steps(plan)
    choices: list[Choice] = []
    for competency in plan.competencies:
        choices.append(Choice(f"goal.{competency}", f"{name_of(guide, competency)}: the goal"))
        choices += [
            Choice(f"step.{each.number}", f"{step_line(each.step)} (a step of it)")
            for each in steps
            if each.competency == competency
        ]
    if not choices:
        return [], []
    answer = prompter.ask(
        ChooseSeveral(
            key="carry",
            text="What would you like to carry over into a new plan? Nothing is an answer too.",
            choices=tuple(choices),
            first=True,
        )
    )
    if answer is Move.LATER:
        raise Left
    chosen = answer if isinstance(answer, tuple) else ()
    goals = [each.removeprefix("goal.") for each in chosen if each.startswith("goal.")]
    numbers = [int(each.removeprefix("step.")) for each in chosen if each.startswith("step.")]
    return goals, numbers

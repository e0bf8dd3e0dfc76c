"""The conversation of a development plan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from isp_cli import dates
from isp_cli.guide.model import Competency, Guide
from isp_cli.plan.record import Part, Plan
from isp_cli.plan.steps import Step as PlanStep
from isp_cli.plan.steps import with_changed, with_step
from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Enter, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step, walk

FEW = 3
"""How many competencies the guide speaks of at the most (question 7)."""

QUESTIONS: dict[Part, str] = {
    "resources": "Which resources are available to you for this?",
    "learn-from": "Who can you learn from?",
    "steps": "What are your next steps?",
    "evidence": "How will you know that you have come further?",
}
"""What the guide's question 7 asks of each competency, and how one will know."""

HORIZONS = ((12, "One year"), (18, "A year and a half"), (24, "Two years"))


def dialogue(
    guide: Guide,
    prompter: Prompter,
    record: Plan,
    *,
    beside: Sequence[Line] = (),
    today: date | None = None,
) -> Iterator[Plan]:
    """Yield the plan anew after every answer.

    Args:
        guide: the guide whose competencies are chosen from.
        prompter: who asks.
        record: the plan so far.
        beside: what the person found before, to read beside the choice.
        today: the day that "in 3 weeks" counts from; the day the plan was begun, if not said.

    Raises:
        Left: the person leaves the rest for later.
    """
    told = len(record.goals) > FEW
    day = today or record.started.date()
    for current in walk(
        record,
        lambda plan: _steps(guide, plan, tuple(beside), day),
        prompter,
    ):
        yield current
        if len(current.goals) > FEW and not told:
            prompter.tell(
                f"You chose {len(current.goals)}. Fewer goals leave more time for each; /back lets "
                "you choose again. It is up to you."
            )
            told = True


def _steps(guide: Guide, plan: Plan, beside: tuple[Line, ...], today: date) -> list[Step[Plan]]:
    steps = [_goals_step(guide, plan, beside), _horizon_step(plan)]
    chosen = [each for each in guide.competencies if each.id in plan.competencies]
    for number, competency in enumerate(chosen, start=1):
        place = f"{competency.name}, goal {number} of {len(chosen)}"
        steps += [
            _part_step(plan, competency, "resources", place),
            _part_step(plan, competency, "learn-from", place),
            *_next_steps(plan, competency, place, today),
            _part_step(plan, competency, "evidence", place),
        ]
    return steps


def _goals_step(guide: Guide, plan: Plan, beside: tuple[Line, ...]) -> Step[Plan]:
    def put(plan: Plan, chosen: tuple[str, ...]) -> Plan:
        return plan.for_competencies(
            tuple(each.id for each in guide.competencies if each.id in chosen)
        )

    return Step(
        ChooseSeveral(
            key="goals",
            text="Which two or three competencies would you like to develop?",
            context=beside,
            choices=tuple(Choice(each.id, each.name) for each in guide.competencies),
            current=plan.competencies,
            optional=False,
            least=1,
        ),
        put,
        answered=bool(plan.goals),
    )


def _horizon_step(plan: Plan) -> Step[Plan]:
    begun = plan.started.date()
    ends = {dates.months_after(begun, months): words for months, words in HORIZONS}

    def put(plan: Plan, until: str) -> Plan:
        return plan.with_values(horizon=date.fromisoformat(until))

    return Step(
        Choose(
            key="horizon",
            text="How far ahead do you plan?",
            choices=tuple(
                Choice(day.isoformat(), f"{words}, until {dates.spoken(day)}")
                for day, words in ends.items()
            ),
            current=plan.horizon.isoformat() if plan.horizon in ends else None,
        ),
        put,
        answered=plan.horizon is not None,
    )


def _part_step(plan: Plan, competency: Competency, part: Part, place: str) -> Step[Plan]:
    def put(plan: Plan, text: str) -> Plan:
        return plan.saying(part, competency.id, competency.name, text)

    return Step(
        Write(
            key=f"{part}.{competency.id}",
            text=QUESTIONS[part],
            place=place,
            current=plan.said(part, competency.id),
        ),
        put,
        answered=bool(plan.said(part, competency.id)),
    )


def _next_steps(
    plan: Plan, competency: Competency, place: str, today: date
) -> Iterator[Step[Plan]]:
    """Yield two questions for every step there is, what and by when, and one for a further."""
    known = plan.steps(competency.id)
    over = bool(plan.said("evidence", competency.id))
    for number, step in enumerate(known):
        yield _what_step(plan, competency, number, place)
        last = number == len(known) - 1
        yield Step(
            Enter(
                key=f"due.{competency.id}.{number + 1}",
                text=f"By when? (for example {dates.EXAMPLES})",
                place=place,
                context=(Line(step.what, mark="-", indent=2),),
                current=step.due.isoformat() if step.due else "",
                check=partial(_wrong_date, today=today),
                open_ended=True,
            ),
            partial(_with_due, competency=competency, number=number, today=today),
            answered=over or not last or step.due is not None,
        )
    yield _what_step(plan, competency, len(known), place, answered=over)


def _what_step(
    plan: Plan, competency: Competency, number: int, place: str, *, answered: bool = True
) -> Step[Plan]:
    known = plan.steps(competency.id)
    text = "A further step? Enter alone where there are no more."
    if number < len(known):
        text = "What is this step?"
    elif not known:
        text = f"{QUESTIONS['steps']} One at a time; the first:"
    before = tuple(Line(_spoken(each), mark="-", indent=2) for each in known[:number])
    return Step(
        Enter(
            key=f"step.{competency.id}.{number + 1}",
            text=text,
            place=place,
            context=before,
            current=known[number].what if number < len(known) else "",
            open_ended=True,
        ),
        partial(_with_what, competency=competency, number=number),
        answered=answered,
    )


def _with_what(plan: Plan, what: str, *, competency: Competency, number: int) -> Plan:
    text, known = plan.said("steps", competency.id), plan.steps(competency.id)
    if number < len(known):
        new = with_changed(text, number, replace(known[number], what=what.strip()))
    else:
        new = with_step(text, PlanStep(what.strip()))
    return plan.saying("steps", competency.id, competency.name, new)


def _with_due(
    plan: Plan, written: str, *, competency: Competency, number: int, today: date
) -> Plan:
    due = dates.date_in(written, today)
    step = replace(plan.steps(competency.id)[number], due=due)
    new = with_changed(plan.said("steps", competency.id), number, step)
    return plan.saying("steps", competency.id, competency.name, new)


def _wrong_date(written: str, *, today: date) -> str | None:
    day = dates.date_in(written, today)
    if day is None:
        return f"'{written}' is not a date isp knows. Write for example: {dates.EXAMPLES}"
    if day < today:
        return f"{dates.spoken(day)} is past already. Write a day from today on."
    return None


def _spoken(step: PlanStep) -> str:
    return f"{step.what}, by {dates.spoken(step.due)}" if step.due else step.what

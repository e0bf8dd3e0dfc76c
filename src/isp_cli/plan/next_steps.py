"""The questions about the steps of a goal: what, by when, and who helps."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol

from isp_cli import dates
from isp_cli.plan import rhythm
from isp_cli.plan.found import Found
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step as PlanStep
from isp_cli.plan.steps import step_in, with_changed, with_helper, with_step
from isp_cli.terminal.prompter import Enter
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step


class Named(Protocol):
    """What a goal is about: a competency of the guide, or one that it has no longer."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name."""


QUESTION = "What are your next steps?"
BY_WHEN = f"By when? (for example {dates.EXAMPLES})"
WHO = "Who helps with it?"


def questions(
    plan: Plan,
    competency: Named,
    place: str,
    found: Found,
    today: date,
    *,
    since: int | None = None,
) -> Iterator[Step[Plan]]:
    """Yield three questions for every step there is, and one for a further step.

    Args:
        plan: the plan so far.
        competency: what the goal is about.
        place: where one is in the conversation.
        found: what the person wrote before.
        today: the day that "in 3 weeks" counts from.
        since: how many steps are passed over, where the plan is not new.
    """
    known = plan.steps(competency.id)
    over = since is None and any(
        plan.said(part, competency.id) for part in ("evidence", "obstacles")
    )
    offered = _offered(found.answers.get(f"steps.{competency.id}", ""))
    for number, step in list(enumerate(known))[since or 0 :]:
        yield _what_step(plan, competency, number, place, offered)
        last = number == len(known) - 1
        context = (Line(step.what, mark="-", indent=2),)
        yield Step(
            Enter(
                key=f"due.{competency.id}.{number + 1}",
                text=BY_WHEN,
                place=place,
                context=context,
                current=step.due.isoformat() if step.due else "",
                check=partial(rhythm.wrong_day, today=today),
                open_ended=True,
            ),
            partial(_with_due, competency=competency, number=number, today=today),
            # Of a step that was carried over, the day is open until it is given anew.
            answered=step.due is not None or (not plan.follows and (over or not last)),
        )
        yield Step(
            Enter(
                key=f"helps.{competency.id}.{number + 1}",
                text=WHO,
                place=place,
                context=context,
                current=step.helps,
                open_ended=True,
            ),
            partial(_with_helper, competency=competency, number=number),
            answered=over or not last or bool(step.helps),
        )
    yield _what_step(plan, competency, len(known), place, offered, answered=over)


def _what_step(
    plan: Plan,
    competency: Named,
    number: int,
    place: str,
    offered: Sequence[str],
    *,
    answered: bool = True,
) -> Step[Plan]:
    known = plan.steps(competency.id)
    text = "A further step? Enter alone where there are no more."
    if number < len(known):
        text = "What is this step?"
    elif not known:
        text = f"{QUESTION} One at a time; the first:"
    return Step(
        Enter(
            key=f"step.{competency.id}.{number + 1}",
            text=text,
            place=place,
            context=(
                *(Line(_spoken(each), mark="-", indent=2) for each in known[:number]),
                *(_offer(offered) if number >= len(known) else ()),
            ),
            current=known[number].what if number < len(known) else "",
            check=no_words,
            open_ended=True,
        ),
        partial(_with_what, competency=competency, number=number, offered=offered),
        answered=answered,
    )


def no_words(written: str) -> str | None:
    """Return what to say where a step says nothing but a date or another sign, or None."""
    return None if step_in(str(PlanStep(written))) else "Say in words what there is to do."


def _offered(text: str) -> tuple[str, ...]:
    """Return what was written about next steps, a text for each line of it."""
    return tuple(each for line in text.split("\n") if (each := line.strip().lstrip("-*+ ")))


def _offer(offered: Sequence[str]) -> Iterator[Line]:
    if offered:
        yield Line("In your reflection you wrote this; the number alone takes a line up.")
    for number, each in enumerate(offered, start=1):
        yield Line(each, mark=f"{number}.", indent=2)


def _with_what(
    plan: Plan, written: str, *, competency: Named, number: int, offered: Sequence[str]
) -> Plan:
    what = written.strip().removesuffix(".")
    if what.isascii() and what.isdigit() and 1 <= int(what[:6]) <= len(offered):
        written = offered[int(what) - 1]
    text, known = plan.said("steps", competency.id), plan.steps(competency.id)
    if number < len(known):
        new = with_changed(text, number, replace(known[number], what=" ".join(written.split())))
    else:
        new = with_step(text, PlanStep(written.strip()))
    return plan.saying("steps", competency.id, competency.name, new)


def _with_due(plan: Plan, written: str, *, competency: Named, number: int, today: date) -> Plan:
    due = dates.date_in(written, today)
    step = replace(plan.steps(competency.id)[number], due=due)
    new = with_changed(plan.said("steps", competency.id), number, step)
    return plan.saying("steps", competency.id, competency.name, new)


def _with_helper(plan: Plan, who: str, *, competency: Named, number: int) -> Plan:
    new = with_helper(plan.said("steps", competency.id), number, who)
    return plan.saying("steps", competency.id, competency.name, new)


def _spoken(step: PlanStep) -> str:
    return f"{step.what}, by {dates.spoken(step.due)}" if step.due else step.what

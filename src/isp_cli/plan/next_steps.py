"""The questions about the steps of a goal: what, by when, and who helps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from isp_cli import dates
from isp_cli.plan import rhythm
from isp_cli.plan.found import Found
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step as PlanStep
from isp_cli.plan.steps import step_in, with_changed, with_helper, with_step
from isp_cli.plan.view import step_line
from isp_cli.terminal.prompter import Aside, Enter
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


@dataclass(frozen=True)
class Offered:
    """What a step can be started from: the number alone takes a line up.

    Attributes:
        written: what the person wrote before.
        ideas: suggestions of the project's own, shown on request.
    """

    written: tuple[str, ...] = ()
    ideas: tuple[str, ...] = ()

    @classmethod
    def to_start_from(cls, text: str, ideas: tuple[str, ...]) -> "Offered":
        """Return the lines of `text`, without their bullets, and the ideas."""
        lines = (line.strip().lstrip("-*+ ") for line in text.split("\n"))
        return cls(tuple(line for line in lines if line), ideas)

    @property
    def context(self) -> tuple[Line, ...]:
        """What the person wrote before, with numbers."""
        if not self.written:
            return ()
        return (
            Line("In your reflection you wrote this; the number alone takes a line up."),
            *self._numbered(self.written, 1),
        )

    @property
    def asides(self) -> tuple[Aside, ...]:
        """The suggestions, to be read on request."""
        if not self.ideas:
            return ()
        said = (
            "Suggestions of isp's own, not the guide's. The number alone takes one up; then /back"
        )
        lines = (
            Line(f"{said} leads to its words, to change them."),
            *self._numbered(self.ideas, len(self.written) + 1),
        )
        return (Aside("ideas", "suggestions to start from", lines),)

    def taken(self, written: str) -> str:
        """Return the line whose number was written, or what was written."""
        number = written.strip().removesuffix(".")
        lines = (*self.written, *self.ideas)
        if number.isascii() and number.isdigit() and 1 <= int(number[:6]) <= len(lines):
            return lines[int(number) - 1]
        return written.strip()

    def _numbered(self, lines: Iterable[str], first: int) -> Iterator[Line]:
        for number, each in enumerate(lines, start=first):
            yield Line(each, mark=f"{number:>2}.", indent=2)


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
    behind = any(plan.said(part, competency.id) for part in ("evidence", "obstacles"))
    over = behind and since is None and not plan.follows
    offered = Offered.to_start_from(
        found.answers.get(f"steps.{competency.id}", ""),
        found.ideas(competency.id, plan.activities(competency.id)),
    )
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
    offered: Offered,
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
                *(_line(each) for each in known[:number]),
                *(offered.context if number >= len(known) else ()),
            ),
            asides=offered.asides,
            current=known[number].what if number < len(known) else "",
            check=no_words,
            open_ended=True,
        ),
        partial(_with_what, competency=competency, number=number, offered=offered),
        answered=answered,
    )


def no_words(written: str) -> str | None:
    """Return what to say where a step says nothing but a date or another sign, or None."""
    step = step_in(str(PlanStep(written)))
    has_words = step is not None and any(map(str.isalnum, step.what))
    return None if has_words else "Say in words what there is to do."


def _with_what(
    plan: Plan, written: str, *, competency: Named, number: int, offered: Offered
) -> Plan:
    what = offered.taken(written)
    text, known = plan.said("steps", competency.id), plan.steps(competency.id)
    if number < len(known):
        new = with_changed(text, number, replace(known[number], what=" ".join(what.split())))
    else:
        new = with_step(text, PlanStep(what))
    return plan.saying("steps", competency.id, competency.name, new)


def _with_due(plan: Plan, written: str, *, competency: Named, number: int, today: date) -> Plan:
    due = dates.date_in(written, today)
    step = replace(plan.steps(competency.id)[number], due=due)
    new = with_changed(plan.said("steps", competency.id), number, step)
    return plan.saying("steps", competency.id, competency.name, new)


def _with_helper(plan: Plan, who: str, *, competency: Named, number: int) -> Plan:
    new = with_helper(plan.said("steps", competency.id), number, who)
    return plan.saying("steps", competency.id, competency.name, new)


def _line(step: PlanStep) -> Line:
    return Line(step_line(step), mark="-" if step.is_open else step.box, indent=2)

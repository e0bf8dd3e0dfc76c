"""What is said about a step on the command line, without a conversation."""

from dataclasses import dataclass, fields
from datetime import date

from isp_cli import dates
from isp_cli.errors import NotFound, UsageProblem
from isp_cli.guide import lookup
from isp_cli.plan import next_steps, rhythm
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import Act, meant, numbered
from isp_cli.plan.steps import Step


@dataclass(frozen=True)
class Request:
    """The options of `isp plan step`, each None where it is not given."""

    which: str | None = None
    done: str | None = None
    move: str | None = None
    drop: str | None = None
    note: str | None = None
    add: str | None = None
    goal: str | None = None
    by: str | None = None
    helper: str | None = None

    @property
    def says_all(self) -> bool:
        """Whether an option says what is to be done, so that nothing need be asked."""
        return any(getattr(self, each.name) is not None for each in fields(self)[1:])

    def check(self, today: date) -> None:
        """Raise UsageProblem where the options do not make one request."""
        acts = {"--done": self.done, "--move": self.move, "--drop": self.drop, "--add": self.add}
        given = [name for name, value in acts.items() if value is not None]
        beside = {"--goal": self.goal, "--by": self.by, "--with": self.helper}
        idle = [name for name, value in beside.items() if value is not None]
        if len(given) > 1:
            raise UsageProblem(f"{given[0]} and {given[1]} do not go together.", mend="Give one.")
        if idle and self.add is None:
            raise UsageProblem(f"{idle[0]} is for a new step.", mend="It goes with --add.")
        if self.add is not None and self.which is not None:
            raise UsageProblem(
                "A new step has no number yet.", mend="Leave out the number, or --add."
            )
        if self.add is None and self.which is None:
            raise UsageProblem(
                "Which step is it?", mend="Put its number before; isp plan show shows them."
            )
        if self.add is not None and next_steps.no_words(self.add):
            raise UsageProblem("The new step has no words.", where="--add", mend="Say what to do.")
        if self.note is not None and not self.note.strip() and not given:
            raise UsageProblem("It has no words.", where="--note", mend="Say how it goes.")
        for option, day in (("--move", self.move), ("--by", self.by)):
            wrong = rhythm.wrong_day(day, today=today) if day is not None else None
            if wrong:
                raise UsageProblem(wrong, where=option)

    def changed(self, act: Act, plan: Plan) -> Plan:
        """Return the plan as it is asked for.

        Raises:
            NotFound: there is no such step or goal, or more than one.
        """
        if self.add is not None:
            step = Step(
                self.add, dates.date_in(self.by or "", act.today), helps=(self.helper or "").strip()
            )
            competency = _goal(act, plan, self.goal)
            plan = act.added(plan, competency, step)
            new = [each for each in numbered(plan) if each.competency == competency][-1]
            return act.noted(plan, new, self.note or "")
        which = meant(plan, self.which or "")
        if self.done is not None:
            plan = act.noted(act.done(plan, which), which, self.done)
        elif self.drop is not None:
            plan = act.noted(act.dropped(plan, which), which, self.drop)
        elif due := dates.date_in(self.move or "", act.today):
            plan = act.moved(plan, which, due)
        return act.noted(plan, which, self.note or "")


def _goal(act: Act, plan: Plan, name: str | None) -> str:
    """Return the id of the competency that a new step is for."""
    known = plan.competencies
    if not known:
        raise NotFound("This plan has no goals.", mend="To make another: isp plan --new")
    names = ", ".join(known)
    if name is None:
        if len(known) == 1:
            return known[0]
        raise UsageProblem("Which goal is it for?", mend=f"Name it with --goal: {names}")
    if name in known:
        return name
    found = lookup.competency(act.guide, name).id
    if found not in known:
        raise NotFound(f"This plan has no goal '{found}'.", mend=f"It has: {names}")
    return found

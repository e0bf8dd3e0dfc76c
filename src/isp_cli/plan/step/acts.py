"""What can become of a step, as changes to the plan that leave all else as it is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from isp_cli import dates
from isp_cli.errors import NotFound
from isp_cli.guide.model import Guide
from isp_cli.plan import steps
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step
from isp_cli.plan.view import name_of, step_line
from isp_cli.terminal.screen import one_line


@dataclass(frozen=True)
class Numbered:
    """A step of a plan.

    Attributes:
        number: what it goes by: its place among all steps of the plan, from 1.
        competency: the id of the competency that its goal is about.
        place: its place among the steps of that goal, from 0.
        step: the step itself.
    """

    number: int
    competency: str
    place: int
    step: Step


def numbered(plan: Plan) -> tuple[Numbered, ...]:
    """Return all steps of the plan in the order of its goals, done ones too."""
    found = [
        (competency, place, step)
        for competency in plan.competencies
        for place, step in enumerate(plan.steps(competency))
    ]
    return tuple(Numbered(number, *each) for number, each in enumerate(found, start=1))


def meant(plan: Plan, written: str) -> Numbered:
    """Return the step that is meant by its number, or by words that it alone has.

    Raises:
        NotFound: there is no such step, or more than one.
    """
    known = numbered(plan)
    wanted = " ".join(written.casefold().split()).removesuffix(".")
    if wanted.isascii() and wanted.isdigit():
        found = [each for each in known if str(each.number) == wanted.lstrip("0")]
    else:
        found = [each for each in known if wanted and wanted in each.step.what.casefold()]
        found = [each for each in found if each.step.is_open] or found
    if len(found) == 1:
        return found[0]
    named = one_line(written)
    if found:
        choices = ", ".join(f"{each.number} ({one_line(each.step.what)})" for each in found[:5])
        raise NotFound(f"'{named}' could mean more than one step.", mend=f"Say which: {choices}")
    raise NotFound(f"There is no step '{named}'.", mend="To see their numbers: isp plan show")


@dataclass(frozen=True)
class Act:
    """Changes a plan on one day.

    Attributes:
        guide: names the competencies.
        today: the day.
        newline: how lines end in the file of the plan.
    """

    guide: Guide
    today: date
    newline: str = "\n"

    def done(self, plan: Plan, which: Numbered) -> Plan:
        """Return the plan with the step ticked, and the day beside it unless there is one."""
        if which.step.done and which.step.ended:
            return plan
        return self._with(
            plan, which, lambda text, at: steps.with_ended(text, at, self.today, done=True)
        )

    def dropped(self, plan: Plan, which: Numbered) -> Plan:
        """Return the plan with the step marked as given up, and the day beside it."""
        return self._with(
            plan, which, lambda text, at: steps.with_ended(text, at, self.today, done=False)
        )

    def moved(self, plan: Plan, which: Numbered, due: date) -> Plan:
        """Return the plan with another day for the step, and the former one beneath it."""
        plan = self.dated(plan, which, due)
        former = f" from {dates.spoken(which.step.due)}" if which.step.due else ""
        return self.noted(plan, which, f"moved{former} to {dates.spoken(due)}")

    def noted(self, plan: Plan, which: Numbered, words: str) -> Plan:
        """Return the plan with a dated line beneath the step; without words, as it is."""
        said = " ".join(words.split())
        if not said:
            return plan
        line = f"{dates.spoken(self.today)}: {said}"
        return self._with(
            plan, which, lambda text, at: steps.with_beneath(text, at, line, self.newline)
        )

    def added(self, plan: Plan, competency: str, step: Step) -> Plan:
        """Return the plan with a further step for a goal."""
        text = steps.with_step(plan.said("steps", competency), step, self.newline)
        return plan.saying("steps", competency, name_of(self.guide, competency), text)

    def dated(self, plan: Plan, which: Numbered, due: date) -> Plan:
        """Return the plan with a day for the step, and no word on it."""
        step = replace(which.step, due=due)
        return self._with(plan, which, lambda text, at: steps.with_changed(text, at, step))

    def helped(self, plan: Plan, which: Numbered, who: str) -> Plan:
        """Return the plan with who helps beneath the step."""
        return self._with(
            plan, which, lambda text, at: steps.with_helper(text, at, who, self.newline)
        )

    def _with(self, plan: Plan, which: Numbered, change: Callable[[str, int], str]) -> Plan:
        text = change(plan.said("steps", which.competency), which.place)
        return plan.saying("steps", which.competency, name_of(self.guide, which.competency), text)


def spoken(which: Numbered) -> str:
    """Return a step with its number, as it is shown in a list."""
    return f"{which.number}. {which.step.box} {step_line(which.step)}"

"""The conversation of a review: short, goal by goal."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from isp_cli import dates
from isp_cli.plan import next_steps, rhythm
from isp_cli.plan.found import Found
from isp_cli.plan.record import Plan
from isp_cli.plan.review import said
from isp_cli.plan.review.changes import finished, next_review, on_day, reviewed
from isp_cli.plan.step.acts import Act, numbered
from isp_cli.plan.step.dialogue import fate
from isp_cli.plan.suggestions import ideas
from isp_cli.plan.view import name_of, step_line
from isp_cli.terminal.prompter import Choice, Enter, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step, walk

NEVER = "never"


class Topic(NamedTuple):
    """What a goal is about: the id of a competency, and its name."""

    id: str
    name: str


def dialogue(act: Act, prompter: Prompter, record: Plan, *, new: bool = False) -> Iterator[Plan]:
    """Yield the plan anew after every answer.

    First come the steps that are due, then each goal, then the day of the next review.

    Args:
        act: changes the plan.
        prompter: who asks.
        record: the plan.
        new: begin another review even if one was begun before.

    Raises:
        Left: the person leaves the rest for later.
    """
    plan = record.with_unfinished(None) if new else record
    resumed = plan.reviewing if not new else None
    day = resumed or act.today
    if resumed:
        prompter.tell(
            f"Taking up the review you began on {dates.spoken(resumed)}.",
            "To begin another instead: isp plan review --new",
        )
    for each in numbered(plan):
        if each.step.is_open and each.step.due and each.step.due <= act.today:
            for plan in fate(act, prompter, plan, each, optional=True):  # noqa: B020 - it goes on
                yield plan
    counts = {each: len(plan.steps(each)) for each in plan.competencies}
    for plan in walk(  # noqa: B020 - it goes on
        plan, lambda current: _steps(act, current, day, counts, resumed=bool(resumed)), prompter
    ):
        yield plan
    yield finished(plan, day, act.today)


def _steps(
    act: Act, plan: Plan, day: date, counts: dict[str, int], *, resumed: bool
) -> list[Step[Plan]]:
    steps: list[Step[Plan]] = []
    found = Found(ideas=partial(ideas, act.guide))
    for number, competency in enumerate(plan.competencies, start=1):
        name = name_of(act.guide, competency)
        place = f"{name}, goal {number} of {len(plan.competencies)}"
        mine = [
            _question(act, plan, competency, part, day, place, resumed=resumed)
            for part in said.QUESTIONS
        ]
        steps.append(replace(mine[0], part=Choice(str(number), name)))
        steps += mine[1:]
        steps += next_steps.questions(
            plan, Topic(competency, name), place, found, act.today, since=counts[competency]
        )
    if plan.horizon is None or plan.horizon > act.today:
        steps.append(_next_review(act, plan))
    return steps


def _question(
    act: Act, plan: Plan, competency: str, part: said.Part, day: date, place: str, *, resumed: bool
) -> Step[Plan]:
    current = said.answer(plan.review(day, competency), part)
    return Step(
        Write(
            key=f"{part}.{competency}",
            text=said.QUESTIONS[part],
            place=place,
            context=tuple(_before(plan, competency, day)) if part == "happened" else (),
            current=current,
        ),
        lambda plan, text: reviewed(act, plan, competency, part, day, text),
        answered=resumed and bool(current),
    )


def _before(plan: Plan, competency: str, day: date) -> Iterator[Line]:
    """Yield the steps of a goal as they are, and what was to come at the last review."""
    for each in numbered(plan):
        if each.competency == competency:
            yield Line(step_line(each.step), mark=f"{each.number}. {each.step.box}", indent=2)
            yield from (Line(came, indent=9) for came in each.step.came)
    earlier = [each for each in plan.past_reviews if each.competency == competency]
    last = next((each for each in reversed(earlier) if each.day < day), None)
    now = said.answer(last.text, "now") if last else ""
    if last and now:
        yield Line(f"What now, as you said on {dates.spoken(last.day)}:", indent=2)
        yield Line(now, indent=4)


def _next_review(act: Act, plan: Plan) -> Step[Plan]:
    proposed = next_review(plan, act.today)
    alone = f"means {dates.spoken(proposed)}" if proposed else "leaves it open"

    def check(written: str) -> str | None:
        wrong = rhythm.wrong_day(written, today=act.today)
        return wrong if written.strip().lower() != NEVER else None

    return Step(
        Enter(
            key="next-review",
            text=f"When will you look at it again? Enter alone {alone}; type a day, or {NEVER}.",
            check=check,
            open_ended=True,
        ),
        lambda plan, written: on_day(plan, dates.date_in(written, act.today), act.today),
        answered=False,
    )

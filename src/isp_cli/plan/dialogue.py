"""The conversation of a development plan."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.plan import goal, rhythm
from isp_cli.plan.found import Found
from isp_cli.plan.record import Plan
from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Enter, Prompter
from isp_cli.terminal.walk import Step, walk

FEW = 3
"""How many competencies the guide speaks of at the most (question 7)."""

OTHER_DAYS, NEVER = "other", "never"

HORIZONS = ((12, "One year"), (18, "A year and a half"), (24, "Two years"))


def dialogue(
    guide: Guide,
    prompter: Prompter,
    record: Plan,
    *,
    found: Found | None = None,
    today: date | None = None,
) -> Iterator[Plan]:
    """Yield the plan anew after every answer.

    Args:
        guide: the guide whose competencies are chosen from.
        prompter: who asks.
        record: the plan so far.
        found: what the person wrote before, to read beside the questions.
        today: the day that "in 3 weeks" counts from; the day the plan was begun, if not said.

    Raises:
        Left: the person leaves the rest for later.
    """
    told = len(record.goals) > FEW
    day = today or record.started.date()
    for current in walk(
        record,
        lambda plan: _steps(guide, plan, found or Found(), day),
        prompter,
    ):
        yield current
        if len(current.goals) > FEW and not told:
            prompter.tell(
                f"You chose {len(current.goals)}. Fewer goals leave more time for each; /back lets "
                "you choose again. It is up to you."
            )
            told = True


def _steps(guide: Guide, plan: Plan, found: Found, today: date) -> list[Step[Plan]]:
    steps = [_goals_step(guide, plan, found), _horizon_step(plan), *_review_steps(plan, today)]
    chosen = [each for each in guide.competencies if each.id in plan.competencies]
    for number, competency in enumerate(chosen, start=1):
        place = f"{competency.name}, goal {number} of {len(chosen)}"
        first, *others = goal.questions(plan, competency, place, found, today)
        # Goals carried over have answers already; all is open there until it is said for when.
        part = Choice(str(number), competency.name) if plan.reviews is not None else None
        steps += [replace(first, part=part), *others]
    return steps


def _goals_step(guide: Guide, plan: Plan, found: Found) -> Step[Plan]:
    known = [each.id for each in guide.competencies]

    def put(plan: Plan, chosen: tuple[str, ...]) -> Plan:
        gone = tuple(each for each in plan.competencies if each not in known)
        plan = plan.for_competencies(tuple(each for each in known if each in chosen) + gone)
        names = {each.id: each.name for each in guide.competencies if each.id in chosen}
        return goal.with_answers(plan, names, found)

    return Step(
        ChooseSeveral(
            key="goals",
            text="Which one to three competencies would you like to develop?",
            context=found.beside,
            choices=tuple(Choice(each.id, each.name) for each in guide.competencies),
            current=tuple(each for each in plan.competencies if each in known),
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


def _review_steps(plan: Plan, today: date) -> Iterator[Step[Plan]]:
    """Yield the question how often the plan is looked at again, and the one for other days."""
    begun = plan.started.date()
    end = plan.horizon or dates.months_after(begun, 12)
    offered = {
        str(months): (words, days)
        for months, words in rhythm.RHYTHMS.items()
        if (days := rhythm.days(begun, end, months))
    }
    current = next((each for each, (_, days) in offered.items() if days == plan.reviews), None)

    def put(plan: Plan, answer: str) -> Plan:
        if answer in offered:
            return plan.with_values(reviews=offered[answer][1])
        return plan.with_values(reviews=() if answer == NEVER else None)

    yield Step(
        Choose(
            key="reviews",
            text="When would you like to look at the plan again?",
            choices=(
                *(
                    Choice(each, f"{words}, first on {dates.spoken(days[0])}")
                    for each, (words, days) in offered.items()
                ),
                Choice(OTHER_DAYS, "On other days"),
                Choice(NEVER, "On no day that is fixed now"),
            ),
            current=NEVER if plan.reviews == () else current,
            optional=False,
        ),
        put,
        answered=plan.reviews is not None,
    )
    yield Step(
        Enter(
            key="review-days",
            text=f"On which days? Put commas between (for example {dates.EXAMPLES}).",
            current=", ".join(each.isoformat() for each in plan.reviews or ()),
            check=partial(rhythm.wrong_days, today=today),
        ),
        lambda plan, written: plan.with_values(reviews=rhythm.days_in(written, today)),
        answered=plan.reviews is not None,
    )

"""The conversation about what has become of the steps of a plan."""

from collections.abc import Iterator
from functools import partial

from isp_cli import dates
from isp_cli.plan import next_steps, rhythm
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import Act, Numbered, meant, numbered
from isp_cli.plan.steps import Step
from isp_cli.plan.suggestions import ideas
from isp_cli.plan.view import name_of, step_line
from isp_cli.terminal.prompter import Ask, Choice, Choose, Enter, Move, Prompter
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Left

ADD, OVER, FINISH = "add", "over", "finish"

FATES = (
    Choice("done", "It is done"),
    Choice("moved", "It moves to another day"),
    Choice("dropped", "I drop it"),
    Choice("noted", "It goes on; I only note how it goes"),
)


def dialogue(
    act: Act, prompter: Prompter, record: Plan, which: str | None = None
) -> Iterator[Plan]:
    """Yield the plan anew after every answer.

    Args:
        act: changes the plan.
        prompter: who asks.
        record: the plan.
        which: the number of the step that it is about; None asks, until there is nothing more.

    Raises:
        Left: the person leaves.
        NotFound: there is no step of that number.
    """
    plan = record
    if which is not None:
        yield from fate(act, prompter, plan, meant(plan, which))
        return
    shows_all = False
    while True:
        answer = prompter.ask(_which(act, plan, shows_all=shows_all))
        shows_all = answer == OVER
        if answer in (Move.LATER, FINISH):
            return
        if answer == ADD:
            talk = _addition(act, prompter, plan)
        elif isinstance(answer, str) and not shows_all:
            talk = fate(act, prompter, plan, meant(plan, answer))
        else:
            continue
        for changed in talk:
            plan = changed
            yield plan


def _which(act: Act, plan: Plan, *, shows_all: bool) -> Choose:
    known = numbered(plan)
    shown = [each for each in known if shows_all or each.step.is_open]
    several = len(plan.competencies) > 1
    choices = [
        Choice(
            str(each.number),
            step_line(each.step)
            + (f" ({name_of(act.guide, each.competency)})" if several else "")
            + _overdue(act, each),
        )
        for each in shown
    ]
    if plan.goals:
        choices.append(Choice(ADD, "Add a step"))
    if len(shown) < len(known):
        choices.append(Choice(OVER, "A step that is done or dropped"))
    choices.append(Choice(FINISH, "Nothing more"))
    return Choose(
        key="step",
        text="Which step is it about?",
        choices=tuple(choices),
        optional=False,
        first=True,
        leave="Leave",
    )


def _overdue(act: Act, each: Numbered) -> str:
    due = each.step.due
    return ", was due" if each.step.is_open and due and due < act.today else ""


def fate(
    act: Act, prompter: Prompter, plan: Plan, which: Numbered, *, optional: bool = False
) -> Iterator[Plan]:
    """Yield the plan anew after every answer about one step.

    Args:
        act: changes the plan.
        prompter: who asks.
        plan: the plan.
        which: the step.
        optional: whether it may be left as it is.

    Raises:
        Left: the person leaves.
    """
    place = name_of(act.guide, which.competency)
    about = (
        Line(step_line(which.step), mark=f"{which.number}. {which.step.box}", indent=2),
        *(Line(each, indent=9) for each in which.step.came),
    )
    answer = prompter.ask(
        Choose(
            key="fate",
            text="What has become of it?",
            place=place,
            context=about,
            choices=FATES,
            optional=optional,
            first=optional,
        )
    )
    if answer is Move.LATER:
        raise Left
    if answer == "moved":
        day = _answer(
            prompter,
            Enter(
                key="due",
                text=next_steps.BY_WHEN,
                place=place,
                check=partial(rhythm.wrong_day, today=act.today),
            ),
        )
        due = dates.date_in(day, act.today)
        if due is None:
            return
        plan = act.moved(plan, which, due)
        yield plan
    elif answer == "done":
        plan = act.done(plan, which)
        yield plan
        if which.step.repeats:
            prompter.tell(
                "It is marked to be repeated. isp leaves that to the program that marked it; "
                "here you can add the next one yourself."
            )
    elif answer == "dropped":
        plan = act.dropped(plan, which)
        yield plan
    elif answer != "noted":
        return
    words = {"moved": "Why? One line, if you like.", "dropped": "Why? One line, if you like."}
    came = _answer(
        prompter,
        Enter(
            key="came",
            text=words.get(str(answer), "What came of it? One line, if you like."),
            place=place,
            open_ended=True,
            first=True,
        ),
    )
    if came:
        yield act.noted(plan, which, came)


def _addition(act: Act, prompter: Prompter, plan: Plan) -> Iterator[Plan]:
    goal = plan.competencies[0]
    if len(plan.competencies) > 1:
        goal = _answer(
            prompter,
            Choose(
                key="goal",
                text="For which goal?",
                choices=tuple(Choice(each, name_of(act.guide, each)) for each in plan.competencies),
                optional=False,
            ),
        )
    place = name_of(act.guide, goal)
    offered = next_steps.Offered(ideas=ideas(act.guide, goal, plan.activities(goal)))
    what = goal and _answer(
        prompter,
        Enter(
            key="what",
            text="What is this step?",
            place=place,
            check=next_steps.no_words,
            asides=offered.asides,
        ),
    )
    if not what:
        return
    plan = act.added(plan, goal, Step(offered.taken(what)))
    yield plan
    which = next(each for each in reversed(numbered(plan)) if each.competency == goal)
    check = partial(rhythm.wrong_day, today=act.today)
    day = _answer(
        prompter,
        Enter(key="due", text=next_steps.BY_WHEN, place=place, check=check, open_ended=True),
    )
    due = dates.date_in(day, act.today)
    if due:
        plan = act.dated(plan, which, due)
        yield plan
    who = _answer(prompter, Enter(key="helps", text=next_steps.WHO, place=place, open_ended=True))
    if who:
        yield act.helped(plan, which, who)


def _answer(prompter: Prompter, question: Ask) -> str:
    """Return the answer, or nothing where it is skipped or gone back from."""
    answer = prompter.ask(question)
    if answer is Move.LATER:
        raise Left
    return answer if isinstance(answer, str) else ""

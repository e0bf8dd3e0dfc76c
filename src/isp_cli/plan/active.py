"""Which plan is meant where one is to be gone on with."""

from typing import Annotated

import typer

from isp_cli.errors import NotFound, UsageProblem
from isp_cli.plan.record import Plan
from isp_cli.plan.view import summary
from isp_cli.portfolio.store import Kept, Store
from isp_cli.sessions import listing
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.prompter import Choice, Choose, Prompter
from isp_cli.terminal.walk import Left

InPlan = Annotated[
    str | None,
    typer.Option("--plan", metavar="NAME", help="Which plan, where more than one is active."),
]


def active_plans(store: Store) -> list[Kept[Plan]]:
    """Return the plans that are neither drafts nor closed, oldest first."""
    finished, _ = store.finished(Plan)
    return [each for each in finished if each.record.status == "active"]


def active_plan(desk: Desk, name: str | None, prompter: Prompter | None = None) -> Kept[Plan]:
    """Return the plan called `name`, or the active one; where there are more, `prompter` asks.

    Raises:
        NotFound: there is none, or more than one and nobody to ask.
        UsageProblem: the one that is named is not active.
        PortfolioProblem: the one that is named cannot be read.
        Left: the person would rather leave.
    """
    from isp_cli.plan.unread import remarks

    kept = _found(desk, name, prompter)
    desk.screen.tell(*remarks(kept))
    return kept


def _found(desk: Desk, name: str | None, prompter: Prompter | None) -> Kept[Plan]:
    if name is not None:
        named = listing.named(desk.store, Plan, name)
        _refuse(named.record)
        return named
    for each in desk.store.finished(Plan)[1]:
        desk.screen.tell(f"{each.path}: {each.why}")
    plans = active_plans(desk.store)
    if not plans:
        raise NotFound("There is no active plan.", mend="To make one: isp plan")
    if len(plans) == 1:
        return plans[0]
    if prompter is None:
        names = ", ".join(each.path.stem for each in plans)
        raise NotFound("There is more than one active plan.", mend=f"Name one with --plan: {names}")
    return _chosen(plans, prompter)


def keep(desk: Desk, kept: Kept[Plan], plan: Plan) -> Kept[Plan]:
    """Keep the changed plan in its file, say where, and return it."""
    saved = desk.store.save(kept, plan)
    if saved.set_aside:
        desk.screen.tell(f"The file was changed meanwhile; that version is in {saved.set_aside}")
    desk.screen.tell(f"Kept in {saved.path}", "")
    return saved


def newline_of(kept: Kept[Plan]) -> str:
    """Return how lines end in the file of a plan."""
    return "\r\n" if "\r\n" in kept.text else "\n"


def _refuse(plan: Plan) -> None:
    if plan.is_draft:
        raise UsageProblem("This plan is a draft.", mend="To go on with it: isp plan")
    if plan.status == "closed":
        raise UsageProblem(
            "This plan is closed.", mend="It stays as it is. To see it: isp plan show"
        )


def _chosen(plans: list[Kept[Plan]], prompter: Prompter) -> Kept[Plan]:
    answer = prompter.ask(
        Choose(
            key="plan",
            text="There is more than one active plan. Which one?",
            choices=tuple(
                Choice(
                    each.path.stem,
                    f"{each.path.stem}, made on {each.record.day}: {summary(each.record)}",
                )
                for each in reversed(plans)
            ),
            optional=False,
            first=True,
            leave="Cancel",
        )
    )
    found = next((each for each in plans if each.path.stem == answer), None)
    if found is None:
        raise Left
    return found

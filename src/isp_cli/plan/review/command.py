"""`isp plan review`: look at a plan again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from isp_cli import clock, dates, printing
from isp_cli.plan import rhythm
from isp_cli.plan.active import InPlan, active_plan, keep, newline_of
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import Act
from isp_cli.portfolio.record import as_json
from isp_cli.portfolio.store import Kept
from isp_cli.sessions.commands import Answers, InJson, goes_to_subcommand
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.prompter import Choice, Choose, Prompter
from isp_cli.terminal.screen import Line
from isp_cli.verb import verb

Closing = Callable[[Desk, Kept[Plan], Prompter], None]
"""Takes a plan whose time is over, and talks about closing it."""


def add_review(app: typer.Typer, closing: Closing) -> None:
    """Give a verb the command `review`; `closing` is offered where the plan's time is over."""
    group = verb()

    @group.callback(invoke_without_command=True)
    def review(
        ctx: typer.Context,
        answers: Answers = None,
        new: Annotated[
            bool, typer.Option("--new", help="Begin another, even if one was begun before.")
        ] = False,
        name: InPlan = None,
        in_json: InJson = False,
    ) -> None:
        """Look at the plan again: what happened, what you learnt, what now."""
        if goes_to_subcommand(ctx):
            return
        desk = Desk(ctx.obj)
        if answers:
            kept: Kept[Plan] | None = _from_form(desk, answers, name)
        else:
            kept = _talked(desk, name, closing, new=new)
        if kept is None:
            return
        if in_json:
            desk.screen.json("isp.plan/1", as_json(kept.record))
        else:
            desk.screen.show(_result(kept.record))

    @group.command("template", help="Print a form to fill in and give to --answers.")
    def template_(ctx: typer.Context, name: InPlan = None) -> None:
        from isp_cli.plan.review import form

        desk = Desk(ctx.obj)
        plan = active_plan(desk, name).record
        printing.echo(form.template(desk.guide, plan, clock.now().date()))

    app.add_typer(group, name="review")


def _from_form(desk: Desk, path: Path, name: str | None) -> Kept[Plan]:
    from isp_cli.plan.review import form
    from isp_cli.sessions.answers import read_answers

    kept, today = active_plan(desk, name), clock.now().date()
    filled = read_answers(
        form.ReviewForm, path, lambda found: form.check(kept.record, found, today)
    )
    act = Act(desk.guide, today, newline_of(kept))
    return keep(desk, kept, form.changed(act, kept.record, filled))


def _talked(desk: Desk, name: str | None, closing: Closing, *, new: bool) -> Kept[Plan] | None:
    from isp_cli.plan.review.dialogue import dialogue
    from isp_cli.sessions.conversation import go_on

    prompter = desk.prompter("plan review")
    today = clock.now().date()

    def talk(kept: Kept[Plan]) -> Iterator[Plan]:
        act = Act(desk.guide, today, newline_of(kept))
        return dialogue(act, prompter, kept.record, new=new)

    kept = go_on(desk, prompter, lambda: active_plan(desk, name, prompter), talk, "plan review")
    horizon = kept.record.horizon if kept else None
    if kept and horizon and horizon <= today and _wants_to_close(prompter, horizon):
        closing(desk, kept, prompter)
        return None
    return kept


def _wants_to_close(prompter: Prompter, horizon: date) -> bool:
    from isp_cli.sessions.conversation import takes_up

    return takes_up(
        prompter,
        Choose(
            key="over",
            text=f"The plan ran until {dates.spoken(horizon)}. Would you like to close it?",
            choices=(
                Choice("close", "Close it, and carry over what goes on"),
                Choice("on", "Go on with it for now"),
            ),
            optional=False,
            first=True,
        ),
    )


def _result(plan: Plan) -> Iterator[Line]:
    if plan.last_review:
        yield Line(f"Reviewed on {dates.spoken(plan.last_review)}.")
        following = rhythm.upcoming(plan.reviews or (), plan.last_review)
        if following:
            yield Line(f"To be looked at again on {dates.spoken(following)}.")
    yield Line("To see the whole plan: isp plan show")

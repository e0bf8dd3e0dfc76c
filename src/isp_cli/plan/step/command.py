"""`isp plan step`: say what has become of the steps of a plan."""

from collections.abc import Iterator
from typing import Annotated

import typer
from typer.core import TyperCommand

from isp_cli import clock
from isp_cli.plan.active import InPlan, active_plan, keep, newline_of
from isp_cli.plan.record import Plan
from isp_cli.plan.step.acts import Act, numbered, spoken
from isp_cli.plan.step.line import as_meant
from isp_cli.plan.step.request import Request
from isp_cli.plan.view import name_of
from isp_cli.portfolio.record import as_json
from isp_cli.portfolio.store import Kept
from isp_cli.sessions.commands import InJson
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line

INSTEAD = (
    'Without one, say it in the command, such as: isp plan step 2 --done "We met twice." '
    "See: isp plan step --help"
)


class StepCommand(TyperCommand):
    """The command `step`, in which a step can be done or dropped without a word."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Read the line as it is meant, then parse it as usual."""
        options = (name for each in self.params for name in each.opts if name.startswith("-"))
        return super().parse_args(ctx, as_meant(args, options))


def add_step(app: typer.Typer) -> None:
    """Give a verb the command `step`."""

    @app.command(
        cls=StepCommand, help="Say that a step is done, moved, dropped or new, and what came of it."
    )
    def step(
        ctx: typer.Context,
        which: Annotated[
            str | None,
            typer.Argument(metavar="STEP", help="Its number in 'isp plan show', or words of it."),
        ] = None,
        done: Annotated[
            str | None,
            typer.Option(
                "--done", metavar="[TEXT]", help="It is done; what came of it, if you like."
            ),
        ] = None,
        move: Annotated[
            str | None, typer.Option("--move", metavar="DAY", help="It moves to another day.")
        ] = None,
        drop: Annotated[
            str | None,
            typer.Option("--drop", metavar="[TEXT]", help="You drop it; why, if you like."),
        ] = None,
        note: Annotated[
            str | None, typer.Option("--note", metavar="TEXT", help="A line on how it goes.")
        ] = None,
        add: Annotated[
            str | None, typer.Option("--add", metavar="TEXT", help="A further step.")
        ] = None,
        goal: Annotated[
            str | None, typer.Option("--goal", metavar="NAME", help="The competency it is for.")
        ] = None,
        by: Annotated[
            str | None, typer.Option("--by", metavar="DAY", help="By when a new step is due.")
        ] = None,
        helper: Annotated[
            str | None, typer.Option("--with", metavar="WHO", help="Who helps with a new step.")
        ] = None,
        name: InPlan = None,
        in_json: InJson = False,
    ) -> None:
        desk = Desk(ctx.obj)
        request = Request(which, done, move, drop, note, add, goal, by, helper)
        kept = _said(desk, request, name) if request.says_all else _talked(desk, which, name)
        if kept is None:
            return
        if in_json:
            desk.screen.json("isp.plan/1", as_json(kept.record))
        else:
            desk.screen.show(_steps(desk, kept))


def _said(desk: Desk, request: Request, name: str | None) -> Kept[Plan]:
    today = clock.now().date()
    request.check(today)
    kept = active_plan(desk, name)
    act = Act(desk.guide, today, newline_of(kept))
    return keep(desk, kept, request.changed(act, kept.record))


def _talked(desk: Desk, which: str | None, name: str | None) -> Kept[Plan] | None:
    from isp_cli.plan.step.dialogue import dialogue
    from isp_cli.sessions.conversation import go_on

    prompter = desk.prompter("plan step", INSTEAD)
    return go_on(
        desk,
        prompter,
        lambda: active_plan(desk, name, prompter),
        lambda kept: dialogue(
            Act(desk.guide, clock.now().date(), newline_of(kept)), prompter, kept.record, which
        ),
        "plan step",
    )


def _steps(desk: Desk, kept: Kept[Plan]) -> Iterator[Line]:
    """Yield the steps of the plan as they are now, by goal."""
    known = numbered(kept.record)
    for competency in kept.record.competencies:
        mine = [each for each in known if each.competency == competency]
        if mine:
            yield Line(name_of(desk.guide, competency), style="bold")
            yield from (Line(spoken(each), indent=2) for each in mine)

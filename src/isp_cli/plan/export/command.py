"""`isp plan export`: a plan handed over."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from isp_cli import clock
from isp_cli.plan.record import Plan
from isp_cli.sessions.desk import Desk

if TYPE_CHECKING:
    from isp_cli.plan.export.request import Request

Target = Annotated[
    str | None,
    typer.Argument(metavar="FILE", help="Where to write it; - prints it."),
]
Name = Annotated[
    str | None,
    typer.Option("--plan", metavar="NAME", help="Which plan; without this, the latest."),
]
Form = Annotated[
    Literal["markdown", "html", "docx", "ics", "json"] | None,
    typer.Option("--format", help="Without this, as FILE ends; or else Markdown."),
]
Steps = Annotated[
    Literal["list", "table"] | None,
    typer.Option("--steps", help="How a document shows steps: a list to tick, or a table."),
]
Todo = Annotated[
    bool, typer.Option("--todo", help="In a calendar file: steps as tasks, not as events.")
]
Occasion = Annotated[
    Literal["supervision"] | None,
    typer.Option("--for", help="Choose what goes in, and see it before it is written."),
]
Goals = Annotated[
    list[str] | None, typer.Option("--goal", metavar="NAME", help="This goal; may be repeated.")
]
Parts = Annotated[
    list[str] | None,
    typer.Option("--with", metavar="PARTS", help="These parts, with commas between."),
]
Examples = Annotated[
    list[str] | None,
    typer.Option("--example", metavar="NAME", help="The example about this competency, or all."),
]
Answers = Annotated[
    list[str] | None,
    typer.Option("--answer", metavar="NUMBER", help="The answer to this question, or all."),
]
Author = Annotated[
    str | None, typer.Option("--from", metavar="NAME", help="Who it is from; else nobody is named.")
]
Yes = Annotated[
    bool, typer.Option("--yes", help="Write it for supervision without asking anything.")
]
Force = Annotated[bool, typer.Option("--force", help="Write over another's file; a copy is kept.")]


def add_export(app: typer.Typer) -> None:
    """Give the verb the command `export`."""

    @app.command()
    def export(
        ctx: typer.Context,
        target: Target = None,
        name: Name = None,
        form: Form = None,
        steps: Steps = None,
        todo: Todo = False,
        occasion: Occasion = None,
        goals: Goals = None,
        parts: Parts = None,
        examples: Examples = None,
        answers: Answers = None,
        author: Author = None,
        yes: Yes = False,
        force: Force = False,
    ) -> None:
        """Write the plan as a document to hand over, for a calendar, or as JSON."""
        from isp_cli.plan.export.choice import Wanted
        from isp_cli.plan.export.formats import FORMATS
        from isp_cli.plan.export.request import Request, check
        from isp_cli.sessions.formats import chosen

        wanted = Wanted(
            tuple(goals or ()),
            tuple(parts or ()),
            tuple(examples or ()),
            tuple(answers or ()),
            " ".join((author or "").split()),
        )
        asked = Request(
            written=chosen(FORMATS, target or "", form),
            wanted=wanted,
            steps=steps,
            todo=todo,
            for_supervision=occasion is not None,
            yes=yes,
        )
        check(asked)
        _hand_over(Desk(ctx.obj), asked, target, name, force=force)


def _hand_over(
    desk: Desk, asked: "Request", target: str | None, name: str | None, *, force: bool
) -> None:
    from isp_cli.plan.export.formats import Export
    from isp_cli.plan.export.going_out import chosen_contents, tell_undated, tell_which
    from isp_cli.plan.unread import remarks
    from isp_cli.sessions import listing
    from isp_cli.sessions.handing_over import STANDARD_OUTPUT, check_target, hand_over

    written = asked.written
    kept = listing.named(desk.store, Plan, name)
    plan = kept.record
    if name is None:
        tell_which(desk, kept)
    desk.screen.tell(*remarks(kept))
    if plan.is_draft:
        desk.screen.tell("This plan is a draft. To go on with it: isp plan")
    usual = f"development-plan-{plan.started.date().isoformat()}{written.ending}"
    where = usual if target is None else target
    if where != STANDARD_OUTPUT:
        check_target(desk, where, force=force, form=written.name, ending=written.ending)
    moment = clock.now()
    contents = chosen_contents(desk, plan, asked, where, moment.date())
    if contents is None:
        return
    tell_undated(desk, plan, contents, asked)
    changed = datetime.fromtimestamp(int(kept.path.stat().st_mtime), UTC)
    going_out = Export(plan, contents, moment, changed, todo=asked.todo)
    hand_over(
        desk,
        written.content(going_out, desk.guide),
        where,
        force=force,
        form=written.name,
        ending=written.ending,
        holds="It holds what you chose" if asked.chooses else written.holds,
    )

"""`isp plan export`: a plan handed over."""

from datetime import UTC, datetime
from typing import Annotated, Literal

import typer

from isp_cli import clock
from isp_cli.errors import UsageProblem
from isp_cli.plan.record import Plan
from isp_cli.sessions.desk import Desk

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
        force: Force = False,
    ) -> None:
        """Write the plan as a document to hand over, for a calendar, or as JSON."""
        from isp_cli.plan.export.contents import everything
        from isp_cli.plan.export.formats import DOCUMENTS, FORMATS, Export
        from isp_cli.sessions import formats, listing
        from isp_cli.sessions.handing_over import hand_over

        desk = Desk(ctx.obj)
        written = formats.chosen(FORMATS, target or "", form)
        if steps and written not in [FORMATS[each] for each in DOCUMENTS]:
            raise UsageProblem(
                f"--steps is for documents, not for {written.name}.", mend="Leave it out."
            )
        if todo and written is not FORMATS["ics"]:
            raise UsageProblem(
                "--todo is for calendar files.", mend="Add --format ics, or leave it out."
            )
        kept = listing.named(desk.store, Plan, name)
        plan = kept.record
        if plan.is_draft:
            desk.screen.tell("This plan is a draft. To go on with it: isp plan")
        if written is FORMATS["ics"] and not todo:
            _tell_undated(desk, plan)
        contents = everything(plan, table=steps == "table")
        changed = datetime.fromtimestamp(int(kept.path.stat().st_mtime), UTC)
        going_out = Export(plan, contents, clock.now(), changed, todo=todo)
        usual = f"development-plan-{plan.started.date().isoformat()}{written.ending}"
        hand_over(
            desk,
            written.content(going_out, desk.guide),
            usual if target is None else target,
            force=force,
            form=written.name,
            ending=written.ending,
            holds=written.holds,
        )


def _tell_undated(desk: Desk, plan: Plan) -> None:
    from isp_cli.plan.export.calendar import undated

    match undated(plan, plan.competencies):
        case 0:
            return
        case 1:
            desk.screen.tell("1 step has no date, so it is not in the calendar.")
        case count:
            desk.screen.tell(f"{count} steps have no date, so they are not in the calendar.")

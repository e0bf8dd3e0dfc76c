"""`isp assess export`: assessments handed over."""

from typing import Annotated, Literal

import typer

from isp_cli.assess.record import Assessment
from isp_cli.sessions.desk import Desk


def add_export(app: typer.Typer) -> None:
    """Give the verb the command `export`."""

    @app.command()
    def export(
        ctx: typer.Context,
        target: Annotated[
            str,
            typer.Argument(metavar="FILE", help="Where to write it; without one, it is printed."),
        ] = "-",
        name: Annotated[
            str | None,
            typer.Option("--assessment", metavar="NAME", help="Which; without this, the latest."),
        ] = None,
        form: Annotated[
            Literal["markdown", "json", "csv"] | None,
            typer.Option("--format", help="Without this, as FILE ends; or else Markdown."),
        ] = None,
        force: Annotated[
            bool, typer.Option("--force", help="Write over another's file; a copy is kept.")
        ] = False,
    ) -> None:
        """Write an assessment as a document, as JSON, or as rows for a spreadsheet."""
        from isp_cli.assess.export.forms import FORMATS
        from isp_cli.sessions import formats, listing
        from isp_cli.sessions.handing_over import hand_over

        desk = Desk(ctx.obj)
        record = listing.named(desk.store, Assessment, name).record
        if record.is_draft:
            desk.screen.tell("This assessment is a draft. To go on with it: isp assess")
        written = formats.chosen(FORMATS, target, form)
        hand_over(
            desk,
            written.content(record, desk.guide),
            target,
            force=force,
            form=written.name,
            ending=written.ending,
            holds=written.holds,
        )

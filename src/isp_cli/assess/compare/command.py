"""`isp assess compare`: assessments side by side."""

from typing import Annotated

import typer

from isp_cli.assess.record import Assessment
from isp_cli.sessions.commands import InJson
from isp_cli.sessions.desk import Desk


def add_compare(app: typer.Typer) -> None:
    """Give the verb the command `compare`."""

    @app.command()
    def compare(
        ctx: typer.Context,
        first: Annotated[
            str | None,
            typer.Argument(metavar="A", help="One assessment; without names, the two latest."),
        ] = None,
        second: Annotated[
            str | None, typer.Argument(metavar="B", help="Another; without one, the latest.")
        ] = None,
        in_json: InJson = False,
    ) -> None:
        """Show two assessments side by side."""
        from isp_cli.assess.compare import change, view
        from isp_cli.sessions import listing

        desk = Desk(ctx.obj)
        then, now = (each.record for each in listing.two(desk.store, Assessment, first, second))
        if in_json:
            desk.screen.json("isp.assessment-comparison/1", change.as_data(then, now))
        else:
            desk.screen.show(view.comparison_page(then, now, desk.guide))

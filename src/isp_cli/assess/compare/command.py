"""`isp assess compare`: assessments side by side."""

from typing import Annotated

import typer

from isp_cli.assess.record import Assessment
from isp_cli.errors import UsageProblem
from isp_cli.sessions.commands import InJson
from isp_cli.sessions.desk import Desk


def add_compare(app: typer.Typer) -> None:
    """Give the verb the command `compare`."""
    app.command()(compare)


def compare(
    ctx: typer.Context,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            help="Two or more; one alone goes beside the latest. Without any, the two latest.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that are finished.")] = False,
    domains: Annotated[
        list[str] | None,
        typer.Option("--domain", metavar="NAME", help="Only this domain; may be repeated."),
    ] = None,
    competencies: Annotated[
        list[str] | None,
        typer.Option("--competency", metavar="NAME", help="Only this one; may be repeated."),
    ] = None,
    in_json: InJson = False,
) -> None:
    """Show two assessments side by side, or more."""
    from isp_cli.assess.compare import data, view
    from isp_cli.assess.compare.change import comparison
    from isp_cli.assess.nearby import looked_back_on
    from isp_cli.assess.scope import scope
    from isp_cli.sessions import listing

    if every and names:
        raise UsageProblem("--all goes without names.", mend="Leave out one or the other.")
    desk = Desk(ctx.obj)
    wanted = scope(desk.guide, domains or (), competencies or ())
    kept = listing.beside_one_another(desk, Assessment, None if every else names or ())
    records = looked_back_on(desk, [each.record for each in kept])
    found = comparison(records, wanted)
    if in_json:
        desk.screen.json("isp.assessment-comparison/1", data.as_data(found))
    else:
        desk.screen.show(view.comparison_page(found, desk.guide))

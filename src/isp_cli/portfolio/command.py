"""`isp portfolio`: where your records are."""

from typing import Annotated

import typer

from isp_cli import printing
from isp_cli.portfolio.location import folder
from isp_cli.verb import verb

app = verb()


@app.callback(invoke_without_command=True)
def portfolio(ctx: typer.Context) -> None:
    """Your portfolio: the folder of your records."""
    if not ctx.invoked_subcommand:
        path(ctx)


@app.command()
def path(
    ctx: typer.Context,
    in_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Say where your records are."""
    found = folder(ctx.obj.portfolio)
    if in_json:
        data = {"path": str(found), "exists": found.is_dir()}
        printing.echo(printing.envelope("isp.portfolio/1", data), nl=True)
        return
    printing.echo(str(found), nl=True)
    if found.is_file():
        typer.echo("This is a file, not a folder; choose another with --portfolio.", err=True)
    elif not found.is_dir():
        typer.echo("It is made when you first write something.", err=True)

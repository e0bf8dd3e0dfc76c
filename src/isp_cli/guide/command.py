"""`isp guide`: check the guide file, and give the guide to other programs."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from isp_cli import printing
from isp_cli.errors import GuideProblem
from isp_cli.guide import loader
from isp_cli.verb import verb

app = verb()


class Format(StrEnum):
    """What the guide can be exported as."""

    yaml = "yaml"
    json = "json"


@app.callback()
def guide() -> None:
    """Check a guide file, or export the whole guide."""


@app.command()
def validate(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="The guide file; without one, the guide in use."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
) -> None:
    """Check a guide file and name every problem with its line."""
    from isp_cli.guide import check

    path = file or loader.guide_path(ctx.obj.guide)
    problems = check.examine(check.text_of(path))[1]
    if as_json:
        data = [{"line": p.line, "path": p.path, "what": p.what} for p in problems]
        printing.echo(printing.envelope("isp.guide-problems/1", data), nl=True)
    else:
        for problem in problems:
            printing.echo(f"{path}, {problem}", nl=True)
    if problems:
        count = "one problem" if len(problems) == 1 else f"{len(problems)} problems"
        raise GuideProblem(f"This guide has {count}.", where=str(path), mend="Mend and try again.")
    if not as_json:
        printing.echo(f"{path}: this guide is valid.", nl=True)


@app.command()
def export(
    ctx: typer.Context,
    form: Annotated[Format, typer.Option("--format", help="yaml or json.")] = Format.yaml,
) -> None:
    """Print the whole guide as YAML or JSON."""
    from isp_cli.guide import exchange

    found = loader.load(ctx.obj.guide)
    text = exchange.as_json(found) if form is Format.json else exchange.as_yaml(found)
    printing.echo(text)

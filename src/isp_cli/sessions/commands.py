"""The commands that every verb with records has: `list`, `show` and `template`."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from isp_cli import printing
from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import Record, as_json
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line

if TYPE_CHECKING:
    from isp_cli.sessions.conversation import Dialogue

R = TypeVar("R", bound=Record)

Answers = Annotated[
    Path | None,
    typer.Option("--answers", metavar="FILE", help="Take a filled form; - is standard input."),
]
New = Annotated[bool, typer.Option("--new", help="Begin anew, even if there is a draft.")]
InJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]
Name = Annotated[
    str | None,
    typer.Argument(metavar="NAME", help="Its date or file name; without one, the latest."),
]


def goes_to_subcommand(ctx: typer.Context) -> bool:
    """Return whether a command such as `list` follows the verb.

    Raises:
        UsageProblem: an option stands between the two, which would be taken for nothing.
    """
    if not ctx.invoked_subcommand:
        return False
    for each in ctx.command.params:
        source = ctx.get_parameter_source(each.name or "")
        if source is not None and source.name == "COMMANDLINE":
            raise UsageProblem(
                f"{each.opts[0]} does not go with '{ctx.invoked_subcommand}'.",
                mend=f"To see what does: {ctx.command_path} {ctx.invoked_subcommand} --help",
            )
    return True


def run_session(
    desk: Desk,
    model: type[R],
    *,
    dialogue: "Callable[[], Dialogue[R]]",
    from_form: Callable[[Path], R],
    result: Callable[[R, Guide], Iterable[Line]],
    answers: Path | None,
    new: bool,
    in_json: bool,
    about: Callable[[R], str] | None = None,
    fits: Callable[[R], bool] = lambda _: True,
    done: str = "finished",
) -> None:
    """Hold a conversation, or take a filled form in its place; then print the result.

    Args:
        desk: the guide, the portfolio and the screen.
        model: the kind of record.
        dialogue: returns what asks the questions.
        from_form: returns the record that a filled form holds.
        result: yields the lines that show what came of it.
        answers: the filled form, or None to converse.
        new: begin anew even if there is a draft.
        in_json: print the record as JSON in place of the result.
        about: says in a few words what a draft is about, where there is more than one.
        fits: returns whether a draft is one that may be taken up.
        done: the status of the record when the conversation has come to its end.
    """
    if answers:
        from isp_cli.sessions.answers import keep

        record: R | None = keep(desk, from_form(answers))
    else:
        from isp_cli.sessions.conversation import hold

        record = hold(desk, model, dialogue(), new=new, about=about, fits=fits, done=done)
    if record is None:
        return
    if in_json:
        desk.screen.json(f"isp.{model.kind}/1", as_json(record))
    else:
        desk.screen.show(result(record, desk.guide))


def add_reading(
    app: typer.Typer,
    model: type[R],
    summary: Callable[[R], str],
    page: Callable[[R, Guide], Iterable[Line]],
) -> None:
    """Give a verb the commands `list` and `show`.

    Args:
        app: the verb.
        model: the kind of record.
        summary: says in a few words what a record is about.
        page: yields the lines that show a record.
    """
    add_list(app, model, summary)

    @app.command(help=f"Show one {model.kind}.")
    def show(ctx: typer.Context, name: Name = None, in_json: InJson = False) -> None:
        desk = Desk(ctx.obj)
        show_one(desk, model, name, lambda record: page(record, desk.guide), in_json=in_json)


def add_list(app: typer.Typer, model: type[R], summary: Callable[[R], str]) -> None:
    """Give a verb the command `list`; `summary` says in a few words what a record is about."""

    @app.command("list", help=f"Name every {model.kind} there is, newest first.")
    def list_(ctx: typer.Context, in_json: InJson = False) -> None:
        from isp_cli.sessions import listing

        listing.show_list(Desk(ctx.obj), model, summary, in_json=in_json)


def show_one(
    desk: Desk,
    model: type[R],
    name: str | None,
    page: Callable[[R], Iterable[Line]],
    *,
    in_json: bool,
    data: Callable[[R], Mapping[str, Any]] = as_json,
) -> None:
    """Show the record that `name` means, as `page` has it, or as JSON of what `data` returns."""
    from isp_cli.sessions import listing

    record = listing.named(desk.store, model, name).record
    if in_json:
        desk.screen.json(f"isp.{model.kind}/1", data(record))
    else:
        desk.screen.show(page(record))


def add_template(app: typer.Typer, template: Callable[[Guide], str]) -> None:
    """Give a verb the command `template`, which prints what `template` returns."""

    @app.command("template", help="Print a form to fill in and give to --answers.")
    def template_(ctx: typer.Context) -> None:
        printing.echo(template(Desk(ctx.obj).guide))

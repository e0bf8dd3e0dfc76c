"""`isp assess then`: look back at an earlier assessment."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from isp_cli import clock, printing
from isp_cli.assess.record import Assessment
from isp_cli.assess.scope import scope
from isp_cli.assess.then.record import ThenRating
from isp_cli.errors import NotFound, UsageProblem
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, Name, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line
from isp_cli.verb import Group

NAME = "--assessment"


class NameFirst(Group):
    """Commands, beside a first word that names an assessment: `isp assess then 2027-01-04`."""

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Take a first word that is neither a command nor an option for a name."""
        named = args and not args[0].startswith("-") and args[0] not in self.commands
        return super().parse_args(ctx, [NAME, *args] if named else args)


app = typer.Typer(
    cls=NameFirst,
    add_completion=False,
    rich_markup_mode=None,
    subcommand_metavar="[NAME | COMMAND ...]",
)


def add_then(verb: typer.Typer) -> None:
    """Give the verb the command `then`, with commands of its own below it."""
    verb.add_typer(app, name="then")


@app.callback(invoke_without_command=True)
def then(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Option(NAME, metavar="NAME", help="Which; NAME alone says the same."),
    ] = None,
    domains: Annotated[
        list[str] | None,
        typer.Option("--domain", metavar="NAME", help="Only this domain; may be repeated."),
    ] = None,
    competencies: Annotated[
        list[str] | None,
        typer.Option("--competency", metavar="NAME", help="Only this one; may be repeated."),
    ] = None,
    answers: Answers = None,
    new: New = False,
    in_json: InJson = False,
) -> None:
    """Look back at an assessment, and say where you would now place yourself at that time."""
    if commands.goes_to_subcommand(ctx):
        return
    if answers and (name is not None or domains or competencies):
        raise UsageProblem(
            "A filled form says itself what is looked back on.",
            mend="Leave out the name, --domain and --competency, or --answers.",
        )
    desk = Desk(ctx.obj)
    assessments = _finished(desk)
    wanted = scope(desk.guide, domains or (), competencies or ())
    assessment = None if name is None else _named(desk, name)
    commands.run_session(
        desk,
        ThenRating,
        dialogue=lambda: _dialogue(assessments, assessment, wanted),
        from_form=lambda path: _from_form(desk, assessments, path),
        result=lambda record, _: _page(desk, record),
        answers=answers,
        new=new or bool(wanted) or bool(assessment and not _has_draft(desk, assessment)),
        about=_summary,
        in_json=in_json,
    )


def _finished(desk: Desk) -> list[Assessment]:
    """Return the finished assessments, oldest first; NotFound where there are none."""
    kept, broken = desk.store.finished(Assessment)
    desk.tell_unreadable(broken)
    found = [each.record for each in kept]
    if not found:
        raise NotFound(
            "There is no finished assessment to look back on yet.",
            mend="To begin one: isp assess",
        )
    return found


def _named(desk: Desk, name: str) -> Assessment:
    from isp_cli.sessions import listing

    found = listing.named(desk.store, Assessment, name).record
    if found.is_draft:
        raise UsageProblem(
            "This assessment is a draft, so there is nothing to look back on yet.",
            mend="To go on with it: isp assess",
        )
    return found


def _has_draft(desk: Desk, assessment: Assessment) -> bool:
    return any(each.record.assessment == assessment.id for each in desk.store.drafts(ThenRating)[0])


def _original(desk: Desk, record: ThenRating) -> Assessment | None:
    """Return the assessment that then-ratings look back on; None where it is not to be read."""
    finished, broken = desk.store.finished(Assessment)
    found = next((each.record for each in finished if each.record.id == record.assessment), None)
    if found is None:
        desk.tell_unreadable(broken)
    return found


def _dialogue(
    assessments: list[Assessment], assessment: Assessment | None, wanted: tuple[str, ...]
) -> Dialogue[ThenRating]:
    from functools import partial

    from isp_cli.assess.then.dialogue import Options, dialogue

    return partial(dialogue, assessments=assessments, options=Options(assessment, wanted))


def _from_form(desk: Desk, assessments: list[Assessment], path: Path) -> ThenRating:
    from isp_cli.assess.then import form
    from isp_cli.sessions.answers import read_answers

    filled = read_answers(
        form.ThenForm, path, lambda found: form.check(desk.guide, assessments, found)
    )
    return form.record(desk.guide, assessments, filled, clock.now())


@app.command(help="Show then-ratings beside what was answered at the time.")
def show(ctx: typer.Context, name: Name = None, in_json: InJson = False) -> None:
    """Show then-ratings."""
    desk = Desk(ctx.obj)
    commands.show_one(
        desk,
        ThenRating,
        name,
        lambda record: _page(desk, record),
        in_json=in_json,
    )


@app.command(help="Print a form to fill in and give to --answers.")
def template(
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="NAME", help="Which assessment; without one, the one before last."),
    ] = None,
) -> None:
    """Print a form to look back with."""
    from isp_cli.assess.then import form
    from isp_cli.assess.then.dialogue import usual

    desk = Desk(ctx.obj)
    assessment = usual(_finished(desk)) if name is None else _named(desk, name)
    printing.echo(form.template(desk.guide, assessment))


def _page(desk: Desk, record: ThenRating) -> Iterator[Line]:
    from isp_cli.assess.then import view

    return view.then_page(record, _original(desk, record), desk.guide)


def _summary(record: ThenRating) -> str:
    from isp_cli.assess.then import view

    return view.summary(record)


commands.add_list(app, ThenRating, _summary)

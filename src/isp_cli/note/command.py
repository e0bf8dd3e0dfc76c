"""`isp note`: keep a moment of practice, and look at earlier notes."""

from pathlib import Path
from typing import Annotated

import typer

from isp_cli import clock
from isp_cli.errors import UsageProblem
from isp_cli.guide.naming import competencies_named, principles_named
from isp_cli.note import source, view
from isp_cli.note.given import Given, day_in, dilemma_named
from isp_cli.note.line import NoteVerb
from isp_cli.note.reading import add_reading
from isp_cli.note.record import Note
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, New
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.structures import Structure, chosen_structure
from isp_cli.terminal.words import mended
from isp_cli.verb import verb

app = verb(NoteVerb)

As = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Answer these questions: what or gibbs.")
]
Questions = Annotated[
    Path | None, typer.Option("--questions", metavar="FILE", help="Answer questions of your own.")
]


@app.callback(invoke_without_command=True)
def note(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="The note itself; - takes it from standard input."),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DAY", help="The day it was, such as yesterday; else today."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="What you call it.")
    ] = None,
    competencies: Annotated[
        list[str] | None,
        typer.Option("--competency", metavar="NAME", help="It touches this; may be repeated."),
    ] = None,
    principles: Annotated[
        list[str] | None,
        typer.Option("--principle", metavar="NAME", help="It touches this; may be repeated."),
    ] = None,
    dilemma: Annotated[
        str | None, typer.Option("--dilemma", metavar="N", help="It shows this dilemma.")
    ] = None,
    as_: As = None,
    questions: Questions = None,
    share: Annotated[bool, typer.Option("--share", help="Let exports take it in.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Write it in your own editor.")] = False,
    answers: Answers = None,
    new: New = False,
    in_json: InJson = False,
) -> None:
    """Keep a note on a moment of practice."""
    if commands.goes_to_subcommand(ctx):
        return
    desk = Desk(ctx.obj)
    structure = chosen_structure(as_, questions)
    given = Given(
        day=None if on is None else day_in(on, clock.now().date(), option="--on"),
        title=" ".join(mended(title or "").split()) or None,
        competencies=competencies_named(desk.guide, competencies or ()),
        principles=principles_named(desk.guide, principles or ()),
        dilemma=None if dilemma is None else dilemma_named(desk.guide, dilemma),
        structure=structure,
        is_shareable=share,
    )
    if answers:
        _refuse_beside_answers(given, words=bool(words), edit=edit)
        record: Note | None = _from_form(desk, answers, structure)
    else:
        text = source.text(words, edit=edit, structured=structure is not None)
        if text is None:
            record = _conversation(desk, given, new=new or given != Given())
        else:
            from isp_cli.sessions.answers import keep

            record = keep(desk, given.finished_note(desk.guide, clock.now()).saying(text))
    if record is not None:
        _show(desk, record, in_json=in_json)


def _refuse_beside_answers(given: Given, *, words: bool, edit: bool) -> None:
    if words or edit or given != Given(structure=given.structure):
        raise UsageProblem(
            "A filled form says itself what the note is.",
            mend="Leave out everything but --answers, --as, --questions and --json.",
        )


def _from_form(desk: Desk, path: Path, structure: Structure | None) -> Note:
    from isp_cli.note import form
    from isp_cli.sessions.answers import keep, read_answers

    moment = clock.now()
    filled = read_answers(
        form.NoteForm, path, lambda found: form.check(desk.guide, found, structure, moment.date())
    )
    return keep(desk, form.record(desk.guide, filled, structure, moment))


def _conversation(desk: Desk, given: Given, *, new: bool) -> Note | None:
    from functools import partial

    from isp_cli.note.dialogue import dialogue
    from isp_cli.sessions.conversation import hold

    talk = partial(dialogue, given=given, today=clock.now().date())
    return hold(desk, Note, talk, new=new, about=view.summary)


def _show(desk: Desk, record: Note, *, in_json: bool) -> None:
    if not in_json:
        desk.screen.show(view.result_page(record, desk.guide))
        return
    from isp_cli.note import export
    from isp_cli.note.notes import named, notes_in

    found = named(notes_in(desk.store.folder, desk.guide)[0], record.id)
    desk.screen.json("isp.note/1", {"file": str(found.path), **export.as_data(found)})


@app.command()
def template(ctx: typer.Context, as_: As = None, questions: Questions = None) -> None:
    """Print a form to fill in and give to --answers."""
    from isp_cli import printing
    from isp_cli.note import form

    printing.echo(form.template(Desk(ctx.obj).guide, chosen_structure(as_, questions)))


add_reading(app)

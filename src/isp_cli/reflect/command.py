"""`isp reflect`: answer the guide's questions, and look at earlier answers."""

from pathlib import Path
from typing import Annotated

import typer

from isp_cli import clock, printing
from isp_cli.errors import UsageProblem
from isp_cli.guide.naming import questions_named
from isp_cli.reflect import view
from isp_cli.reflect.reading import add_reading
from isp_cli.reflect.record import Reflection
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.structures import Structure, chosen_structure
from isp_cli.verb import verb

app = verb()

As = Annotated[
    str | None,
    typer.Option("--as", metavar="NAME", help="Other questions, such as what or gibbs."),
]
Own = Annotated[
    Path | None,
    typer.Option("--questions", metavar="FILE", help="Questions of your own, in a YAML file."),
]


@app.callback(invoke_without_command=True)
def reflect(
    ctx: typer.Context,
    questions: Annotated[
        list[str] | None,
        typer.Option("--question", metavar="NUMBER", help="Answer this one; may be repeated."),
    ] = None,
    as_: As = None,
    own: Own = None,
    answers: Answers = None,
    new: New = False,
    in_json: InJson = False,
) -> None:
    """Reflect with the guide's ten questions, or with others."""
    if commands.goes_to_subcommand(ctx):
        return
    if questions and (answers or as_ is not None or own):
        other = "--answers" if answers else "--as" if as_ is not None else "--questions"
        raise UsageProblem(
            f"--question chooses among the guide's questions; {other} says itself what is asked.",
            mend="Take one of the two.",
        )
    desk = Desk(ctx.obj)
    structure = chosen_structure(as_, own)
    chosen = questions_named(desk.guide, questions or ())
    commands.run_session(
        desk,
        Reflection,
        dialogue=lambda: _dialogue(desk, chosen, structure),
        from_form=lambda path: _from_form(desk, path, structure),
        result=lambda record, _: view.result_page(record),
        answers=answers,
        new=new,
        about=view.summary,
        fits=lambda draft: _goes_on(draft, chosen, structure),
        in_json=in_json,
    )


def _goes_on(draft: Reflection, questions: tuple[str, ...], structure: Structure | None) -> bool:
    """Return whether a draft is about what was asked for; without a wish, any is."""
    if structure:
        return draft.structure == structure.key
    return not questions or draft.questions == questions


def _dialogue(
    desk: Desk, questions: tuple[str, ...], structure: Structure | None
) -> Dialogue[Reflection]:
    from functools import partial

    from isp_cli.reflect.before import beside
    from isp_cli.reflect.dialogue import dialogue

    return partial(dialogue, questions=questions, structure=structure, beside=beside(desk))


def _from_form(desk: Desk, path: Path, structure: Structure | None) -> Reflection:
    from isp_cli.reflect import form
    from isp_cli.sessions.answers import read_answers

    filled = read_answers(
        form.ReflectionForm, path, lambda found: form.check(desk.guide, found, structure)
    )
    return form.record(desk.guide, filled, clock.now(), structure)


@app.command()
def template(ctx: typer.Context, as_: As = None, own: Own = None) -> None:
    """Print a form to fill in and give to --answers."""
    from isp_cli.reflect import form

    printing.echo(form.template(Desk(ctx.obj).guide, chosen_structure(as_, own)))


@app.command("structures")
def structures_(ctx: typer.Context, in_json: InJson = False) -> None:
    """Name the other questions that there are to reflect with."""
    from isp_cli.sessions.structures import structures

    screen = Desk(ctx.obj).screen
    if in_json:
        screen.json("isp.structure-list/1", [each.model_dump() for each in structures()])
    else:
        screen.show(view.structures_page(structures()))


add_reading(app)

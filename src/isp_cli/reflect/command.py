"""`isp reflect`: answer the guide's questions, and look at earlier answers."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from isp_cli import clock
from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide
from isp_cli.reflect import view
from isp_cli.reflect.record import Reflection
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.verb import verb

app = verb()


@app.callback(invoke_without_command=True)
def reflect(
    ctx: typer.Context,
    questions: Annotated[
        list[str] | None,
        typer.Option("--question", metavar="NUMBER", help="Answer this one; may be repeated."),
    ] = None,
    answers: Answers = None,
    new: New = False,
    in_json: InJson = False,
) -> None:
    """Reflect on your practice with the guide's ten questions."""
    if commands.goes_to_subcommand(ctx):
        return
    if answers and questions:
        raise UsageProblem(
            "A filled form says itself which questions it answers.",
            mend="Leave out --question, or --answers.",
        )
    desk = Desk(ctx.obj)
    chosen = _named(desk.guide, questions or ())
    commands.run_session(
        desk,
        Reflection,
        dialogue=lambda: _dialogue(desk, chosen),
        from_form=lambda path: _from_form(desk, path),
        result=lambda record, _: view.result_page(record),
        answers=answers,
        new=new or bool(chosen),
        in_json=in_json,
    )


def _named(guide: Guide, questions: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the questions named, in the guide's order; NotFound where nothing fits."""
    from isp_cli.guide import lookup

    named = [lookup.find(guide, lookup.kind("question"), each).id for each in questions]
    return tuple(each.id for each in guide.questions if each.id in named)


def _dialogue(desk: Desk, questions: tuple[str, ...]) -> Dialogue[Reflection]:
    from functools import partial

    from isp_cli.reflect.before import beside
    from isp_cli.reflect.dialogue import dialogue

    return partial(dialogue, questions=questions, beside=beside(desk))


def _from_form(desk: Desk, path: Path) -> Reflection:
    from isp_cli.reflect import form
    from isp_cli.sessions.answers import read_answers

    filled = read_answers(form.ReflectionForm, path, lambda found: form.check(desk.guide, found))
    return form.record(desk.guide, filled, clock.now())


def _template(guide: Guide) -> str:
    from isp_cli.reflect import form

    return form.template(guide)


commands.add_reading(app, Reflection, view.summary, view.reflection_page)
commands.add_template(app, _template)

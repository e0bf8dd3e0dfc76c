"""`isp reflect`: answer the guide's questions, and look at earlier answers."""

from pathlib import Path

import typer

from isp_cli import clock
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
    ctx: typer.Context, answers: Answers = None, new: New = False, in_json: InJson = False
) -> None:
    """Reflect on your practice with the guide's ten questions."""
    if commands.goes_to_subcommand(ctx):
        return
    desk = Desk(ctx.obj)
    commands.run_session(
        desk,
        Reflection,
        dialogue=_dialogue,
        from_form=lambda path: _from_form(desk, path),
        result=lambda record, _: view.result_page(record),
        answers=answers,
        new=new,
        in_json=in_json,
    )


def _dialogue() -> Dialogue[Reflection]:
    from isp_cli.reflect.dialogue import dialogue

    return dialogue


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

"""`isp assess`: assess yourself, and look at earlier assessments."""

from collections.abc import Iterator
from pathlib import Path

import typer

from isp_cli import clock
from isp_cli.assess import view
from isp_cli.assess.record import Assessment
from isp_cli.guide.model import Guide
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line
from isp_cli.verb import verb

app = verb()


@app.callback(invoke_without_command=True)
def assess(
    ctx: typer.Context, answers: Answers = None, new: New = False, in_json: InJson = False
) -> None:
    """Assess yourself, competency by competency."""
    if ctx.invoked_subcommand:
        return
    desk = Desk(ctx.obj)
    commands.run_session(
        desk,
        Assessment,
        dialogue=_dialogue,
        from_form=lambda path: _from_form(desk, path),
        result=view.profile_page,
        answers=answers,
        new=new,
        in_json=in_json,
    )


def _dialogue() -> Dialogue[Assessment]:
    from isp_cli.assess.dialogue import dialogue

    return dialogue


def _from_form(desk: Desk, path: Path) -> Assessment:
    from isp_cli.assess import form
    from isp_cli.sessions.answers import read_answers

    filled = read_answers(form.AssessmentForm, path, lambda found: form.check(desk.guide, found))
    return form.record(desk.guide, filled, clock.now())


def _template(guide: Guide) -> str:
    from isp_cli.assess import form

    return form.template(guide)


def _page(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    yield from view.assessment_page(assessment, guide)
    yield Line()
    yield from view.profile_page(assessment, guide)


commands.add_reading(app, Assessment, view.summary, _page)
commands.add_template(app, _template)

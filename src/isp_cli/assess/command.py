"""`isp assess`: assess yourself, and look at earlier assessments."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from isp_cli import clock
from isp_cli.assess import view
from isp_cli.assess.compare.command import add_compare
from isp_cli.assess.export.command import add_export
from isp_cli.assess.others.command import add_others
from isp_cli.assess.record import Assessment
from isp_cli.assess.then.command import add_then
from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, Name, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line
from isp_cli.verb import verb

app = verb()


@app.callback(invoke_without_command=True)
def assess(
    ctx: typer.Context,
    domains: Annotated[
        list[str] | None,
        typer.Option("--domain", metavar="NAME", help="Assess this domain; may be repeated."),
    ] = None,
    competencies: Annotated[
        list[str] | None,
        typer.Option("--competency", metavar="NAME", help="Assess this one; may be repeated."),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Ask for confidence alone.")] = False,
    answers: Answers = None,
    new: New = False,
    in_json: InJson = False,
) -> None:
    """Assess yourself, competency by competency."""
    if commands.goes_to_subcommand(ctx):
        return
    if answers and (domains or competencies or quick):
        raise UsageProblem(
            "A filled form says itself what is assessed.",
            mend="Leave out --domain, --competency and --quick, or --answers.",
        )
    from isp_cli.assess.scope import scope

    desk = Desk(ctx.obj)
    chosen = scope(desk.guide, domains or (), competencies or ())
    commands.run_session(
        desk,
        Assessment,
        dialogue=lambda: _dialogue(desk, chosen, quick=quick),
        from_form=lambda path: _from_form(desk, path),
        result=lambda record, _: _profile(desk, record),
        answers=answers,
        new=new or bool(chosen) or quick,
        in_json=in_json,
    )


def _dialogue(desk: Desk, chosen: tuple[str, ...], *, quick: bool) -> Dialogue[Assessment]:
    from functools import partial

    from isp_cli.assess.dialogue import Options, dialogue
    from isp_cli.assess.earlier import earlier_ratings

    finished, _ = desk.store.finished(Assessment)
    depth: Literal["quick", "full"] | None = "quick" if quick else "full" if chosen else None
    return partial(
        dialogue,
        options=Options(chosen, depth),
        earlier=earlier_ratings(each.record for each in finished),
    )


def _from_form(desk: Desk, path: Path) -> Assessment:
    from isp_cli.assess import form
    from isp_cli.sessions.answers import read_answers

    filled = read_answers(form.AssessmentForm, path, lambda found: form.check(desk.guide, found))
    return form.record(desk.guide, filled, clock.now())


def _template(guide: Guide) -> str:
    from isp_cli.assess import form

    return form.template(guide)


def _profile(desk: Desk, assessment: Assessment) -> Iterator[Line]:
    from isp_cli.assess.nearby import beside

    found = beside(desk, assessment)
    return view.profile_page(assessment, desk.guide, found, plain=desk.settings.plain)


@app.command(help="Show one assessment, with its profile.")
def show(ctx: typer.Context, name: Name = None, in_json: InJson = False) -> None:
    """Show one assessment."""
    from isp_cli.assess.nearby import looked_back_on

    desk = Desk(ctx.obj)

    def page(assessment: Assessment) -> Iterator[Line]:
        (found,) = looked_back_on(desk, [assessment])
        yield from view.assessment_page(assessment, desk.guide, found.then)
        yield Line()
        yield from _profile(desk, assessment)

    def data(assessment: Assessment) -> Mapping[str, Any]:
        return looked_back_on(desk, [assessment])[0].as_data()

    commands.show_one(desk, Assessment, name, page, in_json=in_json, data=data)


commands.add_list(app, Assessment, view.summary)
commands.add_template(app, _template)
add_compare(app)
add_export(app)
add_then(app)
add_others(app)

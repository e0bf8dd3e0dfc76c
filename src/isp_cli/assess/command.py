"""`isp assess`: assess yourself, and look at earlier assessments."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from isp_cli import clock, printing
from isp_cli.assess.compare.command import add_compare
from isp_cli.assess.export.command import add_export
from isp_cli.assess.options import Activities, Competencies, Domains, Principles, Quick
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

if TYPE_CHECKING:
    from isp_cli.assess.sitting import Options
    from isp_cli.terminal.prompter import Prompter

app = verb()


@app.callback(invoke_without_command=True)
def assess(
    ctx: typer.Context,
    domains: Domains = None,
    competencies: Competencies = None,
    quick: Quick = False,
    activities: Activities = False,
    principles: Principles = False,
    skipped: Annotated[
        bool, typer.Option("--skipped", help="Ask again what you skipped in a draft.")
    ] = False,
    answers: Answers = None,
    new: New = False,
    in_json: InJson = False,
) -> None:
    """Assess yourself, competency by competency."""
    if commands.goes_to_subcommand(ctx):
        return
    if answers and (domains or competencies or quick or activities or principles or skipped):
        raise UsageProblem(
            "A filled form says itself what is assessed.",
            mend="Leave out --answers, or the options that choose questions.",
        )
    from isp_cli.assess.sitting import Options

    desk = Desk(ctx.obj)
    chosen: tuple[str, ...] = ()
    if domains or competencies:
        from isp_cli.assess.scope import scope

        chosen = scope(desk.guide, domains or (), competencies or ())
    depth: Literal["quick", "full"] | None = "quick" if quick else "full" if chosen else None
    options = Options(chosen, depth, activities, principles, skipped)
    commands.run_session(
        desk,
        Assessment,
        dialogue=lambda: _dialogue(desk, options),
        from_form=lambda path: _from_form(desk, path),
        result=lambda record, _: _profile(desk, record),
        answers=answers,
        new=new or bool(chosen) or quick,
        about=_summary,
        in_json=in_json,
    )


def _dialogue(desk: Desk, options: "Options") -> Dialogue[Assessment]:
    from isp_cli.assess.context import latest_context
    from isp_cli.assess.dialogue import dialogue
    from isp_cli.assess.earlier import earlier_ratings
    from isp_cli.assess.moments import moments_in
    from isp_cli.assess.sitting import Sitting

    finished = [each.record for each in desk.store.finished(Assessment)[0]]

    def talk(guide: Guide, prompter: "Prompter", record: Assessment) -> Iterator[Assessment]:
        sitting = Sitting(
            guide=guide,
            options=options,
            earlier=earlier_ratings(finished),
            context=latest_context(finished),
            moments=moments_in(desk.store.folder, guide),
        )
        return dialogue(sitting, prompter, record)

    return talk


def _from_form(desk: Desk, path: Path) -> Assessment:
    from isp_cli.assess import form
    from isp_cli.sessions.answers import read_answers

    filled = read_answers(form.AssessmentForm, path, lambda found: form.check(desk.guide, found))
    return form.record(desk.guide, filled, clock.now())


@app.command()
def template(
    ctx: typer.Context,
    domains: Domains = None,
    competencies: Competencies = None,
    quick: Quick = False,
    activities: Activities = False,
    principles: Principles = False,
) -> None:
    """Print a form to fill in and give to --answers."""
    from isp_cli.assess import template
    from isp_cli.assess.scope import scope
    from isp_cli.assess.sitting import FEW

    guide = Desk(ctx.obj).guide
    chosen = scope(guide, domains or (), competencies or ())
    if activities and not 0 < len(chosen) <= FEW:
        raise UsageProblem(
            f"--activities goes with one to {FEW} competencies; "
            f"{'that is ' + str(len(chosen)) if chosen else 'none is named'}.",
            mend="Name them with --competency.",
        )
    printing.echo(
        template.template(guide, chosen, quick=quick, activities=activities, principles=principles)
    )


def _profile(desk: Desk, assessment: Assessment) -> Iterator[Line]:
    from isp_cli.assess import view
    from isp_cli.assess.nearby import beside

    found = beside(desk, assessment)
    return view.profile_page(assessment, desk.guide, found, plain=desk.settings.plain)


@app.command(help="Show one assessment, with its profile.")
def show(ctx: typer.Context, name: Name = None, in_json: InJson = False) -> None:
    """Show one assessment."""
    from isp_cli.assess import view
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


def _summary(assessment: Assessment) -> str:
    from isp_cli.assess import view

    return view.summary(assessment)


commands.add_list(app, Assessment, _summary)
add_compare(app)
add_export(app)
add_then(app)
add_others(app)

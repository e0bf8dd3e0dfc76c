"""`isp assess`: assess yourself, and look at earlier assessments."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

import typer

from isp_cli import clock
from isp_cli.assess import view
from isp_cli.assess.record import Assessment
from isp_cli.errors import UsageProblem
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
    desk = Desk(ctx.obj)
    chosen = _named(desk.guide, domains or (), competencies or ())
    commands.run_session(
        desk,
        Assessment,
        dialogue=lambda: _dialogue(desk, chosen, quick=quick),
        from_form=lambda path: _from_form(desk, path),
        result=view.profile_page,
        answers=answers,
        new=new or bool(chosen) or quick,
        in_json=in_json,
    )


def _named(guide: Guide, domains: Iterable[str], competencies: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of what was named, in the guide's order; NotFound where nothing fits."""
    from isp_cli.guide import lookup

    whole = [lookup.find(guide, lookup.kind("domain"), name).id for name in domains]
    single = [lookup.competency(guide, name).id for name in competencies]
    return tuple(
        each.id for each in guide.competencies if each.domain in whole or each.id in single
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


def _page(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    yield from view.assessment_page(assessment, guide)
    yield Line()
    yield from view.profile_page(assessment, guide)


@app.command()
def compare(
    ctx: typer.Context,
    first: Annotated[
        str | None,
        typer.Argument(metavar="A", help="One assessment; without names, the two latest."),
    ] = None,
    second: Annotated[
        str | None, typer.Argument(metavar="B", help="Another; without one, the latest.")
    ] = None,
    in_json: InJson = False,
) -> None:
    """Show two assessments side by side."""
    from isp_cli.assess import change, change_view
    from isp_cli.sessions import listing

    desk = Desk(ctx.obj)
    then, now = (each.record for each in listing.two(desk.store, Assessment, first, second))
    if in_json:
        desk.screen.json("isp.assessment-comparison/1", change.as_data(then, now))
    else:
        desk.screen.show(change_view.comparison_page(then, now, desk.guide))


@app.command()
def export(
    ctx: typer.Context,
    target: Annotated[
        str, typer.Argument(metavar="FILE", help="Where to write it; without one, it is printed.")
    ] = "-",
    name: Annotated[
        str | None,
        typer.Option("--assessment", metavar="NAME", help="Which; without this, the latest."),
    ] = None,
    form: Annotated[
        Literal["markdown", "json", "csv"] | None,
        typer.Option("--format", help="Without this, as FILE ends; or else Markdown."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> None:
    """Write an assessment as a document, as JSON, or as rows for a spreadsheet."""
    from isp_cli.assess.export import form_for
    from isp_cli.sessions import listing
    from isp_cli.sessions.handing_over import hand_over

    desk = Desk(ctx.obj)
    record = listing.named(desk.store, Assessment, name).record
    if record.is_draft:
        desk.screen.tell("This assessment is a draft. To go on with it: isp assess")
    written = form_for(target, form)
    hand_over(
        desk,
        written.text(record, desk.guide),
        target,
        force=force,
        form=written.name,
        ending=written.ending,
        holds=written.holds,
    )


commands.add_reading(app, Assessment, view.summary, _page)
commands.add_template(app, _template)

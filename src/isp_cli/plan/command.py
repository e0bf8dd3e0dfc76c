"""`isp plan`: make a development plan, look at it, hand it over."""

from pathlib import Path
from typing import Annotated

import typer

from isp_cli import clock
from isp_cli.assess.record import Assessment
from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide
from isp_cli.plan import view
from isp_cli.plan.record import Plan
from isp_cli.portfolio import files
from isp_cli.reflect.record import Reflection
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.verb import verb

app = verb()

STANDARD_OUTPUT = "-"

OTHER_FORMS = (".doc", ".docx", ".odt", ".pdf", ".htm", ".html", ".rtf")
"""Endings of file names that promise something else than Markdown."""


@app.callback(invoke_without_command=True)
def plan(
    ctx: typer.Context, answers: Answers = None, new: New = False, in_json: InJson = False
) -> None:
    """Plan which competencies to develop, and how."""
    if ctx.invoked_subcommand:
        return
    desk = Desk(ctx.obj)
    commands.run_session(
        desk,
        Plan,
        dialogue=lambda: _dialogue(desk),
        from_form=lambda path: _from_form(desk, path),
        result=view.plan_page,
        answers=answers,
        new=new,
        in_json=in_json,
        done="active",
    )


def _dialogue(desk: Desk) -> Dialogue[Plan]:
    from functools import partial

    from isp_cli.plan.dialogue import dialogue

    assessments, _ = desk.store.finished(Assessment)
    reflections, _ = desk.store.finished(Reflection)
    beside = view.beside(
        desk.guide,
        assessments[-1].record if assessments else None,
        reflections[-1].record if reflections else None,
    )
    return partial(dialogue, beside=tuple(beside))


def _from_form(desk: Desk, path: Path) -> Plan:
    from isp_cli.plan import form
    from isp_cli.sessions.answers import read_answers

    moment = clock.now()
    filled = read_answers(
        form.PlanForm, path, lambda found: form.check(desk.guide, found, moment.date())
    )
    return form.record(desk.guide, filled, moment)


@app.command()
def export(
    ctx: typer.Context,
    target: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="Where to write it; - prints it."),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--plan", metavar="NAME", help="Which plan; without this, the latest."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a file that is there.")
    ] = False,
) -> None:
    """Write the plan as a Markdown document to hand over."""
    from isp_cli.plan import markdown
    from isp_cli.sessions import listing

    desk = Desk(ctx.obj)
    found = listing.named(desk.store, Plan, name)
    if found.record.is_draft:
        desk.screen.tell("This plan is a draft. To go on with it: isp plan")
    text = markdown.document(found.record, desk.guide)
    if target == STANDARD_OUTPUT:
        typer.echo(text, nl=False)
        return
    path = Path(target or f"development-plan-{found.record.started.date().isoformat()}.md")
    if path.suffix.lower() in OTHER_FORMS:
        raise UsageProblem(
            f"isp writes Markdown, not {path.suffix}.",
            where=str(path),
            mend="End the name with .md; most word processors open that or can be given it.",
        )
    if path.exists() and not force:
        raise UsageProblem(
            "This file is there already.",
            where=str(path),
            mend="Name another, or write over it with --force.",
        )
    files.write(path, text)
    desk.screen.tell(
        f"Written to {path}. It holds all that the plan says; read it before you share it."
    )


def _template(guide: Guide) -> str:
    from isp_cli.plan import form

    return form.template(guide)


commands.add_reading(app, Plan, view.summary, view.plan_page)
commands.add_template(app, _template)

"""`isp reflect list`, `show` and `export`: reading reflections and giving them out."""

from typing import Annotated, Literal

import typer

from isp_cli.errors import NotFound, UsageProblem
from isp_cli.guide.naming import questions_named
from isp_cli.portfolio.record import as_json
from isp_cli.portfolio.store import Kept
from isp_cli.reflect import view
from isp_cli.reflect.found import FoundReflection, Part
from isp_cli.reflect.record import Reflection
from isp_cli.sessions import commands, listing
from isp_cli.sessions.commands import InJson, Name
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.finding import (
    AYearAgo,
    Competencies,
    Principles,
    Since,
    Text,
    Until,
    wanted,
)
from isp_cli.sessions.wanted import Wanted

Questions = Annotated[
    list[str] | None,
    typer.Option("--question", metavar="NUMBER", help="Answers to this one; may be repeated."),
]


def add_reading(app: typer.Typer) -> None:
    """Give the verb its commands for reflections that are there."""

    @app.command("list")
    def list_(
        ctx: typer.Context,
        since: Since = None,
        until: Until = None,
        competencies: Competencies = None,
        principles: Principles = None,
        text: Text = None,
        a_year_ago: AYearAgo = False,
        in_json: InJson = False,
    ) -> None:
        """Name your reflections, newest first, or some of them."""
        desk = Desk(ctx.obj)
        chosen = wanted(desk, since, until, competencies, principles, text, a_year_ago=a_year_ago)
        listing.show_list(
            desk, Reflection, view.summary, in_json=in_json, among=lambda all_: _among(all_, chosen)
        )

    @app.command()
    def show(
        ctx: typer.Context,
        name: Name = None,
        questions: Questions = None,
        since: Since = None,
        until: Until = None,
        competencies: Competencies = None,
        principles: Principles = None,
        text: Text = None,
        a_year_ago: AYearAgo = False,
        in_json: InJson = False,
    ) -> None:
        """Show one reflection; with options, all that fit, newest first."""
        desk = Desk(ctx.obj)
        chosen = wanted(desk, since, until, competencies, principles, text, a_year_ago=a_year_ago)
        part = Part(questions_named(desk.guide, questions or ()))
        if chosen.is_everything and part.is_all:
            page = view.reflection_page
            commands.show_one(
                desk, Reflection, name, lambda record: page(record, desk.guide), in_json=in_json
            )
            return
        if name is not None:
            raise UsageProblem(
                "A name means one reflection; the options look for several.",
                mend="Leave out the one or the other.",
            )
        found = [part.of(each.record) for each in _finished(desk, chosen)]
        records = [each for each in reversed(found) if not each.is_empty]
        if not records:
            raise _nothing()
        if in_json:
            rows = [as_json(each) for each in records]
            desk.screen.json("isp.reflection-list/1", rows)
        else:
            desk.screen.show(view.reflections_page(records, desk.guide))

    @app.command()
    def export(
        ctx: typer.Context,
        target: Annotated[
            str,
            typer.Argument(metavar="FILE", help="Where to write it; without one, it is printed."),
        ] = "-",
        questions: Questions = None,
        since: Since = None,
        until: Until = None,
        competencies: Competencies = None,
        principles: Principles = None,
        text: Text = None,
        form: Annotated[
            Literal["markdown", "json"] | None,
            typer.Option("--format", help="Without this, as FILE ends; or else Markdown."),
        ] = None,
        force: Annotated[
            bool, typer.Option("--force", help="Write over another's file; a copy is kept.")
        ] = False,
    ) -> None:
        """Write your reflections, or some answers, as one document or as JSON."""
        desk = Desk(ctx.obj)
        chosen = wanted(desk, since, until, competencies, principles, text)
        about = (*chosen.competencies, *chosen.principles)
        part = Part(questions_named(desk.guide, questions or ()), about)
        _hand_over(desk, chosen, part, target, form, force=force)


def _among(every: list[Kept[Reflection]], chosen: Wanted) -> list[Kept[Reflection]]:
    return [each.kept for each in chosen.among(map(FoundReflection, every))]


def _finished(desk: Desk, chosen: Wanted) -> list[Kept[Reflection]]:
    """Return the finished reflections that are wanted; name those that cannot be read."""
    finished, broken = desk.store.finished(Reflection)
    for each in broken:
        desk.screen.tell(f"{each.path}: {each.why}")
    return _among(finished, chosen)


def _nothing() -> NotFound:
    return NotFound("None of your reflections fits.", mend="To see them all: isp reflect list")


def _hand_over(
    desk: Desk, chosen: Wanted, part: Part, target: str, form: str | None, *, force: bool
) -> None:
    from isp_cli.reflect.export import FORMATS, selection
    from isp_cli.sessions import formats
    from isp_cli.sessions.handing_over import hand_over

    every, broken = desk.store.finished(Reflection)
    found = selection(
        [each.record for each in _finished(desk, chosen)],
        len(every) + len(broken),
        len(desk.store.drafts(Reflection)[0]),
        part,
    )
    if not found.reflections:
        raise _nothing()
    written = formats.chosen(FORMATS, target, form)
    hand_over(
        desk,
        written.content(found, desk.guide),
        target,
        force=force,
        form=written.name,
        ending=written.ending,
        holds=written.holds,
    )
    left_out = found.says_left_out(desk.guide)
    if left_out:
        desk.screen.tell(left_out)

"""`isp assess export`: assessments handed over."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from isp_cli.assess.record import Assessment
from isp_cli.errors import NotFound, UsageProblem
from isp_cli.sessions.desk import Desk

if TYPE_CHECKING:
    from isp_cli.sessions.formats import Format

T = TypeVar("T")


def add_export(app: typer.Typer) -> None:
    """Give the verb the command `export`."""
    app.command()(export)


def export(
    ctx: typer.Context,
    target: Annotated[
        str, typer.Argument(metavar="FILE", help="Where to write it; without one, it is printed.")
    ] = "-",
    names: Annotated[
        list[str] | None,
        typer.Option(
            "--assessment",
            metavar="NAME",
            help="Which; may be repeated. Without this, the latest.",
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="All that are finished, the oldest first.")
    ] = False,
    with_views: Annotated[
        bool, typer.Option("--views", help="Others' views beside it, in place of all it says.")
    ] = False,
    form: Annotated[
        Literal["markdown", "json", "csv"] | None,
        typer.Option("--format", help="Without this, as FILE ends; or else Markdown."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over another's file; a copy is kept.")
    ] = False,
) -> None:
    """Write assessments as a document, as JSON, or as rows for a spreadsheet."""
    if every and names:
        raise UsageProblem("--all and --assessment do not go together.", mend="Leave out one.")
    if with_views and (every or len(names or ()) > 1):
        raise UsageProblem("--views goes with one assessment.", mend="Name one, or none.")
    from isp_cli.assess.export.formats import ONE, SEVERAL
    from isp_cli.assess.nearby import looked_back_on

    desk = Desk(ctx.obj)
    if with_views:
        from isp_cli.assess.others.gathering import to_hand_over
        from isp_cli.assess.others.handed import FORMATS

        found = to_hand_over(desk, names[0] if names else None)
        _hand_over(desk, FORMATS, found, target, form, force=force)
        return
    records = _every(desk) if every else _named(desk, names or ())
    ways = SEVERAL if every or len(records) > 1 else ONE
    _hand_over(desk, ways, looked_back_on(desk, records), target, form, force=force)


def _hand_over(
    desk: Desk,
    ways: "Mapping[str, Format[T]]",
    what: T,
    target: str,
    form: str | None,
    *,
    force: bool,
) -> None:
    """Write `what` in the way of `ways` that is meant."""
    from isp_cli.sessions import formats
    from isp_cli.sessions.handing_over import hand_over

    written = formats.chosen(ways, target, form)
    hand_over(
        desk,
        written.content(what, desk.guide),
        target,
        force=force,
        form=written.name,
        ending=written.ending,
        holds=written.holds,
    )


def _named(desk: Desk, names: Sequence[str]) -> list[Assessment]:
    """Return those that were named, in the order of time; without a name, the latest."""
    from isp_cli.sessions import listing

    wanted: Sequence[str | None] = names or (None,)
    found = [listing.named(desk.store, Assessment, each).record for each in wanted]
    unlike = {each.id: each for each in found}
    for each in unlike.values():
        if each.is_draft:
            desk.screen.tell("This assessment is a draft. To go on with it: isp assess")
    return sorted(unlike.values(), key=lambda each: each.finished or each.started)


def _every(desk: Desk) -> list[Assessment]:
    """Return all that are finished, the oldest first; say what is left out.

    Raises:
        NotFound: there is none.
    """
    finished, broken = desk.store.finished(Assessment)
    drafts, broken_drafts = desk.store.drafts(Assessment)
    for each in [*broken, *broken_drafts]:
        desk.screen.tell(f"Left out: {each.path}: {each.why}")
    for kept in drafts:
        desk.screen.tell(f"Left out: {kept.path.stem}, a draft. With --assessment it can be named.")
    if not finished:
        raise NotFound("There is no finished assessment yet.", mend="To begin one: isp assess")
    return [each.record for each in finished]

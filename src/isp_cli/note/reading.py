"""`isp note list`, `show`, `export`, `share` and `unshare`: reading notes and giving them out."""

from typing import Annotated, Any, Literal

import typer

from isp_cli.errors import NotFound, PortfolioProblem, UsageProblem
from isp_cli.note.found import FoundNote
from isp_cli.note.notes import named, notes_in
from isp_cli.note.record import Note
from isp_cli.portfolio.store import Kept
from isp_cli.sessions import listing
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

SHOWN = 50
"""Notes that a list shows; who wants more says so."""


def add_reading(app: typer.Typer) -> None:
    """Give the verb its commands for notes that are there."""

    @app.command("list")
    def list_(
        ctx: typer.Context,
        since: Since = None,
        until: Until = None,
        competencies: Competencies = None,
        principles: Principles = None,
        text: Text = None,
        a_year_ago: AYearAgo = False,
        everything: Annotated[bool, typer.Option("--all", help="Show all there are.")] = False,
        in_json: InJson = False,
    ) -> None:
        """Name your notes, newest first, or some of them."""
        from isp_cli.note import view

        desk = Desk(ctx.obj)
        chosen = wanted(desk, since, until, competencies, principles, text, a_year_ago=a_year_ago)
        notes = _notes(desk)
        found = chosen.among(notes)
        if in_json:
            desk.screen.json("isp.note-list/1", [_row(each) for each in reversed(found)])
            return
        desk.screen.show(view.notes_page(found, desk.guide, len(found) if everything else SHOWN))
        _tell_drafts(desk, any_notes=bool(notes))
        if notes and not found:
            desk.screen.tell("None of your notes fits. To see them all: isp note list")

    @app.command()
    def show(
        ctx: typer.Context,
        name: Name = None,
        since: Since = None,
        until: Until = None,
        competencies: Competencies = None,
        principles: Principles = None,
        text: Text = None,
        a_year_ago: AYearAgo = False,
        in_json: InJson = False,
    ) -> None:
        """Show one note; with options, all that fit, newest first."""
        desk = Desk(ctx.obj)
        chosen = wanted(desk, since, until, competencies, principles, text, a_year_ago=a_year_ago)
        if chosen.is_everything:
            _show_one(desk, name, in_json=in_json)
            return
        if name is not None:
            raise UsageProblem(
                "A name means one note; the options look for several.",
                mend="Leave out the one or the other.",
            )
        _show_several(desk, chosen.among(_notes(desk)), in_json=in_json)

    @app.command()
    def share(ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> None:
        """Let exports take a note in."""
        _set_private(Desk(ctx.obj), name, private=False)

    @app.command()
    def unshare(ctx: typer.Context, name: Annotated[str, typer.Argument(metavar="NAME")]) -> None:
        """Keep a note out of every export, as all are at first."""
        _set_private(Desk(ctx.obj), name, private=True)

    @app.command()
    def export(
        ctx: typer.Context,
        target: Annotated[
            str,
            typer.Argument(metavar="FILE", help="Where to write it; without one, it is printed."),
        ] = "-",
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
        """Write your shareable notes as one document or as JSON; private ones stay out."""
        desk = Desk(ctx.obj)
        chosen = wanted(desk, since, until, competencies, principles, text)
        _hand_over(desk, chosen.among(_notes(desk)), target, form, force=force)


def _row(note: FoundNote) -> dict[str, Any]:
    from isp_cli.note import export

    return {"file": str(note.path), **export.as_data(note)}


def _show_one(desk: Desk, name: str | None, *, in_json: bool) -> None:
    from isp_cli.note import view

    found = _named(desk, name)
    if in_json:
        desk.screen.json("isp.note/1", _row(found))
    else:
        desk.screen.show(view.note_page(found, desk.guide))


def _show_several(desk: Desk, notes: list[FoundNote], *, in_json: bool) -> None:
    from isp_cli.note import view

    if not notes:
        raise NotFound("None of your notes fits.", mend="To see them all: isp note list")
    if in_json:
        desk.screen.json("isp.note-list/1", [_row(each) for each in reversed(notes)])
    else:
        desk.screen.show(view.note_pages(list(reversed(notes)), desk.guide))


def _tell_drafts(desk: Desk, *, any_notes: bool) -> None:
    """Name the notes that are not finished, and say so where there is no note at all."""
    drafts, unreadable = desk.store.drafts(Note)
    listing.tell_unreadable(desk.screen, unreadable)
    for draft in drafts:
        desk.screen.tell(f"Note begun on {draft.record.day}, not finished. To go on: isp note")
    if not (any_notes or drafts):
        desk.screen.tell("There is no note yet. To write one: isp note")


def _notes(desk: Desk) -> list[FoundNote]:
    """Return all notes; name those that cannot be read, and carry on."""
    notes, unreadable = notes_in(desk.store.folder, desk.guide)
    listing.tell_unreadable(desk.screen, unreadable)
    return notes


def _named(desk: Desk, name: str | None) -> FoundNote:
    notes, unreadable = notes_in(desk.store.folder, desk.guide)
    try:
        return named(notes, name)
    except NotFound:
        for each in unreadable:
            if name and each.path.name.startswith(name):
                raise PortfolioProblem(each.why, where=str(each.path)) from None
        raise


def _set_private(desk: Desk, name: str, *, private: bool) -> None:
    from isp_cli.portfolio import reading

    found = _named(desk, name)
    if not found.id:
        raise PortfolioProblem(
            "This note was made by hand, and isp does not write into it.",
            where=str(found.path),
            mend=f"Put the line 'private: {str(private).lower()}' between two lines '---' at its "
            "top.",
        )
    record, text = reading.read(Note, found.path)
    desk.store.save(Kept(record, found.path, text), record.with_values(private=private))
    state = "private: it stays out of every export" if private else "shareable: exports take it in"
    desk.screen.tell(f"From now on {found.name} is {state}.")


def _hand_over(
    desk: Desk, notes: list[FoundNote], target: str, form: str | None, *, force: bool
) -> None:
    from isp_cli.note.export import Selection, as_json, as_markdown
    from isp_cli.sessions.handing_over import hand_over

    selection = Selection.of(notes)
    if not selection.shared:
        raise NotFound(
            "There is no shareable note to export. " + selection.says_left_out,
            mend="To let one go out: isp note share NAME",
        )
    in_json = form == "json" or (form is None and target.lower().endswith(".json"))
    count = len(selection.shared)
    hand_over(
        desk,
        as_json(selection, desk.guide) if in_json else as_markdown(selection, desk.guide),
        target,
        force=force,
        form="JSON" if in_json else "Markdown",
        ending=".json" if in_json else ".md",
        holds=f"It holds {'1 note' if count == 1 else f'{count} notes'} in full",
    )
    if selection.left_out:
        desk.screen.tell(selection.says_left_out)

"""`isp browse`: read the practice guide."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from isp_cli.guide import kinds
from isp_cli.settings import Settings
from isp_cli.terminal.screen import Screen, one_line
from isp_cli.verb import verb

if TYPE_CHECKING:
    from isp_cli.guide.kinds import Kind
    from isp_cli.guide.lookup import Entry
    from isp_cli.guide.model import Guide

app = verb()

NOTES = "notes"
"""The folder of notes in the portfolio. Where it is not there nothing more is loaded."""


def _names_beginning(ctx: typer.Context, incomplete: str) -> list[str]:
    try:
        chosen = ctx.find_root().params.get("guide")
        return kinds.names_beginning(ctx.params.get("kind") or "", incomplete, chosen)
    except Exception:  # noqa: BLE001 - a shell that completes has nowhere to show an error
        return []


@app.command()
def browse(
    ctx: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            help="principle, domain, competency, question, dilemma, resource or about; "
            "the plural lists them all.",
            autocompletion=kinds.words_beginning,
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NAME",
            help="Which one: a name or its beginning, or the number of a question.",
            autocompletion=_names_beginning,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Read the practice guide: the whole map, or one thing in it."""
    from isp_cli.guide import lookup
    from isp_cli.guide.loader import load

    settings: Settings = ctx.obj
    guide = load(settings.guide)
    screen = Screen(plain=settings.plain)
    if kind is None:
        _show_map(guide, screen, as_json=as_json)
        return
    found = lookup.anything(guide, " ".join([kind, *(name or ())]))
    wanted, entry = found or (lookup.kind(kind), None)
    if found is None and name:
        entry = lookup.find(guide, wanted, " ".join(name))
    if entry is None and not as_json and kind.lower() == wanted.one != wanted.many:
        entry = _picked(guide, wanted, settings)
    _show(guide, wanted, entry, screen, as_json=as_json)
    if entry and not as_json:
        _show_notes(guide, wanted, entry, settings)


def _show_notes(guide: "Guide", kind: "Kind", entry: "Entry", settings: Settings) -> None:
    """Say how many notes there are on something; whatever is wrong with them is for `isp note`."""
    from isp_cli.errors import IspError
    from isp_cli.guide.model import Competency, Principle
    from isp_cli.portfolio.location import folder

    if not isinstance(entry.part, Competency | Principle):
        return
    try:
        portfolio = folder(settings.portfolio)
        if not (portfolio / NOTES).is_dir():
            return
        from isp_cli.browse import view
        from isp_cli.note.notes import notes_on

        count = len(notes_on(portfolio, guide, entry.part))
    except (IspError, OSError):
        return
    if count:
        Screen(plain=settings.plain).show(view.notes_lines(kind, entry, count))


def _picked(guide: "Guide", kind: "Kind", settings: Settings) -> "Entry | None":
    from isp_cli.guide import lookup
    from isp_cli.terminal.prompter import Choice, Choose
    from isp_cli.terminal.session import can_converse, prompter

    if not (can_converse() and sys.stdout.isatty()):
        return None
    entries = {each.id: each for each in lookup.entries(guide, kind)}
    choices = tuple(Choice(each.id, one_line(_label(each))) for each in entries.values())
    answer = prompter(plain=settings.plain).ask(
        Choose(
            key=kind.one,
            text=f"Which {kind.one}?",
            choices=choices,
            optional=False,
            first=True,
            leave="Show them all",
        )
    )
    return entries[answer] if isinstance(answer, str) else None


def _label(entry: "Entry") -> str:
    text = getattr(entry.part, "text", entry.name)
    return entry.name if text == entry.name else f"{entry.name}: {text}"


def _show_map(guide: "Guide", screen: Screen, *, as_json: bool) -> None:
    if as_json:
        from isp_cli.guide import exchange

        screen.json("isp.map/1", exchange.overview(guide))
    else:
        from isp_cli.browse import view

        screen.show(view.map_page(guide))


def _show(
    guide: "Guide", kind: "Kind", entry: "Entry | None", screen: Screen, *, as_json: bool
) -> None:
    from isp_cli.browse import view
    from isp_cli.guide import lookup

    if not as_json:
        screen.show(view.page(kind, entry, guide) if entry else view.pages(kind, guide))
    elif entry:
        screen.json(f"isp.{kind.one}/1", entry.part.model_dump(mode="json"))
    else:
        parts = [each.part.model_dump(mode="json") for each in lookup.entries(guide, kind)]
        screen.json(f"isp.{kind.many}/1" if kind.one != kind.many else "isp.about-all/1", parts)

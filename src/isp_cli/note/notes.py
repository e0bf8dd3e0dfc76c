"""All notes of a portfolio, and which of them one looks for."""

import contextlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from isp_cli.errors import NotFound, PortfolioProblem
from isp_cli.guide.lookup import folded
from isp_cli.guide.model import Competency, Guide, Principle
from isp_cli.note.found import BEGINNING, FoundNote, Names, note_in
from isp_cli.portfolio import files
from isp_cli.portfolio.tree import markdown_below
from isp_cli.portfolio.unreadable import Unreadable

FOLDER = "notes"
"""The folder of the portfolio that notes lie in, isp's and those made by hand."""

MOST_NAMED = 10
"""Notes that are named where a name could mean several."""


def notes_in(portfolio: Path, guide: Guide) -> tuple[list[FoundNote], list[Unreadable]]:
    """Return the notes of a portfolio, oldest first, and what is unreadable among them.

    Every Markdown file below the folder `notes` is one, in whatever editor it was made; hidden
    folders such as `.obsidian` are passed over, and drafts lie elsewhere. Of each file the
    beginning is read. Where there is no such folder there are no notes.
    """
    unreadable: list[Unreadable] = []
    found: list[FoundNote] = []
    names = Names.of(guide)
    for path, name in markdown_below(portfolio / FOLDER, unreadable):
        try:
            found.append(note_in(path, name, names))
        except PortfolioProblem as problem:
            unreadable.append(Unreadable.of(path, problem))
    return sorted(found, key=lambda note: (note.day, note.path.name)), unreadable


def notes_on(portfolio: Path, guide: Guide, part: Competency | Principle) -> list[FoundNote]:
    """Return the notes that touch a competency or principle; what is unreadable is passed over.

    It is for counting them quickly: a file is read closely only where a name of it stands in its
    beginning.
    """
    names = Names.of(guide)
    spellings = {
        max(re.findall(r"\w+", spelt), key=len, default="")
        for name in (part.id, part.name, *part.aliases)
        for spelt in (name.lower(), folded(name))
    }
    found: list[FoundNote] = []
    for path, name in markdown_below(portfolio / FOLDER, []):
        with contextlib.suppress(PortfolioProblem):
            beginning = files.beginning(path, BEGINNING)[0].lower()
            if any(spelling in beginning for spelling in spellings):
                found.append(note_in(path, name, names))
    return touching(found, part.id)


def touching(notes: Iterable[FoundNote], id_: str) -> list[FoundNote]:
    """Return those notes that touch the competency, principle or dilemma with this id."""
    return [each for each in notes if each.touches(id_)]


def named(notes: Sequence[FoundNote], name: str | None) -> FoundNote:
    """Return the note with this name, file name or id, or the one whose name begins so.

    Without a name it is the latest.

    Raises:
        NotFound: there is none, or more than one.
    """
    from isp_cli.terminal.words import mended

    wanted = mended(name or "").replace("\\", "/").removesuffix(".md")
    exact = [each for each in notes if wanted in (each.name, each.stem, each.id)]
    found = exact or [
        each for each in notes if each.name.startswith(wanted) or each.stem.startswith(wanted)
    ]
    if name is None:
        found = list(notes[-1:])
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.name for each in found[:MOST_NAMED])
        more = f" and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
        raise NotFound(f"'{name}' could mean more than one note.", mend=f"Say which: {names}{more}")
    if not notes:
        raise NotFound("There is no note yet.", mend="To write one: isp note")
    raise NotFound(f"There is no note called '{name}'.", mend="See them with: isp note list")

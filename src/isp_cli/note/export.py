"""Notes to hand over: as one document, or as JSON; what is private stays out and is counted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.handout.markdown import escaped
from isp_cli.note.found import FoundNote
from isp_cli.note.view import names_in
from isp_cli.terminal.screen import envelope, one_line

DAYS = 10
"""Days that are named; of more their number is enough."""


@dataclass(frozen=True)
class Selection:
    """Notes that are handed over, and those that are left out because they are private."""

    shared: tuple[FoundNote, ...]
    left_out: tuple[FoundNote, ...]

    @classmethod
    def of(cls, notes: Sequence[FoundNote]) -> "Selection":
        """Return what of these notes may be handed over."""
        return cls(
            tuple(each for each in notes if not each.is_private),
            tuple(each for each in notes if each.is_private),
        )

    @property
    def says_left_out(self) -> str:
        """How many notes are left out and of which days, as a sentence; empty where none is."""
        count = len(self.left_out)
        if not count:
            return ""
        days = list(dict.fromkeys(dates.spoken(each.day) for each in self.left_out))
        if len(days) > DAYS:
            days[DAYS:] = [f"{len(days) - DAYS} more days"]
        named = " and ".join([", ".join(days[:-1]), days[-1]] if len(days) > 1 else days)
        notes = "1 private note is" if count == 1 else f"{count} private notes are"
        return f"{notes} left out, of {named}."


def as_data(note: FoundNote) -> Mapping[str, Any]:
    """Return a note as it is given to other programs; what is not said of it is None."""
    return {
        "name": note.name,
        "id": note.id or None,
        "date": note.day.isoformat(),
        "title": note.title,
        "competencies": list(note.competencies),
        "principles": list(note.principles),
        "dilemma": note.dilemma or None,
        "structure": note.structure or None,
        "private": note.is_private,
        "text": note.text,
    }


def as_json(selection: Selection, _guide: Guide) -> str:
    """Return the notes as JSON, and of those that are left out the days."""
    data = {
        "notes": [as_data(each) for each in selection.shared],
        "left_out": [{"date": each.day.isoformat()} for each in selection.left_out],
    }
    return envelope("isp.note-export/1", data) + "\n"


def as_markdown(selection: Selection, guide: Guide) -> str:
    """Return the notes as one Markdown document, oldest first, each text as it was written."""
    return "\n".join(_lines(selection, guide)).rstrip("\n") + "\n"


def _lines(selection: Selection, guide: Guide) -> Iterator[str]:
    names = names_in(guide)
    yield "# Notes from practice"
    for note in selection.shared:
        yield ""
        named = f": {escaped(one_line(note.title, 100))}" if note.is_titled else ""
        yield f"## {dates.spoken(note.day)}{named}"
        touched = [names.get(each, each) for each in (*note.competencies, *note.principles)]
        if note.dilemma:
            touched.append(names.get(note.dilemma, note.dilemma))
        if touched:
            yield ""
            yield f"It touches: {escaped(', '.join(touched))}."
        yield ""
        yield note.text.strip("\n")
    if selection.left_out:
        yield ""
        yield "---"
        yield ""
        yield selection.says_left_out

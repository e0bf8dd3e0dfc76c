"""Which notes one looks for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from isp_cli.note.found import FoundNote
from isp_cli.note.notes import a_year_before


@dataclass(frozen=True)
class Wanted:
    """What notes are looked for by; what is None or empty does not narrow them down.

    Attributes:
        since, until: the first day and the last.
        competencies, principles: ids; a note must touch one of each that are named.
        words: all of them stand in the note or its title, in upper or lower case.
        year_before: only those around this day a year ago.
    """

    since: date | None = None
    until: date | None = None
    competencies: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    year_before: date | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows them down."""
        return self == Wanted()

    def among(self, notes: Iterable[FoundNote]) -> list[FoundNote]:
        """Return those of the notes that are wanted, in the order they come in."""
        found = list(notes)
        if self.year_before:
            found = a_year_before(found, self.year_before)
        return [each for each in found if self._has(each)]

    def _has(self, note: FoundNote) -> bool:
        if (self.since and note.day < self.since) or (self.until and note.day > self.until):
            return False
        for named in (self.competencies, self.principles):
            if named and not any(map(note.touches, named)):
                return False
        if not self.words:
            return True
        said = f"{note.title}\n{note.text}".casefold()
        return all(word.casefold() in said for word in self.words)

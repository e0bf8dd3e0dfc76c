"""A note as a record: a moment of practice, in the person's own words."""

import datetime as dt
import re
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from isp_cli.portfolio.passage import BODY
from isp_cli.portfolio.record import Record

WORDS = 6
LETTERS = 48
"""How many words and letters of a note stand in the name of its file, at the most."""


class Note(Record):
    """A moment of practice, and what it touches.

    Attributes:
        title: what the person calls it; None where the first words say it.
        date: the day of the moment; None where it is the day of writing.
        competencies, principles: the ids of those that it touches, in the guide's order.
        dilemma: the id of the dilemma that it shows, if it shows one.
        structure: the id of the questions that it answers; None for a text of its own.
        private: whether it stays out of every export.

    A text of its own is the one passage of the note and stands in the file as it was written,
    right below the front matter. With a structure there is a passage for each of its questions.
    """

    kind: ClassVar[str] = "note"
    verb: ClassVar[str] = "note"
    folder: ClassVar[str] = "notes"

    status: Literal["draft", "finished"] = "draft"
    title: str | None = None
    date: dt.date | None = None
    competencies: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    dilemma: str | None = None
    structure: str | None = None
    private: bool = True

    @classmethod
    def is_prose(cls, fields: Mapping[str, Any]) -> bool:
        """Return whether a note with these fields is one text, and not answers to questions."""
        return not fields.get("structure")

    @property
    def moment(self) -> dt.date:
        """The day that the note is about."""
        return self.date or self.started.date()

    @property
    def stem(self) -> str:
        """The day, the time where it was written on that day, and the first words."""
        parts = [self.moment.isoformat()]
        if self.moment == self.started.date():
            parts.append(f"{self.started:%H%M}")
        beginning = self.title or next((p.text for p in self.passages if p.text.strip()), "")
        return "-".join(part for part in (*parts, _words(beginning)) if part)

    def saying(self, text: str) -> "Note":
        """Return the note with `text` as its own text."""
        return self.with_text(BODY, "", text)


def _words(text: str) -> str:
    """Return the first words of `text` as they may stand in the name of a file on any system."""
    spoken = re.sub("['\u2019]", "", unicodedata.normalize("NFC", text[:1000].lower()))
    first = next((line for line in spoken.splitlines() if re.search(r"[^\W_]", line)), "")
    words = re.findall(r"[^\W_]+", first)[:WORDS]
    whole = textwrap.shorten(" ".join(words), LETTERS, placeholder="")
    return (whole or "".join(words)[:LETTERS]).replace(" ", "-")

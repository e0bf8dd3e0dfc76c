"""Searching texts with SQLite's FTS5 (https://www.sqlite.org/fts5.html)."""

import re
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from isp_cli.errors import IspError, UsageProblem

MARK, UNMARK = "\x02", "\x03"
"""What stands before and after a found word; both are taken out of the texts first."""

Pieces = tuple[tuple[str, bool], ...]
"""A text in pieces, each with whether it was searched for."""


class Finding(Protocol):
    """Something that was found, in the guide or in a record."""

    @property
    def trail(self) -> tuple[str, ...]:
        """The names that lead to it."""

    @property
    def pieces(self) -> Pieces:
        """Its text in pieces, each with whether it was searched for."""

    @property
    def way(self) -> str:
        """The command that shows it."""

    @property
    def as_data(self) -> Mapping[str, Any]:
        """The finding as it is given to other programs."""


MOST_WORDS = 60
"""Words that are looked for, of more the first ones; who pastes a page means its beginning."""


class Text(NamedTuple):
    """A text to search in, and the names of the place where it stands."""

    text: str
    place: str


class Match(NamedTuple):
    """A text that was found: its number among those searched in (from 0), and its pieces."""

    number: int
    pieces: Pieces


def matches(texts: Sequence[Text], words: str, *, excerpt: int | None = None) -> list[Match]:
    """Return the texts in which all of `words` occur, best first, then those with some of them.

    Words are compared by their stems (Porter's algorithm), without case and accents, and also
    in the names of the place that a text stands in.

    Args:
        texts: what to search in.
        words: what to search for.
        excerpt: how many words around the found ones to return, from 1 to 64; None for the
            whole text.

    Raises:
        UsageProblem: there is no word in `words`.
    """
    asked = re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)*", words.lower())
    terms = [f'"{word}"' for word in list(dict.fromkeys(asked))[:MOST_WORDS]]
    if not terms:
        raise UsageProblem(
            "There is no word here to search for.", mend="Try: isp search power analysis"
        )
    marks = dict.fromkeys(map(ord, MARK + UNMARK))
    show = "highlight(texts, 0, ?, ?)"
    if excerpt is not None:
        show = f"snippet(texts, 0, ?, ?, '\u2026', {excerpt:d})"
    base = sqlite3.connect(":memory:")
    try:
        _make_table(base)
        base.executemany(
            "INSERT INTO texts (rowid, text, place) VALUES (?, ?, ?)",
            ((row, each.text.translate(marks), each.place) for row, each in enumerate(texts)),
        )
        found: dict[int, str] = {}
        for join in (" AND ", " OR "):
            rows = base.execute(
                f"SELECT rowid, {show} FROM texts WHERE texts MATCH ?"  # noqa: S608 - one of two
                " ORDER BY bm25(texts, 4.0, 1.0), rowid",
                (MARK, UNMARK, join.join(terms)),
            )
            for row, marked in rows:
                found.setdefault(row, marked)
    finally:
        base.close()
    return [Match(row, pieces(marked)) for row, marked in found.items()]


def _make_table(base: sqlite3.Connection) -> None:
    try:
        base.execute(
            "CREATE VIRTUAL TABLE texts USING fts5"
            "(text, place, tokenize='porter unicode61 remove_diacritics 2')"
        )
    except sqlite3.OperationalError as error:
        raise IspError(
            f"This Python's SQLite cannot search ({error}).",
            mend="Use a Python whose SQLite has FTS5.",
        ) from None


def pieces(marked: str) -> Pieces:
    """Return `marked` as pieces, each with whether it stood between the two marks."""
    found = re.split(f"{MARK}([^{UNMARK}]*){UNMARK}", marked)
    return tuple((text, index % 2 == 1) for index, text in enumerate(found) if text)

"""Searching the guide's texts with SQLite's FTS5 (https://www.sqlite.org/fts5.html)."""

import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from isp_cli.errors import IspError, UsageProblem
from isp_cli.guide.lookup import Place

MARK, UNMARK = "\x02", "\x03"
"""What stands before and after a found word; both are taken out of the texts first."""


@dataclass(frozen=True)
class Finding:
    """A text that was found, and the same text as pieces: (text, whether it was searched for)."""

    place: Place
    pieces: tuple[tuple[str, bool], ...]


def search(places: Iterable[Place], words: str) -> list[Finding]:
    """Return the texts in which all of `words` occur, best first, then those with some of them.

    Words are compared by their stems (Porter's algorithm), without case and accents, and also
    in the names of the place that a text stands in.

    Raises:
        UsageProblem: there is no word in `words`.
    """
    terms = [f'"{word}"' for word in re.findall(r"[^\W_]+(?:['\u2019][^\W_]+)*", words)]
    if not terms:
        raise UsageProblem(
            "There is no word here to search for.", mend="Try: isp search power analysis"
        )
    marks = dict.fromkeys(map(ord, MARK + UNMARK))
    known = [each._replace(text=each.text.translate(marks)) for each in places]
    with sqlite3.connect(":memory:") as base:
        try:
            base.execute(
                "CREATE VIRTUAL TABLE texts USING fts5"
                "(text, trail, tokenize='porter unicode61 remove_diacritics 2')"
            )
        except sqlite3.OperationalError as error:
            raise IspError(
                f"This Python's SQLite cannot search ({error}).",
                mend="Use a Python whose SQLite has FTS5.",
            ) from None
        base.executemany(
            "INSERT INTO texts (rowid, text, trail) VALUES (?, ?, ?)",
            [(row, each.text, " ".join(each.trail)) for row, each in enumerate(known)],
        )
        found: dict[int, str] = {}
        for join in (" AND ", " OR "):
            rows = base.execute(
                "SELECT rowid, highlight(texts, 0, ?, ?) FROM texts WHERE texts MATCH ?"
                " ORDER BY bm25(texts, 4.0, 1.0), rowid",
                (MARK, UNMARK, join.join(terms)),
            )
            for row, marked in rows:
                found.setdefault(row, marked)
    base.close()
    return [Finding(known[row], pieces(marked)) for row, marked in found.items()]


def pieces(marked: str) -> tuple[tuple[str, bool], ...]:
    """Return `marked` as pieces, each with whether it stood between the two marks."""
    found = re.split(f"{MARK}([^{UNMARK}]*){UNMARK}", marked)
    return tuple((text, index % 2 == 1) for index, text in enumerate(found) if text)

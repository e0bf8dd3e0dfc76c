"""Finding words in what a person wrote: notes, answers, examples, plans and drafts."""

import shlex
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from isp_cli import dates
from isp_cli.errors import PortfolioProblem
from isp_cli.guide.model import Guide
from isp_cli.note.notes import notes_in
from isp_cli.portfolio import files
from isp_cli.portfolio.properties import day_said, taken_off
from isp_cli.portfolio.section import taken_apart
from isp_cli.portfolio.store import DRAFTS
from isp_cli.portfolio.tree import markdown_below
from isp_cli.portfolio.unreadable import Unreadable
from isp_cli.search.index import Pieces, Text, matches

AROUND = 40
"""Words of a record that are shown around those that were found."""

FOLDERS = {
    "assessments": "assessment",
    "reflections": "reflection",
    "plans": "plan",
    "then-ratings": "then-rating",
    DRAFTS: "",
}
"""The folders that are looked through besides the notes, and the kind of record that lies there.

Others' views are not: some of them may only be shown together with more.
"""

VERBS = {"assessment": "assess", "reflection": "reflect", "note": "note", "plan": "plan"}
"""The verb that shows a kind of record; the others have no page of their own."""


class Written(NamedTuple):
    """Something that a person wrote, and where it stands.

    Attributes:
        path: the file.
        id: the id of the record, or the name of a note made by hand.
        kind: the kind of record.
        day: the day of the record.
        heading: what it was written to; empty where it has no heading.
        text: what was written.
        also: more names to find it by.
        way: the command that shows it, or the file where there is none.
    """

    path: Path
    id: str
    kind: str
    day: date
    heading: str
    text: str
    also: str
    way: str

    @property
    def trail(self) -> tuple[str, ...]:
        """The names that lead to it."""
        record = f"{self.kind.capitalize()} of {dates.spoken(self.day)}"
        return (record, self.heading) if self.heading else (record,)


@dataclass(frozen=True)
class Finding:
    """Something written that was found, and what stands around the words, in pieces."""

    written: Written
    pieces: Pieces

    @property
    def trail(self) -> tuple[str, ...]:
        """The names that lead to it."""
        return self.written.trail

    @property
    def way(self) -> str:
        """The command that shows it, or its file."""
        return self.written.way

    @property
    def as_data(self) -> Mapping[str, Any]:
        """The finding as it is given to other programs."""
        return {
            "id": self.written.id,
            "kind": self.written.kind,
            "trail": list(self.trail),
            "text": "".join(text for text, _ in self.pieces),
            "pieces": [{"text": text, "found": found} for text, found in self.pieces],
            "date": self.written.day.isoformat(),
            "file": str(self.written.path),
            "command": self.way if self.way.startswith("isp ") else None,
        }


def found_in_records(
    portfolio: Path, guide: Guide, words: str
) -> tuple[list[Finding], list[Unreadable], bool]:
    """Return what was written with `words` in it, best first; see `matches`.

    Returns:
        The findings, what cannot be read, and whether there was anything to search in.

    Raises:
        UsageProblem: there is no word in `words`.
    """
    unreadable: list[Unreadable] = []
    notes = list(_notes(portfolio, guide, unreadable))
    known = [*notes, *_others(portfolio, notes, unreadable)]
    texts = [Text(each.text, " ".join((*each.trail, each.also))) for each in known]
    found = matches(texts, words, excerpt=AROUND) if texts else []
    return [Finding(known[n], pieces) for n, pieces in found], unreadable, bool(texts)


def _notes(portfolio: Path, guide: Guide, unreadable: list[Unreadable]) -> Iterator[Written]:
    notes, broken = notes_in(portfolio, guide)
    unreadable += broken
    names = {each.id: each.name for each in guide.competencies}
    names |= {each.id: each.name for each in guide.principles}
    for note in notes:
        touched = " ".join(names.get(each, each) for each in (*note.competencies, *note.principles))
        way = f"isp note show {shlex.quote(note.name)}"
        try:
            title = note.title if note.is_titled else ""
            headed = _headed(note.body) if note.structure else [(title, note.body)]
        except PortfolioProblem as problem:
            unreadable.append(Unreadable.of(note.path, problem))
            continue
        for heading, text in headed:
            yield Written(
                *(note.path, note.id or note.name, "note", note.day, heading, text, touched, way)
            )


def _others(
    portfolio: Path, notes: Iterable[Written], unreadable: list[Unreadable]
) -> Iterator[Written]:
    """Yield what stands in the other records and in drafts.

    A draft that was finished may have been left behind; what the record holds is passed over.
    """
    finished = defaultdict[str, list[str]](list)
    for note in notes:
        finished[note.id].append(note.text)
    for folder, kind in FOLDERS.items():
        for path, name in markdown_below(portfolio / folder, unreadable):
            try:
                for each in _passages(path, name, kind):
                    if kind:
                        finished[each.id].append(each.text)
                        yield each
                    elif each.id not in finished:
                        yield each
                    elif not any(each.text in text for text in finished[each.id]):
                        # It was finished, and somebody had changed it by hand meanwhile: that
                        # stands nowhere else, and no command takes it up.
                        yield each._replace(way=str(path))
            except PortfolioProblem as problem:
                unreadable.append(Unreadable.of(path, problem))


def _passages(path: Path, name: str, kind: str) -> Iterator[Written]:
    said, body = taken_off(files.read(path), ("record", "id", "started", "finished"))
    is_draft = not kind
    kind = kind or next(iter(said.get("record", ())), "")
    if kind not in (*FOLDERS.values(), "note") or not kind:
        return
    way = str(path)
    if kind in VERBS:
        way = f"isp {VERBS[kind]}" + ("" if is_draft else f" show {shlex.quote(name)}")
    id_ = next(iter(said.get("id", ())), name)
    day = day_said(said, ("finished", "started"), path)
    for heading, text in _headed(body):
        also = "draft" if is_draft else ""
        yield Written(path, id_, kind, day, heading, text, also, way)


def _headed(body: str) -> Iterator[tuple[str, str]]:
    """Yield what is written in a body, each with its heading; what is empty is left out."""
    before, sections = taken_apart(body)
    for heading, text in (("", before), *((each.passage.heading, each.text) for each in sections)):
        if text.strip():
            yield heading, text

"""Notes as they lie in the notes folder, whether isp wrote them or a person's own editor."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from isp_cli.guide.lookup import folded
from isp_cli.guide.model import Guide
from isp_cli.portfolio import files
from isp_cli.portfolio.properties import Values, day_said, taken_off

BEGINNING = 65_536
"""Bytes read of each file to list it; what a note says of itself is looked for in these."""

_PROPERTIES = (
    *("record", "id", "title", "date", "created", "day", "started", "private"),
    *("competencies", "competency", "principles", "principle", "dilemma", "structure"),
    *("tags", "tag"),
)
_TAG = re.compile(r"(?<!\S)#([^\W\d_][\w/-]*)")


class Names(NamedTuple):
    """What competencies and principles may be called in a note: folded names to ids."""

    competencies: Mapping[str, str]
    principles: Mapping[str, str]

    @classmethod
    def of(cls, guide: Guide) -> "Names":
        """Return the names of the guide's competencies and principles, with their aliases."""
        return cls(
            *(
                {folded(name): e.id for e in part for name in (*e.aliases, e.name, e.id)}
                for part in (guide.competencies, guide.principles)
            )
        )


@dataclass(frozen=True)
class FoundNote:
    """A note in the notes folder.

    Attributes:
        path: its file.
        name: what it goes by: its path from the notes folder, without the ending.
        day: the day that it is about.
        title: its title, or its first line where it has none; with a structure, the first line of
            an answer.
        competencies, principles: the ids of those that it touches.
        dilemma, structure: their ids, or empty.
        id: the id that isp gave it; empty for a note made by hand.
        is_private: whether it stays out of exports.
        beginning: its text, whole where `is_whole`.
    """

    path: Path
    name: str
    day: date
    title: str
    competencies: tuple[str, ...]
    principles: tuple[str, ...]
    dilemma: str
    structure: str
    id: str
    is_private: bool
    beginning: str = field(repr=False)
    is_whole: bool

    @property
    def is_titled(self) -> bool:
        """Whether its title says more than the first line does."""
        if self.structure:
            return self.title != _first_words(self.beginning, self.structure)
        return self.title not in self.beginning[:1000].strip().partition("\n")[0]

    @property
    def stem(self) -> str:
        """The name without the folders before it."""
        return self.name.rpartition("/")[2]

    @cached_property
    def body(self) -> str:
        """What stands in the file below the front matter.

        Raises:
            PortfolioProblem: a long file is not there any more, or cannot be read.
        """
        return self.beginning if self.is_whole else taken_off(files.read(self.path), ())[1]

    @property
    def text(self) -> str:
        """What the person wrote, as they wrote it: the body without isp's marks at headings.

        Raises:
            PortfolioProblem: a long file is not there any more, or cannot be read.
        """
        if not self.structure:
            return self.body
        from isp_cli.portfolio.section import unmarked

        return unmarked(self.body)

    @property
    def said(self) -> str:
        """The title and the text."""
        return f"{self.title}\n{self.text}"

    def touches(self, id_: str) -> bool:
        """Return whether it touches the competency, principle or dilemma with this id."""
        return id_ in (*self.competencies, *self.principles, self.dilemma)


def note_in(path: Path, name: str, names: Names) -> FoundNote:
    """Return the note in the file at `path`.

    Raises:
        PortfolioProblem: the file cannot be read, or its beginning is not UTF-8.
    """
    beginning, is_whole = files.beginning(path, BEGINNING)
    said, text = taken_off(beginning, _PROPERTIES)
    tags = {*_of(said, "tags", "tag"), *(_TAG.findall(text) if "#" in text else ())}
    by_isp = said.get("record") == ("note",)
    structure = next(iter(_of(said, "structure")), "")
    return FoundNote(
        path=path,
        name=name,
        day=day_said(said, ("date", "created", "day", "started"), path),
        title=_title(said, text, path, structure),
        competencies=_ids(names.competencies, _of(said, "competencies", "competency"), tags),
        principles=_ids(names.principles, _of(said, "principles", "principle"), tags),
        dilemma=next(iter(_of(said, "dilemma")), ""),
        structure=structure,
        id=next(iter(_of(said, "id")), "") if by_isp else "",
        is_private=[each.lower() for each in _of(said, "private")] != ["false"],
        beginning=text,
        is_whole=is_whole,
    )


def _of(said: Mapping[str, Values], *names: str) -> Iterator[str]:
    """Yield the values of these properties, links such as [[Brokering]] by their names."""
    for name in names:
        for value in said.get(name, ()):
            yield value.strip().removeprefix("[[").removesuffix("]]").strip()


def _ids(known: Mapping[str, str], named: Iterator[str], tags: set[str]) -> tuple[str, ...]:
    """Return the ids of what is named, then of those tags that name something.

    What is named and not known stays as it is: it may be of another guide.
    """
    ids = [known.get(folded(each), each) for each in named if each]
    # Of a nested tag such as #competency/brokering it is the end that names it.
    ends = {folded(each.lstrip("#").rpartition("/")[2]) for each in tags}
    tagged = [id_ for name, id_ in known.items() if name in ends]
    return tuple(dict.fromkeys([*ids, *tagged]))


def _title(said: Mapping[str, Values], text: str, path: Path, structure: str) -> str:
    given = next((each for each in _of(said, "title") if each), "")
    return given or _first_words(text, structure) or path.stem


def _first_words(text: str, structure: str) -> str:
    """Return the first line that says something: of an answer, where it has a structure."""
    written = text[:2000]
    if structure:
        from isp_cli.portfolio.section import taken_apart, unmarked

        before, sections = taken_apart(text)
        answered = "\n".join([before, *(each.text for each in sections)])
        written = answered[:2000] if answered.strip() else unmarked(written)
    lines = (line.strip().lstrip("#").strip() for line in written.splitlines())
    return next((line for line in lines if line), "")

"""A document to hand over, as blocks: what it says, and not how it looks."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Written:
    """A line that a person wrote; signs of Markdown in it mean what they mean there."""

    text: str


Words = tuple[str | Written, ...]
"""A line: words of isp or the guide, which stand as they are, and what a person wrote."""


@dataclass(frozen=True)
class Heading:
    """A heading; those of the document's parts have level 2, the title alone has 1."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of one line."""

    words: Words


@dataclass(frozen=True)
class Prose:
    """What a person wrote: paragraphs, lists and the like, in Markdown.

    Attributes:
        text: as it was written.
        below: the level of the heading that it stands under; headings in it go below that.
    """

    text: str
    below: int = 3


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Words, ...]


State = Literal["open", "done", "dropped"]


@dataclass(frozen=True)
class Task:
    """Something to do: what, whether it is done, and lines that stand beneath."""

    words: Words
    state: State = "open"
    beneath: tuple[Words, ...] = ()


@dataclass(frozen=True)
class Tasks:
    """A list of what is to be done."""

    items: tuple[Task, ...]


@dataclass(frozen=True)
class Table:
    """Rows under a header.

    Attributes:
        caption: what the table is, to one who cannot see it.
        header: the words above the columns.
        shares: how wide the columns are on paper, in relation to one another.
        rows: what stands in them.
    """

    caption: str
    header: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Words, ...], ...]


Block = Heading | Paragraph | Prose | Bullets | Tasks | Table


@dataclass(frozen=True)
class Handout:
    """A document to hand over.

    Attributes:
        title: what it is.
        language: the language it is in, as a BCP 47 tag.
        blocks: what it says.
        author: who it is from, where the person said so.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    author: str = ""

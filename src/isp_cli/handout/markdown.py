"""A document to hand over as Markdown (CommonMark, with task lists and tables as GFM has them)."""

import re
from collections.abc import Iterator

from isp_cli.handout import source
from isp_cli.handout.blocks import (
    Block,
    Bullets,
    Handout,
    Heading,
    Paragraph,
    Prose,
    Table,
    Task,
    Tasks,
    Words,
)
from isp_cli.handout.prose import legible

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def as_markdown(handout: Handout) -> str:
    """Return the document as Markdown that any editor shows.

    What a person wrote stands in it as written, but for HTML, which is kept from being taken for
    such, and headings, which go below those of the document.
    """
    parts = [f"# {escaped(handout.title)}", *map(_block, handout.blocks)]
    return "\n\n".join(filter(None, parts)) + "\n"


def escaped(name: str) -> str:
    """Return a name as it stands in Markdown, whatever signs it has."""
    return legible(_SPECIAL.sub(r"\\\1", name))


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            return _line(block.words)
        case Prose():
            return source.contained(block.text, block.below)
        case Bullets():
            return "\n".join(f"- {each}" for each in filter(None, map(_line, block.items)))
        case Tasks():
            return "\n".join(line for each in block.items for line in _task(each))
        case Table():
            return "\n".join(_rows(block))


def _task(task: Task) -> Iterator[str]:
    box = {"open": "[ ] ", "done": "[x] ", "dropped": ""}[task.state]
    yield f"- {box}{_line(task.words)}"
    for each in filter(None, map(_line, task.beneath)):
        yield f"  - {each}"


def _rows(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.header))} |"
    yield f"|{' --- |' * len(table.header)}"
    for row in table.rows:
        yield f"| {' | '.join(_line(cell, in_table=True) for cell in row)} |"


def _line(words: Words, *, in_table: bool = False) -> str:
    pieces = [
        escaped(each.replace("\n", " ")) if isinstance(each, str) else _written(each.text, in_table)
        for each in words
    ]
    return source.kept_a_line("".join(pieces))


def _written(text: str, in_table: bool) -> str:
    line = source.contained_line(text)
    return re.sub(r"(?<!\\)\|", r"\\|", line) if in_table else line

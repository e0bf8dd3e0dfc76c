"""Lists of statements, numbered or not, with others below them."""

import itertools
import string
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from isp_cli.terminal.screen import Line


def letters() -> Iterator[str]:
    """Yield a, b, c and so on; after z come aa, ab, without an end."""
    for length in itertools.count(1):
        for each in itertools.product(string.ascii_lowercase, repeat=length):
            yield "".join(each)


def in_words(names: Sequence[str]) -> str:
    """Return a list of names as one says it: "one, another and a third"."""
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


class Statement(Protocol):
    """Something said, and what is said below it."""

    @property
    def text(self) -> str:
        """What it says."""

    @property
    def items(self) -> Sequence["Statement"]:
        """What stands below it."""


def paragraphs(statements: Sequence[Statement]) -> Iterator[Line]:
    """Yield the statements as paragraphs, what stands below as a list."""
    for number, each in enumerate(statements):
        if number:
            yield Line()
        yield Line(each.text, indent=2)
        for below in each.items:
            yield Line(below.text, mark="-", indent=4)


def numbered(statements: Iterable[Statement]) -> Iterator[Line]:
    """Yield the statements with numbers, what stands below with letters."""
    for number, each in enumerate(statements, start=1):
        yield Line(each.text, mark=f"{number:>2}.", indent=2)
        yield from lettered(each.items, indent=6)


def lettered(statements: Iterable[Statement], *, indent: int) -> Iterator[Line]:
    """Yield the statements with letters."""
    for letter, each in zip(letters(), statements, strict=False):
        yield Line(each.text, mark=f"{letter}.", indent=indent)

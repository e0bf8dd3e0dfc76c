"""What is shown: lines of text, wrapped to the window, and never taken for markup."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from isp_cli.printing import envelope, literal

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

__all__ = ["Line", "Screen", "envelope", "heading", "literal", "one_line", "title"]

WIDEST = 88
"""Columns beyond which lines of prose are no longer comfortable to read."""


def one_line(text: str, most: int = 72) -> str:
    """Return the beginning of `text` on one line, of at most `most` characters."""
    line = " ".join(literal(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


class Line:
    """A paragraph with a hanging indent: a mark, then the text beside it.

    Attributes:
        text: what it says; taken literally. Its own line breaks are kept.
        mark: what stands before the first line, such as a number.
        indent: columns before the mark.
        style: a rich style for the whole text.
        marked: (start, end) spans of `text` that were searched for.
    """

    def __init__(
        self,
        text: str = "",
        *,
        mark: str = "",
        indent: int = 0,
        style: str = "",
        marked: Iterable[tuple[int, int]] = (),
    ) -> None:
        self.text = text
        self.mark = mark
        self.indent = indent
        self.style = style
        self.marked = tuple(marked)

    def __str__(self) -> str:
        """Return the line as a program or a pipe gets it: unwrapped, found words in asterisks."""
        text = "".join(f"*{piece}*" if found else piece for piece, found in self._pieces())
        below = "\n" + " " * len(self._lead())
        return (self._lead() + text.replace("\n", below)).rstrip()

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Yield the wrapped lines, without padding on the right."""
        from rich.segment import Segment
        from rich.text import Text

        if console.color_system is None:
            text = Text(
                "".join(f"*{piece}*" if found else piece for piece, found in self._pieces())
            )
        else:
            text = Text()
            for piece, found in self._pieces():
                text.append(piece, style="bold underline" if found else None)
            text.stylize(self.style)
        lead = self._lead()
        for line in text.wrap(
            console, max(options.max_width - len(lead), 20), justify="left", overflow="fold"
        ):
            line.rstrip()
            if line.plain:
                yield Segment(lead)
                yield from line.render(console)
            yield Segment.line()
            lead = " " * len(lead)

    def _lead(self) -> str:
        return " " * self.indent + (f"{literal(self.mark)} " if self.mark else "")

    def _pieces(self) -> Iterator[tuple[str, bool]]:
        position = 0
        for start, end in self.marked:
            yield literal(self.text[position:start]), False
            yield literal(self.text[start:end]), True
            position = end
        yield literal(self.text[position:]), False


def title(text: str) -> Line:
    """Return the line that names what a page is about."""
    return Line(text, style="bold")


def heading(text: str) -> Iterator[Line]:
    """Yield a headed break: an empty line, the heading, an empty line."""
    yield Line()
    yield Line(text, style="bold")
    yield Line()


class Screen:
    """Where results (stdout) and talk (stderr) go."""

    def __init__(self, *, plain: bool = False) -> None:
        self.plain = plain

    def show(self, lines: Iterable[Line]) -> None:
        """Print a result."""
        self._print(sys.stdout, lines)

    def tell(self, *texts: str) -> None:
        """Say something beside the result, a paragraph for each text."""
        self._print(sys.stderr, (Line(text) for text in texts))

    def talk(self, lines: Iterable[Line]) -> None:
        """Show lines as part of a conversation."""
        self._print(sys.stderr, lines)

    def json(self, schema: str, data: Any) -> None:  # noqa: ANN401 - JSON holds anything
        """Print `data` as JSON in the envelope that names its schema, such as "isp.search/1"."""
        print(envelope(schema, data))  # noqa: T201

    def _print(self, stream: TextIO, lines: Iterable[Line]) -> None:
        if not stream.isatty():
            stream.writelines(f"{line}\n" for line in lines)
            return
        from rich.console import Console, Group

        # Said outright: rich takes every dumb terminal to be 80 columns wide.
        columns, rows = shutil.get_terminal_size()
        console = Console(
            file=stream,
            width=min(columns, WIDEST),
            height=rows,
            markup=False,
            emoji=False,
            highlight=False,
            color_system=None if self.plain else "auto",
        )
        console.print(Group(*lines))

"""What came back, from bytes to text: whatever program it went through."""

import binascii
import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from isp_cli.errors import PortfolioProblem, UsageProblem
from isp_cli.printing import literal

STANDARD_INPUT = Path("-")

LARGEST = 1_000_000
"""Bytes beyond which a file is refused; a form that is filled to the brim has fewer."""

AS_TEXT = "Open it, save it as plain text (.txt), and give isp that."

_OTHER_KINDS = (
    (b"PK\x03\x04", "a Word, OpenDocument or zip file"),
    (b"\xd0\xcf\x11\xe0", "an older Word file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
_PAGE = re.compile(rb"\s*<(?:!doctype|html)", re.IGNORECASE)

# What a program for mail leaves where it was not undone: "=20", "=E2=80=99", "=" at a line's end
# (RFC 2045, section 6.7). Any other "=" says that this is no such text.
_QUOTED_PRINTABLE = re.compile(rb"=(?:[0-9A-F]{2}|\r?\n)")
_NOT_QUOTED_PRINTABLE = re.compile(rb"=(?![0-9A-F]{2}|\r?\n)")

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\xa0\u2007\u202f]")
_NOTHING = re.compile("[\u200b\u2060\ufeff]")


@dataclass(frozen=True)
class Text:
    """A text, and what is to be said about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def received(path: Path) -> Text:
    """Return the text in the file at `path`, with plain line ends; "-" is standard input.

    Control characters are spelt out, so that no program takes them for commands.

    Raises:
        UsageProblem: the file cannot be read, or is no plain file.
        PortfolioProblem: it is too long, or no text.
    """
    where = "standard input" if path == STANDARD_INPUT else str(path)
    data = _bytes(path, where)
    if len(data) > LARGEST:
        what = f"This file has more than {LARGEST:,} bytes, so it is no filled form."
        raise PortfolioProblem(what, where=where, mend="Nothing was filed.")
    other = next((kind for start, kind in _OTHER_KINDS if data.startswith(start)), None)
    if other or _PAGE.match(data):
        raise PortfolioProblem(f"This is {other or 'a web page'}.", where=where, mend=AS_TEXT)
    return _text(data, where)


def _bytes(path: Path, where: str) -> bytes:
    """Return what the file holds, up to one byte more than isp takes."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:  # where the caller has closed it
            raise UsageProblem("It is closed.", where=where, mend="Give a file, or pipe one in.")
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        # Asked without waiting: a pipe that nobody writes to would hold isp up for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise UsageProblem("This is not a plain file.", where=where, mend="Name a file.")
            return stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such name"
        what = f"The form cannot be read ({why})."
        raise UsageProblem(what, where=where, mend="Check the path.") from None


def _text(data: bytes, where: str) -> Text:
    notes: list[str] = []
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _decoded(data, "utf-16", where)
    else:
        if _QUOTED_PRINTABLE.search(data) and not _NOT_QUOTED_PRINTABLE.search(data):
            data = binascii.a2b_qp(data)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = _decoded(data, "cp1252", where)
            notes.append("It was not saved as UTF-8; check letters with accents in it.")
    if "\0" in text:
        raise PortfolioProblem("This is not plain text.", where=where, mend=AS_TEXT)
    text = _LINE_ENDS.sub("\n", text)
    text = _NOTHING.sub("", _SPACES.sub(" ", text))
    spelt = literal(text)
    if spelt != text:
        notes.append("It has control characters; they are kept spelt out, such as \\x1b.")
    return Text(spelt, tuple(notes))


def _decoded(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise PortfolioProblem("This is not plain text.", where=where, mend=AS_TEXT) from None


def unquoted(text: str, asked: re.Pattern[str]) -> Iterator[str]:
    """Yield the lines of `text` without the marks of a quoted reply.

    They are taken away where a line of the form itself, one that `asked` fits, is quoted: then
    the whole was answered in a mail. Otherwise a ">" is somebody's own.
    """
    lines = text.split("\n")
    marks = re.compile(r"^[ \t]*(?:>[ \t]?)+")
    quoted = any(marks.match(each) and asked.match(marks.sub("", each)) for each in lines)
    for each in lines:
        yield marks.sub("", each) if quoted else each

"""The formats that something can be handed over in, and which one is meant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide

T = TypeVar("T")

PROMISES = (
    ".md", ".markdown", ".html", ".htm", ".docx", ".ics", ".json", ".csv",
    ".doc", ".odt", ".ods", ".pdf", ".rtf", ".xls", ".xlsx", ".tex", ".epub",
    ".yaml", ".yml",
)  # fmt: skip
"""Endings of file names that promise a format."""

ALIKE = {".markdown": ".md", ".htm": ".html"}
"""Endings that promise the same as another."""


@dataclass(frozen=True)
class Format(Generic[T]):
    """A format that something is handed over in.

    Attributes:
        name: what it is called on the screen.
        ending: the ending of its file names.
        holds: what is in it that the person should know of, as a sentence without its stop.
        content: returns a record, or what was chosen of one, in this format.
    """

    name: str
    ending: str
    holds: str
    content: Callable[[T, Guide], str | bytes]


def promised(target: str) -> str:
    """Return the ending of a file name that promises a format; nothing where it promises none."""
    ending = Path(target).suffix.lower()
    return ALIKE.get(ending, ending) if ending in PROMISES else ""


def chosen(formats: Mapping[str, Format[T]], target: str, wanted: str | None) -> Format[T]:
    """Return the format that is wanted; without one, what the ending of `target` says.

    Where neither says anything it is the first of `formats`.

    Raises:
        UsageProblem: the ending promises a format that is not one of `formats`.
    """
    if wanted:
        return formats[wanted]
    ending = promised(target)
    if not ending:
        return next(iter(formats.values()))
    for each in formats.values():
        if each.ending == ending:
            return each
    endings = [each.ending for each in formats.values()]
    raise UsageProblem(
        f"isp does not write {ending} here.",
        where=target,
        mend=f"End the name with {', '.join(endings[:-1])} or {endings[-1]}."
        + (" For a PDF, print the HTML." if ending == ".pdf" and ".html" in endings else ""),
    )

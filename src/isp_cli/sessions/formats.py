"""The formats that records can be handed over in, and which one is meant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from isp_cli.guide.model import Guide

T = TypeVar("T")


@dataclass(frozen=True)
class Format(Generic[T]):
    """A format that a record, or several, are handed over in.

    Attributes:
        name: what it is called on the screen.
        ending: the ending of its file names.
        holds: what is in it that the person should know of, as a sentence without its stop.
        content: returns what is handed over in this format.
    """

    name: str
    ending: str
    holds: str
    content: Callable[[T, Guide], str | bytes]


def chosen(formats: Mapping[str, Format[T]], target: str, wanted: str | None) -> Format[T]:
    """Return the format that is wanted; without one, what the ending of `target` says.

    Where neither says anything it is the first of `formats`.
    """
    if wanted:
        return formats[wanted]
    fitting = (each for each in formats.values() if target.lower().endswith(each.ending))
    return next(fitting, next(iter(formats.values())))

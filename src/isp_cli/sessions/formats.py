"""The formats that a record can be handed over in, and which one is meant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import Record

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Format(Generic[R]):
    """A format that a record is handed over in.

    Attributes:
        name: what it is called on the screen.
        ending: the ending of its file names.
        holds: what is in it that the person should know of, as a sentence without its stop.
        content: returns a record in this format.
    """

    name: str
    ending: str
    holds: str
    content: Callable[[R, Guide], str | bytes]


def chosen(formats: Mapping[str, Format[R]], target: str, wanted: str | None) -> Format[R]:
    """Return the format that is wanted; without one, what the ending of `target` says.

    Where neither says anything it is the first of `formats`.
    """
    if wanted:
        return formats[wanted]
    fitting = (each for each in formats.values() if target.lower().endswith(each.ending))
    return next(fitting, next(iter(formats.values())))

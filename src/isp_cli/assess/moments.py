"""A person's own notes, as moments that an example may begin with."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from isp_cli.assess.sitting import Moment
from isp_cli.errors import PortfolioProblem
from isp_cli.guide.model import Guide

if TYPE_CHECKING:
    from isp_cli.note.found import FoundNote


def moments_in(portfolio: Path, guide: Guide) -> Callable[[str], Sequence[Moment]]:
    """Return what gives the notes on a competency, oldest first; they are read when asked for.

    A note that cannot be read is left out.
    """

    @cache
    def notes() -> "Sequence[FoundNote]":
        from isp_cli.note.notes import notes_in

        return notes_in(portfolio, guide)[0]

    @cache
    def moments(competency: str) -> Sequence[Moment]:
        from isp_cli.note.notes import touching

        return tuple(_moments(touching(notes(), competency)))

    return moments


def _moments(notes: "Sequence[FoundNote]") -> Iterator[Moment]:
    from isp_cli import dates

    for note in notes:
        try:
            text = note.text.strip("\n")
        except PortfolioProblem:
            continue
        if text.strip():
            yield Moment(f"{dates.spoken(note.day)}: {note.title}", text)

"""Which of the things that a person wrote are looked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar

AROUND = 7
"""Days on either side of a day that still count as around it."""


class Written(Protocol):
    """Something that a person wrote, such as a note."""

    @property
    def day(self) -> date:
        """The day that it is about."""

    @property
    def said(self) -> str:
        """All that stands in it."""

    def touches(self, id_: str) -> bool:
        """Return whether it touches the competency or principle with this id."""


W = TypeVar("W", bound=Written)


@dataclass(frozen=True)
class Wanted:
    """What is looked for; what is None or empty does not narrow it down.

    Attributes:
        since, until: the first day and the last.
        competencies, principles: ids; one of each that are named must be touched.
        words: all of them stand in it, in upper or lower case.
        year_before: only those around this day a year ago.
    """

    since: date | None = None
    until: date | None = None
    competencies: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    year_before: date | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows it down."""
        return self == Wanted()

    def among(self, written: Iterable[W]) -> list[W]:
        """Return what is wanted of all that was written, in the order it comes in."""
        found = list(written)
        if self.year_before:
            found = a_year_before(found, self.year_before)
        return [each for each in found if self._has(each)]

    def _has(self, one: Written) -> bool:
        if (self.since and one.day < self.since) or (self.until and one.day > self.until):
            return False
        for named in (self.competencies, self.principles):
            if named and not any(map(one.touches, named)):
                return False
        if not self.words:
            return True
        said = one.said.casefold()
        return all(word.casefold() in said for word in self.words)


def around(written: Iterable[W], day: date) -> list[W]:
    """Return what is about a day in the week before or after `day`, or about it."""
    return [each for each in written if abs(each.day - day) <= timedelta(days=AROUND)]


def a_year_before(written: Iterable[W], today: date) -> list[W]:
    """Return what is about the days around this day a year ago."""
    from isp_cli import dates

    return around(written, dates.months_after(today, -12))

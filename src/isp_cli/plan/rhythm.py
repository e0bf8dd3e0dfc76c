"""The days on which a plan is looked at again."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from isp_cli import dates

RHYTHMS = {3: "Every three months", 6: "Every six months", 2: "Every two months"}
"""How often a plan may be looked at again, in months, and the words for it."""

USUAL = 3
"""Months until the next review where nobody said."""

EARLY = timedelta(days=14)
"""How long before its day a review may be held and count as the one of that day."""

_BETWEEN = re.compile(r"[,;\n]")


def days(begun: date, end: date, months: int) -> tuple[date, ...]:
    """Return the days from `begun` to `end`, every so many months."""
    found: list[date] = []
    while (day := dates.months_after(begun, months * (len(found) + 1))) <= end:
        found.append(day)
    return tuple(found)


def days_in(written: str, today: date) -> tuple[date, ...]:
    """Return the days that are named in `written`, with commas between, in the order of time."""
    found = (dates.date_in(each, today) for each in _BETWEEN.split(written))
    return tuple(sorted({day for day in found if day}))


def wrong_days(written: str, *, today: date) -> str | None:
    """Return what is wrong with days that are named with commas between, or None."""
    for each in filter(str.strip, _BETWEEN.split(written)):
        if wrong := wrong_day(each, today=today):
            return wrong
    return None if days_in(written, today) else wrong_day(written, today=today)


def wrong_day(written: str, *, today: date) -> str | None:
    """Return what is wrong with a day to come, or None."""
    day = dates.date_in(written, today)
    if day is None:
        return dates.unknown(written)
    if day < today:
        return f"{dates.spoken(day)} is past already. Write a day from today on."
    return None


def due(ahead: Iterable[date], today: date) -> date | None:
    """Return the day since which a review is due, or None.

    Args:
        ahead: the days of reviews that are not held yet.
        today: the day that it is.
    """
    return min((day for day in ahead if day <= today), default=None)


def upcoming(planned: Iterable[date], today: date) -> date | None:
    """Return the next day after today on which the plan is to be looked at, or None."""
    return min((day for day in planned if day > today), default=None)


def held(planned: Iterable[date], day: date, today: date) -> tuple[date, ...]:
    """Return the days as they are once the review of `day` is held today.

    One that was planned for a little later is held with it, and so has its day. It is not left
    out: in a calendar the first review is to stay the first, and the second the second.
    """
    return tuple(sorted({day if day < each <= today + EARLY else each for each in planned}))


def moved_on(planned: Iterable[date], following: date, today: date) -> tuple[date, ...]:
    """Return the days with `following` as the first after today."""
    kept = {day for day in planned if day <= today or day > following}
    return tuple(sorted({*kept, following}))

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
        return f"'{written.strip()}' is not a date isp knows. Write for example: {dates.EXAMPLES}"
    if day < today:
        return f"{dates.spoken(day)} is past already. Write a day from today on."
    return None


def due(planned: Iterable[date], last: date | None, today: date) -> date | None:
    """Return the day since which a review is due, or None.

    Args:
        planned: the days on which the plan is to be looked at again.
        last: the day of the last review, if there was one.
        today: the day that it is.
    """
    waiting = [day for day in planned if day <= today and (last is None or last < day)]
    return min(waiting, default=None)


def upcoming(planned: Iterable[date], today: date) -> date | None:
    """Return the next day after today on which the plan is to be looked at, or None."""
    return min((day for day in planned if day > today), default=None)


def without_near(planned: Iterable[date], today: date) -> tuple[date, ...]:
    """Return the days without those that a review held today came a little before."""
    return tuple(day for day in planned if not today < day <= today + EARLY)


def moved_on(planned: Iterable[date], following: date, today: date) -> tuple[date, ...]:
    """Return the days with `following` as the first after today."""
    kept = {day for day in planned if day <= today or day > following}
    return tuple(sorted({*kept, following}))

"""Dates as people write them."""

import re
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y")
EXAMPLES = "2027-01-15, 15 January 2027 or in 3 weeks"

_AHEAD = re.compile(r"in (?P<count>\d{1,3}|an?|one|two|three|six) (?P<unit>day|week|month|year)s?")
_NAMED = {"tomorrow": "in 1 day", "next week": "in 1 week", "next month": "in 1 month"}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "six": 6}


def date_in(text: str, today: date) -> date | None:
    """Return the date that `text` names, or None; "in 3 weeks" counts from `today`.

    Dates with slashes are not taken: 02/03/2027 is one day here and another there.
    """
    written = " ".join(text.strip().lower().split())
    written = _NAMED.get(written, written)
    ahead = _AHEAD.fullmatch(written)
    if ahead:
        count = _COUNTS.get(ahead["count"]) or int(ahead["count"])
        return _later(today, count, ahead["unit"])
    for form in FORMS:
        try:
            return datetime.strptime(written, form).date()  # noqa: DTZ007 - a day has no offset
        except ValueError:
            continue
    return None


def _later(today: date, count: int, unit: str) -> date | None:
    try:
        if unit == "day":
            return today + timedelta(days=count)
        if unit == "week":
            return today + timedelta(weeks=count)
        months = count if unit == "month" else count * 12
        later: date = today + relativedelta(months=months)
    except (OverflowError, ValueError):
        return None
    return later


def months_after(day: date, months: int) -> date:
    """Return the day `months` later, or the last of that month where it has no such day."""
    later: date = day + relativedelta(months=months)
    return later


def spoken(day: date) -> str:
    """Return the date in words, such as "15 January 2027"."""
    return f"{day:%d %B %Y}".removeprefix("0")

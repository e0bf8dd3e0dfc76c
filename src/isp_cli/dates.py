"""Dates as people write them."""

import re
from datetime import date, datetime, timedelta

FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y")
EXAMPLES = "2027-01-15, 15 January 2027 or in 3 weeks"
EXAMPLES_PAST = "2026-11-20, 20 November 2026, yesterday, last Friday or 3 weeks ago"

_COUNT = r"(?P<count>\d{1,3}|an?|one|two|three|six) (?P<unit>day|week|month|year)s?"
_AHEAD = re.compile(rf"in {_COUNT}")
_AGO = re.compile(rf"{_COUNT} ago")
_NAMED = {
    "today": "in 0 days",
    "tomorrow": "in 1 day",
    "yesterday": "1 day ago",
    **{f"next {unit}": f"in 1 {unit}" for unit in ("week", "month", "year")},
    **{f"last {unit}": f"1 {unit} ago" for unit in ("week", "month", "year")},
}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "six": 6}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def date_in(text: str, today: date) -> date | None:
    """Return the date that `text` names, or None; "in 3 weeks" counts from `today`.

    "yesterday", "3 weeks ago" and "last Friday" count back from it. Dates with slashes are not
    taken: 02/03/2027 is one day here and another there.
    """
    written = " ".join(text.strip().lower().split())
    written = _NAMED.get(written, written)
    for counted, sign in ((_AHEAD.fullmatch(written), 1), (_AGO.fullmatch(written), -1)):
        if counted:
            count = _COUNTS.get(counted["count"]) or int(counted["count"])
            return _away(today, sign * count, counted["unit"])
    last, _, weekday = written.partition(" ")
    if last == "last" and weekday in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS.index(weekday) - 1) % 7 + 1
        return _away(today, -back, "day")
    return calendar_day(written)


def calendar_day(text: str) -> date | None:
    """Return the date that `text` names without counting from another, or None."""
    for form in FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no offset
        except ValueError:
            continue
    return None


def _away(today: date, count: int, unit: str) -> date | None:
    try:
        if unit == "day":
            return today + timedelta(days=count)
        if unit == "week":
            return today + timedelta(weeks=count)
        return months_after(today, count if unit == "month" else count * 12)
    except (OverflowError, ValueError):
        return None


def months_after(day: date, months: int) -> date:
    """Return the day `months` later, or the last of that month where it has no such day.

    Raises:
        ValueError: the calendar does not go so far.
    """
    from dateutil.relativedelta import relativedelta

    later: date = day + relativedelta(months=months)
    return later


def spoken(day: date) -> str:
    """Return the date in words, such as "15 January 2027"."""
    return f"{day:%d %B %Y}".removeprefix("0")

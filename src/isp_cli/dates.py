"""Dates as people write them."""

import calendar
import re
from datetime import date, datetime, timedelta

FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y")
EXAMPLES = "2027-01-15, 15 January, in 3 weeks, next Friday or end of March"
EXAMPLES_PAST = "2026-11-20, 20 November 2026, yesterday, last Friday or 3 weeks ago"

_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)}) (?P<unit>day|week|month|year)s?"
_AHEAD = re.compile(rf"in {_COUNT}")
_AGO = re.compile(rf"{_COUNT} ago")
_NAMED = {
    "today": "in 0 days",
    "tomorrow": "in 1 day",
    "yesterday": "1 day ago",
    **{f"next {unit}": f"in 1 {unit}" for unit in ("week", "month", "year")},
    **{f"last {unit}": f"1 {unit} ago" for unit in ("week", "month", "year")},
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_PART = re.compile(
    r"(?:the )?(?P<part>beginning|start|early|mid|middle|late|end)[ -](?:of )?"
    rf"(?:(?P<month>{'|'.join(_MONTHS)}|(?:the|this|next) month)(?: (?P<year>\d{{4}}))?"
    r"|(?P<whole>(?:the|this|next) year|\d{4}))"
)
_NO_YEAR = re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{'|'.join(_MONTHS)})")


def date_in(text: str, today: date) -> date | None:
    """Return the date that `text` names, or None; "in 3 weeks" counts from `today`.

    "yesterday", "3 weeks ago" and "last Friday" count back from it. "next Friday" is the first
    Friday after it, "15 January" and "end of March" are the next ones that are not past. Dates
    with slashes are not taken: 02/03/2027 is one day here and another there.
    """
    written = _plainly(text)
    for counted, sign in ((_AHEAD.fullmatch(written), 1), (_AGO.fullmatch(written), -1)):
        if counted:
            count = _COUNTS.get(counted["count"]) or int(counted["count"])
            return _away(today, sign * count, counted["unit"])
    which, _, weekday = written.rpartition(" ")
    if which in ("last", "next", "") and weekday in _WEEKDAYS:
        apart = _WEEKDAYS.index(weekday) - today.weekday()
        back, ahead = (-apart - 1) % 7 + 1, (apart - 1) % 7 + 1
        return _away(today, -back if which == "last" else ahead, "day")
    return calendar_day(written) or _without_year(written, today) or _part_of(written, today)


def past_day_in(text: str, today: date) -> date | None:
    """Return the date that `text` names of something that is over, or None.

    It reads what `date_in` reads, but "Friday", "20 November" and "end of March" are the latest
    ones that are not ahead. What is ahead in any case, such as "tomorrow", is that day.
    """
    written = _plainly(text)
    day = date_in(written, today)
    if day is None or day <= today:
        return day
    part = _PART.fullmatch(written)
    if written in _WEEKDAYS:
        return day - timedelta(weeks=1)
    if _NO_YEAR.fullmatch(written) or (part and part["month"] in _MONTHS and not part["year"]):
        for years in range(1, 9):  # so far back is 29 February at the most
            before = _away(today, -years, "year")
            earlier = date_in(written, before) if before else None
            if earlier and earlier <= today:
                return earlier
    return day


def _plainly(text: str) -> str:
    written = " ".join(text.strip().lower().split()).removeprefix("by ").removeprefix("on ")
    return _NAMED.get(written, written)


def calendar_day(text: str) -> date | None:
    """Return the date that `text` names without counting from another, or None."""
    for form in FORMS:
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day has no offset
        except ValueError:
            continue
    return None


def _without_year(written: str, today: date) -> date | None:
    """Return the next day of that name, from today on, or None."""
    found = _NO_YEAR.fullmatch(written)
    month = _MONTHS.index(found["month"]) + 1 if found else 0
    for year in range(today.year, today.year + 9):  # 29 February comes at the latest then
        day = _day(year, month, int(found["day"])) if found else None
        if day and day >= today:
            return day
    return None


def _part_of(written: str, today: date) -> date | None:
    """Return the first, the middle or the last day of a month or a year, or None."""
    found = _PART.fullmatch(written)
    if found is None:
        return None
    place = {"e": 0, "b": 0, "s": 0, "m": 1, "l": 2}[found["part"][0]]
    if found["part"] == "end":
        place = 2
    if found["whole"]:
        number = found["whole"]
        year = int(number) if number.isdigit() else today.year + number.startswith("next")
        return (_day(year, 1, 1), _day(year, 6, 30), _day(year, 12, 31))[place]
    if found["month"] not in _MONTHS:
        ahead = _away(today, int(found["month"].startswith("next")), "month")
        return _in_month(ahead.year, ahead.month, place) if ahead else None
    month = _MONTHS.index(found["month"]) + 1
    if found["year"]:
        return _in_month(int(found["year"]), month, place)
    this = _in_month(today.year, month, place)
    return this if this and this >= today else _in_month(today.year + 1, month, place)


def _in_month(year: int, month: int, place: int) -> date | None:
    last = calendar.monthrange(year, month)[1] if 1 <= year <= date.max.year else 0
    return _day(year, month, (1, 15, last)[place])


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except (OverflowError, ValueError):
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


def unknown(written: str, examples: str = EXAMPLES) -> str:
    """Return what to say where `written` names no date, with these examples of what does."""
    if re.search(r"\d\s*/\s*\d", written):
        what = "has slashes, which mean one day here and another there, so isp does not take it"
    else:
        what = "is not a date isp knows"
    return f"'{written.strip()}' {what}. Write for example: {examples}"


def spoken(day: date) -> str:
    """Return the date in words, such as "15 January 2027"."""
    return f"{day:%d %B %Y}".removeprefix("0")

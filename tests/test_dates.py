"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isp_cli.dates import date_in, months_after, past_day_in, spoken

TODAY = date(2027, 1, 31)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2027-03-05", date(2027, 3, 5)),
        ("5 March 2027", date(2027, 3, 5)),
        ("05 march  2027", date(2027, 3, 5)),
        ("5 Mar 2027", date(2027, 3, 5)),
        ("5.3.2027", date(2027, 3, 5)),
        (" 2027-03-05\n", date(2027, 3, 5)),
        ("tomorrow", date(2027, 2, 1)),
        ("Next week", date(2027, 2, 7)),
        ("next month", date(2027, 2, 28)),
        ("in 3 weeks", date(2027, 2, 21)),
        ("In a week", date(2027, 2, 7)),
        ("in 1 day", date(2027, 2, 1)),
        ("in one month", date(2027, 2, 28)),
        ("in two months", date(2027, 3, 31)),
        ("in six months", date(2027, 7, 31)),
        ("in a year", date(2028, 1, 31)),
        ("in 2 years", date(2029, 1, 31)),
        ("in twelve weeks", date(2027, 4, 25)),
        ("next Friday", date(2027, 2, 5)),
        ("Friday", date(2027, 2, 5)),
        ("next Sunday", date(2027, 2, 7)),
        ("on monday", date(2027, 2, 1)),
        ("5 March", date(2027, 3, 5)),
        ("31st January", date(2027, 1, 31)),
        ("30 January", date(2028, 1, 30)),
        ("29 February", date(2028, 2, 29)),
        ("end of March", date(2027, 3, 31)),
        ("by the end of February 2028", date(2028, 2, 29)),
        ("mid January", date(2028, 1, 15)),
        ("mid-June", date(2027, 6, 15)),
        ("middle of June", date(2027, 6, 15)),
        ("early June", date(2027, 6, 1)),
        ("beginning of May 2029", date(2029, 5, 1)),
        ("late May", date(2027, 5, 31)),
        ("end of the month", date(2027, 1, 31)),
        ("end of next month", date(2027, 2, 28)),
        ("end of the year", date(2027, 12, 31)),
        ("mid 2028", date(2028, 6, 30)),
        ("today", date(2027, 1, 31)),
        ("Yesterday", date(2027, 1, 30)),
        ("last week", date(2027, 1, 24)),
        ("2 days ago", date(2027, 1, 29)),
        ("a month ago", date(2026, 12, 31)),
        ("a year ago", date(2026, 1, 31)),
        ("last Saturday", date(2027, 1, 30)),
        ("last sunday", date(2027, 1, 24)),
        ("last  Monday", date(2027, 1, 25)),
    ],
)
def test_what_is_understood(written: str, meant: date) -> None:
    """Days are understood in forms that mean one day everywhere, and counted from today."""
    assert date_in(written, TODAY) == meant


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "2027-02-30",
        "31.02.2027",
        "13.13.2027",
        "5/3/27",
        "05/03/2027",
        "in weeks",
        "in -1 week",
        "in 3 fortnights",
        "in 3 weeks or so",
        "March",
        "end",
        "end of Mars",
        "end of March 0000",
        "next 5 March",
        "40 March",
        "30 February",
        "ago",
        "in 2 days ago",
        "last",
        "last fryday",
    ],
)
def test_what_is_not_understood(written: str) -> None:
    """What is no day, or could be more than one, is no date."""
    assert date_in(written, TODAY) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Friday", date(2027, 1, 29)),
        ("on Saturday", date(2027, 1, 30)),
        ("Sunday", date(2027, 1, 31)),
        ("20 November", date(2026, 11, 20)),
        ("31 January", date(2027, 1, 31)),
        ("29 February", date(2024, 2, 29)),
        ("start of September", date(2026, 9, 1)),
        ("end of February", date(2026, 2, 28)),
        ("yesterday", date(2027, 1, 30)),
        ("2026-11-20", date(2026, 11, 20)),
        ("tomorrow", date(2027, 2, 1)),
        ("next Friday", date(2027, 2, 5)),
        ("2027-02-05", date(2027, 2, 5)),
        ("2027-02-30", None),
        ("soon", None),
    ],
)
def test_what_is_over(written: str, meant: date | None) -> None:
    """Of something that is over a day without a year is the latest of that name."""
    assert past_day_in(written, TODAY) == meant


def test_a_day_beyond_the_calendar_is_no_date() -> None:
    """Counting past the year 9999, or before the year 1, is no date either."""
    assert date_in("in 999 years", date(9500, 1, 1)) is None
    assert date_in("in 999 weeks", date(9999, 1, 1)) is None
    assert date_in("999 years ago", date(500, 1, 1)) is None
    assert date_in("last monday", date.min) is None


@given(day=DAYS)
def test_a_day_as_isp_says_it_is_understood(day: date) -> None:
    """Whatever isp shows as a date can be typed back."""
    assert date_in(spoken(day), TODAY) == date_in(day.isoformat(), TODAY) == day


@given(written=st.text())
def test_any_text_is_a_date_or_none(written: str) -> None:
    """No text at all ends the conversation."""
    assert isinstance(date_in(written, TODAY), date | None)
    assert isinstance(past_day_in(written, TODAY), date | None)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 11, 30), 18, date(2029, 5, 30)),
    ],
)
def test_the_last_day_of_a_shorter_month(day: date, months: int, later: date) -> None:
    """Months later is the same day, or the last of a month that has no such day."""
    assert months_after(day, months) == later


def test_a_date_in_words() -> None:
    """A date is said with the name of its month and no leading nought."""
    assert spoken(date(2027, 1, 5)) == "5 January 2027"
    assert spoken(date(2027, 12, 15)) == "15 December 2027"

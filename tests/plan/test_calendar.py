"""The plan in a calendar: what was imported once is updated the next time, not doubled."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.plan.kept_plan import keep

Imported = dict[str, Any]
"""What a calendar holds, by UID."""


@pytest.fixture
def kept(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of a plan that was last changed a day after it was made."""
    stop_clock(monkeypatch)
    path = keep(isp, portfolio)
    _touch(path, days=1)
    return path


def _touch(path: Path, *, days: int) -> None:
    moment = MOMENT.timestamp() + days * 86_400
    os.utime(path, (moment, moment))


def change(path: Path, *changes: tuple[str, str], days: int) -> None:
    """Change the file by hand, so many days after the plan was made."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    _touch(path, days=days)


def imported(isp: Isp, before: Mapping[str, Any] | None = None, *words: str) -> Imported:
    """Return a calendar after the import of the plan: by UID, the higher SEQUENCE wins."""
    result = isp("plan", "export", "-", "--format", "ics", *words)
    assert result.exit_code == 0
    after = dict(before or {})
    found: list[Any] = Calendar.from_ical(result.stdout_bytes).subcomponents
    for each in found:
        known = after.get(each["uid"])
        if known is None or each["sequence"] >= known["sequence"]:
            after[each["uid"]] = each
    return after


def days(calendar: Imported) -> dict[str, date]:
    """Return the days of the steps by what they say."""
    return {str(each["summary"]): each["dtstart"].dt for each in calendar.values()}


def test_steps_and_reviews_are_private_events_of_a_whole_day(isp: Isp, kept: Path) -> None:
    """What has a day is an event on it that takes no time; it says which goal it is for."""
    calendar = imported(isp)
    assert days(calendar) == {
        "Done: Draw a map of who is missing": date(2027, 1, 15),
        "Shadow a meeting": date(2027, 3, 1),
        "Read about meetings": date(2027, 3, 2),
        "Look at the development plan again": date(2027, 7, 5),
    }
    assert len(calendar) == 5
    for each in calendar.values():
        assert each.name == "VEVENT"
        assert (each["class"], each["transp"]) == ("PRIVATE", "TRANSPARENT")
        assert (each["dtend"].dt - each["dtstart"].dt).days == 1
        assert each["sequence"] == 86_400
    first = next(each for each in calendar.values() if "map" in each["summary"])
    assert first["description"] == "Goal: Brokering\nWho helps: A colleague from the county"
    assert kept.exists()


def test_importing_twice_doubles_nothing(isp: Isp, kept: Path) -> None:
    """The same plan gives the very same file, and a second import leaves the calendar as it is."""
    once = isp("plan", "export", "-", "--format", "ics").stdout_bytes
    assert isp("plan", "export", "-", "--format", "ics").stdout_bytes == once
    first = imported(isp)
    assert imported(isp, first) == first
    assert kept.exists()


@pytest.mark.parametrize(
    ("changes", "said", "day"),
    [
        ([("meeting 📅 2027-03-01", "meeting 📅 2027-04-09")], "Shadow a meeting", 9),
        ([("- [ ] Shadow", "- [x] Shadow")], "Done: Shadow a meeting", 1),
        ([("- [ ] Shadow", "* [/] Shadow")], "Shadow a meeting", 1),
        ([("Shadow a meeting", "shadow  a *meeting*!")], "shadow  a *meeting*!", 1),
        ([("2027-03-01\n", "2027-03-01\n  - It was called off.\n")], "Shadow a meeting", 1),
        ([("- [ ] Shadow a meeting 📅 2027-03-01\n", ""),
          ("- [x] Draw", "- [ ] Shadow a meeting 📅 2027-03-01\n- [x] Draw")],
         "Shadow a meeting", 1),
    ],
    ids=["moved", "ticked", "begun", "spelt", "outcome", "order"],
)  # fmt: skip
def test_a_step_that_is_edited_by_hand_stays_the_same(
    isp: Isp, kept: Path, changes: list[tuple[str, str]], said: str, day: int
) -> None:
    """Ticking, moving, spelling and reordering update the entry; none is left behind."""
    before = imported(isp)
    change(kept, *changes, days=2)
    after = imported(isp, before)
    assert set(after) == set(before)
    assert days(after)[said].day == day
    assert {each["sequence"] for each in after.values()} == {2 * 86_400}


def test_an_id_of_its_own_keeps_a_reworded_step(isp: Isp, kept: Path) -> None:
    """With an id as Obsidian Tasks writes it, even other words are the same step."""
    change(kept, ("Shadow a meeting 📅", "Shadow a meeting 🆔 ab12 📅"), days=1)
    before = imported(isp)
    change(kept, ("Shadow a meeting", "Sit in on the county meeting"), days=2)
    after = imported(isp, before)
    assert set(after) == set(before)
    assert "Sit in on the county meeting" in days(after)


def test_two_steps_that_say_the_same_are_two(isp: Isp, kept: Path) -> None:
    """Steps with the same words are told apart by which comes first."""
    change(
        kept,
        ("- [ ] Shadow a meeting 📅 2027-03-01",
         "- [ ] Shadow a meeting 📅 2027-03-01\n- [ ] Shadow a meeting 📅 2027-06-01"),
        days=1,
    )  # fmt: skip
    assert len(imported(isp)) == 6


def test_a_moved_review_is_updated(isp: Isp, kept: Path) -> None:
    """The first review stays the first when its day is changed."""
    before = imported(isp)
    change(kept, ("\n- 2027-04-05\n", "\n- 2027-04-20\n"), days=2)
    after = imported(isp, before)
    assert set(after) == set(before)
    assert date(2027, 4, 20) in {each["dtstart"].dt for each in after.values()}


def test_a_review_held_early_keeps_its_place(
    isp: Isp, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A review a few days before its day moves that entry; the later ones stay as they are."""
    change(kept, ("<!-- review.2027-04-05.brokering -->", ""), days=1)
    before = imported(isp)
    stop_clock(monkeypatch, datetime(2027, 3, 30, 9, tzinfo=UTC))
    form = "goals: {teams: {happened: We met.}}"
    assert isp("plan", "review", "--answers", "-", stdin=form).exit_code == 0
    _touch(kept, days=90)
    after = imported(isp, before)
    assert set(after) == set(before)
    reviews = [each["dtstart"].dt for each in after.values() if "again" in each["summary"]]
    assert sorted(reviews) == [date(2027, 3, 30), date(2027, 7, 5)]


def test_what_is_open_in_a_closed_plan_is_cancelled(
    isp: Isp, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a closed plan leaves open is nothing to do or to come any more; what is over stays."""
    before = imported(isp)
    stop_clock(monkeypatch, datetime(2027, 5, 1, 9, tzinfo=UTC))
    assert isp("plan", "close", "--answers", "-", stdin="looking_back: Enough.").exit_code == 0
    _touch(kept, days=120)
    after = imported(isp, before)
    assert set(after) == set(before)
    off = {each["dtstart"].dt for each in after.values() if each["status"] == "CANCELLED"}
    assert off == {date(2027, 3, 1), date(2027, 3, 2), date(2027, 7, 5)}


def test_dropped_steps_are_cancelled(isp: Isp, kept: Path) -> None:
    """What was dropped after it was imported does not stay as something to do."""
    before = imported(isp)
    change(kept, ("- [ ] Shadow", "- [-] Shadow"), days=2)
    after = imported(isp, before)
    assert set(after) == set(before)
    states = {str(each["summary"]): str(each["status"]) for each in after.values()}
    assert states["Shadow a meeting"] == "CANCELLED"
    assert states["Read about meetings"] == "CONFIRMED"


def test_the_ends_of_the_calendar(isp: Isp, kept: Path) -> None:
    """A plan that was given a moment beyond them by hand is handed over all the same."""
    text = kept.read_text(encoding="utf-8")
    started = next(line for line in text.splitlines() if line.startswith("started: "))
    for moment in ("9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00"):
        kept.write_text(text.replace(started, f"started: {moment}"), encoding="utf-8")
        result = isp("plan", "export", "-", "--format", "ics")
        assert (result.exit_code, result.stdout[:15]) == (0, "BEGIN:VCALENDAR")


def test_steps_as_tasks(isp: Isp, kept: Path) -> None:
    """With --todo steps are tasks, those without a day too, each with what became of it."""
    change(kept, ("- [ ] Read", "- [/] Read"), days=1)
    tasks = [each for each in imported(isp, None, "--todo").values() if each.name == "VTODO"]
    assert {(str(each["summary"]), str(each["status"])) for each in tasks} == {
        ("Draw a map of who is missing", "COMPLETED"),
        ("Shadow a meeting", "NEEDS-ACTION"),
        ("Write to the ministry", "CANCELLED"),
        ("Read about meetings", "IN-PROCESS"),
    }
    due = {str(each["summary"]): each["due"].dt for each in tasks if "due" in each}
    assert due["Shadow a meeting"] == date(2027, 3, 1)
    assert "Write to the ministry" not in due


def test_lines_are_folded_and_nothing_is_smuggled_in(isp: Isp, kept: Path) -> None:
    """Lines end with CR and LF and have 75 bytes at most; text is text, whatever it looks like."""
    said = r"Call; the, county\nEND:VEVENT\nBEGIN:VEVENT " + "naïve 🙂 שלום " * 30
    change(
        kept,
        ("- [ ] Shadow a meeting", f"- [ ] {said}\x00\x0bEND:VEVENT\x85BEGIN:VALARM\u2028x"),
        ("A colleague from the county", "BEGIN:VEVENT\rSUMMARY:smuggled"),
        days=1,
    )
    content = isp("plan", "export", "-", "--format", "ics").stdout_bytes
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r")
    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
    calendar: Any = Calendar.from_ical(content)
    assert [each.name for each in calendar.walk()] == ["VCALENDAR", *["VEVENT"] * 5]
    summaries = [str(each["summary"]) for each in calendar.walk("VEVENT")]
    assert any(each.startswith(r"Call; the, county\nEND:VEVENT\nBEGIN") for each in summaries)


def test_a_plan_without_days_makes_no_empty_calendar(isp: Isp, portfolio: Path) -> None:
    """A calendar file must have something in it; where nothing has a day, that is said."""
    isp("plan", "--answers", "-", stdin="goals: [{competency: teams, steps: [{step: Read}]}]")
    result = isp("plan", "export", "plan.ics")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a calendar would be empty" in result.stderr
    assert isp("plan", "export", "-", "--format", "ics", "--todo").exit_code == 0
    assert portfolio.exists()


def test_steps_without_a_day_are_named(isp: Isp, kept: Path) -> None:
    """Who exports to a calendar is told how many steps are not in it."""
    change(kept, ("- [ ] Shadow a meeting 📅 2027-03-01", "- [ ] Shadow a meeting"), days=1)
    said = isp("plan", "export", "-", "--format", "ics").stderr
    assert said == "1 step has no date, so it is not in the calendar.\n"
    assert isp("plan", "export", "-", "--format", "ics", "--todo").stderr == ""

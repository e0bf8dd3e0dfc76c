"""Task lists as editors and plug-ins write them: read as meant, and left as they are."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isp_cli.plan.steps import (
    Step,
    places,
    steps_in,
    with_beneath,
    with_changed,
    with_ended,
    with_helper,
    with_step,
)
from tests.plan.strategies import task_lists

DAY = date(2027, 3, 1)
JANUARY = date(2027, 1, 15)


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("1. [ ] Draw", Step("Draw")),
        ("2) [x] Draw", Step("Draw", done=True)),
        ("- [ ]\tDraw", Step("Draw")),
        ("- [x] Draw 📅 2027-01-15 ✅ 2027-03-01", Step("Draw", JANUARY, done=True, ended=DAY)),
        ("- [x] Draw ✅ 2027-03-01 📅 2027-01-15", Step("Draw", JANUARY, done=True, ended=DAY)),
        ("- [-] Draw 📅 2027-01-15 ❌ 2027-03-01", Step("Draw", JANUARY, mark="-", ended=DAY)),
        ("- [ ] Draw ⏫ 🔁 every month 🛫 2027-01-01 ⏳ 2027-01-10 📅 2027-01-15",
         Step("Draw", JANUARY, repeats=True)),
        ("- [ ] Draw 📅 2027-01-15 #work ^a1", Step("Draw", JANUARY)),
        ("- [ ] Draw #work", Step("Draw #work")),
        ("- [ ] Draw ^a1", Step("Draw")),
        ("- [ ] Draw 📆\ufe0f 2027-01-15 🔺", Step("Draw", JANUARY)),
        ("- [ ] Draw➕2027-01-01 📅2027-01-15", Step("Draw", JANUARY)),  # noqa: RUF001 - the sign
    ],
)  # fmt: skip
def test_the_signs_of_a_task_plug_in(line: str, step: Step) -> None:
    """The signs behind a task are no words of it; the days due and done are read."""
    assert steps_in(line) == (step,)


@pytest.mark.parametrize(
    "line", ["- [x](a.md) a link", "- [ ]", "- [ ] 📅 2027-01-15", "- [] Draw"]
)
def test_what_is_no_step_either(line: str) -> None:
    """A link, and a box with no words, are no steps."""
    assert steps_in(line) == ()


def test_what_stands_beneath_belongs_to_the_step() -> None:
    """Indented lines below a step say who helps and what came of it; nested steps are their own."""
    text = (
        "- [x] Draw a map\n  - Who helps: a colleague\n\n  - It took an hour\n    and more\n"
        "  - [ ] Show it\n    * who helps:  a peer\nA note\n- [ ] Go on"
    )
    assert steps_in(text) == (
        Step("Draw a map", done=True, helps="a colleague", came=("It took an hour", "and more")),
        Step("Show it", helps="a peer"),
        Step("Go on"),
    )


@given(text=task_lists(), data=st.data(), done=st.booleans())
def test_ticking_changes_the_box_and_the_day_alone(
    text: str, data: st.DataObject, done: bool
) -> None:
    """A step that is ticked or dropped keeps its words, its day and what is around it."""
    at = data.draw(st.integers(0, len(places(text)) - 1))
    before = places(text)[at]
    new = with_ended(text, at, DAY, done=done)
    after = places(new)[at]
    assert (after.line, after.end) == (before.line, before.end)
    assert (after.step.what, after.step.due) == (before.step.what, before.step.due)
    assert (after.step.done, after.step.mark, after.step.ended) == (done, "" if done else "-", DAY)
    old, lines = text.split("\n"), new.split("\n")
    assert (
        old[: before.line] + old[before.line + 1 :]
        == lines[: before.line] + lines[before.line + 1 :]
    )
    assert lines[before.line].endswith("\r") == old[before.line].endswith("\r")


@given(text=task_lists(), data=st.data())
def test_another_day_changes_nothing_else(text: str, data: st.DataObject) -> None:
    """A step that moves has its new day; back on its old one the text is as it was."""
    at = data.draw(st.integers(0, len(places(text)) - 1))
    step = places(text)[at].step
    new = with_changed(text, at, Step(step.what, DAY))
    assert places(new)[at].step.due == DAY
    assert [each.step.what for each in places(new)] == [each.step.what for each in places(text)]
    if step.due:
        assert with_changed(new, at, step) == text


@given(text=task_lists(), data=st.data())
def test_a_line_beneath_is_one_line_more(text: str, data: st.DataObject) -> None:
    """What came of a step stands last beneath it; every other line is as it was."""
    at = data.draw(st.integers(0, len(places(text)) - 1))
    before = places(text)[at]
    new = with_beneath(text, at, "It   went\nwell")
    lines = new.split("\n")
    assert places(new)[at].step.came[-1] == "It went well"
    old = text.split("\n")
    if before.end == len(old) and "\r\n" in text:
        old[-1] = old[-1].removesuffix("\r") + "\r"  # it is the last no longer, and ends as all do
    assert [*lines[: before.end], *lines[before.end + 1 :]] == old
    assert len(places(new)) == len(places(text))


@given(text=task_lists())
def test_a_further_step_leaves_the_others(text: str) -> None:
    """A step is added below, and what stood there is the beginning of the new text."""
    new = with_step(text, Step("Go on", DAY, helps="a colleague"))
    assert new.startswith(text.rstrip())
    assert places(new)[-1].step == Step("Go on", DAY, helps="a colleague")
    assert len(places(new)) == len(places(text)) + 1


def test_who_helps_takes_the_place_of_who_did() -> None:
    """Naming another helper changes that line alone."""
    text = "- [ ] Draw\r\n  - It began\r\n  * who helps: a colleague\r\n- [ ] Go on"
    assert with_helper(text, 0, "a peer and  a mentor") == text.replace(
        "a colleague", "a peer and a mentor"
    )
    assert with_helper(text, 1, "a peer") == f"{text}\r\n  - Who helps: a peer"


def test_a_block_anchor_stays_at_the_end() -> None:
    """Other notes link to a step by its anchor, which must end the line."""
    assert with_ended("- [ ] Draw ^a1", 0, DAY, done=True) == "- [x] Draw ✅ 2027-03-01 ^a1"


def test_a_very_long_line_is_read_at_once() -> None:
    """Signs without number do not make reading slow."""
    line = "- [ ] Go on " + "📅 2027-01-15 " * 20_000 + "end"
    (step,) = steps_in(line)
    assert step.due is None
    (step,) = steps_in(line.removesuffix("end"))
    assert (step.what, step.due) == ("Go on", JANUARY)

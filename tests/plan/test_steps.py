"""Steps as lines of a task list."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isp_cli.plan.steps import Step, as_text, steps_in, with_changed, with_step

SIGNS = set("📅📆🗓✅❌⏳⌛🛫🔁🔺⏫🔼🔽⏬🏁🆔⛔")
WORDS = st.text().filter(lambda text: text.split() and not SIGNS & set(text))


@given(what=WORDS, due=st.none() | st.dates(min_value=date(1000, 1, 1)), done=st.booleans())
def test_a_step_is_read_as_it_was_written(what: str, due: date | None, done: bool) -> None:
    """Whatever a step says, the line that stands for it means the same step, on one line."""
    step = Step(" ".join(what.split()), due, done)
    assert steps_in(str(Step(what, due, done))) == (step,)


def test_the_form_of_the_line() -> None:
    """A step is a task list item, its date behind the sign that task plug-ins know."""
    assert str(Step("Draw a map", date(2027, 1, 15))) == "- [ ] Draw a map 📅 2027-01-15"
    assert str(Step("Draw\n a  map", done=True)) == "- [x] Draw a map"


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("- [ ] Draw a map", Step("Draw a map")),
        ("* [x] Draw a map", Step("Draw a map", done=True)),
        ("+ [X] Draw a map", Step("Draw a map", done=True)),
        ("    - [ ] Draw a map 📅 2027-01-15  ", Step("Draw a map", date(2027, 1, 15))),
        ("- [ ] Draw a map 📅 2027-01-15\r", Step("Draw a map", date(2027, 1, 15))),
        ("- [ ] Draw 📅 soon 📅 2027-01-15", Step("Draw 📅 soon", date(2027, 1, 15))),
        ("- [ ] Draw a map 📅 2027-02-31", Step("Draw a map 📅 2027-02-31")),
        ("- [/] Draw a map", Step("Draw a map", mark="/")),
    ],
)
def test_what_editors_make_of_a_step(line: str, step: Step) -> None:
    """Other bullets, other marks, indents and line ends are still the same step."""
    assert steps_in(line) == (step,)


@pytest.mark.parametrize("line", ["", "Draw a map", "- Draw a map", "-[ ] Draw", "> - [ ] Draw"])
def test_what_is_no_step(line: str) -> None:
    """Lines that are no task are the person's own notes."""
    assert steps_in(line) == ()


def test_steps_keep_their_order_among_notes() -> None:
    """The steps are found in their order, whatever stands between."""
    text = "First this:\n\n- [ ] Begin\n  with a note\n- [x] Go on\n"
    assert steps_in(text) == (
        Step("Begin", came=("with a note",)),
        Step("Go on", done=True),
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "- [ ] Begin"),
        (" \n", "- [ ] Begin"),
        ("My note\n\n", "My note\n- [ ] Begin"),
        ("- [x] Before", "- [x] Before\n- [ ] Begin"),
    ],
)
def test_a_step_is_added_below(text: str, wanted: str) -> None:
    """A further step stands below what is there, and nothing of that is lost."""
    assert with_step(text, Step("Begin")) == wanted


def test_one_step_is_changed() -> None:
    """What a step says is changed; its mark and bullet, the others and the notes stay."""
    text = "Note\n* [ ] Begin 📅 2027-01-15\n- [x] Go on 📅 2027-02-01\nAnother note"
    assert with_changed(text, 1, Step("Go further", date(2027, 3, 1))) == (
        "Note\n* [ ] Begin 📅 2027-01-15\n- [x] Go further 📅 2027-03-01\nAnother note"
    )
    assert with_changed(text, 0, Step("Start")).split("\n")[1:3] == [
        "* [ ] Start",
        "- [x] Go on 📅 2027-02-01",
    ]


def test_steps_as_text_are_one_a_line() -> None:
    """Several steps are as many lines; none are nothing."""
    assert as_text([Step("Begin"), Step("Go on")]) == "- [ ] Begin\n- [ ] Go on"
    assert as_text([]) == ""


def test_only_what_is_said_changes_in_a_line() -> None:
    """A new date leaves the indent, the bullet and a mark of the person's own as they were."""
    text = "    * [-] Cancelled  sub step"
    (step,) = steps_in(text)
    assert (step.what, step.mark, step.is_open) == ("Cancelled  sub step", "-", False)
    changed = with_changed(text, 0, replace(step, due=date(2027, 1, 15)))
    assert changed == "    * [-] Cancelled  sub step 📅 2027-01-15"

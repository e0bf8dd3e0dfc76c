"""Going to another part of a conversation, and reading something before answering."""

from dataclasses import replace
from typing import Any

import pytest

from isp_cli.terminal.prompter import Aside, Ask, Choice, GoTo, Move, Parting
from isp_cli.terminal.screen import Line
from tests.terminal.asks import CHOOSE, CHOOSE_MANY, ENTER, SEVERAL, SEVERAL_MANY, WRITE
from tests.terminal.conftest import CTRL_C, CTRL_O, DOWN, END, UP, Editor, Press, Put

LAST = Aside("last", "what you answered last time", (Line("[It rained.]", indent=2),))
BESIDE: dict[str, Any] = {
    "parts": (Choice("1", "Who?", mark="1"), Choice("7", "Why?", mark="7")),
    "asides": (LAST,),
}


@pytest.mark.parametrize("question", [CHOOSE, SEVERAL, ENTER, WRITE])
def test_a_number_leads_elsewhere_line_by_line(
    put: Put, capsys: pytest.CaptureFixture[str], question: Ask
) -> None:
    """/go and a number leads to that part; where there is no such number, those there are."""
    asked = replace(question, **BESIDE)
    assert put(asked, "/go", "/go 8", "/Go  7") == GoTo("7")
    said = capsys.readouterr().err
    assert said.count("Type /go and one of these numbers: 1, 7.") == 2
    assert "/go 7 (or another number)" in said


@pytest.mark.parametrize("question", [CHOOSE_MANY, SEVERAL_MANY, ENTER, WRITE])
def test_a_number_leads_elsewhere_at_the_keys(press: Press, question: Ask) -> None:
    """In a list, a line or a text, /go and a number leads to that part."""
    assert press(replace(question, **BESIDE), "/go 7\r") == GoTo("7")


def test_a_wrong_number_is_said_in_a_text(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    """A number that there is not is named, and what was written before it stays."""
    assert press(replace(WRITE, **BESIDE), f"one\r/go 8\r\rtwo{END}") == "one\ntwo"
    assert "Type /go and one of these numbers: 1, 7." in capsys.readouterr().err


def test_other_parts_are_in_the_list(press: Press) -> None:
    """Below the choices stands a way to the other parts, and one back."""
    asked = replace(CHOOSE, **BESIDE)
    assert press(asked, f"{UP}{UP}\r{DOWN}\r") == GoTo("7")
    assert press(asked, f"{UP}{UP}\r{UP}\r{UP}\r") is Move.LATER


def test_half_written_text_goes_along(press: Press, put: Put) -> None:
    """What was written on the way elsewhere is handed over with the move."""
    asked = replace(WRITE, **BESIDE)
    parting = Parting("one", GoTo("1"))
    assert press(asked, "one\r/go 1\r") == put(asked, "one", "/go 1") == parting


@pytest.mark.parametrize("text", ["/go 7", " /last"])
def test_where_there_is_nothing_of_the_kind_it_is_text(press: Press, put: Put, text: str) -> None:
    """Without parts and asides these words are an answer like any other."""
    assert press(WRITE, f"{text}{END}") == put(WRITE, text, ".") == text


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        (CHOOSE, f"{DOWN * 4}\r{DOWN}\r", "pear"),
        (CHOOSE_MANY, "/last\rgol\r", "golf"),
        (SEVERAL_MANY, "gol \x7f\x7f\x7f/last\rbra \r", ("bravo", "golf")),
        (ENTER, "/last\r27\r", "27"),
        (WRITE, f"one\r/last\r\rtwo{END}", "one\ntwo"),
        (CHOOSE, f"{CTRL_O}{DOWN}\r", "pear"),
        (SEVERAL_MANY, f"gol {CTRL_O}\r", ("golf",)),
        (ENTER, f"{CTRL_O}27\r", "27"),
        (WRITE, f"one{CTRL_O}\rtwo{END}", "one\ntwo"),
        (WRITE, f"{CTRL_O}one{END}", "one"),
    ],
)
def test_reading_something_first(
    press: Press, capsys: pytest.CaptureFixture[str], question: Ask, keys: str, answer: object
) -> None:
    """What is asked for is shown, literally, and the question goes on where it was."""
    assert press(replace(question, **BESIDE), keys) == answer
    assert capsys.readouterr().err.count("  [It rained.]\n") == 1


def test_reading_something_first_line_by_line(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """Between two lines of an answer one can read, and go on writing."""
    assert put(replace(WRITE, **BESIDE), "one", " /Last", "two", ".") == "one\ntwo"
    said = capsys.readouterr().err
    assert "To read something first: /last (what you answered last time)." in said
    assert said.count("  [It rained.]\n") == 1


def test_the_choices_stand_below_what_was_read(
    put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    """Line by line the numbers are said again, for they have gone up with the rest."""
    assert put(replace(CHOOSE, **BESIDE), "/last", "2") == "pear"
    assert capsys.readouterr().err.count("  2. Pears\n") == 2


def test_what_a_list_cuts_off_is_shown_above_it(
    press: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list has one line for each choice; longer ones can be read in full before."""
    long = "Listen to what is said, and to what is not, " * 3
    press(replace(SEVERAL_MANY, choices=(Choice("a", long.strip(), mark="1"),)), " \r")
    assert "and to what is not, Listen" in " ".join(capsys.readouterr().err.split())
    some = (Choice("a", long.strip(), mark="1"), *SEVERAL_MANY.choices)
    press(replace(SEVERAL_MANY, choices=some), " \r")
    said = capsys.readouterr().err
    assert "In full:\n  1 Listen to what" in said
    assert "Word 1: alpha" not in said
    press(SEVERAL_MANY, " \r")
    assert "In full:" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "shown"),
    [("Ask first.", "   Ask first., Wait.\n"), ("Ask first. " * 9, "   - Ask first.")],
)
def test_what_was_chosen_is_named_in_a_list_where_it_is_long(
    press: Press, capsys: pytest.CaptureFixture[str], words: str, shown: str
) -> None:
    """A few names stand on one line; whole sentences stand below one another."""
    choices = (Choice("a", words.strip()), Choice("b", "Wait."))
    assert press(replace(SEVERAL_MANY, choices=choices), f" {DOWN} \r") == ("a", "b")
    assert shown in capsys.readouterr().err


@pytest.mark.parametrize("first", ["/last\r", "/edit\r"])
def test_ctrl_c_after_a_detour_keeps_what_is_written(
    press: Press, editor: Editor, first: str
) -> None:
    """Lines written before reading something, or before an editor that failed, are handed over."""
    editor("sys.exit(3)")
    asked = replace(WRITE, **BESIDE)
    assert press(asked, f"one\rtwo\r{first}{CTRL_C}") == Parting("one\ntwo", None)

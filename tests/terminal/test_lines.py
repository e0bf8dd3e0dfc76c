"""Asking line by line."""

import io
import sys
from dataclasses import replace

import pytest

from isp_cli.terminal import asking
from isp_cli.terminal.lines import LinePrompter
from isp_cli.terminal.prompter import Ask, Enter, Move, Parting, Write
from isp_cli.terminal.screen import Line
from tests.terminal.asks import CHOOSE, ENTER, SEVERAL, SEVERAL_MANY, WRITE
from tests.terminal.conftest import Editor, Put


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["2"], "pear"),
        ([" 3. "], "plum"),
        (["", "  ", "1"], "apple"),
        (["0", "4", "-1", "pear", "99999999999", "\N{SUPERSCRIPT TWO}", "2"], "pear"),
    ],
)
def test_choosing_by_number(put: Put, lines: list[str], answer: str) -> None:
    """The number before a choice chooses it; what is no such number is asked for again."""
    assert put(CHOOSE, *lines) == answer


def test_what_is_no_number_is_answered_in_words(
    put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who types something else hears which numbers there are."""
    put(CHOOSE, "pear", "2")
    assert "Please type a number from 1 to 3, or /skip." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        (["1 3"], ("apple", "plum")),
        (["3,1,"], ("plum", "apple")),
        (["2 2 2."], ("pear",)),
        (["1 4", "none", ",", "2"], ("pear",)),
    ],
)
def test_choosing_several(put: Put, lines: list[str], answer: tuple[str, ...]) -> None:
    """Several numbers stand on one line, each counts once, and one that is wrong refuses all."""
    assert put(SEVERAL, *lines) == answer


def test_too_few_are_asked_for_again(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """Where more are needed it is said how many."""
    assert put(replace(SEVERAL, least=2), "1", "1 2") == ("apple", "pear")
    assert "Please choose at least 2." in capsys.readouterr().err


def test_entering_a_line(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that does not pass is refused with the reason, and asked for again."""
    assert put(ENTER, "soon", "2027") == "2027"
    assert "'soon' is no year." in capsys.readouterr().err


def test_writing_several_lines(put: Put) -> None:
    """Lines are taken as they are, empty ones too, up to a line with only a full stop."""
    answer = put(WRITE, "  One, [two] & :smile:", "", "/skip it", "... three.", ".", "more")
    assert answer == "  One, [two] & :smile:\n\n/skip it\n... three."


@pytest.mark.parametrize("move", list(Move))
def test_what_is_half_written_is_not_lost(put: Put, move: Move) -> None:
    """Who goes away in the middle of an answer hands over the lines there are of it."""
    assert put(WRITE, "one", "", "two", f"/{move.value}") == Parting("one\n\ntwo", move)


def test_enter_alone_where_there_may_be_more(put: Put) -> None:
    """Where more could follow, an empty line or a full stop says that there is no more."""
    open_ended = replace(ENTER, open_ended=True)
    free = replace(open_ended, check=lambda _: None)
    assert put(open_ended, "") is put(free, ".") is Move.SKIP
    assert put(open_ended, ".", "2027") == "2027"
    assert put(ENTER, "", "2027") == "2027"


@pytest.mark.parametrize(
    ("question", "number", "said"),
    [
        (CHOOSE, "1", "> Please type a number from 1 to 3, or /skip."),
        (replace(CHOOSE, optional=False), "1", "> Please type a number from 1 to 3.\n"),
        (SEVERAL, "1", "> Please type numbers from 1 to 3, such as: 2 5\n"),
        (ENTER, "2027", "> There is nothing yet. Write something, or type /skip."),
    ],
)
def test_enter_alone_is_answered(
    put: Put, capsys: pytest.CaptureFixture[str], question: Ask, number: str, said: str
) -> None:
    """Where an answer is wanted Enter alone is told what to type."""
    put(question, "", number)
    assert said in capsys.readouterr().err


def test_a_word_that_is_not_known(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """It is asked about once; with a space before it, or typed again, it is text."""
    assert put(WRITE, "one", "/bak", "two", " /bak", "/bak", "/etc/hosts", ".") == (
        "one\ntwo\n /bak\n/bak\n/etc/hosts"
    )
    said = " ".join(capsys.readouterr().err.split())
    assert said.count("There is no /bak here; there is /skip, /back, /later, /edit.") == 1
    assert put(replace(ENTER, check=lambda _: None), "/quit", " /quit") == " /quit"
    assert "There is no /quit here" in capsys.readouterr().err


def test_a_full_stop_with_nothing_before_it(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """An answer of nothing is not taken; it is said how to skip."""
    assert put(WRITE, "", ".", "Because.", "", ".") == "Because."
    assert "type /skip" in capsys.readouterr().err


@pytest.mark.parametrize("ended", [True, False])
def test_the_end_of_the_input_ends_a_text(put: Put, ended: bool) -> None:
    """Ctrl-D after some text ends the answer and keeps it."""
    assert put(WRITE, "One", "two", ended=ended) == "One\ntwo"


@pytest.mark.parametrize("question", [CHOOSE, SEVERAL, ENTER, WRITE])
def test_the_end_of_the_input_with_nothing_written(put: Put, question: Ask) -> None:
    """Ctrl-D in the place of an answer is not an answer."""
    with pytest.raises(EOFError):
        put(question)


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C hands over the lines there are, and where there are none, goes through."""
    lines = ["two\n", "one\n"]

    def typed_or_interrupted() -> str:
        if lines:
            return lines.pop()
        raise KeyboardInterrupt

    typed = io.StringIO()
    monkeypatch.setattr(typed, "readline", typed_or_interrupted)
    monkeypatch.setattr(sys, "stdin", typed)
    assert LinePrompter().ask(WRITE) == Parting("one\ntwo", None)
    with pytest.raises(KeyboardInterrupt):
        LinePrompter().ask(WRITE)


@pytest.mark.parametrize("question", [CHOOSE, SEVERAL_MANY, ENTER, WRITE])
@pytest.mark.parametrize(
    ("typed", "move"),
    [("/skip", Move.SKIP), (" /Back ", Move.BACK), ("/LATER", Move.LATER)],
)
def test_moves(put: Put, question: Ask, typed: str, move: Move) -> None:
    """Every question can be skipped, gone back from and left, however the word is typed."""
    assert put(question, typed) is move


@pytest.mark.parametrize("question", [CHOOSE, SEVERAL, ENTER, WRITE])
def test_moves_that_are_not_allowed(
    put: Put, question: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a move is not possible it is said why, it is not offered, and the question stays."""
    only_later = replace(question, optional=False, first=True)
    assert put(only_later, "/skip", "/back", "/later") is Move.LATER
    said = capsys.readouterr().err
    assert "This one cannot be skipped" in said
    assert "This is the first question" in said
    offered = next(line for line in said.splitlines() if "/later" in line)
    assert "/skip" not in offered
    assert "/back" not in offered


def test_what_is_shown(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one is, what to read, the question, the numbered choices and the way to answer."""
    question = replace(
        CHOOSE, place="Fruit, 1 of 2", context=(Line("They are ripe.", indent=2),), current="pear"
    )
    put(question, "1")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "\nFruit, 1 of 2\n  They are ripe.\n\nWhich fruit?\n"
        "  1. Apples\n  2. Pears (chosen so far)\n  3. Plums\n"
        "Type a number, or type /skip, /back, /later (all is kept).\n> "
    )


def test_leaving_says_what_it_does(put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    """Where leaving keeps nothing, the line of moves does not say that all is kept."""
    put(replace(CHOOSE, leave="Leave without writing"), "1")
    assert "/later (leave without writing).\n" in capsys.readouterr().err


@pytest.mark.parametrize("question", [ENTER, WRITE])
def test_the_answer_so_far_is_read_out(
    put: Put, question: Enter | Write, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who comes back to a question hears what the answer is so far, and can keep it."""
    assert put(replace(question, current="2025"), "/skip") is Move.SKIP
    said = " ".join(capsys.readouterr().err.split())
    assert "So far: 2025" in said


def test_writing_in_an_editor(put: Put, editor: Editor) -> None:
    """With /edit the editor gets what is written so far, and what it saves is the answer."""
    editor("path.write_text(text.upper())")
    assert put(replace(WRITE, current="so far"), "/edit") == "SO FAR"
    assert put(replace(WRITE, current="so far"), "one", "two", "/edit") == "ONE\nTWO"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("path.write_text('half'); sys.exit(3)", "ended with a fault (3)"),
        ("path.write_text(' ')", "The editor left nothing"),
    ],
)
def test_an_editor_that_fails_takes_nothing(
    put: Put, editor: Editor, capsys: pytest.CaptureFixture[str], lines: str, words: str
) -> None:
    """Where the editor fails, or empties the file, the writing goes on where it was."""
    editor(lines)
    assert put(WRITE, "one", "/edit", "two", ".") == "one\ntwo"
    said = capsys.readouterr().err
    assert words in said
    assert "hat you wrote is as it was." in said


def test_ctrl_c_in_the_editor_takes_nothing(put: Put, editor: Editor) -> None:
    """Who stops the editor with Ctrl-C goes on with the lines typed before."""
    editor("import os; os.kill(os.getppid(), 2); os.kill(os.getpid(), 2)")
    assert put(WRITE, "one", "/edit", "two", ".") == "one\ntwo"


def test_ctrl_c_before_the_editor_opens(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C at the moment of /edit hands over the lines typed before."""

    def interrupted(_text: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(asking, "edited", interrupted)
    assert put(WRITE, "one", "/edit") == Parting("one", None)
    with pytest.raises(KeyboardInterrupt):
        put(WRITE, "/edit")


@pytest.mark.parametrize("question", [ENTER, WRITE])
def test_bytes_of_another_encoding(put: Put, question: Ask) -> None:
    """What the terminal could not decode is text all the same, and nothing else is lost."""
    free = replace(question, check=lambda _: None) if isinstance(question, Enter) else question
    assert put(free, "caf\udcc3\udca9 \udcff \ud800", ".") == "café \ufffd \ufffd"

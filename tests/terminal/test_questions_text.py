"""Writing with questionary, through keys as a terminal sends them."""

from dataclasses import replace

import pytest

from isp_cli.terminal.prompter import Ask, Enter, Move, Parting, Write
from tests.terminal.asks import ENTER, WRITE
from tests.terminal.conftest import CTRL_B, CTRL_C, CTRL_D, CTRL_U, END, Editor, Press


def test_entering_a_line(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that does not pass is refused with the reason, and asked for again."""
    assert press(ENTER, "27x\r27\r") == "27"
    assert "'27x' is no year." in capsys.readouterr().err


def test_entering_nothing(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    """Enter alone is no answer, unless it can mean that there are no more."""
    assert press(ENTER, " \r2027\r") == "2027"
    assert "type /skip" in capsys.readouterr().err
    open_ended = replace(ENTER, open_ended=True)
    free = replace(open_ended, check=lambda _: None)
    assert press(open_ended, "\r") is press(free, ".\r") is Move.SKIP
    assert press(open_ended, ".\r2027\r") == "2027"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (f"one{END}", "one"),
        (f"one\r\r  two.{END}", "one\n\n  two."),
        (f"one\r\r{END}", "one"),
        (f"one\rtwo{CTRL_D}", "one\ntwo"),
        (f"one\r.two{CTRL_D}", "one\n.two"),
        (f"[bold] :smile: über{END}", "[bold] :smile: über"),
        (f"\x1b[200~one\r\n.\r\ntwo\x1b[201~{END}", "one\n.\ntwo"),
        (f"/skip it\r/laterwards{CTRL_D}", "/skip it\n/laterwards"),
    ],
)
def test_writing_several_lines(press: Press, keys: str, answer: str) -> None:
    """Enter begins a line; a line with only a full stop, or Ctrl-D, ends the answer."""
    assert press(WRITE, keys) == answer


def test_a_full_stop_with_nothing_before_it(
    press: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer of nothing is not taken; it is said how to skip."""
    assert press(WRITE, f".\rone{END}") == "one"
    assert "type /skip" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("keys", "move"),
    [("/later\r", Move.LATER), ("/back\r", Move.BACK), (" /Skip\r", Move.SKIP), (CTRL_C, None)],
)
def test_what_is_half_written_is_not_lost(press: Press, keys: str, move: Move | None) -> None:
    """Who goes away in the middle of an answer hands over what there is of it."""
    assert press(WRITE, f"one\r\rtwo\r{keys}") == Parting(
        "one\n\ntwo" if move else "one\n\ntwo\n", move
    )
    so_far = replace(WRITE, current="one")
    assert press(so_far, f" more\r{keys}") == Parting("one more" if move else "one more\n", move)


def test_ctrl_b_loses_nothing(press: Press) -> None:
    """From a text it hands over what is written; in a line with something new it goes nowhere."""
    so_far = replace(WRITE, current="one")
    assert press(so_far, f" and\rtwo{CTRL_B}") == Parting("one and\ntwo", Move.BACK)
    assert press(so_far, CTRL_B) is press(so_far, CTRL_U + CTRL_B) is Move.BACK
    assert press(ENTER, f"27{CTRL_B}0\r") == "207"
    assert press(replace(ENTER, current="2027"), CTRL_B) is Move.BACK


def test_a_word_that_is_not_known(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    """It is asked about once; with a space before it, or left as it is, it is text."""
    assert press(WRITE, f"one\r/bak\r\rtwo{END}") == "one\n/bak\ntwo"
    said = " ".join(capsys.readouterr().err.split())
    assert said.count("There is no /bak here; there is /skip, /back, /later, /edit.") == 1
    assert "A space before it makes it text." in said
    assert press(WRITE, "one\r/bak\r\x7fck\r") == Parting("one", Move.BACK)
    assert press(WRITE, f"one\r /bak\r/etc/hosts{END}") == "one\n /bak\n/etc/hosts"
    assert "There is no" not in capsys.readouterr().err.partition("/back, /later, /edit.")[2]


def test_going_away_without_writing_hands_over_nothing(press: Press) -> None:
    """What was there before and was not touched is not handed over again."""
    so_far = replace(WRITE, current="one")
    assert press(so_far, "\r/back\r") is Move.BACK
    with pytest.raises(KeyboardInterrupt):
        press(so_far, CTRL_C)


def test_writing_on(press: Press) -> None:
    """The answer so far is there to be written on."""
    assert press(replace(WRITE, current="one"), f" and two{END}") == "one and two"


@pytest.mark.parametrize("question", [ENTER, WRITE])
@pytest.mark.parametrize(
    ("typed", "move"),
    [("/skip", Move.SKIP), (" /Back ", Move.BACK), ("/LATER", Move.LATER)],
)
def test_moves(press: Press, question: Enter | Write, typed: str, move: Move) -> None:
    """A text can be skipped, gone back from and left, whether or not there is one so far."""
    assert press(question, f"{typed}\r") is move
    assert press(replace(question, current="2025"), f"{typed}\r") is move
    assert press(replace(question, current="2025"), f"{CTRL_U}{typed}\r") is move


@pytest.mark.parametrize("question", [ENTER, WRITE])
def test_moves_that_are_not_allowed(
    press: Press, question: Ask, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a move is not possible it is said why, and it is not offered."""
    only_later = replace(question, optional=False, first=True)
    assert press(only_later, "/skip\r/back\r/later\r") is Move.LATER
    said = capsys.readouterr().err
    assert "This one cannot be skipped" in said
    assert "This is the first question" in said
    assert "/skip" not in said.splitlines()[2]


def test_writing_in_an_editor(press: Press, editor: Editor) -> None:
    """With /edit the editor gets what is written so far, and what it saves is the answer."""
    editor("path.write_text(text.upper())")
    so_far = replace(WRITE, current="so far")
    assert press(so_far, "/edit\r") == "SO FAR"
    assert press(so_far, " and\rmore\r/edit\r") == "SO FAR AND\nMORE"
    assert press(WRITE, "one\r/edit\r") == "ONE"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("path.write_text('half'); sys.exit(3)", "ended with a fault (3)"),
        ("path.write_text(' ')", "The editor left nothing"),
    ],
)
def test_an_editor_that_fails_takes_nothing(
    press: Press, editor: Editor, capsys: pytest.CaptureFixture[str], lines: str, words: str
) -> None:
    """Where the editor fails, or empties the file, the writing goes on where it was."""
    editor(lines)
    assert press(WRITE, f"one\r/edit\r and two{END}") == "one and two"
    said = capsys.readouterr().err
    assert words in said
    assert "What you wrote is as it was." in said


@pytest.mark.parametrize("key", [END, CTRL_C, "\r/back\r"])
def test_bytes_of_another_encoding(press: Press, key: str) -> None:
    """What the terminal could not decode is text all the same, and nothing else is lost."""
    answer = press(WRITE, f"caf\udcc3\udca9 \udcff{key}")
    assert (answer.text if isinstance(answer, Parting) else answer) == "café \ufffd"


def test_bytes_of_another_encoding_in_a_line(press: Press) -> None:
    """The same goes for an answer of one line."""
    assert press(replace(ENTER, check=lambda _: None), "caf\udcc3\udca9\r") == "café"

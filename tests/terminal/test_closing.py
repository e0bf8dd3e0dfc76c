"""Going away in the middle of an answer, at a real terminal."""

import signal
import sys
from pathlib import Path

import pytest

from tests.pseudo_terminal import CTRL_C, PseudoTerminal
from tests.terminal.conftest import Editor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

WAYS = pytest.mark.parametrize("way", [(), ("--plain",)], ids=["questionary", "plain"])


def draft(portfolio: Path) -> str:
    """Return the text of the one file that there is, a draft."""
    (path,) = (each for each in portfolio.rglob("*") if each.is_file())
    assert path.parent.name == "drafts"
    return path.read_text(encoding="utf-8")


@WAYS
@pytest.mark.parametrize("end", ["Ctrl-C", "SIGTERM", "closed"])
def test_not_a_word_is_lost(portfolio: Path, way: tuple[str, ...], end: str) -> None:
    """Ctrl-C, a closed window and the system's asking to end keep the line being typed too."""
    with PseudoTerminal(*way, "reflect", "--question", "9", portfolio=portfolio) as terminal:
        terminal.is_asked("Question 9 of 10")
        terminal.types("First line\rand half of the séc")
        terminal.sees("First line", "and half of the séc")
        if end == "closed":
            terminal.closes()
        else:
            if end == "SIGTERM":
                terminal.is_sent(signal.SIGTERM)
            else:
                terminal.types(CTRL_C)
            terminal.sees("Stopped. All you answered is kept. To go on: isp reflect")
            assert terminal.ends() == 130
    # Line by line, what is typed in the last tenth of a second before the window goes may be lost.
    is_sure = way == () or end != "closed"
    assert "\n\nFirst line\n" + "and half of the séc\n" * is_sure in draft(portfolio)
    assert "\nunfinished: question.9\n" in draft(portfolio)


def test_taken_up_in_the_middle(portfolio: Path) -> None:
    """A note left half written opens with its text, and goes on to what follows."""
    with PseudoTerminal("note", portfolio=portfolio) as terminal:
        terminal.is_asked("What happened?")
        terminal.types("They m")
        terminal.sees("They m")
        terminal.types(CTRL_C)
        assert terminal.ends() == 130
    with PseudoTerminal("note", portfolio=portfolio) as terminal:
        terminal.is_asked("What happened?")
        terminal.sees("They m")
        terminal.types("et.\r.\r")
        terminal.is_asked("When was it?")
        terminal.types("/later\r")
        assert terminal.ends() == 0
    assert draft(portfolio).endswith("\n---\n\nThey met.\n")
    assert "unfinished" not in draft(portfolio)


@WAYS
def test_the_window_is_closed_over_an_editor(
    portfolio: Path, way: tuple[str, ...], editor: Editor
) -> None:
    """What the editor saved before it was ended is kept, and so is what was written before."""
    command = editor("path.write_text(text + ' Saved.'); input('Saving')")
    with PseudoTerminal(
        *way, "reflect", "--question", "9", portfolio=portfolio, environment={"EDITOR": command}
    ) as terminal:
        terminal.is_asked("Question 9 of 10")
        terminal.types("Before.\r/edit\r")
        terminal.sees("Saving")
        terminal.closes()
    assert "\n\nBefore. Saved.\n" in draft(portfolio)
    assert "\nunfinished: question.9\n" in draft(portfolio)

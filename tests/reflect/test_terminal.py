"""Reflecting at a real terminal."""

import sys
from pathlib import Path

import pytest

from tests.pseudo_terminal import CTRL_C, PseudoTerminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


def test_one_question_again(portfolio: Path) -> None:
    """The second time the last answer can be read, and what has changed is asked; all is kept."""
    words = ("--plain", "reflect", "--question", "4")
    with PseudoTerminal(*words, portfolio=portfolio) as terminal:
        terminal.is_asked("Question 4 of 10", "Which lessons")
        terminal.writes("Ask first.")
        terminal.sees("Kept in", "question 4; 1 question answered")
        assert terminal.ends() == 0
    with PseudoTerminal(*words, portfolio=portfolio, size=(24, 60)) as terminal:
        terminal.is_asked("Question 4 of 10", "/last (your last answer)")
        terminal.types("/last\r")
        terminal.sees("you answered:", "Ask first.", "> ")
        terminal.writes("Ask twice.")
        terminal.is_asked("Ask first.", "What has changed since then?")
        terminal.types("A habit n")
        terminal.sees("A habit n")
        terminal.types(CTRL_C)
        terminal.sees("All you answered is kept")
        assert terminal.ends() == 130
    with PseudoTerminal(*words, portfolio=portfolio) as terminal:
        terminal.is_asked("Taking up the reflection", "(question 4)", "So far:", "A habit n")
        terminal.writes("A habit now.")
        terminal.sees("Kept in")
        assert terminal.ends() == 0
    again = portfolio / "reflections"
    (second,) = (each for each in again.iterdir() if each.stem.endswith("question-4-2"))
    text = second.read_text(encoding="utf-8")
    assert "\nAsk twice.\n" in text
    assert "## 4. What has changed since" in text
    assert "\nA habit now.\n" in text

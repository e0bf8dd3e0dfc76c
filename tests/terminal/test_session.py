"""Who asks, and that nobody is asked where nobody is."""

import io
import sys

import pytest

from isp_cli.errors import NeedsTerminal
from isp_cli.terminal.lines import LinePrompter
from isp_cli.terminal.questions import QuestionaryPrompter
from isp_cli.terminal.session import prompter


class Terminal(io.StringIO):
    """Something that somebody sits at."""

    def isatty(self) -> bool:
        """Say so."""
        return True

    def fileno(self) -> int:
        """Return the number that prompt_toolkit asks a terminal for its size by."""
        return 2


def sit_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sit down at a terminal."""
    monkeypatch.setenv("TERM", "xterm")
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())


@pytest.mark.skipif(sys.platform == "win32", reason="prompt_toolkit looks for a real console")
def test_questionary_asks_at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal the answers are picked with the arrow keys."""
    sit_down(monkeypatch)
    assert isinstance(prompter(plain=False), QuestionaryPrompter)


def test_plain_asks_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wants it plain, or has a terminal that cannot repaint, is asked line by line."""
    sit_down(monkeypatch)
    assert isinstance(prompter(plain=True), LinePrompter)
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(prompter(plain=False), LinePrompter)


@pytest.mark.parametrize("name", ["stdin", "stderr"])
def test_nobody_is_there_to_answer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal on either side nothing is asked, and it is said what to do instead."""
    sit_down(monkeypatch)
    monkeypatch.setattr(sys, name, io.StringIO())
    with pytest.raises(NeedsTerminal, match="Fill in a form") as problem:
        prompter(plain=False, instead="Fill in a form.")
    assert problem.value.exit_code == 6


@pytest.mark.parametrize("name", ["stdin", "stderr"])
def test_a_closed_stream_is_nobody(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the caller has closed a stream, nobody answers there."""
    sit_down(monkeypatch)
    monkeypatch.setattr(sys, name, None)
    with pytest.raises(NeedsTerminal):
        prompter(plain=True)


def test_a_result_may_go_to_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """One can be asked while the result goes into a pipe."""
    sit_down(monkeypatch)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert isinstance(prompter(plain=True), LinePrompter)

"""`isp browse` at a real terminal."""

import os
import re
import sys
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from tests.guides import small_guide

pexpect = pytest.importorskip("pexpect")

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")
COLOUR = re.compile(r"\x1b\[[0-9;]*[34][0-9]m|\x1b\[[0-9;]*9[0-7]m")


class Window:
    """A terminal of 60 columns in which isp runs."""

    def __init__(self, folder: Path, *words: str, **environment: str) -> None:
        general = {"TERM": "xterm-256color", "ISP_PORTFOLIO": str(folder / "portfolio")}
        dropped = ("NO_COLOR", "COLUMNS", "LINES")
        kept = {name: value for name, value in os.environ.items() if name not in dropped}
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "isp_cli", *words],
            env={**kept, **general, **environment},
            dimensions=(200, 60),
            encoding="utf-8",
            timeout=30,
        )

    def expect(self, words: str) -> None:
        """Wait until the window shows `words`."""
        self.process.expect_exact(words)

    def type(self, keys: str) -> None:
        """Type these keys."""
        self.process.send(keys)

    def end(self) -> tuple[int, str]:
        """Return the exit code and all that was shown since what was last expected."""
        self.process.expect(pexpect.EOF)
        shown: str = self.process.before.replace("\r\n", "\n")
        self.process.close()
        return self.process.exitstatus, shown


def test_page_is_wrapped_to_the_window_and_whole(tmp_path: Path, guide: Guide) -> None:
    """At 60 columns every line fits, nothing is told by colour, and not a word is lost."""
    code, shown = Window(tmp_path, "browse", "competency", "facilitation").end()
    assert code == 0
    assert COLOUR.search(shown) is None
    lines = ESCAPE.sub("", shown).splitlines()
    assert max(map(len, lines)) <= 60
    assert not any(line.endswith(" ") for line in lines)
    words = " ".join(" ".join(lines).split())
    facilitation = next(each for each in guide.competencies if each.id == "facilitation")
    for activity in facilitation.activities:
        assert activity.text in words


@pytest.mark.parametrize(
    ("words", "terminal"),
    [(["--plain"], "xterm-256color"), ([], "dumb")],
    ids=["--plain", "dumb terminal"],
)
def test_page_needs_no_escape_codes(tmp_path: Path, words: list[str], terminal: str) -> None:
    """With --plain, or where the terminal knows no more, there is only text, and it fits."""
    code, shown = Window(tmp_path, *words, "browse", "competency", "teams", TERM=terminal).end()
    assert code == 0
    assert "\x1b" not in shown
    lines = shown.splitlines()
    assert lines[:2] == ["Developing teams", "Competency in the domain Sustaining change"]
    assert max(map(len, lines)) <= 60


def test_text_of_a_guide_comes_out_literally(tmp_path: Path) -> None:
    """At a terminal too, brackets, names of emoji and control characters are shown as written."""
    path = small_guide(
        tmp_path, ("name: Be patient", 'name: "[red]Be[/red] :smile: \\e[31mpatient\\a"')
    )
    code, shown = Window(tmp_path, "--guide", str(path), "browse", "principle", "patient").end()
    assert code == 0
    assert "[red]Be[/red] :smile: \\x1b[31mpatient\\x07" in ESCAPE.sub("", shown)
    assert "\a" not in shown
    assert "\x1b[31m" not in shown


def test_kind_alone_asks_which(tmp_path: Path) -> None:
    """At a terminal, `isp browse competency` offers the competencies and shows the chosen one."""
    window = Window(tmp_path, "--plain", "browse", "competency")
    window.expect("Which competency?")
    window.expect("2. Brokering")
    window.expect("> ")
    window.type("2\n")
    code, shown = window.end()
    assert code == 0
    assert "Competency in the domain Co-creation and engagement" in shown


def test_question_of_which_can_be_left(tmp_path: Path) -> None:
    """Who does not want to choose gets the list."""
    window = Window(tmp_path, "--plain", "browse", "competency")
    window.expect("> ")
    window.type("/later\n")
    code, shown = window.end()
    assert code == 0
    assert "- Brokering" in shown


def test_interrupt_ends_quietly(tmp_path: Path) -> None:
    """Ctrl-C at the question ends with 130 and without a traceback."""
    window = Window(tmp_path, "--plain", "browse", "competency")
    window.expect("> ")
    window.type("\x03")
    code, shown = window.end()
    assert code == 130
    assert "Traceback" not in shown


def test_plural_lists_without_asking(tmp_path: Path) -> None:
    """The plural shows the list at a terminal too."""
    code, shown = Window(tmp_path, "browse", "competencies").end()
    assert code == 0
    assert "- Brokering" in shown
    assert "Which" not in shown

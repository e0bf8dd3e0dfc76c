"""What is shown: text as text, wrapped to the window, and as it is where it goes to a program."""

import io
import re
import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from isp_cli.terminal.screen import Line, Screen, heading, literal, one_line, title

PROSE = "Brokering brings people together who would not have met, and leaves them in touch."
ESCAPE = "\x1b"


class Terminal(io.StringIO):
    """A window to write into."""

    def isatty(self) -> bool:
        """Say that somebody is looking."""
        return True


@pytest.fixture(autouse=True)
def _window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(monkeypatch: pytest.MonkeyPatch, *lines: Line, plain: bool = True) -> str:
    """Return what these lines look like in the window."""
    window = Terminal()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", window)
        Screen(plain=plain).show(lines)
    return window.getvalue()


@pytest.mark.parametrize(
    ("text", "spelt"),
    [
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\x00b\x07c", "a\\x00b\\x07c"),
        ("a\rb", "a\\rb"),
        ("csi \x9b31m", "csi \\x9b31m"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe", "\\u202egpj.exe"),
        ("two\r\nlines\tand a tab", "two\nlines\tand a tab"),
        ("über \N{SNOWMAN} [b] :smile:", "über \N{SNOWMAN} [b] :smile:"),
    ],
)
def test_control_characters_are_spelt_out(text: str, spelt: str) -> None:
    """What could move the cursor or turn text round is shown as what it is; the rest stays."""
    assert literal(text) == spelt


@given(text=st.text())
def test_no_control_character_comes_through(text: str) -> None:
    """Whatever a file holds, a terminal gets only text, tabs and line ends from it."""
    left = {each for each in literal(text) if unicodedata.category(each) == "Cc"}
    assert left <= {"\n", "\t"}


@given(text=st.text(), most=st.integers(min_value=1, max_value=80))
def test_one_line_is_one_line(text: str, most: int) -> None:
    """A beginning never has more characters than there is room for, nor a line end."""
    line = one_line(text, most)
    assert len(line) <= most
    assert line.splitlines() in ([line], [])


def test_a_shortened_text_says_so() -> None:
    """What was left out is shown by an ellipsis."""
    assert one_line("Draw a map\nof who is missing", 12) == "Draw a map…"
    assert one_line("Draw a\n map", 12) == "Draw a map"


def test_prose_is_wrapped_at_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a window of 60 columns no line is longer, none is cut in a word, the rest hangs."""
    assert shown(monkeypatch, Line(PROSE, mark="1.", indent=2)) == (
        "  1. Brokering brings people together who would not have\n"
        "     met, and leaves them in touch.\n"
    )


def test_line_breaks_of_ones_own_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of several lines stays one, with its empty lines, and nothing at the line ends."""
    assert shown(monkeypatch, Line("one\n\ntwo  \nthree", indent=4)) == (
        "    one\n\n    two\n    three\n"
    )


@given(
    text=st.text(st.characters(categories=("L", "N", "P", "Zs"), codec="utf-8")),
    indent=st.integers(0, 8),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_any_text_fits_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, text: str, indent: int
) -> None:
    """Whatever is written, wide letters too, fits the window, and every letter is there."""
    page = shown(monkeypatch, Line(text, indent=indent))
    assert max((cell_len(line) for line in page.splitlines()), default=0) <= 60
    assert "".join(page.split()) == "".join(text.split())


@pytest.mark.parametrize("plain", [True, False])
def test_no_text_is_taken_for_markup(monkeypatch: pytest.MonkeyPatch, *, plain: bool) -> None:
    """Brackets, colons and tags of rich are shown as they were written."""
    text = "[bold]x[/bold] [link=a]b :smile: [/] \\[red] {1} 12:30"
    assert text in shown(monkeypatch, Line(text), plain=plain)


def test_nothing_from_a_text_reaches_the_terminal_as_a_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An escape sequence in a text, or in a mark, is spelt out in the window too."""
    page = shown(monkeypatch, Line("\x1b[2Jgone", mark="\x1b]0;x\x07"))
    assert ESCAPE not in page
    assert "\\x1b[2Jgone" in page


def test_plain_has_no_style(monkeypatch: pytest.MonkeyPatch) -> None:
    """Line by line there is no colour, no bold and no box; what was found stands in asterisks."""
    page = shown(
        monkeypatch, title("A title"), *heading("A heading"), Line("found", marked=[(0, 2)])
    )
    assert page == "A title\n\nA heading\n\n*fo*und\n"


def test_what_was_found_shows_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR what was found still stands out, by more than a colour."""
    monkeypatch.setenv("NO_COLOR", "1")
    page = shown(monkeypatch, Line("found", marked=[(0, 2)]), plain=False)
    assert not re.search(r"\x1b\[[0-9;]*(3|4)[0-9]", page.replace("\x1b[1;4m", ""))
    assert page != "found\n"


def test_a_wide_window_is_not_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prose stays comfortable to read, however wide the window is."""
    monkeypatch.setenv("COLUMNS", "200")
    lines = shown(monkeypatch, Line(PROSE * 3)).splitlines()
    assert 60 < max(map(len, lines)) <= 88


def test_a_pipe_gets_the_lines_unwrapped(capsys: pytest.CaptureFixture[str]) -> None:
    """A program that reads the result gets each paragraph on one line, without style."""
    Screen().show([title("A title"), Line(PROSE, mark="-", indent=2), Line("x", marked=[(0, 1)])])
    assert capsys.readouterr() == (f"A title\n  - {PROSE}\n*x*\n", "")


def test_talk_goes_beside_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    """What is said goes to stderr, so that a pipe gets only the result."""
    screen = Screen()
    screen.tell("One.", "Two.")
    screen.talk([Line("Three.", indent=2)])
    assert capsys.readouterr() == ("", "One.\nTwo.\n  Three.\n")


def test_json_keeps_every_character(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON comes in its envelope, with letters as they are."""
    Screen().json("isp.example/1", {"text": "über [b]"})
    assert capsys.readouterr().out == (
        '{\n  "schema": "isp.example/1",\n  "data": {\n    "text": "über [b]"\n  }\n}\n'
    )

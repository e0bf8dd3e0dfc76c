"""What goes to a program is whole, and what goes to a terminal cannot command it."""

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isp_cli import printing
from tests.conftest import Isp, in_process_of_its_own
from tests.guides import small_guide
from tests.pseudo_terminal import PseudoTerminal

ODD = "\x1b[31m \x7f \x9b \N{RIGHT-TO-LEFT OVERRIDE} \N{LEFT-TO-RIGHT MARK} \ud800"


def test_json_spells_out_what_commands_a_terminal() -> None:
    """Controls and the marks that reorder text are escapes; letters stay as they are."""
    text = printing.json_text({"text": f"über {ODD}"})
    assert r"über \u001b[31m \u007f \u009b \u202e \u200e \ud800" in text
    assert json.loads(text) == {"text": f"über {ODD}"}


@given(text=st.text(st.characters()))
def test_json_says_the_same(text: str) -> None:
    """Whatever is spelt out is read back as it was, and no control is left but line ends."""
    written = printing.json_text([text])
    assert json.loads(written) == [text]
    assert all(
        each.isprintable() or each.isspace() for each in printing.literal(written) if each < "~"
    )
    assert not {each for each in written if each < " " and each != "\n"}


def test_bytes_that_the_system_could_not_read_are_read() -> None:
    """The name of a file is shown with its letters where the system is set to ASCII."""
    unread = "tête \x9b".encode() + b" \xff"
    assert printing.literal(unread.decode("ascii", "surrogateescape")) == r"tête \x9b \xff"


@pytest.mark.parametrize(
    ("encoding", "letters"), [("utf-8", "ü😀"), ("UTF8", "ü😀"), ("latin-1", r"\u00fc\ud83d\ude00")]
)
def test_json_goes_by_the_encoding(
    monkeypatch: pytest.MonkeyPatch, encoding: str, letters: str
) -> None:
    """Where the output is not UTF-8 the JSON is ASCII, which is right in every encoding."""
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding=encoding))
    assert printing.json_text("ü😀") == f'"{letters}"'


@pytest.mark.skipif(sys.platform == "win32", reason="no file has such a name there")
@pytest.mark.parametrize("words", [("portfolio", "path"), ("guide", "validate")])
def test_json_of_every_command(isp: Isp, tmp_path: Path, words: tuple[str, ...]) -> None:
    """The commands that print JSON of their own print it the same way."""
    odd = small_guide(tmp_path).rename(tmp_path / "a\x7fb.yaml")
    odd.write_text(odd.read_text(encoding="utf-8") + '"b\\e\\x7f": 1\n', encoding="utf-8")
    result = isp(*words, "--json", "--portfolio", str(odd), "--guide", str(odd))
    assert r"\u007f" in result.stdout
    assert "\x7f" not in result.stdout
    json.loads(result.stdout)


class Terminal(io.StringIO):
    """A window to write into."""

    def isatty(self) -> bool:
        """Say that somebody is looking."""
        return True


@pytest.mark.parametrize("text", ["a\x1b[2J\tb\r\n", b"a\x1b[2J\tb\r\n"])
def test_text_for_a_terminal(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    """In a window text cannot command it; tabs and line ends are what they are."""
    window = Terminal()
    monkeypatch.setattr(sys, "stdout", window)
    printing.echo(text)
    assert window.getvalue() == "a\\x1b[2J\tb\n"


def test_text_for_a_program(capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe gets what there is."""
    printing.echo("a\x1b[2J\tb")
    assert capsys.readouterr().out == "a\x1b[2J\tb"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("words", [("assess", "template"), ("plan", "export", "-")])
def test_text_with_controls_at_a_terminal(
    isp: Isp, portfolio: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A form or a plan cannot command the terminal, and hides nothing in a pipe either.

    A plan is read by somebody else, and a form is read back by isp.
    """
    path = small_guide(tmp_path)
    text = path.read_text(encoding="utf-8").replace("Listening", r'"Lis\u202etening"')
    path.write_text(text, encoding="utf-8")
    form = tmp_path / "plan.yaml"
    form.write_text("goals:\n- competency: listening\n  evidence: I wait.\n", encoding="utf-8")
    general = ("--guide", str(path))
    assert isp("plan", "--answers", str(form), *general).exit_code == 0
    with PseudoTerminal(*words, *general, portfolio=portfolio) as terminal:
        terminal.sees("Lis\\u202etening")
        assert terminal.ends() == 0
        assert "\u202e" not in "".join(terminal.lines)
    piped = in_process_of_its_own(*words, *general, portfolio=portfolio).stdout
    assert "Lis\\u202etening" in piped


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
def test_guide_at_a_terminal(tmp_path: Path) -> None:
    """What is wrong with a guide is shown without the controls that it has."""
    path = tmp_path / "a\x1b[31mb.yaml"
    small_guide(tmp_path).rename(path)
    with PseudoTerminal("guide", "validate", str(path), portfolio=tmp_path) as terminal:
        terminal.sees("a\\x1b[31mb.yaml: this guide is valid.")
        assert terminal.ends() == 0

"""Who asks, who presses the keys, and an editor of one's own."""

import io
import shlex
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from isp_cli.terminal.lines import LinePrompter
from isp_cli.terminal.prompter import Ask, Response
from isp_cli.terminal.questions import QuestionaryPrompter

Editor = Callable[[str], str]
"""Makes an editor of these lines of Python, sets EDITOR to it, and returns its command."""


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    """Return who makes an editor: a program that runs these lines with `path` and `text`."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()

    def made(lines: str) -> str:
        program = tmp_path / "an editor.py"
        program.write_text(
            "import pathlib, sys\n"
            "path = pathlib.Path(sys.argv[-1])\n"
            "text = path.read_bytes().decode()\n"
            f"{lines}\n",
            encoding="utf-8",
        )
        command = shlex.join([sys.executable, str(program)])
        monkeypatch.setenv("EDITOR", command)
        return command

    return made


@pytest.fixture
def left_behind(tmp_path: Path) -> Callable[[], list[Path]]:
    """Return what says which temporary files are still there."""
    return lambda: list((tmp_path / "temporary").iterdir())


Press = Callable[[Ask, str], Response]

UP, DOWN = "\x1b[A", "\x1b[B"
CTRL_B, CTRL_C, CTRL_D, CTRL_O, CTRL_U = "\x02", "\x03", "\x04", "\x0f", "\x15"
ESCAPE = "\x1b"
END = "\r.\r"
"""A line with only a full stop."""


@pytest.fixture
def press() -> Press:
    """Return who puts a question to somebody who presses these keys."""

    def asked(question: Ask, keys: str) -> Response:
        with create_pipe_input() as pipe:
            pipe.send_bytes((keys + CTRL_C).encode("utf-8", "surrogateescape"))
            try:
                return QuestionaryPrompter(keyboard=pipe, output=DummyOutput()).ask(question)
            except KeyboardInterrupt:
                assert CTRL_C in keys, "after all these keys there was no answer yet"
                raise

    return asked


Put = Callable[..., Response]


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Put:
    """Return who puts a question to somebody who types these lines."""

    def asked(question: Ask, *lines: str, ended: bool = True) -> Response:
        typed = "".join(f"{line}\n" for line in lines)
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed if ended else typed[:-1]))
        return LinePrompter().ask(question)

    return asked

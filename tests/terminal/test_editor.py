"""Writing an answer in an editor of one's own."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from isp_cli.terminal.editor import EditorProblem, edited, how_to_leave
from tests.terminal.conftest import Editor

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the editors are named by shlex")


def test_what_the_editor_writes_is_the_answer(
    editor: Editor, left_behind: Callable[[], list[Path]]
) -> None:
    """The editor is given the text so far; what it saves comes back, and no file stays."""
    editor("path.write_bytes((text.upper() + '\\n\\nüber [b]\\r\\n:smile:').encode())")
    assert edited("so far") == "SO FAR\n\nüber [b]\r\n:smile:"
    assert left_behind() == []


@pytest.mark.parametrize(
    ("before", "saved", "after"),
    [
        ("", "new\\n", "new"),
        ("old", "new\\n", "new"),
        ("old", "new\\r\\n", "new"),
        ("old\n", "new\\n", "new\n"),
    ],
)
def test_the_line_end_that_editors_add_is_not_the_persons(
    editor: Editor, before: str, saved: str, after: str
) -> None:
    """An editor ends the last line; only who had ended it before gets it back."""
    editor(f"path.write_bytes(b'{saved}')")
    assert edited(before) == after


def test_the_editor_does_not_write_into_the_result(
    editor: Editor, capfd: pytest.CaptureFixture[str]
) -> None:
    """While the result goes into a file, the editor shows itself where the talk is."""
    editor("print('the editor')")
    edited("so far")
    assert capfd.readouterr() == ("", "the editor\n")


def test_the_file_can_be_seen_by_nobody_else(editor: Editor) -> None:
    """What is private stays so while it is edited."""
    editor("path.write_text(oct(path.stat().st_mode & 0o777))")
    assert edited("") == "0o600"


def test_visual_comes_before_editor(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    """$VISUAL is taken where both are set, and may have words of its own behind it."""
    command = editor("path.write_text(' '.join(sys.argv[1:-1]))")
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", f"{command} --wait 'two words'")
    assert edited("") == "--wait two words"


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/usr/bin/vim -n", ["Opening vim.", ":wq"]),
        ("nano", ["Opening nano.", "Ctrl-X"]),
        ("code --wait", ["Opening code.", "Save and close it to come back here."]),
        ("/usr/bin/code", ["set EDITOR to '/usr/bin/code --wait'"]),
        ("never-ending 'quote", ["Opening never-ending."]),
        (" ", ["Save and close"]),
    ],
)
def test_the_way_back_from_the_editor_is_said(
    monkeypatch: pytest.MonkeyPatch, command: str, words: list[str]
) -> None:
    """Before an editor opens it is named, and how to leave it where that is hard to guess."""
    monkeypatch.setenv("EDITOR", command)
    for each in words:
        assert each in how_to_leave()


def test_an_editor_that_empties_the_file(editor: Editor) -> None:
    """An emptied file is an empty text, and what that means is for the caller."""
    editor("path.write_bytes(b'')")
    assert edited("so far") == ""


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("sys.exit(3)", "ended with a fault (3)"),
        ("path.write_bytes(b''); sys.exit(3)", "ended with a fault (3)"),
        ("path.unlink()", "could not be used"),
        ("import os; os.kill(os.getpid(), 2)", "was interrupted"),
    ],
)
def test_an_editor_that_fails(
    editor: Editor, left_behind: Callable[[], list[Path]], lines: str, words: str
) -> None:
    """A fault of the editor is named with its command, and leaves no file behind."""
    command = editor(lines)
    with pytest.raises(EditorProblem) as problem:
        edited("so far")
    assert f"The editor '{command}' {words}" in str(problem.value)
    assert left_behind() == []


@pytest.mark.parametrize(
    ("lines", "words", "kept"),
    [
        ("path.write_text('half'); sys.exit(3)", "ended with a fault (3).", b"half"),
        (
            "path.write_bytes(b'caf\\xe9')",
            "left what is not UTF-8 text (byte 4). The editor must save as UTF-8.",
            b"caf\xe9",
        ),
        (
            "import os; path.write_text('half'); os.kill(os.getpid(), 2)",
            "was interrupted.",
            b"half",
        ),
        (
            "path.write_text('x' * 2_000_001)",
            "This text has 2,000,001 characters; an answer can have 2,000,000.",
            b"x" * 2_000_001,
        ),
    ],
    ids=["fault", "encoding", "interrupted", "length"],
)
def test_what_was_saved_is_kept(
    editor: Editor, left_behind: Callable[[], list[Path]], lines: str, words: str, kept: bytes
) -> None:
    """What the editor saved before it failed, or saved in another encoding, is not lost."""
    editor(lines)
    with pytest.raises(EditorProblem) as problem:
        edited("so far")
    (path,) = left_behind()
    assert words in str(problem.value)
    assert "Set EDITOR" not in str(problem.value)
    assert str(problem.value).endswith(f"What the editor saved is kept in {path}.")
    assert path.read_bytes() == kept


def test_ctrl_c_is_for_the_editor(editor: Editor) -> None:
    """An editor that knows what to do with Ctrl-C goes on; isp does not end it."""
    editor(
        "import os, signal\n"
        "signal.signal(signal.SIGINT, lambda *_: path.write_text('went on'))\n"
        "os.kill(os.getppid(), signal.SIGINT); os.kill(os.getpid(), signal.SIGINT)"
    )
    assert edited("so far") == "went on"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_ctrl_c_before_the_editor_is_there(
    monkeypatch: pytest.MonkeyPatch, editor: Editor, left_behind: Callable[[], list[Path]]
) -> None:
    """Ctrl-C that comes through nevertheless is a problem of the editor too."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    editor("")
    monkeypatch.setattr(subprocess, "run", interrupted)
    with pytest.raises(EditorProblem, match="was interrupted"):
        edited("so far")
    assert left_behind() == []


@pytest.mark.parametrize("command", ["/nowhere/editor", "never-ending 'quote"])
def test_an_editor_that_is_not_there(
    editor: Editor,
    left_behind: Callable[[], list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    """A command that cannot be run is named, and so is the way to mend it."""
    editor("")
    monkeypatch.setenv("EDITOR", command)
    with pytest.raises(EditorProblem) as problem:
        edited("so far")
    assert f"The editor '{command}' could not be used" in str(problem.value)
    assert "Set EDITOR" in str(problem.value)
    assert left_behind() == []

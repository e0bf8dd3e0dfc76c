"""Writing an answer in the person's own editor."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from isp_cli.errors import IspError
from isp_cli.terminal import closing
from isp_cli.terminal.words import last_end_off

STANDARD_ERROR = 2
"""Where an editor shows itself while the result goes into a file or a pipe."""

LONGEST = 2_000_000
"""Characters beyond which a text is no answer but a slip."""

WAITING = {
    "code": "--wait",
    "codium": "--wait",
    "gedit": "--wait",
    "subl": "--wait",
    "zed": "--wait",
    "gvim": "-f",
    "kate": "--block",
    "mate": "-w",
}
"""Editors with a window of their own that come back at once, unless they are told to wait."""


class EditorProblem(IspError):
    """Report that the editor could not be used; what was written before is unchanged."""


def _command() -> str:
    if sys.platform == "win32":
        usual = "notepad"
    else:
        usual = "nano" if shutil.which("nano") else "vi"
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual


def how_to_leave() -> str:
    """Return which editor opens, and how one comes back from it."""
    command = _command()
    name = Path(command.split()[0]).name if command.split() else command
    said = f"Opening {name}. Save and close it to come back here."
    if name in ("vi", "vim", "nvim"):
        said += " In this editor: press Esc, type :wq and press Enter."
    if name == "nano":
        said += " In this editor: press Ctrl-O, Enter, then Ctrl-X."
    waits = WAITING.get(name)
    if waits and not {waits, "-w", "-b"} & set(command.split()):
        said += f" If you are back before you have written, set EDITOR to '{command} {waits}'."
    return said


def edited(text: str) -> str:
    """Return what the person made of `text` in $VISUAL, $EDITOR or the system's usual editor.

    Where the window was closed over it, that is what the editor had saved by then.

    Raises:
        EditorProblem: the editor is not there, failed, was interrupted, or left what is not
            text. What it saved is then kept in a file, which the problem names.
    """
    command = _command()
    path: Path | None = None
    try:
        before = text.encode()
        path = _file_of(before)
        _run(command, path)
        written = _written(command, path)
    except (OSError, ValueError, EditorProblem) as error:
        problem = error if isinstance(error, EditorProblem) else _unusable(command, error)
        if path is None or not _has_something_new(path, before):
            raise problem from None
        if closing.is_closed():
            with suppress(OSError, EditorProblem):
                return _written(command, path)
        kept = f"What the editor saved is kept in {path}."
        path = None
        raise EditorProblem(problem.what, mend=f"{problem.mend} {kept}".strip()) from None
    finally:
        if path is not None:
            path.unlink(missing_ok=True)
    return written if text.endswith("\n") else last_end_off(written)


def _file_of(data: bytes) -> Path:
    handle, name = tempfile.mkstemp(prefix="isp-", suffix=".md")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    return Path(name)


def _run(command: str, path: Path) -> None:
    words = shlex.split(command, posix=sys.platform != "win32")
    screen = None if sys.stdout.isatty() else STANDARD_ERROR
    try:
        # Ctrl-C means what the editor makes of it; subprocess would kill the editor for it. And a
        # function, for a process that is told to ignore a signal hands that on to the editor.
        with closing.handled(lambda *_: None, signal.SIGINT):
            done = subprocess.run([*words, str(path)], check=False, stdout=screen)  # noqa: S603 - the person's own choice
    except KeyboardInterrupt:
        raise EditorProblem(f"The editor '{command}' was interrupted.") from None
    if done.returncode == -signal.SIGINT:
        raise EditorProblem(f"The editor '{command}' was interrupted.")
    if done.returncode:
        raise EditorProblem(f"The editor '{command}' ended with a fault ({done.returncode}).")


def _written(command: str, path: Path) -> str:
    try:
        written = path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise EditorProblem(
            f"The editor '{command}' left what is not UTF-8 text (byte {error.start + 1}).",
            mend="The editor must save as UTF-8.",
        ) from None
    if len(written) > LONGEST:
        raise EditorProblem(
            f"This text has {len(written):,} characters; an answer can have {LONGEST:,}.",
            mend="Make it shorter.",
        )
    return written


def _unusable(command: str, error: Exception) -> EditorProblem:
    return EditorProblem(
        f"The editor '{command}' could not be used ({error}).",
        mend="Set EDITOR to one that is there.",
    )


def _has_something_new(path: Path, before: bytes) -> bool:
    try:
        return path.read_bytes() not in (b"", before)
    except OSError:
        return path.exists()

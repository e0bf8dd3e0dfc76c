"""Writing an answer in the person's own editor."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from isp_cli.errors import IspError

STANDARD_ERROR = 2
"""Where an editor shows itself while the result goes into a file or a pipe."""


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
    return said


def edited(text: str) -> str:
    """Return what the person made of `text` in $VISUAL, $EDITOR or the system's usual editor.

    Raises:
        EditorProblem: the editor is not there, failed, or left what is not text.
    """
    command = _command()
    handle, name = tempfile.mkstemp(prefix="isp-", suffix=".md")
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        words = shlex.split(command, posix=sys.platform != "win32")
        screen = None if sys.stdout.isatty() else STANDARD_ERROR
        done = subprocess.run([*words, name], check=False, stdout=screen)  # noqa: S603 - the person's own choice
        if done.returncode:
            raise EditorProblem(f"The editor '{command}' ended with a fault ({done.returncode}).")
        with path.open(encoding="utf-8", newline="") as stream:
            written = stream.read()
    except (OSError, ValueError) as error:
        raise EditorProblem(
            f"The editor '{command}' could not be used ({error}).",
            mend="Set EDITOR to one that is there.",
        ) from None
    finally:
        path.unlink(missing_ok=True)
    # Editors end the last line; the person did not write that.
    return written.removesuffix("\n") if not text.endswith("\n") else written

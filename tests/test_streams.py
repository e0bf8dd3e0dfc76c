"""Streams that are closed, full, or set to an encoding that nobody chose."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from isp_cli import __main__, app
from tests.pseudo_terminal import PseudoTerminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell closes them")


def ended(line: str, folder: Path, **environment: str) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of a shell line in which $ISP is isp."""
    done = subprocess.run(
        ["/bin/sh", "-c", line.replace("$ISP", f"'{sys.executable}' -m isp_cli")],
        env={**os.environ, "ISP_PORTFOLIO": str(folder), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("$ISP browse >&-", 0, ""),
        ("$ISP portfolio <&- >&- 2>&-", 0, ""),
        ("$ISP zzz 2>&-", 2, ""),
        ("$ISP assess <&-", 6, "This is a conversation and needs a terminal."),
        ("$ISP assess 2>&-", 6, ""),
        ("$ISP assess --answers - <&-", 2, "standard input: It is closed."),
        ("$ISP assess --answers - <&- >&-", 2, "standard input: It is closed."),
    ],
)
def test_closed_streams(tmp_path: Path, line: str, code: int, said: str) -> None:
    """A stream that the caller has closed is no fault: it takes nothing and gives nothing."""
    found, out, err = ended(line, tmp_path)
    assert (found, out) == (code, "")
    assert err.startswith(said)
    assert err.count("\n") == bool(said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
@pytest.mark.parametrize("words", ["browse", "browse --json", "guide export", "-h"])
def test_full_device(tmp_path: Path, words: str) -> None:
    """Where the result cannot be written it is said on one line, with the reason."""
    assert ended(f"$ISP {words} >/dev/full", tmp_path) == (
        5,
        "",
        "The result cannot be written (No space left on device).\n",
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_nowhere_to_say_it(tmp_path: Path) -> None:
    """Where nothing can be said, the exit code says it."""
    assert ended("$ISP zzz 2>/dev/full", tmp_path) == (2, "", "")


@pytest.mark.parametrize("way", [(), ("--plain",)], ids=["questionary", "plain"])
@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["ascii", "C", "C without UTF-8"],
)
def test_letters_are_kept(
    portfolio: Path, way: tuple[str, ...], environment: dict[str, str]
) -> None:
    """What is typed is on disk as it was typed, whatever Python makes of the locale."""
    with PseudoTerminal("reflect", *way, portfolio=portfolio, environment=environment) as terminal:
        terminal.is_asked("Question 1 of 10")
        terminal.writes("Un café, \N{SNOWMAN}.")
        terminal.is_asked("Question 2 of 10")
        terminal.types("\x03")
        assert terminal.ends() == 130
    (path,) = (each for each in portfolio.rglob("*.md"))
    assert "\nUn café, \N{SNOWMAN}.\n" in path.read_text(encoding="utf-8")


def test_ctrl_c_in_the_first_moments(tmp_path: Path) -> None:
    """Ctrl-C while the parts are still being imported ends isp without a traceback."""
    (tmp_path / "typer.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    assert ended("$ISP browse", tmp_path, PYTHONPATH=str(tmp_path)) == (130, "", "")


def test_ctrl_c_after_the_last_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C that comes where nothing else takes it ends isp with the code for it."""

    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "main", interrupted)
    with pytest.raises(SystemExit) as end:
        __main__.main()
    assert end.value.code == 130

"""The tour: the whole cycle, and nothing left behind."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import in_process_of_its_own
from tests.pseudo_terminal import CTRL_C, CTRL_D, PseudoTerminal

in_a_terminal = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    """Return a folder of its own for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


def test_in_a_pipe(portfolio: Path, temporary: Path) -> None:
    """In a pipe the tour goes through the whole cycle, and leaves nothing behind."""
    done = in_process_of_its_own(
        "tour", portfolio=portfolio, environment={"TMPDIR": str(temporary)}
    )
    assert done.returncode == 0
    stops = [line for line in done.stdout.splitlines() if line.startswith("$ ")]
    assert stops == [
        "$ isp browse competency brokering",
        "$ isp search power analysis",
        "$ isp assess --answers sample/assessment.yaml",
        (
            "$ isp note 'Sample practitioner: two services talked to each other before the meeting "
            "began.' --competency brokering"
        ),
        "$ isp reflect --answers sample/reflection.yaml",
        "$ isp plan --answers sample/plan.yaml",
        "$ isp plan step 1 --done 'Sample practitioner: nobody on it speaks for the families.'",
        "$ isp plan export -",
        "$ isp assess --answers sample/assessment-later.yaml",
        "$ isp assess compare",
        "$ isp",
    ]
    for shown in ("Key activities", "Your profile,", "# Development plan", "Side by side: "):
        assert shown in done.stdout
    assert done.stdout.endswith("Begin your own: isp assess\n")
    assert list(temporary.iterdir()) == []
    assert not portfolio.exists()


@in_a_terminal
@pytest.mark.parametrize(("keys", "code"), [(("\r", "q\r"), 0), ((CTRL_D,), 0), ((CTRL_C,), 130)])
def test_in_a_terminal(portfolio: Path, temporary: Path, keys: tuple[str, ...], code: int) -> None:
    """At a terminal Enter goes on, and however one leaves, nothing is left behind."""
    environment = {"TMPDIR": str(temporary)}
    stops = ("$ isp browse competency brokering", "$ isp search power analysis")
    with PseudoTerminal("tour", portfolio=portfolio, environment=environment) as terminal:
        terminal.sees("A tour of isp")
        for stop, key in zip(stops, keys, strict=False):
            terminal.sees(stop, "Enter goes on")
            terminal.types(key)
        terminal.sees("sample portfolio is gone")
        assert terminal.ends() == code
    assert list(temporary.iterdir()) == []
    assert not portfolio.exists()


def test_a_module_in_the_current_folder(portfolio: Path, tmp_path: Path) -> None:
    """A file that is called as a module of isp's is not run in its place."""
    (tmp_path / "yaml.py").write_text("raise SystemExit('taken')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "isp_cli", "tour"],
        env={**os.environ, "ISP_PORTFOLIO": str(portfolio)},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"taken" not in done.stderr
    assert done.returncode == 0

"""What every test stands on: a portfolio of its own, and a runner of the real commands."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import CliRunner, Result

from isp_cli.app import app
from isp_cli.guide.loader import load
from isp_cli.guide.model import Guide
from isp_cli.portfolio import location

GENERAL = ("ISP_PORTFOLIO", "ISP_GUIDE", "ISP_PLAIN", "NO_COLOR", "VISUAL", "EDITOR")


@pytest.fixture(autouse=True, scope="session")
def _signals_are_heard() -> None:
    """Let Ctrl-C and a closed window mean what they do at a terminal, however the tests are run.

    A shell that runs something in the background tells it to ignore Ctrl-C, and nohup to ignore
    that the window is closed; both hold for all that is started below.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def _no_usual_portfolio(monkeypatch: pytest.MonkeyPatch) -> None:
    """Raise where a test would touch the portfolio of whoever runs it."""

    def raise_instead() -> Path:
        raise AssertionError("this test did not choose a portfolio")

    for name in GENERAL:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(location, "usual_folder", raise_instead)


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that the commands of this test keep records in; it is not there yet."""
    folder = tmp_path / "portfolio"
    monkeypatch.setenv("ISP_PORTFOLIO", str(folder))
    return folder


class Isp(Protocol):
    """Run a command with these words behind `isp`."""

    def __call__(self, *words: str, stdin: str = "") -> Result:
        """Return what it printed and its exit code."""


@pytest.fixture
def isp() -> Isp:
    """Return a runner of the real commands, in this process."""
    runner = CliRunner()

    def run(*words: str, stdin: str = "") -> Result:
        return runner.invoke(app, list(words), input=stdin, prog_name="isp")

    return run


@pytest.fixture(scope="session")
def guide() -> Guide:
    """Return the guide that comes with isp."""
    return load()


def in_process_of_its_own(
    *words: str, portfolio: Path, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Return how `python -m isp_cli` with these words ended, and what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "isp_cli", *words],
        env={**os.environ, "ISP_PORTFOLIO": str(portfolio), **(environment or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )

"""`isp tour`: the whole cycle on a sample portfolio, then gone."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from isp_cli.errors import Interrupted, IspError
from isp_cli.settings import Settings
from isp_cli.terminal.screen import Line, Screen
from isp_cli.terminal.session import can_converse
from isp_cli.tour.stops import Stop, stops
from isp_cli.verb import verb

app = verb()


@app.command()
def tour(
    ctx: typer.Context,
    pause: Annotated[
        bool, typer.Option(help="Wait for Enter after each stop, where there is a terminal.")
    ] = True,
) -> None:
    """See the whole cycle on a sample portfolio."""
    settings: Settings = ctx.obj
    screen = Screen(plain=settings.plain)
    waits = pause and can_converse() and sys.stdout.isatty()
    screen.show([Line("A tour of isp, with a sample portfolio in a temporary folder.")])
    try:
        _go_round(screen, settings, waits=waits)
    except KeyboardInterrupt:
        raise Interrupted("The tour is over.", mend="Its sample portfolio is gone.") from None
    screen.show([Line(), Line("The tour is over; its sample portfolio is gone.")])
    screen.show([Line(f"Begin your own: {_called()} assess")])


def _called() -> str:
    """Return what one types for isp: its name, or where it lies if the shell does not know it."""
    here = Path(sys.argv[0])
    return str(here) if here.stem == "isp" and not shutil.which("isp") else "isp"


def _go_round(screen: Screen, settings: Settings, *, waits: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="isp-tour-") as portfolio:
        for stop in stops():
            screen.show(_introduction(stop))
            sys.stdout.flush()
            _run(stop, portfolio, settings)
            if waits and not _go_on(screen):
                break


def _introduction(stop: Stop) -> list[Line]:
    command = shlex.join(("isp", *stop.command))
    return [
        Line(),
        Line("-" * 40, style="dim"),
        Line(stop.words),
        Line(),
        Line(f"$ {command}", style="bold"),
        Line(),
    ]


def _run(stop: Stop, portfolio: str, settings: Settings) -> None:
    plain = {"ISP_PLAIN": "1"} if settings.plain else {}
    environment = {**os.environ, "ISP_PORTFOLIO": portfolio, "PYTHONIOENCODING": "utf-8", **plain}
    environment.pop("ISP_GUIDE", None)
    # With -P a module in the current folder, such as a yaml.py, is not taken for one of isp's.
    # The very command, in a process of its own: what is shown is what the person would get.
    done = subprocess.run(  # noqa: S603 - isp itself
        [sys.executable, "-P", "-m", "isp_cli", *stop.run], env=environment, check=False
    )
    if done.returncode:
        raise IspError(f"The tour stopped: isp {' '.join(stop.run)} failed.")


def _go_on(screen: Screen) -> bool:
    screen.tell("", "Enter goes on, q ends the tour.")
    try:
        return input().strip().lower() != "q"
    except EOFError:
        return False

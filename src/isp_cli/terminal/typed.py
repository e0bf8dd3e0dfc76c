"""A line that is typed, whole or broken off."""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from isp_cli.terminal.closing import handled, is_closed, waiting

LOOKING = 0.1
"""Seconds between two looks at what is being typed."""


class Broken(KeyboardInterrupt):
    """Say that Ctrl-C was pressed, or the window closed, over a line half typed.

    Attributes:
        typed: what there is of the line.
    """

    def __init__(self, typed: str) -> None:
        super().__init__()
        self.typed = typed


def typed() -> str:
    """Return the next line without its end.

    A terminal alone hands over no line longer than 4,095 bytes and drops the rest, so where
    there is one the lines come through readline, which has no such limit.

    Raises:
        EOFError: there is none.
        Broken: the person pressed Ctrl-C, or the window is closed.
    """
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _typed_at_terminal()
    print("> ", end="", file=sys.stderr, flush=True)  # noqa: T201
    line = sys.stdin.readline()
    if not line:
        print(file=sys.stderr)  # noqa: T201
        raise EOFError
    return line.removesuffix("\n")


def _typed_at_terminal() -> str:
    if sys.platform == "win32":  # which has no readline, and no such limit
        return input("> ")
    import readline

    readline.set_auto_history(False)
    whole: list[str] = []
    half = ""
    is_over = False

    def look(*_: object) -> None:
        nonlocal half
        if sys.stdin.isatty():  # once the terminal is gone readline empties the line
            half = readline.get_line_buffer()

    def break_off(*_: object) -> None:
        # The handler of a signal runs before readline forgets the line, unless the terminal is
        # gone: then readline may see that first, and what was there a moment ago is all there is.
        look()
        raise KeyboardInterrupt

    try:
        with handled(break_off, signal.SIGINT), waiting(break_off), _again_and_again(look):
            try:
                # In `map` no handler can come between the line's end and its place in the list.
                whole.extend(map(input, ("> ",)))
            except EOFError:
                is_over = sys.stdin.isatty()  # else the window is closed
    except KeyboardInterrupt:
        is_over = False
    if is_over:
        raise EOFError
    if not whole or is_closed():
        raise Broken(whole[0] if whole else half)
    return whole[0]


@contextmanager
def _again_and_again(look: Callable[..., None]) -> Iterator[None]:
    """Call `look` every LOOKING seconds until the end of the block."""
    with handled(look, signal.SIGALRM):
        signal.setitimer(signal.ITIMER_REAL, LOOKING, LOOKING)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

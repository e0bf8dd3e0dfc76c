"""A window that is closed, or a system that ends the program, in the middle of a conversation."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ENDINGS = tuple(getattr(signal, each) for each in ("SIGHUP", "SIGTERM") if hasattr(signal, each))
"""What a program is sent where its window is closed (Windows sends nothing), or it is to end."""


@dataclass
class _State:
    """What was sent, and what ends the question that is waiting."""

    sent: int | None = None
    interrupt: Callable[[], None] | None = None


_state = _State()


@contextmanager
def noticed() -> Iterator[None]:
    """Until the end of the block, let a window that is closed do to a question what Ctrl-C does.

    Between two questions it is only noted, so that an answer just given is saved first. It comes
    into force where the next question would be asked, or else at the end of the block.
    """
    _state.sent = None

    def note(number: int, _: object) -> None:
        _state.sent = number
        if _state.interrupt:
            _state.interrupt()

    # Who started isp with nohup wants it to go on.
    heeded = [each for each in ENDINGS if signal.getsignal(each) is not signal.SIG_IGN]
    with handled(note, *heeded):
        yield
    if _state.sent is not None:
        signal.raise_signal(_state.sent)


@contextmanager
def waiting(interrupt: Callable[[], None]) -> Iterator[None]:
    """Have `interrupt` called where the window is closed before the end of the block.

    Raises:
        KeyboardInterrupt: it is closed already.
    """
    _state.interrupt = interrupt
    try:
        if is_closed():
            raise KeyboardInterrupt
        yield
    finally:
        _state.interrupt = None


def is_closed() -> bool:
    """Return whether the window was closed, or the program told to end, in this conversation."""
    return _state.sent is not None


@contextmanager
def handled(handler: Callable[[int, Any], None], *signals: int) -> Iterator[None]:
    """Have `handler` called for these signals until the end of the block; in the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    usual = {each: signal.signal(each, handler) for each in signals}
    try:
        yield
    finally:
        for each, before in usual.items():
            signal.signal(each, before or signal.SIG_DFL)

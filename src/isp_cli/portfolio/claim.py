"""Keeping two windows from writing in one draft at once."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from isp_cli.errors import PortfolioProblem


@contextlib.contextmanager
def alone_with(path: Path, *, instead: str) -> Iterator[None]:
    """Hold the file at `path` for this program alone, until the end of the block.

    The system lets go of it when the program ends, however that is. Where a file system knows no
    such thing it is as if nobody else were there; what is then changed twice is set aside.

    Args:
        path: the file.
        instead: what to do where somebody else has it, as a sentence.

    Raises:
        PortfolioProblem: another program holds it.
    """
    lock = path.with_name(f".{path.stem}.lock")
    try:
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield
        return
    held = _held(handle)
    try:
        if not held:
            raise PortfolioProblem("This is open in another window.", where=str(path), mend=instead)
        yield
    finally:
        if held:
            with contextlib.suppress(OSError):  # Windows removes no file that is open
                lock.unlink()
        os.close(handle)


def _held(handle: int) -> bool:
    """Return whether the file is now held by this program, or cannot be held by any."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True

"""What was handed over: which files, and what isp put into them.

It lies in the portfolio as a text file of one line for each file, its SHA-256 and its path, as
the program sha256sum writes and checks them. So isp knows its own former export from a file that
somebody else made or changed. What stands there is of use to nobody but isp; without it isp takes
every file for somebody else's, and asks before it writes over one.
"""

import contextlib
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from isp_cli.errors import PortfolioProblem
from isp_cli.portfolio import files

NAME = "handed-over.sha256"
"""The name of the file in the portfolio."""

MOST = 1_000
"""Lines that are kept; the oldest go first."""

_LINE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<path>[^\n]+)")


class Ledger:
    """The files that were handed over from the portfolio in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME

    def verdict(self, path: Path) -> Literal["own", "changed", "foreign"]:
        """Return whose the file at `path` is: isp's as it wrote it, changed since, or another's.

        Raises:
            OSError: the file cannot be read.
        """
        written = dict(self._lines()).get(_key(path))
        if written is None:
            return "foreign"
        with path.open("rb") as stream:
            return (
                "own" if hashlib.file_digest(stream, "sha256").hexdigest() == written else "changed"
            )

    def add(self, path: Path, content: bytes) -> None:
        """Note that `content` was written to `path`.

        Where it cannot be noted nothing is said: then isp will ask before it writes there again.
        """
        key = _key(path)
        rows = [row for row in self._lines() if row[0] != key]
        rows.append((key, hashlib.sha256(content).hexdigest()))
        text = "".join(f"{written}  {at}\n" for at, written in rows[-MOST:])
        with contextlib.suppress(PortfolioProblem):
            files.write(self._path, text)

    def _lines(self) -> Iterator[tuple[str, str]]:
        """Yield path and sum of every line that can be read."""
        try:
            text = files.read(self._path)
        except PortfolioProblem:
            return
        for line in text.splitlines():
            found = _LINE.fullmatch(line)
            if found:
                yield found["path"], found["sum"]


def _key(path: Path) -> str:
    return files.storable(path.resolve().as_posix())

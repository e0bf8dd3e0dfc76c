"""A real terminal for the real program, with somebody at the keys; POSIX only."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

UP, DOWN = "\x1b[A", "\x1b[B"
CTRL_C, CTRL_D, CTRL_O = "\x03", "\x04", "\x0f"

# prompt_toolkit asks for pastes to be marked once it reads the keys itself.
READS_KEYS = "\x1b[?2004h"
_BETWEEN_WORDS = r"(?:\s|\x1b\[[0-9;]*m)+"
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class PseudoTerminal:
    """Run `isp` with these words in a terminal, and answer by what is to be seen there.

    Attributes:
        plain: whether it asks line by line.
    """

    def __init__(
        self,
        *words: str,
        portfolio: Path,
        size: tuple[int, int] = (24, 80),
        environment: Mapping[str, str] | None = None,
    ) -> None:
        import pexpect

        self.plain = "--plain" in words
        self._seen = ""
        self._child: Any = pexpect.spawn(
            sys.executable,
            ["-m", "isp_cli", *words],
            env={
                **{name: os.environ[name] for name in os.environ.keys() - {"COLUMNS", "LINES"}},
                "ISP_PORTFOLIO": str(portfolio),
                "TERM": "xterm-256color",
                "PROMPT_TOOLKIT_NO_CPR": "1",  # nobody here says where the cursor is
                **(environment or {}),
            },
            dimensions=size,
            encoding="utf-8",
            timeout=20,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._child.close(force=True)

    def sees(self, *texts: str) -> None:
        """Wait until each of these can be read, one after the other, however it is wrapped."""
        for text in texts:
            self._child.expect(_BETWEEN_WORDS.join(map(re.escape, text.split())))
            self._seen += self._child.before + self._child.after

    def is_asked(self, *texts: str, offered: str = "") -> None:
        """Wait until this can be read, with this choice, and an answer is waited for."""
        self.sees(*texts)
        if self.plain and offered:
            self.sees(offered)
        self._child.expect_exact("> " if self.plain else READS_KEYS)
        self._seen += self._child.before + self._child.after
        if offered and not self.plain:
            self.sees(offered)

    def types(self, keys: str) -> None:
        """Press these keys."""
        self._child.send(keys)

    def is_sent(self, number: int) -> None:
        """Send this signal to the program."""
        self._child.kill(number)

    def closes(self) -> None:
        """Close the window, and wait for the end of the program."""
        # This process holds the other end of the terminal, which ends with it.
        self._child.ptyproc.fileobj.close()
        self._child.ptyproc.wait()

    def picks(self, number: int) -> None:
        """Choose the answer with this number."""
        self.types(f"{number}\r" if self.plain else f"{DOWN * (number - 1)}\r")

    def ticks(self, *numbers: int) -> None:
        """Choose the answers with these numbers, which ascend."""
        if self.plain:
            self.types(" ".join(map(str, numbers)) + "\r")
            return
        steps = zip((1, *numbers), numbers, strict=False)
        self.types("".join(f"{DOWN * (here - before)} " for before, here in steps) + "\r")

    def writes(self, *lines: str) -> None:
        """Write these lines, and end the answer."""
        self.types("".join(f"{line}\r" for line in (*lines, ".")))

    def ends(self) -> int:
        """Wait for the end of the program and return its exit code."""
        import pexpect

        self._child.expect(pexpect.EOF)
        self._seen += self._child.before
        self._child.close()
        code: int = self._child.exitstatus
        return code

    @property
    def lines(self) -> list[str]:
        """What could be read so far, without what moves the cursor or colours."""
        return _ESCAPES.sub("", self._seen).replace("\r", "").split("\n")

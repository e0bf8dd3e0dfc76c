"""How long isp takes with ten thousand foreign files in the notes folder.

Run with `nox -s bench`. The files are such as a vault of Obsidian has: a fourth with a plain
title and tags, a fourth with lists and dates, a fourth that need YAML, a fourth without front
matter; 4 kB each. They were just written, so the system has them in its memory.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

COUNT = 10_000
TEXT = "A paragraph of a vault with a #tag or two, on #brokering now and then.\n" * 56
FRONTS = (
    "---\ntitle: Meeting\ndate: 2026-03-04\ntags:\n- brokering\n- work\n---\n",
    "---\ntags: [a, b/c]\ncreated: 2026-03-04T10:00\naliases: ['x: y']\n---\n",
    "---\ntitle: 'A title: quoted'\nbanner: {a: b}\n---\n",
    "",
)


def main() -> None:
    """Print the seconds that each command takes."""
    with tempfile.TemporaryDirectory() as portfolio:
        folder = Path(portfolio, "notes")
        for number in range(COUNT):
            below = folder / f"area {number % 40}"
            below.mkdir(parents=True, exist_ok=True)
            text = FRONTS[number % len(FRONTS)] + TEXT
            (below / f"2026-01-{1 + number % 28:02} note {number}.md").write_text(text, "utf-8")
        for words in (
            ["note", "list"],
            ["note", "show"],
            ["note", "new in between"],
            ["browse", "competency", "teams"],
            ["search", "vault", "--records-only"],
            [],
        ):
            begun = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "isp_cli", *words],
                env={**os.environ, "ISP_PORTFOLIO": portfolio},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
            )
            taken = time.perf_counter() - begun
            print(f"isp {' '.join(words)}".rstrip() + f", {COUNT:,} notes: {taken:.1f} s")


main()

"""How long isp takes to start, beside the least that the same libraries take.

Run with `nox -s bench`, which installs isp as its users have it. Each round times every program
once, so that whatever else the machine does falls on all of them alike; what counts is the
median over the rounds. Every program writes to a terminal, as it does for a person.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pexpect

HERE = Path(__file__).parent
ROUNDS = int(os.environ.get("ROUNDS", "30"))
ISP = [sys.executable, "-m", "isp_cli"]
COMPLETION = {
    "_ISP_COMPLETE": "complete_bash",
    "COMP_WORDS": "isp browse competency br",
    "COMP_CWORD": "3",
}


def seconds(words: list[str], environment: Mapping[str, str], until: str | None) -> float:
    """Return the seconds from the start of a program to its end, or until it shows `until`."""
    begun = time.perf_counter()
    child = pexpect.spawn(
        words[0], words[1:], env={**os.environ, **environment}, dimensions=(40, 80), timeout=60
    )
    child.expect_exact(until) if until else child.expect(pexpect.EOF)
    taken = time.perf_counter() - begun
    child.close(force=True)
    return taken


def main() -> None:
    """Print the ratios, each with its aim."""
    bare = {
        name: [sys.executable, str(HERE / f"bare_{name}.py")]
        for name in ("typer", "panel", "question")
    }
    with tempfile.TemporaryDirectory() as portfolio:
        own = {"ISP_PORTFOLIO": portfolio}
        programs: dict[str, tuple[list[str], Mapping[str, str], str | None]] = {
            "typer": (bare["typer"], {}, None),
            "panel": (bare["panel"], {}, None),
            "question": (bare["question"], {}, "two"),
            "isp --version": ([*ISP, "--version"], own, None),
            "shell completion": ([*ISP], {**own, **COMPLETION}, None),
            "isp browse competency brokering": (
                [*ISP, "browse", "competency", "brokering"],
                own,
                None,
            ),
            "first question of isp assess": ([*ISP, "assess"], own, "Leave the rest"),
        }
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(ROUNDS):
            for name, (words, environment, until) in programs.items():
                times[name].append(seconds(words, environment, until))
    middle = {name: statistics.median(taken) for name, taken in times.items()}
    for name, beside, aim in (
        ("isp browse competency brokering", "panel", 1.15),
        ("isp --version", "typer", 1.1),
        ("shell completion", "typer", 1.1),
        ("first question of isp assess", "question", 1.3),
    ):
        ratio = middle[name] / middle[beside]
        print(
            f"{name}: {middle[name] * 1000:.0f} ms, bare {beside} {middle[beside] * 1000:.0f} ms, "
            f"ratio {ratio:.2f} (aim: at most {aim})"
        )


main()

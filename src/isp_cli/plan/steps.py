"""The steps of a goal, as task list items that Markdown editors tick.

A step is written `- [ ] what to do 📅 2027-01-15`, the form that the Obsidian Tasks plug-in
reads (https://publish.obsidian.md/tasks). Lines that are no step are the person's own notes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_STEP = re.compile(
    r"^\s*[-*+] \[(?P<mark>[^\]])\] (?P<what>.*?)(?: 📅 (?P<due>\d{4}-\d{2}-\d{2}))?\s*$"
)


@dataclass(frozen=True)
class Step:
    """Something to do for a goal; `due` is None where no date was given."""

    what: str
    due: date | None = None
    done: bool = False

    def __str__(self) -> str:
        """Return the line that stands for the step in the file."""
        due = f" 📅 {self.due.isoformat()}" if self.due else ""
        return f"- [{'x' if self.done else ' '}] {' '.join(self.what.split())}{due}"


def steps_in(text: str) -> tuple[Step, ...]:
    """Return the steps among the lines of `text`, in their order."""
    found = (_STEP.match(line) for line in text.split("\n"))
    return tuple(
        Step(each["what"], _date(each["due"]), each["mark"] in "xX") for each in found if each
    )


def with_step(text: str, step: Step) -> str:
    """Return `text` with `step` below what is there."""
    return f"{text.rstrip()}\n{step}" if text.strip() else str(step)


def with_changed(text: str, number: int, step: Step) -> str:
    """Return `text` with `step` in the place of its step `number`, counted from 0."""
    lines = text.split("\n")
    at = [n for n, line in enumerate(lines) if _STEP.match(line)][number]
    lines[at] = str(step)
    return "\n".join(lines)


def as_text(steps: Iterable[Step]) -> str:
    """Return the lines that stand for `steps`."""
    return "\n".join(map(str, steps))


def _date(written: str | None) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None

"""The steps of a goal, as task list items that Markdown editors tick.

A step is written `- [ ] what to do 📅 2027-01-15`, the form that the Obsidian Tasks plug-in
reads (https://publish.obsidian.md/tasks). Lines that are no step are the person's own notes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_STEP = re.compile(r"^(?P<lead>[ \t]*[-*+] \[)(?P<mark>[^\]])\] (?P<rest>.*)$")
_DUE = re.compile(r" 📅 (\d{4}-\d{2}-\d{2})$", re.ASCII)


@dataclass(frozen=True)
class Step:
    """Something to do for a goal.

    Attributes:
        what: what there is to do.
        due: by when; None where no date was given.
        done: whether it is ticked.
        mark: another mark that the person gave it, such as "-" for cancelled.
    """

    what: str
    due: date | None = None
    done: bool = False
    mark: str = ""

    def __str__(self) -> str:
        """Return the line that stands for the step in the file."""
        due = f" 📅 {self.due.isoformat()}" if self.due else ""
        return f"- {self.box} {' '.join(self.what.split())}{due}"

    @property
    def box(self) -> str:
        """The box before the step, ticked or not."""
        return f"[{self.mark or ('x' if self.done else ' ')}]"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return not self.done and not self.mark


def step_in(line: str) -> Step | None:
    """Return the step that a line stands for, or None where it is a note."""
    found = _STEP.match(line)
    if found is None:
        return None
    rest, mark = found["rest"].rstrip(), found["mark"]
    due = _due(rest)
    what = rest[: _DUE.search(rest).start()] if due else rest  # type: ignore[union-attr]
    return Step(what, due, mark in "xX", "" if mark in " xX" else mark)


def steps_in(text: str) -> tuple[Step, ...]:
    """Return the steps among the lines of `text`, in their order."""
    return tuple(each for line in text.split("\n") if (each := step_in(line)))


def with_step(text: str, step: Step) -> str:
    """Return `text` with `step` below what is there."""
    return f"{text.rstrip()}\n{step}" if text.strip() else str(step)


def with_changed(text: str, number: int, step: Step) -> str:
    """Return `text` with what `step` says in its step `number`, counted from 0.

    The mark, the indent and the kind of bullet stay as they are in the line.
    """
    lines = text.split("\n")
    at = [n for n, line in enumerate(lines) if step_in(line)][number]
    lead = lines[at][: lines[at].index("]") + 2]
    due = f" 📅 {step.due.isoformat()}" if step.due else ""
    lines[at] = f"{lead}{step.what}{due}"
    return "\n".join(lines)


def as_text(steps: Iterable[Step]) -> str:
    """Return the lines that stand for `steps`."""
    return "\n".join(map(str, steps))


def _due(rest: str) -> date | None:
    found = _DUE.search(rest[-len(" 📅 2027-01-15") :])
    try:
        return date.fromisoformat(found.group(1)) if found else None
    except ValueError:  # a day that does not exist stays part of the words
        return None

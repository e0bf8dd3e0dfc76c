"""The steps of a goal, as task list items that Markdown editors tick.

A step is written `- [ ] what to do 📅 2027-01-15`, the form that the Obsidian Tasks plug-in
reads. Who helps, and what came of it, stand beneath, indented. All other lines are the person's
own. What is changed here changes nothing but what it names: every other byte stays.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from isp_cli.plan.signs import CANCELLED, DONE, DUE, REPEATS, Signed

HELPS = "Who helps"

_STEP = re.compile(
    r"(?P<lead>(?P<indent>[ \t]*)(?P<bullet>[-*+]|\d{1,9}[.)])[ \t]+\[)(?P<mark>[^\]\r\n])"
    r"(?P<close>\](?:[ \t]+|(?=\s*\Z)))(?P<rest>.*?)(?P<end>\s*)\Z"
)
_BENEATH = re.compile(r"[ \t]*(?:[-*+][ \t]+)?(?P<text>.*?)\s*\Z")
_HELPS = re.compile(rf"{HELPS}:[ \t]*(?P<who>.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Step:
    """Something to do for a goal.

    Attributes:
        what: what there is to do.
        due: by when; None where no date was given.
        done: whether it is ticked.
        mark: another mark that the person gave it, such as "-" for cancelled.
        ended: the day that it was done, or dropped, where the line says it.
        helps: who helps with it.
        came: what stands beneath it besides, a text for each line.
        repeats: whether a task plug-in is to repeat it.
    """

    what: str
    due: date | None = None
    done: bool = False
    mark: str = ""
    ended: date | None = None
    helps: str = ""
    came: tuple[str, ...] = ()
    repeats: bool = False

    def __str__(self) -> str:
        """Return the lines that stand for the step in the file."""
        signs = [(DUE, self.due), (DONE if self.done else CANCELLED, self.ended)]
        behind = "".join(f" {sign} {day.isoformat()}" for sign, day in signs if day)
        beneath = [f"{HELPS}: {self.helps}"] if self.helps else []
        lines = [f"- {self.box} {' '.join(self.what.split())}{behind}"]
        return "\n".join([*lines, *(f"  - {' '.join(each.split())}" for each in beneath)])

    @property
    def box(self) -> str:
        """The box before the step, ticked or not."""
        return f"[{self.mark or ('x' if self.done else ' ')}]"

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done; "/" stands for one that is begun."""
        return not self.done and self.mark in ("", "/")

    @property
    def is_dropped(self) -> bool:
        """Whether it was given up, which "-" stands for."""
        return self.mark == "-"


@dataclass(frozen=True)
class Place:
    """A step, the number of its line, and that of the first line that no longer belongs to it."""

    step: Step
    line: int
    end: int


def step_in(line: str) -> Step | None:
    """Return the step that a line stands for, or None where it is a note."""
    found = _STEP.match(line)
    signed = Signed.of(found["rest"]) if found else None
    if found is None or signed is None or not signed.words.strip():
        return None
    mark = found["mark"]
    return Step(
        signed.words,
        signed.day(DUE),
        done=mark in "xX",
        mark="" if mark in " xX" else mark,
        ended=signed.day(CANCELLED if mark == "-" else DONE),
        repeats=REPEATS in signed.text[signed.at :],
    )


def places(text: str) -> tuple[Place, ...]:
    """Return the steps among the lines of `text` with their places, in their order."""
    lines = text.split("\n")
    return tuple(
        _place(lines, at, step) for at, line in enumerate(lines) if (step := step_in(line))
    )


def steps_in(text: str) -> tuple[Step, ...]:
    """Return the steps among the lines of `text`, in their order."""
    return tuple(each.step for each in places(text))


def with_step(text: str, step: Step, newline: str = "") -> str:
    """Return `text` with `step` below what is there; lines end as in `text`, if not said."""
    end = newline or _newline(text)
    new = str(step).replace("\n", end)
    return f"{text.rstrip()}{end}{new}" if text.strip() else new


def with_changed(text: str, number: int, step: Step) -> str:
    """Return `text` with the words and the date of `step` in its step `number`, from 0.

    The mark, the indent, the kind of bullet and other signs stay as they are in the line.
    """
    return _rewritten(text, number, lambda signed: signed.saying(step.what).dating(DUE, step.due))


def with_ended(text: str, number: int, day: date, *, done: bool) -> str:
    """Return `text` with its step `number`, from 0, done or dropped on `day`."""
    sign, mark = (DONE, "x") if done else (CANCELLED, "-")
    return _rewritten(text, number, lambda signed: signed.dating(sign, day), mark)


def with_beneath(text: str, number: int, words: str, newline: str = "") -> str:
    """Return `text` with a line of `words` beneath its step `number`, from 0.

    Args:
        text: the lines of a goal's steps.
        number: which step.
        words: what is to stand there.
        newline: how lines end; as in `text`, if not said.
    """
    lines = text.split("\n")
    place = places(text)[number]
    found = _STEP.match(lines[place.line])
    assert found is not None  # noqa: S101 - a place is a line that stands for a step
    end = "\r" if (newline or _newline(text)) == "\r\n" else ""
    indent = found["indent"] + " " * (len(found["bullet"]) + 1)
    last = place.end == len(lines)
    if last and end and not lines[-1].endswith("\r"):
        lines[-1] += end
    lines.insert(place.end, f"{indent}- {' '.join(words.split())}" + ("" if last else end))
    return "\n".join(lines)


def with_helper(text: str, number: int, who: str, newline: str = "") -> str:
    """Return `text` with `who` helps in its step `number`, from 0, in the place of who did."""
    lines = text.split("\n")
    place = places(text)[number]
    for at in range(place.line + 1, place.end):
        found = _HELPS.search(lines[at])
        if found and _HELPS.fullmatch(beneath(lines[at])):
            end = "\r" if lines[at].endswith("\r") else ""
            lines[at] = lines[at][: found.start("who")] + " ".join(who.split()) + end
            return "\n".join(lines)
    return with_beneath(text, number, f"{HELPS}: {who}", newline)


def as_text(steps: Iterable[Step]) -> str:
    """Return the lines that stand for `steps`."""
    return "\n".join(map(str, steps))


def beneath(line: str) -> str:
    """Return what a line beneath a step says, without its indent and bullet."""
    found = _BENEATH.match(line)
    return found["text"] if found else line


def _rewritten(
    text: str, number: int, change: Callable[[Signed], Signed], mark: str | None = None
) -> str:
    lines = text.split("\n")
    at = places(text)[number].line
    found = _STEP.match(lines[at])
    assert found is not None  # noqa: S101 - a place is a line that stands for a step
    rest = change(Signed.of(found["rest"])).text
    lines[at] = found["lead"] + (mark or found["mark"]) + found["close"] + rest + found["end"]
    return "\n".join(lines)


def _place(lines: list[str], at: int, step: Step) -> Place:
    """Return the step with what stands beneath it: the lines below that are indented further."""
    depth = _depth(lines[at])
    end = at + 1
    below: list[str] = []
    for number, line in enumerate(lines[at + 1 :], start=at + 1):
        if not line.strip():
            continue
        if _depth(line) <= depth or step_in(line):
            break
        end = number + 1
        below.append(beneath(line))
    helps = next((found["who"] for each in below if (found := _HELPS.fullmatch(each))), "")
    came = tuple(each for each in below if not _HELPS.fullmatch(each))
    whole = Step(step.what, step.due, step.done, step.mark, step.ended, helps, came, step.repeats)
    return Place(whole, at, end)


def _depth(line: str) -> int:
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"

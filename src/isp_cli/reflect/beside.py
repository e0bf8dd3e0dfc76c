"""What is there to read beside a question."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from isp_cli import dates
from isp_cli.guide.model import Competency, Guide, Principle
from isp_cli.note.found import FoundNote
from isp_cli.reflect.answer import answer_lines
from isp_cli.reflect.prompts import prompts
from isp_cli.reflect.questions import Asked, asked_in
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.outline import numbered
from isp_cli.terminal.prompter import Aside
from isp_cli.terminal.screen import Line, one_line

FEW = 5
"""Notes that are named beside a question."""

LONG = 1_200
"""Characters of an earlier answer beyond which only its beginning is shown unasked."""


@dataclass(frozen=True)
class Beside:
    """What a person wrote and found before, where it bears on a question.

    Attributes:
        earlier: by the id of a question, the last reflection in which it was answered.
        profile: the lines of the latest profile, where there is one.
        notes: returns the person's notes, oldest first; they are read when they are needed.
    """

    earlier: Mapping[str, Reflection] = field(default_factory=dict)
    profile: tuple[Line, ...] = ()
    notes: Callable[[], Sequence[FoundNote]] = tuple


def earlier_answers(reflections: Iterable[Reflection], guide: Guide) -> dict[str, Reflection]:
    """Return the last reflection in which each question was answered; the oldest comes first."""
    return {
        question.id: each
        for each in reflections
        for question in asked_in(each, guide)
        if each.answers(question.id)
    }


def asides(
    question: Asked, beside: Beside, chosen: Sequence[str] = (), *, one: str = ""
) -> tuple[Aside, ...]:
    """Return what can be read before answering a question.

    Args:
        question: the question.
        beside: what the person wrote and found before.
        chosen: the ids of the principles or competencies that are chosen already.
        one: the id of the one that a follow-up is about.
    """
    found = []
    parts = [each for each in question.parts if one in ("", each.id)]
    if parts:
        about = "competencies" if isinstance(parts[0], Competency) else "principles"
        label = f"what {parts[0].name} means" if one else f"what the {about} mean"
        found.append(Aside("more", label, tuple(_meanings(parts))))
    if question.id in beside.earlier:
        found.append(Aside("last", "your last answer", tuple(_last_time(question, beside))))
    notes = _notes(question, beside, [one] if one else chosen)
    if notes:
        label = "your notes on this" if question.parts else "your latest notes"
        found.append(Aside("notes", label, tuple(_titles(notes))))
    return tuple(found)


def shows_profile(guide: Guide, question: Asked, beside: Beside) -> bool:
    """Return whether the profile is shown once the question is answered."""
    return bool(beside.profile) and question.id in prompts(guide).beside_the_profile


def last_time(question: Asked, beside: Beside) -> tuple[Line, ...]:
    """Return the last answer to a question; of a long one its beginning."""
    lines = list(_last_time(question, beside))
    shown: list[Line] = []
    room = LONG
    for line in lines:
        if room < len(line.text):
            shown.append(Line(f"{line.text[:room].rstrip()} …", mark=line.mark, indent=line.indent))
            shown.append(Line("To read all of it: /last"))
            break
        shown.append(line)
        room -= len(line.text)
    return tuple(shown)


def _last_time(question: Asked, beside: Beside) -> Iterator[Line]:
    reflection = beside.earlier[question.id]
    yield Line(f"On {reflection.day} you answered:")
    yield from answer_lines(reflection, question)


def _meanings(parts: Iterable[Principle | Competency]) -> Iterator[Line]:
    for number, each in enumerate(parts):
        if number:
            yield Line()
        yield Line(each.name, style="bold")
        if isinstance(each, Principle):
            yield from (Line(item.text, indent=2) for item in each.meaning)
        else:
            yield from numbered(each.overview)


def _notes(question: Asked, beside: Beside, about: Sequence[str]) -> list[FoundNote]:
    """Return the notes that may help to answer a question, oldest first."""
    if question.parts:
        return [each for each in beside.notes() if any(map(each.touches, about))] if about else []
    return list(beside.notes()) if question.recalls else []


def _titles(notes: Sequence[FoundNote]) -> Iterator[Line]:
    for note in reversed(notes[-FEW:]):
        yield Line(one_line(f"{dates.spoken(note.day)}: {note.title}", 200), mark="-", indent=2)
    if len(notes) > FEW:
        yield Line(f"and {len(notes) - FEW} more", indent=4)
    yield Line("To read them: isp note list, isp note show")

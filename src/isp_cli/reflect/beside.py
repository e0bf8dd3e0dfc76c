"""What is there to read beside a question."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from isp_cli.guide.model import Competency, Guide, Principle
from isp_cli.reflect.answer import answer_lines
from isp_cli.reflect.prompts import prompts
from isp_cli.reflect.questions import Asked, asked_in
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.outline import numbered
from isp_cli.terminal.prompter import Aside
from isp_cli.terminal.screen import Line

LONG = 1_200
"""Characters of an earlier answer beyond which only its beginning is shown unasked."""


@dataclass(frozen=True)
class Beside:
    """What a person wrote and found before, where it bears on a question.

    Attributes:
        earlier: by the id of a question, the last reflection in which it was answered.
        profile: the lines of the latest profile, where there is one.
    """

    earlier: Mapping[str, Reflection] = field(default_factory=dict)
    profile: tuple[Line, ...] = ()


def earlier_answers(reflections: Iterable[Reflection], guide: Guide) -> dict[str, Reflection]:
    """Return the last reflection in which each question was answered; the oldest comes first."""
    return {
        question.id: each
        for each in reflections
        for question in asked_in(each, guide)
        if each.answers(question.id)
    }


def asides(question: Asked, beside: Beside) -> tuple[Aside, ...]:
    """Return what can be read before answering a question."""
    found = []
    if question.parts:
        about = "principles" if isinstance(question.parts[0], Principle) else "competencies"
        found.append(Aside("more", f"what the {about} mean", tuple(_meanings(question.parts))))
    if question.id in beside.earlier:
        found.append(Aside("last", "your last answer", tuple(_last_time(question, beside))))
    return tuple(found)


def about_one(question: Asked, part: str, beside: Beside) -> tuple[Aside, ...]:
    """Return what can be read before answering a follow-up about one of what was chosen."""
    meant = [each for each in question.parts if each.id == part]
    more = Aside("more", f"what {meant[0].name} means", tuple(_meanings(meant))) if meant else None
    others = [each for each in asides(question, beside) if each.word != "more"]
    return (*([more] if more else []), *others)


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

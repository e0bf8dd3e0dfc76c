"""A reflection as a YAML form: the empty one, and what a filled one says."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import Field

from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.reflect.questions import Asked, asked
from isp_cli.reflect.record import Reflection, of_each, since_key
from isp_cli.sessions.answers import Form, Written, form_text
from isp_cli.sessions.desk import guide_version


class ReflectionForm(Form):
    """The answers to the questions, and what was chosen where they ask to choose."""

    status: Literal["draft", "finished"] = "finished"
    answers: Mapping[str, Written] = Field(default_factory=dict)
    chosen: Mapping[str, tuple[Written, ...] | None] = Field(default_factory=dict)


def template(guide: Guide) -> str:
    """Return the form to fill in."""
    explained = [
        "The questions to reflect on. Write your answers; those left empty stay unanswered.",
        "An answer of several lines: a | after the colon, and four spaces before each line.",
        "With 'draft' in the place of 'finished', 'isp reflect' takes it up again.",
    ]
    choices: list[tuple[list[str], dict[str, list[str]]]] = [
        ([f"{each.number}. {_kind(guide, each)}: {', '.join(_ids(each))}"], {each.id: []})
        for each in asked(guide)
        if each.parts
    ]
    return "".join(
        (
            form_text((explained, {"status": "finished"})),
            "\nanswers:\n",
            textwrap.indent(form_text(*_places(guide)), "  "),
            "\n# What you choose, where a question is about principles or competencies.\nchosen:\n",
            textwrap.indent(form_text(*choices), "  "),
        )
    )


def check(guide: Guide, filled: ReflectionForm) -> Iterator[tuple[list[str | int], str]]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    known = list(asked(guide))
    keys = [key for each in known for key in _headings(each)]
    for name in filled.answers:
        if name not in keys:
            yield ["answers", name], f"is no question; the questions are {_ends(known)}"
    for name, chosen in filled.chosen.items():
        question = next((each for each in known if each.id == name and each.parts), None)
        if question is None:
            yield ["chosen", name], "is no question that asks to choose"
            continue
        for number, each in enumerate(chosen or ()):
            wrong = _wrong_with(guide, question, each)
            if wrong:
                yield ["chosen", name, number], wrong
        if question.most and len(chosen or ()) > question.most:
            yield ["chosen", name], f"holds {len(chosen or ())}; choose at most {question.most}"
    if not any(map(str.strip, filled.answers.values())) and not any(filled.chosen.values()):
        yield [], "nothing is filled in yet"


def record(guide: Guide, filled: ReflectionForm, moment: datetime) -> Reflection:
    """Return the reflection that a filled form holds; finished, unless it says that it is not."""
    chosen = {}
    headings: dict[str, str] = {}
    for question in asked(guide):
        headings |= _headings(question)
        if names := filled.chosen.get(question.id):
            kind = lookup.kind(_kind(guide, question))
            found = [lookup.find(guide, kind, name).id for name in names]
            chosen[question.id] = tuple(dict.fromkeys(found))
    return Reflection.begun(
        moment,
        guide_version(guide),
        status=filled.status,
        finished=moment if filled.status == "finished" else None,
        chosen=chosen,
        passages=tuple(
            Passage(key, heading, filled.answers[key])
            for key, heading in headings.items()
            if filled.answers.get(key, "").strip()
        ),
    )


def _places(guide: Guide) -> Iterator[tuple[list[str], dict[str, None]]]:
    for each in asked(guide):
        yield [each.heading], {each.id: None}
        for below in each.follow_ups:
            one = of_each(below.id, each.parts[0].id) if each.asks_of_each else ""
            more = [f"For one of several that you choose: {one}"] if one else []
            yield [below.heading, *more], {below.id: None}


def _headings(question: Asked) -> dict[str, str]:
    """Return the keys of all that can be answered to a question, each with its heading."""
    headings = {question.id: question.heading}
    for below in question.follow_ups:
        headings[below.id] = below.heading
        if question.asks_of_each:
            for part in question.parts:
                name = f"{below.label}. {part.name}: {below.text}"
                headings[of_each(below.id, part.id)] = name
    since = f"{question.number}. What has changed since last time?"
    return {**headings, since_key(question.id): since}


def _kind(guide: Guide, question: Asked) -> str:
    return "principles" if question.parts == guide.principles else "competencies"


def _ids(question: Asked) -> Iterator[str]:
    return (each.id for each in question.parts)


def _ends(questions: Sequence[Asked]) -> str:
    """Return which questions there are, such as "question.1 to question.10.a"."""
    last = questions[-1]
    end = last.follow_ups[-1].id if last.follow_ups else last.id
    return f"{questions[0].id} to {end}"


def _wrong_with(guide: Guide, question: Asked, name: str) -> str | None:
    try:
        lookup.find(guide, lookup.kind(_kind(guide, question)), name)
    except NotFound as error:
        return f"{error.what} {error.mend}".rstrip(".")
    return None

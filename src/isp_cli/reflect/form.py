"""A reflection as a YAML form: the empty one, and what a filled one says."""

import itertools
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import Field

from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.reflect.questions import Asked, asked, asked_of
from isp_cli.reflect.record import Reflection, of_each, since_key
from isp_cli.sessions.answers import HOW_TO_WRITE, Form, Written, form_text
from isp_cli.sessions.desk import guide_version
from isp_cli.sessions.structures import Structure
from isp_cli.sessions.structures import structure as structure_called


class ReflectionForm(Form):
    """The answers to the questions, and what was chosen where they ask to choose."""

    structure: Written = ""
    status: Literal["draft", "finished"] = "finished"
    answers: Mapping[str, Written] = Field(default_factory=dict)
    chosen: Mapping[str, tuple[Written, ...] | None] = Field(default_factory=dict)


def template(guide: Guide, structure: Structure | None = None) -> str:
    """Return the form to fill in: with the guide's questions, or with those of a structure."""
    questions = _questions(guide, structure)
    explained = [
        "The questions to reflect on. Write your answers; those left empty stay unanswered.",
        HOW_TO_WRITE,
        "With 'draft' in the place of 'finished', 'isp reflect' takes it up again.",
    ]
    head = {"structure": structure.key} if structure else {}
    choices: list[tuple[list[str], dict[str, list[str]]]] = [
        ([f"{each.number}. {_kind(guide, each)}: {', '.join(_ids(each))}"], {each.id: []})
        for each in questions
        if each.parts
    ]
    below = "\n# What you choose, where a question is about principles or competencies.\nchosen:\n"
    return "".join(
        (
            form_text((explained, {**head, "status": "finished"})),
            "\nanswers:\n",
            textwrap.indent(form_text(*_places(questions)), "  "),
            below + textwrap.indent(form_text(*choices), "  ") if choices else "",
        )
    )


def check(
    guide: Guide, filled: ReflectionForm, structure: Structure | None = None
) -> Iterator[tuple[list[str | int], str]]:
    """Yield what is wrong with a filled form: the path of keys to it, and what.

    Args:
        guide: the guide whose questions it answers.
        filled: the form.
        structure: the questions that were chosen beside it, in the guide's place.
    """
    try:
        known = _questions(guide, structure_of(filled, structure))
    except NotFound as error:
        yield ["structure"], f"{error.what} {error.mend}".rstrip(".")
        return
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
    yield from _not_chosen(guide, filled, known)
    if not any(map(str.strip, filled.answers.values())) and not any(filled.chosen.values()):
        yield [], "nothing is filled in yet"


def structure_of(filled: ReflectionForm, chosen: Structure | None) -> Structure | None:
    """Return the structure whose questions a form answers: the one chosen, or what it names.

    Raises:
        NotFound: it names one that there is not, or another than the one chosen.
    """
    if not filled.structure or (chosen and chosen.key == filled.structure):
        return chosen
    if chosen:
        what = f"'{filled.structure}' is not what was chosen: {chosen.key}."
        raise NotFound(what, mend="Choose the one or the other.")
    return structure_called(filled.structure)


def record(
    guide: Guide, filled: ReflectionForm, moment: datetime, structure: Structure | None = None
) -> Reflection:
    """Return the reflection that a filled form holds; finished, unless it says that it is not."""
    structure = structure_of(filled, structure)
    chosen = {}
    headings: dict[str, str] = {}
    for question in _questions(guide, structure):
        headings |= _headings(question)
        if names := filled.chosen.get(question.id):
            kind = lookup.kind(_kind(guide, question))
            found = [lookup.find(guide, kind, name).id for name in names]
            chosen[question.id] = tuple(dict.fromkeys(found))
    begun = Reflection.begun(
        moment,
        guide_version(guide),
        status=filled.status,
        finished=moment if filled.status == "finished" else None,
        chosen=chosen,
    )
    answers = {key: text for key, text in filled.answers.items() if text.strip()}
    passages = [Passage(each, headings[each], answers.get(each, "")) for each in headings]
    if structure:
        begun = begun.on(structure)
    kept = {each.key for each in begun.passages} | answers.keys()
    return begun.with_values(passages=tuple(each for each in passages if each.key in kept))


def _questions(guide: Guide, structure: Structure | None) -> tuple[Asked, ...]:
    return asked_of(structure) if structure else tuple(asked(guide))


def _places(questions: Iterable[Asked]) -> Iterator[tuple[list[str], dict[str, None]]]:
    for each in questions:
        yield [each.heading, *(f"- {prompt}" for prompt in each.prompts)], {each.id: None}
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


def _not_chosen(
    guide: Guide, filled: ReflectionForm, known: Iterable[Asked]
) -> Iterator[tuple[list[str | int], str]]:
    """Yield the follow-ups that are about one which was not chosen."""
    for question in (each for each in known if each.asks_of_each):
        names = filled.chosen.get(question.id) or ()
        chosen = {each for name in names for each in _found(guide, question, name)}
        for below, part in itertools.product(question.follow_ups, question.parts):
            key = of_each(below.id, part.id)
            if filled.answers.get(key, "").strip() and part.id not in chosen:
                yield ["answers", key], f"is about {part.name}; choose it under {question.id}, too"


def _found(guide: Guide, question: Asked, name: str) -> tuple[str, ...]:
    try:
        return (lookup.find(guide, lookup.kind(_kind(guide, question)), name).id,)
    except NotFound:
        return ()


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

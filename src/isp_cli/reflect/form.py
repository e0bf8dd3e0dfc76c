"""A reflection as a YAML form: the empty one, and what a filled one says."""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import datetime

from pydantic import Field

from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.reflect.questions import asked, to_choose_from
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.answers import Form, Written, form_text
from isp_cli.sessions.desk import guide_version


class ReflectionForm(Form):
    """The answers to the questions, and what was chosen where they ask to choose."""

    answers: Mapping[str, Written] = Field(default_factory=dict)
    chosen: Mapping[str, tuple[Written, ...] | None] = Field(default_factory=dict)


def template(guide: Guide) -> str:
    """Return the form to fill in."""
    explained = [
        "The questions to reflect on. Write your answers; those left empty stay unanswered.",
        "An answer of several lines: a | after the colon, and four spaces before each line.",
    ]
    places = [([each.heading], {each.id: None}) for each in asked(guide)]
    choices: list[tuple[list[str], dict[str, list[str]]]] = [
        (
            [f"{question.number}. {question.chooses}: " + ", ".join(each.id for each in names)],
            {question.id: []},
        )
        for question in guide.questions
        if (names := to_choose_from(guide, question))
    ]
    return "".join(
        (
            form_text((explained, None)),
            "\nanswers:\n",
            textwrap.indent(form_text(*places), "  "),
            "\n# What you choose, where a question is about principles or competencies.\nchosen:\n",
            textwrap.indent(form_text(*choices), "  "),
        )
    )


def check(guide: Guide, filled: ReflectionForm) -> Iterator[tuple[list[str | int], str]]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    known = [each.id for each in asked(guide)]
    for name in filled.answers:
        if name not in known:
            yield ["answers", name], f"is no question; the questions are {known[0]} to {known[-1]}"
    for name, chosen in filled.chosen.items():
        question = next((each for each in guide.questions if each.id == name), None)
        if question is None or not question.chooses:
            yield ["chosen", name], "is no question that asks to choose"
            continue
        for number, each in enumerate(chosen or ()):
            try:
                lookup.find(guide, lookup.kind(question.chooses), each)
            except NotFound as error:
                yield ["chosen", name, number], f"{error.what} {error.mend}".rstrip(".")
    if not any(map(str.strip, filled.answers.values())) and not any(filled.chosen.values()):
        yield [], "nothing is filled in yet"


def record(guide: Guide, filled: ReflectionForm, moment: datetime) -> Reflection:
    """Return the finished reflection that a filled form holds."""
    chosen = {}
    for question in guide.questions:
        if question.chooses and (names := filled.chosen.get(question.id)):
            kind = lookup.kind(question.chooses)
            found = [lookup.find(guide, kind, name).id for name in names]
            chosen[question.id] = tuple(dict.fromkeys(found))
    written = {each.id: filled.answers.get(each.id, "") for each in asked(guide)}
    return Reflection.begun(
        moment,
        guide_version(guide),
        status="finished",
        finished=moment,
        chosen=chosen,
        passages=tuple(
            Passage(each.id, each.heading, written[each.id])
            for each in asked(guide)
            if written[each.id].strip()
        ),
    )

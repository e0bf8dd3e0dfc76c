"""A note as a YAML form: the empty one, and what a filled one says."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from pydantic import Field

from isp_cli import dates
from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.guide.naming import competencies_named, principles_named
from isp_cli.note import given
from isp_cli.note.record import Note
from isp_cli.sessions.answers import HOW_TO_WRITE, Form, Written, form_text
from isp_cli.sessions.structures import Structure

Wrong = tuple[Sequence[str | int], str]
"""What is wrong with a form: the path of keys to it, and what."""


class NoteForm(Form):
    """A note: its text, or the answers to questions, and what is said of it."""

    text: Written = ""
    answers: Mapping[str, Written] = Field(default_factory=dict)
    date: Written = ""
    title: Written = ""
    competencies: tuple[Written, ...] | None = ()
    principles: tuple[Written, ...] | None = ()
    dilemma: Written = ""
    share: bool | None = False


def template(guide: Guide, structure: Structure | None) -> str:
    """Return the form to fill in, with the questions of `structure` if there is one."""
    explained = ["A note on a moment of practice. Leave empty what you have nothing to say to."]
    explained.append(HOW_TO_WRITE)
    said = [
        (
            [f"date: the day it was, such as {dates.EXAMPLES_PAST}; empty means today."],
            {"date": None, "title": None},
        ),
        (
            ["competencies it touches: " + ", ".join(each.id for each in guide.competencies)],
            {"competencies": []},
        ),
        (
            ["principles it touches: " + ", ".join(each.id for each in guide.principles)],
            {"principles": []},
        ),
        (["dilemma: the number of the one it shows, if any."], {"dilemma": None}),
        (["share: true lets an export take it in; false keeps it private."], {"share": False}),
    ]
    if structure is None:
        return form_text((explained, None), (["text: what happened."], {"text": None}), *said)
    questions = form_text(
        *(
            ([each.text, *each.prompts], {key.partition(".")[2]: None})
            for key, each in structure.asked
        )
    )
    indented = "".join(f"  {line}".rstrip() + "\n" for line in questions.splitlines())
    head = form_text((explained, None), ([structure.name], None))
    return f"{head}\nanswers:\n{indented}\n{form_text(*said)}"


def check(
    guide: Guide, filled: NoteForm, structure: Structure | None, today: date
) -> Iterator[Wrong]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    written = [filled.text, *filled.answers.values()]
    if not any(map(str.strip, written)):
        yield [], "nothing is filled in yet"
    yield from _wrong_with_answers(filled, structure)
    if filled.date.strip() and (wrong := given.wrong_with_day(filled.date, today)):
        yield ["date"], wrong.rstrip(".")
    for field, kind, names in (
        ("competencies", "competency", filled.competencies),
        ("principles", "principle", filled.principles),
    ):
        for number, name in enumerate(names or ()):
            yield from _not_found(guide, kind, name, [field, number])
    if filled.dilemma.strip():
        yield from _not_found(guide, "dilemma", filled.dilemma, ["dilemma"])


def _wrong_with_answers(filled: NoteForm, structure: Structure | None) -> Iterator[Wrong]:
    if structure is None:
        if filled.answers:
            what = "answers which questions? Say it with --as or --questions"
            yield ["answers"], what
        return
    if filled.text.strip():
        yield ["text"], "does not go with questions; answer them, or leave out --as"
    known = [key.partition(".")[2] for key, _ in structure.asked]
    for name in filled.answers:
        if name not in known:
            yield ["answers", name], f"is no question of these; there is: {', '.join(known)}"


def _not_found(guide: Guide, kind: str, name: str, path: Sequence[str | int]) -> Iterator[Wrong]:
    try:
        lookup.find(guide, lookup.kind(kind), name)
    except NotFound as error:
        yield path, f"{error.what} {error.mend}".rstrip(".")


def record(guide: Guide, filled: NoteForm, structure: Structure | None, moment: datetime) -> Note:
    """Return the finished note that a filled form holds."""
    said = given.Given(
        day=dates.past_day_in(filled.date, moment.date()) or moment.date(),
        title=filled.title.strip() or None,
        competencies=competencies_named(guide, filled.competencies or ()),
        principles=principles_named(guide, filled.principles or ()),
        dilemma=given.dilemma_named(guide, filled.dilemma) if filled.dilemma.strip() else None,
        structure=structure,
        is_shareable=bool(filled.share),
    )
    note = said.finished_note(guide, moment)
    if structure is None:
        return note.saying(filled.text)
    for key, each in structure.asked:
        note = note.with_text(key, each.text, filled.answers.get(key.partition(".")[2], ""))
    return note

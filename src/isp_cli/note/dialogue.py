"""The conversation of a note."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from typing import Literal

from isp_cli import dates
from isp_cli.guide.model import Competency, Guide, Principle
from isp_cli.guide.naming import first_sentence
from isp_cli.note.given import Given, wrong_with_day
from isp_cli.note.record import Note
from isp_cli.portfolio.passage import BODY
from isp_cli.sessions.structures import Structure, prompts_by_key
from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Enter, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step, walk

PRIVATE, SHAREABLE = "private", "shareable"
NONE = "none"


def dialogue(
    guide: Guide,
    prompter: Prompter,
    record: Note,
    *,
    given: Given | None = None,
    today: date | None = None,
) -> Iterator[Note]:
    """Yield the note anew after every answer.

    Args:
        guide: the guide whose principles, competencies and dilemmas are chosen from.
        prompter: who asks.
        record: the note so far.
        given: what was said of it before; that is not asked again.
        today: the day that "yesterday" counts from; the day the note was begun, if not said.

    Raises:
        Left: the person leaves the rest for later.
    """
    said = given or Given()
    day = today or record.started.date()
    begun = said.put_on(record) if record.is_empty else record
    yield from walk(begun, lambda note: list(_steps(guide, note, said, day)), prompter)


def _steps(guide: Guide, note: Note, given: Given, today: date) -> Iterator[Step[Note]]:
    yield from _answer_steps(note, given.structure) if note.structure else [_text_step(note)]
    if not given.day:
        yield _day_step(note, today)
    if not given.competencies:
        yield _touched_step(note, "competencies", guide.competencies)
    if not given.principles:
        yield _touched_step(note, "principles", guide.principles)
    if not given.dilemma and guide.dilemmas:
        yield _dilemma_step(guide, note)
    if not given.is_shareable:
        yield _share_step(note)


def _text_step(note: Note) -> Step[Note]:
    return Step(
        Write(
            key="text",
            text="What happened?",
            context=(
                Line("A note on a moment of practice, in your own words; as short as you like."),
            ),
            current=note.text(BODY),
            optional=False,
        ),
        Note.saying,
        answered=bool(note.text(BODY)),
    )


def _answer_steps(note: Note, structure: Structure | None) -> Iterator[Step[Note]]:
    """Yield the questions of the note's structure; its passages are headed by them."""
    prompts = prompts_by_key(note.structure or "")
    if structure:
        prompts = {key: each.prompts for key, each in structure.asked}
    to_think_of = {
        key: (
            Line("To begin with, if you like:"),
            *(Line(each, mark="-", indent=2) for each in some),
        )
        for key, some in prompts.items()
        if some
    }
    for number, each in enumerate(note.passages, start=1):
        yield Step(
            Write(
                key=each.key,
                text=each.heading,
                place=f"Question {number} of {len(note.passages)}",
                context=to_think_of.get(each.key, ()),
                current=each.text,
            ),
            partial(_answered, key=each.key, heading=each.heading),
            answered=bool(each.text),
        )


def _answered(note: Note, text: str, *, key: str, heading: str) -> Note:
    return note.with_text(key, heading, text)


def _day_step(note: Note, today: date) -> Step[Note]:
    def put(note: Note, written: str) -> Note:
        return note.with_values(date=dates.past_day_in(written, today))

    return Step(
        Enter(
            key="date",
            text="When was it? (Enter alone: today; or for example yesterday, last Friday)",
            current=note.date.isoformat() if note.date else "",
            check=partial(wrong_with_day, today=today),
            open_ended=True,
        ),
        put,
        answered=note.date is not None,
    )


def _touched_step(
    note: Note, key: Literal["competencies", "principles"], parts: Iterable[Competency | Principle]
) -> Step[Note]:
    current: tuple[str, ...] = getattr(note, key)

    def put(note: Note, chosen: tuple[str, ...]) -> Note:
        return note.with_values(**{key: chosen})

    return Step(
        ChooseSeveral(
            key=key,
            text=f"Which {key} does it touch, if any?",
            choices=tuple(Choice(each.id, each.name) for each in parts),
            current=current,
        ),
        put,
        answered=bool(current),
    )


def _dilemma_step(guide: Guide, note: Note) -> Step[Note]:
    def put(note: Note, chosen: str) -> Note:
        return note.with_values(dilemma=None if chosen == NONE else chosen)

    return Step(
        Choose(
            key="dilemma",
            text="Does it show one of the guide's dilemmas?",
            choices=(
                Choice(NONE, "None of them"),
                *(Choice(each.id, first_sentence(each.text)) for each in guide.dilemmas),
            ),
            current=note.dilemma,
        ),
        put,
        answered=note.dilemma is not None,
    )


def _share_step(note: Note) -> Step[Note]:
    def put(note: Note, chosen: str) -> Note:
        return note.with_values(private=chosen == PRIVATE)

    return Step(
        Choose(
            key="share",
            text="Is it for you alone?",
            choices=(
                Choice(PRIVATE, "Yes, private: it stays out of every export"),
                Choice(SHAREABLE, "It may be shared: an export can take it in"),
            ),
            current=None if note.private else SHAREABLE,
            optional=False,
        ),
        put,
        answered=not note.private,
    )

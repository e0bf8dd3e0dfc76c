"""The conversation of a reflection."""

from collections.abc import Iterator

from isp_cli.guide.model import Guide
from isp_cli.reflect.questions import Asked, asked, to_choose_from
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.prompter import Choice, ChooseSeveral, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step, walk


def dialogue(guide: Guide, prompter: Prompter, record: Reflection) -> Iterator[Reflection]:
    """Yield the reflection anew after every answer.

    Raises:
        Left: the person leaves the rest for later.
    """
    yield from walk(record, lambda current: _steps(guide, current), prompter)


def _steps(guide: Guide, record: Reflection) -> list[Step[Reflection]]:
    steps = []
    for each in asked(guide):
        place = f"Question {each.label}"
        if not each.is_follow_up:
            place += f" of {len(guide.questions)}"
        chooses = not each.is_follow_up and each.question.chooses
        if chooses:
            steps.append(_choice_step(guide, each, record, place))
        steps.append(_answer_step(guide, each, record, place))
    return steps


def _choice_step(guide: Guide, question: Asked, record: Reflection, place: str) -> Step[Reflection]:
    names = to_choose_from(guide, question.question)

    def put(record: Reflection, chosen: tuple[str, ...]) -> Reflection:
        return record.with_chosen(question.id, chosen)

    return Step(
        ChooseSeveral(
            key=f"{question.id}.chosen",
            text=question.text,
            place=place,
            choices=tuple(Choice(each.id, each.name) for each in names),
            current=record.chosen.get(question.id, ()),
        ),
        put,
        answered=question.id in record.chosen,
    )


def _answer_step(guide: Guide, question: Asked, record: Reflection, place: str) -> Step[Reflection]:
    chosen = record.chosen.get(question.id, ())
    names = [each.name for each in to_choose_from(guide, question.question) if each.id in chosen]
    context = (Line("You chose: " + ", ".join(names)),) if names else ()

    def put(record: Reflection, text: str) -> Reflection:
        return record.with_text(question.id, question.heading, text)

    return Step(
        Write(
            key=question.id,
            text=_wording(question, names),
            place=place,
            context=context,
            current=record.text(question.id),
        ),
        put,
        answered=bool(record.text(question.id)),
    )


def _wording(question: Asked, names: list[str]) -> str:
    if names:
        return "What makes you choose these?"
    asks_to_choose = question.question.chooses and not question.is_follow_up
    return f"In your own words: {question.text}" if asks_to_choose else question.text

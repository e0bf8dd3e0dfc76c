"""The conversation of a self-assessment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from isp_cli.assess.earlier import Earlier, moved_far, said_last_time
from isp_cli.assess.record import Assessment, difference_key, example_key
from isp_cli.assess.scales import ASPECTS, Aspect, scales
from isp_cli.guide.model import Competency, Guide
from isp_cli.terminal.outline import numbered, paragraphs
from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Move, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Left, Step, walk

SOME = "some"
ALL = "all"

SECONDS = 30
"""What a question takes, for the word on how long a session is."""


@dataclass(frozen=True)
class Options:
    """What was chosen before the session: which competencies, and how much of each."""

    competencies: tuple[str, ...] = ()
    depth: Literal["quick", "full"] | None = None


def dialogue(
    guide: Guide,
    prompter: Prompter,
    record: Assessment,
    *,
    options: Options | None = None,
    earlier: Mapping[str, Earlier] | None = None,
) -> Iterator[Assessment]:
    """Yield the assessment anew after every answer.

    Args:
        guide: the guide whose competencies are assessed.
        prompter: who asks.
        record: the assessment so far.
        options: what was chosen beforehand; it holds for an assessment that begins.
        earlier: the last rating of each competency. It is shown after the new one is given, so
            that it does not lead the answer.

    Raises:
        Left: the person leaves the rest for later.
    """
    known = earlier or {}
    if not record.competencies:
        wanted = options or Options()
        record = record.with_values(competencies=wanted.competencies or _chosen(guide, prompter))
        yield record
        record = record.with_values(depth=wanted.depth or _depth(prompter))
        yield record
        prompter.tell(_length(record))
    before = record
    for after in walk(record, lambda current: _steps(guide, current, known), prompter):
        yield after
        for line in said_last_time(before, after, known):
            prompter.tell(line)
        before = after


def _depth(prompter: Prompter) -> Literal["quick", "full"]:
    answer = prompter.ask(
        Choose(
            key="depth",
            text="How much time do you have?",
            choices=(
                Choice("full", "Confidence, importance, use and an example"),
                Choice("quick", "A quick look: confidence alone"),
            ),
            optional=False,
            first=True,
        )
    )
    if not isinstance(answer, str):
        raise Left
    return "quick" if answer == "quick" else "full"


def _length(record: Assessment) -> str:
    count = len(record.competencies)
    questions = count * (1 if record.depth == "quick" else len(ASPECTS) + 1)
    minutes = max(1, round(questions * SECONDS / 60))
    return (
        f"{_several(count, 'competency', 'competencies')}, "
        f"{_several(questions, 'question', 'questions')}. At half a minute each that takes about "
        f"{_several(minutes, 'minute', 'minutes')}. There is no hurry: every answer is kept."
    )


def _several(count: int, one: str, many: str) -> str:
    return f"1 {one}" if count == 1 else f"{count} {many}"


def _chosen(guide: Guide, prompter: Prompter) -> tuple[str, ...]:
    count = len(guide.competencies)
    choices = (
        Choice(ALL, f"All {count} competencies"),
        *(Choice(domain.id, f"The domain {domain.name}") for domain in guide.domains),
        Choice(SOME, "Competencies that I choose"),
    )
    scope = Choose(
        key="scope",
        text="What would you like to assess?",
        choices=choices,
        optional=False,
        first=True,
    )
    some = ChooseSeveral(
        key="competencies",
        text="Which competencies?",
        choices=tuple(Choice(each.id, each.name) for each in guide.competencies),
        optional=False,
        least=1,
    )
    while True:
        answer = prompter.ask(scope)
        if answer == SOME:
            several = prompter.ask(some)
            if several is Move.BACK:
                continue
            if not isinstance(several, tuple):
                raise Left
            return tuple(each.id for each in guide.competencies if each.id in several)
        if not isinstance(answer, str):
            raise Left
        return tuple(each.id for each in guide.competencies if answer in (ALL, each.domain))


def _steps(
    guide: Guide, record: Assessment, earlier: Mapping[str, Earlier]
) -> list[Step[Assessment]]:
    chosen = [each for each in guide.competencies if each.id in record.competencies]
    steps: list[Step[Assessment]] = []
    for number, competency in enumerate(chosen, start=1):
        place = f"{competency.name}, {number} of {len(chosen)}"
        for aspect in record.aspects:
            steps.append(_rating_step(competency, aspect, record, place))
            if record.rating(competency.id).confidence == "not-applicable":
                break
        else:
            if record.depth == "full":
                steps.append(_example_step(competency, record, place))
        if moved_far(record, competency.id, earlier):
            steps.append(_difference_step(competency, record, place))
    return steps


def _difference_step(competency: Competency, record: Assessment, place: str) -> Step[Assessment]:
    key = difference_key(competency.id)
    heading = f"What made the difference: {competency.name}"
    return Step(
        Write(
            key=key,
            text="Your confidence has moved since last time. What made the difference?",
            place=place,
            current=record.text(key),
        ),
        lambda record, text: record.with_text(key, heading, text),
        answered=bool(record.text(key)),
    )


def _rating_step(
    competency: Competency, aspect: Aspect, record: Assessment, place: str
) -> Step[Assessment]:
    words = scales()
    answer = record.rating(competency.id).answer(aspect)

    def put(record: Assessment, value: str) -> Assessment:
        return record.with_answer(competency.id, aspect, value)

    return Step(
        Choose(
            key=f"{competency.id}.{aspect}",
            text=words.scale(aspect).question,
            place=place,
            context=_overview(competency) if _is_first(record, competency, aspect) else (),
            choices=tuple(
                Choice(value, label, mark=value if value.isdigit() else "")
                for value, label in words.answers(aspect)
            ),
            current=str(answer) if str(answer) in dict(words.answers(aspect)) else None,
        ),
        put,
        answered=answer is not None,
    )


def _is_first(record: Assessment, competency: Competency, aspect: Aspect) -> bool:
    """Return whether the competency is new to the person at this question, or left half rated."""
    rating = record.rating(competency.id)
    return aspect == "confidence" or rating.confidence is None


def _example_step(competency: Competency, record: Assessment, place: str) -> Step[Assessment]:
    key = example_key(competency.id)
    heading = f"An example from practice: {competency.name}"

    def put(record: Assessment, text: str) -> Assessment:
        return record.with_text(key, heading, text)

    return Step(
        Write(
            key=key,
            text="An example from your practice, if you like: what did you do, what came of it?",
            place=place,
            current=record.text(key),
        ),
        put,
        answered=bool(record.text(key)),
    )


def _overview(competency: Competency) -> tuple[Line, ...]:
    opening = [*paragraphs(competency.opening), Line()] if competency.opening else []
    return (Line("The guide's overview:", style="dim"), *opening, *numbered(competency.overview))

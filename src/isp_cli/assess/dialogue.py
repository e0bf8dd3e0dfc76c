"""The conversation of a self-assessment."""

from collections.abc import Iterator

from isp_cli.assess.record import Assessment, example_key
from isp_cli.assess.scales import ASPECTS, Aspect, scales
from isp_cli.guide.model import Competency, Guide
from isp_cli.terminal.outline import numbered, paragraphs
from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Move, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Left, Step, walk

SOME = "some"
ALL = "all"


def dialogue(guide: Guide, prompter: Prompter, record: Assessment) -> Iterator[Assessment]:
    """Yield the assessment anew after every answer.

    Raises:
        Left: the person leaves the rest for later.
    """
    if not record.competencies:
        record = record.with_values(competencies=_chosen(guide, prompter))
        yield record
    yield from walk(record, lambda current: _steps(guide, current), prompter)


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


def _steps(guide: Guide, record: Assessment) -> list[Step[Assessment]]:
    chosen = [each for each in guide.competencies if each.id in record.competencies]
    steps: list[Step[Assessment]] = []
    for number, competency in enumerate(chosen, start=1):
        place = f"{competency.name}, {number} of {len(chosen)}"
        for aspect in ASPECTS:
            steps.append(_rating_step(competency, aspect, record, place))
            if record.rating(competency.id).confidence == "not-applicable":
                break
        else:
            steps.append(_example_step(competency, record, place))
    return steps


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
            current=None if answer is None else str(answer),
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

"""The conversation of looking back at an assessment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from isp_cli.assess.earlier import earlier_ratings, said_last_time
from isp_cli.assess.questions import everything
from isp_cli.assess.record import Assessment, example_key
from isp_cli.assess.scales import scales
from isp_cli.assess.then.record import (
    HINDSIGHT,
    HINDSIGHT_HEADING,
    ThenRating,
    rated_competencies,
)
from isp_cli.errors import NotFound
from isp_cli.guide.model import Competency, Guide
from isp_cli.terminal.prompter import Choice, Choose, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Left, Step, walk


@dataclass(frozen=True)
class Options:
    """What was chosen before the session: the assessment, and which of its competencies."""

    assessment: Assessment | None = None
    competencies: tuple[str, ...] = ()


def dialogue(
    guide: Guide,
    prompter: Prompter,
    record: ThenRating,
    *,
    assessments: Sequence[Assessment],
    options: Options | None = None,
) -> Iterator[ThenRating]:
    """Yield the record anew after every answer.

    What was answered at the time is hidden until the person has answered anew, and then shown.

    Args:
        guide: the guide whose competencies are rated.
        prompter: who asks.
        record: the then-ratings so far.
        assessments: the finished assessments, oldest first; there is one at least.
        options: what was chosen beforehand; it holds for a record that begins.

    Raises:
        NotFound: nothing in the assessment can be looked back on.
        Left: the person leaves the rest for later.
    """
    if not record.assessment:
        wanted = options or Options()
        assessment = wanted.assessment or _chosen(assessments, prompter)
        record = record.about(assessment, chosen(guide, assessment, wanted.competencies))
        yield record
        prompter.tell(
            f"Looking back at {record.assessed_day}: {_several(record.competencies)}, one question "
            "each. What you answered then stays hidden until you have answered anew, and it stays "
            "as it is."
        )
    of_that_time = [each for each in assessments if each.id == record.assessment]
    earlier = earlier_ratings(of_that_time)
    before = record
    for after in walk(record, lambda current: _steps(guide, current, of_that_time), prompter):
        yield after
        for line in said_last_time(before, after, earlier):
            prompter.tell(line)
        before = after


def chosen(guide: Guide, assessment: Assessment, wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the ids of the competencies to look back on, in the guide's order.

    Args:
        guide: the guide; a competency that it no longer has cannot be asked about.
        assessment: what is looked back on.
        wanted: the ids of those that were named; without any, all that were rated are meant.

    Raises:
        NotFound: none of them was rated in the assessment.
    """
    rated = rated_competencies(assessment)
    found = tuple(
        each.id
        for each in guide.competencies
        if each.id in rated and (not wanted or each.id in wanted)
    )
    if not found:
        what = "None of these was" if wanted else "No competency of this guide was"
        raise NotFound(
            f"{what} rated on {assessment.day}.", mend="See what was with: isp assess show"
        )
    return found


def usual(assessments: Sequence[Assessment]) -> Assessment:
    """Return the assessment before the latest, which one looks back on most often."""
    return assessments[-2:][0]


def _several(competencies: tuple[str, ...]) -> str:
    count = len(competencies)
    return "1 competency" if count == 1 else f"{count} competencies"


def _chosen(assessments: Sequence[Assessment], prompter: Prompter) -> Assessment:
    if len(assessments) == 1:
        return assessments[0]
    *earlier, latest = assessments
    answer = prompter.ask(
        Choose(
            key="assessment",
            text="Which assessment would you like to look back on?",
            choices=tuple(
                Choice(each.id, f"{each.day}, {_several(rated_competencies(each))}")
                for each in (*reversed(earlier), latest)
            ),
            optional=False,
            first=True,
        )
    )
    found = next((each for each in assessments if each.id == answer), None)
    if found is None:
        raise Left
    return found


def _steps(
    guide: Guide, record: ThenRating, of_that_time: Sequence[Assessment]
) -> list[Step[ThenRating]]:
    asked = [each for each in guide.competencies if each.id in record.competencies]
    steps = [
        _rating_step(
            each,
            record,
            f"{each.name}, {number} of {len(asked)}",
            "".join(one.text(example_key(each.id)) for one in of_that_time),
        )
        for number, each in enumerate(asked, start=1)
    ]
    return [*steps, _hindsight_step(record)]


def _rating_step(
    competency: Competency, record: ThenRating, place: str, example: str
) -> Step[ThenRating]:
    answer = record.rating(competency.id).confidence
    answers = scales().answers("confidence")
    context = (Line("Your example of that time:", style="dim"), Line(example, indent=2))
    return Step(
        Choose(
            key=f"{competency.id}.then",
            text=(
                f"Looking back at {record.assessed_day}: where would you now place yourself at "
                "that time?"
            ),
            place=place,
            context=context if example.strip() else (),
            asides=(everything(competency, "confidence"),),
            choices=tuple(
                Choice(value, label, mark=value if value.isdigit() else "")
                for value, label in answers
            ),
            current=str(answer) if str(answer) in dict(answers) else None,
        ),
        lambda record, value: record.with_answer(competency.id, "confidence", value),
        answered=answer is not None,
    )


def _hindsight_step(record: ThenRating) -> Step[ThenRating]:
    written = record.text(HINDSIGHT)
    return Step(
        Write(
            key=HINDSIGHT,
            text="What do you see now that you did not see then? A few words, if you like.",
            current=written,
        ),
        lambda record, text: record.with_text(HINDSIGHT, HINDSIGHT_HEADING, text),
        answered=bool(written),
    )

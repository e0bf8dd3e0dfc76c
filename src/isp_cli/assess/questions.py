"""The questions about one competency, and about the principles."""

from collections.abc import Iterator

from isp_cli.assess.earlier import moved_far
from isp_cli.assess.passages import with_difference, with_example, with_moment
from isp_cli.assess.record import (
    Assessment,
    difference_key,
    example_key,
    principle_key,
)
from isp_cli.assess.scales import Aspect, scales
from isp_cli.assess.sitting import Sitting
from isp_cli.guide.model import Competency, Principle
from isp_cli.terminal.outline import numbered, paragraphs
from isp_cli.terminal.prompter import Aside, Choice, Choose, ChooseSeveral, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step

OWN = "own"
"""The answer that the example is not one of the notes."""

MOST_NOTES = 6
"""How many notes are offered as examples: the latest ones."""


def rating_step(
    competency: Competency, aspect: Aspect, record: Assessment, place: str, *, explained: bool
) -> Step[Assessment]:
    """Return the question for one of the three; `explained` says what the levels mean, too."""
    answers = scales().answers(aspect)
    answer = record.rating(competency.id).answer(aspect)
    means = list(_levels(aspect))
    return Step(
        Choose(
            key=f"{competency.id}.{aspect}",
            text=f"{competency.name}. {scales().scale(aspect).question}",
            place=place,
            context=(
                *((*means, Line()) if explained else ()),
                *(_overview(competency) if _is_first(record, competency, aspect) else ()),
            ),
            asides=(everything(competency, aspect),),
            choices=tuple(
                Choice(value, label, mark=value if value.isdigit() else "")
                for value, label in answers
            ),
            current=str(answer) if str(answer) in dict(answers) else None,
        ),
        lambda record, value: record.with_answer(competency.id, aspect, value),
        answered=answer is not None,
    )


def everything(competency: Competency, aspect: Aspect) -> Aside:
    """Return what may be read before one of the three is answered."""
    lines = (*_levels(aspect), Line(), *_activities(competency))
    return Aside("more", "the levels in full, and the key activities", lines)


def difference_step(
    sitting: Sitting, competency: Competency, record: Assessment, place: str
) -> Iterator[Step[Assessment]]:
    """Yield what made the difference since last time, where something has moved far."""
    key = difference_key(competency.id)
    moved = moved_far(record, competency.id, sitting.earlier)
    if not moved and not record.text(key):
        return
    said = " and ".join(", ".join(moved).rsplit(", ", 1)) or "confidence"
    yield Step(
        Write(
            key=key,
            text=f"Your answer on {said} has moved since last time. What made the difference?",
            place=place,
            asides=_more(competency),
            current=record.text(key),
        ),
        lambda record, text: with_difference(record, competency, text),
        answered=bool(record.text(key)),
    )


def example_steps(
    sitting: Sitting, competency: Competency, record: Assessment, place: str
) -> Iterator[Step[Assessment]]:
    """Yield the question for an example; where there are notes, whether one of them is it."""
    key = example_key(competency.id)
    from_note = f"note.{competency.id}"

    def put(record: Assessment, text: str) -> Assessment:
        sitting.given[key] = "written"
        return with_example(record, competency, text)

    # Notes are looked for once the competency is rated, not before the first question.
    is_begun = competency.id in record.ratings
    moments = list(sitting.moments(competency.id))[-MOST_NOTES:] if is_begun else []
    if moments:
        by_number = {str(number): each for number, each in enumerate(moments)}

        def begin(record: Assessment, answer: str) -> Assessment:
            sitting.given[from_note] = answer
            return record if answer == OWN else put_note(record, by_number[answer].text)

        def put_note(record: Assessment, text: str) -> Assessment:
            record = put(record, text)
            del sitting.given[key]  # the note may still be changed
            return record

        yield Step(
            Choose(
                key=from_note,
                text="You have notes on this. Would you like to begin your example with one?",
                place=place,
                context=(
                    Line(
                        "It is copied for you to change, and the note stays as it is. An example "
                        "goes along when you hand the assessment over."
                    ),
                ),
                asides=_more(competency),
                choices=(
                    Choice(OWN, "No, I write it anew"),
                    *(Choice(number, each.title) for number, each in reversed(by_number.items())),
                ),
                current=sitting.given.get(from_note),
            ),
            begin,
            answered=from_note in sitting.given or bool(record.text(key)),
        )
    chosen = sitting.given.get(from_note, OWN) != OWN
    yield Step(
        Write(
            key=key,
            text="An example from your practice, if you like: what did you do, what came of it?",
            place=place,
            asides=_more(competency),
            current=record.text(key),
        ),
        put,
        answered=bool(record.text(key)) and (not chosen or key in sitting.given),
    )


def principles_steps(
    sitting: Sitting, record: Assessment, *, offered: bool
) -> Iterator[Step[Assessment]]:
    """Yield a moment for each of the chosen principles; `offered` asks first which to choose."""
    principles = sitting.guide.principles
    if offered:
        yield Step(
            ChooseSeveral(
                key="principles",
                text=(
                    "Is there a moment when one of the principles showed in your work, or was "
                    "hard to keep? Choose those that you would like to write a few words about."
                ),
                choices=tuple(Choice(each.id, each.name) for each in principles),
                current=record.principles,
            ),
            lambda record, chosen: record.with_values(principles=chosen),
            answered=bool(record.principles),
        )
    chosen = [each for each in principles if each.id in record.principles]
    for number, each in enumerate(chosen, start=1):
        yield _principle_step(each, record, f"{each.name}, {number} of {len(chosen)}")


def _principle_step(principle: Principle, record: Assessment, place: str) -> Step[Assessment]:
    key = principle_key(principle.id)
    return Step(
        Write(
            key=key,
            text="A moment when this showed in your work, or was hard to keep?",
            place=place,
            context=(Line("The guide says:", style="dim"), *paragraphs(principle.meaning)),
            current=record.text(key),
        ),
        lambda record, text: with_moment(record, principle, text),
        answered=bool(record.text(key)),
    )


def _is_first(record: Assessment, competency: Competency, aspect: Aspect) -> bool:
    """Return whether the competency is new to the person at this question, or left half rated."""
    rating = record.rating(competency.id)
    return aspect == "confidence" or rating.confidence is None


def _overview(competency: Competency) -> tuple[Line, ...]:
    opening = [*paragraphs(competency.opening), Line()] if competency.opening else []
    return (Line("The guide's overview:", style="dim"), *opening, *numbered(competency.overview))


def _more(competency: Competency) -> tuple[Aside, ...]:
    return (Aside("more", "the key activities", tuple(_activities(competency))),)


def _activities(competency: Competency) -> Iterator[Line]:
    yield Line(f"The guide's key activities of {competency.name}:", style="dim")
    yield from numbered(competency.activities)


def _levels(aspect: Aspect) -> Iterator[Line]:
    yield Line("What the levels mean, in isp's words and not the guide's:", style="dim")
    for mark, told in scales().anchors(aspect):
        is_level = mark.isdigit()
        yield Line(
            told if is_level else f"{mark}: {told}", mark=mark if is_level else "-", indent=2
        )

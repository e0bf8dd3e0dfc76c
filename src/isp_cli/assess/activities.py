"""Going down to the key activities of a competency: what one does, what one would like to do."""

from collections.abc import Iterator

from isp_cli.assess.record import Assessment, Practice
from isp_cli.guide.model import Competency, Item
from isp_cli.terminal.prompter import Choice, ChooseSeveral
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step

PRACTICE: dict[Practice, str] = {
    "does": "Which of its key activities do you do already?",
    "wishes": "Which would you like to do, or do more of?",
}

HEADINGS: dict[Practice, str] = {
    "does": "Key activities that I do:",
    "wishes": "Key activities that I would like to do, or do more of:",
}


def activity_steps(
    competency: Competency, record: Assessment, place: str
) -> Iterator[Step[Assessment]]:
    """Yield what the person does already of the key activities, and what they would like to do."""
    ids = [each.id for each in competency.activities]
    for what, text in PRACTICE.items():
        said = tuple(each for each in ids if each in record.practised(what))

        def put(record: Assessment, chosen: tuple[str, ...], what: Practice = what) -> Assessment:
            return record.with_practice(what, chosen, of=ids)

        yield Step(
            ChooseSeveral(
                key=f"{competency.id}.{what}",
                text=text,
                place=place,
                choices=tuple(
                    Choice(each.id, in_full(each), mark=str(number))
                    for number, each in enumerate(competency.activities, start=1)
                ),
                current=said,
            ),
            put,
            answered=bool(said),
        )


def activity_lines(assessment: Assessment, competency: Competency | None) -> Iterator[Line]:
    """Yield what is said of the key activities of a competency."""
    for text, said in said_of_activities(assessment, competency):
        yield Line(text, indent=2)
        yield from (Line(each, mark="-", indent=4) for each in said)


def said_of_activities(
    assessment: Assessment, competency: Competency | None
) -> Iterator[tuple[str, list[str]]]:
    """Yield a heading, and the key activities of a competency of which it is said."""
    for what, text in HEADINGS.items():
        said = assessment.practised(what)
        items = [each for each in (competency.activities if competency else ()) if each.id in said]
        if items:
            yield text, [in_full(each) for each in items]


def in_full(activity: Item) -> str:
    """Return a key activity with what stands below it, as one text."""
    below = "; ".join(each.text.rstrip(".;") for each in activity.items)
    return f"{activity.text} {below}." if below else activity.text

"""What goes into a plan that is handed over."""

from collections.abc import Iterator
from dataclasses import dataclass

from isp_cli.assess.record import Assessment, example_key
from isp_cli.guide.model import Guide
from isp_cli.plan.record import HEADINGS, LOOKING_BACK, PARTS, Part, Plan
from isp_cli.plan.view import name_of
from isp_cli.reflect.questions import asked
from isp_cli.reflect.record import Reflection

ALSO: dict[str, str] = {"reviews": "The review record", "looking-back": "Looking back"}
"""What a plan says besides its goals, and the words for it."""

NAMES: dict[str, str] = {part: HEADINGS[part] for part in PARTS} | ALSO
"""What can be chosen of a plan, by the name that --with takes, and the words for it."""

TO_BEGIN_WITH: tuple[Part, ...] = ("further", "steps", "evidence")
"""What goes into a supervision meeting where nobody chose: where to, how, and how one will know."""


@dataclass(frozen=True)
class Excerpt:
    """Something from another record that may go beside the plan.

    Attributes:
        key: what it is chosen by, such as "brokering" or "question.7".
        heading: what stands above it.
        source: where it is from, such as "the assessment of 4 January 2027".
        chosen: the names that were chosen there, if any.
        text: what was written.
    """

    key: str
    heading: str
    source: str
    chosen: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Contents:
    """What goes in.

    Attributes:
        goals: the ids of the competencies.
        parts: what of each goal, and of the plan, by the names in NAMES.
        examples: examples from practice.
        answers: answers from a reflection.
        author: who it is from; nothing where it was not said.
        table: whether steps are a table; otherwise they are a list of tasks.
    """

    goals: tuple[str, ...]
    parts: tuple[str, ...]
    examples: tuple[Excerpt, ...] = ()
    answers: tuple[Excerpt, ...] = ()
    author: str = ""
    table: bool = False


def everything(plan: Plan, *, table: bool = False) -> Contents:
    """Return all that the plan says, and nothing from other records."""
    return Contents(plan.competencies, parts_of(plan), table=table)


def parts_of(plan: Plan) -> tuple[str, ...]:
    """Return what the plan says anything about, by the names in NAMES."""
    said = [
        part for part in PARTS if any(plan.said(part, each).strip() for each in plan.competencies)
    ]
    also: list[str] = []
    if any(each.competency in plan.competencies for each in plan.past_reviews):
        also.append("reviews")
    if plan.text(LOOKING_BACK).strip():
        also.append("looking-back")
    return (*said, *also)


def examples_in(assessment: Assessment, guide: Guide) -> Iterator[Excerpt]:
    """Yield the examples from practice that an assessment holds."""
    for each in assessment.named:
        text = assessment.text(example_key(each))
        if text.strip():
            source = f"the assessment of {assessment.day}"
            yield Excerpt(each, name_of(guide, each), source, (), text)


def answers_in(reflection: Reflection, guide: Guide) -> Iterator[Excerpt]:
    """Yield the answers that a reflection holds: what was chosen and written, each by its key."""
    source = f"the reflection of {reflection.day}"
    written = {each.key: each for each in reflection.passages if each.text.strip()}
    for question in asked(guide):
        chosen = tuple(question.names(reflection.chosen.get(question.id, ())).values())
        own = written.pop(question.id, None)
        if chosen or own:
            yield Excerpt(question.id, question.heading, source, chosen, own.text if own else "")
        for key in [each for each in written if question.holds(each)]:
            passage = written.pop(key)
            yield Excerpt(key, passage.heading, source, (), passage.text)
    for key, passage in written.items():
        yield Excerpt(key, passage.heading, source, (), passage.text)

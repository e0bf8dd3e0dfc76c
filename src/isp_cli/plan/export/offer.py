"""What there is that could go into a supervision meeting with a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isp_cli.assess.record import Assessment, example_key
from isp_cli.assess.written import of_the_work
from isp_cli.guide.model import Guide
from isp_cli.plan.export.contents import NAMES, Excerpt, parts_of
from isp_cli.plan.record import Plan
from isp_cli.plan.view import name_of
from isp_cli.reflect.questions import asked
from isp_cli.reflect.record import Reflection

CONTEXT = "context"
"""The name of role and setting among what can be chosen."""


@dataclass(frozen=True)
class Offer:
    """What there is to choose from.

    Attributes:
        goals: the names of the plan's competencies, by their ids.
        parts: what the plan says, and role and setting where there are any; words by name.
        context: role and setting.
        examples: the examples from practice.
        answers: the answers of a reflection.
    """

    goals: Mapping[str, str]
    parts: Mapping[str, str]
    context: tuple[Excerpt, ...] = ()
    examples: tuple[Excerpt, ...] = ()
    answers: tuple[Excerpt, ...] = ()


def offer(
    plan: Plan, guide: Guide, assessment: Assessment | None, reflection: Reflection | None
) -> Offer:
    """Return what a plan, and the latest assessment and reflection, have to choose from."""
    context = tuple(_context(assessment)) if assessment else ()
    parts = {each: NAMES[each] for each in parts_of(plan)}
    if context:
        parts[CONTEXT] = "My role and setting"
    return Offer(
        {each: name_of(guide, each) for each in plan.competencies},
        parts,
        context,
        tuple(_examples(assessment, guide)) if assessment else (),
        tuple(_answers(reflection, guide)) if reflection else (),
    )


def _context(assessment: Assessment) -> Iterator[Excerpt]:
    for each in of_the_work(assessment):
        yield Excerpt(each.key, each.heading, _source(assessment), (), each.text)


def _examples(assessment: Assessment, guide: Guide) -> Iterator[Excerpt]:
    for each in assessment.named:
        text = assessment.text(example_key(each))
        if text.strip():
            yield Excerpt(each, name_of(guide, each), _source(assessment), (), text)


def _answers(reflection: Reflection, guide: Guide) -> Iterator[Excerpt]:
    """Yield what was chosen and written for each question, by the keys of the answers."""
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


def _source(assessment: Assessment) -> str:
    return f"the assessment of {assessment.day}"

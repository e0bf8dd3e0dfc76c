"""What a person found before, to read beside the choice of goals."""

from collections.abc import Iterator

from isp_cli.assess.profile import profile
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.plan.found import Found
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.screen import Line

BESIDE = ("question.6", "question.7")
"""The questions whose answers are read beside the choice of goals: what one is confident about,
and what one would like to develop."""


def gathered(guide: Guide, assessment: Assessment | None, reflection: Reflection | None) -> Found:
    """Return what the latest assessment and reflection hold for a plan."""
    return Found(beside=tuple(beside(guide, assessment, reflection)))


def beside(
    guide: Guide, assessment: Assessment | None, reflection: Reflection | None
) -> Iterator[Line]:
    """Yield what the latest assessment and reflection say, to choose goals by."""
    names = {each.id: each.name for each in guide.competencies}
    if assessment:
        yield Line(f"Your profile of {assessment.day}:")
        for group, members in profile(assessment).items():
            if members:
                yield Line(f"{scales().groups[group].name}:", indent=2)
                for each in members:
                    yield Line(names.get(each, each), mark="-", indent=4)
    for question in guide.questions:
        if reflection and question.id in BESIDE:
            yield from _answer(reflection, question.id, question.number, names)
    if assessment or reflection:
        yield Line()
        yield Line("Which ones to work on is yours to decide.")


def _answer(
    reflection: Reflection, question: str, number: str, names: dict[str, str]
) -> Iterator[Line]:
    chosen = [names.get(each, each) for each in reflection.chosen.get(question, ())]
    text = reflection.text(question)
    if chosen or text:
        yield Line(f"Question {number}, your answer of {reflection.day}:")
        if chosen:
            yield Line(", ".join(chosen), mark="-", indent=4)
        if text:
            yield Line(text, indent=4)

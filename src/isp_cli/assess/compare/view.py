"""Assessments side by side, as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from isp_cli.assess.compare.change import Change, Comparison, Course
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.assess.then.view import RESPONSE_SHIFT, looked_back
from isp_cli.assess.written import of_competency
from isp_cli.guide.model import Guide
from isp_cli.terminal.outline import in_words
from isp_cli.terminal.screen import Line, heading, title

MEANING = (
    "A different answer can come from a change in your practice or your role, or from judging by "
    "a different measure now. What it means is yours to decide."
)


def comparison_page(found: Comparison, guide: Guide) -> Iterator[Line]:
    """Yield what moved with what was written, then what did not, then what was rated only once."""
    names = {each.id: each.name for each in guide.competencies}
    when = _days([each.assessment for each in found.records])
    yield title(f"Side by side: {in_words(when)}")
    yield from _guides(found)
    for change in found.shown:
        yield from heading(_name(names, change.competency))
        yield from _change(change, found, when)
    still = [each.competency for each in found.changes if each not in found.shown]
    yield from _named("Nothing moved in what was answered more than once", still, names)
    for day, competencies in zip(when, found.once, strict=True):
        yield from _named(f"Rated only on {day}", competencies, names)
    yield Line()
    if not found.changes:
        yield Line("No competency was rated more than once, so there is nothing to compare.")
        return
    yield Line(MEANING)
    if any(each.then for each in found.records):
        yield Line(RESPONSE_SHIFT)
    else:
        yield Line("To look back at an earlier one with what you know now: isp assess then")


def _change(change: Change, found: Comparison, when: Sequence[str]) -> Iterator[Line]:
    for course in change.courses:
        yield from _course(course, change.competency, found, when)
    for record, day in zip(found.records, when, strict=True):
        for passage in of_competency(record.assessment, change.competency):
            yield Line(f"{passage.heading}, {day}:", indent=2)
            yield Line(passage.text, indent=4)


def _course(
    course: Course, competency: str, found: Comparison, when: Sequence[str]
) -> Iterator[Line]:
    """Yield one of the three: a line for each time, or one for all where nothing moved."""
    name = course.aspect.capitalize()
    there = [number for number, answer in enumerate(course.answers) if answer is not None]
    then = [tuple(looked_back(competency, each.then)) for each in found.records]
    if not there:
        return
    if not (course.moved or (course.aspect == "confidence" and any(then))):
        times = "each time"
        if len(there) < len(course.answers):
            times = "each time it was answered" if len(there) > 1 else f"only on {when[there[0]]}"
        yield Line(f"{name}, {times}: {_said(course, there[0])}", indent=2)
        return
    yield Line(f"{name}:", indent=2)
    for number, record in enumerate(found.records):
        yield Line(f"{when[number]}: {_said(course, number)}", indent=4)
        if course.aspect == "confidence":
            yield from looked_back(competency, record.then, indent=6)


def _said(course: Course, number: int) -> str:
    return scales().spoken(course.aspect, course.answers[number])


def _guides(found: Comparison) -> Iterator[Line]:
    """Say it where the assessments do not all speak of the same guide."""
    guides = dict.fromkeys(
        f"{each.assessment.guide.id}, version {each.assessment.guide.version}"
        for each in found.records
    )
    if len(guides) > 1:
        yield Line()
        yield Line(f"They speak of different guides or versions: {'; '.join(guides)}.")


def _named(text: str, ids: Iterable[str], names: Mapping[str, str]) -> Iterator[Line]:
    lines = [Line(_name(names, each), mark="-", indent=2) for each in ids]
    if lines:
        yield from heading(text)
        yield from lines


def _name(names: Mapping[str, str], competency: str) -> str:
    return names.get(competency, f"{competency} (not in this guide)")


CLOCKS = ("", " at %H:%M", " at %H:%M:%S")
"""What stands behind a day, as far as it takes to tell the assessments of one day apart."""


def _days(assessments: Sequence[Assessment]) -> list[str]:
    """Return the day of each assessment, with the time where two are of one day."""
    days = [each.day for each in assessments]
    for clock in CLOCKS:
        told = [
            each.day + _clock(each, clock if days.count(each.day) > 1 else "")
            for each in assessments
        ]
        if len(set(told)) == len(told):
            break
    return [
        day + (" (a draft)" if each.is_draft else "")
        for day, each in zip(told, assessments, strict=True)
    ]


def _clock(assessment: Assessment, form: str) -> str:
    return f"{assessment.finished or assessment.started:{form}}" if form else ""

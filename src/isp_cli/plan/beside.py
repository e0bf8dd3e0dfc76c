"""What a person wrote before, gathered for the making of a plan."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from isp_cli import dates
from isp_cli.assess.activities import in_full
from isp_cli.assess.others.offers import Offer
from isp_cli.assess.profile import group, profile
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Competency, Guide
from isp_cli.note.found import FoundNote
from isp_cli.note.notes import touching
from isp_cli.plan.found import Found
from isp_cli.plan.suggestions import ideas
from isp_cli.reflect.record import Reflection, developments, latest_with
from isp_cli.terminal.screen import Line, one_line

CONFIDENT, TO_DEVELOP = "question.6", "question.7"
"""The questions whose answers are read beside the choice of goals: what one is confident about,
and what one would like to develop."""

NOTES = 3
"""How many notes on a competency are named where its goal begins, the latest."""


@dataclass(frozen=True)
class Before:
    """The records that bear on a plan.

    Attributes:
        assessment: the latest, if there is one.
        reflections: all of them, oldest first.
        notes: all of them, oldest first.
        offers: what others offered, by the id of the competency.
    """

    assessment: Assessment | None = None
    reflections: Sequence[Reflection] = ()
    notes: Sequence[FoundNote] = ()
    offers: Mapping[str, tuple[Offer, ...]] | None = None


def gathered(guide: Guide, before: Before) -> Found:
    """Return what the records hold for a plan."""
    chosen = latest_with(TO_DEVELOP, before.reflections)
    answers: dict[str, str] = {}
    for each in developments(chosen) if chosen else ():
        answers[f"resources.{each.competency}"] = each.resources
        answers[f"learn-from.{each.competency}"] = each.learn_from
        answers[f"steps.{each.competency}"] = each.next_steps
    return Found(
        beside=tuple(beside(guide, before)),
        about={each.id: tuple(_about(each, before)) for each in guide.competencies},
        answers={key: text for key, text in answers.items() if text.strip()},
        teachers={each: tuple(_teachers(some)) for each, some in (before.offers or {}).items()},
        ideas=partial(ideas, guide),
    )


def beside(guide: Guide, before: Before) -> Iterator[Line]:
    """Yield what the records say, to choose goals by."""
    names = {each.id: each.name for each in guide.competencies}
    if before.assessment:
        yield from _profile(before.assessment, names)
    for question in (CONFIDENT, TO_DEVELOP):
        reflection = latest_with(question, before.reflections)
        if reflection:
            yield from _answer(reflection, question, names)
    counts = {name: len(touching(before.notes, id_)) for id_, name in names.items()}
    touched = {name: count for name, count in counts.items() if count}
    if touched:
        yield Line("Your notes touch:")
    for name, count in touched.items():
        notes = "1 note" if count == 1 else f"{count} notes"
        yield Line(f"{name} ({notes})", mark="-", indent=4)
    if before.assessment or before.reflections or touched:
        yield Line()
        yield Line("Which ones to work on is yours to decide.")


def _profile(assessment: Assessment, names: Mapping[str, str]) -> Iterator[Line]:
    yield Line(f"Your profile of {assessment.day}:")
    for name, members in profile(assessment).items():
        if members:
            yield Line(f"{scales().groups[name].name}:", indent=2)
            for each in members:
                yield Line(names.get(each, each), mark="-", indent=4)


def _answer(reflection: Reflection, question: str, names: Mapping[str, str]) -> Iterator[Line]:
    chosen = [names.get(each, each) for each in reflection.chosen.get(question, ())]
    text = reflection.text(question)
    if chosen or text.strip():
        number = question.rpartition(".")[2]
        yield Line(f"Question {number}, your answer of {reflection.day}:")
        if chosen:
            yield Line(", ".join(chosen), mark="-", indent=4)
        if text.strip():
            yield Line(text, indent=4)


def _about(competency: Competency, before: Before) -> Iterator[Line]:
    """Yield what was said of one competency, to read where its goal begins."""
    if before.assessment:
        yield from _assessed(competency, before.assessment)
    notes = touching(before.notes, competency.id)[-NOTES:]
    if notes:
        yield Line("Your latest notes on it:")
        for each in reversed(notes):
            yield Line(f"{dates.spoken(each.day)}: {one_line(each.title)}", mark="-", indent=2)


def _assessed(competency: Competency, assessment: Assessment) -> Iterator[Line]:
    rating = assessment.ratings.get(competency.id)
    if rating:
        name = scales().groups[group(rating)].name
        yield Line(f"In your profile of {assessment.day}: {name}.")
    wishes = assessment.practised("wishes")
    wished = [each for each in competency.activities if each.id in wishes]
    if wished:
        yield Line("You said then that you would like to do, or do more of:")
        yield from (Line(in_full(each), mark="-", indent=2) for each in wished)


def _teachers(offers: Sequence[Offer]) -> Iterator[Line]:
    yield Line("Others offered this:")
    for each in offers:
        yield Line(f"{each.name}, {each.day}: {one_line(each.text, 300)}", mark="-", indent=2)

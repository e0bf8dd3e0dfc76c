"""Several things of the guide by their names, as a person gives them to an option."""

from collections.abc import Iterable

from isp_cli.guide import lookup
from isp_cli.guide.model import Guide


def competencies_named(guide: Guide, names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of these competencies, in the guide's order; NotFound where nothing fits."""
    found = {lookup.competency(guide, name).id for name in names}
    return tuple(each.id for each in guide.competencies if each.id in found)


def principles_named(guide: Guide, names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of these principles, in the guide's order; NotFound where nothing fits."""
    found = {lookup.principle(guide, name).id for name in names}
    return tuple(each.id for each in guide.principles if each.id in found)


def questions_named(guide: Guide, names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of these questions, in the guide's order; NotFound where nothing fits."""
    found = {lookup.find(guide, lookup.kind("question"), name).id for name in names}
    return tuple(each.id for each in guide.questions if each.id in found)


def first_sentence(text: str) -> str:
    """Return the first sentence of a text of the guide, enough to know a dilemma by."""
    first, stop, _ = text.partition(". ")
    return first + stop.rstrip()

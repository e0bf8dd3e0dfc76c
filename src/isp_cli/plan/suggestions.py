"""Suggestions to begin a step from, as `data/suggestions.yaml` holds them; the project's own."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict

from isp_cli.bundled import data
from isp_cli.guide.model import Guide


class Suggestions(BaseModel):
    """All suggestions.

    Attributes:
        kinds: the kinds of suggestion, in the order in which they are shown.
        competencies: by the id of a competency, a suggestion of each kind but "try".
        activities: by the id of a key activity, something to try.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds: tuple[str, ...]
    competencies: Mapping[str, Mapping[str, str]]
    activities: Mapping[str, str]


@cache
def suggestions() -> Suggestions:
    """Return all suggestions."""
    values: Any = data("suggestions")
    return Suggestions.model_validate(values)


def ideas(guide: Guide, competency: str, chosen: Iterable[str]) -> tuple[str, ...]:
    """Return what one could do to come further in a competency.

    Args:
        guide: the guide in use; for a competency that it does not have there is nothing.
        competency: the id of the competency.
        chosen: the ids of the key activities that it is about; for none of them, all.

    Returns:
        Something to try for each key activity, then something to shadow, to ask, to read, to teach.
    """
    part = next((each for each in guide.competencies if each.id == competency), None)
    ids = [each.id for each in part.activities] if part else []
    wanted = [each for each in ids if each in {*chosen}] or ids
    return tuple(_ideas(competency, wanted)) if part else ()


def _ideas(competency: str, activities: Iterable[str]) -> Iterator[str]:
    known = suggestions()
    yield from (known.activities[each] for each in activities if each in known.activities)
    others = known.competencies.get(competency, {})
    yield from (others[kind] for kind in known.kinds if kind in others)

"""The words of the rating scales, as `data/ratings.yaml` holds them."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from isp_cli.bundled import data

Aspect = Literal["confidence", "importance", "use"]
ASPECTS: tuple[Aspect, ...] = ("confidence", "importance", "use")


class Scale(BaseModel):
    """One of the three things that are rated.

    Attributes:
        question: how it is asked.
        levels: the words for 1 to 5.
        anchors: the same levels told more fully, as what one does.
        apart: the answers that are no level, which are kept apart from a low one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: str
    levels: Mapping[int, str]
    anchors: Mapping[int, str]
    apart: tuple[str, ...]


class Group(BaseModel):
    """A group of the profile: its name, and what brings a competency into it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    meaning: str


class Scales(BaseModel):
    """All words of the rating scales, and of the profile that is made from them.

    Attributes:
        apart: a few words for each answer that is no level.
        meanings: the same answers told more fully.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    confidence: Scale
    importance: Scale
    use: Scale
    apart: Mapping[str, str]
    meanings: Mapping[str, str]
    groups: Mapping[str, Group]
    open: Mapping[str, str]

    def scale(self, aspect: Aspect) -> Scale:
        """Return the scale of `aspect`."""
        found: Scale = getattr(self, aspect)
        return found

    def answers(self, aspect: Aspect) -> list[tuple[str, str]]:
        """Return every answer to `aspect` as (value, words), the levels from 1 to 5 first."""
        scale = self.scale(aspect)
        levels = [(str(level), words) for level, words in scale.levels.items()]
        return levels + [(value, self.apart[value]) for value in scale.apart]

    def anchors(self, aspect: Aspect) -> list[tuple[str, str]]:
        """Return what every answer to `aspect` means, as (number or words, the meaning told)."""
        scale = self.scale(aspect)
        levels = [(str(level), told) for level, told in scale.anchors.items()]
        return levels + [(self.apart[each], self.meanings[each]) for each in scale.apart]

    def words(self, aspect: Aspect, value: int | str | None) -> str:
        """Return what an answer says, in a few words."""
        if value is None:
            return "not answered"
        return self.scale(aspect).levels[value] if isinstance(value, int) else self.apart[value]

    def spoken(self, aspect: Aspect, value: int | str | None) -> str:
        """Return an answer as it is shown: a level before its words, another in words alone."""
        words = self.words(aspect, value)
        return f"{value} {words}" if isinstance(value, int) else words


@cache
def scales() -> Scales:
    """Return the words of the scales."""
    values: Any = data("ratings")
    return Scales.model_validate(values)

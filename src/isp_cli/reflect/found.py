"""Reflections that are looked for, and what of each is meant."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from isp_cli.guide.model import Guide
from isp_cli.portfolio.store import Kept
from isp_cli.reflect.questions import Asked, asked_in
from isp_cli.reflect.record import Reflection


@dataclass(frozen=True)
class FoundReflection:
    """A reflection, as something that a person wrote."""

    kept: Kept[Reflection]

    @property
    def record(self) -> Reflection:
        """The reflection itself."""
        return self.kept.record

    @property
    def day(self) -> date:
        """The day it was finished, or begun where it is a draft."""
        return (self.record.finished or self.record.started).date()

    @property
    def said(self) -> str:
        """All that was written, and the questions."""
        return "\n".join(f"{each.heading}\n{each.text}" for each in self.record.passages)

    def touches(self, id_: str) -> bool:
        """Return whether the competency or principle with this id was chosen in it."""
        return any(id_ in names for names in self.record.chosen.values())


@dataclass(frozen=True)
class Part:
    """What is meant of the reflections: answers to some questions, or about some things.

    Attributes:
        questions: the ids of the questions; empty for all.
        about: the ids of competencies and principles; empty for all.
    """

    questions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.questions or self.about)

    def of(self, reflection: Reflection) -> Reflection:
        """Return the reflection with the answers that are meant, and no others."""
        if self.is_all:
            return reflection
        chosen = {
            question: names
            for question, names in reflection.chosen.items()
            if self._means(question, names)
        }
        return reflection.with_values(
            chosen=chosen,
            passages=tuple(each for each in reflection.passages if self._keeps(each.key, chosen)),
        )

    def _means(self, question: str, names: Iterable[str]) -> bool:
        asked = not self.questions or question in self.questions
        return asked and (not self.about or any(name in self.about for name in names))

    def _keeps(self, key: str, chosen: dict[str, tuple[str, ...]]) -> bool:
        if self.questions and not any(_is_of(key, each) for each in self.questions):
            return False
        if not self.about:
            return True
        names = [name for each, names in chosen.items() if _is_of(key, each) for name in names]
        end = key.rpartition(".")[2]
        return bool(names) and (end not in names or end in self.about)


def answered_in(reflection: Reflection, guide: Guide) -> Iterator[Asked]:
    """Yield the questions that were answered, in their order; then those the guide has not."""
    known = asked_in(reflection, guide)
    yield from (each for each in known if reflection.answers(each.id))
    for passage in reflection.passages:
        if passage.text and not any(each.holds(passage.key) for each in known):
            gone = f"{passage.heading} (not in this guide)"
            yield Asked(passage.key, "", gone, gone)


def _is_of(key: str, question: str) -> bool:
    return key == question or key.startswith(f"{question}.")

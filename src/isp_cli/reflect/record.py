"""A reflection as a record: answers to questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from isp_cli.portfolio.record import Record
from isp_cli.sessions.structures import Structure

TO_DEVELOP = "question.7"
"""The question that asks which competencies one would like to develop."""


class Reflection(Record):
    """Answers to the reflective questions.

    Attributes:
        questions: the ids of the guide's questions that it is about; empty where it is about all.
        chosen: by the id of a question, the ids of the principles or competencies chosen.
        structure: the id of other questions than the guide's that it answers; None for the guide's.
        structure_name: what they are called.

    The answers are the passages. Their keys are the id of a question (`question.4`) or of a
    follow-up (`question.10.a`); behind it stands the competency where it is asked of each that is
    chosen (`question.7.a.brokering`). Of a structure every question is there from the start, under
    a key such as `what.so-what`, so that the record can be read and gone on with by itself.
    """

    kind: ClassVar[str] = "reflection"
    verb: ClassVar[str] = "reflect"
    folder: ClassVar[str] = "reflections"

    status: Literal["draft", "finished"] = "draft"
    questions: tuple[str, ...] = ()
    chosen: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    structure: str | None = None
    structure_name: str | None = None

    @property
    def stem(self) -> str:
        """The date, and which questions they are."""
        about = self.structure or "ten-questions"
        if self.questions:
            numbers = [each.rpartition(".")[2] for each in self.questions]
            about = "-".join(["question" if len(numbers) == 1 else "questions", *numbers])
        return f"{self.started.date().isoformat()}-{about}"

    @property
    def topic(self) -> str:
        """The structure, or some of the guide's questions; empty where it is about all of them."""
        if self.structure:
            return self.structure_name or self.structure
        numbers = [each.rpartition(".")[2] for each in self.questions]
        return f"question{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}" if numbers else ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is chosen and nothing written."""
        return not any(self.chosen.values()) and super().is_empty

    def on(self, structure: Structure) -> "Reflection":
        """Return the reflection with the questions of a structure, none of them answered yet."""
        return self.with_values(
            structure=structure.key, structure_name=structure.name, passages=structure.passages
        )

    def with_chosen(self, question: str, names: tuple[str, ...]) -> "Reflection":
        """Return the reflection with what was chosen for a question."""
        return self.with_values(chosen={**self.chosen, question: names})

    def answers(self, question: str) -> bool:
        """Return whether something was chosen or written for a question, or behind it."""
        written = any(
            each.text.strip() and (each.key == question or each.key.startswith(f"{question}."))
            for each in self.passages
        )
        return written or bool(self.chosen.get(question))


@dataclass(frozen=True)
class Development:
    """What was said about developing one competency (question 7).

    Attributes:
        competency: its id.
        resources: which resources are available (7 a).
        learn_from: who one can learn from (7 b).
        next_steps: the next steps (7 c).

    Each is empty where nothing was said. A reflection of an earlier isp has one answer for all;
    it is then that of each.
    """

    competency: str
    resources: str
    learn_from: str
    next_steps: str


def developments(reflection: Reflection) -> tuple[Development, ...]:
    """Return the competencies chosen to be developed, and what was said about each."""

    def said(letter: str, competency: str) -> str:
        key = f"{TO_DEVELOP}.{letter}"
        return reflection.text(of_each(key, competency)) or reflection.text(key)

    return tuple(
        Development(each, said("a", each), said("b", each), said("c", each))
        for each in reflection.chosen.get(TO_DEVELOP, ())
    )


def latest_with(question: str, reflections: Iterable[Reflection]) -> Reflection | None:
    """Return the last of `reflections` in which a question was answered, if there is one."""
    return next((each for each in reversed([*reflections]) if each.answers(question)), None)


def of_each(follow_up: str, competency: str) -> str:
    """Return the key of the answer to a follow-up that is asked of each competency chosen."""
    return f"{follow_up}.{competency}"


def since_key(question: str) -> str:
    """Return the key under which it is kept what has changed since a question was last answered."""
    return f"{question}.since"


def profile_key(question: str) -> str:
    """Return the key under which it is kept what a profile adds to the answer to a question."""
    return f"{question}.profile"

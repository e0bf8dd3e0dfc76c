"""A reflection as a record: answers to the guide's questions."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from isp_cli.portfolio.record import Record


class Reflection(Record):
    """Answers to the reflective questions.

    Attributes:
        chosen: by the id of a question, the ids of the principles or competencies chosen.

    The answers are the passages; their keys are the ids of questions and follow-ups.
    """

    kind: ClassVar[str] = "reflection"
    verb: ClassVar[str] = "reflect"
    folder: ClassVar[str] = "reflections"

    status: Literal["draft", "finished"] = "draft"
    chosen: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def stem(self) -> str:
        """The date, and which questions they are."""
        return f"{self.started.date().isoformat()}-ten-questions"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is chosen and nothing written."""
        return not any(self.chosen.values()) and super().is_empty

    def with_chosen(self, question: str, names: tuple[str, ...]) -> "Reflection":
        """Return the reflection with what was chosen for a question."""
        return self.with_values(chosen={**self.chosen, question: names})

"""The guide's questions as a reflection asks them, one after the other."""

from collections.abc import Iterator
from dataclasses import dataclass

from isp_cli.guide.model import Competency, Guide, Principle, Question
from isp_cli.terminal.outline import letters


@dataclass(frozen=True)
class Asked:
    """A question or a follow-up.

    Attributes:
        id: its id in the guide, and the key of its answer.
        label: what it goes by, such as "7" or "7 a".
        text: what it asks.
        question: the question that it is, or belongs to.
    """

    id: str
    label: str
    text: str
    question: Question

    @property
    def heading(self) -> str:
        """The heading of its answer in the file."""
        return f"{self.label}. {self.text}"

    @property
    def is_follow_up(self) -> bool:
        """Whether it belongs to another question."""
        return self.id != self.question.id


def asked(guide: Guide) -> Iterator[Asked]:
    """Yield the questions with their follow-ups, in the guide's order."""
    for question in guide.questions:
        yield Asked(question.id, question.number, question.text, question)
        for letter, item in zip(letters(), question.items, strict=False):
            yield Asked(item.id, f"{question.number} {letter}", item.text, question)


def to_choose_from(guide: Guide, question: Question) -> tuple[Principle | Competency, ...]:
    """Return the principles or competencies that a question asks about, if it does."""
    match question.chooses:
        case "principles":
            return guide.principles
        case "competencies":
            return guide.competencies
    return ()

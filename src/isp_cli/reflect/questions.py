"""The questions as a reflection asks them, one after the other, with their follow-ups."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isp_cli.guide.model import Competency, Guide, Principle, Question
from isp_cli.reflect.prompts import prompts
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.outline import letters


@dataclass(frozen=True)
class FollowUp:
    """What is asked behind a question.

    Attributes:
        id: its id, and the key of its answer.
        label: what it goes by, such as "7 a".
        text: what it asks.
    """

    id: str
    label: str
    text: str

    @property
    def heading(self) -> str:
        """The heading of its answer in the file."""
        return f"{self.label}. {self.text}"


@dataclass(frozen=True)
class Asked:
    """A question.

    Attributes:
        id: its id, and the key of its answer.
        number: what it goes by, such as "7".
        text: what it asks.
        parts: the principles or competencies that it asks about, if it does.
        most: how many of them may be chosen, where there is a limit.
        follow_ups: what is asked behind it; where it asks about parts, of each that is chosen.
        prompts: what may help to begin an answer; isp's own.
    """

    id: str
    number: str
    text: str
    parts: tuple[Principle | Competency, ...] = ()
    most: int | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    prompts: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """The heading of its answer in the file."""
        return f"{self.number}. {self.text}"

    @property
    def asks_of_each(self) -> bool:
        """Whether the follow-ups are asked of each of what is chosen."""
        return bool(self.parts and self.follow_ups)

    def names(self, chosen: tuple[str, ...]) -> dict[str, str]:
        """Return the names of what was chosen, by id; an id that the guide has not, as it is."""
        known = {each.id: each.name for each in self.parts}
        in_order = [each for each in known if each in chosen]
        gone = [each for each in chosen if each not in known]
        return {each: known.get(each, each) for each in [*in_order, *gone]}

    def holds(self, key: str) -> bool:
        """Return whether `key` is that of an answer to this question or behind it."""
        return key == self.id or key.startswith(f"{self.id}.")


def asked(guide: Guide) -> Iterator[Asked]:
    """Yield the guide's questions, in its order, with what isp adds to them."""
    own = prompts(guide)
    for question in guide.questions:
        yield Asked(
            question.id,
            question.number,
            question.text,
            to_choose_from(guide, question),
            question.most,
            (
                *(
                    FollowUp(each.id, question.number, each.text)
                    for each in own.follow_ups.get(question.id, ())
                ),
                *(
                    FollowUp(item.id, f"{question.number} {letter}", item.text)
                    for letter, item in zip(letters(), question.items, strict=False)
                ),
            ),
            own.prompts.get(question.id, ()),
        )


def to_choose_from(guide: Guide, question: Question) -> tuple[Principle | Competency, ...]:
    """Return the principles or competencies that a question asks about, if it does."""
    match question.chooses:
        case "principles":
            return guide.principles
        case "competencies":
            return guide.competencies
    return ()


def in_order(record: Reflection, questions: Iterable[Asked]) -> Reflection:
    """Return the reflection with its last answer before those to later questions."""
    *before, new = record.passages
    later: list[Asked] = []
    known = list(questions)
    for number, each in enumerate(known):
        if each.holds(new.key):
            later = known[number + 1 :]
    at = next(
        (n for n, passage in enumerate(before) if any(each.holds(passage.key) for each in later)),
        len(before),
    )
    return record.with_values(passages=(*before[:at], new, *before[at:]))

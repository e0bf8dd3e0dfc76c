"""The questions as a reflection asks them, one after the other, with their follow-ups."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from isp_cli.guide.model import Competency, Guide, Principle, Question
from isp_cli.portfolio.passage import Passage
from isp_cli.reflect.prompts import prompts
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.structures import Structure, structures
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
        heading: the heading of its answer in the file.
        parts: the principles or competencies that it asks about, if it does.
        most: how many of them may be chosen, where there is a limit.
        follow_ups: what is asked behind it; where it asks about parts, of each that is chosen.
        prompts: what may help to begin an answer; isp's own.
        recalls: whether one's latest notes may help to answer it.
    """

    id: str
    number: str
    text: str
    heading: str
    parts: tuple[Principle | Competency, ...] = ()
    most: int | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    prompts: tuple[str, ...] = ()
    recalls: bool = False

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


def asked_in(
    reflection: Reflection, guide: Guide, structure: Structure | None = None
) -> tuple[Asked, ...]:
    """Return the questions that a reflection is about: the guide's, or those it names itself.

    Args:
        reflection: the reflection.
        guide: the guide that it speaks of.
        structure: one that is at hand, beside those that come with isp; it knows the prompts.
    """
    if not reflection.structure:
        return tuple(asked(guide))
    at_hand = [*([structure] if structure else []), *structures()]
    known = [each for each in at_hand if each.key == reflection.structure]
    prompts_of = {each.id: each.prompts for one in known for each in asked_of(one)}
    questions = [e for e in reflection.passages if e.key.rpartition(".")[0] == reflection.structure]
    return tuple(
        _structured(each.key, n, each.heading, prompts_of.get(each.key, ()))
        for n, each in enumerate(questions, start=1)
    )


def asked_of(structure: Structure) -> tuple[Asked, ...]:
    """Return the questions of a structure."""
    return tuple(
        _structured(key, n, each.text, each.prompts)
        for n, (key, each) in enumerate(structure.asked, start=1)
    )


def _structured(key: str, number: int, text: str, prompts_: tuple[str, ...]) -> Asked:
    return Asked(key, str(number), text, text, prompts=prompts_, recalls=True)


def asked(guide: Guide) -> Iterator[Asked]:
    """Yield the guide's questions, in its order, with what isp adds to them."""
    own = prompts(guide)
    for question in guide.questions:
        yield Asked(
            question.id,
            question.number,
            question.text,
            f"{question.number}. {question.text}",
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
            question.id in own.beside_the_latest_notes,
        )


def to_choose_from(guide: Guide, question: Question) -> tuple[Principle | Competency, ...]:
    """Return the principles or competencies that a question asks about, if it does."""
    match question.chooses:
        case "principles":
            return guide.principles
        case "competencies":
            return guide.competencies
    return ()


def with_answer(record: Reflection, new: Passage, questions: Iterable[Asked]) -> Reflection:
    """Return the reflection with an answer; a new one stands before those to later questions."""
    before = record.passages
    if any(each.key == new.key for each in before):
        return record.with_text(new.key, new.heading, new.text)
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

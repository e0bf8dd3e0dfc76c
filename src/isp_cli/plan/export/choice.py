"""What goes in, chosen by options."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from isp_cli.errors import NotFound, UsageProblem
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.plan.export.contents import NAMES, TO_BEGIN_WITH, Contents, Excerpt
from isp_cli.plan.export.offer import CONTEXT, Offer

ALL = "all"
"""What takes all examples, or all answers."""


@dataclass(frozen=True)
class Wanted:
    """What was named in the command; empty where nothing was.

    Attributes:
        goals: names of competencies.
        parts: names of parts, with commas between.
        examples: names of competencies.
        answers: numbers of questions.
        author: who it is from.
    """

    goals: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    author: str = ""

    @property
    def named(self) -> dict[str, bool]:
        """What was named, by the keys of the questions that it answers."""
        return {
            "goals": bool(self.goals),
            "parts": bool(self.parts),
            "examples": bool(self.examples),
            "answers": bool(self.answers),
            "from": bool(self.author),
        }


def contents(
    there: Offer, guide: Guide, wanted: Wanted, *, for_supervision: bool, table: bool
) -> Contents:
    """Return what goes in: what was named; where nothing was, all goals, and of each the usual.

    The usual is all that the plan says. For supervision it is where to, the steps, and how one
    will know. From other records nothing goes in that was not named.

    Raises:
        NotFound: there is no such goal, example or answer.
        UsageProblem: a part is named that there never is.
    """
    usual = [each for each in there.parts if each != CONTEXT]
    if for_supervision:
        usual = [each for each in usual if each in TO_BEGIN_WITH]
    parts = _parts(there, wanted.parts) if wanted.parts else tuple(usual)
    return Contents(
        _goals(there, guide, wanted.goals) if wanted.goals else tuple(there.goals),
        tuple(each for each in parts if each != CONTEXT),
        there.context if CONTEXT in parts else (),
        _examples(there, guide, wanted.examples),
        _answers(there, wanted.answers),
        wanted.author,
        table,
    )


def _parts(there: Offer, named: Iterable[str]) -> tuple[str, ...]:
    names = [name.strip().lower() for each in named for name in each.split(",") if name.strip()]
    known = [*NAMES, CONTEXT]
    for name in names:
        if name not in known:
            raise UsageProblem(
                f"'{name}' is not a part of a plan.",
                where="--with",
                mend=f"The parts are: {', '.join(known)}. For an example or an answer from another "
                "record: --example NAME, --answer NUMBER.",
            )
    return tuple(each for each in known if each in names and each in there.parts)


def _goals(there: Offer, guide: Guide, named: Iterable[str]) -> tuple[str, ...]:
    found = [_competency(there.goals, guide, name, "goal about") for name in named]
    return tuple(each for each in there.goals if each in found)


def _examples(there: Offer, guide: Guide, named: Sequence[str]) -> tuple[Excerpt, ...]:
    if ALL in named:
        return there.examples
    known = {each.key: each.heading for each in there.examples}
    found = [_competency(known, guide, name, "example about") for name in named]
    return tuple(each for each in there.examples if each.key in found)


def _competency(known: Iterable[str], guide: Guide, name: str, what: str) -> str:
    if name in known:
        return name
    found = lookup.competency(guide, name)
    if found.id in known:
        return found.id
    names = ", ".join(known)
    mend = f"There are: {names}" if names else "There are none."
    raise NotFound(f"There is no {what} {found.name} to hand over.", mend=mend)


def _answers(there: Offer, named: Sequence[str]) -> tuple[Excerpt, ...]:
    if ALL in named:
        return there.answers
    keys: list[str] = []
    for name in named:
        wanted = "question." + ".".join(name.lower().removeprefix("question.").split())
        found = [each.key for each in there.answers if _is_of(each.key, wanted)]
        if not found:
            numbers = ", ".join(each.key.removeprefix("question.") for each in there.answers)
            mend = f"There are: {numbers}" if numbers else "There are none."
            raise NotFound(f"There is no answer '{name}' to hand over.", mend=mend)
        keys += found
    return tuple(each for each in there.answers if each.key in keys)


def _is_of(key: str, wanted: str) -> bool:
    return key == wanted or key.startswith(f"{wanted}.")

"""Ways to structure a reflection or a note: sets of questions that are data, not code."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

from isp_cli.bundled import data
from isp_cli.errors import NotFound, UsageProblem
from isp_cli.portfolio.passage import Passage

GUIDES = "question"
"""What the ids of the guide's questions begin with; no other set may take it."""

TOLD = 10
"""Problems of a questions file that are told on one line; who has more mends these first."""


def _id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", value):
        raise ValueError("must be up to 40 small letters, figures and hyphens, such as so-what")
    return value


def _some(parts: tuple[object, ...]) -> tuple[object, ...]:
    if not parts:
        raise ValueError("is empty; it needs an entry")
    return parts


def _with_text(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


Id = Annotated[str, AfterValidator(_id)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, max_length=2_000)]


class StructureQuestion(BaseModel):
    """One question of a structure.

    Attributes:
        id: what it is known by within the structure; None where its place does.
        text: what it asks.
        prompts: what may help to answer it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id | None = None
    text: Text
    prompts: tuple[Text, ...] = ()


class Structure(BaseModel):
    """A set of questions to think with, one after the other.

    Attributes:
        id: what records keep of it; None where its name does.
        name: what it is called.
        aliases: other names that it answers to.
        about: what it is, in a sentence.
        sources: who it comes from.
        questions: what it asks, at least one thing; in a file each may be a text alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id | None = None
    name: Text
    aliases: tuple[Text, ...] = ()
    about: Text | None = None
    sources: tuple[Text, ...] = ()
    questions: Annotated[
        tuple[Annotated[StructureQuestion, BeforeValidator(_with_text)], ...], AfterValidator(_some)
    ]

    @property
    def key(self) -> str:
        """The id that records keep: its own, or one made of its name."""
        return self.id or "-".join(re.findall("[a-z0-9]+", self.name.lower()))[:40] or "own"

    @property
    def asked(self) -> tuple[tuple[str, StructureQuestion], ...]:
        """The questions, each with the key of the passage that answers it."""
        return tuple(
            (f"{self.key}.{each.id or number}", each)
            for number, each in enumerate(self.questions, start=1)
        )

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of a record that has no answer yet, headed by the questions.

        A draft that keeps them can be taken up without the file that the questions came from.
        """
        return tuple(Passage(key, each.text, "") for key, each in self.asked)


@cache
def structures() -> tuple[Structure, ...]:
    """Return the structures that come with isp.

    Raises:
        GuideProblem: the file did not come with this installation, or is broken.
    """
    return tuple(Structure.model_validate(each) for each in data("structures"))


def structure(name: str) -> Structure:
    """Return the structure that comes with isp and that `name` means; names forgive.

    Raises:
        NotFound: there is none, or more than one.
    """
    from isp_cli.guide.lookup import matching

    found = [each for each in structures() if each.key == name] or matching(structures(), name)
    if len(found) == 1:
        return found[0]
    known = ", ".join(each.key for each in structures())
    raise NotFound(
        f"There is no structure called '{name}'.",
        mend=f"There is: {known}; for questions of your own, name a file with --questions.",
    )


def prompts_by_key(key: str) -> Mapping[str, tuple[str, ...]]:
    """Return what may help to answer each question of a structure that comes with isp.

    By the keys of the passages; empty for a structure that does not come with isp.
    """
    return {
        asked: question.prompts
        for each in structures()
        if each.key == key
        for asked, question in each.asked
    }


def own_structure(path: Path) -> Structure:
    """Return the structure in the questions file at `path`; "-" is standard input.

    Raises:
        UsageProblem: the file cannot be read.
        PortfolioProblem: it is no set of questions; it names every problem with its line.
    """
    from isp_cli.sessions.answers import read_answers

    return read_answers(Structure, path, _loose_ends, told=TOLD)


def chosen_structure(name: str | None, path: Path | None) -> Structure | None:
    """Return the structure that was chosen with `--as` or `--questions`, or None where neither.

    Raises:
        UsageProblem: both were given, or the file cannot be read.
        NotFound: no structure has that name.
        PortfolioProblem: the file is no set of questions.
    """
    if name is not None and path is not None:
        raise UsageProblem("--as and --questions both choose the questions.", mend="Take one.")
    if name is not None:
        return structure(name)
    return None if path is None else own_structure(path)


def _loose_ends(own: Structure) -> Iterator[tuple[Sequence[str | int], str]]:
    if own.key == GUIDES:
        what = f"'{GUIDES}' is what the guide's questions are called; choose another"
        yield ["id" if own.id else "name"], what
    if own.key in {each.key for each in structures()}:
        yield ["id" if own.id else "name"], f"'{own.key}' is a structure of isp's; choose another"
    seen: set[str] = set()
    for number, (key, _) in enumerate(own.asked):
        if key in seen:
            what = f"'{key.partition('.')[2]}' stands for a question above; ids must differ"
            yield ["questions", number, "id"], what
        seen.add(key)

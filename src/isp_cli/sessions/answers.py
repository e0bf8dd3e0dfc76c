"""A session without a terminal: the answers come in a YAML form."""

import itertools
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict

from isp_cli import strictyaml
from isp_cli.errors import PortfolioProblem, UsageProblem
from isp_cli.portfolio.record import Record
from isp_cli.printing import literal
from isp_cli.sessions.desk import Desk
from isp_cli.strictyaml import Problem, YamlProblems

STANDARD_INPUT = Path("-")

HOW_TO_WRITE = (
    "A text of several lines, or with a colon or a # in it: a | after the name's colon, then the "
    "text on the lines below, further to the right than the name."
)
"""What every form says to whom YAML is new."""

MOST = strictyaml.LARGEST + 1
"""Bytes read of a form; one that has as many is too long."""


def _as_text(value: object) -> object:
    if value is None:
        return ""
    if isinstance(value, str):
        return value.removesuffix("\n")  # the end of a YAML block, which the person did not write
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Written = Annotated[str, BeforeValidator(_as_text)]
"""What a person wrote in a form; an empty place is an empty answer."""


class Form(BaseModel):
    """A part of a form: it takes no unknown field, and what is left out is unanswered."""

    model_config = ConfigDict(frozen=True, extra="forbid")


F = TypeVar("F", bound=BaseModel)
R = TypeVar("R", bound=Record)


Check = Callable[[F], Iterable[tuple[Sequence[str | int], str]]]
"""Takes a form and yields what is wrong with it: the path of keys to it, and what."""


def read_answers(model: type[F], path: Path, check: Check[F], *, told: int = 1) -> F:
    """Return the filled form in the file at `path`; "-" is standard input.

    Args:
        model: what the form holds.
        path: the file.
        check: yields what else is wrong with it.
        told: how many problems are told at the most.

    Raises:
        UsageProblem: the file cannot be read.
        PortfolioProblem: it is not a form of this kind, or `check` found something.
    """
    where = "standard input" if path == STANDARD_INPUT else str(path)
    text = text_of(path, where)
    try:
        filled = strictyaml.read(model, text)
        _refuse_cut_off(text)
        _refuse(text, list(itertools.islice(check(filled), strictyaml.MOST)))
    except YamlProblems as found:
        wrong = found.summary(told)
        raise PortfolioProblem(
            wrong if wrong.endswith("?") else f"{wrong}.",
            where=where,
            mend="Nothing was kept; mend the file and try again.",
        ) from None
    return filled


def _refuse_cut_off(text: str) -> None:
    lost = list(itertools.islice(strictyaml.cut_off(text), strictyaml.MOST))
    if lost:
        raise YamlProblems(lost)


def _refuse(text: str, wrong: list[tuple[Sequence[str | int], str]]) -> None:
    if wrong:
        root = strictyaml.compose(text)
        raise YamlProblems(
            Problem(strictyaml.line_of(root, keys), strictyaml.spoken_path(keys), what)
            for keys, what in wrong
        )


def text_of(path: Path, where: str) -> str:
    """Return the text of the file at `path`, or of standard input; `where` names it.

    Raises:
        UsageProblem: it cannot be read, is too long, or is not UTF-8.
    """
    try:
        data = _bytes(path)
        if len(data) == MOST:
            what = f"This is longer than {strictyaml.LARGEST:,} bytes."
            raise UsageProblem(what, where=where, mend="isp reads less.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"This is not UTF-8 text (byte {error.start + 1})."
        raise UsageProblem(what, where=where, mend="Save it as UTF-8.") from None
    except OSError as error:
        what = f"This cannot be read ({error.strerror})."
        raise UsageProblem(what, where=where, mend="Check the path.") from None


def _bytes(path: Path) -> bytes:
    """Return what the file holds, up to one byte more than isp reads."""
    if path == STANDARD_INPUT:
        if sys.stdin is None:  # where the caller has closed it
            raise UsageProblem(
                "It is closed.", where="standard input", mend="Give a file, or pipe one in."
            )
        return sys.stdin.buffer.read(MOST)
    with path.open("rb") as stream:
        return stream.read(MOST)


def keep(desk: Desk, record: R) -> R:
    """Keep a record that is written at once, say where, and return it.

    Raises:
        PortfolioProblem: it cannot be written; what stands in it was shown, to be copied.
    """
    try:
        kept = desk.store.add(record)
    except PortfolioProblem:
        written = [each.text for each in record.passages if each.text.strip()]
        if written:
            desk.screen.tell(f"This {record.kind} could not be saved. Copy it from here:", *written)
        raise
    if record.is_draft:
        desk.screen.tell(
            f"Some answers are missing, so this is a draft. To go on: isp {record.verb}"
        )
    desk.screen.tell(f"Kept in {kept.path}", "")
    return record


def form_text(*parts: tuple[Sequence[str], Any]) -> str:
    """Return a form: for each part comments to read, then the YAML to fill in.

    Args:
        parts: paragraphs of comment, and the values below them; None for comment alone.
    """
    lines: list[str] = []
    for comments, value in parts:
        for comment in map(literal, comments):
            below = " " * (len(comment) - len(comment.lstrip(" 0123456789")))
            wrapped = textwrap.wrap(
                comment,
                92,
                break_on_hyphens=False,
                subsequent_indent=below if comment.startswith(" ") else "",
            )
            lines += [f"# {line}".rstrip() for line in wrapped or [""]]
        if value is not None:
            lines += strictyaml.dump(value).replace(": null\n", ":\n").splitlines()
        lines.append("")
    return "\n".join(lines)

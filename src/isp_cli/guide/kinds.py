"""The kinds of things in the guide, and their ids, without the guide's model.

A shell that completes waits for this; to build the model first would take too long.
"""

from pathlib import Path
from typing import Any, NamedTuple

from isp_cli.bundled import data


class Kind(NamedTuple):
    """One kind: the words for one and for many, and the field of the guide that holds them."""

    one: str
    many: str
    field: str


KINDS = (
    Kind("principle", "principles", "principles"),
    Kind("domain", "domains", "domains"),
    Kind("competency", "competencies", "competencies"),
    Kind("question", "questions", "questions"),
    Kind("dilemma", "dilemmas", "dilemmas"),
    Kind("resource", "resources", "resources"),
    Kind("about", "about", "about"),
)

NUMBERED = ("question", "dilemma")
"""The kinds that people know by number; the others they know by name."""


def words_beginning(incomplete: str) -> list[str]:
    """Return the words for kinds that begin with `incomplete`."""
    known = [word for kind in KINDS for word in dict.fromkeys((kind.one, kind.many))]
    return [word for word in known if word.startswith(incomplete.lower())]


def names_beginning(word: str, incomplete: str, chosen: str | None) -> list[str]:
    """Return the short names of the kind `word` that begin with `incomplete`.

    Args:
        word: a kind, in the singular or plural.
        incomplete: what has been typed of the name.
        chosen: a guide file of the person's own, or None.

    Raises:
        Exception: the guide cannot be read; whatever reading it raises.
    """
    kind = next(each for each in KINDS if word.lower() in (each.one, each.many))
    guide = data("guide") if chosen is None else _parsed(Path(chosen))
    ids = [str(each["id"]) for each in guide[kind.field]]
    names = [_short(kind, name) for name in ids]
    return [name for name in names if name.startswith(incomplete.lower())]


def _short(kind: Kind, name: str) -> str:
    return name.rpartition(".")[2] if kind.one in (*NUMBERED, "about") else name


def _parsed(path: Path) -> Any:  # noqa: ANN401 - not checked; the caller takes what it needs
    from isp_cli import strictyaml

    return strictyaml.parse(path.read_text(encoding="utf-8-sig"))

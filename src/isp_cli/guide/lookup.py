"""Finding things in the guide by id or by a name that people type."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from isp_cli.errors import NotFound
from isp_cli.guide.kinds import KINDS, Kind
from isp_cli.guide.model import Competency, Domain, Guide, Part, Principle
from isp_cli.guide.places import places


class Entry(NamedTuple):
    """Something in the guide that can be asked for by name.

    Attributes:
        id: its stable id.
        name: the name that people know it by.
        aliases: other names it answers to.
        part: the thing itself.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    part: Part

    @property
    def key(self) -> str:
        """Its id, as everything that can be found by name has it."""
        return self.id


def _named(parts: Iterable[Principle | Domain | Competency]) -> list[Entry]:
    return [Entry(each.id, each.name, each.aliases, each) for each in parts]


def _questions(guide: Guide) -> list[Entry]:
    return [
        Entry(each.id, f"Question {each.number}", (each.number, *(i.id for i in each.items)), each)
        for each in guide.questions
    ]


def _dilemmas(guide: Guide) -> list[Entry]:
    return [
        Entry(each.id, f"Dilemma {number}", (str(number),), each)
        for number, each in enumerate(guide.dilemmas, start=1)
    ]


def _resources(guide: Guide) -> list[Entry]:
    resources = [Entry(each.id, each.name, (), each) for each in guide.resources]
    return resources + [Entry(each.id, each.text, (), each) for each in guide.references]


def _sections(guide: Guide) -> list[Entry]:
    return [Entry(each.id, each.title, (each.id.partition(".")[2],), each) for each in guide.about]


_ENTRIES: Mapping[str, Callable[[Guide], list[Entry]]] = {
    "principle": lambda guide: _named(guide.principles),
    "domain": lambda guide: _named(guide.domains),
    "competency": lambda guide: _named(guide.competencies),
    "question": _questions,
    "dilemma": _dilemmas,
    "resource": _resources,
    "about": _sections,
}


def entries(guide: Guide, kind: Kind) -> list[Entry]:
    """Return everything of `kind`, in the guide's order."""
    return _ENTRIES[kind.one](guide)


def kind(name: str) -> Kind:
    """Return the kind that `name` means, in the singular or plural.

    Raises:
        NotFound: there is no such kind.
    """
    wanted = folded(name)
    for each in KINDS:
        if wanted in (each.one, each.many):
            return each
    begun = [each for each in KINDS if wanted and each.many.startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    close = near([each.one for each in KINDS], name)
    known = ", ".join(each.one for each in KINDS)
    mend = f"Did you mean {' or '.join(close)}?" if close else f"There is: {known}."
    raise NotFound(f"'{name}' is not something to browse.", mend=mend)


def anything(guide: Guide, name: str) -> tuple[Kind, Entry] | None:
    """Return what `name` means where it names no kind, and is meant for one thing alone."""
    first = folded(name).partition(" ")[0]
    if any(first == each.one or (first and each.many.startswith(first)) for each in KINDS):
        return None
    found = [(each, entry) for each in KINDS for entry in matching(entries(guide, each), name)]
    return found[0] if len(found) == 1 else None


def find(guide: Guide, kind: Kind, name: str) -> Entry:
    """Return the entry of `kind` that `name` means.

    Raises:
        NotFound: nothing fits, or more than one thing; it says what comes near.
    """
    candidates = entries(guide, kind)
    found = [each for each in candidates if each.id == name] or matching(candidates, name)
    if not found and "." in name:
        owner = next((each.owner for each in places(guide) if each.id == name), "")
        found = [each for each in candidates if each.id == owner]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(f"{each.name} ({each.id})" for each in found)
        raise NotFound(
            f"'{name}' could mean more than one {kind.one}.", mend=f"Say which: {choices}"
        )
    close = near([each.name for each in candidates], name)
    name = name if len(name) <= LONGEST else f"{name[:LONGEST]}..."
    mend = f"Did you mean {' or '.join(close)}?" if close else f"List: isp browse {kind.many}"
    raise NotFound(f"There is no {kind.one} called '{name}'.", mend=mend)


def competency(guide: Guide, name: str) -> Competency:
    """Return the competency that `name` means; NotFound says what comes near."""
    part = find(guide, kind("competency"), name).part
    assert isinstance(part, Competency)  # noqa: S101 - the kind holds nothing else
    return part


def principle(guide: Guide, name: str) -> Principle:
    """Return the principle that `name` means; NotFound says what comes near."""
    part = find(guide, kind("principle"), name).part
    assert isinstance(part, Principle)  # noqa: S101 - the kind holds nothing else
    return part


def folded(name: str) -> str:
    """Return `name` as look-up compares it: lower case, no accents, single spaces for hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9.&']+", plain))


class Named(Protocol):
    """What can be found by its id, its name or another name."""

    @property
    def key(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """The name that people know it by."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names it answers to."""


N = TypeVar("N", bound=Named)


def matching(candidates: Sequence[N], name: str) -> list[N]:
    """Return the candidates that `name` fits, by the first of these that any fits.

    The whole id, name or alias; the beginning of one; the beginning of a word in one.
    """
    wanted = folded(name[:LONGEST])
    closed = wanted.replace(" ", "")
    if not wanted:
        return []
    spoken = {
        each.key: [folded(known) for known in (each.key, each.name, *each.aliases)]
        for each in candidates
    }
    for fits in (
        lambda n: n == wanted or n.replace(" ", "") == closed,
        lambda n: n.startswith(wanted) or n.replace(" ", "").startswith(closed),
        lambda n: f" {wanted}" in n,
    ):
        found = [each for each in candidates if any(map(fits, spoken[each.key]))]
        if found:
            return found
    return []


def near(names: Iterable[str], name: str) -> list[str]:
    """Return up to three of `names` that are spelt much like `name`, the nearest first."""
    from difflib import SequenceMatcher

    wanted = folded(name[:LONGEST])

    def likeness(candidate: str) -> float:
        spoken = folded(candidate)
        return max(
            SequenceMatcher(None, wanted, part).ratio() for part in (spoken, *spoken.split())
        )

    ranked = sorted(names, key=likeness, reverse=True)
    return [each for each in ranked if likeness(each) >= NEAR][:3]


LONGEST = 120
"""Characters of a name that are compared; no name in a guide comes near it."""

NEAR = 0.7
"""How alike two spellings must be, from 0 to 1, for one to be suggested for the other."""

"""Finding words in the guide."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from isp_cli.guide import lookup
from isp_cli.guide.places import Place
from isp_cli.search.index import Pieces, Text, matches


@dataclass(frozen=True)
class Finding:
    """A text of the guide that was found, and the same text as pieces."""

    place: Place
    pieces: Pieces

    @property
    def trail(self) -> tuple[str, ...]:
        """The names that lead to it."""
        return self.place.trail or (self.place.kind.capitalize(),)

    @property
    def way(self) -> str:
        """The command that shows it."""
        if self.place.owner:
            return f"isp browse {self.place.kind} {self.place.owner}"
        return f"isp browse {lookup.kind(self.place.kind).many}"

    @property
    def as_data(self) -> Mapping[str, Any]:
        """The finding as it is given to other programs."""
        return {
            "id": self.place.id,
            "kind": self.place.kind,
            "trail": list(self.place.trail),
            "text": self.place.text,
            "pieces": [{"text": text, "found": found} for text, found in self.pieces],
        }


def found_in_guide(places: Iterable[Place], words: str) -> list[Finding]:
    """Return the texts of the guide in which `words` occur, best first; see `matches`.

    Raises:
        UsageProblem: there is no word in `words`.
    """
    known = list(places)
    texts = [Text(each.text, " ".join(each.trail)) for each in known]
    return [Finding(known[each.number], each.pieces) for each in matches(texts, words)]

"""A record's file as text: YAML front matter, then passages under `##` headings.

Everything in the file that is not isp's own is the person's, and is kept word for word.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from isp_cli.portfolio.front import Front
from isp_cli.portfolio.passage import BODY, Passage
from isp_cli.portfolio.section import Section, taken_apart


@dataclass(frozen=True)
class Document:
    """The text of a record, taken apart so that what isp does not change stays as it is.

    Attributes:
        front: the front matter.
        before: what stands between the front matter and the first heading.
        sections: what stands below.
        is_prose: whether all below the front matter is one text, whatever looks like a heading.
    """

    front: Front = field(default_factory=Front)
    before: str = "\n"
    sections: tuple[Section, ...] = ()
    is_prose: bool = False

    @classmethod
    def parse(cls, text: str) -> "Document":
        """Return `text` taken apart; `render` gives back the very same text.

        Raises:
            YamlProblems: there is no front matter, or it is not a YAML mapping.
        """
        front, body = Front.split(text)
        return cls(front, *taken_apart(body))

    def as_prose(self) -> "Document":
        """Return the document with all that stands below the front matter as one text."""
        return replace(self, before=self._below, sections=(), is_prose=True)

    def render(self) -> str:
        """Return the text of the file."""
        return self.front.render() + self._below

    @property
    def _below(self) -> str:
        return self.before + "".join(each.heading + each.raw for each in self.sections)

    @property
    def fields(self) -> Mapping[str, Any]:
        """The front matter as plain values."""
        return self.front.fields

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of isp's own; of two with the same key, the first.

        In prose there is one, without a heading, or none where nothing is written.
        """
        if self.is_prose:
            return (Passage(BODY, "", self._body),) if self._body else ()
        found: dict[str, Passage] = {}
        for each in self.sections:
            if each.key:
                found.setdefault(each.key, each.passage)
        return tuple(found.values())

    @property
    def _newline(self) -> str:
        return "\r\n" if self.front.closing.endswith("\r\n") else "\n"

    @property
    def _body(self) -> str:
        return self.before.removeprefix(self._newline).removesuffix(self._newline)

    def updated(self, fields: Mapping[str, Any], passages: Sequence[Passage]) -> "Document":
        """Return the document with these fields and passages, and all else left as it is.

        A field or passage whose value is the same keeps its wording in the file. A field that
        is None goes; fields and passages that are not named stay.
        """
        front = self.front.updated(fields)
        if not self.is_prose:
            return replace(self, front=front, **self._placed(passages))
        text = next((each.text for each in passages if each.key == BODY), self._body)
        if text == self._body:
            return replace(self, front=front)
        closed = "" if front.closing.endswith("\n") else self._newline
        before = closed + self._newline + text + self._newline
        return replace(self, front=front, before=before)

    def _placed(self, passages: Sequence[Passage]) -> dict[str, Any]:
        sections = list(self.sections)
        at = 0  # where the next passage goes that the file does not have yet
        for number, passage in enumerate(passages):
            here = next((n for n, each in enumerate(sections) if each.key == passage.key), None)
            if here is None:
                here = at or _first_of(sections, {each.key for each in passages[number:]})
                sections[:here] = [each.ended() for each in sections[:here]]
                sections.insert(here, Section.of(passage))
            elif sections[here].text != passage.text:
                sections[here] = sections[here].ended().saying(passage.text)
            at = here + 1
        before = self.before
        if sections and not self.sections and not before.endswith("\n"):
            before += "\n" if not before else "\n\n"
        return {"sections": tuple(sections), "before": before}


def _first_of(sections: Sequence[Section], keys: Collection[str]) -> int:
    """Return where the first section with one of these keys stands; the end where none has."""
    return next((n for n, each in enumerate(sections) if each.key in keys), len(sections))

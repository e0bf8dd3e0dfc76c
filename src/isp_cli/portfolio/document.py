"""A record's file as text: YAML front matter, then passages under `##` headings.

A passage of isp's own ends its heading with a mark such as `<!-- question.7.a -->`, which
Markdown readers do not show. The words of the heading may be changed; the mark says what the
passage is. Everything else in the file is the person's, and is kept word for word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from isp_cli.portfolio.front import Front
from isp_cli.portfolio.passage import Passage

_HEADING = re.compile(r"^##(?:[ \t][^\n]*|\r)?(?:\n|\Z)", re.MULTILINE)
_MARK = re.compile(r"<!-- ([a-z0-9][a-z0-9.-]*) -->\s*\Z")
# What a person wrote may look like a heading. It gets a backslash in the file, which Markdown
# takes for "no heading", and loses one again when it is read.
_LOOKS_LIKE_HEADING = re.compile(r"^(?=\\*##(?:\s|\Z))", re.MULTILINE)
_KEPT_FROM_BEING_ONE = re.compile(r"^\\(?=\\*##(?:\s|\Z))", re.MULTILINE)


@dataclass(frozen=True)
class Section:
    """A heading line and all that stands below it; the key is empty for the person's own."""

    key: str
    heading: str
    raw: str

    @classmethod
    def of(cls, passage: Passage) -> "Section":
        """Return the section that isp writes for `passage`."""
        heading = f"## {' '.join(passage.heading.split())} <!-- {passage.key} -->\n"
        return cls(passage.key, heading, "").saying(passage.text)

    @property
    def newline(self) -> str:
        r"""How lines end around it: "\r\n" where an editor made it so."""
        return "\r\n" if self.heading.endswith("\r\n") else "\n"

    @property
    def text(self) -> str:
        """What stands below the heading, as the person wrote it."""
        end = self.newline
        body = self.raw.removeprefix(end).removesuffix(end).removesuffix(end)
        return _KEPT_FROM_BEING_ONE.sub("", body)

    def saying(self, text: str) -> "Section":
        """Return the section with `text` below its heading."""
        end = self.newline
        body = _LOOKS_LIKE_HEADING.sub(r"\\", text) + end if text else ""
        return replace(self, raw=f"{end}{body}{end if text else ''}")

    @property
    def passage(self) -> Passage:
        """The section as a passage."""
        words = _MARK.sub("", self.heading).removeprefix("##").strip()
        return Passage(self.key, words, self.text)

    def ended(self) -> "Section":
        """Return the section with its last line ended, so that a heading may follow."""
        if not self.raw and not self.heading.endswith("\n"):
            return replace(self, heading=f"{self.heading}\n")
        if self.raw and not self.raw.endswith("\n"):
            return replace(self, raw=f"{self.raw}\n")
        return self


@dataclass(frozen=True)
class Document:
    """The text of a record, taken apart so that what isp does not change stays as it is.

    Attributes:
        front: the front matter.
        before: what stands between the front matter and the first heading.
        sections: what stands below.
    """

    front: Front = field(default_factory=Front)
    before: str = "\n"
    sections: tuple[Section, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Document":
        """Return `text` taken apart; `render` gives back the very same text.

        Raises:
            YamlProblems: there is no front matter, or it is not a YAML mapping.
        """
        front, body = Front.split(text)
        found = list(_HEADING.finditer(body))
        ends = [each.start() for each in found[1:]] + [len(body)] * bool(found)
        sections = tuple(
            Section(_key_of(each.group()), each.group(), body[each.end() : end])
            for each, end in zip(found, ends, strict=True)
        )
        return cls(front, body[: found[0].start()] if found else body, sections)

    def render(self) -> str:
        """Return the text of the file."""
        below = "".join(each.heading + each.raw for each in self.sections)
        return self.front.render() + self.before + below

    @property
    def fields(self) -> Mapping[str, Any]:
        """The front matter as plain values."""
        return self.front.fields

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages of isp's own; of two with the same key, the first."""
        found: dict[str, Passage] = {}
        for each in self.sections:
            if each.key:
                found.setdefault(each.key, each.passage)
        return tuple(found.values())

    def updated(self, fields: Mapping[str, Any], passages: Sequence[Passage]) -> "Document":
        """Return the document with these fields and passages, and all else left as it is.

        A field or passage whose value is the same keeps its wording in the file. A field that
        is None goes; fields and passages that are not named stay.
        """
        return replace(self, front=self.front.updated(fields), **self._placed(passages))

    def _placed(self, passages: Sequence[Passage]) -> dict[str, Any]:
        sections = list(self.sections)
        at = 0  # where the next passage goes that the file does not have yet
        for passage in passages:
            here = next((n for n, each in enumerate(sections) if each.key == passage.key), None)
            if here is None:
                here = at or len(sections)
                sections[:here] = [each.ended() for each in sections[:here]]
                sections.insert(here, Section.of(passage))
            elif sections[here].text != passage.text:
                sections[here] = sections[here].ended().saying(passage.text)
            at = here + 1
        before = self.before
        if sections and not self.sections and not before.endswith("\n"):
            before += "\n" if not before else "\n\n"
        return {"sections": tuple(sections), "before": before}


def _key_of(heading: str) -> str:
    found = _MARK.search(heading)
    return found.group(1) if found else ""

"""A headed stretch of a record's file.

A passage of isp's own ends its heading with a mark such as `<!-- question.7.a -->`, which
Markdown readers do not show. The words of the heading may be changed; the mark says what the
passage is.
"""

import re
from dataclasses import dataclass, replace

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


def taken_apart(body: str) -> tuple[str, tuple[Section, ...]]:
    """Return what stands in `body` before the first heading, and the sections below."""
    found = list(_HEADING.finditer(body))
    ends = [each.start() for each in found[1:]] + [len(body)] * bool(found)
    sections = tuple(
        Section(_key_of(each.group()), each.group(), body[each.end() : end])
        for each, end in zip(found, ends, strict=True)
    )
    return body[: found[0].start()] if found else body, sections


def unmarked(body: str) -> str:
    """Return `body` as the person sees it: the headings of passages without their marks."""
    before, sections = taken_apart(body)
    shown = [before]
    for each in sections:
        words = f"## {each.passage.heading}{each.newline}" if each.key else each.heading
        shown += [words, _KEPT_FROM_BEING_ONE.sub("", each.raw) if each.key else each.raw]
    return "".join(shown)


def _key_of(heading: str) -> str:
    found = _MARK.search(heading)
    return found.group(1) if found else ""

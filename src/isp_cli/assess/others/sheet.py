"""A form that came back, taken apart line by line: what stands behind which label.

Nothing is judged here. A line that is neither a label, nor an answer, nor of the form itself is
kept as "also": somebody wrote it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from isp_cli.assess.others.form import AT_THE_END, COMPETENCY, END, FIELDS, LAST, NUMBER
from isp_cli.assess.others.form import Field as FormField
from isp_cli.assess.others.received import unquoted
from isp_cli.assess.others.wording import folded

_BEFORE = r"^[^\w\n]*"
_BEHIND = r"(?:[\s*_]*[:=\uff1a][\s*_]*|\s+[-\u2010-\u2015>]+\s*|[\s*_]*$|\s+(?=[1-5]\s*$))"


def _words(text: str) -> str:
    return r"[\W_]+".join(map(re.escape, re.findall(r"\w+", text)))


_NUMBER = re.compile(
    rf"{_BEFORE}{_words(NUMBER)}\W*(?P<number>[\w\u2010-\u2015-]{{1,80}})", re.IGNORECASE
)
_HEADING = re.compile(
    rf"{_BEFORE}{COMPETENCY}\s+(?P<place>\d{{1,3}})\s+of\s+\d+\s*[\W_]\s*(?P<name>.+)",
    re.IGNORECASE,
)
_LABELS = {
    each: re.compile(rf"{_BEFORE}{_words(each.label)}{_BEHIND}(?P<answer>.*)", re.IGNORECASE)
    for each in (*FIELDS, *LAST)
}
_LAST_PART = re.compile(rf"{_BEFORE}{_words(AT_THE_END)}[\W_]*$", re.IGNORECASE)
_END = re.compile(rf"{_BEFORE}{_words(END)}\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"^--\s*$")  # what programs for mail put above one (RFC 3676, section 4.3)
_RULE = re.compile(r"^[\s\-_=*~\u2010-\u2015\u2500]*$")

OF_THE_FORM = re.compile(
    "|".join(
        f"(?:{re.sub('[(][?]P<[a-z]+>', '(?:', each.pattern)})"
        for each in (_NUMBER, _HEADING, _LAST_PART, *_LABELS.values())
    ),
    re.IGNORECASE,
)
"""A line that only a form has."""

SHORT = 3
"""Words from which on a piece of a line is known to be the form's own."""


@dataclass(frozen=True)
class Written:
    """What stands behind a label, and the line (from 1) of the label."""

    text: str
    line: int


@dataclass(frozen=True)
class Part:
    """A competency of the form, or its end.

    Attributes:
        name: what the heading calls it.
        place: the number in the heading; 0 for the end.
        line: the line of the heading.
        written: what stands behind the labels, by the name of the field.
        also: the lines that are nobody's answer, each with its number.
    """

    name: str
    place: int
    line: int
    written: Mapping[str, Written] = field(default_factory=dict)
    also: tuple[Written, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A form taken apart.

    Attributes:
        number: the form's number; empty where the line is missing.
        parts: the competencies, in the order of the text.
        end: what was asked at the end.
        also: what stands above the first of them, and below the end.
    """

    number: str
    parts: tuple[Part, ...]
    end: Part
    also: tuple[Written, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return not any(each.text for part in (*self.parts, self.end) for each in _texts(part))


def sheets(text: str, sent: str) -> list[Sheet]:
    """Return the forms in `text`: mostly one, two where a reply has the empty one below it.

    Args:
        text: what came back.
        sent: the form as it went out, so that its own lines are not taken for an answer.
    """
    lines = list(enumerate(unquoted(text, OF_THE_FORM), start=1))
    starts = [n for n, (_, line) in enumerate(lines) if _NUMBER.match(line)]
    ends = [*starts[1:], len(lines)]
    starts = [0, *starts[1:]] if starts else [0]
    own = _Own(sent)
    parts = [lines[start:end] for start, end in zip(starts, ends, strict=True)]
    # Between two forms in one mail stands what the program for mail put there.
    return [*(_sheet(each, [], own) for each in parts[:-1]), _sheet(parts[-1], _below(lines), own)]


def number_in(text: str) -> str:
    """Return the number of the form in `text`, the first that stands there; or nothing."""
    for line in unquoted(text, OF_THE_FORM):
        found = _NUMBER.match(line)
        if found:
            return _number(found)
    return ""


def _number(found: re.Match[str]) -> str:
    return re.sub("[\u2010-\u2015]", "-", found["number"]).lower()


class _Own:
    """The lines of the form as it went out."""

    def __init__(self, sent: str) -> None:
        self._lines = {folded(each) for each in sent.split("\n")}
        self._whole = f" {folded(sent)} "

    def has(self, line: str) -> bool:
        words = folded(line)
        return words in self._lines or (len(words.split()) >= SHORT and f" {words} " in self._whole)


def _below(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return what stands below the end of the last form, as far as a signature."""
    ends = [n for n, (_, line) in enumerate(lines) if _END.match(line)]
    below = lines[ends[-1] + 1 :] if ends else []
    signed = next((n for n, (_, line) in enumerate(below) if _SIGNATURE.match(line)), None)
    return below[:signed]


def _sheet(lines: list[tuple[int, str]], below: Iterable[tuple[int, str]], own: _Own) -> Sheet:
    number, also, parts = "", list[Written](), list[Part]()
    end = Part(AT_THE_END, 0, lines[-1][0] if lines else 1)
    for part, body in _bodies(lines):
        if part is None:
            for at, line in body:
                found = _NUMBER.match(line)
                number = number or (_number(found) if found else "")
                if not (found or _is_own(line, own)):
                    also.append(Written(line.strip(), at))
        elif part.place:
            parts.append(_filled(part, body, FIELDS, own))
        else:
            end = _filled(part, body, LAST, own)
    also += [Written(line.strip(), at) for at, line in below if not _is_own(line, own)]
    return Sheet(number, tuple(parts), end, tuple(also))


def _bodies(
    lines: list[tuple[int, str]],
) -> Iterator[tuple[Part | None, list[tuple[int, str]]]]:
    """Yield what stands above the first heading, then each heading with what stands below it."""
    part: Part | None = None
    body: list[tuple[int, str]] = []
    for at, line in lines:
        heading = _HEADING.match(line)
        if _END.match(line):
            break
        if heading or _LAST_PART.match(line):
            yield part, body
            name = heading["name"].strip(" *_\t") if heading else AT_THE_END
            part, body = Part(name, int(heading["place"]) if heading else 0, at), []
        else:
            body.append((at, line))
    yield part, body


def _filled(
    part: Part, body: list[tuple[int, str]], fields: tuple[FormField, ...], own: _Own
) -> Part:
    lines: dict[str, list[str]] = {}
    starts: dict[str, int] = {}
    also: list[Written] = []
    current: list[str] | None = None
    for at, line in body:
        label, answer = _label(line, fields)
        if label:
            starts.setdefault(label.name, at)
            current = lines.setdefault(label.name, [])
            current.append(answer.rstrip())
        elif current is not None:
            current.append(line.rstrip())
        elif not _is_own(line, own):
            also.append(Written(line.strip(), at))
    written = {name: Written(_trimmed(some), starts[name]) for name, some in lines.items()}
    return Part(part.name, part.place, part.line, written, tuple(also))


def _label(line: str, fields: tuple[FormField, ...]) -> tuple[FormField | None, str]:
    for each in fields:
        found = _LABELS[each].match(line)
        if found:
            return each, found["answer"]
    return None, ""


def _is_own(line: str, own: _Own) -> bool:
    return bool(_RULE.match(line)) or own.has(line)


def _trimmed(lines: list[str]) -> str:
    """Return an answer without the empty lines and rules around it, and one empty line within."""
    said = [number for number, line in enumerate(lines) if not _RULE.match(line)]
    text = "\n".join(lines[said[0] : said[-1] + 1]) if said else ""
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _texts(part: Part) -> Iterator[Written]:
    yield from part.written.values()
    yield from part.also

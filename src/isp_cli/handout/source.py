"""What a person wrote as it goes into a Markdown document: as written, and kept in its place.

Nothing that begins in it may reach beyond it, such as a block of code that is not ended, and
nothing in it may be taken for HTML, which a viewer would hide or run.
"""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from isp_cli.handout.prose import legible

_READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_TAG = re.compile(r"(?<!\\)<(?=[A-Za-z/!?])")
_HASHES = re.compile(r"#{1,6}(?=[ \t]|$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])")
_ROUNDS = 8
"""How often it is read again: what is no HTML any more may show more HTML."""


def contained(text: str, below: int) -> str:
    """Return prose for a Markdown document, its headings below the level `below`."""
    text = legible(text).strip("\n")
    text = _without_html(text)
    text = _with_headings_below(text, below)
    return _with_code_ended(text)


def contained_line(text: str) -> str:
    """Return a line for a Markdown document."""
    line = " ".join(legible(text).split())
    for _ in range(_ROUNDS):
        changed = _escaped_inline(_READER.parseInline(line)[0], line)
        if changed == line:
            return line
        line = changed
    return _TAG.sub(r"\\<", line)


def kept_a_line(line: str) -> str:
    """Return a line so that it begins no list, heading or other block."""
    found = _READER.parse(line)
    if not line.strip() or (found and found[0].type == "paragraph_open"):
        return line
    number = _NUMBER.match(line)
    return f"{number[1]}\\{line[number.end(1) :]}" if number else f"\\{line}"


def _without_html(text: str) -> str:
    for _ in range(_ROUNDS):
        changed = _with_html_escaped(text)
        if changed == text:
            return text
        text = changed
    return _TAG.sub(r"\\<", text)


def _with_html_escaped(text: str) -> str:
    if "<" not in text:
        return text
    lines = text.split("\n")
    for each in _READER.parse(text):
        if each.map is None:
            continue
        start, end = each.map
        if each.type == "html_block":
            lines[start:end] = [_TAG.sub(r"\\<", line) for line in lines[start:end]]
        elif each.type == "inline":
            lines[start:end] = _escaped_inline(each, "\n".join(lines[start:end])).split("\n")
    return "\n".join(lines)


def _escaped_inline(inline: Token, source: str) -> str:
    at = 0
    for child in inline.children or ():
        if child.type in ("html_inline", "code_inline"):
            begins = source.find(child.content.split("\n")[0], at)
            while child.type == "html_inline" and _is_escaped(source, begins):
                begins = source.find(child.content.split("\n")[0], begins + 1)
            if begins < 0:
                continue
            if child.type == "html_inline":
                source = f"{source[:begins]}\\{source[begins:]}"
                begins += 1
            at = begins + len(child.content.split("\n")[0])
    return source


def _is_escaped(source: str, at: int) -> bool:
    """Return whether the sign at `at` has a backslash before it that counts."""
    before = source[: max(at, 0)]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _with_headings_below(text: str, below: int) -> str:
    parsed = _READER.parse(text)
    found = [(a, b) for a, b in pairwise(parsed) if a.type == "heading_open"]
    if not found:
        return text
    lines: list[str | None] = list(text.split("\n"))
    shift = below + 1 - min(int(opening.tag[1]) for opening, _ in found)
    for opening, words in found:
        start, end = opening.map or (0, 0)
        level = "#" * min(6, int(opening.tag[1]) + shift)
        first = lines[start] or ""
        if opening.markup.startswith("#"):
            lines[start] = _HASHES.sub(level, first, count=1)
        else:  # a line of signs beneath makes it a heading
            begins = max(first.find(words.content.split("\n")[0]), 0)
            lines[start] = f"{first[:begins]}{level} {' '.join(words.content.split())}"
            lines[start + 1 : end] = [None] * (end - start - 1)
    return "\n".join(line for line in lines if line is not None)


def _with_code_ended(text: str) -> str:
    # A block of code that is not ended takes in what follows, and nothing else does.
    last = _READER.parse(f"{text}\n\nWhat follows.")[-1]
    return f"{text}\n{last.markup}" if last.type == "fence" else text

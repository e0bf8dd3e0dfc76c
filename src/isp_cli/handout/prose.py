"""What a person wrote, read as Markdown (CommonMark 0.31, with tables and crossed-out words).

HTML in it is text like any other, links that would run a script are no links, and pictures are
named, not loaded: a document that is handed over fetches nothing.
"""

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from isp_cli.printing import literal

_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BOX = re.compile(r"\[([ xX])\] ")
BOXES = {" ": "☐", "x": "☑", "X": "☑"}

_PARSER = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(
    ["table", "strikethrough"]
)


def legible(text: str) -> str:
    """Return `text` with what no document can hold spelt out, such as control characters."""
    return _NOT_IN_XML.sub(lambda found: ascii(found.group())[1:-1], literal(text))


def tokens(text: str, below: int) -> list[Token]:
    """Return what a person wrote, taken apart; its highest headings have the level below `below`.

    Each token that begins a block asks for the direction of its own script.
    """
    found = _PARSER.parse(legible(text))
    shift = below + 1 - min(_levels(found), default=1)
    for each in found:
        if each.type in ("heading_open", "heading_close"):
            each.tag = f"h{min(6, int(each.tag[1]) + shift)}"
        if each.nesting == 1 and each.block and each.tag:
            each.attrSet("dir", "auto")
        _tame(each.children or ())
    _tick(found)
    return found


def line_tokens(text: str) -> list[Token]:
    """Return what stands in one line that a person wrote, taken apart."""
    (found,) = _PARSER.parseInline(" ".join(legible(text).split()))
    _tame(found.children or ())
    return found.children or []


def rendered(found: list[Token]) -> str:
    """Return what was taken apart as HTML, in which no word of the person's is a tag."""
    return RendererHTML().render(found, _PARSER.options, {})


def rendered_line(text: str) -> str:
    """Return one line that a person wrote as HTML."""
    return RendererHTML().renderInline(line_tokens(text), _PARSER.options, {})


def _levels(found: Iterable[Token]) -> list[int]:
    return [int(each.tag[1]) for each in found if each.type == "heading_open"]


def _tame(children: Iterable[Token]) -> None:
    """Make pictures into their words and where they lie, and mark links that say where they go."""
    for each in children:
        if each.type == "image":
            words = each.content or "a picture"
            each.type, each.tag = "text", ""
            each.content = f"{words} ({each.attrs.get('src', '')})"
        if each.type == "link_open":
            each.attrSet("rel", "noreferrer")
            if each.markup == "autolink":
                each.attrSet("class", "bare")


def _tick(found: list[Token]) -> None:
    """Give the items of a task list their boxes."""
    for item, words in zip(found, found[2:], strict=False):
        if item.type == "list_item_open" and words.type == "inline" and words.children:
            first = words.children[0]
            box = _BOX.match(first.content) if first.type == "text" else None
            if box:
                first.content = f"{BOXES[box[1]]} {first.content[box.end() :]}"

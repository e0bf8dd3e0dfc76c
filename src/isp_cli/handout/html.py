"""A document to hand over as one HTML file that needs nothing else, on a screen or on paper."""

from collections.abc import Iterator
from html import escape

from isp_cli.bundled import data_file
from isp_cli.handout import prose
from isp_cli.handout.blocks import (
    Block,
    Bullets,
    Handout,
    Heading,
    Paragraph,
    Prose,
    Table,
    Task,
    Tasks,
    Words,
)

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may do with the file (Content Security Policy): nothing but apply its style."""

_SAID = {"open": "To do: ", "done": "Done: ", "dropped": ""}
_BOXES = {"open": "☐", "done": "☑", "dropped": "\N{EN DASH}"}


def as_html(handout: Handout) -> str:
    """Return the document as HTML that fetches nothing and runs nothing.

    Raises:
        GuideProblem: the style sheet that comes with isp is missing.
    """
    style = data_file("handout.css").read_text(encoding="utf-8")
    title = escape(prose.legible(handout.title))
    author = escape(prose.legible(handout.author))
    head = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(handout.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="color-scheme" content="light dark">',
        *([f'<meta name="author" content="{author}">'] if author else []),
        f"<title>{title}</title>",
        f"<style>\n{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        f'<h1 dir="auto">{title}</h1>',
    ]
    body = [line for block in handout.blocks for line in _block(block)]
    return "\n".join([*head, *body, "</main>", "</body>", "</html>"]) + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f'<h{block.level} dir="auto">{_text(block.text)}</h{block.level}>'
        case Paragraph():
            yield f'<p dir="auto">{_line(block.words)}</p>'
        case Prose():
            yield '<div class="written">'
            yield prose.rendered(prose.tokens(block.text, block.below)).rstrip("\n")
            yield "</div>"
        case Bullets():
            yield "<ul>"
            yield from (f'<li dir="auto">{_line(each)}</li>' for each in block.items)
            yield "</ul>"
        case Tasks():
            yield '<ul class="tasks">'
            for each in block.items:
                yield from _task(each)
            yield "</ul>"
        case Table():
            yield from _table(block)


def _task(task: Task) -> Iterator[str]:
    box = f'<span class="box" aria-hidden="true">{_BOXES[task.state]}</span>'
    said = f'<span class="said">{_SAID[task.state]}</span>' if _SAID[task.state] else ""
    yield f'<li class="{task.state}" dir="auto">{box}{said}{_line(task.words)}'
    if task.beneath:
        yield "<ul>"
        yield from (f'<li dir="auto">{_line(each)}</li>' for each in task.beneath)
        yield "</ul>"
    yield "</li>"


def _table(table: Table) -> Iterator[str]:
    yield f'<div class="table" role="region" tabindex="0" aria-label="{_text(table.caption)}">'
    yield f"<table>\n<caption>{_text(table.caption)}</caption>"
    widths = (round(100 * share / sum(table.shares)) for share in table.shares)
    yield "<colgroup>" + "".join(f'<col style="width: {each}%">' for each in widths) + "</colgroup>"
    cells = "".join(f'<th scope="col">{_text(each)}</th>' for each in table.header)
    yield f"<thead><tr>{cells}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = "".join(f'<td dir="auto">{_line(cell)}</td>' for cell in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody>\n</table>\n</div>"


def _line(words: Words) -> str:
    return "".join(
        _text(each) if isinstance(each, str) else prose.rendered_line(each.text) for each in words
    )


def _text(text: str) -> str:
    return escape(prose.legible(text))

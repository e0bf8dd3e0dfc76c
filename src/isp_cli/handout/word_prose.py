"""What a person wrote, as paragraphs, lists and tables of a Word file."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from isp_cli.handout import prose
from isp_cli.handout.blocks import Prose, Words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from markdown_it.token import Token

TEXT_WIDTH = 166
"""Millimetres between the margins of a page."""

DEEPEST = 3
"""Levels of a list that the styles of Word know."""

_BEHIND_DIRECTION = ("w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")
"""What stands behind the direction among the properties of a paragraph (ISO 29500-1, 17.3.1.26)."""

_MONOSPACE = "Courier New"


@dataclass
class _Place:
    """Where in lists and quotes the next paragraph stands.

    Attributes:
        lists: for each list it is in the number of the next item; None where there are bullets.
        quotes: how many quotes it is in.
        begins: whether it is the first of an item.
    """

    lists: list[int | None] = field(default_factory=list)
    quotes: int = 0
    begins: bool = False

    def passes(self, token: "Token") -> None:
        """Go on past a token that begins or ends a list, an item or a quote."""
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.begins = True
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting


@dataclass
class _Pen:
    """How the next words of a line look.

    Attributes:
        strong, emphasis, crossed: how often each was begun and not ended.
        target: where the link leads that the words belong to.
        shown: the words of that link so far.
    """

    strong: int = 0
    emphasis: int = 0
    crossed: int = 0
    target: str = ""
    shown: str = ""

    def passes(self, token: "Token") -> None:
        """Go on past a token that begins or ends a way to look, or begins a link."""
        match token.type:
            case "strong_open" | "strong_close":
                self.strong += token.nesting
            case "em_open" | "em_close":
                self.emphasis += token.nesting
            case "s_open" | "s_close":
                self.crossed += token.nesting
            case "link_open":
                self.target, self.shown = str(token.attrs.get("href", "")), ""

    def writes(self, paragraph: "Paragraph", words: str) -> "Run":
        """Add words to a paragraph."""
        run = paragraph.add_run(words)
        run.bold, run.italic = bool(self.strong) or None, bool(self.emphasis) or None
        run.font.strike = bool(self.crossed) or None
        self.shown += words
        return run


def add(document: "Document", block: Prose) -> None:
    """Add what a person wrote to the end of the document."""
    place = _Place()
    found = iter(prose.tokens(block.text, block.below))
    for token in found:
        place.passes(token)
        match token.type:
            case "heading_open":
                words = next(found)
                level = f"Heading {int(token.tag[1]) - 1}"
                _add_runs(add_paragraph(document, level, words.content), words.children or ())
            case "paragraph_open":
                words = next(found)
                _add_runs(_paragraph(document, place, words.content), words.children or ())
            case "fence" | "code_block":
                _add_lines(_paragraph(document, place, ""), token.content.rstrip("\n"))
            case "hr":
                document.add_paragraph("* * *")
            case "table_open":
                _add_table(document, found)


def fill(paragraph: "Paragraph", words: Words) -> None:
    """Put a line into a paragraph, in the direction of its script."""
    _turn(paragraph, "".join(each if isinstance(each, str) else each.text for each in words))
    for each in words:
        if isinstance(each, str):
            paragraph.add_run(prose.legible(each))
        else:
            _add_runs(paragraph, prose.line_tokens(each.text))


def add_paragraph(document: "Document", style: str, words: str) -> "Paragraph":
    """Return an empty paragraph at the end of the document, in the direction of `words`."""
    paragraph = document.add_paragraph(style=style)
    _turn(paragraph, words)
    return paragraph


def _paragraph(document: "Document", place: _Place, words: str) -> "Paragraph":
    from docx.shared import Mm

    depth = min(len(place.lists), DEEPEST)
    ends = " " if depth < 2 else f" {depth}"  # noqa: PLR2004 - the first level has no number
    begins, place.begins = place.begins, False
    if not depth:
        return add_paragraph(document, "Quote" if place.quotes else "Normal", words)
    number = place.lists[-1]
    if not begins:
        return add_paragraph(document, f"List Continue{ends}".rstrip(), words)
    if number is None:
        return add_paragraph(document, f"List Bullet{ends}".rstrip(), words)
    place.lists[-1] = number + 1
    paragraph = add_paragraph(document, "Normal", words)
    paragraph.paragraph_format.left_indent = Mm(7 * depth)
    paragraph.paragraph_format.first_line_indent = Mm(-7)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7 * depth))
    paragraph.add_run(f"{number}.\t")
    return paragraph


def _add_runs(paragraph: "Paragraph", children: "Iterable[Token]") -> None:
    pen = _Pen()
    for each in children:
        pen.passes(each)
        match each.type:
            case "softbreak" | "hardbreak":
                paragraph.add_run().add_break()
            case "link_close" if pen.target not in (pen.shown, f"mailto:{pen.shown}"):
                paragraph.add_run(f" ({pen.target})")
            case "text":
                pen.writes(paragraph, each.content)
            case "code_inline":
                pen.writes(paragraph, each.content).font.name = _MONOSPACE


def _add_lines(paragraph: "Paragraph", text: str) -> None:
    for number, line in enumerate(text.split("\n")):
        run = paragraph.add_run()
        run.font.name = _MONOSPACE
        if number:
            run.add_break()
        run.add_text(line)


def _add_table(document: "Document", found: "Iterator[Token]") -> None:
    rows: list[list[Token]] = []
    for token in found:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=False):
            _turn(cell.paragraphs[0], words.content)
            _add_runs(cell.paragraphs[0], words.children or ())
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    finish(document, table, (1,) * len(rows[0]))


def finish(document: "Document", table: "Table", shares: Sequence[int]) -> None:
    """Repeat the first row on every page, give the columns their shares, and leave a gap below."""
    from docx.shared import Mm, Pt

    widths = [Mm(TEXT_WIDTH * share / sum(shares)) for share in shares]
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
            beside = cell.paragraphs[0].paragraph_format
            beside.space_before = beside.space_after = Pt(2)
    _mark(table.rows[0], "w:tblHeader")
    keep_whole(table.rows[0])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def keep_whole(row: "_Row") -> None:
    """Keep a row on one page."""
    _mark(row, "w:cantSplit")


def describe(table: "Table", caption: str) -> None:
    """Say what a table is to one who cannot see it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    words = OxmlElement("w:tblCaption")
    words.set(qn("w:val"), prose.legible(caption))
    table._tbl.tblPr.append(words)  # noqa: SLF001 - python-docx has no other way to it


def _mark(row: "_Row", name: str) -> None:
    from docx.oxml import OxmlElement

    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no other way to it
    # The schema has them in this order.
    properties.insert(0 if name == "w:cantSplit" else len(properties), OxmlElement(name))


def _turn(paragraph: "Paragraph", words: str) -> None:
    """Set the direction of a paragraph by the first letter that has one (as HTML's dir=auto)."""
    strong = (unicodedata.bidirectional(each) for each in words)
    if next((each for each in strong if each in ("L", "R", "AL")), "L") == "L":
        return
    from docx.oxml import OxmlElement

    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no other way to it
    properties.insert_element_before(OxmlElement("w:bidi"), *_BEHIND_DIRECTION)

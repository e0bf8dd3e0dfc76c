"""A document to hand over as a Word file (DOCX), made with python-docx."""

import io
import shlex
import sys
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from isp_cli.errors import UsageProblem
from isp_cli.handout import word_prose
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
)
from isp_cli.handout.prose import legible
from isp_cli.handout.word_prose import add_paragraph, fill

if TYPE_CHECKING:
    from docx.document import Document

_BOXES = {"open": "☐", "done": "☑", "dropped": "\N{EN DASH}"}
_SYMBOLS = "Segoe UI Symbol"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a ZIP file can name."""


def as_word(handout: Handout, moment: datetime) -> bytes:
    """Return the document as a Word file: real headings, lists, boxes and tables, on A4.

    Its properties name the title, the language, `moment` and the author where there is one; they
    name neither the machine nor who uses it. The same document gives the same bytes.

    Raises:
        UsageProblem: python-docx is not installed.
    """
    document = _empty()
    _style(document, handout.language)
    _describe(document, handout, moment)
    document.add_paragraph(legible(handout.title), style="Title")
    for block in handout.blocks:
        _add(document, block)
    written = io.BytesIO()
    document.save(written)
    return _without_times(written)


def _empty() -> "Document":
    try:
        import docx
    except ImportError:
        python = shlex.quote(sys.executable) if sys.platform != "win32" else sys.executable
        raise UsageProblem(
            "Word files need python-docx, which is not installed here.",
            mend=f"Install it with: {python} -m pip install python-docx. "
            "Or name a file that ends with .html: Word opens that too.",
        ) from None
    return docx.Document()


def _style(document: "Document", language: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm((210 - word_prose.TEXT_WIDTH) / 2)
        section.top_margin = section.bottom_margin = Mm(20)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)
    sizes = {"Normal": 11, "Title": 20, "Heading 1": 15, "Heading 2": 12}
    sizes |= {f"Heading {level}": 11 for level in range(3, 7)}
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name = "Calibri"
        style.font.size = Pt(size)
        if name != "Normal":
            style.font.color.rgb = RGBColor(0x1B, 0x1B, 0x1F)
            style.paragraph_format.space_after = Pt(4)
    normal = document.styles["Normal"].paragraph_format
    normal.space_after, normal.line_spacing = Pt(6), 1.15


def _describe(document: "Document", handout: Handout, moment: datetime) -> None:
    about = document.core_properties
    about.title = legible(handout.title)[:255]
    about.author = legible(handout.author)[:255]
    about.last_modified_by = legible(handout.author)[:255]
    about.language = handout.language[:255]
    about.comments = ""
    about.created = about.modified = moment.astimezone(UTC).replace(tzinfo=None)


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading():
            words = legible(block.text)
            add_paragraph(document, f"Heading {block.level - 1}", words).add_run(words)
        case Paragraph():
            fill(document.add_paragraph(), block.words)
        case Prose():
            word_prose.add(document, block)
        case Bullets():
            for each in block.items:
                fill(document.add_paragraph(style="List Bullet"), each)
        case Tasks():
            for task in block.items:
                _add_task(document, task)
        case Table():
            _add_table(document, block)


def _add_task(document: "Document", task: Task) -> None:
    from docx.shared import Mm, Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Mm(7)
    paragraph.paragraph_format.first_line_indent = Mm(-7)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7))
    paragraph.paragraph_format.space_after = Pt(3)
    paragraph.paragraph_format.keep_with_next = bool(task.beneath)
    box = paragraph.add_run(_BOXES[task.state])
    box.font.name = _SYMBOLS
    paragraph.add_run("\t")
    fill(paragraph, task.words)
    for each in task.beneath:
        below = document.add_paragraph(style="List Bullet 2")
        below.paragraph_format.space_after = Pt(3)
        fill(below, each)


def _add_table(document: "Document", block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    word_prose.describe(table, block.caption)
    for cell, words in zip(table.rows[0].cells, block.header, strict=True):
        cell.paragraphs[0].add_run(legible(words)).bold = True
    for row in block.rows:
        added = table.add_row()
        word_prose.keep_whole(added)
        for cell, line in zip(added.cells, row, strict=True):
            fill(cell.paragraphs[0], line)
    word_prose.finish(document, table, block.shares)


def _without_times(written: io.BytesIO) -> bytes:
    """Return the file with no moment in it at which its parts were put together."""
    clean = io.BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(clean, "w") as new:
        for part in old.infolist():
            about = zipfile.ZipInfo(part.filename, _NO_TIME)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 0
            new.writestr(about, old.read(part))
    return clean.getvalue()

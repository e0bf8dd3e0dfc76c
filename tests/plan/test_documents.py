"""The plan as HTML and as a Word file: the same as the Markdown, and safe to open."""

import io
import itertools
import json
import re
import sys
import zipfile
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from docx.document import Document
from markdown_it import MarkdownIt

from isp_cli.guide.model import Guide
from isp_cli.plan.record import Plan
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.plan.kept_plan import keep

HOSTILE = """\
<script>alert(1)</script> ]]> <img src=http://example.org/x onerror=alert(2)>
[a](javascript:alert(3)) [b](data:text/html,x) ![c](http://example.org/y.png) [d](https://example.org/)
</main></body> \x00 \x1b[31m \u202e שלום 🙂 "quotes" 'and' &amp; `<b>`
"""


@pytest.fixture(autouse=True)
def _stand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in a new folder, at a fixed moment."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)


class Page(HTMLParser):
    """What a browser reads: the tags with their attributes, and the text that is shown."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self._hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down a tag."""
        self.tags.append((tag, dict(attrs)))
        self._hidden += tag in ("style", "title") or dict(attrs).get("class") in ("said", "box")
        self.text += "\n" if tag in ("p", "li", "h1", "h2", "h3", "h4", "td", "th", "br") else ""

    def handle_endtag(self, tag: str) -> None:
        """Show again what stands behind a part that is not shown."""
        self._hidden -= bool(self._hidden) and tag in ("style", "title", "span")

    def handle_data(self, data: str) -> None:
        """Take down text that is shown."""
        self.text += "" if self._hidden else data


def lines(text: str) -> list[str]:
    """Return the lines that say something, their gaps made even."""
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def word(content: bytes) -> Document:
    """Return what Word would open."""
    return docx.Document(io.BytesIO(content))


def lines_of(document: Document) -> list[str]:
    """Return the lines of a Word file, without its boxes."""
    below = ["".join(re.sub(r"^(?:[☐☑\u2013]\t)", "", part.text)) for part in document.paragraphs]
    return lines("\n".join(below))


def test_three_formats_say_the_same(isp: Isp, portfolio: Path) -> None:
    """Markdown, HTML and Word have the same lines in the same order."""
    keep(isp, portfolio)
    markdown = isp("plan", "export", "-").stdout
    shown = Page(MarkdownIt("commonmark", {"breaks": True}).render(markdown)).text
    wanted = [re.sub(r"^\[[ x]\] ", "", line) for line in lines(shown)]
    assert lines(Page(isp("plan", "export", "-", "--format", "html").stdout).text) == wanted
    written = word(isp("plan", "export", "-", "--format", "docx").stdout_bytes)
    without_links = [
        line.replace(" (https://example.org/minutes)", "") for line in lines_of(written)
    ]
    assert without_links == wanted


def test_headings_and_language_of_html(isp: Isp, portfolio: Path) -> None:
    """One h1, no level left out, a language, and headers to the columns of a table."""
    keep(isp, portfolio)
    page = Page(isp("plan", "export", "-", "--format", "html", "--steps", "table").stdout)
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    assert ("html", {"lang": "en-GB"}) in page.tags
    assert {attrs.get("scope") for tag, attrs in page.tags if tag == "th"} == {"col"}
    assert [tag for tag, _ in page.tags].count("caption") == 2


def test_boxes_are_said_as_well_as_shown(isp: Isp, portfolio: Path) -> None:
    """Who listens hears in words what the box shows."""
    keep(isp, portfolio)
    html = isp("plan", "export", "-", "--format", "html").stdout
    assert '<span class="said">Done: </span>Draw a map' in html
    assert '<span class="said">To do: </span>Shadow' in html


@pytest.mark.parametrize("place", ["resources", "steps"])
@pytest.mark.usefixtures("portfolio")
def test_nothing_that_was_written_runs_or_fetches(isp: Isp, place: str) -> None:
    """Whatever stands in a plan, the HTML has no script, loads nothing, and shows it as text."""
    text = " ".join(HOSTILE.split()) if place == "steps" else HOSTILE
    value = json.dumps(text, ensure_ascii=False)
    goal = f"resources: {value}" if place == "resources" else f"steps: [{{step: {value}}}]"
    form = f"goals: [{{competency: teams, {goal}}}]"
    assert isp("plan", "--answers", "-", stdin=form).exit_code == 0
    html = isp("plan", "export", "-", "--format", "html").stdout
    page = Page(html)
    names = {tag for tag, _ in page.tags}
    assert not names & {"script", "img", "iframe", "object", "link", "base", "form", "svg"}
    targets = [v for _, attrs in page.tags for k, v in attrs.items() if k in ("href", "src")]
    assert targets == ["https://example.org/"]
    assert not [k for _, attrs in page.tags for k in attrs if k.startswith("on")]
    assert "url(" not in html
    assert "@import" not in html
    assert "default-src 'none'" in html
    for said in ("<script>alert(1)</script>", "]]>", r"\x00", r"\x1b[31m", r"\u202e", "🙂", "<b>"):
        assert said in page.text
    written = word(isp("plan", "export", "-", "--format", "docx").stdout_bytes)
    for said in ("<script>alert(1)</script>", "]]>", r"\x00", "שלום", "🙂", "javascript:alert(3)"):
        assert said in "\n".join(lines_of(written))
    markdown = isp("plan", "export", "-").stdout
    shown = Page(MarkdownIt("commonmark").render(markdown))
    assert "<script>alert(1)</script>" in shown.text
    assert not {tag for tag, _ in shown.tags} & {"script", "iframe", "main"}


def test_a_word_file_has_real_headings_boxes_and_tables(isp: Isp, portfolio: Path) -> None:
    """What a supervisor opens can be moved about in by its headings, and printed on A4."""
    keep(isp, portfolio)
    written = word(isp("plan", "export", "-", "--format", "docx").stdout_bytes)
    styles = [(part.style.name, part.text) for part in written.paragraphs if part.style]
    assert ("Title", "Development plan") in styles
    assert ("Heading 1", "Brokering") in styles
    assert ("Heading 2", "Next steps") in styles
    assert ("Heading 3", "What happened") in styles
    texts = [text for _, text in styles]
    assert "☑\tDraw a map of who is missing (by 15 January 2027; done on 12 January 2027)" in texts
    assert "☐\tShadow a meeting (by 1 March 2027)" in texts
    page = written.sections[0]
    assert page.page_width is not None
    assert page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    tables = word(
        isp("plan", "export", "-", "--format", "docx", "--steps", "table").stdout_bytes
    ).tables
    assert [cell.text for cell in tables[0].rows[0].cells] == [
        "Step", "By", "Who helps", "State", "What came of it",
    ]  # fmt: skip
    assert "w:tblHeader" in tables[0].rows[0]._tr.xml


def test_a_word_file_says_nothing_of_the_machine(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its properties are the title and the day, and the same plan gives the same bytes."""
    monkeypatch.setenv("USER", "sample-user-name")
    monkeypatch.setenv("USERNAME", "sample-user-name")
    keep(isp, portfolio)
    content = isp("plan", "export", "-", "--format", "docx").stdout_bytes
    about = word(content).core_properties
    assert (about.title, about.author, about.last_modified_by) == ("Development plan", "", "")
    assert (about.comments, about.keywords, about.language) == ("", "", "en-GB")
    assert about.created is not None
    assert about.created.replace(tzinfo=None) == (MOMENT - timedelta(hours=1)).replace(tzinfo=None)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"sample-user-name" not in b"".join(map(parts.read, parts.namelist()))
    assert isp("plan", "export", "-", "--format", "docx").stdout_bytes == content


def test_without_the_library_it_is_said_how_to_get_it(
    isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where python-docx is missing the command to install it is named, and nothing is written."""
    keep(isp, portfolio)
    monkeypatch.setitem(sys.modules, "docx", None)
    result = isp("plan", "export", "plan.docx")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "-m pip install python-docx" in line
    assert sys.executable in line
    assert not (tmp_path / "plan.docx").exists()


def test_a_plan_of_another_guide_and_a_thousand_steps(isp: Isp, portfolio: Path) -> None:
    """A competency that the guide lacks is named as such; a long plan goes out whole."""
    kept = keep(isp, portfolio)
    text = kept.read_text(encoding="utf-8").replace("brokering", "bartering")
    many = "".join(f"- [ ] Call service {n} 📅 2027-05-01\n" for n in range(1000))
    kept.write_text(text.replace("- [ ] Read about", f"{many}- [ ] Read about"), encoding="utf-8")
    for form in ("markdown", "html", "docx"):
        result = isp("plan", "export", "-", "--format", form)
        assert result.exit_code == 0
        said = (
            "\n".join(lines_of(word(result.stdout_bytes)))
            if form == "docx"
            else result.stdout.replace("\\", "")
        )
        assert "bartering (not in this guide)" in said
        assert said.count("Call service") == 1000


def test_a_draft_is_called_one(isp: Isp, guide: Guide, portfolio: Path) -> None:
    """A draft goes out as what it is."""
    from isp_cli.portfolio.store import Store
    from isp_cli.sessions.desk import guide_version

    draft = Plan.begun(MOMENT, guide_version(guide)).for_competencies(("teams",))
    Store(portfolio).add(draft)
    result = isp("plan", "export", "-")
    assert "Begun on 4 January 2027, a draft." in result.stdout
    assert "This plan is a draft." in result.stderr

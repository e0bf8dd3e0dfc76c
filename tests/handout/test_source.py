"""What a person wrote, in a Markdown document: as written, and never beyond its place."""

import re
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from isp_cli.handout.blocks import Bullets, Handout, Heading, Prose, Table, Task, Tasks, Written
from isp_cli.handout.html import as_html
from isp_cli.handout.markdown import as_markdown
from isp_cli.handout.source import contained
from isp_cli.handout.word import as_word
from tests.moments import MOMENT

OPENS = "heading_open"
READER = MarkdownIt("commonmark", {"html": True}).enable("table")

PIECES = st.sampled_from(
    [
        "```", "~~~~", "<b>", "</b", "<!-- ", "-->", "<script>", "<?", "<![CDATA[", "# ", "## ",
        "===", "---", "- ", "1. ", "> ", "    ", "\n", "\n\n", " ", "a", "word ", "`", "``", "\\",
        "<", ">", "|", "| a | b |\n|---|---|\n", "[x]: /y\n", "![p](q)", "<https://e.org>", "\t",
        "\x00", "\r", "\u2028", "- [ ] ", "<div>\n", "&lt;", "*", "_",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


def html_in(tokens: list[Token]) -> list[str]:
    """Return what a viewer would take for HTML."""
    every = [*tokens, *(child for each in tokens for child in each.children or ())]
    return [each.content for each in every if each.type in ("html_block", "html_inline")]


def headings_in(tokens: list[Token]) -> list[tuple[str, str]]:
    """Return the headings with their tags."""
    return [(each.tag, words.content) for each, words in pairwise(tokens) if each.type == OPENS]


@given(TEXTS)
@example("```| a | b |\n|---|---|\n    ")
@example("```\n    ```")
def test_prose_stays_in_its_place(text: str) -> None:
    """Nothing in it is HTML, its headings are deeper, and what follows is what it was."""
    document = Handout("Plan", "en", (Heading("Goal"), Prose(text, below=2), Heading("After")))
    tokens = READER.parse(as_markdown(document))
    assert html_in(tokens) == []
    headings = headings_in(tokens)
    assert headings[:2] == [("h1", "Plan"), ("h2", "Goal")]
    assert headings[-1] == ("h2", "After")
    assert all(tag in ("h3", "h4", "h5", "h6") for tag, _ in headings[2:-1])
    last = max(n for n, each in enumerate(tokens) if each.type == OPENS)
    assert tokens[last].level == 0


@given(TEXTS)
@example("<b>\\<b><b>")
def test_a_line_stays_a_line(text: str) -> None:
    """A step, a list item or a cell is one, whatever stands in it."""
    line = (Written(text),)
    document = Handout(
        "Plan",
        "en",
        (
            Tasks((Task(line, beneath=(line,)), Task(("next",)))),
            Heading("A"),
            Bullets((line, ("next",))),
            Heading("B"),
            Table("t", ("One", "Two"), (1, 1), ((line, ("two",)), (("three",), ("four",)))),
            Heading("C"),
        ),
    )
    tokens = READER.parse(as_markdown(document))
    assert html_in(tokens) == []
    assert [words for tag, words in headings_in(tokens) if tag == "h2"] == ["A", "B", "C"]
    assert sum(each.type == "tr_open" for each in tokens) == 3
    assert sum(each.type == "td_open" for each in tokens) == 4


@settings(max_examples=20, deadline=None)
@given(TEXTS)
def test_every_format_takes_any_text(text: str) -> None:
    """HTML has none of it for a tag that runs or fetches, and Word's library takes all of it."""
    line = (Written(text), text)
    blocks = (Prose(text), Heading(text), Tasks((Task(line, beneath=(line,)),)), Bullets((line,)))
    document = Handout(text, "en", (*blocks, Table(text, ("One",), (1,), ((line,),))), text)
    html = as_html(document)
    assert not re.search(r"<(?:script|div>\s*<div|\?|!--|!\[)", html)
    assert "<img" not in html
    assert as_word(document, MOMENT) == as_word(document, MOMENT)


@pytest.mark.parametrize(
    "text",
    [
        "A plain line.\nAnd another.",
        "- a list\n  - in a list\n\n1. one\n2. two",
        "*emphasis*, `code <b>`, <https://example.org/>, [a link](https://example.org/)",
        "> a quote\n\n    indented code <b>\n\n```\nfenced <b>\n```",
        "5 < 6, a<b and x <- y",
        "| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_what_does_no_harm_stays_word_for_word(text: str) -> None:
    """Ordinary text with signs of Markdown is not touched."""
    assert contained(text, 3) == text

"""Every kind of thing in the guide can be read, one by one or all together."""

import re
from pathlib import Path

import pytest

from isp_cli.guide import lookup
from isp_cli.guide.kinds import KINDS, Kind
from isp_cli.guide.model import Guide
from isp_cli.guide.places import places
from tests.conftest import Isp, in_process_of_its_own
from tests.guides import small_guide

EVERY_WORD = [word for kind in KINDS for word in dict.fromkeys((kind.one, kind.many))]
EVERY_KIND = pytest.mark.parametrize("kind", KINDS, ids=[kind.one for kind in KINDS])

pytestmark = pytest.mark.usefixtures("portfolio")


def test_map_names_everything_one_can_read(isp: Isp, guide: Guide) -> None:
    """Without a kind the whole guide is there at a glance: names, questions and where to go on."""
    result = isp("browse")
    assert (result.exit_code, result.stderr) == (0, "")
    lines = [line.strip(" -") for line in result.stdout.splitlines()]
    assert lines[0] == guide.title
    kinds = [lookup.kind(word) for word in ("principle", "domain", "competency")]
    for entry in (each for kind in kinds for each in lookup.entries(guide, kind)):
        assert lines.count(entry.name) == 1
    for question in guide.questions:
        assert f"{question.number}. {question.text}" in lines
    assert "To read one: isp browse competency brokering" in lines


@pytest.mark.parametrize("word", EVERY_WORD)
def test_kind_lists_all_there_is(isp: Isp, guide: Guide, word: str) -> None:
    """Singular or plural, without a terminal a kind lists everything of its kind."""
    result = isp("browse", word)
    assert (result.exit_code, result.stderr) == (0, "")
    kind = lookup.kind(word)
    if word != kind.many:
        assert result.stdout == isp("browse", kind.many).stdout
    for entry in lookup.entries(guide, kind):
        shown = entry.name if hasattr(entry.part, "name") else getattr(entry.part, "text", "")
        assert shown in result.stdout


@EVERY_KIND
def test_all_pages_of_a_kind_say_all_that_the_guide_says(
    isp: Isp, guide: Guide, kind: Kind
) -> None:
    """No text of the guide is left out of the pages, however deep it stands."""
    pages = isp("browse", kind.many).stdout
    if kind.one == "competency":  # the list only names them
        for entry in lookup.entries(guide, kind):
            pages += isp("browse", kind.one, entry.id).stdout
    missing = [
        place.id for place in places(guide) if place.kind == kind.one and place.text not in pages
    ]
    assert missing == []


@EVERY_KIND
def test_one_thing_shows_all_that_is_said_of_it(isp: Isp, guide: Guide, kind: Kind) -> None:
    """The page of one thing has every text that belongs to it, and none of its neighbour's."""
    texts = [each for each in places(guide) if each.kind == kind.one and each.owner]
    first, second = lookup.entries(guide, kind)[:2]
    result = isp("browse", kind.one, first.id)
    assert (result.exit_code, result.stderr) == (0, "")
    shown = {each.owner for each in texts if f"{each.text}\n" in result.stdout}
    assert first.id in shown
    assert second.id not in shown
    assert all(each.text in result.stdout for each in texts if each.owner == first.id)


@EVERY_KIND
def test_plural_with_a_name_is_as_good(isp: Isp, guide: Guide, kind: Kind) -> None:
    """Nobody has to mind the number: `isp browse competencies brokering` shows brokering."""
    last = lookup.entries(guide, kind)[-1].id
    assert isp("browse", kind.many, last).stdout == isp("browse", kind.one, last).stdout


def test_competency_is_one_page(isp: Isp) -> None:
    """A competency shows its domain, overview, key activities and hints, numbered as in the ids."""
    lines = isp("browse", "competency", "facilitation").stdout.splitlines()
    assert lines[:2] == ["Facilitation", "Competency in the domain Ongoing improvement"]
    headings = [line for line in lines[2:] if line and not line.startswith(" ")]
    assert headings == ["Overview", "Key activities", "Helpful hints"]
    marks = [found.group() for found in map(re.compile(r" *\w+\.(?= )").match, lines) if found]
    assert marks == [
        *("   1.", "   2."),
        *(f"      {letter}." for letter in "abcde"),
        *(f"  {number:>2}." for number in range(1, 11)),
    ]


def test_question_shows_its_follow_ups(isp: Isp) -> None:
    """A question is asked whole: with the questions that follow from it."""
    lines = isp("browse", "question", "7").stdout.splitlines()
    assert lines[0] == "Question 7"
    assert [line[:6] for line in lines[3:]] == ["    a.", "    b.", "    c."]


def test_resource_shows_its_address_and_a_broken_reference_says_so(isp: Isp) -> None:
    """An address can be copied from the page; where the source breaks off is not hidden."""
    assert isp("browse", "resource", "re-aim").stdout == (
        "The RE-AIM Framework\nhttps://www.re-aim.org/\n"
    )
    assert "(The source breaks off here.)" in isp("browse", "resource", "reference.4").stdout


def test_pipe_gets_whole_texts_without_escape_codes(tmp_path: Path, guide: Guide) -> None:
    """A program that reads the pages gets every paragraph on one line, and nothing but text."""
    ended = in_process_of_its_own(
        "browse", "about", portfolio=tmp_path, environment={"COLUMNS": "40", "FORCE_COLOR": "1"}
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "\x1b" not in ended.stdout
    assert "\u2026" not in ended.stdout
    lines = [line.strip(" -") for line in ended.stdout.splitlines()]
    for section in guide.about:
        for item in section.items:
            assert item.text in lines


def test_text_of_a_guide_comes_out_literally(isp: Isp, tmp_path: Path) -> None:
    """What looks like markup, an emoji's name or a terminal's command is shown as what it is."""
    path = small_guide(
        tmp_path,
        ("name: Be patient", 'name: "[red]Be[/red] :smile: \\e[31mpatient\\a"'),
        ("text: Change takes time.", 'text: "[link=x]Change[/] \\u202etakes\\x9b \\0time\\x02"'),
    )
    for words in (["browse"], ["browse", "principles"], ["browse", "principle", "patient"]):
        result = isp("--guide", str(path), *words)
        assert (result.exit_code, result.stderr) == (0, "")
        assert "[red]Be[/red] :smile: \\x1b[31mpatient\\x07\n" in result.stdout
    assert "  [link=x]Change[/] \\u202etakes\\x9b \\x00time\\x02\n" in result.stdout


def test_line_breaks_of_a_text_stay_in_its_column(isp: Isp, tmp_path: Path) -> None:
    """A text of several lines is shown as several, each under the first."""
    path = small_guide(tmp_path, ("text: Ask, then wait.", 'text: "Ask.\\nThen wait."'))
    result = isp("--guide", str(path), "browse", "competency", "listening")
    assert "   1. Ask.\n      Then wait.\n" in result.stdout


def test_unknown_kind_shows_nothing(isp: Isp) -> None:
    """A word that is no kind ends with exit code 4 and what was probably meant."""
    result = isp("browse", "competncy", "brokering")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == "'competncy' is not something to browse. Did you mean competency?\n"


def test_guide_with_less_in_it_can_be_read(isp: Isp, tmp_path: Path) -> None:
    """A guide without dilemmas, references or a text about itself has pages all the same."""
    path = small_guide(tmp_path)
    for word in EVERY_WORD:
        result = isp("--guide", str(path), "browse", word)
        assert (result.exit_code, result.stderr) == (0, "")

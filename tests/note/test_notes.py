"""Every note in the folder is found, whoever made it and however."""

import os
from datetime import date, datetime
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.note.found import BEGINNING
from isp_cli.note.notes import notes_in, notes_on, touching
from isp_cli.portfolio.properties import day_said
from isp_cli.sessions.wanted import a_year_before
from tests.portfolio.samples import contents

BOTH = ("brokering", "power")


def put(portfolio: Path, name: str, text: str | bytes) -> Path:
    """Put a file into the notes folder, as a person's editor would."""
    path = portfolio / "notes" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    at = datetime(2026, 5, 17, 12, 0).astimezone().timestamp()
    os.utime(path, (at, at))
    return path


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("a.md", "---\ndate: 2026-11-20\n---\nText", date(2026, 11, 20)),
        ("a.md", "---\ndate: 2026-11-20T09:15:00+01:00\n---\nText", date(2026, 11, 20)),
        ("a.md", '---\nDate: "[[2026-11-20]]"\n---\nText', date(2026, 11, 20)),
        ("a.md", "---\ndate: 20 November 2026\n---\nText", date(2026, 11, 20)),
        ("a.md", "---\ncreated: 2026-11-20 09:15\n---\nText", date(2026, 11, 20)),
        ("2026-11-19.md", "---\ndate: 2026-11-20\n---\nText", date(2026, 11, 20)),
        ("2026-11-19 County.md", "---\ndate: 2026-02-30\n---\nText", date(2026, 11, 19)),
        ("2026-11-19 County.md", "Text", date(2026, 11, 19)),
        ("202611190915 County.md", "Text", date(2026, 11, 19)),
        ("2026-13-45.md", "Text", date(2026, 5, 17)),
        ("County.MD", "Text", date(2026, 5, 17)),
        ("a.md", "---\nstarted: 2026-11-20T09:15:00+01:00\n---\nText", date(2026, 11, 20)),
        ("a.md", "---\ndate: {{date}}\ntags: *\n---\nText", date(2026, 5, 17)),
        ("a.md", "\ufeff---\r\ndate: 2026-11-20\r\n---\r\nText", date(2026, 11, 20)),
    ],
)
def test_the_day_is_found(tmp_path: Path, guide: Guide, name: str, text: str, day: date) -> None:
    """A note's day is what it says, or else what its file is called, or else that of the file."""
    put(tmp_path, name, text)
    [found], unreadable = notes_in(tmp_path, guide)
    assert (found.day, found.text.splitlines()[-1], unreadable) == (day, "Text", [])


@pytest.mark.parametrize(
    ("text", "competencies"),
    [
        ("---\ncompetencies: [brokering, Addressing power differentials]\n---\n", BOTH),
        ("---\ncompetencies:\n- brokering\n- power\n---\n", BOTH),
        ("---\ncompetency: Brokering\n---\n", BOTH[:1]),
        ('---\ncompetencies:\n  - "[[Brokering]]"\n---\n', BOTH[:1]),
        ("---\ntags: [work, brokering]\n---\n", BOTH[:1]),
        ("---\ntags: brokering\n---\n", BOTH[:1]),
        ('---\ntags: ["#competency/brokering"]\n---\n', BOTH[:1]),
        ("It was #Brokering, and #power too.", BOTH),
        ("# brokering\nan#brokering ## brokering `#x`", ()),
        ("---\ncompetencies: [of-another-guide]\n---\n", ("of-another-guide",)),
        ("---\ncompetencies: {brokering: 3}\ntags: [[brokering]]\n---\n", ()),
        ("---\ncompetencies: [brokering\n---\n", ()),
        ("---\ncompetencies: []\ntags:\n---\n", ()),
    ],
)
def test_what_it_touches_is_found(
    tmp_path: Path, guide: Guide, text: str, competencies: tuple[str, ...]
) -> None:
    """Competencies are taken from front matter and from tags, by their ids, names or aliases."""
    put(tmp_path, "a.md", text)
    [found], _ = notes_in(tmp_path, guide)
    assert found.competencies == competencies
    assert (touching([found], "brokering") == [found]) is ("brokering" in competencies)
    [brokering] = [each for each in guide.competencies if each.id == "brokering"]
    assert notes_on(tmp_path, guide, brokering) == touching([found], "brokering")


@pytest.mark.parametrize(
    "front",
    [
        "tags: &a [brokering, *a]",
        "tags: " + "[" * 5000,
        "tags: !!python/object:os.system x",
        "? [brokering]\n: x\ntags: {}",
        "tags: 'brokering\n--- not closed",
        "tags: " + "a, " * 30_000,
        "date: 99999999999999999999",
        "date:\n- 2026-11-20\n- {x: y}",
        "title: \x1b[31mred",
    ],
    ids=range(9),
)
def test_hostile_front_matter_is_passed_over(tmp_path: Path, guide: Guide, front: str) -> None:
    """Whatever stands in front matter, the note is listed with its text, and the others too."""
    put(tmp_path, "2026-11-20 hostile.md", f"---\n{front}\n---\nText")
    put(tmp_path, "good.md", "Good.")
    found, unreadable = notes_in(tmp_path, guide)
    assert (len(found), unreadable) == (2, [])
    assert found[1].day == date(2026, 11, 20)
    assert found[1].text.endswith("Text")


def test_a_file_that_goes_meanwhile_is_no_fault(tmp_path: Path) -> None:
    """A file that is removed while it is read counts as the oldest."""
    assert day_said({}, ("date",), tmp_path / "gone.md") == date.min


def test_principles_are_found(tmp_path: Path, guide: Guide) -> None:
    """Principles are taken from front matter and tags likewise."""
    put(tmp_path, "a.md", "---\nprinciples: [Empathy]\n---\nI was #curious")
    [found], _ = notes_in(tmp_path, guide)
    assert found.principles == ("empathetic", "curious")


def test_folders_are_looked_through_and_nothing_is_written(tmp_path: Path, guide: Guide) -> None:
    """Notes lie in folders as a person likes; hidden ones and other files are passed over."""
    for name in ("b/c/deep.md", "a.md", ".obsidian/x.md", ".hidden.md", "b/.trash/y.md"):
        put(tmp_path, name, name)
    for name in ("picture.png", "board.canvas", "md", ".md", "notes.md.tmp"):
        put(tmp_path, name, b"\x89PNG\xff")
    before = contents(tmp_path)
    found, unreadable = notes_in(tmp_path, guide)
    assert [each.name for each in found] == ["a", "b/c/deep"]
    assert [each.text for each in found] == ["a.md", "b/c/deep.md"]
    assert unreadable == []
    assert contents(tmp_path) == before


def test_no_folder_is_no_note(tmp_path: Path, guide: Guide) -> None:
    """Where nothing was written yet there is nothing to find, and no folder is made."""
    assert notes_in(tmp_path / "none", guide) == ([], [])
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_read_is_named_and_the_rest_is_found(tmp_path: Path, guide: Guide) -> None:
    """Binary files, other encodings and dead links are told of, each with its reason."""
    put(tmp_path, "good.md", "Good.")
    put(tmp_path, "binary.md", bytes(range(256)))
    put(tmp_path, "latin.md", "é".encode("latin-1"))
    (tmp_path / "notes" / "link.md").symlink_to(tmp_path / "nowhere")
    (tmp_path / "notes" / "folder.md").mkdir()
    found, unreadable = notes_in(tmp_path, guide)
    assert [each.name for each in found] == ["good"]
    reasons = {each.path.name: each.why.partition(".")[0] for each in unreadable}
    assert reasons == {
        "binary.md": "This is not UTF-8 text (byte 129)",
        "latin.md": "This is not UTF-8 text (byte 1)",
        "link.md": "This file cannot be read (No such file or directory)",
    }


def test_a_long_note_is_cut_between_letters(tmp_path: Path, guide: Guide) -> None:
    """The beginning of a long file ends with a whole letter, and its text is read in full."""
    text = "x" + "é" * BEGINNING
    put(tmp_path, "long.md", text)
    [found], unreadable = notes_in(tmp_path, guide)
    assert (found.is_whole, unreadable, found.text) == (False, [], text)


def test_notes_are_private_unless_they_say_otherwise(tmp_path: Path, guide: Guide) -> None:
    """Only a plain `private: false` makes a note shareable."""
    for name, said in {
        "a": "false",
        "b": "true",
        "c": "no",
        "d": "False",
        "e": "[false, x]",
        "g": "false\nPrivate: true",
        "h": "{x: y}\nprivate: false",
    }.items():
        put(tmp_path, f"{name}.md", f"---\nprivate: {said}\n---\nText")
    put(tmp_path, "f.md", "private: false")
    found, _ = notes_in(tmp_path, guide)
    assert {each.name for each in found if not each.is_private} == {"a", "d"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: County kick-off\n---\nText", "County kick-off"),
        ("\n# County kick-off\n\nText", "County kick-off"),
        ("First line.\nSecond.", "First line."),
        ("", "a"),
        ("---\ntitle:\n---\n\n  \n", "a"),
    ],
)
def test_its_title(tmp_path: Path, guide: Guide, text: str, title: str) -> None:
    """A note goes by its title, its first line, or else the name of its file."""
    put(tmp_path, "a.md", text)
    assert notes_in(tmp_path, guide)[0][0].title == title


def test_the_notes_of_a_year_ago(tmp_path: Path, guide: Guide) -> None:
    """The notes of the days around this day last year are those of a week on either side."""
    for day in ("2026-02-20", "2026-02-21", "2026-02-28", "2026-03-07", "2026-03-08", "2027-02-28"):
        put(tmp_path, f"{day}.md", day)
    notes, _ = notes_in(tmp_path, guide)
    found = [each.name for each in a_year_before(notes, date(2027, 2, 28))]
    assert found == ["2026-02-21", "2026-02-28", "2026-03-07"]

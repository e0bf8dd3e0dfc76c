"""What a person wrote in a note comes back byte for byte, whatever it is."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isp_cli.guide.model import Guide
from isp_cli.note.notes import notes_in
from isp_cli.note.record import Note
from isp_cli.portfolio.passage import Passage
from isp_cli.portfolio.reading import read
from isp_cli.portfolio.record import GuideVersion
from isp_cli.portfolio.store import Kept, Store
from tests.moments import MOMENT
from tests.portfolio.strategies import AWKWARD, texts, words

GUIDE = GuideVersion(id="guide", version="1")
STRUCTURED = (Passage("what.what", "What?", ""), Passage("what.so-what", "So what?", ""))


def note(text: str, **values: object) -> Note:
    """Return a finished note that says this."""
    begun = Note.begun(MOMENT, GUIDE, status="finished", finished=MOMENT, **values)
    return begun.saying(text)


def storable(text: str) -> str:
    """Return `text` as UTF-8 holds it; halves of pairs have no bytes."""
    return text.encode("utf-8", "backslashreplace").decode()


@settings(max_examples=60, deadline=None)
@given(texts | st.text(), st.none() | words)
def test_any_text_comes_back(guide: Guide, text: str, title: str | None) -> None:
    """A text goes through the real file unchanged, as the record and in the list of notes."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Store(Path(folder)).add(note(text, title=title))
        record, _ = read(Note, kept.path)
        [found], unreadable = notes_in(Path(folder), guide)
        assert record.text("") == found.text == storable(text)
        assert storable(text).encode() in kept.path.read_bytes()
    assert unreadable == []


@settings(max_examples=30, deadline=None)
@given(texts, texts)
def test_any_answer_to_a_question_comes_back(what: str, so_what: str) -> None:
    """With a structure each answer is kept apart from the others, whatever is in it."""
    with tempfile.TemporaryDirectory() as folder:
        begun = note("").with_values(structure="what", passages=STRUCTURED)
        store = Store(Path(folder))
        kept = store.add(begun.with_text("what.what", "What?", what))
        kept = store.save(kept, kept.record.with_text("what.so-what", "So what?", so_what))
        record, _ = read(Note, kept.path)
    assert record.text("what.what") == storable(what)
    assert record.text("what.so-what") == storable(so_what)


@pytest.mark.parametrize("line", [line for line in AWKWARD if line])
def test_a_text_that_looks_like_structure_stands_as_it_was_written(
    tmp_path: Path, line: str
) -> None:
    """A plain note is a plain file: front matter, an empty line, and the text without escapes."""
    kept = Store(tmp_path).add(note(line))
    front, _, below = kept.path.read_bytes().decode().partition("\n---\n")
    assert front.startswith("---\nrecord: note\n")
    assert below == f"\n{line}\n"


def test_a_megabyte_comes_back(tmp_path: Path, guide: Guide) -> None:
    """A note may be as long as a person likes, and the list shows its beginning."""
    text = "\n".join(f"{number}: שלום 🙂 ## no heading" for number in range(30_000))
    kept = Store(tmp_path).add(note(text))
    [found], _ = notes_in(tmp_path, guide)
    assert len(text.encode()) > 1_000_000
    assert read(Note, kept.path)[0].text("") == found.text == text
    assert not found.is_whole


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_a_person_changed_in_the_file_stays(tmp_path: Path, newline: str) -> None:
    """Marking a note as shareable changes that one line, also where an editor ends lines anew."""
    store = Store(tmp_path)
    path = store.add(note("One.\n\n## My heading <!-- what.what -->\n---\nTwo.")).path
    edited = path.read_text("utf-8").replace("title", "x").replace("Two.", "Two, and more.  ")
    edited = edited.replace("private: true", "mood: fine # mine\nprivate: true")
    path.write_bytes(edited.replace("\n", newline).encode())
    record, text = read(Note, path)
    store.save(Kept(record, path, text), record.with_values(private=False))
    expected = edited.replace("\n", newline).replace(f"private: true{newline}", "private: false\n")
    assert path.read_bytes().decode() == expected


@pytest.mark.parametrize(
    ("text", "values", "stem"),
    [
        ("Met the county team.", {}, "2027-01-04-0930-met-the-county-team"),
        ("x", {"title": "County kick-off"}, "2027-01-04-0930-county-kick-off"),
        ("x", {"date": date(2026, 11, 20)}, "2026-11-20-x"),
        ("x", {"date": date(2027, 1, 4)}, "2027-01-04-0930-x"),
        ("# Heading\n\nText", {}, "2027-01-04-0930-heading"),
        ("", {}, "2027-01-04-0930"),
        ("🙂 ---\n\n", {}, "2027-01-04-0930"),
        ("../../etc/passwd", {}, "2027-01-04-0930-etc-passwd"),
        ("a/b\\c:d*e?f", {}, "2027-01-04-0930-a-b-c-d-e-f"),
        ("CON.\x00nul", {}, "2027-01-04-0930-con-nul"),
        ("שלום עולם", {}, "2027-01-04-0930-שלום-עולם"),
        ("x" * 300, {}, "2027-01-04-0930-" + "x" * 48),
        ("one two three four five six seven", {}, "2027-01-04-0930-one-two-three-four-five-six"),
    ],
)
def test_its_file_is_called_by_day_and_first_words(
    tmp_path: Path, text: str, values: dict[str, object], stem: str
) -> None:
    """The name says when and what, and never leads out of the notes folder."""
    kept = Store(tmp_path).add(note(text, **values))
    assert kept.path == tmp_path / "notes" / f"{stem}.md"

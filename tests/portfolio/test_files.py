"""Files are read as they are and written whole, and what cannot be is said in one sentence."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isp_cli.errors import PortfolioProblem
from isp_cli.portfolio import files
from tests.portfolio.samples import contents

stray = st.text(st.characters(exclude_categories=[]))
"""Any text that Python can hold, halves of surrogate pairs among it."""


@settings(max_examples=50, deadline=None)
@given(text=stray)
def test_what_is_written_is_read(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file holds the text with its line ends as they are; stray halves of letters spelt out."""
    path = tmp_path_factory.getbasetemp() / "written.md"
    files.write(path, text)
    assert files.read(path) == files.storable(text)
    if text.isprintable():
        assert files.read(path) == text


def test_what_utf_8_has_no_bytes_for_is_spelt_out(tmp_path: Path) -> None:
    """A stray byte that came in through a terminal can be read in the file."""
    path = tmp_path / "a.md"
    files.write(path, b"caf\xe9 \xf0\x9f\x99\x82\r\n".decode("utf-8", "surrogateescape"))
    assert path.read_bytes() == "caf\\udce9 🙂\r\n".encode()


def test_a_file_takes_the_place_of_the_former(tmp_path: Path) -> None:
    """Writing leaves one file, with the new text and no more."""
    path = tmp_path / "a.md"
    files.write(path, "a long former text")
    files.write(path, "new")
    assert contents(tmp_path) == {"a.md": b"new"}


def test_a_new_file_gets_the_first_free_number(tmp_path: Path) -> None:
    """Names that are taken, by whatever, are left alone."""
    (tmp_path / "a.md").mkdir()
    (tmp_path / "a-3.md").write_text("third", "utf-8")
    names = [files.write_new(tmp_path / "a.md", "new").name for _ in range(2)]
    assert names == ["a-2.md", "a-4.md"]
    assert contents(tmp_path) == {"a-2.md": b"new", "a-3.md": b"third", "a-4.md": b"new"}


def test_a_file_moves_over_nothing(tmp_path: Path) -> None:
    """Moving a file to a name that is taken gives it a number, and loses neither."""
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(name, "utf-8")
    assert files.move(tmp_path / "a.md", tmp_path / "b.md") == tmp_path / "b-2.md"
    assert contents(tmp_path) == {"b.md": b"b.md", "b-2.md": b"a.md"}


def test_a_file_that_cannot_be_moved_is_a_problem(tmp_path: Path) -> None:
    """Where a file cannot be moved, that is said, and nothing is made in its new place."""
    with pytest.raises(PortfolioProblem, match="This cannot be written"):
        files.move(tmp_path / "none.md", tmp_path / "b.md")
    assert contents(tmp_path) == {}


@pytest.mark.parametrize(
    ("content", "byte"),
    [(b"abc\xff", 4), ("é".encode("latin-1"), 1), (b"\xed\xa0\x80", 1), ("é".encode()[:1], 1)],
    ids=["stray", "latin-1", "surrogate", "cut"],
)
def test_what_is_not_utf_8_says_where(content: bytes, byte: int, tmp_path: Path) -> None:
    """A file in another encoding is named, with the byte and what to do."""
    path = tmp_path / "a.md"
    path.write_bytes(content)
    with pytest.raises(PortfolioProblem) as caught:
        files.read(path)
    told = f"This is not UTF-8 text (byte {byte}). Open it in an editor and save it as UTF-8."
    assert str(caught.value) == f"{path}: {told}"


def test_a_file_of_any_size_is_no_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is not read; one at the limit is."""
    monkeypatch.setattr(files, "LARGEST", 10)
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 10)
    assert files.read(path) == "x" * 10
    path.write_bytes(b"x" * 11)
    with pytest.raises(PortfolioProblem, match="too large to be a record"):
        files.read(path)


def test_what_is_no_file_cannot_be_read(tmp_path: Path) -> None:
    """A folder, and a file that is not there, are said to be unreadable, with the reason."""
    for path in (tmp_path, tmp_path / "none.md"):
        with pytest.raises(PortfolioProblem) as caught:
            files.read(path)
        assert caught.value.where == str(path)
        assert caught.value.what.startswith("This file cannot be read (")


@pytest.mark.skipif(
    os.name == "nt" or (hasattr(os, "geteuid") and os.geteuid() == 0),
    reason="Windows has no such modes, and the superuser reads everything",
)
def test_a_file_that_one_may_not_read_says_so(tmp_path: Path) -> None:
    """A file without the right to read it is a problem like any other."""
    path = tmp_path / "a.md"
    path.write_text("mine", "utf-8")
    path.chmod(0)
    with pytest.raises(PortfolioProblem, match=r"Permission denied"):
        files.read(path)


@pytest.mark.parametrize("write", [files.write, files.write_new], ids=["write", "write_new"])
def test_a_folder_that_cannot_be_made_is_a_problem(
    write: Callable[[Path, str], object], tmp_path: Path
) -> None:
    """Below a file there is no place for a folder, and nothing is left behind."""
    (tmp_path / "file").write_text("mine", "utf-8")
    path = tmp_path / "file" / "below" / "a.md"
    with pytest.raises(PortfolioProblem) as caught:
        write(path, "new")
    assert caught.value.where == str(path)
    assert contents(tmp_path) == {"file": b"mine"}

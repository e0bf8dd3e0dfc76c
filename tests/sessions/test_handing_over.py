"""A file that is handed over: never over somebody's work without being told."""

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.errors import PortfolioProblem, UsageProblem
from isp_cli.portfolio import files
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.handing_over import hand_over
from isp_cli.sessions.ledger import NAME
from isp_cli.settings import Settings
from tests.moments import MOMENT, stop_clock

HandOver = Callable[..., None]


@pytest.fixture
def give(portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HandOver:
    """Return what hands a document over, from this test's portfolio; stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def run(content: str | bytes, target: str = "plan.md", *, force: bool = False) -> None:
        desk = Desk(Settings(portfolio))
        kind = {"form": "Markdown", "ending": ".md", "holds": "It holds a line"}
        if isinstance(content, bytes):
            kind |= {"form": "Word", "ending": ".docx"}
        hand_over(desk, content, target, force=force, **kind)

    return run


def names_in(folder: Path) -> list[str]:
    """Return the names of the files in `folder`, without the portfolio."""
    return sorted(path.name for path in folder.iterdir() if path.is_file())


@pytest.mark.parametrize("again", ["plan.md", "./plan.md", "sub/../plan.md"])
def test_its_own_former_export_is_written_over(give: HandOver, tmp_path: Path, again: str) -> None:
    """What isp wrote and nobody changed is replaced without fuss, however the path is spelt."""
    (tmp_path / "sub").mkdir()
    give("first\n")
    give("second\n", str(tmp_path / again))
    assert names_in(tmp_path) == ["plan.md"]
    assert (tmp_path / "plan.md").read_text(encoding="utf-8") == "second\n"


def test_bytes_are_handed_over_as_they_are(give: HandOver, tmp_path: Path) -> None:
    """A document that is no text arrives byte for byte, and is known again."""
    give(b"PK\x03\x04\r\n\xff", "plan.docx")
    assert (tmp_path / "plan.docx").read_bytes() == b"PK\x03\x04\r\n\xff"
    give(b"PK\x03\x04", "plan.docx")
    assert (tmp_path / "plan.docx").read_bytes() == b"PK\x03\x04"


@pytest.mark.parametrize("by_isp", [True, False])
def test_what_somebody_wrote_is_never_lost(
    give: HandOver, tmp_path: Path, capsys: pytest.CaptureFixture[str], by_isp: bool
) -> None:
    """A file that was changed, or is another's, is refused; --force keeps it and says where."""
    path = tmp_path / "plan.md"
    if by_isp:
        give("first\n")
    path.write_text("mine\n", encoding="utf-8")
    with pytest.raises(UsageProblem) as caught:
        give("second\n")
    said = "was changed by hand since isp wrote it" if by_isp else "is there already"
    assert said in str(caught.value)
    assert "--force" in caught.value.mend
    assert path.read_text(encoding="utf-8") == "mine\n"
    capsys.readouterr()
    give("second\n", force=True)
    assert path.read_text(encoding="utf-8") == "second\n"
    kept = tmp_path / "plan-before-2027-01-04.md"
    assert kept.read_text(encoding="utf-8") == "mine\n"
    assert "kept in plan-before-2027-01-04.md" in capsys.readouterr().err
    give("third\n")
    assert names_in(tmp_path) == ["plan-before-2027-01-04.md", "plan.md"]


def test_every_version_of_a_day_is_kept(give: HandOver, tmp_path: Path) -> None:
    """A second copy of the same day gets a number; the first is as it was."""
    for text in ("one\n", "two\n"):
        (tmp_path / "plan.md").write_text(text, encoding="utf-8")
        give("isp's\n", force=True)
    kept = {name: (tmp_path / name).read_text(encoding="utf-8") for name in names_in(tmp_path)}
    assert kept == {
        "plan-before-2027-01-04.md": "one\n",
        "plan-before-2027-01-04-2.md": "two\n",
        "plan.md": "isp's\n",
    }


@pytest.mark.parametrize("spoil", ["gone", "binary", "torn"])
def test_without_its_ledger_isp_asks(
    give: HandOver, portfolio: Path, tmp_path: Path, spoil: str
) -> None:
    """Where isp cannot know whether a file is its own, it takes it for somebody else's."""
    give("first\n")
    ledger = portfolio / NAME
    match spoil:
        case "gone":
            ledger.unlink()
        case "binary":
            ledger.write_bytes(b"\xff\x00\xff")
        case "torn":
            ledger.write_bytes(ledger.read_bytes()[:40])
    with pytest.raises(UsageProblem, match="is there already"):
        give("second\n")
    give("other\n", "other.md")
    give("other again\n", "other.md")
    assert (tmp_path / "other.md").read_text(encoding="utf-8") == "other again\n"


def test_the_ledger_is_private_and_stays_short(
    give: HandOver, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names where things went, so it is for nobody else to read; the oldest lines go."""
    monkeypatch.setattr("isp_cli.sessions.ledger.MOST", 2)
    for name in ("a.md", "b.md", "c.md", "b.md"):
        give(f"in {name}\n", name)
    lines = (portfolio / NAME).read_text(encoding="utf-8").splitlines()
    assert [line.rpartition("/")[2] for line in lines] == ["c.md", "b.md"]
    if os.name == "posix":
        assert (portfolio / NAME).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("force", [True, False])
def test_where_the_disk_is_full(
    give: HandOver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, force: bool
) -> None:
    """What was there is as it was, no half of a file and no copy lies about, and it is said."""
    give("first\n")
    if force:
        (tmp_path / "plan.md").write_text("mine\n", encoding="utf-8")
    before = (tmp_path / "plan.md").read_text(encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(PortfolioProblem) as caught:
        give("second\n", force=force)
    assert caught.value.where == "plan.md"
    assert "make room" in str(caught.value)
    assert names_in(tmp_path) == ["plan.md"]
    assert (tmp_path / "plan.md").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "name of the file is empty"),
        ("  ", "name of the file is empty"),
        ("a\nb.md", r"a\nb.md: A name of a file cannot have control characters"),
        ("a\x00.md", "control characters"),
        ("\x1b[2J.md", r"\x1b[2J.md: A name"),
        ("x" * 300 + ".md", "cannot be used"),
        ("there/is/none.md", "no such folder"),
        ("folder", "is a folder"),
        ("folder/", "is a folder"),
        ("link.md", "is a link"),
        ("portfolio/plan.md", "inside your portfolio"),
        ("plan.csv", "isp writes Markdown, not .csv"),
        ("plan.docx", "End the name with .md"),
    ],
)
def test_a_name_that_is_no_place_for_it(
    give: HandOver, tmp_path: Path, portfolio: Path, target: str, said: str
) -> None:
    """It is said in one line what is wrong with the name, and nothing is written."""
    portfolio.mkdir()
    (tmp_path / "folder").mkdir()
    (tmp_path / "mine").write_text("mine\n", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(UsageProblem) as caught:
        give("text\n", target, force=True)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine\n"


def test_a_copy_is_named_for_the_day_it_is_made(
    give: HandOver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The day in the name is today's, and a name without an ending gets it too."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=30))
    (tmp_path / "plan").write_text("mine\n", encoding="utf-8")
    give("text\n", "plan", force=True)
    assert names_in(tmp_path) == ["plan", "plan-before-2027-02-03"]


def test_long_names_and_letters_of_all_kinds(give: HandOver, tmp_path: Path) -> None:
    """A name as long as the system takes it, or in any script, is a name like any other."""
    for name in ("x" * 250 + ".md", "план для 督导 🙂.md"):
        give("first\n", name)
        give("second\n", name)
        assert files.read(tmp_path / name) == "second\n"


def test_what_no_screen_can_show_is_not_thrown_at_one(
    give: HandOver, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Word file goes into a pipe, and not to a terminal, where it would be noise."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(UsageProblem) as caught:
        give(b"PK", "-")
    assert "Name a file that ends with .docx." in str(caught.value)
    assert capsys.readouterr().out == ""

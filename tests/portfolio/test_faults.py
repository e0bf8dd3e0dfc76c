"""Where a record cannot be written, what was there is as it was, and the person is told."""

import errno
import os
from pathlib import Path

import pytest

from isp_cli.errors import PortfolioProblem
from isp_cli.portfolio.store import Store
from tests.conftest import Isp
from tests.portfolio.samples import ASSESSMENT, contents, finished, reflection


@pytest.fixture
def store(portfolio: Path) -> Store:
    """Return the store of this test's portfolio."""
    return Store(portfolio)


def _break(fault: str, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    match fault:
        case "fsync":
            monkeypatch.setattr(os, "fsync", fail)
        case "link":
            monkeypatch.setattr(os, "link", fail)
            monkeypatch.setattr(Path, "replace", fail)
        case "replace":
            monkeypatch.setattr(Path, "replace", fail)
        case "mkstemp":
            monkeypatch.setattr("tempfile.mkstemp", fail)


@pytest.mark.parametrize("fault", ["fsync", "replace", "mkstemp"])
def test_a_draft_stays_whole_when_the_disk_is_full(
    store: Store, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where an answer cannot be written the draft is as it was, and nothing lies about."""
    kept = store.add(reflection())
    before = contents(store.folder)
    _break(fault, monkeypatch, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    with pytest.raises(PortfolioProblem) as caught:
        store.save(kept, reflection(text="More."))
    assert caught.value.where == str(kept.path)
    assert os.strerror(errno.ENOSPC) in caught.value.what
    assert contents(store.folder) == before


@pytest.mark.parametrize("fault", ["fsync", "link", "mkstemp"])
def test_a_new_record_is_there_whole_or_not_at_all(
    store: Store, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a record cannot be written there is none, not an empty one, and no draft is lost."""
    kept = store.add(reflection())
    before = contents(store.folder)
    _break(fault, monkeypatch, OSError(errno.EIO, os.strerror(errno.EIO)))
    with pytest.raises(PortfolioProblem):
        store.finish(kept, finished(kept.record))
    assert contents(store.folder) == before


def test_an_interrupt_while_writing_leaves_the_draft_whole(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of saving leaves the former file and nothing beside it."""
    kept = store.add(reflection())
    before = contents(store.folder)
    _break("fsync", monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        store.save(kept, reflection(text="More."))
    assert contents(store.folder) == before


def test_a_disk_without_hard_links_is_written_to_as_well(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a memory stick, which knows no hard links, records do not overwrite one another either."""

    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refuse)
    first, second = store.add(reflection()), store.add(reflection(text="Another."))
    assert contents(store.folder) == {
        f"drafts/{first.path.name}": first.text.encode(),
        f"drafts/{second.path.name}": second.text.encode(),
    }
    assert second.path.name == "reflection-2027-01-04-2.md"


GIVEN_BACK = [
    "This assessment could not be saved. Copy it from here:",
    "I brought the county and the clinic to one table.",
]
"""What is shown of an assessment that came as a form and cannot be kept."""


@pytest.mark.parametrize("words", [("assess", "list"), ("assess", "show"), ("assess",)])
@pytest.mark.parametrize("below", ["", "below/deeper"])
def test_a_portfolio_that_cannot_be_is_one_line(
    words: tuple[str, ...], below: str, isp: Isp, tmp_path: Path
) -> None:
    """A portfolio that is a file, or lies below one, is said on one line with exit code 5.

    Before it stands what was written, where it has no other place.
    """
    file = tmp_path / "file"
    file.write_text("mine", "utf-8")
    words = words if len(words) > 1 else (*words, "--answers", "-")
    result = isp("--portfolio", str(file / below), *words, stdin=ASSESSMENT)
    assert result.exit_code == 5
    assert result.stdout == ""
    *given_back, said = result.stderr.splitlines()
    assert str(file) in said
    assert given_back == (GIVEN_BACK if "--answers" in words else [])
    assert contents(tmp_path) == {"file": b"mine"}


def test_a_full_disk_is_one_line_at_the_command(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A record that cannot be written ends the command with exit code 5 and says why."""
    _break("fsync", monkeypatch, OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    result = isp("assess", "--answers", "-", stdin=ASSESSMENT)
    assert result.exit_code == 5
    assert result.stdout == ""
    *given_back, said = result.stderr.splitlines()
    assert os.strerror(errno.ENOSPC) in said
    assert given_back == GIVEN_BACK
    assert contents(portfolio) == {}

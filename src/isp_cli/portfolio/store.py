"""The records of a portfolio: found, read, and kept word for word."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Generic, TypeVar

from isp_cli.errors import PortfolioProblem
from isp_cli.portfolio import files
from isp_cli.portfolio.record import Record
from isp_cli.portfolio.unreadable import Unreadable

R = TypeVar("R", bound=Record)

DRAFTS = "drafts"
"""The folder of the portfolio in which drafts of every kind lie."""

SET_ASIDE = "-changed-meanwhile"
"""What stands behind the name of a file that was changed while isp had it open."""

ENOUGH = 65_536
"""Bytes of a file in which its id stands."""


@dataclass(frozen=True)
class Kept(Generic[R]):
    """A record and the file that it is kept in.

    Attributes:
        text: the file as it was when it was last read or written.
        set_aside: where the file went that someone else had changed meanwhile, if so.
    """

    record: R
    path: Path
    text: str
    set_aside: Path | None = None


class Store:
    """The records in one portfolio folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def finished(self, model: type[R]) -> tuple[list[Kept[R]], list[Unreadable]]:
        """Return the records of a kind that are no drafts, oldest first, and what is unreadable."""
        return self._gathered(model, self.folder / model.folder, "*.md")

    def drafts(self, model: type[R]) -> tuple[list[Kept[R]], list[Unreadable]]:
        """Return the drafts of a kind, oldest first, and what is unreadable among them.

        A draft whose finished record is there already was left by a program that was cut off
        between writing the one and removing the other; it is passed over.
        """
        found, unreadable = self._gathered(model, self.folder / DRAFTS, f"{model.kind}-*.md")
        return [each for each in found if not self._is_finished(each.record)], unreadable

    def _is_finished(self, draft: R) -> bool:
        for path in _paths(self.folder / draft.folder, "*.md"):
            with contextlib.suppress(PortfolioProblem):
                # Most files need not be taken apart to see that they are another record.
                named = draft.id in files.beginning(path, ENOUGH)[0]
                if named and _read(type(draft), path)[0].id == draft.id:
                    return True
        return False

    def save(self, kept: Kept[R], record: R) -> Kept[R]:
        """Write `record` into the file of `kept`; what isp did not change there stays as it is.

        If somebody else changed the file meanwhile, theirs is set aside beside it first.
        """
        set_aside = self._set_aside(kept)
        text = _updated(kept.text, record)
        files.write(kept.path, text)
        return Kept(record, kept.path, text, set_aside)

    def finish(self, kept: Kept[R], record: R) -> Kept[R]:
        """Move a draft to where finished records lie, over nothing that is there."""
        set_aside = self._set_aside(kept)
        text = _updated(kept.text, record)
        path = files.write_new(self._place(record), text)
        with contextlib.suppress(OSError):  # what stays is passed over: the record is finished
            kept.path.unlink()
        return Kept(record, path, text, set_aside)

    def add(self, record: R) -> Kept[R]:
        """Keep `record` in a new file, a draft among the drafts, and return it with its place."""
        if record.is_draft:
            path = self.folder / DRAFTS / f"{record.kind}-{record.started.date().isoformat()}.md"
        else:
            path = self._place(record)
        text = _updated("", record)
        return Kept(record, files.write_new(path, text), text)

    def _place(self, record: R) -> Path:
        return self.folder / record.folder / files.writable_name(f"{record.stem}.md")

    def _set_aside(self, kept: Kept[R]) -> Path | None:
        if not kept.path.exists():
            return None
        try:
            now = files.read(kept.path)
        except PortfolioProblem:
            now = None
        if now == kept.text:
            return None
        aside = kept.path.with_name(f"{kept.path.stem}{SET_ASIDE}.md")
        return files.move(kept.path, aside) if now is None else files.write_new(aside, now)

    def _gathered(
        self, model: type[R], folder: Path, pattern: str
    ) -> tuple[list[Kept[R]], list[Unreadable]]:
        found: list[Kept[R]] = []
        unreadable: list[Unreadable] = []
        for path in _paths(folder, pattern):
            try:
                record, text = _read(model, path)
                found.append(Kept(record, path, text))
            except PortfolioProblem as problem:
                unreadable.append(Unreadable.of(path, problem))
        return sorted(found, key=_place_in_time), unreadable


def _place_in_time(kept: Kept[R]) -> tuple[datetime, datetime, bool, int, str]:
    """Return what records are put in order by: when they ended, then when they began.

    Of two of the same second the later has the longer name, such as "a-2" beside "a"; what was
    set aside comes before what was written then.
    """
    record = kept.record
    ended = max(record.finished or record.started, record.started)
    name = kept.path.name
    return ended, record.started, SET_ASIDE not in name, len(name), name


def _paths(folder: Path, pattern: str) -> Iterator[Path]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise PortfolioProblem(
            f"This folder cannot be read ({error.strerror}).", where=str(folder)
        ) from None
    for name in names:
        if fnmatchcase(name, pattern) and not name.startswith("."):
            yield folder / name


def _updated(text: str, record: Record) -> str:
    # Taking a file apart needs YAML, which takes long to import: not before the first answer.
    from isp_cli.portfolio import reading

    return files.storable(reading.updated(text, record))


def _read(model: type[R], path: Path) -> tuple[R, str]:
    from isp_cli.portfolio import reading

    return reading.read(model, path)

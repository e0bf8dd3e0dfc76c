"""Writing a file so that it is there whole or not at all, and for nobody else to read."""

import codecs
import contextlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from isp_cli.errors import PortfolioProblem

LARGEST = 50_000_000
"""Bytes beyond which a file is not taken for a record."""


def write(path: Path, content: str | bytes) -> None:
    """Put `content` into the file at `path`, in place of what was there.

    Raises:
        PortfolioProblem: the file cannot be written; what was there is as it was.
    """
    path = path.resolve()  # what a link leads to is written, and the link stays
    with _written_beside(path, content) as beside:
        Path(beside).replace(path)
    _sync_folder(path.parent)


def write_over(path: Path, content: str | bytes, *, aside: Path) -> Path:
    """Put `content` into the file at `path`; what was there is kept in another.

    Returns:
        The path of the other file: `aside`, or that name with a number behind it.

    Raises:
        PortfolioProblem: the file cannot be written.
    """
    with _written_beside(path, content) as beside:
        with _problems(aside):
            kept = _placed(str(path), aside)
        try:
            Path(beside).replace(path)
        except OSError:
            if path.exists():
                kept.unlink()
            raise
    _sync_folder(path.parent)
    return kept


def write_new(path: Path, text: str) -> Path:
    """Put `text` into a file that was not there: `path`, or that name with a number behind it.

    Returns:
        The path of the new file.

    Raises:
        PortfolioProblem: the file cannot be written.
    """
    with _written_beside(path, text) as beside:
        target = _placed(beside, path)
    _sync_folder(path.parent)
    return target


def move(path: Path, to: Path) -> Path:
    """Move the file at `path` to `to`, or to that name with a number behind it.

    Returns:
        The new path of the file.

    Raises:
        PortfolioProblem: the file cannot be moved.
    """
    with _problems(to):
        target = _placed(str(path), to)
        path.unlink(missing_ok=True)
    return target


def writable_name(name: str) -> str:
    """Return `name` so that this system can write it; where it stores bytes, they are UTF-8."""
    encoding = sys.getfilesystemencoding()
    try:
        name.encode(encoding)
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace").decode(encoding, "surrogateescape")
    return name


def spoken_name(name: str) -> str:
    """Return a name that the system gave as text; its bytes are UTF-8, whatever the locale."""
    try:
        return os.fsencode(name).decode("utf-8")
    except UnicodeError:
        return storable(name)


def storable(text: str) -> str:
    """Return `text` as a file will hold it: what UTF-8 has no bytes for is spelt out."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def read(path: Path) -> str:
    """Return the text of the file at `path`, its line ends as they are.

    Raises:
        PortfolioProblem: it cannot be read, is too large, or is not UTF-8.
    """
    return beginning(path, LARGEST)[0]


def beginning(path: Path, most: int) -> tuple[str, bool]:
    """Return the first `most` bytes of the file at `path` as text, and whether that is all of it.

    Raises:
        PortfolioProblem: it cannot be read, is too large, or what was read is not UTF-8.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise PortfolioProblem("This file cannot be read (not a plain file).", where=str(path))
        if about.st_size > LARGEST:
            raise PortfolioProblem("This file is too large to be a record.", where=str(path))
        with path.open("rb") as stream:
            data = stream.read(most + 1)
        # Where it is cut off in the middle of a letter, the rest of that letter is not missed.
        text, _ = codecs.utf_8_decode(data[:most], "strict", len(data) <= most)
    except UnicodeDecodeError as error:
        raise PortfolioProblem(
            f"This is not UTF-8 text (byte {error.start + 1}).",
            where=str(path),
            mend="Open it in an editor and save it as UTF-8.",
        ) from None
    except OSError as error:
        raise PortfolioProblem(
            f"This file cannot be read ({error.strerror}).", where=str(path)
        ) from None
    return text, len(data) <= most


@contextlib.contextmanager
def _problems(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise PortfolioProblem(
            f"This cannot be written ({error.strerror}).",
            where=str(path),
            mend="Choose another folder with --portfolio, or make room.",
        ) from error


@contextlib.contextmanager
def _written_beside(path: Path, content: str | bytes) -> Iterator[str]:
    data = storable(content).encode() if isinstance(content, str) else content
    beside = ""
    try:
        with _problems(path):
            _make(path.parent)
            # mkstemp makes the file 0600, under a name that no listing of records takes up.
            handle, beside = tempfile.mkstemp(
                prefix=f".{path.stem[:40]}-", suffix=".tmp", dir=path.parent
            )
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            yield beside
    finally:
        if beside:
            with contextlib.suppress(OSError):
                Path(beside).unlink()


def _make(folder: Path) -> None:
    """Make `folder` and those above it that are missing, for nobody else to look into."""
    if not folder.is_dir():
        if folder != folder.parent:
            _make(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _placed(source: str, path: Path) -> Path:
    """Give the file `source` the name `path`, or the first free one with a number behind it."""
    target, number = path, 1
    while not _claimed(source, target):
        number += 1
        target = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return target


def _claimed(source: str, target: Path) -> bool:
    try:
        os.link(source, target)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links: claim the name, then fill it
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            return False
        try:
            Path(source).replace(target)
        except OSError:
            target.unlink()
            raise
    return True


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # Windows opens no folders; there the rename is enough
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

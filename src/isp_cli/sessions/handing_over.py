"""Giving a record out of isp: into a file that the person names, or to standard output."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from isp_cli import clock, printing
from isp_cli.errors import PortfolioProblem, UsageProblem
from isp_cli.portfolio import files
from isp_cli.sessions import formats
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.ledger import Ledger

STANDARD_OUTPUT = "-"

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def hand_over(
    desk: Desk,
    content: str | bytes,
    target: str,
    *,
    force: bool,
    form: str,
    ending: str,
    holds: str,
) -> None:
    """Write `content` to `target`, or print it where that is "-"; say where it went.

    A file that isp itself wrote and nobody changed since is written over. Any other that is there
    is refused; with `force` it is kept beside, under a name with the day in it.

    Args:
        desk: knows the portfolio, and says it.
        content: what is handed over. Where it is bytes, or text with CR and LF, the very bytes
            are printed.
        target: a path, or "-" for standard output.
        force: write over a file that is there.
        form: what it is, such as "Markdown".
        ending: the ending of file names that goes with the form, such as ".md".
        holds: what is in it that the person should know of, as a sentence without its stop.

    Raises:
        UsageProblem: the name promises something else, is no name of a file, or the file is
            there and not isp's own.
        PortfolioProblem: it cannot be written.
    """
    data = files.storable(content).encode() if isinstance(content, str) else content
    if target == STANDARD_OUTPUT:
        _print(content, data, form, ending)
        return
    path = check_target(desk, target, force=force, form=form, ending=ending)
    ledger = Ledger(desk.store.folder)
    with _named(path):
        kept = _written(path, data, ledger)
    ledger.add(path, data)
    if kept:
        desk.screen.tell(f"What was there before is kept in {kept}.")
    desk.screen.tell(f"Written to {path}. {holds}; read it before you share it.")


def check_target(desk: Desk, target: str, *, force: bool, form: str, ending: str) -> Path:
    """Return the path that `target` names, where it may be written to.

    Raises:
        UsageProblem: as `hand_over` does, before there is anything to hand over.
    """
    path = _path(target)
    _refuse_another_form(path, form, ending)
    with _named(path):
        _refuse_other_things(path, desk.store.folder)
        whose = Ledger(desk.store.folder).verdict(path) if path.exists() else "own"
    if whose != "own" and not force:
        what = "This file is there already."
        if whose == "changed":
            what = "This file was changed by hand since isp wrote it."
        mend = "Name another, or add --force: then what is there is kept beside it."
        raise UsageProblem(what, where=str(path), mend=mend)
    return path


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Name the path, as it was given, where it cannot be used."""
    try:
        yield
    except OSError as error:
        raise UsageProblem(
            f"This cannot be used ({error.strerror}).", where=str(path), mend="Name another place."
        ) from None
    except PortfolioProblem as problem:
        raise PortfolioProblem(
            problem.what, where=str(path), mend="Name another place, or make room."
        ) from None


def _print(content: str | bytes, data: bytes, form: str, ending: str) -> None:
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise UsageProblem(
            f"{form} cannot be read on the screen.", mend=f"Name a file that ends with {ending}."
        )
    # As text, a system that writes LF as CR and LF would write a second CR.
    as_bytes = isinstance(content, bytes) or "\r\n" in content
    printing.echo(data if as_bytes else content)


def _path(target: str) -> Path:
    """Return the path that `target` names; UsageProblem where it cannot be the name of a file."""
    if not target.strip():
        raise UsageProblem("The name of the file is empty.", mend="Name a file, or - to print it.")
    if _CONTROL.search(target):
        raise UsageProblem(
            "A name of a file cannot have control characters.",
            where=printing.literal(target.replace("\n", "\\n").replace("\t", "\\t")),
            mend="Name it with letters.",
        )
    return Path(target)


def _refuse_another_form(path: Path, form: str, ending: str) -> None:
    if formats.promised(path.name) not in ("", ending):
        raise UsageProblem(
            f"isp writes {form}, not {path.suffix}.",
            where=str(path),
            mend=f"End the name with {ending}; most programs open that or can be given it.",
        )


def _refuse_other_things(path: Path, portfolio: Path) -> None:
    """Raise UsageProblem where `path` is, or leads to, what is no file to hand over."""
    if path.is_symlink():
        what = "This is a link, not a plain file."
        raise UsageProblem(what, where=str(path), mend="Name the file itself, or another.")
    if path.is_dir():
        what = "This is a folder, not a plain file."
        raise UsageProblem(what, where=str(path), mend="Name a file in it.")
    if path.exists() and not path.is_file():
        raise UsageProblem("This is not a plain file.", where=str(path), mend="Name a file.")
    folder = path.absolute().parent
    if not folder.is_dir():
        what = "There is no such folder."
        raise UsageProblem(what, where=str(folder), mend="Make it first, or name another.")
    if folder.resolve().is_relative_to(portfolio.resolve()):
        what = "This is inside your portfolio, where your records are."
        raise UsageProblem(what, where=str(path), mend="Name a file somewhere else.")


def _written(path: Path, data: bytes, ledger: Ledger) -> Path | None:
    """Write `data` to `path`; return where that went which was there and is not isp's own."""
    if not path.exists() or ledger.verdict(path) == "own":
        files.write(path, data)
        return None
    before = f"{path.stem}-before-{clock.now().date().isoformat()}{path.suffix}"
    return files.write_over(path, data, aside=path.with_name(before))

"""Giving a record out of isp: into a file that the person names, or to standard output."""

import re
from pathlib import Path

from isp_cli import printing
from isp_cli.errors import PortfolioProblem, UsageProblem
from isp_cli.portfolio import files
from isp_cli.sessions.desk import Desk

STANDARD_OUTPUT = "-"

OTHER_FORMS = (".doc", ".docx", ".odt", ".ods", ".pdf", ".htm", ".html", ".rtf", ".xls", ".xlsx")
"""Endings of file names that promise what isp does not write."""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")


def hand_over(
    desk: Desk,
    text: str,
    target: str,
    *,
    force: bool,
    form: str,
    ending: str,
    holds: str,
) -> None:
    """Write `text` to `target`, or print it where that is "-"; say where it went.

    Args:
        desk: knows the portfolio, and says it.
        text: what is handed over. Where it has CR and LF, the very bytes are printed.
        target: a path, or "-" for standard output.
        force: write over a file that is there.
        form: what it is, such as "Markdown".
        ending: the ending of file names that goes with the form, such as ".md".
        holds: what is in it that the person should know of, as a sentence without its stop.

    Raises:
        UsageProblem: the name promises something else, or the file is there already.
        PortfolioProblem: it cannot be written.
    """
    if target == STANDARD_OUTPUT:
        # As text, a system that writes LF as CR and LF would write a second CR.
        printing.echo(files.storable(text).encode() if "\r\n" in text else text)
        return
    path = Path(target)
    if path.suffix.lower() in OTHER_FORMS:
        raise UsageProblem(
            f"isp writes {form}, not {path.suffix}.",
            where=str(path),
            mend=f"End the name with {ending}; most programs open that or can be given it.",
        )
    _refuse_other_things(path, target, desk.store.folder)
    if path.exists() and not force:
        raise UsageProblem(
            "This file is there already.",
            where=str(path),
            mend="Name another, or write over it with --force.",
        )
    try:
        files.write(path, text)
    except PortfolioProblem as problem:
        raise PortfolioProblem(
            problem.what, where=str(path), mend="Name another place, or make room."
        ) from None
    desk.screen.tell(f"Written to {path}. {holds}; read it before you share it.")


def _refuse_other_things(path: Path, target: str, portfolio: Path) -> None:
    """Raise UsageProblem where `path` is, or leads to, what is no file to hand over."""
    if not target.strip():
        raise UsageProblem("The name of the file is empty.", mend="Name a file, or - to print it.")
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise UsageProblem("This is not a plain file.", where=str(path), mend="Name a file.")
    folder = path.absolute().parent
    if not folder.is_dir():
        what = "There is no such folder."
        raise UsageProblem(what, where=str(folder), mend="Make it first, or name another.")
    if folder.resolve().is_relative_to(portfolio.resolve()):
        what = "This is inside your portfolio, where your records are."
        raise UsageProblem(what, where=str(path), mend="Name a file somewhere else.")


def escaped(name: str) -> str:
    """Return a name as it stands in Markdown, whatever signs it has."""
    return _SPECIAL.sub(r"\\\1", name)

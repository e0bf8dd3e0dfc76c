"""What the tests of filled forms have in common."""

from pathlib import Path

from typer.testing import Result


def refusal(result: Result, portfolio: Path, *, code: int = 5) -> str:
    """Return the one line with which answers were refused; nothing else was said or kept."""
    assert result.exit_code == code
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert not portfolio.exists()
    return line


def files_in(folder: Path) -> list[str]:
    """Return the files below `folder`, as paths from there."""
    return sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )

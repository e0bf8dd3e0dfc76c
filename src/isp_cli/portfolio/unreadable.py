"""A file of the portfolio that cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from isp_cli.errors import PortfolioProblem


@dataclass(frozen=True)
class Unreadable:
    """A file that could not be read as a record, and why."""

    path: Path
    why: str

    @classmethod
    def of(cls, path: Path, problem: PortfolioProblem) -> "Unreadable":
        """Return what `problem` says of the file at `path`."""
        return cls(path, " ".join(part for part in (problem.what, problem.mend) if part))

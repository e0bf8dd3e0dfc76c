"""One tree of exceptions, an exit code each.

An error says what is wrong, where, and what to do, on one line. Only `app.py` prints it.
"""


class IspError(Exception):
    """Report something the person can understand and mend.

    Attributes:
        what: what is wrong, as a sentence.
        where: the file (and line) or option it stands in; may be empty.
        mend: what to do about it, as a sentence; may be empty.
        exit_code: what the program ends with; 1 means a fault of isp itself.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        self.what = what
        self.where = where
        self.mend = mend
        super().__init__(what, where, mend)

    def __str__(self) -> str:
        line = " ".join(part for part in (self.what, self.mend) if part)
        return f"{self.where}: {line}" if self.where else line


class UsageProblem(IspError):
    """Report that a command was called in a way it does not take."""

    exit_code = 2


class GuideProblem(IspError):
    """Report that the guide file is missing or invalid."""

    exit_code = 3


class NotFound(IspError):
    """Report that a name fits nothing, or more than one thing."""

    exit_code = 4


class PortfolioProblem(IspError):
    """Report that the portfolio, a record or an answers file cannot be used."""

    exit_code = 5


class NeedsTerminal(IspError):
    """Report that a conversation was asked for where nobody can answer."""

    exit_code = 6


class Interrupted(IspError):
    """Report that the person left a session with Ctrl-C; what was answered is kept."""

    exit_code = 130

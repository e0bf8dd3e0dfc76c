"""Who asks: the line-by-line prompter, or the one that repaints."""

import os
import sys

from isp_cli.errors import NeedsTerminal
from isp_cli.terminal.prompter import Prompter


def can_converse() -> bool:
    """Return whether somebody is there to answer: a terminal to read from and one to ask on."""
    streams = (sys.stdin, sys.stderr)  # None where the caller has closed them
    return all(each is not None and each.isatty() for each in streams)


def prompter(*, plain: bool, instead: str = "") -> Prompter:
    """Return the prompter for this terminal.

    Args:
        plain: whether to ask line by line.
        instead: what to do where there is no terminal.

    Raises:
        NeedsTerminal: nobody is there to answer.
    """
    if not can_converse():
        raise NeedsTerminal("This is a conversation and needs a terminal.", mend=instead)
    if plain or os.environ.get("TERM") == "dumb":
        from isp_cli.terminal.lines import LinePrompter

        return LinePrompter()
    from isp_cli.terminal.questions import QuestionaryPrompter

    return QuestionaryPrompter()

"""The words behind `isp plan step`, read as a person means them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

HELP = ("-h", "--help")
MAY_BE_SILENT = ("--done", "--drop")
"""The options that say something without words too."""


def as_meant(line: Sequence[str], options: Iterable[str]) -> list[str]:
    """Return the words of the command line for a parser that would take an option for words.

    Who writes `--done` with nothing behind it, or with another option, means a step that is done
    and says no more. Who writes `--help` wants help, wherever it stands.

    Args:
        line: what stands behind the command.
        options: all that the command knows, such as "--note".
    """
    if any(word in HELP for word in takewhile(lambda word: word != "--", line)):
        return [HELP[-1]]
    return list(_with_silence(line, {*options, "--"}))


def _with_silence(line: Sequence[str], options: set[str]) -> Iterator[str]:
    words = [*line]
    for at, word in enumerate(words):
        if word == "--":
            yield from words[at:]
            return
        behind = words[at + 1] if at + 1 < len(words) else "--"
        silent = word in MAY_BE_SILENT and behind.partition("=")[0] in options
        yield f"{word}=" if silent else word

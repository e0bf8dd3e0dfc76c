"""What can be asked, and what can be answered; how it looks is for those who ask."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from isp_cli.terminal.screen import Line


class Move(Enum):
    """What a person can do with a question instead of answering it."""

    SKIP = "skip"
    BACK = "back"
    LATER = "later"


@dataclass(frozen=True)
class GoTo:
    """The move to another part of the conversation, by the number that it goes by."""

    number: str


@dataclass(frozen=True)
class Choice:
    """One of the answers to choose from.

    Attributes:
        value: what the answer is.
        label: the words for it.
        mark: what it goes by in a list without numbers, such as a level.
    """

    value: str
    label: str
    mark: str = ""

    def __str__(self) -> str:
        """Return the label behind its mark."""
        return f"{self.mark} {self.label}".strip()


@dataclass(frozen=True)
class Aside:
    """Something to read before answering, for who asks for it.

    Attributes:
        word: what is typed for it behind a slash, such as "last".
        label: what it is, such as "what you answered last time".
        lines: what there is to read.
    """

    word: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True)
class Ask:
    """One question.

    Attributes:
        key: what it is known by; tests and messages name it.
        text: the question itself.
        place: where one is, such as "Brokering, 2 of 15".
        context: lines to read before answering.
        optional: whether it may be skipped.
        first: whether there is nothing to go back to.
        leave: the words for leaving, where the question lists what else one can do.
        asides: what can be read on request.
        parts: the numbered parts of the conversation that one can go to.
    """

    key: str
    text: str
    place: str = ""
    context: tuple[Line, ...] = ()
    optional: bool = True
    first: bool = False
    leave: str = "Leave the rest for later"
    asides: tuple[Aside, ...] = ()
    parts: tuple[Choice, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Choose(Ask):
    """Ask for one of `choices`; `current` is the answer so far."""

    choices: tuple[Choice, ...]
    current: str | None = None


@dataclass(frozen=True, kw_only=True)
class ChooseSeveral(Ask):
    """Ask for at least `least` and at most `most` of `choices`; `current` are those so far."""

    choices: tuple[Choice, ...]
    current: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None


@dataclass(frozen=True, kw_only=True)
class Enter(Ask):
    """Ask for one line.

    Attributes:
        current: the answer so far.
        check: returns what is wrong with an answer, or None.
        open_ended: whether an empty answer means that there are no more.
    """

    current: str = ""
    check: Callable[[str], str | None] = lambda _: None
    open_ended: bool = False


@dataclass(frozen=True, kw_only=True)
class Write(Ask):
    """Ask for as many lines as the person likes; `current` is the answer so far."""

    current: str = ""


@dataclass(frozen=True)
class Parting:
    """What was written where the person left the question another way than by ending it.

    Attributes:
        text: what there was.
        by: the move, or None for Ctrl-C.
    """

    text: str
    by: Move | GoTo | None


Answer = str | tuple[str, ...]

Response = Answer | Move | GoTo | Parting
"""An answer, or what the person does instead of giving one, or on the way to it."""


class Prompter(Protocol):
    """One who puts a question to the person and waits."""

    def ask(self, question: Ask) -> Response:
        """Return the answer, or what the person does instead.

        The answer to `ChooseSeveral` is a tuple of values, to every other question a string.

        Raises:
            KeyboardInterrupt: the person pressed Ctrl-C.
            EOFError: the input has ended (Ctrl-D, or a closed window).
        """

    def tell(self, *texts: str) -> None:
        """Say something in between."""

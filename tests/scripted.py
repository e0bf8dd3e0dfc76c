"""One who answers from a script, in the place of a person at a terminal."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import TracebackType
from typing import Generic, Self, TypeVar

from isp_cli.terminal.prompter import (
    Answer,
    Ask,
    Choose,
    ChooseSeveral,
    Enter,
    GoTo,
    Move,
    Parting,
    Prompter,
    Response,
    Write,
)
from isp_cli.terminal.walk import Left

R = TypeVar("R")

Reply = Response | type[BaseException] | Callable[[], Answer | Move]
"""An answer, a move, or text half written on the way to one; what is raised in its place
(KeyboardInterrupt for Ctrl-C); or a function that does something while the question is open, and
returns the answer."""


class ScriptedPrompter:
    """Answer each question as the script says, and fail where the two part ways.

    Attributes:
        asked: the questions put so far.
        told: what was said in between.
    """

    def __init__(self, *script: tuple[str, Reply]) -> None:
        self._script = list(script)
        self.asked: list[Ask] = []
        self.told: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self.check_all_was_asked()

    def tell(self, *texts: str) -> None:
        """Take down what is said."""
        self.told += texts

    def ask(self, question: Ask) -> Response:
        """Return the next answer of the script, which must be one to this question."""
        self.asked.append(question)
        if not self._script:
            raise AssertionError(f"'{question.key}' is asked, but the script has come to its end")
        key, reply = self._script.pop(0)
        if key != question.key:
            raise AssertionError(f"'{question.key}' is asked, but the script answers '{key}' next")
        if isinstance(reply, type):
            raise reply
        if callable(reply):
            reply = reply()
        wrong = _wrong(question, reply)
        if wrong:
            raise AssertionError(f"'{question.key}' cannot be answered with {reply!r}: {wrong}")
        return reply

    def check_all_was_asked(self) -> None:
        """Fail if the script has answers that nobody asked for."""
        if self._script:
            keys = ", ".join(key for key, _ in self._script)
            raise AssertionError(f"the conversation is over, but the script still answers: {keys}")

    @property
    def keys(self) -> list[str]:
        """The keys of the questions put so far."""
        return [each.key for each in self.asked]


def _wrong(question: Ask, reply: Response) -> str | None:
    """Return why no person could have given this reply to this question, or None."""
    if isinstance(reply, Parting):
        if not isinstance(question, Write):
            return "only an answer of several lines can be half written"
        return _not_taken(question, reply.text) or (
            _wrong(question, reply.by) if reply.by else None
        )
    if isinstance(reply, Move):
        if reply is Move.SKIP and not question.optional:
            return "it cannot be skipped"
        return "there is nothing before it" if reply is Move.BACK and question.first else None
    if isinstance(reply, GoTo):
        known = [each.value for each in question.parts]
        return None if reply.number in known else f"the parts are {', '.join(known)}"
    several = isinstance(question, ChooseSeveral)
    if isinstance(reply, tuple) != several:
        return "it takes a tuple" if several else "it takes a string"
    return _not_taken(question, reply)


def _not_taken(question: Ask, reply: Answer) -> str | None:
    match question:
        case Choose() | ChooseSeveral():
            known = {each.value for each in question.choices}
            chosen = set(reply) if isinstance(reply, tuple) else {reply}
            if not chosen <= known:
                return f"the choices are {', '.join(sorted(known))}"
            least = question.least if isinstance(question, ChooseSeveral) else 1
            most = question.most if isinstance(question, ChooseSeveral) else 1
            if most is not None and len(chosen) > most:
                return f"it takes at most {most}"
            return f"it takes at least {least}" if len(chosen) < least else None
        case Enter():
            return question.check(str(reply))
        case Write():
            return None if str(reply).strip() else "it takes some text"
    return "nobody knows how to answer it"


@dataclass
class Played(Generic[R]):
    """What came of a conversation.

    Attributes:
        prompter: who answered.
        records: what was yielded, one after each answer.
        left: whether the rest was left for later.
        interrupted: whether Ctrl-C ended it.
    """

    prompter: ScriptedPrompter
    records: list[R] = field(default_factory=list)
    left: bool = False
    interrupted: bool = False

    @property
    def last(self) -> R:
        """The record as it is in the end."""
        return self.records[-1]

    def question(self, key: str) -> Ask:
        """Return the question `key` as it was put the last time."""
        return next(each for each in reversed(self.prompter.asked) if each.key == key)


def play(talk: Callable[[Prompter], Iterator[R]], *script: tuple[str, Reply]) -> Played[R]:
    """Return what comes of a conversation in which a person answers as the script says."""
    with ScriptedPrompter(*script) as prompter:
        played: Played[R] = Played(prompter)
        try:
            for record in talk(prompter):
                played.records.append(record)
        except Left:
            played.left = True
        except KeyboardInterrupt:
            played.interrupted = True
    return played

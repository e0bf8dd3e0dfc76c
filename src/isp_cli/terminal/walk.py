"""Going through the steps of a conversation, forward and back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from isp_cli.terminal.prompter import Ask, Move, Parting, Prompter

R = TypeVar("R")


class Left(Exception):
    """Say that the person leaves the rest for later."""


@dataclass(frozen=True)
class Step(Generic[R]):
    """One question of a conversation about a record.

    Attributes:
        ask: the question.
        put: takes the record and the answer, returns the record with the answer in it.
        answered: whether the record has an answer already.
    """

    ask: Ask
    put: Callable[[R, Any], R]
    answered: bool


def walk(record: R, steps_of: Callable[[R], Sequence[Step[R]]], prompter: Prompter) -> Iterator[R]:
    """Yield the record anew after every answer, until no question is ahead.

    It begins at the first question without an answer and goes on to the next such one; going
    back leads to whatever was before, answered or not. Which questions there are may depend on
    the answers given: `steps_of` is asked again after each.

    Raises:
        Left: the person leaves the rest for later.
        KeyboardInterrupt: the person pressed Ctrl-C; what was half written is in the record.
    """
    steps = steps_of(record)
    at = _next_open(steps, 0)
    while at < len(steps):
        step = steps[at]
        answer = prompter.ask(replace(step.ask, first=at == 0))
        written = answer.text if isinstance(answer, Parting) else answer
        if not isinstance(written, Move):
            passed = [each.ask.key for each in steps[: at + 1]]
            record = step.put(record, written)
            yield record
            steps = steps_of(record)
            at = _last_of(passed, steps)
        move = answer.by if isinstance(answer, Parting) else answer
        if move is None:
            raise KeyboardInterrupt
        if move is Move.LATER:
            raise Left
        at = max(at - 1, 0) if move is Move.BACK else _next_open(steps, at + 1)


def _last_of(passed: Sequence[str], steps: Sequence[Step[R]]) -> int:
    """Return where the last question passed stands that there still is; -1 where there is none."""
    places = {each.ask.key: place for place, each in enumerate(steps)}
    return next((places[key] for key in reversed(passed) if key in places), -1)


def _next_open(steps: Sequence[Step[R]], start: int) -> int:
    return next((n for n in range(start, len(steps)) if not steps[n].answered), len(steps))

"""Going through the steps of a conversation, forward, back, and from one part to another."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, Protocol, Self, TypeVar, runtime_checkable

from isp_cli.terminal.prompter import (
    Ask,
    Choice,
    Choose,
    ChooseSeveral,
    GoTo,
    Move,
    Parting,
    Prompter,
    Write,
)

R = TypeVar("R")

FINISH = "finish"


class Left(Exception):
    """Say that the person leaves the rest for later."""


@runtime_checkable
class Resumable(Protocol):
    """A record that remembers the key of the answer that was left half written, if one was."""

    @property
    def unfinished(self) -> str | None:
        """The key of that answer."""

    def with_unfinished(self, key: str | None) -> Self:
        """Return the record with the answer under `key` left half written; None for no answer."""


@dataclass(frozen=True)
class Step(Generic[R]):
    """One question of a conversation about a record.

    Attributes:
        ask: the question.
        put: takes the record and the answer, returns the record with the answer in it.
        answered: whether the record has an answer already.
        pass_over: takes the record, returns it with the question passed over on purpose, for a
            record that keeps that.
        part: where a numbered part of the conversation begins with it, that part: its number,
            and the words for it.
    """

    ask: Ask
    put: Callable[[R, Any], R]
    answered: bool
    pass_over: Callable[[R], R] | None = None
    part: Choice | None = None


def walk(record: R, steps_of: Callable[[R], Sequence[Step[R]]], prompter: Prompter) -> Iterator[R]:
    """Yield the record anew after every answer, until no question is ahead.

    It begins at the answer that was left half written; without one, at the first question without
    an answer, or, in numbered parts, behind the last answer, so that what was skipped is not asked
    again. It goes on to the next question that is neither answered nor skipped; behind a list that
    is the text that belongs to it, whatever stands in it. Going back leads to whatever was before.
    Parts that were never come to are named at the end, and can be gone to. What is taken up with
    an answer to everything is not over at once where the last is a text, which may be half written.
    Which questions there are may depend on the answers given: `steps_of` is asked again after each.

    Raises:
        Left: the person leaves the rest for later.
        KeyboardInterrupt: the person pressed Ctrl-C; what was half written is in the record.
    """
    steps = steps_of(record)
    passed: set[str] = set()
    at = _beginning(steps, _unfinished(record))
    taken_up_whole = bool(steps) and at == len(steps) and isinstance(steps[-1].ask, Write)
    while at < len(steps) or _never_come_to(steps, passed) or taken_up_whole:
        taken_up_whole = False
        if at == len(steps):
            answer = prompter.ask(_what_is_open(_never_come_to(steps, passed), steps))
            if answer == FINISH:
                break
            answer = GoTo(answer) if isinstance(answer, str) else answer
            key, before = "", [each.ask.key for each in steps]
        else:
            key, before = steps[at].ask.key, [each.ask.key for each in steps[: at + 1]]
            answer = prompter.ask(replace(steps[at].ask, first=at == 0, parts=_parts(steps)))
        written = answer.text if isinstance(answer, Parting) else answer
        if not isinstance(written, Move | GoTo):
            record = steps[at].put(record, written)
            record = _marked(record, key, unfinished=isinstance(answer, Parting))
            yield record
            steps = steps_of(record)
            at = _last_of(before, steps)
        move = answer.by if isinstance(answer, Parting) else answer
        match move:
            case None:
                raise KeyboardInterrupt
            case Move.LATER:
                raise Left
            case Move.BACK:
                at = max(at - 1, 0)
            case GoTo():
                at = _beginning_of(move.number, steps)
            case _:
                passed.add(key)
                after = _passed_over(record, steps[at]) if answer is Move.SKIP else record
                if after != record:
                    record = after
                    yield record
                    steps = steps_of(record)
                    at = _last_of(before, steps)
                at = _behind(key, steps, at, passed, _unfinished(record))
    yield from _ended(record)


def _ended(record: R) -> Iterator[R]:
    """Yield the record once more where an answer in it was left half written, and stays so."""
    if isinstance(record, Resumable) and record.unfinished:
        yield record.with_unfinished(None)


def _unfinished(record: object) -> str | None:
    return record.unfinished if isinstance(record, Resumable) else None


def _marked(record: R, key: str, *, unfinished: bool) -> R:
    """Return the record with the answer under `key` left half written, or not any more."""
    if not isinstance(record, Resumable) or not (unfinished or record.unfinished == key):
        return record
    return record.with_unfinished(key if unfinished else None)


def _passed_over(record: R, step: Step[R]) -> R:
    """Return the record with a question skipped; what was half written in it may stay as it is."""
    record = _marked(record, step.ask.key, unfinished=False)
    return step.pass_over(record) if step.pass_over else record


def _parts(steps: Sequence[Step[R]]) -> tuple[Choice, ...]:
    return tuple(each.part for each in steps if each.part)


def _beginning(steps: Sequence[Step[R]], unfinished: str | None) -> int:
    half_written = next((n for n, each in enumerate(steps) if each.ask.key == unfinished), None)
    if half_written is not None:
        return half_written
    answered = [n for n, each in enumerate(steps) if each.answered] if _parts(steps) else []
    return _next_open(steps, answered[-1] + 1 if answered else 0)


def _beginning_of(number: str, steps: Sequence[Step[R]]) -> int:
    """Return where the part with this number begins."""
    return next(n for n, each in enumerate(steps) if each.part and each.part.value == number)


def _never_come_to(steps: Sequence[Step[R]], passed: Collection[str]) -> list[Choice]:
    """Return the parts of which no question was answered at any time, or skipped just now."""
    come_to: dict[Choice, bool] = {}
    part: Choice | None = None
    for each in steps:
        part = each.part or part
        if part:
            here = each.answered or each.ask.key in passed
            come_to[part] = come_to.get(part, False) or here
    return [part for part, was in come_to.items() if not was]


def _what_is_open(parts: Sequence[Choice], steps: Sequence[Step[R]]) -> Choose:
    left_out = "These were left out, and that may be just right."
    return Choose(
        key="open",
        text=f"You have come to the end. {left_out if parts else ''}".strip(),
        choices=(
            Choice(FINISH, "Finish"),
            *(replace(each, label=f"Go to {each}", mark="") for each in parts),
        ),
        optional=False,
        parts=_parts(steps),
    )


def _last_of(before: Sequence[str], steps: Sequence[Step[R]]) -> int:
    """Return where the last question asked stands that there still is; -1 where there is none."""
    places = {each.ask.key: place for place, each in enumerate(steps)}
    return next((places[key] for key in reversed(before) if key in places), -1)


def _text_behind(steps: Sequence[Step[R]], at: int, passed: Collection[str]) -> bool:
    """Return whether a list stands here, and behind it a text of the same part to go on to."""
    if at + 1 == len(steps) or not isinstance(steps[at].ask, ChooseSeveral):
        return False
    text = steps[at + 1]
    is_skipped = not text.answered and text.ask.key in passed
    return isinstance(text.ask, Write) and not text.part and not is_skipped


def _behind(
    key: str, steps: Sequence[Step[R]], at: int, passed: Collection[str], unfinished: str | None
) -> int:
    """Return where it goes on behind the question `key`, which stood at `at` if it still is."""
    is_here = 0 <= at < len(steps) and steps[at].ask.key == key
    if is_here and _text_behind(steps, at, passed):
        return at + 1
    return _next_open(steps, at + 1, passed, unfinished)


def _next_open(
    steps: Sequence[Step[R]],
    start: int,
    passed: Collection[str] = (),
    unfinished: str | None = None,
) -> int:
    def is_open(step: Step[R]) -> bool:
        key = step.ask.key
        return key == unfinished or not (step.answered or key in passed)

    return next((n for n in range(start, len(steps)) if is_open(steps[n])), len(steps))

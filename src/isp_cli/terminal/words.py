"""The words with which a person moves about in a conversation, the same in every way of asking."""

import re

from isp_cli.terminal.prompter import Aside, Ask, ChooseSeveral, Enter, GoTo, Move, Write

EDIT = "/edit"
GO = "/go"
MOVES = {"/skip": Move.SKIP, "/back": Move.BACK, "/later": Move.LATER}
END_OF_TEXT = "."

AS_IT_WAS = "What you wrote is as it was."


_LIKE_A_WORD = re.compile(r"/[A-Za-z]+[ \t]*")
_HALVES = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""Halves of pairs that do not stand for a byte which could not be read."""


def mended(typed: str) -> str:
    """Return what was typed as text that can be kept, whatever the terminal is set to.

    Bytes that did not fit its encoding are read as UTF-8; what is no UTF-8 becomes U+FFFD.
    """
    typed = _HALVES.sub("\N{REPLACEMENT CHARACTER}", typed)
    return typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def last_end_off(text: str) -> str:
    """Return `text` without the end of its last line: programs put it there, not the person."""
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def is_command(line: str, question: Ask) -> bool:
    """Return whether a line says one of the words that the question takes, and nothing else."""
    return (
        line.strip().lower() in {*MOVES, EDIT}
        or aside_in(line, question) is not None
        or _goes_elsewhere(line, question)
    )


def _goes_elsewhere(line: str, question: Ask) -> bool:
    return bool(question.parts) and _number_to_go_to(line) is not None


def _number_to_go_to(line: str) -> str | None:
    """Return what stands behind /go, with or without a space between; None where it is not so."""
    found = re.fullmatch(r"/go\s*(\S*)", line.strip().lower())
    return found.group(1) if found else None


def aside_in(answer: str, question: Ask) -> Aside | None:
    """Return what `answer` asks to read, if the question has it."""
    said = answer.strip().lower()
    return next((each for each in question.asides if said == f"/{each.word}"), None)


def move_in(answer: str, question: Ask) -> Move | GoTo | None:
    """Return the move that `answer` asks for, if it is one that the question allows."""
    number = _number_to_go_to(answer)
    if any(number == each.value for each in question.parts):
        return GoTo(number or "")
    move = MOVES.get(answer.strip().lower())
    if move is Move.SKIP and not question.optional:
        return None
    return None if move is Move.BACK and question.first else move


def none_in(answer: str, question: Enter) -> Move | None:
    """Return the move to go on where an empty answer, or a full stop, says "no more".

    A full stop says so only where it could be an answer: in the place of a date it is a slip.
    """
    said = answer.strip()
    is_none = not said or (said == END_OF_TEXT and question.check(said) is None)
    return Move.SKIP if question.open_ended and is_none else None


def refusal(answer: str, question: Ask) -> str | None:
    """Return what to say where `answer` is a move that the question does not allow."""
    move = MOVES.get(answer.strip().lower())
    if move is Move.SKIP and not question.optional:
        return "This one cannot be skipped; /later leaves it for another time."
    if move is Move.BACK and question.first:
        return "This is the first question; there is nothing to go back to."
    if _goes_elsewhere(answer, question) and move_in(answer, question) is None:
        numbers = ", ".join(each.value for each in question.parts)
        return f"Type {GO} and one of these numbers: {numbers}."
    return None


def unknown_word(line: str, question: Ask) -> str | None:
    """Return what to say to a line that is only a word with a slash which is not known, or None."""
    if not _LIKE_A_WORD.fullmatch(line) or is_command(line, question):
        return None
    known = [each for each in MOVES if move_in(each, question)]
    if isinstance(question, Write):
        known.append(EDIT)
    known += [f"/{each.word}" for each in question.asides]
    if question.parts:
        known.append(f"{GO} and a number")
    return (
        f"There is no {line.strip()} here; there is {', '.join(known)}. "
        "A space before it makes it text."
    )


def too_few_or_many(count: int, question: ChooseSeveral) -> str | None:
    """Return what to say where so many are not what the question asks for, or None."""
    if count < question.least:
        return f"Please choose at least {question.least}."
    if question.most is not None and count > question.most:
        return f"Please choose at most {question.most}; that is {count}."
    return None


def wrong_with(answer: str, question: Ask) -> str | None:
    """Return what is wrong with an answer in words, or None."""
    if not answer.strip():
        return "There is nothing yet. Write something" + (
            ", or type /skip." if question.optional else "; /later leaves it for another time."
        )
    if isinstance(question, Enter):
        return unknown_word(answer, question) or question.check(answer)
    return None


def moves_for(question: Ask, *, edit: bool = False) -> str:
    """Return the moves that the question allows, as a line to read."""
    words = []
    if question.optional:
        words.append("/skip")
    if not question.first:
        words.append("/back")
    if edit:
        words.append("/edit (your editor)")
    if question.parts:
        words.append(f"{GO} {question.parts[-1].value} (or another number)")
    usual = question.leave == Ask.leave
    words.append(f"/later ({'all is kept' if usual else question.leave.lower()})")
    return "or type " + ", ".join(words)


def asides_for(question: Ask) -> str:
    """Return what can be read on request, as a line to read; empty where there is nothing."""
    words = [f"/{each.word} ({each.label})" for each in question.asides]
    return f"To read something first: {', '.join(words)}" if words else ""

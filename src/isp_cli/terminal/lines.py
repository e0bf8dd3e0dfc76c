"""Asking line by line: numbered answers, no repainting; what a screen reader needs."""

from collections.abc import Sequence

from isp_cli.terminal import words
from isp_cli.terminal.asking import Asking
from isp_cli.terminal.prompter import (
    Ask,
    Choice,
    Choose,
    ChooseSeveral,
    Enter,
    GoTo,
    Move,
    Parting,
    Write,
)
from isp_cli.terminal.screen import Line, Screen
from isp_cli.terminal.typed import Broken, typed


class LinePrompter(Asking):
    """Put questions on stderr and read the answers from standard input."""

    def __init__(self) -> None:
        super().__init__(Screen(plain=True))

    def _show(self, question: Ask) -> None:
        self._screen.talk([Line(), *([Line(question.place)] if question.place else [])])
        self._screen.talk([*question.context, *([Line()] if question.context else [])])
        self._screen.tell(question.text)
        if question.asides:
            self._screen.tell(f"{words.asides_for(question)}.")

    def _choose(self, question: Choose) -> str | Move | GoTo:
        self._number(question)
        self.tell(f"Type a number, {words.moves_for(question)}.")
        or_skip = ", or /skip" if question.optional else ""
        while True:
            answer = self._line(question, empty=True)
            if not isinstance(answer, str):
                return answer
            value = _numbered(answer, question.choices)
            if value is not None:
                return value
            self.tell(f"Please type a number from 1 to {len(question.choices)}{or_skip}.")

    def _choose_several(self, question: ChooseSeveral) -> tuple[str, ...] | Move | GoTo:
        self._number(question)
        self.tell(f"Type numbers with spaces between, {words.moves_for(question)}.")
        while True:
            answer = self._line(question, empty=True)
            if not isinstance(answer, str):
                return answer
            parts = answer.replace(",", " ").split()
            values = [_numbered(part, question.choices) for part in parts]
            chosen = tuple(dict.fromkeys(value for value in values if value is not None))
            if None in values or not values:
                self.tell(f"Please type numbers from 1 to {len(question.choices)}, such as: 2 5")
            elif said := words.too_few_or_many(len(chosen), question):
                self.tell(said)
            else:
                return chosen

    def _enter(self, question: Enter) -> str | Move | GoTo:
        if question.current:
            self.tell(f"So far: {question.current}")
        self.tell(f"Type your answer, {words.moves_for(question)}.")
        while True:
            answer = self._line(question, empty=True)
            if not isinstance(answer, str):
                return answer
            none = words.none_in(answer, question)
            if none is not None:
                return none
            wrong = words.wrong_with(answer, question)
            if wrong is None:
                return answer
            self.tell(wrong)

    def _write(self, question: Write) -> str | Move | GoTo | Parting:
        if question.current:
            self._screen.talk([Line("So far:"), Line(question.current, indent=2)])
            self.tell("What you write now takes its place; /skip keeps it.")
        self.tell(
            "Write as many lines as you like; a line with only a full stop ends it, "
            f"{words.moves_for(question, edit=True)}."
        )
        written: list[str] = []
        asked: set[str] = set()
        while True:
            try:
                line = self._line(question, empty=bool(written), asked=asked)
                asks_to_edit = isinstance(line, str) and line.strip().lower() == words.EDIT
                made = (
                    self._edited("\n".join(written) or question.current) if asks_to_edit else None
                )
            except (EOFError, KeyboardInterrupt) as end:
                written += _half_line(end, question)
                if not written:
                    raise
                text = "\n".join(written)
                return text if isinstance(end, EOFError) else Parting(text, None)
            if not isinstance(line, str):
                return Parting("\n".join(written), line) if written else line
            if made is not None:
                return self._ended(made)
            if asks_to_edit:
                continue
            if line.strip() == words.END_OF_TEXT:
                if written:
                    return "\n".join(written).rstrip("\n")
                self.tell(words.wrong_with("", question) or "")
            else:
                written.append(line)

    def _line(
        self, question: Ask, *, empty: bool = False, asked: set[str] | None = None
    ) -> str | Move | GoTo:
        """Return the next line; `asked` are the unknown words of a text that were asked about."""
        while True:
            line = words.mended(typed())
            move = words.move_in(line, question)
            if move is not None:
                return move
            refused = words.refusal(line, question)
            aside = words.aside_in(line, question)
            if asked is not None and line not in asked and not refused:
                refused = words.unknown_word(line, question)
                asked.add(line)
            if refused:
                self.tell(refused)
            elif aside:
                self._read(aside, question)
                self._number(question)
            elif line.strip() or empty:
                return line

    def _number(self, question: Ask) -> None:
        """Show the choices of a question that has some, each behind its number."""
        if not isinstance(question, Choose | ChooseSeveral):
            return
        current = question.current if isinstance(question.current, tuple) else (question.current,)
        self._screen.talk(
            Line(
                choice.label + (" (chosen so far)" if choice.value in current else ""),
                mark=f"{number}.",
                indent=2,
            )
            for number, choice in enumerate(question.choices, start=1)
        )


def _half_line(end: BaseException, question: Ask) -> list[str]:
    """Return the line that was half typed, if there is one that says something."""
    half = words.mended(end.typed) if isinstance(end, Broken) else ""
    is_asking = words.is_command(half, question) or half.strip() == words.END_OF_TEXT
    return [half] if half.strip() and not is_asking else []


def _numbered(answer: str, choices: Sequence[Choice]) -> str | None:
    answer = answer.strip().removesuffix(".")
    if answer.isascii() and answer.isdigit() and 1 <= int(answer[:6]) <= len(choices):
        return choices[int(answer) - 1].value
    return None

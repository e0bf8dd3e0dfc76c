"""Asking with questionary: arrow keys, type-to-filter, text edited in place."""

import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.output import create_output

from isp_cli.terminal import closing, keys, words
from isp_cli.terminal.asking import Asking
from isp_cli.terminal.prompter import (
    Aside,
    Ask,
    Choose,
    ChooseSeveral,
    Enter,
    GoTo,
    Move,
    Parting,
    Write,
)
from isp_cli.terminal.screen import Line, Screen, one_line

if TYPE_CHECKING:
    from prompt_toolkit.input import Input
    from prompt_toolkit.output import Output
    from questionary.question import Question as Shown

RULE = "-" * 12
"""What stands between the answers to a question and what else one can do with it."""

BEFORE = 5
"""Columns before a label in a list of boxes: what points at it, and its box."""


class QuestionaryPrompter(Asking):
    """Put questions on stderr, so that stdout stays for results."""

    def __init__(self, keyboard: "Input | None" = None, output: "Output | None" = None) -> None:
        self._streams: dict[str, Any] = {"output": output or create_output(stdout=sys.stderr)}
        if keyboard:
            self._streams["input"] = keyboard
        super().__init__(Screen())

    def _show(self, question: Ask) -> None:
        place = [Line(question.place, style="bold")] if question.place else []
        self._screen.talk([Line(), *place])
        if question.context:
            self._screen.talk([*question.context, Line()])
        self._show_what_is_cut_off(question)
        # questionary breaks a long question in the middle of a word, so it is shown before.
        self._screen.talk([Line(question.text, style="bold")])
        if question.asides and not isinstance(question, Choose):
            self._hint(f"{words.asides_for(question)}; Ctrl-O for /{question.asides[0].word}")

    def _choose(self, question: Choose) -> str | Move | GoTo:
        while True:
            answer: str | Move | GoTo | Aside = self._chosen(question)
            if isinstance(answer, Aside):
                self._read(answer, question)
            elif answer == words.GO:
                where = _part_of(question)
                self._show_what_is_cut_off(where)
                self._screen.talk([Line(where.text, style="bold")])
                part = self._chosen(where)
                if isinstance(part, str):
                    return GoTo(part)
            else:
                return answer

    def _chosen(self, question: Choose) -> Any:  # noqa: ANN401 - a value of any kind of choice
        """Return the value chosen, a move, what is to be read, or the word for going elsewhere."""
        moves: dict[Any, str] = {
            Move.SKIP: "Skip this question",
            **{
                each: f"Read {each.label}" + ("" if number else " (Ctrl-O)")
                for number, each in enumerate(question.asides)
            },
            Move.BACK: "Go back",
            **({words.GO: "Go to another question"} if question.parts else {}),
            Move.LATER: question.leave,
        }
        for each in question.choices:
            if each.value == question.current:
                moves[Move.SKIP] = f"Keep: {each}"
        if not question.optional:
            del moves[Move.SKIP]
        if question.first:
            del moves[Move.BACK]
        choices: list[Any] = [
            questionary.Choice(_fitting(str(each)), value=each.value) for each in question.choices
        ]
        choices.append(questionary.Separator(RULE))
        choices += [questionary.Choice(_fitting(said), value=move) for move, said in moves.items()]
        self._hint("arrow keys, or type to filter; Enter")
        shown = questionary.select(
            "",
            qmark=">",
            choices=choices,
            default=question.current,
            use_search_filter=True,
            use_jk_keys=False,
            instruction=" ",
            **self._streams,
        )
        keys.add_leaving(shown, question)
        keys.add_reading(shown, question)
        keys.add_care(shown, question)
        keys.add_filter(shown)
        return _answered(shown)

    def _choose_several(self, question: ChooseSeveral) -> tuple[str, ...] | Move | GoTo:
        def enough(chosen: list[str]) -> bool | str:
            if question.optional and not chosen:
                return True
            return words.too_few_or_many(len(chosen), question) or True

        self._hint(
            "space chooses, Enter goes on, typing filters"
            + ("" if question.first else ", Ctrl-B goes back")
            + (f", {words.GO} and a number leads elsewhere" if question.parts else "")
            + f", Ctrl-D: {question.leave.lower()}"
        )
        current: Sequence[str] = question.current
        while True:
            shown = questionary.checkbox(
                "",
                qmark=">",
                choices=[
                    questionary.Choice(
                        _fitting(str(each)), value=each.value, checked=each.value in current
                    )
                    for each in question.choices
                ],
                validate=enough,
                use_search_filter=True,
                use_jk_keys=False,
                instruction=" ",
                **self._streams,
            )
            keys.add_leaving(shown, question)
            keys.add_reading(shown, question)
            keys.add_care(shown, question)
            keys.add_filter(shown)
            answer: list[str] | Move | GoTo | Aside = _answered(shown)
            if not isinstance(answer, Aside):
                break
            current = tuple(keys.list_in(shown).selected_options)
            self._read(answer, question)
        if not isinstance(answer, list):
            return answer
        if len(answer) > 1:  # questionary names one, and counts several
            names = [each.label for each in question.choices if each.value in answer]
            on_one_line = ", ".join(names)
            if _fitting(on_one_line) == on_one_line:
                self._screen.talk([Line(on_one_line, indent=3)])
            else:
                self._screen.talk(Line(each, mark="-", indent=3) for each in names)
        # Who takes away all that was chosen before chooses nothing; who chose nothing skips.
        return tuple(answer) if answer or question.current else Move.SKIP

    def _show_what_is_cut_off(self, question: Ask) -> None:
        """Show those choices in full for which the list below has no room."""
        choices = question.choices if isinstance(question, Choose | ChooseSeveral) else ()
        cut_off = [each for each in choices if _fitting(str(each)) != str(each)]
        if cut_off:
            lines = (Line(each.label, mark=each.mark or "-", indent=2) for each in cut_off)
            self._screen.talk([Line("In full:"), *lines, Line()])

    def _enter(self, question: Enter) -> str | Move | GoTo:
        self._hint("Enter, " + words.moves_for(question))
        while True:
            shown = questionary.text("", qmark=">", default=question.current, **self._streams)
            keys.add_leaving(shown, question)
            keys.add_reading(shown, question)
            given = _answered(shown)
            if isinstance(given, Move):
                return given
            answer = words.mended(str(given))
            typed = keys.typed_behind(answer, question.current)
            aside = given if isinstance(given, Aside) else words.aside_in(typed, question)
            if aside:
                self._read(aside, question)
                continue
            move = words.move_in(typed, question) or words.none_in(answer, question)
            if move is not None:
                return move
            wrong = words.refusal(typed, question) or words.wrong_with(answer, question)
            if wrong is None:
                return answer
            self.tell(wrong)

    def _write(self, question: Write) -> str | Move | GoTo | Parting:
        self._hint(
            "a line with only a full stop ends the answer, " + words.moves_for(question, edit=True)
        )
        current = question.current
        while True:
            shown = questionary.text(
                "",
                qmark=">",
                default=current,
                multiline=True,
                instruction="",
                key_bindings=keys.text_keys(current, question),
                **self._streams,
            )
            keys.add_leaving(shown, question)
            answer = _written(shown, question)
            if isinstance(answer, Parting):
                return Parting(words.mended(answer.text), answer.by)
            if isinstance(answer, Move):
                return answer
            if isinstance(answer, keys.Unknown):
                current = words.mended(answer.text)
                self.tell(words.unknown_word(current.rpartition("\n")[2], question) or "")
                continue
            answer = words.mended(str(answer))
            above, asked = _split(answer, current, question)
            move = words.move_in(asked, question)
            if move is not None:
                return Parting(above, move) if above.strip() and above != question.current else move
            aside = words.aside_in(asked, question)
            if aside:
                self._read(aside, question)
                current = above
                continue
            if asked.lower() == words.EDIT:
                made = self._edited(above)
                if made is not None and made != above:
                    return self._ended(made)
                current = above
                continue
            wrong = words.refusal(asked, question) or words.wrong_with(answer, question)
            if wrong is None:
                return answer
            self.tell(wrong)
            current = above

    def _hint(self, text: str) -> None:
        self._screen.talk([Line(f"({text})", style="dim")])


def _answered(shown: "Shown") -> Any:  # noqa: ANN401 - what its keys make of it
    """Return what the person answers.

    Raises:
        KeyboardInterrupt: the person pressed Ctrl-C.
        EOFError, OSError: the person leaves, or the window is closed.
    """
    with closing.waiting(lambda: keys.end(shown)):
        return shown.unsafe_ask()


def _written(shown: "Shown", question: Write) -> Any:  # noqa: ANN401 - what its keys make of it
    """Return what the person writes; a Parting where it is broken off."""
    try:
        return _answered(shown)
    except (EOFError, KeyboardInterrupt, OSError) as end:
        return keys.half_written(shown, question, end)


def _part_of(question: Choose) -> Choose:
    """Return the question to which part of the conversation one wants to go."""
    return Choose(
        key="part",
        text="Where to?",
        choices=question.parts,
        optional=False,
        first=True,
        leave="Stay here",
    )


def _split(answer: str, current: str, question: Ask) -> tuple[str, str]:
    """Return an answer without its last line where that is a command such as /back, and that."""
    typed = keys.typed_behind(answer, current)
    if words.is_command(typed, question):
        return current, typed
    above, _, last = answer.rpartition("\n")
    return (above, last.strip()) if words.is_command(last, question) else (answer, "")


def _fitting(label: str) -> str:
    """Return `label` on one line of this window; questionary cuts off what is longer."""
    return one_line(label, max(shutil.get_terminal_size().columns - BEFORE, 20))

"""What every way of asking does alike."""

from abc import ABC, abstractmethod
from contextlib import suppress

from isp_cli.terminal import closing, words
from isp_cli.terminal.editor import EditorProblem, edited, how_to_leave
from isp_cli.terminal.prompter import (
    Aside,
    Ask,
    Choose,
    ChooseSeveral,
    Enter,
    GoTo,
    Move,
    Parting,
    Response,
    Write,
)
from isp_cli.terminal.screen import Line, Screen


class Asking(ABC):
    """Tell a question of one kind from another; show and edit what goes with any of them."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def tell(self, *texts: str) -> None:
        """Say something in between; nothing where the window is closed."""
        with suppress(OSError):
            self._screen.tell(*texts)

    def ask(self, question: Ask) -> Response:
        """Return the answer, or what the person does instead; see `Prompter`."""
        try:
            self._show(question)
            return self._answer(question)
        except OSError:  # nothing can be written to a window that is closed
            raise EOFError from None

    def _answer(self, question: Ask) -> Response:
        """Return the answer to a question whose text is on the screen."""
        match question:
            case Choose():
                return self._choose(question)
            case ChooseSeveral():
                return self._choose_several(question)
            case Enter():
                return self._enter(question)
            case Write():
                return self._write(question)
        raise TypeError(type(question).__name__)

    @abstractmethod
    def _show(self, question: Ask) -> None: ...

    @abstractmethod
    def _choose(self, question: Choose) -> str | Move | GoTo: ...

    @abstractmethod
    def _choose_several(self, question: ChooseSeveral) -> tuple[str, ...] | Move | GoTo: ...

    @abstractmethod
    def _enter(self, question: Enter) -> str | Move | GoTo: ...

    @abstractmethod
    def _write(self, question: Write) -> str | Move | GoTo | Parting: ...

    def _read(self, aside: Aside, question: Ask) -> None:
        """Show what the person asks to read, and the question once more."""
        self._screen.talk([Line(), *aside.lines, Line(), Line(question.text, style="bold")])

    def _edited(self, text: str) -> str | None:
        """Return what the person's editor made of `text`, or None where it made nothing of it."""
        self.tell(how_to_leave())
        try:
            written = edited(text)
        except EditorProblem as problem:
            self.tell(str(problem), words.AS_IT_WAS)
            return None
        if not written.strip():
            self.tell(f"The editor left nothing. {words.AS_IT_WAS}")
            return None
        return written

    @staticmethod
    def _ended(made: str) -> str | Parting:
        """Return what came of the editor; half written where the window was closed over it."""
        return Parting(made, None) if closing.is_closed() else made

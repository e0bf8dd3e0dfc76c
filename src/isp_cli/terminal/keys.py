"""What the keys do where questionary asks, beyond what it gives them."""

from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from questionary.prompts.common import InquirerControl

from isp_cli.terminal import words
from isp_cli.terminal.prompter import Ask, ChooseSeveral, Move, Parting, Write

if TYPE_CHECKING:
    from questionary.question import Question as Shown


@Condition
def _nothing_written() -> bool:
    return not get_app().current_buffer.text


def add_leaving(shown: "Shown", question: Ask) -> None:
    """Make Ctrl-D leave where nothing is written, and Ctrl-B go back from a list of boxes."""
    keys = KeyBindings()

    @keys.add("c-d", eager=True, filter=_nothing_written)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    if isinstance(question, ChooseSeveral) and not question.first:

        @keys.add("c-b", eager=True)
        def _back(event: KeyPressEvent) -> None:
            event.app.exit(result=Move.BACK)

    _merge(shown, keys)


def add_reading(shown: "Shown", question: Ask) -> None:
    """Make Ctrl-O ask for the first of what there is to read; see `text_keys` for long texts."""
    if question.asides:
        keys = KeyBindings()

        @keys.add("c-o", eager=True)
        def _read(event: KeyPressEvent) -> None:
            event.app.exit(result=question.asides[0])

        _merge(shown, keys)


def add_care(shown: "Shown", question: Ask) -> None:
    """Make Enter choose nothing where the letters typed to filter a list match nothing in it.

    questionary shows the whole list again there, and Enter would take its first entry.
    """
    control = list_in(shown)
    keys = KeyBindings()

    @Condition
    def _unclear() -> bool:
        return _objection(control, question) is not None

    @keys.add("enter", eager=True, filter=_unclear)
    def _object(event: KeyPressEvent) -> None:
        typed = control.search_filter or ""
        instead = words.move_in(typed, question) or words.aside_in(typed, question)
        if instead is not None:
            event.app.exit(result=instead)
        else:
            said = words.refusal(typed, question) or _objection(control, question) or ""
            shown_below = FormattedText([("class:validation-toolbar", said)])
            control.error_message = shown_below  # type: ignore[assignment]

    @Condition
    def _is_a_command() -> bool:
        return (control.search_filter or "").startswith("/")

    if isinstance(question, ChooseSeveral):

        @keys.add(" ", eager=True, filter=_is_a_command)
        def _choose_nothing(event: KeyPressEvent) -> None:
            """Leave the boxes alone where somebody types a command such as /go 7."""

    _merge(shown, keys)


def list_in(shown: "Shown") -> InquirerControl:
    """Return the list that a question shows: what is typed to filter it, and what is chosen."""
    return next(
        each
        for each in shown.application.layout.find_all_controls()
        if isinstance(each, InquirerControl)
    )


def _objection(control: InquirerControl, question: Ask) -> str | None:
    typed = control.search_filter
    if not typed:
        return None
    titles = [str(each.title).lower() for each in control.choices if not each.disabled]
    if not any(typed.lower() in title for title in titles):
        return f"Nothing here matches '{typed}'. Backspace takes letters away."
    if isinstance(question, ChooseSeveral) and not control.selected_options:
        return "Press the space bar to choose, then Enter."
    return None


def text_keys(current: str, question: Write) -> KeyBindings:
    """Return what the keys do in an answer of several lines that begins as `current`.

    Enter ends it on a line with only a full stop, and takes a line such as /back for what it
    says. Ctrl-D ends it where something is written, Ctrl-C hands over what there is. Ctrl-O is
    the same as writing the word for the first of what there is to read.
    """
    keys = KeyBindings()

    if question.asides:

        @keys.add("c-o", eager=True)
        def _read(event: KeyPressEvent) -> None:
            buffer = event.current_buffer
            buffer.text += f"\n/{question.asides[0].word}"
            buffer.validate_and_handle()

    @keys.add("enter", eager=True)
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        before = buffer.document.text_before_cursor
        last = before.rpartition("\n")[2].strip().lower()
        if buffer.document.is_cursor_at_the_end and last == words.END_OF_TEXT:
            buffer.text = before[: before.rindex(words.END_OF_TEXT)].rstrip("\n")
            buffer.validate_and_handle()
        elif any(
            words.is_command(each, question) for each in (last, typed_behind(before, current))
        ):
            buffer.validate_and_handle()
        else:
            buffer.newline(copy_margin=False)

    @keys.add("c-d", eager=True, filter=~_nothing_written)
    def _end(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    @keys.add("c-c", eager=True)
    def _break(event: KeyPressEvent) -> None:
        text = event.current_buffer.text
        if text.strip() and text != question.current:
            event.app.exit(result=Parting(text, None))
        else:
            event.app.exit(exception=KeyboardInterrupt)

    return keys


def typed_behind(answer: str, current: str) -> str:
    """Return what the person typed behind the answer so far, which stands there from the start."""
    return answer.removeprefix(current).strip()


def _merge(shown: "Shown", keys: KeyBindings) -> None:
    known = shown.application.key_bindings
    shown.application.key_bindings = merge_key_bindings([known, keys] if known else [keys])

"""What the keys do where questionary asks, beyond what it gives them."""

from typing import TYPE_CHECKING, Any, NamedTuple

from prompt_toolkit.application import get_app
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout.controls import FormattedTextControl
from questionary.prompts.common import InquirerControl

from isp_cli.terminal import words
from isp_cli.terminal.prompter import Ask, ChooseSeveral, Enter, Move, Parting, Write
from isp_cli.terminal.screen import one_line

if TYPE_CHECKING:
    from questionary.question import Question as Shown


LETTERS = 20
"""Letters that are shown of what matches nothing, so that the message fits beside them."""


class Unknown(NamedTuple):
    """An answer whose last line is a word with a slash that is not known."""

    text: str


@Condition
def _nothing_written() -> bool:
    return not get_app().current_buffer.text


def add_leaving(shown: "Shown", question: Ask) -> None:
    """Make Ctrl-D leave where nothing is written, and Ctrl-B go back where nothing is new.

    See `text_keys` for long texts, where Ctrl-B hands over what is written.
    """
    keys = KeyBindings()

    @keys.add("c-d", eager=True, filter=_nothing_written)
    def _leave(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @Condition
    def _nothing_new() -> bool:
        so_far = question.current if isinstance(question, Enter) else ""
        return get_app().current_buffer.text in ("", so_far)

    if not isinstance(question, Write) and not question.first:

        @keys.add("c-b", eager=True, filter=_nothing_new)
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
    """Make Enter and space choose nothing where the letters typed match nothing in the list.

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
    def _matches_nothing() -> bool:
        return _unmatched(control) is not None

    if isinstance(question, ChooseSeveral):

        @keys.add(" ", eager=True, filter=_matches_nothing)
        def _choose_nothing(event: KeyPressEvent) -> None:
            """Leave the boxes alone: what is pointed at is not what was typed."""

    _merge(shown, keys)


def add_filter(shown: "Shown") -> None:
    """Say beside the letters typed that they match nothing; Escape and Ctrl-U take them away."""
    control = list_in(shown)
    keys = KeyBindings()

    @Condition
    def _is_filtered() -> bool:
        return bool(control.search_filter)

    @keys.add("escape", eager=True, filter=_is_filtered)
    @keys.add("c-u", eager=True, filter=_is_filtered)
    def _clear(_: KeyPressEvent) -> None:
        control.search_filter = None
        control.pointed_at = 0

    _merge(shown, keys)
    typed_before = control.search_filter

    def _forget(_: object) -> None:
        nonlocal typed_before
        if control.search_filter != typed_before:
            typed_before = control.search_filter
            control.error_message = None

    shown.application.key_processor.after_key_press += _forget

    # The line below the list, where a message is not shown in terminals that do not say how high
    # they are, as one of questionary's own is.
    as_it_is = control.get_search_string_tokens

    def _letters() -> Any:  # noqa: ANN401 - as prompt_toolkit takes it
        said = None if _is_command(control) else _unmatched(control)
        if said is None:
            return as_it_is()  # type: ignore[no-untyped-call]
        typed = one_line(control.search_filter or "", LETTERS)
        return [("", "\n"), ("class:question-mark", "/ "), ("", f"{typed}  {said}")]

    for each in shown.application.layout.find_all_controls():
        if isinstance(each, FormattedTextControl) and each.text == as_it_is:
            each.text = _letters


def _is_command(control: InquirerControl) -> bool:
    return (control.search_filter or "").startswith("/")


def end(shown: "Shown") -> None:
    """End a question that is being answered, from the handler of a signal."""
    application = shown.application
    loop = application.loop

    def leave() -> None:
        if application.future and not application.future.done():
            application.exit(exception=EOFError)

    if application.is_running and loop:
        loop.call_soon_threadsafe(leave)


def half_written(shown: "Shown", question: Write, end: BaseException) -> Parting:
    """Return what stands in a text whose question ended like this; raise `end` if nothing new."""
    text = shown.application.current_buffer.text
    if not text.strip() or text == question.current:
        raise end
    return Parting(text, None)


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
    unmatched = _unmatched(control)
    if unmatched is None and isinstance(question, ChooseSeveral) and not control.selected_options:
        return "Press the space bar to choose, then Enter."
    return unmatched


def _unmatched(control: InquirerControl) -> str | None:
    """Return what to say where the letters typed match nothing, or None."""
    typed = control.search_filter
    titles = [str(each.title).lower() for each in control.choices if not each.disabled]
    if not typed or any(typed.lower() in title for title in titles):
        return None
    return "Nothing matches; Escape clears it."


def text_keys(current: str, question: Write) -> KeyBindings:
    """Return what the keys do in an answer of several lines that begins as `current`.

    Enter ends it on a line with only a full stop, and takes a line such as /back for what it
    says; a word that is not known is asked about. Ctrl-D ends it where something is written,
    Ctrl-B and Ctrl-C hand over what there is. Ctrl-O is the same as writing the word for the
    first of what there is to read.
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
        written = before.rpartition("\n")[2]
        last = written.strip().lower()
        if buffer.document.is_cursor_at_the_end and last == words.END_OF_TEXT:
            buffer.text = before[: before.rindex(words.END_OF_TEXT)].rstrip("\n")
            buffer.validate_and_handle()
        elif any(
            words.is_command(each, question) for each in (last, typed_behind(before, current))
        ):
            buffer.validate_and_handle()
        elif (
            buffer.document.is_cursor_at_the_end
            and before != current
            and words.unknown_word(written, question)
        ):
            event.app.exit(result=Unknown(buffer.text))
        else:
            buffer.newline(copy_margin=False)

    @keys.add("c-d", eager=True, filter=~_nothing_written)
    def _end(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    _add_parting(keys, question)
    return keys


def _add_parting(keys: KeyBindings, question: Write) -> None:
    """Make Ctrl-B and Ctrl-C hand over what is written."""

    def _is_new(text: str) -> bool:
        return bool(text.strip()) and text != question.current

    if not question.first:

        @keys.add("c-b", eager=True)
        def _back(event: KeyPressEvent) -> None:
            text = event.current_buffer.text
            event.app.exit(result=Parting(text, Move.BACK) if _is_new(text) else Move.BACK)

    @keys.add("c-c", eager=True)
    def _break(event: KeyPressEvent) -> None:
        text = event.current_buffer.text
        if _is_new(text):
            event.app.exit(result=Parting(text, None))
        else:
            event.app.exit(exception=KeyboardInterrupt)


def typed_behind(answer: str, current: str) -> str:
    """Return what the person typed behind the answer so far, which stands there from the start."""
    return answer.removeprefix(current).strip()


def _merge(shown: "Shown", keys: KeyBindings) -> None:
    known = shown.application.key_bindings
    shown.application.key_bindings = merge_key_bindings([known, keys] if known else [keys])

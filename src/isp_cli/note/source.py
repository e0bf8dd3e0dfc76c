"""Where the text of a note comes from when no conversation is held."""

import sys
from collections.abc import Sequence

from isp_cli.errors import UsageProblem
from isp_cli.terminal.screen import Screen
from isp_cli.terminal.words import last_end_off, mended

STANDARD_INPUT = "-"


def text(words: Sequence[str] | None, *, edit: bool, structured: bool) -> str | None:
    """Return the text that was typed behind `isp note`, piped in, or written in the editor.

    Args:
        words: what was typed; "-" alone means standard input.
        edit: whether to open the editor, on what was typed.
        structured: whether the note answers questions, and so has no text of its own.

    Returns:
        The text as it was written, or None where a conversation is to be held.

    Raises:
        UsageProblem: there is nothing in it, it goes with no questions, or the editor failed.
    """
    if structured:
        if words or edit:
            raise UsageProblem(
                "Questions are answered one at a time, not with a text.",
                mend="Leave out the text and --edit; /edit opens your editor at any question.",
            )
        return None
    given = _typed(words)
    if edit:
        given = _edited(given or "")
    if given is not None and not given.strip():
        raise UsageProblem(
            "There is nothing in this note, so none was kept.",
            mend='Write it behind the verb, such as: isp note "called the county lead"',
        )
    return given


def _typed(words: Sequence[str] | None) -> str | None:
    if words and list(words) != [STANDARD_INPUT]:
        return mended(" ".join(words))
    if words or _is_piped():
        if not _is_piped():
            Screen().tell("Write your note; Ctrl-D on a line of its own ends it.")
        from isp_cli.sessions.answers import STANDARD_INPUT as PATH
        from isp_cli.sessions.answers import text_of

        piped = last_end_off(text_of(PATH, "standard input"))
        return piped if piped or words else None
    return None


def _is_piped() -> bool:
    return sys.stdin is not None and not sys.stdin.isatty()


def _edited(before: str) -> str:
    from isp_cli.terminal.editor import EditorProblem, edited, how_to_leave

    Screen().tell(how_to_leave())
    try:
        return edited(before)
    except EditorProblem as problem:
        raise UsageProblem(problem.what, mend=f"{problem.mend} No note was kept.".strip()) from None

"""A conversation whose every answer is on disk before the next question is asked."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import TypeVar

from isp_cli import clock
from isp_cli.errors import Interrupted, PortfolioProblem
from isp_cli.guide.model import Guide
from isp_cli.portfolio import files
from isp_cli.portfolio.claim import alone_with
from isp_cli.portfolio.record import Record
from isp_cli.portfolio.store import Kept, Store
from isp_cli.sessions.desk import Desk, guide_version
from isp_cli.terminal.closing import noticed
from isp_cli.terminal.prompter import Choice, Choose, Prompter
from isp_cli.terminal.walk import Left

R = TypeVar("R", bound=Record)

Dialogue = Callable[[Guide, Prompter, R], Iterator[R]]
"""Takes the guide, who asks, and the record so far; yields it anew after every answer."""


@noticed()
def hold(
    desk: Desk,
    model: type[R],
    dialogue: Dialogue[R],
    *,
    new: bool,
    about: Callable[[R], str] | None = None,
    fits: Callable[[R], bool] = lambda _: True,
    done: str = "finished",
) -> R | None:
    """Hold a conversation, from the draft there is or from the start.

    Args:
        desk: the guide, the portfolio and the screen.
        model: the kind of record.
        dialogue: asks the questions.
        new: begin a new one even if there is a draft.
        about: says in a few words what a draft is about, where there is more than one.
        fits: returns whether a draft is one that may be taken up.
        done: the status of the record when the conversation has come to its end.

    Returns:
        The finished record, or None where the person left the rest for later.

    Raises:
        Interrupted: the person pressed Ctrl-C; what was answered is kept.
        NeedsTerminal: nobody is there to answer.
    """
    prompter = desk.prompter(model.verb)
    with ExitStack() as until_the_end:
        return _held(
            *(desk, model, dialogue, prompter, until_the_end),
            new=new,
            about=about,
            fits=fits,
            done=done,
        )


def _held(
    desk: Desk,
    model: type[R],
    dialogue: Dialogue[R],
    prompter: Prompter,
    until_the_end: ExitStack,
    *,
    new: bool,
    about: Callable[[R], str] | None,
    fits: Callable[[R], bool],
    done: str,
) -> R | None:
    kept: Kept[R] | None = None
    instead = f"Go on there, or begin another: isp {model.verb} --new"
    try:
        kept = None if new else _draft(desk, model, prompter, about, fits)
        if kept:
            until_the_end.enter_context(alone_with(kept.path, instead=instead))
            _refuse_changed(kept)
        begun = kept.record if kept else model.begun(clock.now(), guide_version(desk.guide))
        for record in dialogue(desk.guide, prompter, begun):
            is_first = kept is None
            kept = _saved(desk.store, kept, record, prompter)
            if is_first:
                until_the_end.enter_context(alone_with(kept.path, instead=instead))
    except Left:
        prompter.tell("", _way_on(kept))
        return None
    except (KeyboardInterrupt, EOFError):
        prompter.tell("")
        raise Interrupted("Stopped.", mend=_way_on(kept)) from None
    if kept is None or kept.record.is_empty:
        prompter.tell("", "Nothing was answered, so there is nothing to finish.")
        return None
    ended = kept.record.with_values(status=done, finished=_end(kept.record, prompter))
    kept = desk.store.finish(kept, ended)
    _tell_set_aside(kept, prompter)
    prompter.tell("", f"Kept in {kept.path}", "")
    return ended


def _refuse_changed(kept: Kept[R]) -> None:
    """Raise PortfolioProblem where the draft was finished, or written on, since it was read."""
    try:
        is_same = files.read(kept.path) == kept.text
    except PortfolioProblem:
        is_same = False
    if not is_same:
        raise PortfolioProblem(
            "This was finished or changed in another window just now.",
            where=str(kept.path),
            mend=f"Look again: isp {kept.record.verb}",
        )


def _end(record: Record, prompter: Prompter) -> datetime:
    """Return the moment at which a record ends: now, or when it began where the clock lies."""
    now = clock.now()
    if now < record.started:
        prompter.tell(
            f"The clock of this machine says {now:%d %B %Y, %H:%M}, which is before this was begun "
            f"({record.started:%d %B %Y, %H:%M}). It is kept under that moment; if it is wrong, "
            "mend it in the file."
        )
    return max(now, record.started)


@noticed()
def go_on(
    desk: Desk,
    prompter: Prompter,
    found: Callable[[], Kept[R]],
    dialogue: Callable[[Kept[R]], Iterator[R]],
    command: str,
) -> Kept[R] | None:
    """Hold a conversation about a record that is no draft, and keep it after every answer.

    Args:
        desk: the guide, the portfolio and the screen.
        prompter: who asks.
        found: returns the record and its file; it may ask which.
        dialogue: asks the questions.
        command: what is typed to go on another time.

    Returns:
        The record in its file, or None where the person left the rest for later.

    Raises:
        Interrupted: the person pressed Ctrl-C; what was answered is kept.
    """
    kept: Kept[R] | None = None
    way_on = "Nothing new was written."
    try:
        kept = found()
        for record in dialogue(kept):
            kept = _saved(desk.store, kept, record, prompter)
            way_on = f"All you answered is kept. To go on: isp {command}"
    except Left:
        prompter.tell("", way_on)
        return None
    except (KeyboardInterrupt, EOFError):
        prompter.tell("")
        raise Interrupted("Stopped.", mend=way_on) from None
    prompter.tell("", f"Kept in {kept.path}", "")
    return kept


def _way_on(kept: Kept[R] | None) -> str:
    if kept is None:
        return "Nothing new was written."
    return f"All you answered is kept. To go on: isp {kept.record.verb}"


def _draft(
    desk: Desk,
    model: type[R],
    prompter: Prompter,
    about: Callable[[R], str] | None,
    fits: Callable[[R], bool],
) -> Kept[R] | None:
    guide = desk.guide
    drafts, unreadable = desk.store.drafts(model)
    for each in unreadable:
        prompter.tell(f"{each.path}: {each.why}")
    if unreadable and not drafts:
        prompter.tell(
            "To go on with what is in it, leave with Ctrl-C, mend it, and come back. What follows "
            "begins another."
        )
    for kept in drafts:
        if kept.record.guide.id != guide.id:
            prompter.tell(f"{kept.path}: This draft is about another guide; it is left as it is.")
    drafts = [each for each in drafts if each.record.guide.id == guide.id and fits(each.record)]
    if not drafts:
        return None
    chosen = drafts[-1] if len(drafts) == 1 else _chosen(drafts, prompter, about)
    topic = f" ({chosen.record.topic})" if chosen.record.topic else ""
    prompter.tell(
        f"Taking up the {model.kind} you began on {chosen.record.day}{topic}.",
        f"To begin another instead: isp {model.verb} --new",
    )
    if chosen.record.started > clock.now():
        prompter.tell("That day is still to come; the clock of this machine may be wrong.")
    then = chosen.record.guide.version
    if then != guide.version:
        prompter.tell(
            f"It was begun with version {then} of the guide; this is version {guide.version}. "
            "What you wrote is kept, also where the guide asks something else now."
        )
    return chosen


def _chosen(drafts: list[Kept[R]], prompter: Prompter, about: Callable[[R], str] | None) -> Kept[R]:
    answer = prompter.ask(
        Choose(
            key="draft",
            text="You have begun more than one. Which would you like to go on with?",
            choices=tuple(
                Choice(each.path.stem, _in_words(each, about)) for each in reversed(drafts)
            ),
            optional=False,
            first=True,
            leave="Cancel",
        )
    )
    found = next((each for each in drafts if each.path.stem == answer), None)
    if found is None:
        raise Left
    return found


def _in_words(draft: Kept[R], about: Callable[[R], str] | None) -> str:
    record = draft.record
    said = about(record) if about else record.topic
    begun = f"{draft.path.stem}, begun at {record.started:%H:%M}"
    return f"{begun}: {said}" if said else begun


def _saved(store: Store, kept: Kept[R] | None, record: R, prompter: Prompter) -> Kept[R]:
    try:
        saved = store.save(kept, record) if kept else store.add(record)
    except PortfolioProblem:
        for each in record.passages:
            if kept is None or kept.record.text(each.key) != each.text:
                prompter.tell("This answer could not be saved. Copy it from here:", each.text)
        raise
    _tell_set_aside(saved, prompter)
    return saved


def _tell_set_aside(kept: Kept[R], prompter: Prompter) -> None:
    if kept.set_aside:
        prompter.tell(
            f"The file {kept.path.name} was changed by someone else meanwhile.",
            f"Both are kept; theirs is in {kept.set_aside}",
        )


def takes_up(prompter: Prompter, offer: Choose) -> bool:
    """Return whether the person takes up an offer, the first of its choices.

    It stands behind a conversation that is over: whoever leaves, with Ctrl-D too, says no.
    """
    try:
        return prompter.ask(offer) == offer.choices[0].value
    except EOFError:
        prompter.tell("")
        return False

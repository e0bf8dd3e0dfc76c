"""The conversation in which a person chooses what goes in, and sees it before it is written."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from isp_cli.plan.export.contents import Contents, Excerpt
from isp_cli.plan.export.offer import CONTEXT, Offer
from isp_cli.terminal.prompter import Ask, Choice, Choose, ChooseSeveral, Enter, Prompter
from isp_cli.terminal.screen import Line, one_line
from isp_cli.terminal.walk import Step, walk

LEAVE = "Leave without writing"


@dataclass(frozen=True)
class Choosing:
    """What is chosen so far, and whether the person has agreed to hand it over."""

    contents: Contents
    agreed: bool = False


Preview = Callable[[Contents], Iterable[Line]]
"""Returns the lines of what will be handed over."""


def dialogue(
    there: Offer,
    prompter: Prompter,
    begun: Contents,
    *,
    named: Mapping[str, bool],
    preview: Preview,
    place: str,
) -> Iterator[Choosing]:
    """Yield what is chosen anew after every answer; in the end the person has agreed, or not.

    Args:
        there: what there is to choose from.
        prompter: who asks.
        begun: what goes in if the person changes nothing.
        named: the questions that the command has answered already.
        preview: shows it before it is written.
        place: where it will be written, as words behind "write it".

    Raises:
        Left: the person would rather write nothing.
    """

    def steps(chosen: Choosing) -> list[Step[Choosing]]:
        return [*_steps(there, chosen.contents, named), _agree(chosen, preview, place)]

    yield from walk(Choosing(begun), steps, prompter)


def _steps(there: Offer, contents: Contents, named: Mapping[str, bool]) -> Iterator[Step[Choosing]]:
    if len(there.goals) > 1:
        yield _several(
            "goals",
            "Which goals go in?",
            _choices(there.goals),
            contents.goals,
            lambda chosen: {"goals": _in_order(there.goals, chosen)},
            named,
            least=1,
        )
    yield _several(
        "parts",
        "What of each goal, and of the plan, goes in? What you do not choose is left out.",
        _choices(there.parts),
        (*contents.parts, *([CONTEXT] if contents.context else [])),
        lambda chosen: {
            "parts": _in_order(there.parts, [each for each in chosen if each != CONTEXT]),
            "context": there.context if CONTEXT in chosen else (),
        },
        named,
        least=1,
    )
    if there.examples:
        yield _excerpts(
            "examples", "Which examples from practice", there.examples, contents.examples, named
        )
    if there.answers:
        yield _excerpts("answers", "Which of your answers", there.answers, contents.answers, named)
    yield Step(
        Enter(
            key="from",
            text="Who is it from? Enter alone leaves that out.",
            current=contents.author,
            open_ended=True,
            leave=LEAVE,
        ),
        lambda chosen, name: _with(chosen, author=" ".join(name.split())),
        answered=named.get("from", False),
    )


def _several(
    key: str,
    text: str,
    choices: tuple[Choice, ...],
    current: Sequence[str],
    changes: Callable[[Sequence[str]], Mapping[str, Any]],
    named: Mapping[str, bool],
    *,
    least: int = 0,
) -> Step[Choosing]:
    ask: Ask = ChooseSeveral(
        key=key, text=text, choices=choices, current=tuple(current), least=least, leave=LEAVE
    )
    return Step(
        ask,
        lambda chosen, answer: _with(chosen, **changes(answer)),
        answered=named.get(key, False),
    )


def _excerpts(
    key: str,
    which: str,
    excerpts: tuple[Excerpt, ...],
    current: tuple[Excerpt, ...],
    named: Mapping[str, bool],
) -> Step[Choosing]:
    return _several(
        key,
        f"{which}, from {excerpts[0].source}, go in? Those that you do not choose stay out.",
        tuple(Choice(each.key, _label(each)) for each in excerpts),
        [each.key for each in current],
        lambda chosen: {key: tuple(each for each in excerpts if each.key in chosen)},
        named,
    )


def _agree(chosen: Choosing, preview: Preview, place: str) -> Step[Choosing]:
    return Step(
        Choose(
            key="agree",
            text=f"This is all that will be handed over. Shall isp write it {place}?",
            context=tuple(preview(chosen.contents)),
            choices=(Choice("yes", "Yes, write it"), Choice("no", "No, write nothing")),
            optional=False,
            leave=LEAVE,
        ),
        lambda record, answer: replace(record, agreed=answer == "yes"),
        answered=False,
    )


def _with(chosen: Choosing, **values: Any) -> Choosing:  # noqa: ANN401 - each has its own type
    return Choosing(replace(chosen.contents, **values))


def _choices(names: Mapping[str, str]) -> tuple[Choice, ...]:
    return tuple(Choice(key, words) for key, words in names.items())


def _in_order(known: Iterable[str], chosen: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in known if each in chosen)


def _label(excerpt: Excerpt) -> str:
    said = excerpt.text if excerpt.text.strip() else ", ".join(excerpt.chosen)
    return f"{one_line(excerpt.heading, 40)} - {one_line(said, 60)}"

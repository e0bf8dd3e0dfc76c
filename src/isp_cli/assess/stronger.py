"""What would make a self-rating stronger evidence: an example, another's view, a later look."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from isp_cli.assess.profile import group
from isp_cli.assess.record import Assessment, example_key
from isp_cli.terminal.outline import in_words

NAMED = 2
"""How many competencies are named; of more it is said how many there are."""


@dataclass(frozen=True)
class Beside:
    """What else the portfolio has that bears on an assessment.

    Attributes:
        noted: the ids of the competencies that a note touches.
        viewed: how many views of others have come in for it, in a sentence; empty for none.
        compared: whether there is another finished assessment.
    """

    noted: Collection[str] = ()
    viewed: str = ""
    compared: bool = False


def stronger(assessment: Assessment, names: Mapping[str, str], beside: Beside) -> Iterator[str]:
    """Yield what would make this assessment stronger, at most three sentences."""
    if assessment.depth == "quick":
        yield "A closer look at one of them: isp assess --competency NAME"
    elif without := _without_example(assessment, names, beside):
        have = "has" if len(without) == 1 else "have"
        there = "When there is one: isp note --competency NAME"
        yield f"An example: {_some(without)} {have} none yet. {there}"
    yield beside.viewed or (
        "Another's view: there is none yet. To ask somebody: isp assess invite NAME"
    )
    if beside.compared:
        yield "A later look beside an earlier one: isp assess compare"
    else:
        yield "A later look: in some months, isp assess"


def _without_example(assessment: Assessment, names: Mapping[str, str], beside: Beside) -> list[str]:
    """Return the names of those competencies that were rated with nothing told of them.

    What was left for now needs no example.
    """
    return [
        names.get(each, each)
        for each in assessment.named
        if isinstance(assessment.rating(each).confidence, int)
        and group(assessment.rating(each)) != "leave"
        and not assessment.text(example_key(each)).strip()
        and each not in beside.noted
    ]


def _some(names: list[str]) -> str:
    """Return a list of names as one says it; of many the first, and how many more there are."""
    more = len(names) - NAMED
    return f"{', '.join(names[:NAMED])} and {more} more" if more > 1 else in_words(names)

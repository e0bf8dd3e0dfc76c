"""What goes into a plan that is handed over."""

from dataclasses import dataclass

from isp_cli.plan.record import HEADINGS, LOOKING_BACK, PARTS, Part, Plan

ALSO: dict[str, str] = {"reviews": "The review record", "looking-back": "Looking back"}
"""What a plan says besides its goals, and the words for it."""

NAMES: dict[str, str] = {part: HEADINGS[part] for part in PARTS} | ALSO
"""What can be chosen of a plan, by the name that --with takes, and the words for it."""

TO_BEGIN_WITH: tuple[Part, ...] = ("further", "steps", "evidence")
"""What goes into a supervision meeting where nobody chose: where to, how, and how one will know."""


@dataclass(frozen=True)
class Excerpt:
    """Something from another record that may go beside the plan.

    Attributes:
        key: what it is chosen by, such as "brokering" or "question.7".
        heading: what stands above it.
        source: where it is from, such as "the assessment of 4 January 2027".
        chosen: the names that were chosen there, if any.
        text: what was written.
    """

    key: str
    heading: str
    source: str
    chosen: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Contents:
    """What goes in.

    Attributes:
        goals: the ids of the competencies.
        parts: what of each goal, and of the plan, by the names in NAMES.
        context: role and setting.
        examples: examples from practice.
        answers: answers from a reflection.
        author: who it is from; nothing where it was not said.
        table: whether steps are a table; otherwise they are a list of tasks.
    """

    goals: tuple[str, ...]
    parts: tuple[str, ...]
    context: tuple[Excerpt, ...] = ()
    examples: tuple[Excerpt, ...] = ()
    answers: tuple[Excerpt, ...] = ()
    author: str = ""
    table: bool = False


def everything(plan: Plan, *, table: bool = False) -> Contents:
    """Return all that the plan says, and nothing from other records."""
    return Contents(plan.competencies, parts_of(plan), table=table)


def parts_of(plan: Plan) -> tuple[str, ...]:
    """Return what the plan says anything about, by the names in NAMES."""
    said: list[str] = [
        part for part in PARTS if any(plan.said(part, each).strip() for each in plan.competencies)
    ]
    if any(each.competency in plan.competencies for each in plan.past_reviews):
        said.append("reviews")
    if plan.text(LOOKING_BACK).strip():
        said.append("looking-back")
    return tuple(said)

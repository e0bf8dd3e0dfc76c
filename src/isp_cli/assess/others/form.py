"""The form that somebody gets who is asked for their view: a text to write into.

It is plain text that opens on any machine, and in the voice of whoever asks. All that is to be
read stands above what is to be filled in, so that what stands behind a label is the answer.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from isp_cli.assess.others.record import OPPORTUNITIES
from isp_cli.assess.others.wording import APART_WORDS, OPPORTUNITY_WORDS, spoken
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Competency

WIDTH = 70
"""Columns of the form; programs for mail break longer lines."""

MINUTES = 3
"""What one competency takes, for the word on how long the form takes."""

FEWEST = 3
"""How many views without consent there must be before any of them is shown."""

RULE = "-" * WIDTH

NUMBER = "Form number"
COMPETENCY = "COMPETENCY"
AT_THE_END = "AT THE END"
END = "END OF THE FORM"

FieldName = Literal["opportunity", "rating", "example", "offer", "relation", "consent", "comment"]


@dataclass(frozen=True)
class Field:
    """A place to fill in: what it is called in the form, and whether it is chosen from a list."""

    name: FieldName
    label: str
    closed: bool = False


FIELDS = (
    Field("opportunity", "Opportunity to see this", closed=True),
    Field("rating", "Your rating", closed=True),
    Field("example", "An example of what you saw"),
    Field("offer", "What you could share, or who could"),
)
"""What is asked about each competency."""

LAST = (
    Field("relation", "How we work together"),
    Field("consent", "May this be shown on its own, yes or no", closed=True),
    Field("comment", "Anything else you would like to say"),
)
"""What is asked at the end."""


def form(name: str, asker: str, number: str, competencies: Sequence[Competency]) -> str:
    """Return the form to send: whom it is for, who asks, its number, and what it asks about.

    The levels are told in full once, and in a few words beside each competency.
    """
    count = len(competencies)
    lines = [
        *_opening(name, asker, number, count),
        *(
            line
            for place, each in enumerate(competencies, start=1)
            for line in _competency(each, place, count)
        ),
        *_end(),
    ]
    return "\n".join(lines) + "\n"


def how_long(count: int) -> str:
    """Return how long a form about so many competencies takes, in words."""
    return f"about {max(5, 5 * round(count * MINUTES / 5))} minutes"


def _opening(name: str, asker: str, number: str, count: int) -> Iterator[str]:
    about = "one competency" if count == 1 else f"{spoken(count)} competencies"
    yield from ("HOW DO YOU SEE MY WORK?", "", f"To:   {name}")
    yield from (f"From: {asker or 'the person who sent you this'}", "")
    yield from _wrapped(
        f"I would like to know how you see my work. This form is about {about} of people who "
        "support others in putting evidence into practice, as a published guide has it and my "
        "program, isp, restates it. What you say will stand beside how I "
        "see myself. I learn from where we agree, and from where we do not."
    )
    yield from ("", "How long it takes", "")
    yield from _wrapped(
        f"{how_long(count).capitalize()}. You may leave out whatever you like, and send it back "
        "filled in only in part. There is no right answer, and no score comes of it."
    )
    yield from ("", "How to fill it in", "")
    yield from _points(
        "Write behind the colons, or on the lines below them, as much as you like.",
        "Leave the words before the colons as they are. A program reads them.",
        "Save it as it is, as plain text (.txt).",
    )
    yield from ("", "What the levels mean", "")
    yield from _wrapped(
        "They are worded as I would say them of myself. Choose by what you have seen."
    )
    for level, words in scales().confidence.anchors.items():
        yield from _wrapped(words, f"  {level}  ")
    yield from ("", "What happens with it", "")
    yield from _points(
        "It stays in a folder on my computer, with my own assessment. Nothing is averaged.",
        "I get this file and could open it. So write what you would be willing to tell me.",
        "At the end you are asked whether isp may show me your view on its own. If you say no, or "
        f"nothing, it shows ratings only where there are those of at least {spoken(FEWEST)} people "
        "who did not say yes, without names and in no order that tells who is who. It then shows "
        "nothing of what you wrote in your own words.",
        "What you could share, or who could, is always shown with your name, so that I can come "
        "back to you about it.",
        "You can take it back at any time. Tell me, and I delete it.",
    )
    yield from ("", "How to send it back", "")
    yield from _wrapped(
        "The way it came to you: attach the file to a mail, or put it on a stick. You can also "
        "copy all of it into a mail and answer there."
    )
    yield from ("", f"{NUMBER}: {number}", "(Please leave this line; isp knows the form by it.)")


def _competency(competency: Competency, place: int, count: int) -> Iterator[str]:
    yield from ("", RULE, f"{COMPETENCY} {place} OF {count}: {competency.name}", "")
    yield from ("What it is, as the guide describes it:", "")
    for opening in competency.opening:
        yield from (*_wrapped(opening.text), "")
    for item in competency.overview:
        yield from _wrapped(item.text, "- ")
        for below in item.items:
            yield from _wrapped(below.text, "  - ")
    yield from ("", "How much opportunity did you have to see this in my work? Write:")
    *some, last = (OPPORTUNITY_WORDS[each] for each in OPPORTUNITIES)
    yield f"  {', '.join(some)} or {last}"
    yield ""
    yield from _wrapped(
        "Which of these could I rightly say of myself, from what you have seen? Write its number."
    )
    for level, words in scales().confidence.levels.items():
        yield from _wrapped(words, f"  {level}  ")
    *some, last = APART_WORDS.values()
    yield f"  or: {', '.join(some)} or {last}"
    yield ""
    yield from _labels(FIELDS)


def _end() -> Iterator[str]:
    yield from ("", RULE, AT_THE_END, "")
    yield from _wrapped("How do we work together? As supervisor, peer, partner, or how else?")
    yield from _wrapped(
        "May isp show me what you wrote here by itself, with your name? Write yes or no. Without a "
        "yes it counts as no."
    )
    yield ""
    yield from _labels(LAST)
    yield from (RULE, f"{END}. Thank you.")


def _labels(fields: Iterable[Field]) -> Iterator[str]:
    for each in fields:
        yield from (f"{each.label}: ", "")


def _points(*texts: str) -> Iterator[str]:
    for text in texts:
        yield from _wrapped(text, "- ")


def _wrapped(text: str, lead: str = "") -> list[str]:
    text = re.sub(r"\s+", " ", text)
    return textwrap.wrap(
        text, WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    )

"""Lines of a plan that look like steps and cannot be read as such; they stay as they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from isp_cli.plan.record import Plan
from isp_cli.plan.signs import stray
from isp_cli.plan.steps import step_in
from isp_cli.portfolio.document import Document
from isp_cli.portfolio.store import Kept

_STEPS = "steps."
_ALMOST = (
    (re.compile(r"\s*(?:[-*+]|\d+[.)])\[.?\]"), "there is no space before the box"),
    (re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\[\]"), "there is nothing in the box; write [ ]"),
    (re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\[.\](?![(\[\s]|$)"), "there is no space behind the box"),
    (re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\[[ xX](?!\])"), "the box is not closed"),
    (re.compile(r"\s*\[[ xX]\]"), "there is no list sign such as - before the box"),
    (re.compile(r"\s*(?:[-*+]|\d+[.)])\s+\[.\]\s"), "it has no words"),
)


class Unread(NamedTuple):
    """A line of the file, counted from 1, and why it cannot be read as a step."""

    line: int
    why: str


def unread_in(text: str) -> Iterator[Unread]:
    """Yield the lines among the steps of a plan's file that are no steps though they look so."""
    document = Document.parse(text)
    line = 1 + document.front.render().count("\n") + document.before.count("\n")
    for section in document.sections:
        line += section.heading.count("\n")
        lines = section.raw.split("\n")
        if section.key.startswith(_STEPS):
            found = ((number, wrong_with(each)) for number, each in enumerate(lines))
            yield from (Unread(line + number, why) for number, why in found if why)
        line += len(lines) - 1


def wrong_with(line: str) -> str | None:
    """Return why a line cannot be read as a step, or not all of it; None where it is well."""
    if step_in(line):
        return stray(line.rstrip())
    return next((why for shape, why in _ALMOST if shape.match(line.rstrip("\r") + " ")), None)


def remarks(kept: Kept[Plan]) -> list[str]:
    """Return a sentence on each line of a plan's file that cannot be read as a step."""
    return [
        f"{kept.path}: line {each.line}: this is not read as it stands: {each.why}. "
        "It stays as it is."
        for each in unread_in(kept.text)
    ]

"""A dot plot of confidence and importance, competency by competency, drawn in letters."""

import textwrap
from collections.abc import Iterator

from isp_cli.assess.record import Assessment, Rating
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.terminal.screen import Line

NAME = 30
"""Columns for the name of a competency; the whole plot fits into 60."""

LEVELS = range(1, 6)


def plot(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield the plot by domain: C at the level of confidence, I at importance, B at both.

    Letters say what colours cannot say to everybody. Competencies with neither level stand
    below in words, since an answer apart has no place on a scale; nothing is added up.
    """
    yield Line("C is confidence, I is importance to your role, B is both.", indent=2)
    for domain in guide.domains:
        rated = [
            (each.name, assessment.ratings[each.id])
            for each in guide.competencies_of(domain)
            if each.id in assessment.ratings
        ]
        if rated:
            yield Line()
            *above, last = textwrap.wrap(domain.name, NAME)
            yield from (Line(part, indent=2) for part in above)
            yield Line(f"{last:<{NAME}}" + "".join(f"{level:>4}" for level in LEVELS), indent=2)
        for name, rating in rated:
            yield from _row(name, rating)


def _row(name: str, rating: Rating) -> Iterator[Line]:
    *above, last = textwrap.wrap(name, NAME - 2)
    yield from (Line(part, indent=4) for part in above)
    marks = "".join(f"{_mark(rating, level):>4}" for level in LEVELS)
    yield Line(f"{last:<{NAME - 2}}{marks}", indent=4)
    for what, answer in (("Confidence", rating.confidence), ("Importance", rating.importance)):
        if isinstance(answer, str):
            yield Line(f"{what}: {scales().apart[answer]}", indent=6)


def _mark(rating: Rating, level: int) -> str:
    confident, important = rating.confidence == level, rating.importance == level
    if confident and important:
        return "B"
    if confident or important:
        return "C" if confident else "I"
    return "."

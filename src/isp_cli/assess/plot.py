"""Confidence and importance side by side, competency by competency: drawn in letters, or told."""

import textwrap
from collections.abc import Iterator

from isp_cli.assess.record import Assessment, Rating
from isp_cli.assess.scales import Aspect, scales
from isp_cli.guide.model import Guide
from isp_cli.terminal.screen import Line

NAME = 30
"""Columns for the name of a competency; the whole plot fits into 60."""

LEVELS = range(1, 6)

ELSEWHERE = "Not in this guide"


def plot(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield the plot by domain: C at the level of confidence, I at importance, a line between.

    Letters say what colours cannot say to everybody. How much it was used stands as a level
    behind. An answer apart has no place on a scale, so it stands below in words. Nothing is
    added up.
    """
    full = len(assessment.aspects) > 1
    legend = "C is your confidence, from 1 to 5"
    if full:
        legend += "; I is the importance to your role; use is how much you used it"
    yield Line(f"{legend}.", indent=2)
    for domain, rated in _by_domain(assessment, guide):
        yield Line()
        levels = "".join(f"{level:<4}" for level in LEVELS) + (" use" if full else "")
        yield from _named(domain, levels, indent=2)
        for name, rating in rated:
            yield from _row(name, rating, full=full)


def told(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield what the plot shows as a sentence for each competency, which can be read aloud."""
    yield Line("Levels go from 1 to 5.", indent=2)
    for domain, rated in _by_domain(assessment, guide):
        yield Line()
        yield Line(domain, indent=2)
        for name, rating in rated:
            said = [
                f"{aspect} {_short(aspect, rating)}"
                for aspect in assessment.aspects
                if rating.answer(aspect) is not None
            ]
            yield Line(f"{name}: {', '.join(said) or 'not rated'}.", indent=4)


def _by_domain(
    assessment: Assessment, guide: Guide
) -> Iterator[tuple[str, list[tuple[str, Rating]]]]:
    """Yield each domain that something was rated in; last what this guide does not have."""
    known = {each.id for each in guide.competencies}
    for domain in guide.domains:
        rated = [
            (each.name, assessment.ratings[each.id])
            for each in guide.competencies_of(domain)
            if each.id in assessment.ratings
        ]
        if rated:
            yield domain.name, rated
    others = [(each, assessment.ratings[each]) for each in assessment.ratings if each not in known]
    if others:
        yield ELSEWHERE, others


def _short(aspect: Aspect, rating: Rating) -> str:
    answer = rating.answer(aspect)
    return f'"{scales().apart[answer]}"' if isinstance(answer, str) else str(answer)


def _row(name: str, rating: Rating, *, full: bool) -> Iterator[Line]:
    use = f" {rating.use if isinstance(rating.use, int) else '-'}" if full else ""
    yield from _named(name, "".join(_cell(rating, level) for level in LEVELS) + use, indent=4)
    for aspect in ("confidence", "importance", "use"):
        answer = rating.answer(aspect)
        if isinstance(answer, str):
            yield Line(f"{aspect.capitalize()}: {scales().apart[answer]}", indent=6)


def _named(name: str, behind: str, *, indent: int) -> Iterator[Line]:
    """Yield `name`, wrapped, with what stands behind its last line."""
    width = NAME + 2 - indent
    *above, last = textwrap.wrap(name, width - 1) or [""]
    yield from (Line(part, indent=indent) for part in above)
    yield Line(f"{last:<{width}}{behind}".rstrip(), indent=indent)


def _cell(rating: Rating, level: int) -> str:
    """Return the four columns of a level: a letter, a line on the way to the other, or a dot."""
    marked = {"C": rating.confidence, "I": rating.importance}
    placed = [answer for answer in marked.values() if isinstance(answer, int)]
    lowest, highest = min(placed, default=0), max(placed, default=0)
    letters = "".join(letter for letter, answer in marked.items() if answer == level)
    between = lowest < level < highest
    line = "-" if lowest <= level < highest else " "
    return (letters or ("-" if between else ".")).ljust(4, line)

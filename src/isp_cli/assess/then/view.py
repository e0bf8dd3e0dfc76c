"""Then-ratings beside what was answered at the time, as lines."""

from collections.abc import Iterable, Iterator

from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.assess.then.record import HINDSIGHT, HINDSIGHT_HEADING, ThenRating
from isp_cli.guide.model import Guide
from isp_cli.terminal.screen import Line, heading, title

RESPONSE_SHIFT = (
    "Looking back, one judges by what one has learnt since. That the measure itself moves is "
    "called response shift; so both answers stand, and neither replaces the other."
)
"""What is said wherever a then-rating stands beside the original."""


def then_page(record: ThenRating, assessment: Assessment | None, guide: Guide) -> Iterator[Line]:
    """Yield each then-rating beside the original; `assessment` is None where it is gone."""
    names = {each.id: each.name for each in guide.competencies}
    state = " (a draft)" if record.is_draft else ""
    yield title(f"On {record.day}{state}, looking back at {record.assessed_day}")
    if assessment is None:
        yield Line()
        yield Line("The assessment that this looks back on cannot be found in your portfolio.")
    for each in record.named:
        yield from heading(names.get(each, f"{each} (not in this guide)"))
        if assessment:
            yield Line(f"At the time: {said(assessment, each)}", indent=2)
        yield Line(f"Looking back: {said(record, each)}", indent=2)
    if record.text(HINDSIGHT).strip():
        yield from heading(HINDSIGHT_HEADING)
        yield Line(record.text(HINDSIGHT), indent=2)
    yield Line()
    yield Line(RESPONSE_SHIFT)


def looked_back(
    competency: str, records: Iterable[ThenRating], *, indent: int = 4
) -> Iterator[Line]:
    """Yield what was said of a competency in looking back, a line for each time."""
    for each in records:
        if each.rating(competency).confidence is not None:
            yield Line(f"Looking back on {each.day}: {said(each, competency)}", indent=indent)


def said(record: Assessment | ThenRating, competency: str) -> str:
    """Return a level of confidence with its words, or the words of another answer."""
    return scales().spoken("confidence", record.rating(competency).confidence)


def summary(record: ThenRating) -> str:
    """Return in a few words what then-ratings are about."""
    if not record.assessment:
        return "no assessment chosen yet"
    count = len(record.named)
    competencies = "1 competency" if count == 1 else f"{count} competencies"
    return f"looking back at {record.assessed_day}: {competencies}"

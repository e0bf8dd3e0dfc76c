"""Views beside a self-rating, to hand over: only what may be shown, by the rule of `shown`."""

import csv
import io
from collections.abc import Iterator, Mapping

from isp_cli.assess.export.rows import harmless
from isp_cli.assess.others.agreement import WORDS
from isp_cli.assess.others.beside import Beside, SideBySide, as_data
from isp_cli.assess.others.record import ALSO, COMMENT
from isp_cli.assess.others.view import NOT_ADDED_UP, rating_words
from isp_cli.assess.others.wording import APART_WORDS, OPPORTUNITY_WORDS, spoken
from isp_cli.guide.model import Guide
from isp_cli.handout import source
from isp_cli.handout.markdown import escaped
from isp_cli.sessions.formats import Format
from isp_cli.terminal.screen import envelope

COLUMNS = (
    *("assessment_id", "competency_id", "competency_name", "whose", "aspect", "answer"),
    "opportunity",
)
"""Of the rows: `whose` is "self", a name, or "without-name"."""

WITHOUT_NAME = "without-name"


def as_markdown(found: SideBySide, guide: Guide) -> str:
    """Return the views as Markdown, competency by competency."""
    names = {each.id: escaped(each.name) for each in guide.competencies}
    return "\n".join(_lines(found, names)).rstrip("\n") + "\n"


def as_json(found: SideBySide, _guide: Guide) -> str:
    """Return the views as JSON in its envelope."""
    return envelope("isp.views/1", as_data(found)) + "\n"


def as_csv(found: SideBySide, guide: Guide) -> str:
    """Return the views as CSV (RFC 4180), one row for each answer.

    The answers of those without a name stand in no connection with one another, nor with how much
    opportunity they had, which has rows of its own.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    names = {each.id: each.name for each in guide.competencies}
    own = found.assessment.id if found.assessment else ""
    for each in found.competencies:
        for row in _rows(each):
            cells = (own, each.competency, names.get(each.competency, each.competency), *row)
            writer.writerow([harmless(cell) for cell in cells])
    return text.getvalue()


def _rows(each: Beside) -> Iterator[tuple[str, str, str, str]]:
    if each.mine is not None:
        yield "self", "confidence", str(each.mine), ""
    for sight in each.named:
        if sight.answer is not None or sight.opportunity is not None:
            yield sight.name, "view", str(sight.answer or ""), sight.opportunity or ""
    for answer in (*each.together.levels, *each.together.apart):
        yield WITHOUT_NAME, "view", str(answer), ""
    for could in each.together.opportunities:
        yield WITHOUT_NAME, "opportunity", "", could


def _lines(found: SideBySide, names: Mapping[str, str]) -> Iterator[str]:
    yield from ("# Others' views beside a self-assessment", "")
    if found.assessment:
        yield from (f"The self-assessment was made on {found.assessment.day}.", "")
    for view in found.shown.named:
        relation = f" ({escaped(view.relation)})" if view.relation else ""
        yield f"- {escaped(view.name)}{relation}, {view.day}"
    if found.shown.count:
        yield f"- {spoken(found.shown.count)} without names"
    for each in found.competencies:
        gone = f"{escaped(each.competency)} (not in this guide)"
        yield from ("", f"## {names.get(each.competency, gone)}", "")
        yield from (f"**{WORDS[each.agreement]}**", "")
        yield from _ratings(each)
        for sight in each.named:
            yield from _written(f"An example, {escaped(sight.name)}", sight.example)
            yield from _written(f"Also written, {escaped(sight.name)}", sight.also)
        for offer in each.offers:
            yield from _written(f"What {escaped(offer.name)} could share, or who could", offer.text)
    for view in found.shown.named:
        for key in (COMMENT, ALSO):
            yield from _written(f"In general, {escaped(view.name)}", view.text(key), level=2)
    yield from ("", NOT_ADDED_UP)


def _ratings(each: Beside) -> Iterator[str]:
    yield f"- Own rating: {rating_words(each.mine)}"
    for sight in each.named:
        could = OPPORTUNITY_WORDS[sight.opportunity] if sight.opportunity else "not answered"
        yield f"- {escaped(sight.name)}: {rating_words(sight.answer)}; opportunity: {could}"
    for level in each.together.levels:
        yield f"- Without a name: {rating_words(level)}"
    if each.together.opportunities:
        could = ", ".join(OPPORTUNITY_WORDS[one] for one in each.together.opportunities)
        yield f"- Opportunity that those without names had to see it: {could}"
    for apart in each.together.apart:
        yield f"- Without a name: {APART_WORDS[apart]}"


def _written(heading: str, text: str, *, level: int = 3) -> Iterator[str]:
    if text.strip():
        yield from ("", f"{'#' * level} {heading}", "", source.contained(text, level))


_HOLDS = "It holds what others wrote and let be shown"

FORMATS: Mapping[str, Format[SideBySide]] = {
    "markdown": Format("Markdown", ".md", _HOLDS, as_markdown),
    "json": Format("JSON", ".json", _HOLDS, as_json),
    "csv": Format("CSV", ".csv", "It holds others' ratings that may be shown", as_csv),
}
"""What the views can be handed over in, by the name that --format takes."""

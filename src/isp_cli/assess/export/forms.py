"""An assessment to hand over: as a document, as JSON, or as rows for a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Mapping

from isp_cli.assess.record import Assessment, difference_key, example_key
from isp_cli.assess.scales import ASPECTS, scales
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import as_json as record_as_json
from isp_cli.sessions.formats import Format
from isp_cli.sessions.handing_over import escaped
from isp_cli.terminal.screen import envelope

COLUMNS = (
    "assessment_id", "date", "competency_id", "competency_name", "aspect", "answer",
)  # fmt: skip

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet may take for a formula."""


def as_markdown(assessment: Assessment, guide: Guide) -> str:
    """Return the assessment as Markdown: every answer in words, and the examples as written."""
    return "\n".join(_lines(assessment, guide)).rstrip("\n") + "\n"


def as_json(assessment: Assessment, _guide: Guide) -> str:
    """Return the assessment as `isp assess show --json` prints it."""
    return envelope("isp.assessment/1", record_as_json(assessment)) + "\n"


def as_csv(assessment: Assessment, guide: Guide) -> str:
    """Return the ratings as CSV (RFC 4180), one row for each answer."""
    text = io.StringIO()
    writer = csv.writer(text)  # which ends its lines with CR and LF, as the RFC has it
    writer.writerow(COLUMNS)
    for row in _rows(assessment, guide):
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue()


def _lines(assessment: Assessment, guide: Guide) -> Iterator[str]:
    names = {each.id: each.name for each in guide.competencies}
    yield "# Self-assessment"
    yield ""
    yield (
        f"Begun on {assessment.day}; a draft."
        if assessment.is_draft
        else (f"Made on {assessment.day}.")
    )
    for each in assessment.named:
        yield ""
        yield f"## {escaped(names.get(each, each))}"
        yield ""
        yield from list(_answers(assessment, each)) or ["Not rated."]
        for heading, key in (
            ("An example from practice", example_key(each)),
            ("What made the difference", difference_key(each)),
        ):
            text = assessment.text(key).strip("\n")
            if text.strip():
                yield from ("", f"### {heading}", "", text)


def _answers(assessment: Assessment, competency: str) -> Iterator[str]:
    for aspect in ASPECTS:
        answer = assessment.rating(competency).answer(aspect)
        if answer is not None:
            number = f" ({answer})" if isinstance(answer, int) else ""
            yield f"- {aspect.capitalize()}: {scales().words(aspect, answer)}{number}"


def _rows(assessment: Assessment, guide: Guide) -> Iterator[tuple[str, ...]]:
    names = {each.id: each.name for each in guide.competencies}
    day = (assessment.finished or assessment.started).date().isoformat()
    for each in assessment.named:
        for aspect in ASPECTS:
            answer = assessment.rating(each).answer(aspect)
            if answer is not None:
                yield (assessment.id, day, each, names.get(each, each), aspect, str(answer))


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


_ALL = "It holds all that the assessment says, the examples too"

FORMATS: Mapping[str, Format[Assessment]] = {
    "markdown": Format("Markdown", ".md", _ALL, as_markdown),
    "json": Format("JSON", ".json", _ALL, as_json),
    "csv": Format("CSV", ".csv", "It holds every rating, and no examples", as_csv),
}
"""What an assessment can be handed over in, by the name that --format takes."""

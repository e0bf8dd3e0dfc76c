"""Ratings as rows, for a spreadsheet or a program for statistics."""

import csv
import io
from collections.abc import Iterator, Sequence

from isp_cli.assess.nearby import LookedBackOn
from isp_cli.assess.record import RatedRecord
from isp_cli.assess.scales import ASPECTS
from isp_cli.guide.model import Guide

COLUMNS = (
    *("assessment_id", "date", "competency_id", "competency_name", "aspect", "answer"),
    *("rating", "given", "status", "domain_id", "guide_id", "guide_version"),
)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet may take for a formula."""


def as_csv(records: Sequence[LookedBackOn], guide: Guide) -> str:
    """Return the ratings as CSV (RFC 4180), one row for each answer."""
    text = io.StringIO()
    writer = csv.writer(text)  # which ends its lines with CR and LF, as the RFC has it
    writer.writerow(COLUMNS)
    for each in records:
        for row in _rows(each, guide):
            writer.writerow([harmless(cell) for cell in row])
    return text.getvalue()


def _rows(looked_back_on: LookedBackOn, guide: Guide) -> Iterator[tuple[str, ...]]:
    """Yield a row for each answer given at the time, then for each given in looking back."""
    known = {each.id: each for each in guide.competencies}
    assessment = looked_back_on.assessment
    for record in (assessment, *looked_back_on.then):
        for name in record.named:
            for aspect in ASPECTS:
                answer = record.rating(name).answer(aspect)
                if answer is not None:
                    yield (
                        *(assessment.id, _date(assessment)),
                        *(name, known[name].name if name in known else name),
                        *(aspect, str(answer)),
                        "original" if record is assessment else "then",
                        *(_date(record), record.status),
                        known[name].domain if name in known else "",
                        *(record.guide.id, record.guide.version),
                    )


def _date(record: RatedRecord) -> str:
    return (record.finished or record.started).date().isoformat()


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell

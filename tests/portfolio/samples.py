"""Filled forms of every kind, and files that are no record, for tests of what lies in a folder."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from isp_cli.portfolio.record import GuideVersion
from isp_cli.reflect.record import Reflection
from tests.moments import MOMENT

ASSESSMENT = """\
ratings:
  brokering:
    confidence: 2
    importance: 4
    use: 3
    example: I brought the county and the clinic to one table.
"""
REFLECTION = """\
answers:
  question.1: I listen first.
  question.7.b: From the people in the sites.
chosen:
  question.2: [empathy]
"""
PLAN = """\
horizon: 2028-06-30
goals:
- competency: brokering
  steps:
  - step: Call the county lead
    by: 2027-02-01
"""


@dataclass(frozen=True)
class Kind:
    """A kind of record: its verb and words, a form that makes one, and how to spoil its file.

    Attributes:
        spoilt: (right, wrong, reason): what to put in the place of what in a good file, and what
            isp then says about it.
    """

    verb: str
    word: str
    folder: str
    form: str
    stem: str
    spoilt: tuple[str, str, str]


KINDS = (
    Kind(
        *("assess", "assessment", "assessments", ASSESSMENT, "2027-01-04"),
        ("    confidence: 2\n", "    confidence: 7\n", "ratings.brokering.confidence: is 7"),
    ),
    Kind(
        *("reflect", "reflection", "reflections", REFLECTION, "2027-01-04-ten-questions"),
        ("status: finished\n", "status: done\n", "status: is 'done'"),
    ),
    Kind(
        *("plan", "plan", "plans", PLAN, "2027-01-04-2028"),
        ("- competency: brokering\n", "- note: none\n", "goals[1].competency: is missing"),
    ),
)


def reflection(moment: datetime = MOMENT, text: str = "My answer.") -> Reflection:
    """Return a draft with an answer to the first question."""
    record = Reflection.begun(moment, GuideVersion(id="guide", version="1"))
    return record.with_text("question.1", "1. How?", text)


def finished(record: Reflection) -> Reflection:
    """Return `record` as it is when the last question is answered."""
    return record.with_values(status="finished", finished=record.started)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` and what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""What the work is at the time of an assessment: role, setting, and what it is about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from isp_cli.assess.record import CONTEXT, Assessment
from isp_cli.terminal.screen import Line

Part = Literal["role", "setting", "work"]

HEADINGS: Mapping[Part, str] = {
    "role": "My role",
    "setting": "The setting",
    "work": "The work at the moment",
}

QUESTIONS: Mapping[Part, str] = {
    "role": "What is your role, in a few words?",
    "setting": "In what setting do you work?",
    "work": "What is the work about at the moment?",
}


def key(part: Part) -> str:
    """Return the key under which a part is kept."""
    return CONTEXT + part


def context(assessment: Assessment) -> dict[Part, str]:
    """Return what an assessment says of the work, part by part; without what is not said."""
    said: dict[Part, str] = {part: assessment.text(key(part)) for part in HEADINGS}
    return {part: text for part, text in said.items() if text.strip()}


def latest_context(assessments: Iterable[Assessment]) -> dict[Part, str]:
    """Return what was said last, of assessments the oldest of which is first."""
    said = [found for each in assessments if (found := context(each))]
    return said[-1] if said else {}


def with_context(assessment: Assessment, said: Mapping[Part, str]) -> Assessment:
    """Return the assessment with this said of the work."""
    for part, text in said.items():
        assessment = assessment.with_text(key(part), HEADINGS[part], text)
    return assessment


def context_lines(said: Mapping[Part, str]) -> Iterator[Line]:
    """Yield what is said of the work."""
    for part, text in said.items():
        yield Line(text, mark=f"{HEADINGS[part]}:", indent=2)

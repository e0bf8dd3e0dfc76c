"""Assessments side by side, as they are given to other programs."""

from collections.abc import Mapping
from typing import Any

from isp_cli.assess.compare.change import Change, Comparison, Course
from isp_cli.assess.nearby import LookedBackOn
from isp_cli.assess.record import Assessment, difference_key, example_key
from isp_cli.assess.scales import ASPECTS


def as_data(found: Comparison) -> Mapping[str, Any]:
    """Return the comparison with the examples; `then` is the earliest, `now` the latest."""
    earliest, latest = found.records[0].assessment, found.records[-1].assessment
    return {
        "then": _about(earliest),
        "now": _about(latest),
        "assessments": [
            {**_about(record.assessment), "only_here": list(once)}
            for record, once in zip(found.records, found.once, strict=True)
        ],
        "competencies": [_competency(each, found) for each in found.changes],
        "only_then": list(found.once[0]),
        "only_now": list(found.once[-1]),
    }


def _competency(change: Change, found: Comparison) -> Mapping[str, Any]:
    key = example_key(change.competency)
    return {
        "competency": change.competency,
        "moved": change.moved,
        "answers": {each.aspect: _ends(each) for each in change.courses},
        "example": {
            "then": found.records[0].assessment.text(key),
            "now": found.records[-1].assessment.text(key),
        },
        "course": [_at(each, change.competency) for each in found.records],
    }


def _ends(course: Course) -> Mapping[str, Any]:
    return {"then": course.answers[0], "now": course.answers[-1], "moved": course.moved}


def _at(record: LookedBackOn, competency: str) -> Mapping[str, Any]:
    """Return what was said of a competency in one assessment, and in looking back on it."""
    assessment = record.assessment
    return {
        "assessment": assessment.id,
        **{each: assessment.rating(competency).answer(each) for each in ASPECTS},
        "example": assessment.text(example_key(competency)),
        "difference": assessment.text(difference_key(competency)),
        "looking_back": [
            {"id": each.id, "finished": each.fields()["finished"], "confidence": answer}
            for each in record.then
            if (answer := each.rating(competency).confidence) is not None
        ],
    }


def _about(assessment: Assessment) -> Mapping[str, Any]:
    fields = assessment.fields()
    return {name: fields[name] for name in ("id", "status", "started", "finished", "guide")}

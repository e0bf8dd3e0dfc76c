"""What is written in an assessment, each under its key and heading."""

from isp_cli.assess.record import Assessment, difference_key, example_key, principle_key
from isp_cli.guide.model import Competency, Principle


def with_example(assessment: Assessment, competency: Competency, text: str) -> Assessment:
    """Return the assessment with an example from practice."""
    heading = f"An example from practice: {competency.name}"
    return assessment.with_text(example_key(competency.id), heading, text)


def with_difference(assessment: Assessment, competency: Competency, text: str) -> Assessment:
    """Return the assessment with what made the difference since last time."""
    heading = f"What made the difference: {competency.name}"
    return assessment.with_text(difference_key(competency.id), heading, text)


def with_moment(assessment: Assessment, principle: Principle, text: str) -> Assessment:
    """Return the assessment with a moment when a principle showed, or was hard to keep."""
    return assessment.with_text(principle_key(principle.id), f"A moment: {principle.name}", text)

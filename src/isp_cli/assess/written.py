"""What a person wrote in an assessment, in the order in which it is shown."""

from collections.abc import Iterator

from isp_cli.assess.record import CONTEXT, Assessment, difference_key, example_key
from isp_cli.portfolio.passage import Passage


def of_competency(assessment: Assessment, competency: str) -> Iterator[Passage]:
    """Yield what was written about one competency, under headings that do not repeat its name."""
    for heading, key in (
        ("An example from practice", example_key(competency)),
        ("What made the difference", difference_key(competency)),
    ):
        text = assessment.text(key).strip("\n")
        if text.strip():
            yield Passage(key, heading, text)


def of_the_work(assessment: Assessment) -> Iterator[Passage]:
    """Yield what was written about the work: role, setting, what it is at the moment."""
    return (each for each in _others(assessment) if each.key.startswith(CONTEXT))


def of_the_whole(assessment: Assessment) -> Iterator[Passage]:
    """Yield what else was written, such as moments in which a principle showed."""
    return (each for each in _others(assessment) if not each.key.startswith(CONTEXT))


def _others(assessment: Assessment) -> Iterator[Passage]:
    known = {key(each) for each in assessment.named for key in (example_key, difference_key)}
    return (each for each in assessment.passages if each.key not in known and each.text.strip())

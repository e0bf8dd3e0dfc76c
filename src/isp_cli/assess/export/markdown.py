"""Assessments as a Markdown document to hand over."""

from collections.abc import Iterator, Mapping, Sequence

from isp_cli.assess.activities import said_of_activities
from isp_cli.assess.nearby import LookedBackOn
from isp_cli.assess.profile import profile, rule
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import ASPECTS, scales
from isp_cli.assess.then.record import HINDSIGHT, ThenRating
from isp_cli.assess.then.view import RESPONSE_SHIFT, said
from isp_cli.assess.written import of_competency, of_the_whole, of_the_work
from isp_cli.guide.model import Guide
from isp_cli.handout import source
from isp_cli.handout.markdown import escaped

WEAK = (
    "One person's own view at one time, which is weak evidence by itself: a beginning for a "
    "conversation, not a result. Levels go from 1 to 5."
)


def as_markdown(records: Sequence[LookedBackOn], guide: Guide) -> str:
    """Return the assessments as Markdown: every answer in words, and what was written."""
    documents = ("\n".join(_lines(each, guide)).rstrip("\n") for each in records)
    return "\n\n---\n\n".join(documents) + "\n"


def _lines(looked_back_on: LookedBackOn, guide: Guide) -> Iterator[str]:
    assessment, then = looked_back_on.assessment, looked_back_on.then
    known = {each.id: each for each in guide.competencies}
    names = {each.id: escaped(each.name) for each in guide.competencies}
    yield "# Self-assessment"
    yield ""
    begun = f"Begun on {assessment.day}; a draft."
    yield begun if assessment.is_draft else f"Made on {assessment.day}."
    yield ""
    yield WEAK
    for passage in of_the_work(assessment):
        yield from _written(f"## {escaped(passage.heading)}", passage.text)
    if assessment.depth != "quick":
        yield from _groups(assessment, names)
    for each in assessment.named:
        yield from ("", f"## {_name(names, each)}", "")
        yield from list(_answers(assessment, each, then)) or ["Not rated."]
        for passage in of_competency(assessment, each):
            yield from _written(f"### {passage.heading}", passage.text)
        for heading, activities in said_of_activities(assessment, known.get(each)):
            yield from ("", f"### {heading.rstrip(':')}", "")
            yield from (f"- {escaped(activity)}" for activity in activities)
    for passage in of_the_whole(assessment):
        yield from _written(f"## {escaped(passage.heading)}", passage.text)
    for record in then:
        yield from _written(f"## Looking back on {record.day}", record.text(HINDSIGHT))
    if then:
        yield from ("", RESPONSE_SHIFT)


def _groups(assessment: Assessment, names: Mapping[str, str]) -> Iterator[str]:
    yield from ("", "## For a conversation")
    for name, members in profile(assessment).items():
        if members:
            yield from ("", f"**{scales().groups[name].name}**", "")
            for each in members:
                found = rule(assessment.rating(each)).open
                why = f": {scales().open[found]}" if found else ""
                yield f"- {_name(names, each)}{why}"


def _answers(assessment: Assessment, competency: str, then: Sequence[ThenRating]) -> Iterator[str]:
    for aspect in ASPECTS:
        answer = assessment.rating(competency).answer(aspect)
        if answer is not None:
            yield f"- {aspect.capitalize()}: {scales().spoken(aspect, answer)}"
        if aspect == "confidence":
            for each in then:
                if each.rating(competency).confidence is not None:
                    yield f"  - Looking back on {each.day}: {said(each, competency)}"


def _written(heading: str, text: str) -> Iterator[str]:
    if text.strip():
        level = len(heading) - len(heading.lstrip("#"))
        yield from ("", heading, "", source.contained(text, level))


def _name(names: Mapping[str, str], competency: str) -> str:
    return names.get(competency, f"{escaped(competency)} (not in this guide)")

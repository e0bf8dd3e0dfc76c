"""A self-assessment as a YAML form, filled in."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator

from isp_cli.assess import context
from isp_cli.assess.passages import with_difference, with_example, with_moment
from isp_cli.assess.record import Answer, Assessment, Rating
from isp_cli.assess.scales import ASPECTS, scales
from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.sessions.answers import Form, Written
from isp_cli.sessions.desk import guide_version

PRACTISED = ("does", "wishes", "both")


def _practised(value: object) -> str | None:
    said = str(value).strip().lower() if value is not None else ""
    if said and said not in PRACTISED:
        raise ValueError(f"is {repr(value)[:40]}; it must be one of: {', '.join(PRACTISED)}")
    return said or None


Practised = Annotated[Literal["does", "wishes", "both"] | None, BeforeValidator(_practised)]


class RatingForm(Form):
    """The answers about one competency."""

    confidence: Answer = None
    importance: Answer = None
    use: Answer = None
    difference: Written = ""
    example: Written = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        written = self.example.strip() or self.difference.strip()
        return not written and all(getattr(self, each) is None for each in ASPECTS)


class ContextForm(Form):
    """What the work is."""

    role: Written = ""
    setting: Written = ""
    work: Written = ""


class AssessmentForm(Form):
    """The answers about all competencies that are to be assessed."""

    depth: Literal["quick", "full"] = "full"
    context: ContextForm | None = None
    ratings: Mapping[str, RatingForm | None]
    activities: Mapping[str, Practised] | None = None
    principles: Mapping[str, Written] | None = None


def check(guide: Guide, filled: AssessmentForm) -> Iterator[tuple[list[str | int], str]]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    yield from _unclear(guide, "competency", "ratings", filled.ratings)
    for name, rating in filled.ratings.items():
        yield from _not_on_scale(name, rating)
    known = {item.id for each in guide.competencies for item in each.activities}
    for activity in filled.activities or ():
        if activity not in known:
            yield ["activities", activity], "is no key activity of this guide"
    yield from _unclear(guide, "principle", "principles", filled.principles or {})
    told = any(text.strip() for text in (filled.principles or {}).values())
    rated = any(each and not each.is_empty for each in filled.ratings.values())
    if not (rated or told or any((filled.activities or {}).values())):
        yield ["ratings"], "nothing is filled in yet"


def _unclear(
    guide: Guide, kind: str, field: str, names: Mapping[str, object]
) -> Iterator[tuple[list[str | int], str]]:
    """Yield the names that fit nothing, or the same thing as one before."""
    seen: dict[str, str] = {}
    for name in names:
        try:
            known = lookup.find(guide, lookup.kind(kind), name).id
        except NotFound as error:
            yield [field, name], f"{error.what} {error.mend}".rstrip(".")
            continue
        if known in seen:
            yield [field, name], f"means the same {kind} as '{seen[known]}'; keep one"
        seen[known] = name


def _not_on_scale(name: str, rating: RatingForm | None) -> Iterator[tuple[list[str | int], str]]:
    for aspect in ASPECTS if rating else ():
        answer = getattr(rating, aspect)
        apart = scales().scale(aspect).apart
        if isinstance(answer, str) and answer not in apart:
            what = f"'{answer}' is no answer to this; write 1 to 5, or one of: {', '.join(apart)}"
            yield ["ratings", name, aspect], what


def record(guide: Guide, filled: AssessmentForm, moment: datetime) -> Assessment:
    """Return the assessment that a filled form holds; a draft if an answer is missing."""
    given = {
        lookup.competency(guide, name).id: each
        for name, each in filled.ratings.items()
        if each is not None and not each.is_empty
    }
    said = {name: each for name, each in (filled.activities or {}).items() if each}
    gone_through = [
        each.id for each in guide.competencies if any(item.id in said for item in each.activities)
    ]
    chosen = [each for each in guide.competencies if each.id in given or each.id in gone_through]
    ratings = {
        each.id: Rating.model_validate({name: getattr(given[each.id], name) for name in ASPECTS})
        for each in chosen
        if each.id in given
    }
    begun = Assessment.begun(
        moment,
        guide_version(guide),
        depth=filled.depth,
        competencies=tuple(each.id for each in chosen),
        ratings={id_: each for id_, each in ratings.items() if each != Rating()},
        activities_for=tuple(gone_through),
        activities=said,
    )
    whole = _with_what_was_written(begun, guide, given, filled)
    if _is_complete(whole):
        return whole.with_values(status="finished", finished=moment)
    return whole


def _with_what_was_written(
    assessment: Assessment, guide: Guide, given: Mapping[str, RatingForm], filled: AssessmentForm
) -> Assessment:
    """Return the assessment with all passages of the form, in the order of the conversation."""
    if filled.context:
        said = {part: getattr(filled.context, part) for part in context.HEADINGS}
        told = {part: text for part, text in said.items() if text.strip()}
        assessment = context.with_context(assessment, told)
    for competency in guide.competencies:
        found = given.get(competency.id, RatingForm())
        if found.difference.strip():
            assessment = with_difference(assessment, competency, found.difference)
        if found.example.strip():
            assessment = with_example(assessment, competency, found.example)
    moments = {
        lookup.find(guide, lookup.kind("principle"), name).id: text
        for name, text in (filled.principles or {}).items()
        if text.strip()
    }
    told_of = [each for each in guide.principles if each.id in moments]
    for principle in told_of:
        assessment = with_moment(assessment, principle, moments[principle.id])
    return assessment.with_values(principles=tuple(each.id for each in told_of))


def _is_complete(assessment: Assessment) -> bool:
    """Return whether nothing is left to rate; all else may be left out."""
    ratings = [assessment.rating(each) for each in assessment.competencies]
    return bool(ratings) and all(
        rating.confidence == "not-applicable"
        or all(rating.answer(aspect) is not None for aspect in assessment.aspects)
        for rating in ratings
    )

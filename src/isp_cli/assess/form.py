"""A self-assessment as a YAML form: the empty one, and what a filled one says."""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import datetime

from isp_cli.assess.record import Answer, Assessment, Rating, example_key
from isp_cli.assess.scales import ASPECTS, scales
from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.sessions.answers import Form, Written, form_text
from isp_cli.sessions.desk import guide_version


class RatingForm(Form):
    """The answers about one competency."""

    confidence: Answer = None
    importance: Answer = None
    use: Answer = None
    example: Written = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is filled in."""
        return not self.example.strip() and all(getattr(self, each) is None for each in ASPECTS)


class AssessmentForm(Form):
    """The answers about all competencies that are to be assessed."""

    ratings: Mapping[str, RatingForm | None]


def template(guide: Guide) -> str:
    """Return the form to fill in."""
    words = scales()
    explained = [
        "Self-assessment. Fill in what you like; competencies left empty are not assessed.",
        "For each answer write a number from 1 to 5, or one of: "
        + ", ".join(f"{value} ({label})" for value, label in words.apart.items())
        + ".",
    ]
    for aspect in ASPECTS:
        scale = words.scale(aspect)
        explained += ["", f"{aspect}: {scale.question}"]
        explained += [f"  {level}  {label}" for level, label in scale.levels.items()]
    explained += ["", "example: an example from your practice, in your own words."]
    empty = dict.fromkeys([*ASPECTS, "example"])
    ratings = [([each.name], {each.id: empty}) for each in guide.competencies]
    return (
        form_text((explained, None)) + "\nratings:\n" + textwrap.indent(form_text(*ratings), "  ")
    )


def check(guide: Guide, filled: AssessmentForm) -> Iterator[tuple[list[str | int], str]]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    seen: dict[str, str] = {}
    for name in filled.ratings:
        try:
            known = lookup.competency(guide, name).id
        except NotFound as error:
            yield ["ratings", name], f"{error.what} {error.mend}".rstrip(".")
            continue
        if known in seen:
            yield ["ratings", name], f"means the same competency as '{seen[known]}'; keep one"
        seen[known] = name
        yield from _not_on_scale(name, filled.ratings[name])
    if all(each is None or each.is_empty for each in filled.ratings.values()):
        yield ["ratings"], "nothing is filled in yet"


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
    chosen = tuple(each for each in guide.competencies if each.id in given)
    ratings = {
        each.id: Rating.model_validate(given[each.id].model_dump(exclude={"example"}))
        for each in chosen
    }
    whole = all(
        rating.confidence == "not-applicable"
        or all(rating.answer(aspect) is not None for aspect in ASPECTS)
        for rating in ratings.values()
    )
    return Assessment.begun(
        moment,
        guide_version(guide),
        status="finished" if whole else "draft",
        finished=moment if whole else None,
        competencies=tuple(each.id for each in chosen),
        ratings=ratings,
        passages=tuple(
            Passage(
                example_key(each.id),
                f"An example from practice: {each.name}",
                given[each.id].example,
            )
            for each in chosen
            if given[each.id].example.strip()
        ),
    )

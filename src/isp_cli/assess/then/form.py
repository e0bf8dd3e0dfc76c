"""Looking back at an assessment as a YAML form: the empty one, and what a filled one says."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from isp_cli.assess.record import Answer, Assessment, Rating
from isp_cli.assess.scales import scales
from isp_cli.assess.then.dialogue import chosen
from isp_cli.assess.then.record import (
    HINDSIGHT,
    HINDSIGHT_HEADING,
    ThenRating,
    rated_competencies,
)
from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.sessions.answers import Form, Written, form_text
from isp_cli.sessions.desk import guide_version


class ThenForm(Form):
    """Where one would now place oneself, competency by competency."""

    assessment: str
    ratings: Mapping[str, Answer]
    hindsight: Written = ""


def template(guide: Guide, assessment: Assessment, wanted: Sequence[str] = ()) -> str:
    """Return the form to fill in for an assessment; what was answered at the time is not in it."""
    words = scales()
    scale = words.scale("confidence")
    explained = [
        f"Looking back at {assessment.day}: where would you now place yourself at that time?",
        "For each competency write a number from 1 to 5, or one of: "
        + ", ".join(f"{each} ({words.apart[each]})" for each in scale.apart)
        + ".",
        "",
        *(f"  {level}  {told}" for level, told in scale.anchors.items()),
        "",
        "hindsight: what you see now that you did not see then, if you like.",
    ]
    return form_text(
        (explained, {"assessment": assessment.id}),
        ([], {"ratings": dict.fromkeys(chosen(guide, assessment, wanted))}),
        ([], {"hindsight": None}),
    )


def check(
    guide: Guide, assessments: Sequence[Assessment], filled: ThenForm
) -> Iterator[tuple[list[str | int], str]]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    assessment = _meant(assessments, filled)
    if assessment is None:
        what = f"there is no finished assessment '{filled.assessment}'"
        yield ["assessment"], f"{what}; isp assess then template prints a form for one"
        return
    seen: dict[str, str] = {}
    apart = scales().scale("confidence").apart
    for name, answer in filled.ratings.items():
        try:
            known = lookup.competency(guide, name).id
        except NotFound as error:
            yield ["ratings", name], f"{error.what} {error.mend}".rstrip(".")
            continue
        if known in seen:
            yield ["ratings", name], f"means the same competency as '{seen[known]}'; keep one"
        seen[known] = name
        if known not in rated_competencies(assessment):
            yield ["ratings", name], f"was not rated on {assessment.day}"
        if isinstance(answer, str) and answer not in apart:
            yield (
                ["ratings", name],
                f"'{answer}' is no answer to this; write 1 to 5, or one of: {', '.join(apart)}",
            )
    if all(each is None for each in filled.ratings.values()):
        yield ["ratings"], "nothing is filled in yet"


def record(
    guide: Guide, assessments: Sequence[Assessment], filled: ThenForm, moment: datetime
) -> ThenRating:
    """Return the then-ratings that a filled and checked form holds.

    What is left empty is not rated: unlike in an assessment one looks back on what one likes.
    """
    assessment = _meant(assessments, filled)
    given = {
        lookup.competency(guide, name).id: Rating(confidence=answer)
        for name, answer in filled.ratings.items()
        if answer is not None
    }
    begun = ThenRating.begun(
        moment,
        guide_version(guide),
        status="finished",
        finished=moment,
        passages=(Passage(HINDSIGHT, HINDSIGHT_HEADING, filled.hindsight),)
        if filled.hindsight.strip()
        else (),
    )
    about = begun.about(assessment, tuple(given)) if assessment else begun
    return about.with_values(
        competencies=tuple(each.id for each in guide.competencies if each.id in given),
        ratings=given,
    )


def _meant(assessments: Sequence[Assessment], filled: ThenForm) -> Assessment | None:
    return next((each for each in assessments if each.id == filled.assessment), None)

"""An assessment and its profile, as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from isp_cli.assess.activities import activity_lines
from isp_cli.assess.plot import plot, told
from isp_cli.assess.profile import profile, rule
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.assess.stronger import Beside, stronger
from isp_cli.assess.then.record import HINDSIGHT, HINDSIGHT_HEADING, ThenRating
from isp_cli.assess.then.view import RESPONSE_SHIFT, looked_back
from isp_cli.assess.written import of_competency, of_the_whole, of_the_work
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.terminal.screen import Line, heading, title

QUICK = (
    "A quick look asks for confidence alone. It shows where you feel sure and where you do not; "
    "what matters to your role, and what you use, it does not ask. So nothing is grouped."
)

DEPTHS = {"quick": "a quick look", "full": "in full"}
"""How an assessment asks, in a few words."""


def profile_page(
    assessment: Assessment, guide: Guide, beside: Beside | None = None, *, plain: bool = False
) -> Iterator[Line]:
    """Yield the profile: the competencies in groups for a conversation.

    Args:
        assessment: what was rated.
        guide: whose competencies they are.
        beside: what else the portfolio has that bears on it.
        plain: tell the levels in words that can be read aloud, where else there is a plot.
    """
    names = {each.id: each.name for each in guide.competencies}
    quick = assessment.depth == "quick"
    yield title(f"Your profile, {assessment.day}{' (a draft)' if assessment.is_draft else ''}")
    if quick:
        yield Line()
        yield Line(QUICK)
    else:
        yield from _groups(assessment, names)
    yield from heading("Confidence" if quick else "Confidence and importance")
    yield from (told if plain else plot)(assessment, guide)
    yield Line()
    begins = "This is" if quick else "These groups are"
    yield Line(
        f"{begins} the beginning of a conversation, not a result. A self-rating alone is weak "
        "evidence. What makes it stronger:"
    )
    for each in stronger(assessment, names, beside or Beside()):
        yield Line(each, mark="-", indent=2)
    yield Line()
    yield Line("What to work on is yours to decide.")


def _groups(assessment: Assessment, names: Mapping[str, str]) -> Iterator[Line]:
    for name, members in profile(assessment).items():
        if members:
            yield from heading(scales().groups[name].name)
            yield Line(scales().groups[name].meaning, indent=2)
            for each in members:
                yield Line(_member(assessment, each, names), mark="-", indent=4)


def _member(assessment: Assessment, competency: str, names: Mapping[str, str]) -> str:
    """Return the name of a competency in its group, with what is open about it."""
    name = names.get(competency, f"{competency} (not in this guide)")
    found = rule(assessment.rating(competency)).open
    return f"{name}: {scales().open[found]}" if found else name


def assessment_page(
    assessment: Assessment, guide: Guide, then: Sequence[ThenRating] = ()
) -> Iterator[Line]:
    """Yield every rating with its words, the examples, and the then-ratings beside."""
    known = {each.id: each for each in guide.competencies}
    names = {each.id: each.name for each in guide.competencies}
    state = "a draft" if assessment.is_draft else "finished"
    yield title(f"Assessment, {assessment.day} ({state})")
    yield from _passages(of_the_work(assessment))
    for each in assessment.named:
        yield from heading(names.get(each, f"{each} (not in this guide)"))
        yield from _answers(assessment, each, then)
        for passage in of_competency(assessment, each):
            yield Line(f"{passage.heading}:", indent=2)
            yield Line(passage.text, indent=4)
        yield from activity_lines(assessment, known.get(each))
    yield from _passages(of_the_whole(assessment))
    for record in then:
        if record.text(HINDSIGHT).strip():
            yield from heading(f"{HINDSIGHT_HEADING}, on {record.day}")
            yield Line(record.text(HINDSIGHT), indent=2)
    if then:
        yield Line()
        yield Line(RESPONSE_SHIFT)


def _passages(passages: Iterable[Passage]) -> Iterator[Line]:
    for each in passages:
        yield from heading(each.heading)
        yield Line(each.text, indent=2)


def _answers(assessment: Assessment, competency: str, then: Sequence[ThenRating]) -> Iterator[Line]:
    rating = assessment.rating(competency)
    applies = rating.confidence != "not-applicable"
    for aspect in assessment.aspects:
        if rating.answer(aspect) is None and not applies:
            continue  # it was not asked
        said = scales().spoken(aspect, rating.answer(aspect))
        yield Line(f"{aspect.capitalize()}: {said}", indent=2)
        if aspect == "confidence":
            yield from looked_back(competency, then)


def summary(assessment: Assessment) -> str:
    """Return in a few words what an assessment is about."""
    count = len(assessment.competencies)
    if not count:
        return "no competency chosen yet"
    rated = len(assessment.ratings)
    whole = "1 competency" if count == 1 else f"{count} competencies"
    how = f", {DEPTHS[assessment.depth]}" if assessment.depth else ""
    return f"{whole}{how}" if rated == count else f"{whole}{how}, {rated} begun"

"""An assessment and its profile, as lines."""

from collections.abc import Iterator, Mapping

from isp_cli.assess.plot import plot
from isp_cli.assess.profile import profile, rule
from isp_cli.assess.record import Assessment, difference_key, example_key
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.terminal.screen import Line, heading, title


def profile_page(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield the profile: the competencies in groups for a conversation."""
    names = {each.id: each.name for each in guide.competencies}
    words = scales()
    yield title(f"Your profile, {assessment.day}")
    if assessment.depth == "quick":
        yield Line()
        yield Line("A quick look: confidence alone. Groups need importance and use as well.")
        yield Line()
        yield from plot(assessment, guide)
        return
    for name, members in profile(assessment).items():
        if members:
            yield from heading(words.groups[name].name)
            yield Line(words.groups[name].meaning, indent=2)
            for each in members:
                yield Line(_member(assessment, each, names), mark="-", indent=4)
    yield from heading("Confidence and importance")
    yield from plot(assessment, guide)
    yield Line()
    yield Line(
        "These groups are the beginning of a conversation, not a result. A self-rating alone is "
        "weak evidence; an example, someone else's view and a later look make it stronger. What "
        "to work on is yours to decide."
    )


def _member(assessment: Assessment, competency: str, names: Mapping[str, str]) -> str:
    """Return the name of a competency in its group, with what is open about it."""
    name = names.get(competency, f"{competency} (not in this guide)")
    found = rule(assessment.rating(competency)).open
    return f"{name}: {scales().open[found]}" if found else name


def assessment_page(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield every rating with its words, and the examples."""
    names = {each.id: each.name for each in guide.competencies}
    words = scales()
    state = "a draft" if assessment.is_draft else "finished"
    yield title(f"Assessment, {assessment.day} ({state})")
    for each in assessment.named:
        yield from heading(names.get(each, f"{each} (not in this guide)"))
        rating = assessment.rating(each)
        for aspect in assessment.aspects:
            answer = rating.answer(aspect)
            number = f" ({answer})" if isinstance(answer, int) else ""
            yield Line(f"{aspect.capitalize()}: {words.words(aspect, answer)}{number}", indent=2)
        example = assessment.text(example_key(each))
        if example:
            yield Line("Example:", indent=2)
            yield Line(example, indent=4)
        difference = assessment.text(difference_key(each))
        if difference:
            yield Line("What made the difference:", indent=2)
            yield Line(difference, indent=4)


def summary(assessment: Assessment) -> str:
    """Return in a few words what an assessment is about."""
    count = len(assessment.competencies)
    if not count:
        return "no competency chosen yet"
    rated = len(assessment.ratings)
    whole = "1 competency" if count == 1 else f"{count} competencies"
    return whole if rated == count else f"{whole}, {rated} begun"

"""What is asked before the first competency: what to assess, how much of it, and the work."""

from collections.abc import Iterator

from isp_cli.assess import context
from isp_cli.assess.context import Part
from isp_cli.assess.record import Assessment
from isp_cli.assess.sitting import FEW, Sitting
from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Enter
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step

SOME = "some"
ALL = "all"
KEEP = "keep"


def opening(sitting: Sitting, record: Assessment) -> Iterator[Step[Assessment]]:
    """Yield the questions before the first competency."""
    if sitting.opens and not sitting.options.competencies:
        yield _scope_step(sitting)
        if sitting.given.get("scope") == SOME:
            yield _some_step(sitting, record)
    if not record.depth or (sitting.opens and not sitting.options.depth):
        yield _depth_step(record)
    if sitting.options.activities and len(sitting.asked(record)) > FEW:
        yield _few_step(sitting, record)
    yield from _context_steps(sitting, record)


def _scope_step(sitting: Sitting) -> Step[Assessment]:
    guide = sitting.guide

    def put(record: Assessment, answer: str) -> Assessment:
        sitting.given["scope"] = answer
        if answer == SOME:
            return record
        within = [each.id for each in guide.competencies if answer in (ALL, each.domain)]
        return sitting.with_scope(record, within)

    return Step(
        Choose(
            key="scope",
            text="What would you like to assess?",
            choices=(
                Choice(ALL, f"All {len(guide.competencies)} competencies"),
                *(Choice(domain.id, f"The domain {domain.name}") for domain in guide.domains),
                Choice(SOME, "Competencies that I choose"),
            ),
            current=sitting.given.get("scope") or None,
            optional=False,
        ),
        put,
        answered="scope" in sitting.given,
    )


def _some_step(sitting: Sitting, record: Assessment) -> Step[Assessment]:
    def put(record: Assessment, chosen: tuple[str, ...]) -> Assessment:
        sitting.given["competencies"] = "chosen"
        return sitting.with_scope(record, chosen)

    return Step(
        ChooseSeveral(
            key="competencies",
            text="Which competencies?",
            choices=tuple(Choice(each.id, each.name) for each in sitting.guide.competencies),
            current=tuple(each.id for each in sitting.asked(record)),
            optional=False,
            least=1,
        ),
        put,
        answered="competencies" in sitting.given,
    )


def _depth_step(record: Assessment) -> Step[Assessment]:
    return Step(
        Choose(
            key="depth",
            text="How much time do you have?",
            choices=(
                Choice("full", "Confidence, importance, use and an example"),
                Choice("quick", "A quick look: confidence alone"),
            ),
            current=record.depth,
            optional=False,
        ),
        lambda record, answer: record.with_values(depth=answer),
        answered=record.depth is not None,
    )


def _few_step(sitting: Sitting, record: Assessment) -> Step[Assessment]:
    return Step(
        ChooseSeveral(
            key="activities",
            text="Of which would you like to go through the key activities?",
            context=(
                Line(
                    f"One or two are plenty, {FEW} are the most; the others can have another day."
                ),
            ),
            choices=tuple(Choice(each.id, each.name) for each in sitting.asked(record)),
            current=record.activities_for,
            most=FEW,
        ),
        lambda record, chosen: record.with_values(activities_for=tuple(chosen)),
        answered=bool(record.activities_for),
    )


def _context_steps(sitting: Sitting, record: Assessment) -> Iterator[Step[Assessment]]:
    """Yield whether last time's words still hold, or else what is to be said in their place."""
    said, last = context.context(record), {} if sitting.goes_on else sitting.context
    if last and (not said or "context" in sitting.given):
        yield _still_so_step(sitting)
    elif record.depth == "quick":
        return
    if sitting.given.get("context") == KEEP or "context" in record.skipped:
        return
    if not last or "context" in sitting.given:
        for part in context.HEADINGS:
            yield _part_step(sitting, record, part)


def _still_so_step(sitting: Sitting) -> Step[Assessment]:
    def put(record: Assessment, answer: str) -> Assessment:
        sitting.given["context"] = answer
        return context.with_context(record, sitting.context)

    return Step(
        Choose(
            key="context",
            text="Is this still what your work is?",
            context=(
                Line("Last time you said:", style="dim"),
                *context.context_lines(sitting.context),
            ),
            choices=(
                Choice(KEEP, "Yes, keep it as it is"),
                Choice("change", "No, some of it has changed"),
            ),
            current=sitting.given.get("context"),
        ),
        put,
        answered="context" in sitting.given,
    )


def _part_step(sitting: Sitting, record: Assessment, part: Part) -> Step[Assessment]:
    key = context.key(part)
    so_far = record.text(key)

    def put(record: Assessment, answer: str) -> Assessment:
        sitting.given[key] = answer
        return context.with_context(record, {part: answer})

    return Step(
        Enter(
            key=key,
            text=context.QUESTIONS[part]
            + (" Enter alone keeps it." if so_far else " Enter alone leaves it out."),
            current=so_far,
            open_ended=True,
        ),
        put,
        answered=(
            sitting.goes_on
            or key in sitting.given
            or bool(so_far and sitting.given.get("context") != "change")
        ),
    )

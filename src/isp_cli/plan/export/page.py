"""A development plan as a document to hand over."""

from collections.abc import Iterator, Sequence
from datetime import date

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.handout.blocks import Block, Bullets, Handout, Heading, Paragraph, Prose, Written
from isp_cli.plan import further
from isp_cli.plan.export.contents import Contents, Excerpt
from isp_cli.plan.export.step_blocks import list_blocks, table_blocks
from isp_cli.plan.record import HEADINGS, LOOKING_BACK, PARTS, Plan
from isp_cli.plan.view import name_of

TITLE = "Development plan"


def handout(plan: Plan, guide: Guide, contents: Contents, today: date) -> Handout:
    """Return the plan as a document with these contents, as it stands `today`.

    What the person wrote stands in it as written; the names of competencies are the guide's.
    """
    blocks = (*_about(plan, guide, contents, today), *_goals(plan, guide, contents))
    beside = (
        *_excerpts("Examples from practice", contents.examples),
        *_excerpts("From my reflection", contents.answers),
    )
    back: tuple[Block, ...] = ()
    if "looking-back" in contents.parts and plan.text(LOOKING_BACK).strip():
        back = (Heading("Looking back"), Prose(plan.text(LOOKING_BACK), below=2))
    return Handout(TITLE, guide.language, (*blocks, *back, *beside), contents.author)


def _about(plan: Plan, guide: Guide, contents: Contents, today: date) -> Iterator[Block]:
    if contents.author:
        yield Paragraph((f"From {contents.author}.",))
    begun = "Begun" if plan.is_draft else "Made"
    until = f", until {dates.spoken(plan.horizon)}" if plan.horizon else ""
    draft = ", a draft" if plan.is_draft else ""
    closed = f" Closed on {dates.spoken(plan.closed)}." if plan.closed else ""
    written = f" As it stood on {dates.spoken(today)}."
    made = f"{begun} on {dates.spoken(plan.started.date())}{until}{draft}."
    yield Paragraph((f"{made}{closed}{written}",))
    if plan.reviews_ahead:
        yield Paragraph((f"To be looked at again on {_in_words(plan.reviews_ahead)}.",))
    authors = f", by {_joined([each.name for each in guide.authors])}" if guide.authors else ""
    for each in contents.context:
        yield Paragraph((f"{each.heading}: ", Written(each.text)))
    yield Paragraph((f"The competencies are those of: {guide.title}{authors}.",))


def _goals(plan: Plan, guide: Guide, contents: Contents) -> Iterator[Block]:
    for competency in plan.competencies:
        if competency not in contents.goals:
            continue
        name = name_of(guide, competency)
        yield Heading(name)
        for part in PARTS:
            text = plan.said(part, competency)
            if part not in contents.parts or not text.strip():
                continue
            yield Heading(HEADINGS[part], 3)
            if part == "steps":
                yield from table_blocks(text, name) if contents.table else list_blocks(text)
            else:
                yield Prose(further.shown(text))
        if "reviews" in contents.parts:
            for review in plan.past_reviews:
                if review.competency == competency:
                    yield Heading(f"Review of {dates.spoken(review.day)}", 3)
                    yield Prose(review.text)


def _excerpts(title: str, excerpts: Sequence[Excerpt]) -> Iterator[Block]:
    if excerpts:
        yield Heading(title)
        yield Paragraph((f"From {excerpts[0].source}.",))
    for each in excerpts:
        yield Heading(each.heading, 3)
        if each.chosen:
            yield Bullets(tuple((name,) for name in each.chosen))
        if each.text.strip():
            yield Prose(each.text)


def _in_words(days: Sequence[date]) -> str:
    return _joined([dates.spoken(each) for each in days])


def _joined(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

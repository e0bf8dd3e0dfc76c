"""The pages of the guide, as lines."""

from collections.abc import Iterable, Iterator, Sequence

from isp_cli.guide.kinds import Kind
from isp_cli.guide.lookup import Entry
from isp_cli.guide.model import (
    Competency,
    Domain,
    Guide,
    Item,
    Principle,
    Question,
    Reference,
    Resource,
    Section,
)
from isp_cli.terminal.outline import lettered, numbered, paragraphs
from isp_cli.terminal.screen import Line, heading, title


def page(kind: Kind, entry: Entry, guide: Guide) -> Iterator[Line]:
    """Return the lines of one thing of the guide."""
    part = entry.part
    match part:
        case Principle():
            return principle_page(part)
        case Domain():
            return domain_page(part, guide)
        case Competency():
            domain = next(each for each in guide.domains if each.id == part.domain)
            return competency_page(part, domain)
        case Question():
            return question_page(part)
        case Section():
            return about_page((part,), guide)
        case Resource() | Reference():
            return resource_page(part)
        case Item():
            return dilemma_page(part, guide)
    raise TypeError(kind.one)


def pages(kind: Kind, guide: Guide) -> Iterator[Line]:
    """Return the lines of everything of one kind."""
    match kind.one:
        case "principle":
            return principles_page(guide)
        case "domain":
            return domains_page(guide)
        case "competency":
            return competencies_page(guide)
        case "question":
            return questions_page(guide)
        case "dilemma":
            return dilemmas_page(guide)
        case "resource":
            return resources_page(guide)
    return about_page(guide.about, guide)


def map_page(guide: Guide) -> Iterator[Line]:
    """Yield the guide at a glance: principles, domains with their competencies, questions."""
    yield title(guide.title)
    yield from heading("Principles")
    for principle in guide.principles:
        yield Line(principle.name, indent=2)
    yield from heading("Domains and their competencies")
    for domain in guide.domains:
        yield Line(domain.name, indent=2)
        for competency in guide.competencies_of(domain):
            yield Line(competency.name, mark="-", indent=4)
    yield from heading("Questions to reflect on")
    yield from _questions(guide.questions)
    yield Line()
    yield Line("To read one: isp browse competency brokering", style="dim")
    yield Line("There is also: isp browse dilemmas, resources, about", style="dim")


def about_page(sections: Sequence[Section], guide: Guide) -> Iterator[Line]:
    """Yield what the guide says about itself."""
    yield title(guide.title)
    for section in sections:
        yield from heading(section.title)
        yield from paragraphs(section.items)
        if section.id == "about.foreword":
            for author in guide.authors:
                yield Line(f"{author.name}, {author.affiliation}", indent=2)


def notes_lines(kind: Kind, entry: Entry, count: int) -> Iterator[Line]:
    """Yield how many notes the person has on a competency or principle, and how to read them."""
    yield Line()
    yield Line(f"Your notes on this: {count}")
    yield Line(f"To read them: isp note show --{kind.one} {entry.id}", style="dim")


def principles_page(guide: Guide) -> Iterator[Line]:
    """Yield all principles with what they mean."""
    yield title("Principles")
    yield Line()
    yield from paragraphs(guide.introductions.principles)
    for principle in guide.principles:
        yield from heading(principle.name)
        yield from paragraphs(principle.meaning)


def principle_page(principle: Principle) -> Iterator[Line]:
    """Yield one principle with what it means."""
    yield title(principle.name)
    yield Line("Principle", style="dim")
    yield Line()
    yield from paragraphs(principle.meaning)


def domains_page(guide: Guide) -> Iterator[Line]:
    """Yield all domains with their competencies."""
    yield title("Domains")
    yield Line()
    yield from paragraphs(guide.introductions.domains)
    for domain in guide.domains:
        yield Line()
        yield from _domain(domain, guide)


def domain_page(domain: Domain, guide: Guide) -> Iterator[Line]:
    """Yield one domain with its competencies."""
    yield from _domain(domain, guide)


def competencies_page(guide: Guide) -> Iterator[Line]:
    """Yield the names of all competencies, by domain."""
    yield title("Competencies")
    yield Line()
    yield from paragraphs(guide.introductions.competencies)
    for domain in guide.domains:
        yield from heading(domain.name)
        for competency in guide.competencies_of(domain):
            yield Line(competency.name, mark="-", indent=2)


def competency_page(competency: Competency, domain: Domain) -> Iterator[Line]:
    """Yield one competency whole: overview, key activities, hints."""
    yield title(competency.name)
    yield Line(f"Competency in the domain {domain.name}", style="dim")
    yield from heading("Overview")
    yield from paragraphs(competency.opening)
    yield from numbered(competency.overview)
    yield from heading("Key activities")
    yield from numbered(competency.activities)
    yield from heading("Helpful hints")
    yield from paragraphs(competency.hints)


def questions_page(guide: Guide) -> Iterator[Line]:
    """Yield the questions with their follow-ups."""
    yield title("Questions to reflect on")
    yield Line()
    yield from paragraphs(guide.introductions.questions)
    yield Line()
    yield from _questions(guide.questions)


def question_page(question: Question) -> Iterator[Line]:
    """Yield one question with its follow-ups."""
    yield title(f"Question {question.number}")
    yield Line()
    yield Line(question.text, indent=2)
    yield from lettered(question.items, indent=4)


def dilemmas_page(guide: Guide) -> Iterator[Line]:
    """Yield the dilemmas and what may resolve them."""
    yield title("Dilemmas when supporting implementation")
    yield Line()
    yield from paragraphs(guide.introductions.dilemmas)
    yield from heading("Dilemmas")
    yield from numbered(guide.dilemmas)
    yield from heading("What may resolve them")
    yield from paragraphs(guide.resolutions)


def dilemma_page(dilemma: Item, guide: Guide) -> Iterator[Line]:
    """Yield one dilemma, and what may resolve dilemmas."""
    yield title(f"Dilemma {guide.dilemmas.index(dilemma) + 1}")
    yield Line()
    yield Line(dilemma.text, indent=2)
    yield from heading("What may resolve dilemmas")
    yield from paragraphs(guide.resolutions)


def resources_page(guide: Guide) -> Iterator[Line]:
    """Yield the resources by group, then the references."""
    yield title("Resources")
    yield Line()
    yield from paragraphs(guide.introductions.resources)
    for group in guide.resource_groups:
        yield from heading(group.name)
        for resource in guide.resources:
            if resource.group == group.id:
                yield Line(resource.name, mark="-", indent=2)
                yield Line(resource.url, indent=4)
    yield from heading("References")
    yield from paragraphs(guide.introductions.references)
    for reference in guide.references:
        yield from _reference(reference)


def resource_page(resource: Resource | Reference) -> Iterator[Line]:
    """Yield one resource with its address, or one reference."""
    if isinstance(resource, Reference):
        yield from _reference(resource)
    else:
        yield title(resource.name)
        yield Line(resource.url)


def _domain(domain: Domain, guide: Guide) -> Iterator[Line]:
    yield title(domain.name)
    yield Line("Domain", style="dim")
    yield Line()
    yield from paragraphs(domain.description)
    yield Line()
    yield Line("Competencies:", indent=2)
    for competency in guide.competencies_of(domain):
        yield Line(competency.name, mark="-", indent=4)


def _reference(reference: Reference) -> Iterator[Line]:
    yield Line(reference.text, mark="-", indent=2)
    if reference.url and reference.url not in reference.text:
        yield Line(reference.url, indent=4)
    if not reference.complete:
        yield Line("(The source breaks off here.)", indent=4)


def _questions(questions: Iterable[Question]) -> Iterator[Line]:
    for question in questions:
        yield Line(question.text, mark=f"{question.number:>2}.", indent=2)
        yield from lettered(question.items, indent=6)

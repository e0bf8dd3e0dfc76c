"""Every text of the guide in its place."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from isp_cli.errors import NotFound
from isp_cli.guide.model import Competency, Guide, Item


class Place(NamedTuple):
    """One text of the guide and where it stands.

    Attributes:
        id: the id of the text.
        kind: "principle", "competency", ... as `isp browse` takes it.
        owner: the id of the thing it belongs to (its own where it belongs to nothing).
        trail: the names that lead to it, such as ("Brokering", "Key activities").
        text: what it says.
    """

    id: str
    kind: str
    owner: str
    trail: tuple[str, ...]
    text: str


def places(guide: Guide) -> Iterator[Place]:
    """Yield every text of the guide in its place, in the guide's order."""
    for section in guide.about:
        yield Place(section.id, "about", section.id, (), section.title)
        yield from _below(section.items, "about", section.id, (section.title,))
    for kind, items in guide.introductions:
        owner = SINGULAR[kind]
        yield from _below(items, owner, "", (kind.capitalize(), "Introduction"))
    for principle in guide.principles:
        yield Place(principle.id, "principle", principle.id, (), principle.name)
        yield from _below(principle.meaning, "principle", principle.id, (principle.name,))
    for domain in guide.domains:
        yield Place(domain.id, "domain", domain.id, (), domain.name)
        yield from _below(domain.description, "domain", domain.id, (domain.name,))
    for competency in guide.competencies:
        yield from _competency(competency)
    yield from _below(guide.dilemmas, "dilemma", None, ("Dilemmas",))
    yield from _below(guide.resolutions, "dilemma", "", ("Dilemmas", "What may resolve them"))
    for question in guide.questions:
        trail: tuple[str, ...] = (f"Question {question.number}",)
        yield Place(question.id, "question", question.id, trail, question.text)
        yield from _below(question.items, "question", question.id, trail)
    groups = {group.id: group.name for group in guide.resource_groups}
    for group in guide.resource_groups:
        yield Place(group.id, "resource", "", ("Resources",), group.name)
    for resource in guide.resources:
        trail = ("Resources", groups.get(resource.group, resource.group))
        yield Place(resource.id, "resource", resource.id, trail, resource.name)
    for reference in guide.references:
        yield Place(reference.id, "resource", reference.id, ("References",), reference.text)


SINGULAR = {
    "principles": "principle",
    "domains": "domain",
    "competencies": "competency",
    "dilemmas": "dilemma",
    "questions": "question",
    "resources": "resource",
    "references": "resource",
}
"""The kind that `isp browse` shows each of the guide's lists under."""


def _competency(competency: Competency) -> Iterator[Place]:
    name = competency.name
    yield Place(competency.id, "competency", competency.id, (), name)
    for items, heading in (
        (competency.opening, "Overview"),
        (competency.overview, "Overview"),
        (competency.activities, "Key activities"),
        (competency.hints, "Hints"),
    ):
        yield from _below(items, "competency", competency.id, (name, heading))


def _below(
    items: Iterable[Item], kind: str, owner: str | None, trail: tuple[str, ...]
) -> Iterator[Place]:
    for top in items:
        for item in top.walk():
            yield Place(item.id, kind, top.id if owner is None else owner, trail, item.text)


def ids(guide: Guide) -> Iterator[str]:
    """Yield the id of everything in the guide, as often as it is given."""
    yield from (each.id for each in places(guide))


def place(guide: Guide, wanted: str) -> Place:
    """Return the text whose id is `wanted`, in its place.

    Raises:
        NotFound: no text has this id.
    """
    for found in places(guide):
        if found.id == wanted:
            return found
    raise NotFound(f"Nothing in the guide has the id '{wanted}'.", mend="Try: isp search WORDS")

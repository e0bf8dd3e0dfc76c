"""The guide's parts, item by item, as `data/guide.yaml` holds them."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True, max_length=10_000)]


def _not_empty(parts: tuple[object, ...]) -> tuple[object, ...]:
    if not parts:
        raise ValueError("is empty; it needs an entry")
    return parts


_SOME = AfterValidator(_not_empty)


class Part(BaseModel):
    """What every part of the guide has in common: it is frozen and takes no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Item(Part):
    """One statement of the guide, with the items below it."""

    id: Id
    text: Text
    items: tuple["Item", ...] = ()

    def walk(self) -> Iterator["Item"]:
        """Yield this item and every item below it, in order."""
        yield self
        for below in self.items:
            yield from below.walk()


class Author(Part):
    """One who signed the foreword."""

    name: Text
    affiliation: Text


class Section(Part):
    """A headed part of what the guide says about itself."""

    id: Id
    title: Text
    items: tuple[Item, ...]


class Principle(Part):
    """A foundational attitude."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    meaning: tuple[Item, ...]


class Domain(Part):
    """A group of competencies."""

    id: Id
    name: Text
    aliases: tuple[Text, ...] = ()
    description: tuple[Item, ...]


class Competency(Part):
    """A competency with its overview, key activities and hints.

    Attributes:
        domain: the id of the domain that it belongs to.
        opening: what the guide says before the list of the overview, where it says something.
    """

    id: Id
    name: Text
    domain: Id
    aliases: tuple[Text, ...] = ()
    opening: tuple[Item, ...] = ()
    overview: tuple[Item, ...]
    activities: tuple[Item, ...]
    hints: tuple[Item, ...]


class Question(Part):
    """A reflective question; its items are the follow-ups.

    Attributes:
        chooses: whether the question asks about principles or competencies, if either.
        most: how many of them it speaks of at the most, where it says so.
    """

    id: Id
    text: Text
    chooses: Literal["principles", "competencies"] | None = None
    most: Annotated[int, Field(ge=1)] | None = None
    items: tuple[Item, ...] = ()

    @property
    def number(self) -> str:
        """The number the question goes by, such as "7"."""
        return self.id.rpartition(".")[2]


class ResourceGroup(Part):
    """A heading under which the guide lists resources."""

    id: Id
    name: Text


class Resource(Part):
    """A place to go on the web; `group` is the id of its group."""

    id: Id
    name: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
    group: Id


class Reference(Part):
    """A cited article; `complete` is False where the source breaks off."""

    id: Id
    text: Text
    url: str | None = None
    complete: bool = True


class Introductions(Part):
    """What the guide says before each of its lists."""

    principles: tuple[Item, ...] = ()
    domains: tuple[Item, ...] = ()
    competencies: tuple[Item, ...] = ()
    dilemmas: tuple[Item, ...] = ()
    questions: tuple[Item, ...] = ()
    resources: tuple[Item, ...] = ()
    references: tuple[Item, ...] = ()


class Guide(Part):
    """The whole practice guide.

    Attributes:
        format: the version of this file format.
        id, version: which guide it is; records keep them beside what was said about it.
        language: a BCP 47 tag.
        dilemmas, resolutions: the dilemmas of the work, and what may resolve them.
    """

    format: Literal[1]
    id: Id
    version: Text
    title: Text
    language: Text
    authors: tuple[Author, ...] = ()
    about: tuple[Section, ...] = ()
    introductions: Introductions = Introductions()
    principles: Annotated[tuple[Principle, ...], _SOME]
    domains: Annotated[tuple[Domain, ...], _SOME]
    competencies: Annotated[tuple[Competency, ...], _SOME]
    dilemmas: tuple[Item, ...] = ()
    resolutions: tuple[Item, ...] = ()
    questions: Annotated[tuple[Question, ...], _SOME]
    resource_groups: tuple[ResourceGroup, ...] = ()
    resources: tuple[Resource, ...] = ()
    references: tuple[Reference, ...] = ()

    def competencies_of(self, domain: Domain) -> tuple[Competency, ...]:
        """Return the competencies of `domain`, in the guide's order."""
        return tuple(each for each in self.competencies if each.domain == domain.id)

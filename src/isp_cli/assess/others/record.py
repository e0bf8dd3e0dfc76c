"""Another's view as a record, and the invitation that asked for it."""

from collections.abc import Mapping
from typing import ClassVar, Literal, get_args

from pydantic import Field

from isp_cli.assess.record import Answer, Apart
from isp_cli.portfolio.record import Entry, Record

Opportunity = Literal["none", "little", "some", "much"]
"""How much opportunity somebody had to see a competency at work."""

OPPORTUNITIES: tuple[Opportunity, ...] = get_args(Opportunity)

FORM = "form"
"""The key of the passage that keeps the form as it was made."""

COMMENT = "comment"
"""The key of what somebody says about the whole."""

ALSO = "also"
"""The key of what stands in a form outside its answers; nothing that was written is lost."""


class Seen(Entry):
    """What another says about one competency: how much they could see of it, and their rating."""

    opportunity: Opportunity | None = None
    rating: Answer = None

    @property
    def level(self) -> int | None:
        """The level that counts: none where there was no opportunity to see it."""
        level = self.rating if isinstance(self.rating, int) else None
        return None if self.opportunity == "none" else level

    @property
    def apart(self) -> "Apart | None":
        """The answer that is no level; no opportunity to see it comes before all others."""
        if self.opportunity == "none":
            return "no-opportunity"
        return None if isinstance(self.rating, int) else self.rating


class Invitation(Record):
    """A form that was made for somebody.

    Attributes:
        name: whom it was made for.
        asked_by: the name that the form gives for who asks; may be empty.
        assessment: the id of the assessment that was the latest then, if there was one.
        competencies: the ids of those that it asks about, in the guide's order.
    """

    kind: ClassVar[str] = "invitation"
    verb: ClassVar[str] = "assess invite"
    folder: ClassVar[str] = "invitations"

    status: Literal["made"] = "made"
    name: str
    asked_by: str = ""
    assessment: str | None = None
    competencies: tuple[str, ...]

    @property
    def number(self) -> str:
        """The number that the form carries, and comes back with."""
        return self.id.removeprefix(f"{self.kind}-")

    @property
    def stem(self) -> str:
        """The day and the name."""
        return f"{super().stem}-{slug(self.name)}"


class View(Record):
    """How one other person sees one's work, as they wrote it in a form.

    Attributes:
        form: the number of the form; empty where it was filed without an invitation.
        name: whose view it is.
        relation: how they work together, in their own words.
        consent: whether it may be shown on its own.
        assessment: the id of the assessment that it was asked for beside, if there was one.
        competencies: the ids of those that the form asked about.
        ratings: by the id of the competency; those without an answer are missing.
    """

    kind: ClassVar[str] = "view"
    verb: ClassVar[str] = "assess receive"
    folder: ClassVar[str] = "views"

    status: Literal["received"] = "received"
    form: str = ""
    name: str
    relation: str = ""
    consent: bool = False
    assessment: str | None = None
    competencies: tuple[str, ...] = ()
    ratings: Mapping[str, Seen] = Field(default_factory=dict)

    @property
    def stem(self) -> str:
        """The day and the name."""
        return f"{super().stem}-{slug(self.name)}"

    def seen(self, competency: str) -> Seen:
        """Return what it says about a competency, with nothing answered where it says nothing."""
        return self.ratings.get(competency, Seen())


def offer_key(competency: str) -> str:
    """Return the key of what somebody could share, or who could be learnt from."""
    return f"offer.{competency}"


def also_key(competency: str) -> str:
    """Return the key of what else was written beside a competency."""
    return f"{ALSO}.{competency}"


def slug(name: str) -> str:
    """Return a name as part of a file name: letters, digits and hyphens, 40 at the most."""
    words = "".join(each if each.isalnum() else " " for each in name.lower()).split()
    return "-".join(words)[:40].strip("-") or "someone"

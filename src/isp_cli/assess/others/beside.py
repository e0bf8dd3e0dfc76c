"""A self-assessment and the views of others side by side, competency by competency."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from isp_cli.assess.others.agreement import Agreement, several
from isp_cli.assess.others.offers import Offer, offers
from isp_cli.assess.others.record import ALSO, COMMENT, Opportunity, View, also_key
from isp_cli.assess.others.shown import Shown, Together, shown
from isp_cli.assess.record import Apart, Assessment, example_key
from isp_cli.guide.model import Guide


@dataclass(frozen=True)
class Sight:
    """What one named person says about a competency.

    Attributes:
        name: who; relation: how they work together.
        opportunity: how much they could see, rating: what they answered; None where nothing.
        example: what they saw; also: what they wrote besides.
    """

    name: str
    relation: str
    day: str
    opportunity: Opportunity | None
    rating: int | Apart | None
    example: str
    also: str

    @property
    def answer(self) -> int | Apart | None:
        """The rating; where there is none and they saw nothing of it, that they could not."""
        unseen = self.rating is None and self.opportunity == "none"
        return "no-opportunity" if unseen else self.rating


@dataclass(frozen=True)
class Beside:
    """One competency: my own answer, what others say, and how the two stand to one another."""

    competency: str
    mine: int | Apart | None
    example: str
    agreement: Agreement
    named: tuple[Sight, ...]
    together: Together
    offers: tuple[Offer, ...]


@dataclass(frozen=True)
class SideBySide:
    """All that is shown.

    Attributes:
        assessment: the self-rating; None where there is none yet.
        shown: the views, as far as they may be shown.
        competencies: those that somebody was asked about, in the guide's order.
    """

    assessment: Assessment | None
    shown: Shown
    competencies: tuple[Beside, ...]


def side_by_side(assessment: Assessment | None, views: Sequence[View], guide: Guide) -> SideBySide:
    """Return an assessment beside `views`, the oldest of which is first, by the rule of `shown`."""
    may = shown(views)
    offered = offers(views)
    known = [each.id for each in guide.competencies]
    asked = dict.fromkeys(each for view in views for each in view.competencies)
    in_order = [each for each in known if each in asked] + [e for e in asked if e not in known]
    found = (_beside(each, assessment, may, offered.get(each, ())) for each in in_order)
    return SideBySide(assessment, may, tuple(each for each in found if each is not None))


def _beside(
    competency: str, assessment: Assessment | None, may: Shown, offered: tuple[Offer, ...]
) -> Beside | None:
    """Return one competency; None where nothing may be shown of it."""
    named = tuple(_sights(may.named, competency))
    together = may.together.get(competency, Together())
    if not (named or offered or not together.is_empty):
        return None
    mine = assessment.rating(competency).confidence if assessment else None
    seen = [view.seen(competency) for view in may.named]
    levels = [each.level for each in seen if each.level is not None]
    return Beside(
        competency=competency,
        mine=mine,
        example=assessment.text(example_key(competency)) if assessment else "",
        agreement=several(
            mine,
            [*levels, *together.levels],
            [*(each.apart for each in seen if each.apart), *together.apart],
        ),
        named=named,
        together=together,
        offers=offered,
    )


def _sights(views: Iterable[View], competency: str) -> Iterator[Sight]:
    for view in views:
        seen = view.seen(competency)
        example, also = view.text(example_key(competency)), view.text(also_key(competency))
        if competency in view.ratings or example or also:
            yield Sight(
                *(view.name, view.relation, view.day, seen.opportunity, seen.rating, example, also)
            )


def as_data(found: SideBySide) -> Mapping[str, Any]:
    """Return what is shown, for other programs; what may not be shown is not in it."""
    assessment = found.assessment
    return {
        "assessment": assessment.id if assessment else None,
        "named": [
            {"name": each.name, "relation": each.relation}
            | {"received": each.started.isoformat()}
            | {"comment": each.text(COMMENT), "also": each.text(ALSO)}
            for each in found.shown.named
        ],
        "without_names": found.shown.count,
        "kept_back": found.shown.waiting,
        "competencies": [
            {
                "competency": each.competency,
                "mine": each.mine,
                "agreement": each.agreement,
                "named": [
                    {"name": sight.name, "opportunity": sight.opportunity}
                    | {"rating": sight.rating, "example": sight.example, "also": sight.also}
                    for sight in each.named
                ],
                "without_names": {
                    "levels": list(each.together.levels),
                    "opportunities": list(each.together.opportunities),
                    "apart": list(each.together.apart),
                },
                "offers": [
                    {"name": offer.name, "day": offer.day, "text": offer.text}
                    for offer in each.offers
                ],
            }
            for each in found.competencies
        ],
    }

"""What others offered to share, or said about who could be learnt from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from isp_cli.assess.others.record import View, offer_key
from isp_cli.assess.others.shown import latest_of_each


@dataclass(frozen=True)
class Offer:
    """What one person said about a competency: who it was, the day, and the words."""

    name: str
    day: str
    text: str


def offers(views: Iterable[View]) -> Mapping[str, tuple[Offer, ...]]:
    """Return the offers by the id of the competency, oldest first.

    An offer is made with one's name, so no consent is asked for it; the form says so. Of two views
    of the same person the later one counts.

    Args:
        views: those received, the oldest first, as `Store.finished(View)` gives them.
    """
    found: dict[str, tuple[Offer, ...]] = {}
    for view in latest_of_each(views):
        for competency in view.competencies:
            text = view.text(offer_key(competency))
            if text.strip():
                offer = Offer(view.name, view.day, text)
                found[competency] = (*found.get(competency, ()), offer)
    return found

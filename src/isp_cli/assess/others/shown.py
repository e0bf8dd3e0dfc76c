"""Which views may be shown, and how: a view alone only with consent, others in threes.

The rule, which docs/asking-others.md gives in full:

- A view with consent is shown on its own, with the name.
- Views without consent are shown together, without names, in threes: of three, four or five
  the first three, of six all six. What a fourth said would be told by the difference.
  Those with consent do not count for it: two named and one not would give the third away.
- Of these, levels are shown only where at least three gave one, the lowest first, in each
  competency anew; so is how much they could see, but not beside the level. Answers that are no
  level likewise only where there are at least three.
- Nothing that they wrote in their own words is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from isp_cli.assess.others.form import FEWEST
from isp_cli.assess.others.record import OPPORTUNITIES, Opportunity, View
from isp_cli.assess.others.wording import folded
from isp_cli.assess.record import Apart


@dataclass(frozen=True)
class Together:
    """What views without consent say about one competency, so that nobody is given away.

    Attributes:
        levels: the lowest first; none where fewer than three gave one.
        opportunities: how much those who gave one could see, the least first.
        apart: the answers that are no level; none where there are fewer than three.
    """

    levels: tuple[int, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show."""
        return not self.levels and not self.apart


@dataclass(frozen=True)
class Shown:
    """What may be shown of the views that there are.

    Attributes:
        named: the views with consent, oldest first.
        together: by competency, what those without consent say; only where it may be shown.
        count: how many stand behind `together`.
        waiting: how many are kept back until there are enough.
    """

    named: tuple[View, ...] = ()
    together: Mapping[str, Together] = field(default_factory=dict)
    count: int = 0
    waiting: int = 0


def shown(views: Sequence[View]) -> Shown:
    """Return what may be shown of `views`, of which the oldest is first.

    Of two views of the same person the later one counts.
    """
    counting = latest_of_each(views)
    pool = [each for each in counting if not each.consent]
    count = len(pool) - len(pool) % FEWEST
    asked = dict.fromkeys(each for view in pool[:count] for each in view.competencies)
    found = {each: _together(pool[:count], each) for each in asked}
    return Shown(
        named=tuple(each for each in counting if each.consent),
        together={each: what for each, what in found.items() if not what.is_empty},
        count=count,
        waiting=len(pool) - count,
    )


def latest_of_each(views: Iterable[View]) -> list[View]:
    """Return the latest view of each person, oldest first."""
    views = list(views)
    latest = {person(each.name): each for each in views}
    return [each for each in views if latest[person(each.name)] is each]


def person(name: str) -> str:
    """Return what tells one person from another, however the name is spelt."""
    return folded(name) or name.strip()


def _together(pool: Sequence[View], competency: str) -> Together:
    seen = [view.seen(competency) for view in pool]
    rated = [each for each in seen if each.level is not None]
    apart = sorted(each.apart for each in seen if each.apart is not None)
    if len(rated) < FEWEST:
        rated = []
    could = [each.opportunity for each in rated if each.opportunity is not None]
    return Together(
        levels=tuple(sorted(each.level for each in rated if each.level is not None)),
        opportunities=tuple(sorted(could, key=OPPORTUNITIES.index)) if len(could) >= FEWEST else (),
        apart=tuple(apart) if len(apart) >= FEWEST else (),
    )

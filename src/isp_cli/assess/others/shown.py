"""Which views may be shown, and how: a view alone only with consent, others in threes.

The rule, which docs/asking-others.md gives in full:

- A view with consent is shown on its own, with the name.
- Views without consent are shown together, without names, in threes: the first three that came
  in, then the next three. What a fourth said would be told by the difference.
  Those with consent do not count for it: two named and one not would give the third away.
- A three is of one round, and nobody else takes a place in it: where somebody of it agrees
  later, or is asked anew, the other two wait. Otherwise two pages, or two days, would differ by
  one person.
- Levels are shown only where all of a three gave one, the lowest first, in each competency anew;
  so is how much they could see, but not beside the level. So are answers that are no level.
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
        levels: the lowest first, of those threes of which all gave one.
        opportunities: how much they could see, the least first, where all of a three said it.
        apart: the answers that are no level, of those threes of which nobody gave one.
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
    threes = _threes(views)
    count = sum(map(len, threes))
    asked = dict.fromkeys(each for three in threes for one in three for each in one.competencies)
    found = {each: _together(threes, each) for each in asked}
    return Shown(
        named=tuple(each for each in counting if each.consent),
        together={each: what for each, what in found.items() if not what.is_empty},
        count=count,
        waiting=sum(not each.consent for each in counting) - count,
    )


def latest_of_each(views: Iterable[View]) -> list[View]:
    """Return the latest view of each person, oldest first."""
    views = list(views)
    latest = {person(each.name): each for each in views}
    return [each for each in views if latest[person(each.name)] is each]


def person(name: str) -> str:
    """Return what tells one person from another, however the name is spelt."""
    return folded(name) or name.strip()


def _threes(views: Sequence[View]) -> list[tuple[View, ...]]:
    """Return the views that are shown together, three by three."""
    latest = {person(each.name): each for each in views}
    found = []
    for assessment in dict.fromkeys(each.assessment for each in views):
        for people in _closed([each for each in views if each.assessment == assessment]):
            three = tuple(latest[each] for each in people)
            if all(not each.consent and each.assessment == assessment for each in three):
                found.append(three)
    return found


def _closed(views: Iterable[View]) -> list[list[str]]:
    """Return the people of each three of one round: who was in one when it was whole stays in."""
    closed: list[list[str]] = []
    waiting: list[str] = []
    for view in views:
        who = person(view.name)
        if any(who in three for three in closed):
            continue
        waiting = [each for each in waiting if each != who] + ([] if view.consent else [who])
        if len(waiting) == FEWEST:
            closed.append(waiting)
            waiting = []
    return closed


def _together(threes: Iterable[Sequence[View]], competency: str) -> Together:
    levels: list[int] = []
    could: list[Opportunity] = []
    apart: list[Apart] = []
    for three in threes:
        seen = [view.seen(competency) for view in three]
        given = [each.level for each in seen if each.level is not None]
        if len(given) == len(three):
            levels += given
            said = [each.opportunity for each in seen if each.opportunity is not None]
            could += said if len(said) == len(three) else []
        others = [each.apart for each in seen if each.apart is not None]
        apart += others if len(others) == len(three) else []
    return Together(
        levels=tuple(sorted(levels)),
        opportunities=tuple(sorted(could, key=OPPORTUNITIES.index)),
        apart=tuple(sorted(apart)),
    )

"""Which views may be shown: alone only with consent, others in threes, and nobody is given away."""

from itertools import permutations

import pytest

from isp_cli.assess.others.offers import Offer, offers
from isp_cli.assess.others.record import Opportunity, Seen, View
from isp_cli.assess.others.shown import Together, shown
from isp_cli.assess.record import Apart
from isp_cli.portfolio.record import GuideVersion
from tests.moments import MOMENT

GUIDE = GuideVersion(id="guide", version="1")


def view(
    name: str,
    rating: int | Apart | None = 3,
    opportunity: Opportunity | None = "some",
    *,
    consent: bool = False,
    competency: str = "teams",
    assessment: str | None = None,
) -> View:
    """Return somebody's view of one competency, asked for beside an assessment."""
    made = View.begun(
        MOMENT,
        GUIDE,
        status="received",
        name=name,
        consent=consent,
        assessment=assessment,
        competencies=(competency,),
        ratings={competency: Seen(opportunity=opportunity, rating=rating)},
    )
    return made.with_text(f"example.{competency}", "Example", f"Only {name} was there.")


@pytest.mark.parametrize(("without", "shown_", "waiting"), [
    (1, 0, 1), (2, 0, 2), (3, 3, 0), (4, 3, 1), (5, 3, 2), (6, 6, 0), (7, 6, 1),
])  # fmt: skip
def test_in_threes(without: int, shown_: int, waiting: int) -> None:
    """Fewer than three are not shown; a further one waits, since the difference would tell it."""
    found = shown([view(f"Person {number}") for number in range(without)])
    assert (found.count, found.waiting) == (shown_, waiting)
    assert len(found.together.get("teams", Together()).levels) == shown_


def test_those_with_consent_do_not_make_up_the_three() -> None:
    """Two named and one not would give the third away."""
    found = shown([view("One", 5, consent=True), view("Two", 4, consent=True), view("Three", 1)])
    assert [each.name for each in found.named] == ["One", "Two"]
    assert (dict(found.together), found.count, found.waiting) == ({}, 0, 1)


def test_two_without_consent_stay_back_beside_any_number_with() -> None:
    """However many are named, two who are not are too few to hide among."""
    named = [view(f"Named {number}", consent=True) for number in range(5)]
    found = shown([*named, view("Three", 1), view("Four", 5)])
    assert (dict(found.together), found.waiting) == ({}, 2)


def test_the_order_tells_nobody() -> None:
    """Whoever came first, and whoever saw most, what is shown is the same."""
    people = [view("One", 5, "little"), view("Two", 1, "much"), view("Three", 3, "some")]
    found = {repr(shown(list(order)).together) for order in permutations(people)}
    assert len(found) == 1
    together = shown(people).together["teams"]
    assert together.levels == (1, 3, 5)
    assert together.opportunities == ("little", "some", "much")


def test_three_must_have_said_it_about_this_competency() -> None:
    """Who was asked about something else, or gave no level, does not make up the three."""
    people = [view("One", 5), view("Two", 4), view("Three", 2, competency="power")]
    assert dict(shown(people).together) == {}
    people = [view("One", 5), view("Two", 4), view("Three", "dont-know")]
    assert dict(shown(people).together) == {}
    people = [view("One", 5), view("Two", 4), view("Three", 3, "none")]
    assert dict(shown(people).together) == {}


def test_a_second_three_adds_three_or_nobody() -> None:
    """Where one of the second three gave a level, the page of before would tell it."""
    first = [view("One", 5), view("Two", 4), view("Three", 2)]
    second = [view("Four", 1), view("Five", "dont-know"), view("Six", None, None)]
    before, after = shown(first).together, shown([*first, *second]).together
    assert after == before
    assert shown([*first, *second]).count == 6
    second = [view("Four", 1), view("Five", 1), view("Six", 3)]
    assert shown([*first, *second]).together["teams"].levels == (1, 1, 2, 3, 4, 5)


def test_nobody_takes_a_place_in_a_three() -> None:
    """Who comes later, and agrees or writes anew, brings no other to light by the difference."""
    people = [view("One", 5), view("Two", 4), view("Three", 2), view("Four", 1)]
    anew = shown([*people, view("One", 3)])
    assert anew.together["teams"].levels == (2, 3, 4)
    agreed = shown([*people, view("One", 5, consent=True)])
    assert [each.name for each in agreed.named] == ["One"]
    assert (dict(agreed.together), agreed.waiting) == ({}, 3)


def test_who_agreed_before_there_were_three_leaves_a_place() -> None:
    """Nothing was shown of them so far, so that nothing can be told by the difference."""
    people = [view("One", 5), view("One", 5, consent=True), view("Two", 4), view("Three", 2)]
    assert dict(shown(people).together) == {}
    assert shown([*people, view("Four", 1)]).together["teams"].levels == (1, 2, 4)


def test_a_three_is_of_one_round() -> None:
    """Two asked without an assessment stand beside each; no third of one alone goes with them."""
    both = [view("One", 5), view("Two", 4)]
    for third in ("first", "second"):
        found = shown([*both, view("Three", 2, assessment=third)])
        assert (dict(found.together), found.waiting) == ({}, 3)


def test_how_much_they_saw_is_only_shown_where_three_said() -> None:
    """Two words on opportunity beside three levels would tell who said nothing."""
    people = [view("One"), view("Two"), view("Three", 3, None)]
    assert shown(people).together["teams"] == Together((3, 3, 3), (), ())


def test_three_without_a_level() -> None:
    """Three who could not see it are said to be so."""
    people = [view("One", None, "none"), view("Two", "no-opportunity"), view("Three", 5, "none")]
    together = shown(people).together["teams"]
    assert together == Together((), (), ("no-opportunity",) * 3)


def test_nothing_in_their_own_words() -> None:
    """An example tells who wrote it, so none is in what is shown without names."""
    found = shown([view(name) for name in ("One", "Two", "Three")])
    assert found.named == ()
    assert "Only" not in repr(found.together)


def test_the_later_view_of_a_person_counts() -> None:
    """A second form of the same person takes the place of the first; its consent counts too."""
    found = shown([view("One", 2, consent=True), view("Two"), view("one", 4)])
    assert (found.named, found.waiting) == ((), 2)


def test_offers_by_competency() -> None:
    """What somebody could share is there for the plan, with the name, the later of two views."""
    early = view("One").with_text("offer.teams", "Offer", "Ask me next year.")
    late = view("One").with_text("offer.teams", "Offer", "Come along on Monday.")
    other = view("Two", competency="power").with_text("offer.power", "Offer", " \n")
    assert offers([early, late, other]) == {
        "teams": (Offer("One", "4 January 2027", "Come along on Monday."),)
    }

"""The guide that comes with isp holds what the published guide holds, item for item."""

import re

import pytest

from isp_cli.guide import lookup
from isp_cli.guide.model import Competency, Guide, Item
from isp_cli.guide.places import ids, place, places

DOMAINS = {"co-creation": 5, "ongoing-improvement": 6, "sustaining-change": 4}

COMPETENCIES = {
    # id: items before the overview, overview statements, key activities
    "co-learning": (0, 3, 7),
    "brokering": (0, 2, 7),
    "power": (1, 4, 6),
    "co-design": (0, 3, 6),
    "tailoring": (0, 3, 7),
    "needs": (0, 3, 6),
    "context": (0, 2, 6),
    "frameworks": (2, 3, 6),
    "facilitation": (0, 2, 10),
    "communication": (0, 5, 6),
    "improvement-cycles": (0, 3, 9),
    "relationships": (1, 3, 11),
    "teams": (0, 2, 10),
    "capacity": (0, 2, 8),
    "leaders": (0, 3, 10),
}

BELOW = {
    "context.overview.1": 3,
    "facilitation.overview.2": 5,
    "communication.activity.1": 5,
    "communication.activity.5": 2,
    "relationships.overview.2": 2,
    "relationships.overview.3": 2,
    "teams.overview.1": 2,
    "teams.activity.3": 6,
    "capacity.overview.2": 4,
    "leaders.overview.3": 2,
    "question.7": 3,
    "question.10": 1,
}
"""How many items stand below these; below every other statement and question stands none."""


def statements(competency: Competency) -> tuple[Item, ...]:
    """Return what a competency says, without what stands below."""
    return (
        *competency.opening,
        *competency.overview,
        *competency.activities,
        *competency.hints,
    )


def lists_below(guide: Guide) -> dict[str, tuple[Item, ...]]:
    """Return, for every statement of a competency and every question, what stands below it."""
    below = {item.id: item.items for each in guide.competencies for item in statements(each)}
    return below | {each.id: each.items for each in guide.questions}


def test_guide_has_six_principles_each_with_a_meaning(guide: Guide) -> None:
    """All six foundational attitudes are there, and every one says what it means."""
    assert [each.id for each in guide.principles] == [
        "empathetic",
        "curious",
        "committed",
        "equity",
        "critical-thinking",
        "cross-disciplinary",
    ]
    assert all(each.meaning for each in guide.principles)


def test_guide_groups_fifteen_competencies_in_three_domains(guide: Guide) -> None:
    """Each competency stands in its domain: five, six and four of them."""
    grouped = {each.id: len(guide.competencies_of(each)) for each in guide.domains}
    assert grouped == DOMAINS
    assert [each.id for each in guide.competencies] == list(COMPETENCIES)


@pytest.mark.parametrize("name", COMPETENCIES)
def test_competency_has_all_its_statements_and_activities(guide: Guide, name: str) -> None:
    """No overview statement and no key activity of a competency is dropped or added."""
    found = lookup.competency(guide, name)
    counts = (len(found.opening), len(found.overview), len(found.activities))
    assert counts == COMPETENCIES[name]
    assert found.hints


def test_guide_has_115_key_activities(guide: Guide) -> None:
    """The key activities of all competencies together are those of the published guide."""
    assert sum(len(each.activities) for each in guide.competencies) == 115


def test_items_stand_below_the_statements_that_lead_to_them(guide: Guide) -> None:
    """Where the published guide has a list in a list, so has this one, with as many entries."""
    below = {name: len(items) for name, items in lists_below(guide).items() if items}
    assert below == BELOW


def test_guide_has_four_dilemmas_and_says_what_may_resolve_them(guide: Guide) -> None:
    """All dilemmas are there, and so is the answer to them."""
    assert [each.id for each in guide.dilemmas] == [f"dilemma.{n}" for n in range(1, 5)]
    assert guide.resolutions


def test_guide_has_ten_questions_in_order(guide: Guide) -> None:
    """The reflective questions are there under the numbers that people know them by."""
    assert [each.id for each in guide.questions] == [f"question.{n}" for n in range(1, 11)]
    assert [each.number for each in guide.questions] == [str(n) for n in range(1, 11)]


def test_only_the_last_reference_breaks_off(guide: Guide) -> None:
    """The reference that the source leaves incomplete is marked so, and no other."""
    assert [each.complete for each in guide.references] == [True, True, True, False]


def test_every_resource_stands_in_a_group_and_no_group_is_empty(guide: Guide) -> None:
    """What is listed under a heading on the page of resources is everything there is."""
    groups = [each.id for each in guide.resource_groups]
    assert list(dict.fromkeys(each.group for each in guide.resources)) == groups


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("brokering", "Brokering"),
        ("brokering.overview.2", "Pool information"),
        ("brokering.activity.4", "Develop implementation groups"),
        ("question.7", "Over the next 1-2 years"),
        ("question.7.b", "Who can you learn from"),
        ("dilemma.3", "Often, implementation support practitioners are expected"),
    ],
)
def test_promised_ids_lead_to_their_texts(guide: Guide, name: str, beginning: str) -> None:
    """The ids that the design promises stay with the texts that they were given to."""
    assert place(guide, name).text.startswith(beginning)


def test_every_id_is_given_once_and_leads_to_its_text(guide: Guide) -> None:
    """Whatever id a record or a script holds, it finds one text by it."""
    every = list(ids(guide))
    assert len(every) == len(set(every)) > 400
    assert [place(guide, each).id for each in every] == every
    assert all(place(guide, each).text for each in every)


def test_every_text_is_found_by_the_thing_it_belongs_to(guide: Guide) -> None:
    """Asked for by any id in it, the principle, competency, question or dilemma comes up."""
    owned = [each for each in places(guide) if each.owner]
    found = [lookup.find(guide, lookup.kind(each.kind), each.id).id for each in owned]
    assert found == [each.owner for each in owned]


def test_items_are_numbered_in_their_order(guide: Guide) -> None:
    """The last part of an id is where its text stands: 1, 2, 3, or a, b, c one level below."""
    for competency in guide.competencies:
        for kind, items in (
            ("opening", competency.opening),
            ("overview", competency.overview),
            ("activity", competency.activities),
            ("hint", competency.hints),
        ):
            expected = [f"{competency.id}.{kind}.{n}" for n in range(1, len(items) + 1)]
            assert [each.id for each in items] == expected
    for name, items in lists_below(guide).items():
        letters = [f"{name}.{letter}" for letter in "abcdef"[: len(items)]]
        assert [each.id for each in items] == letters


def test_texts_are_clean(guide: Guide) -> None:
    """No exclamation mark, soft hyphen, line break or doubled space is left over in any text."""
    leftover = re.compile(r"[!\u00ad\ufffd\n\t]|  |^\s|\s$")
    assert [each.id for each in places(guide) if leftover.search(each.text)] == []


def test_authors_of_the_published_guide_are_named(guide: Guide) -> None:
    """Whose guide it is stands in it."""
    names = [each.name for each in guide.authors]
    assert names == ["Allison Metz", "Katie Burke", "Bianca Albers"]

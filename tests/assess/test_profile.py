"""The profile: which three answers lead to which group, cell by cell."""

import re
from itertools import product
from typing import get_args

import pytest

from isp_cli.assess.profile import (
    GROUPS,
    RULES,
    Band,
    GroupName,
    band,
    group,
    profile,
)
from isp_cli.assess.record import Apart, Assessment, Rating
from isp_cli.assess.scales import scales
from isp_cli.assess.view import profile_page
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import GuideVersion
from tests.moments import MOMENT

BANDS: tuple[Band, ...] = get_args(Band)
LETTERS: dict[str, GroupName] = {
    "D": "develop",
    "O": "opportunity",
    "S": "share",
    "K": "keep",
    "L": "leave",
    "T": "talk",
}
ANSWERS: dict[Band, tuple[int | Apart | None, ...]] = {
    "low": (1, 2),
    "middle": (3,),
    "high": (4, 5),
    "dont-know": ("dont-know",),
    "no-opportunity": ("no-opportunity",),
    "not-applicable": ("not-applicable",),
    "none": (None,),
}

# For every confidence (down) and importance (across) the group for each use, in the order
# low, middle, high, dont-know, no-opportunity, not-applicable, none.
TABLE = """
confidence      low      middle   high     dont-know no-opportunity not-applicable none
low             LLTLLLL  DDDDDTD  DDDDDTD  TTTTTTT   TTTTTTT        LLTLLLL        TTTTTTT
middle          LLTLLLL  OKKTOTT  ODDTOTT  TTTTTTT   TTTTTTT        LLTLLLL        TTTTTTT
high            LLTLLLL  OKSTOTT  OKSTOTT  TTTTTTT   TTTTTTT        LLTLLLL        TTTTTTT
dont-know       LLTLLLL  TTTTTTT  TTTTTTT  TTTTTTT   TTTTTTT        LLTLLLL        TTTTTTT
no-opportunity  LLTLLLL  OTTOOTO  OTTOOTO  TTTTTTT   TTTTTTT        LLTLLLL        TTTTTTT
not-applicable  LLLLLLL  LLLLLLL  LLLLLLL  LLLLLLL   LLLLLLL        LLLLLLL        LLLLLLL
none            LLTLLLL  TTTTTTT  TTTTTTT  TTTTTTT   TTTTTTT        LLTLLLL        TTTTTTT
"""


def cells() -> dict[tuple[Band, Band, Band], GroupName]:
    """Return the table as (confidence, importance, use) to the group."""
    bands: dict[str, Band] = {name: name for name in BANDS}
    head, *rows = (line.split() for line in TABLE.strip().splitlines())
    return {
        (bands[confidence], bands[importance], use): LETTERS[letter]
        for confidence, *columns in rows
        for importance, letters in zip(head[1:], columns, strict=True)
        for use, letter in zip(BANDS, letters, strict=True)
    }


def assessment(ratings: dict[str, Rating]) -> Assessment:
    """Return an assessment with these ratings."""
    return Assessment.begun(
        MOMENT,
        GuideVersion(id="implementation-support", version="1"),
        competencies=tuple(ratings),
        ratings=ratings,
    )


def test_the_table_has_every_combination() -> None:
    """All 343 combinations of bands are written down here, each once."""
    assert set(cells()) == set(product(BANDS, repeat=3))


def test_every_combination_of_answers_has_the_group_of_the_table() -> None:
    """Whatever is answered, on every level of a band, leads to the one group of its cell."""
    differing = [
        (rating, group(rating), wanted)
        for bands, wanted in cells().items()
        for answers in product(*(ANSWERS[each] for each in bands))
        if group(rating := rated(*answers)) != wanted
    ]
    assert differing == []


def rated(
    confidence: int | Apart | None, importance: int | Apart | None, use: int | Apart | None
) -> Rating:
    """Return a rating with these answers."""
    return Rating(confidence=confidence, importance=importance, use=use)


@pytest.mark.parametrize(
    ("confidence", "importance", "use", "wanted"),
    [
        (1, 5, 5, "develop"),
        (2, 3, 1, "develop"),
        (3, 4, 3, "develop"),
        (3, 3, 3, "keep"),
        (4, 5, 3, "keep"),
        (5, 5, 5, "share"),
        (4, 3, 4, "share"),
        (4, 5, 1, "opportunity"),
        (3, 4, "no-opportunity", "opportunity"),
        ("no-opportunity", 5, None, "opportunity"),
        (1, 1, 1, "leave"),
        (5, 2, 3, "leave"),
        (1, 1, 5, "talk"),
        (5, "not-applicable", 4, "talk"),
        (2, 5, "not-applicable", "talk"),
        ("no-opportunity", 5, 4, "talk"),
        ("not-applicable", None, None, "leave"),
        ("dont-know", 5, 2, "talk"),
        (4, "dont-know", 4, "talk"),
        (None, 4, 4, "talk"),
        (4, 4, None, "talk"),
    ],
)
def test_what_the_answers_mean(
    confidence: int | Apart | None,
    importance: int | Apart | None,
    use: int | Apart | None,
    wanted: str,
) -> None:
    """The cells that a person would ask about lead where the words of the group say."""
    assert group(rated(confidence, importance, use)) == wanted


@pytest.mark.parametrize(("name", "answers"), ANSWERS.items())
def test_bands(name: Band, answers: tuple[int | Apart | None, ...]) -> None:
    """One and two are low, three is the middle, four and five are high; the rest stays apart."""
    assert {band(each) for each in answers} == {name}


def test_no_answer_apart_counts_as_a_low_one() -> None:
    """Not knowing, or having had no opportunity, is never taken for low confidence."""
    for apart in get_args(Apart):
        for importance, use in product((3, 4, 5), (1, 3, 5)):
            assert group(rated(apart, importance, use)) != "develop"


def test_each_rated_competency_is_in_one_group(guide: Guide) -> None:
    """Each rated competency is placed once, in the order of the assessment; others not at all."""
    names = [each.id for each in guide.competencies]
    ratings = {
        name: rated(level, 4, 4) for name, level in zip(names, (1, 2, 3, 4, 5), strict=False)
    }
    begun = assessment(ratings).with_values(competencies=tuple(names))
    placed = profile(begun)
    assert tuple(placed) == GROUPS
    assert sorted(sum(placed.values(), ())) == sorted(ratings)
    assert placed["develop"] == tuple(names[:3])
    assert placed["share"] == tuple(names[3:5])


def test_the_shown_profile_counts_nothing(guide: Guide) -> None:
    """No total, share or rank is shown: the groups have no numbers at all."""
    names = [each.id for each in guide.competencies]
    every = (
        rated(1, 5, 5),
        rated(4, 5, 1),
        rated(5, 5, 5),
        rated(3, 3, 3),
        rated(1, 1, 1),
        Rating(),
    )
    page = [
        str(each) for each in profile_page(assessment(dict(zip(names, every, strict=False))), guide)
    ]
    assert page[0] == "Your profile, 4 January 2027 (a draft)"
    shown = "\n".join(page[1 : page.index("Confidence and importance")])
    assert not re.search(r"\d|%|per cent|total|average|score", shown)
    for name in GROUPS:
        assert scales().groups[name].name in page
    for competency in guide.competencies[:6]:
        assert f"- {competency.name}" in shown


def test_what_there_is_to_talk_about_is_said(guide: Guide) -> None:
    """In the last group each competency says which answer is open; one rated by hand is there."""
    shown = [
        str(each)
        for each in profile_page(
            assessment({"teams": rated("dont-know", 5, 2)}).with_values(
                ratings={"teams": rated("dont-know", 5, 2), "juggling": rated(4, 1, 5)}
            ),
            guide,
        )
    ]
    assert "    - Developing teams: how confident you are is open" in shown
    assert (
        "    - juggling (not in this guide): you use it a lot, though it is of little importance "
        "to your role"
    ) in shown


def test_every_reason_to_talk_has_its_words() -> None:
    """Each rule that leads to a talk says what is open, and no other does."""
    assert {each.open for each in RULES if each.open} == set(scales().open)
    assert all(bool(each.open) == (each.group == "talk") for each in RULES)

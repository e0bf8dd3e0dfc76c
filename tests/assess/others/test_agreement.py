"""The rule for what counts as seen, cell by cell, and as the documents give it."""

import re
from itertools import product

import pytest

from isp_cli.assess.others.agreement import WORDS, Agreement, one, several
from isp_cli.assess.record import Apart
from tests.installed import ROOT

LEVELS = range(1, 6)
APART: tuple[Apart, ...] = ("dont-know", "no-opportunity", "not-applicable")


@pytest.mark.parametrize(("mine", "theirs"), [*product(LEVELS, LEVELS)])
def test_two_levels(mine: int, theirs: int) -> None:
    """Seen is level 3 or more; one level apart is alike, unless neither is seen."""
    i_see, they_see = mine >= 3, theirs >= 3
    expected: Agreement
    if not (i_see or they_see):
        expected = "neither"
    elif abs(mine - theirs) <= 1 or (i_see and they_see):
        expected = "alike"
    else:
        expected = "by-me" if i_see else "by-others"
    assert one(mine, theirs) == expected


@pytest.mark.parametrize(("mine", "theirs"), [*product(APART, LEVELS)])
def test_my_answer_is_no_level(mine: Apart, theirs: int) -> None:
    """What I do not know of myself others may see; what does not apply to my role stays open."""
    seen = theirs >= 3 and mine != "not-applicable"
    assert one(mine, theirs) == ("by-others" if seen else "open")


@pytest.mark.parametrize("theirs", LEVELS)
def test_i_did_not_rate_it(theirs: int) -> None:
    """Without a rating of my own there is nothing to agree with."""
    assert one(None, theirs) == "not-rated"


@pytest.mark.parametrize(
    ("mine", "levels", "apart", "expected"),
    [
        (2, [4, 5], [], "by-others"),
        (2, [4, 5], ["no-opportunity"], "by-others"),
        (2, [1, 5], [], "not-alike"),
        (2, [3, 5], [], "not-alike"),
        (4, [], ["no-opportunity"], "no-opportunity"),
        (4, [], ["no-opportunity", "no-opportunity"], "no-opportunity"),
        (4, [], ["no-opportunity", "dont-know"], "open"),
        (4, [], ["not-applicable"], "open"),
        (4, [], [], "open"),
        (None, [], ["no-opportunity"], "no-opportunity"),
    ],
)
def test_several_people(
    mine: int | None, levels: list[int], apart: list[Apart], expected: Agreement
) -> None:
    """What all of them lead to is said; there is no mean, and no majority."""
    assert several(mine, levels, apart) == expected


def test_the_documented_table_is_the_one_that_decides() -> None:
    """Every cell of the table in the document is what isp says."""
    text = (ROOT / "docs/asking-others.md").read_text(encoding="utf-8")
    short = {"others": "by-others", "me": "by-me", "alike": "alike", "neither": "neither"}
    short["open"] = "open"
    names = {"don't know": "dont-know", "no opportunity": "no-opportunity"}
    names["does not apply"] = "not-applicable"
    rows = re.findall(r"^\| \*\*([^*]+)\*\* \| (.+) \|$", text, flags=re.MULTILINE)
    assert len(rows) == len(LEVELS) + len(APART)
    for name, cells in rows:
        mine: int | str = int(name) if name.isdigit() else names[name]
        found = [short[cell] for cell in cells.split(" | ")]
        assert found == [one(mine, theirs) for theirs in LEVELS]  # type: ignore[arg-type]


def test_the_words_judge_nothing() -> None:
    """No word says that one of the two is right, and none is a number."""
    said = " ".join(WORDS.values()).lower()
    assert not re.search(r"\d|wrong|right|better|worse|blind|average|over|under", said)

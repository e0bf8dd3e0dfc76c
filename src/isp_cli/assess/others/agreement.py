"""Where a self-rating and others' ratings agree, and where they do not, in words.

A competency is seen where a level of 3 or more is given: on one's own, in settings one knows. One
level apart is alike, since two people may mean the same by it. Nothing is added up or averaged.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

from isp_cli.assess.record import Apart

Agreement = Literal[
    "by-others", "by-me", "alike", "neither", "not-alike", "no-opportunity", "open", "not-rated",
]  # fmt: skip

WORDS: Mapping[Agreement, str] = {
    "by-others": "Seen by others and not by me",
    "by-me": "Seen by me and not by others",
    "alike": "Seen alike",
    "neither": "Seen by neither so far",
    "not-alike": "Others see this in different ways",
    "no-opportunity": "Others had no opportunity to see this",
    "open": "Open: not enough to set side by side",
    "not-rated": "Rated by others, not by me",
}
"""Each in words, in the order in which a page shows them."""

LEVELS: Mapping[int, tuple[Agreement, Agreement, Agreement, Agreement, Agreement]] = {
    # mine:  theirs 1      2            3            4            5
    1: ("neither", "neither", "by-others", "by-others", "by-others"),
    2: ("neither", "neither", "alike", "by-others", "by-others"),
    3: ("by-me", "alike", "alike", "alike", "alike"),
    4: ("by-me", "by-me", "alike", "alike", "alike"),
    5: ("by-me", "by-me", "alike", "alike", "alike"),
}
"""The rows are the level of my own confidence, the columns that of the other's rating."""

APART: Mapping[Apart, tuple[Agreement, Agreement, Agreement, Agreement, Agreement]] = {
    # mine                theirs 1   2       3            4            5
    "dont-know": ("open", "open", "by-others", "by-others", "by-others"),
    "no-opportunity": ("open", "open", "by-others", "by-others", "by-others"),
    "not-applicable": ("open", "open", "open", "open", "open"),
}
"""The same where my own answer is no level."""


def one(mine: int | Apart | None, theirs: int) -> Agreement:
    """Return how my own answer and one other's level stand to one another."""
    if mine is None:
        return "not-rated"
    return (LEVELS[mine] if isinstance(mine, int) else APART[mine])[theirs - 1]


def several(
    mine: int | Apart | None, levels: Iterable[int], apart: Iterable[Apart | None]
) -> Agreement:
    """Return how my own answer and all others' stand to one another.

    Args:
        mine: my own confidence; None where I did not rate it.
        levels: the levels that others gave.
        apart: the answers of others that are no level.

    Returns:
        What all of them lead to; "not-alike" where they lead to more than one thing. Without any
        level it is "no-opportunity" where some had none and nobody said anything else.
    """
    found = {one(mine, each) for each in levels}
    if len(found) == 1:
        return found.pop()
    if found:
        return "not-alike"
    return "no-opportunity" if set(apart) == {"no-opportunity"} else "open"

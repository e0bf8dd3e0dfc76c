"""What "further" looks like: key activities in a list, and own words around it."""

from hypothesis import given
from hypothesis import strategies as st

from isp_cli.plan.further import chosen_in, own_words, shown, with_chosen, with_own_words

IDS = ["a.activity.1", "a.activity.2", "a.activity.3"]
TEXTS = {"a.activity.1": "One.", "a.activity.2": "Two\nlines.", "a.activity.3": "Three."}
OWN = st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), max_size=4).map(
    "\n".join
)


def test_the_form_of_the_list() -> None:
    """A key activity is an item with the guide's words; the mark behind is not shown."""
    text = with_chosen("", IDS[:2], TEXTS)
    assert text == "- One. <!-- a.activity.1 -->\n- Two lines. <!-- a.activity.2 -->"
    assert shown(text) == "- One.\n- Two lines."
    assert with_own_words(text, "Mine.") == f"{text}\n\nMine."


@given(own=OWN, first=st.sets(st.sampled_from(IDS)), then=st.sets(st.sampled_from(IDS)))
def test_choosing_again_leaves_own_words(own: str, first: set[str], then: set[str]) -> None:
    """Whatever is chosen after what, the own words stay as they are, and the choice is found."""
    text = with_own_words(with_chosen("", sorted(first), TEXTS), own)
    again = with_chosen(text, sorted(then), TEXTS)
    assert set(chosen_in(again)) == then
    assert own_words(again) == own.strip()
    assert with_chosen(again, sorted(then), TEXTS) == again


def test_words_changed_by_hand_stay() -> None:
    """Who rewrote an item keeps the words as long as it is chosen."""
    text = "Above\n* My way of it <!-- a.activity.2 -->\nBelow"
    new = with_chosen(text, ["a.activity.2", "a.activity.3"], TEXTS)
    assert new == (
        "Above\n* My way of it <!-- a.activity.2 -->\n- Three. <!-- a.activity.3 -->\n\nBelow"
    )
    assert with_chosen(new, ["a.activity.3"], TEXTS) == (
        "Above\n- Three. <!-- a.activity.3 -->\n\nBelow"
    )

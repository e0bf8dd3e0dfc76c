"""Names forgive, and what they cannot mean is said with what comes near."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.kinds import KINDS
from isp_cli.guide.loader import load
from isp_cli.guide.model import Guide
from isp_cli.guide.places import place
from tests.conftest import Isp


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("brokering", "brokering"),
        ("Brokering", "brokering"),
        ("  brok ", "brokering"),
        ("brokerage", "brokering"),
        ("power", "power"),
        ("ADDRESSING POWER", "power"),
        ("differentials", "power"),
        ("frameworks", "frameworks"),
        ("strategies", "frameworks"),
        ("leaders", "leaders"),
        ("champions", "leaders"),
        ("co-learning", "co-learning"),
        ("co learning", "co-learning"),
        ("colearning", "co-learning"),
        ("Co\u2010Learning", "co-learning"),
        ("improvement_cycles", "improvement-cycles"),
        ("trust", "relationships"),
        ("needs", "needs"),
        ("assets", "needs"),
        ("brokering.activity.4", "brokering"),
        ("communication.activity.1.b", "communication"),
    ],
)
def test_competency_is_found_by_what_people_call_it(guide: Guide, name: str, wanted: str) -> None:
    """Case, hyphens, spaces, a beginning, a word, an alias or an id within: all lead there."""
    assert lookup.competency(guide, name).id == wanted


@pytest.mark.parametrize(
    ("kind", "name", "wanted"),
    [
        ("principle", "equity", "equity"),
        ("principle", "be curious", "curious"),
        ("principle", "empathy", "empathetic"),
        ("domain", "co-creation", "co-creation"),
        ("domain", "sustainability", "sustaining-change"),
        ("question", "7", "question.7"),
        ("question", "Question 7", "question.7"),
        ("question", "question.7.b", "question.7"),
        ("question", "1", "question.1"),
        ("dilemma", "3", "dilemma.3"),
        ("dilemma", "dilemma 3", "dilemma.3"),
        ("resource", "re-aim", "resource.7"),
        ("resource", "the RE-AIM framework", "resource.7"),
        ("about", "foreword", "about.foreword"),
    ],
)
def test_things_of_other_kinds_forgive_too(guide: Guide, kind: str, name: str, wanted: str) -> None:
    """Principles, domains and resources go by their names, questions and dilemmas by number."""
    assert lookup.find(guide, lookup.kind(kind), name).id == wanted


def test_every_name_and_alias_in_the_guide_means_one_thing(guide: Guide) -> None:
    """No name or alias is shadowed by another thing of the same kind."""
    for kind in KINDS:
        for entry in lookup.entries(guide, kind):
            for name in (entry.id, entry.name, entry.name.upper(), *entry.aliases):
                assert lookup.find(guide, kind, name).id == entry.id, name


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("competency", "competency"),
        ("COMPETENCIES", "competency"),
        ("comp", "competency"),
        ("q", "question"),
        ("About", "about"),
    ],
)
def test_kind_forgives(word: str, wanted: str) -> None:
    """A kind goes by its singular, its plural or its beginning."""
    assert lookup.kind(word).one == wanted


def test_unknown_kind_is_told_with_what_comes_near() -> None:
    """A slip in the kind gets a suggestion; something else gets the list."""
    with pytest.raises(NotFound, match="Did you mean competency"):
        lookup.kind("competncy")
    with pytest.raises(NotFound, match="There is: principle, domain, competency"):
        lookup.kind("zzz")
    with pytest.raises(NotFound, match="principle, domain"):
        lookup.kind("")


def test_near_miss_gets_a_suggestion(isp: Isp) -> None:
    """A slip of the finger is answered with the name that was probably meant, and exit code 4."""
    result = isp("browse", "competency", "brokring")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr == ("There is no competency called 'brokring'. Did you mean Brokering?\n")


def test_ambiguous_name_gets_its_choices(isp: Isp) -> None:
    """A name that fits several names them with the ids that tell them apart, and exit code 4."""
    result = isp("browse", "principle", "be")
    assert result.exit_code == 4
    assert result.stdout == ""
    assert result.stderr == (
        "'be' could mean more than one principle. "
        "Say which: Be empathetic (empathetic), Be curious (curious), Be committed (committed)\n"
    )


def test_whole_name_is_preferred_to_the_beginning_of_longer_ones(guide: Guide) -> None:
    """Question 1 is not question 10."""
    assert lookup.find(guide, lookup.kind("question"), "question 1").id == "question.1"


@pytest.mark.parametrize("name", ["", " ", "-", "...", "'", "*", "%", "\u200b", "\U0001f642"])
def test_name_without_a_letter_means_nothing(isp: Isp, name: str) -> None:
    """An empty or odd name shows nothing at random; it says how to list what there is."""
    result = isp("browse", "competency", name)
    assert result.exit_code == 4
    assert result.stdout == ""
    assert "List: isp browse competencies" in result.stderr


@pytest.mark.usefixtures("portfolio")
def test_name_may_be_several_words_of_the_line(isp: Isp) -> None:
    """Nobody needs quotes to ask for a name of several words."""
    result = isp("browse", "competency", "addressing", "power")
    assert result.exit_code == 0
    assert result.stdout.startswith("Addressing power differentials\n")


def test_unknown_id_is_told() -> None:
    """An id that no text has says how to search instead."""
    with pytest.raises(NotFound, match="isp search"):
        place(load(), "brokering.activity.99")


GUIDE = load()


@settings(max_examples=150)
@given(name=st.text(max_size=40))
def test_any_name_is_found_or_told(name: str) -> None:
    """Whatever is typed for a name, something is found or it is said that nothing is."""
    with suppress(NotFound):
        found = lookup.find(GUIDE, lookup.kind("competency"), name)
        assert found in lookup.entries(GUIDE, lookup.kind("competency"))

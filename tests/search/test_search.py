"""Words are found in the guide wherever they stand, the best matches first."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from isp_cli.errors import UsageProblem
from isp_cli.guide.model import Guide
from isp_cli.guide.places import Place, places
from isp_cli.search.guide import Finding
from isp_cli.search.guide import found_in_guide as search


def place(name: str, text: str, *trail: str) -> Place:
    """Return a place of a competency with this text."""
    return Place(name, "competency", name, trail, text)


PLACES = (
    place("both", "Share power with communities.", "Brokering"),
    place("one", "Give power away, and keep giving power away.", "Brokering"),
    place("other", "Communities know best.", "Brokering"),
    place("trail", "Say what is missing.", "Addressing power differentials"),
    place("accent", "Caf\u00e9s na\u00efvely facilitate talk.", "Talk"),
)


def found(words: str) -> list[str]:
    """Return the ids of what is found for `words`."""
    return [each.place.id for each in search(PLACES, words)]


def marked(finding: Finding) -> list[str]:
    """Return the words that are marked as found."""
    return [text for text, hit in finding.pieces if hit]


def test_texts_with_all_words_come_before_texts_with_some() -> None:
    """However often one of the words stands in a text, all of them together count for more."""
    assert found("power communities")[0] == "both"
    assert set(found("power communities")) == {"both", "one", "other", "trail"}


def test_word_in_the_text_counts_for_more_than_in_the_heading() -> None:
    """A text that has the word itself comes before one that only stands under it."""
    assert found("power")[-1] == "trail"


def test_word_only_in_the_heading_finds_the_text_unmarked() -> None:
    """What stands below a name is found by the name, and nothing in it is marked for it."""
    [finding] = search(PLACES, "differentials")
    assert finding.place.id == "trail"
    assert marked(finding) == []


@pytest.mark.parametrize("word", ["facilitating", "Facilitation", "FACILITATES", "facilitated"])
def test_words_are_found_by_their_stems(word: str) -> None:
    """Whichever form of a word is typed, the other forms are found."""
    [finding] = search(PLACES, word)
    assert marked(finding) == ["facilitate"]


@pytest.mark.parametrize("word", ["cafe", "CAF\u00c9", "caf\u00e9s", "naively"])
def test_accents_and_case_do_not_matter(word: str) -> None:
    """A name is found without the accents that a keyboard may lack."""
    assert found(word) == ["accent"]


def test_every_occurrence_is_marked_and_the_text_is_whole() -> None:
    """What was looked for is marked wherever it stands, and nothing of the text is lost."""
    finding = next(each for each in search(PLACES, "power give") if each.place.id == "one")
    assert marked(finding) == ["Give", "power", "giving", "power"]
    assert "".join(text for text, _ in finding.pieces) == finding.place.text


@pytest.mark.parametrize(
    "words",
    [
        '"power',
        'power"',
        '""power""',
        "'power'",
        "power*",
        "*power",
        "-power",
        "^power",
        "(power",
        "power)",
        "{power}",
        "text:power",
        "trail : power",
        "power AND",
        "OR power",
        "NOT power",
        "NEAR(power, 2)",
        "power + text",
        "power; DROP TABLE texts",
        "power' OR '1'='1",
        "power\0",
    ],
)
def test_query_syntax_is_harmless(words: str) -> None:
    """Quotes, operators and column names are words like others or nothing at all."""
    assert {"both", "one", "trail"} <= set(found(words))


@pytest.mark.parametrize("words", ["", " ", "...", '""', "*", "-- _", "\u2019"])
def test_nothing_to_search_for_is_a_matter_of_usage(words: str) -> None:
    """Without a word there is nothing to look for, and an example is given."""
    with pytest.raises(UsageProblem, match="isp search power analysis") as caught:
        search(PLACES, words)
    assert caught.value.exit_code == 2


def test_word_that_stands_nowhere_finds_nothing() -> None:
    """No text is made to fit."""
    assert search(PLACES, "zebra") == []


@settings(max_examples=150)
@given(words=st.text(max_size=60))
def test_anything_can_be_searched_for(words: str) -> None:
    """Whatever is typed, there are findings, or none, or the advice to type a word."""
    try:
        findings = search(PLACES, words)
    except UsageProblem:
        return
    for each in findings:
        assert "".join(text for text, _ in each.pieces) == each.place.text


def test_every_text_of_the_guide_is_found_by_its_own_words(guide: Guide) -> None:
    """Nothing in the guide is out of the search's reach."""
    known = list(places(guide))
    for each in known[::25]:
        best = [finding.place.text for finding in search(known, each.text)[:3]]
        assert each.text in best

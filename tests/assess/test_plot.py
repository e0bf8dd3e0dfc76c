"""The levels side by side: drawn in letters, or told in words."""

from typing import Any

import pytest

from isp_cli.assess.plot import plot, told
from isp_cli.assess.record import Assessment, Rating
from isp_cli.guide.model import Guide
from tests.assess.test_dialogue import begun

RATINGS = {
    "brokering": Rating(confidence=2, importance=5, use=3),
    "co-design": Rating(confidence=5, importance=2, use="no-opportunity"),
    "facilitation": Rating(confidence=4, importance=4, use=5),
    "frameworks": Rating(confidence=1),
    "leaders": Rating(confidence="dont-know", importance=3, use=1),
    "juggling": Rating(confidence=3, importance=4, use=2),
}


def assessed(ratings: dict[str, Rating], **values: Any) -> Assessment:  # noqa: ANN401 - fields differ
    """Return an assessment with these ratings."""
    return begun(*ratings, ratings=ratings, **values)


def lines(assessment: Assessment, guide: Guide) -> list[str]:
    """Return the plot, without what explains it."""
    return [str(line) for line in plot(assessment, guide)][1:]


def test_each_row_shows_the_gap_in_letters(guide: Guide) -> None:
    """A line leads from one letter to the other; on the same level they stand together."""
    shown = lines(assessed(RATINGS), guide)
    assert shown == [
        "",
        "  Co-creation and engagement    1   2   3   4   5    use",
        "    Brokering                   .   C-----------I    3",
        "    Co-design                   .   I-----------C    -",
        "      Use: I had no opportunity",
        "",
        "  Ongoing improvement           1   2   3   4   5    use",
        "    Applying and integrating",
        "    implementation frameworks,",
        "    strategies and approaches   C   .   .   .   .    -",
        "    Facilitation                .   .   .   CI  .    5",
        "",
        "  Sustaining change             1   2   3   4   5    use",
        "    Cultivating leaders and",
        "    champions                   .   .   I   .   .    1",
        "      Confidence: I don't know",
        "",
        "  Not in this guide             1   2   3   4   5    use",
        "    juggling                    .   .   C---I   .    2",
    ]


@pytest.mark.parametrize("confidence", range(1, 6))
@pytest.mark.parametrize("importance", range(1, 6))
def test_letters_stand_at_their_levels(guide: Guide, confidence: int, importance: int) -> None:
    """Wherever the two stand, each letter is below its level, and only one line lies between."""
    row = Rating(confidence=confidence, importance=importance, use=1)
    _, head, shown = lines(assessed({"teams": row}), guide)
    places = [head.index(str(level)) for level in range(1, 6)]
    if confidence == importance:
        assert shown[places[confidence - 1] :].startswith("CI")
    else:
        assert shown[places[confidence - 1]] == "C"
        assert shown[places[importance - 1]] == "I"
        assert shown.count("-") == 4 * abs(confidence - importance) - 1
    assert len(shown) == len(head) - len("se")


def test_every_competency_fits_a_narrow_window(guide: Guide) -> None:
    """With all competencies at the widest marks no row is wider than 60 columns."""
    widest = Rating(confidence=5, importance=5, use=5)
    shown = lines(assessed({each.id: widest for each in guide.competencies}), guide)
    assert max(map(len, shown)) <= 60
    assert not any("%" in line for line in shown)


def test_a_quick_look_has_confidence_alone(guide: Guide) -> None:
    """Where nothing else was asked, nothing else is explained or left empty."""
    quick = assessed({"teams": Rating(confidence=2)}, depth="quick")
    assert [str(line) for line in plot(quick, guide)] == [
        "  C is your confidence, from 1 to 5.",
        "",
        "  Sustaining change             1   2   3   4   5",
        "    Developing teams            .   C   .   .   .",
    ]


def test_told_in_words(guide: Guide) -> None:
    """For a screen reader each competency is a sentence; answers apart are quoted."""
    shown = [str(line) for line in told(assessed(RATINGS), guide)]
    assert shown[:5] == [
        "  Levels go from 1 to 5.",
        "",
        "  Co-creation and engagement",
        "    Brokering: confidence 2, importance 5, use 3.",
        '    Co-design: confidence 5, importance 2, use "I had no opportunity".',
    ]
    assert "    juggling: confidence 3, importance 4, use 2." in shown

"""What an assessment shows: the profile, what was written, and what would make it stronger."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.assess.record import Assessment, Rating, example_key
from isp_cli.assess.stronger import Beside, stronger
from isp_cli.assess.view import assessment_page, profile_page
from isp_cli.guide.model import Guide
from tests.assess.others.letters import filled, form_for, saved
from tests.assess.test_dialogue import begun
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock

FORM = """\
ratings:
  brokering: {confidence: 2, importance: 5, use: 3, example: They met.}
  teams: {confidence: 4, importance: 4, use: 5}
"""


def rated(*competencies: str, **values: object) -> Assessment:
    """Return an assessment in which these are rated alike."""
    ratings = {each: Rating(confidence=4, importance=4, use=4) for each in competencies}
    return begun(*competencies, ratings=ratings, **values)


def said(assessment: Assessment, beside: Beside | None = None) -> list[str]:
    """Return what would make an assessment stronger, with ids for names."""
    return list(stronger(assessment, {}, beside or Beside()))


@pytest.mark.parametrize(
    ("competencies", "named"),
    [
        (("teams",), "teams has none yet"),
        (("teams", "power"), "teams and power have none yet"),
        (("teams", "power", "leaders"), "teams, power and leaders have none yet"),
        (("teams", "power", "leaders", "capacity"), "teams, power and 2 more have none yet"),
    ],
)
def test_what_has_no_example_is_named(competencies: tuple[str, ...], named: str) -> None:
    """Those without an example are named, and of many only the first: it is no list of faults."""
    first, *others = said(rated(*competencies))
    assert first == f"An example: {named}. When there is one: isp note --competency NAME"
    assert len(others) == 2


def test_what_is_told_elsewhere_needs_no_example() -> None:
    """An example, a note that touches it, or no level to show: none of these is asked for."""
    assessment = rated("teams", "power", "leaders", "capacity").with_text(
        example_key("teams"), "An example", "They met."
    )
    for competency, answer in (("leaders", "dont-know"), ("capacity", "not-applicable")):
        assessment = assessment.with_answer(competency, "confidence", answer)
    low = assessment.with_answer("power", "importance", 1).with_answer("power", "use", 1)
    assert said(assessment, Beside(noted={"power"})) == said(low)
    assert not any(each.startswith("An example") for each in said(low))


def test_what_is_there_already_is_not_asked_for() -> None:
    """Where a view or another assessment is there, it is said where to see it."""
    _, view, look = said(
        rated("teams"), Beside(viewed="Two came in: isp assess views", compared=True)
    )
    assert view.endswith("isp assess views")
    assert look.endswith("isp assess compare")


def test_a_quick_look_says_what_it_can_say(guide: Guide) -> None:
    """Confidence alone puts nothing into a group, and the page says what it does show."""
    quick = begun("teams", ratings={"teams": Rating(confidence=2)}, depth="quick")
    shown = "\n".join(map(str, profile_page(quick, guide)))
    assert "A quick look asks for confidence alone." in shown
    assert "    Developing teams            .   C   .   .   .\n" in shown
    assert "isp assess --competency NAME" in shown
    assert "To talk about" not in shown
    assert "groups" not in shown.replace("nothing is grouped", "")


@pytest.fixture
def _two(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep an assessment, and half a year later look back at it twice."""
    stop_clock(monkeypatch)
    assert isp("assess", "--answers", "-", stdin=FORM).exit_code == 0
    form = isp("assess", "then", "template").stdout
    for days, level in ((180, "1"), (200, "dont-know")):
        stop_clock(monkeypatch, MOMENT + timedelta(days=days))
        filled = form.replace("brokering:", f"brokering: {level}")
        assert isp("assess", "then", "--answers", "-", stdin=filled).exit_code == 0
    assert portfolio.exists()


@pytest.mark.usefixtures("_two")
def test_then_ratings_stand_beside_the_original(isp: Isp) -> None:
    """What was said at the time stays first; each time of looking back stands below it."""
    shown = isp("assess", "show").stdout
    assert (
        "  Confidence: 2 With preparation and some support\n"
        "    Looking back on 3 July 2027: 1 Not yet; I would need someone beside me\n"
        "    Looking back on 23 July 2027: I don't know\n"
        "  Importance: 5 Central; the work fails without it\n"
    ) in shown
    assert shown.count("response shift") == 1
    data = json.loads(isp("assess", "show", "--json").stdout)["data"]
    assert [each["ratings"]["brokering"]["confidence"] for each in data["then"]] == [1, "dont-know"]
    assert data["ratings"]["brokering"]["confidence"] == 2


@pytest.mark.usefixtures("_two")
def test_what_the_portfolio_has_makes_it_stronger(isp: Isp, tmp_path: Path) -> None:
    """A note, somebody's view and another assessment each take their place in the profile."""

    def missing() -> list[str]:
        return [each for each in isp("assess", "show").stdout.splitlines() if "  - A" in each]

    example, view, look = missing()
    assert "Developing teams has none yet" in example
    assert "isp assess invite NAME" in view
    assert look == "  - A later look: in some months, isp assess"
    assert isp("note", "--competency", "teams", "They took turns.").exit_code == 0
    form = filled(form_for(isp, "Sample colleague"), {"rating": "4"}, consent="yes")
    assert isp("assess", "receive", saved(tmp_path, form)).exit_code == 0
    assert isp("assess", "--answers", "-", stdin=FORM).exit_code == 0
    look = "  - A later look beside an earlier one: isp assess compare"
    assert missing()[-1] == look
    shown = isp("assess", "show", "2027-01-04").stdout
    assert (
        "  - Another's view: one view has come in. Side by side with yours: isp assess views"
        in shown
    )
    assert "none yet" not in shown


@pytest.mark.usefixtures("portfolio")
def test_nothing_is_drawn_where_lines_are_read_aloud(isp: Isp) -> None:
    """With --plain the levels come as sentences, and no dots or letters are left of the plot."""
    isp("assess", "--answers", "-", stdin=FORM)
    shown = isp("assess", "show", "--plain").stdout
    assert "    Brokering: confidence 2, importance 5, use 3.\n" in shown
    assert "   .   " not in shown
    assert "   .   " in isp("assess", "show").stdout


def test_what_was_not_asked_is_not_called_unanswered(guide: Guide) -> None:
    """Where a competency does not apply nothing more is asked; a question left out is named."""
    rating = Rating(confidence="not-applicable")
    shown = [
        line.text for line in assessment_page(begun("teams", ratings={"teams": rating}), guide)
    ]
    assert "Confidence: It does not apply to my role" in shown
    assert not any("not answered" in each for each in shown)
    rating = Rating(confidence=3)
    shown = [
        line.text for line in assessment_page(begun("teams", ratings={"teams": rating}), guide)
    ]
    assert "Importance: not answered" in shown

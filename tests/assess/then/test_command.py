"""`isp assess then`: forms, files and pages."""

import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock
from tests.pseudo_terminal import CTRL_C, PseudoTerminal

FORM = """\
ratings:
  brokering: {confidence: 2, importance: 5, use: 3}
  teams: {confidence: 4, importance: 4, use: 5}
"""
PAGE = """\
On 3 July 2027, looking back at 4 January 2027

Brokering

  At the time: 2 With preparation and some support
  Looking back: 1 Not yet; I would need someone beside me

Developing teams

  At the time: 4 On my own, in most settings
  Looking back: I had no opportunity

What I see now that I did not see then

  A meeting is no [b]brokering[/b].

"""


@pytest.fixture(autouse=True)
def _kept(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep an assessment of 4 January; then it is 3 July."""
    stop_clock(monkeypatch)
    assert isp("assess", "--answers", "-", stdin=FORM).exit_code == 0
    assert portfolio.exists()
    stop_clock(monkeypatch, MOMENT + timedelta(days=180))


def filled(isp: Isp, **answers: str) -> str:
    """Return the form of `isp assess then template` with these answers in it."""
    form = isp("assess", "then", "template").stdout
    for key, answer in answers.items():
        assert f"{key}:\n" in form
        form = form.replace(f"{key}:\n", f"{key}: {answer}\n")
    return form


def test_a_form_filled_in(isp: Isp, portfolio: Path) -> None:
    """The form leads to then-ratings in a file of their own; the assessment stays as it was."""
    (original,) = (portfolio / "assessments").iterdir()
    before = original.read_bytes()
    form = filled(
        isp, brokering="1", teams="no opportunity", hindsight="A meeting is no [b]brokering[/b]."
    )
    result = isp("assess", "then", "--answers", "-", stdin=form)
    assert result.exit_code == 0
    assert result.stdout.startswith(PAGE)
    assert "response shift" in result.stdout.removeprefix(PAGE)
    assert files_in(portfolio) == ["assessments/2027-01-04.md", "then-ratings/2027-07-03.md"]
    assert original.read_bytes() == before
    assert isp("assess", "then", "show").stdout == result.stdout
    assert isp("assess", "then", "list").stdout == (
        "2027-07-03\n  looking back at 4 January 2027: 2 competencies\n"
    )


def test_the_form_does_not_tell_what_was_answered(isp: Isp) -> None:
    """The form has the competencies that were rated, all of them empty, and the levels in full."""
    form = isp("assess", "then", "template", "2027-01-04").stdout
    assert "\nratings:\n  brokering:\n  teams:\n" in form
    assert "Looking back at 4 January 2027" in form
    assert "#   2  I do it now and then, after preparing" in form


def test_part_of_a_form_is_enough(isp: Isp) -> None:
    """One looks back on what one likes: empty places are left out, and it is finished."""
    result = isp("assess", "then", "--answers", "-", "--json", stdin=filled(isp, teams="3"))
    data = json.loads(result.stdout)["data"]
    assert (data["status"], data["competencies"]) == ("finished", ["teams"])
    assert data["assessed"] == "2027-01-04"


def test_several_are_kept(isp: Isp, monkeypatch: pytest.MonkeyPatch, portfolio: Path) -> None:
    """Looking back again adds a record and changes none."""
    for days in (180, 200):
        stop_clock(monkeypatch, MOMENT + timedelta(days=days))
        assert isp("assess", "then", "--answers", "-", stdin=filled(isp, teams="3")).exit_code == 0
    assert files_in(portfolio / "then-ratings") == ["2027-07-03.md", "2027-07-23.md"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("teams:", "leaders: 3\n  teams:"), "ratings.leaders: was not rated on 4 January 2027"),
        (("teams:", "nonsense: 3\n  teams:"), "There is no competency called 'nonsense'"),
        (("teams:", "developing teams: 3\n  teams: 2"), "means the same competency as"),
        (("teams:", "teams: 6"), "must be 1 to 5, or one of"),
        (("assessment: a", "assessment: b"), "there is no finished assessment 'bssessment-"),
        (("\nhindsight:", "\nscore: 7\nhindsight:"), "score"),
        (("", ""), "ratings: nothing is filled in yet"),
    ],
)
def test_a_form_with_a_fault(isp: Isp, portfolio: Path, change: tuple[str, str], said: str) -> None:
    """One line says what is wrong, and nothing is kept."""
    form = filled(isp).replace(*change, 1)
    result = isp("assess", "then", "--answers", "-", stdin=form)
    assert (result.exit_code, result.stdout) == (5, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("standard input: ")
    assert said in line
    assert files_in(portfolio) == ["assessments/2027-01-04.md"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("2020",), 4, "There is no assessment called '2020'."),
        (("",), 4, "There is no assessment called ''."),
        (("2027-01-04",), 6, "'isp assess then template'"),
        (("--competency", "teems"), 4, "There is no competency called 'teems'."),
        (("show",), 4, "There is no then-rating yet. To begin one: isp assess then"),
        (("template", "2020"), 4, "There is no assessment called '2020'."),
        (("2027-01-04", "--answers", "-"), 2, "A filled form says itself"),
        (("--new", "list"), 2, "--new does not go with 'list'."),
    ],
)
def test_what_cannot_be_done(isp: Isp, words: tuple[str, ...], code: int, said: str) -> None:
    """One line and the right exit code."""
    result = isp("assess", "then", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert said in line


def test_without_a_finished_assessment(isp: Isp, portfolio: Path) -> None:
    """A draft is no time to look back on, named or not."""
    (portfolio / "assessments" / "2027-01-04.md").unlink()
    isp("assess", "--answers", "-", stdin="ratings: {teams: {use: 3}}")
    result = isp("assess", "then")
    assert (result.exit_code, result.stderr) == (
        4,
        "There is no finished assessment to look back on yet. To begin one: isp assess\n",
    )


def test_an_assessment_that_is_gone(isp: Isp, portfolio: Path) -> None:
    """Then-ratings are shown even where the assessment was taken away, and that is said."""
    isp("assess", "then", "--answers", "-", stdin=filled(isp, teams="3"))
    (portfolio / "assessments" / "2027-01-04.md").unlink()
    shown = isp("assess", "then", "show").stdout
    assert "The assessment that this looks back on cannot be found in your portfolio." in shown
    assert "  Looking back: 3 On my own, in settings I know" in shown


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("way", [(), ("--plain",)], ids=["questionary", "plain"])
def test_in_a_terminal(portfolio: Path, way: tuple[str, ...]) -> None:
    """Looking back is interrupted, taken up again by the same words, and finished."""
    command = ("assess", "then", "2027-01-04", *way)
    with PseudoTerminal(*command, portfolio=portfolio) as terminal:
        terminal.sees("2 competencies", "stays hidden")
        terminal.is_asked("Brokering, 1 of 2", "where would you now place yourself")
        terminal.picks(3)
        terminal.sees("On 4 January 2027 you said: With preparation")
        terminal.is_asked("Developing teams, 2 of 2")
        terminal.types(CTRL_C)
        terminal.sees("Stopped. All you answered is kept. To go on: isp assess then")
        assert terminal.ends() == 130
    with PseudoTerminal(*command, portfolio=portfolio) as terminal:
        terminal.sees("Taking up the then-rating you began on")
        terminal.is_asked("Developing teams, 2 of 2")
        terminal.picks(2)
        terminal.is_asked("What do you see now")
        terminal.writes("More than I thought.")
        terminal.sees("At the time: 4", "Looking back: 2", "response shift")
        assert terminal.ends() == 0

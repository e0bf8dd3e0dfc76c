"""`isp assess compare`: assessments beside one another, on the screen and for programs."""

import json
import re
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.assess.compare.view import comparison_page
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import GuideVersion
from tests.assess.test_change import _rating, assessment, side_by_side
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock

THEN = """\
ratings:
  brokering: {confidence: 2, importance: 5, use: dont-know, example: I asked two services.}
  power: {confidence: 3, importance: 3, use: 3}
  teams: {confidence: 4, importance: 4, use: 5}
"""
NOW = """\
ratings:
  brokering: {confidence: 3, importance: 5, use: 2, example: "They met, [twice]."}
  co-design: {confidence: not-applicable}
  teams: {confidence: 4, importance: 4, use: 5}
"""
PAGE = """\
Side by side: 4 January 2027 and 3 July 2027

Brokering

  Confidence:
    4 January 2027: 2 With preparation and some support
    3 July 2027: 3 On my own, in settings I know
  Importance, each time: 5 Central; the work fails without it
  Use:
    4 January 2027: I don't know
    3 July 2027: 2 Once or twice
  An example from practice, 4 January 2027:
    I asked two services.
  An example from practice, 3 July 2027:
    They met, [twice].

Nothing moved in what was answered more than once

  - Developing teams

Rated only on 4 January 2027

  - Addressing power differentials

Rated only on 3 July 2027

  - Co-design

"""

pytestmark = pytest.mark.usefixtures("portfolio")


@pytest.fixture
def _two(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep an assessment of 4 January and one of 3 July."""
    for days, form in ((0, THEN), (180, NOW)):
        stop_clock(monkeypatch, MOMENT + timedelta(days=days))
        assert isp("assess", "--answers", "-", stdin=form).exit_code == 0
    assert portfolio.exists()


two = pytest.mark.usefixtures("_two")


@two
@pytest.mark.parametrize(
    "names",
    [
        (),
        ("2027-01-04",),
        ("2027-01",),
        ("2027-01-04", "2027-07-03"),
        ("2027-07-03.md", "2027-01-04.md"),
    ],
)
def test_the_page(isp: Isp, names: tuple[str, ...]) -> None:
    """The two are shown in the order of time, however they are named."""
    result = isp("assess", "compare", *names)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(PAGE)
    closing = result.stdout.removeprefix(PAGE)
    assert "judging by a different measure now" in closing
    assert "What it means is yours to decide.\n" in closing
    assert closing.endswith(
        "To look back at an earlier one with what you know now: isp assess then\n"
    )


@two
def test_the_page_judges_nothing(isp: Isp) -> None:
    """No word says that a change is good or bad, and nothing is counted."""
    said = isp("assess", "compare").stdout.lower()
    assert not re.search(r"better|worse|improv|progress|gain|lost|total|%|\bup\b|\bdown\b", said)


@two
def test_for_other_programs(isp: Isp) -> None:
    """With --json the comparison comes in its envelope."""
    result = isp("assess", "compare", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    shown = json.loads(result.stdout)
    assert shown["schema"] == "isp.assessment-comparison/1"
    data = shown["data"]
    assert data["then"]["finished"] == "2027-01-04T09:30:00+01:00"
    assert data["now"]["finished"] == "2027-07-03T09:30:00+01:00"
    assert [each["competency"] for each in data["competencies"]] == ["brokering", "teams"]
    assert data["competencies"][0]["answers"]["use"] == {
        "then": "dont-know",
        "now": 2,
        "moved": True,
    }
    assert data["competencies"][0]["example"]["now"] == "They met, [twice]."
    assert (data["only_then"], data["only_now"]) == (["power"], ["co-design"])


@two
def test_without_names_it_is_the_two_latest(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three assessments the two latest are taken; one name goes with the latest."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=365))
    isp("assess", "--answers", "-", stdin=NOW)
    shown = isp("assess", "compare").stdout
    assert shown.startswith("Side by side: 3 July 2027 and 4 January 2028\n")
    with_first = isp("assess", "compare", "2027-01-04").stdout
    assert with_first.startswith("Side by side: 4 January 2027 and 4 January 2028\n")


@two
def test_a_draft_is_compared_if_it_is_named(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft is not taken by itself; under its name it is, and is called a draft."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=365))
    isp("assess", "--answers", "-", stdin="ratings: {teams: {confidence: 2}}")
    assert isp("assess", "compare").stdout.startswith(PAGE)
    named = isp("assess", "compare", "2028-01-04").stdout
    assert named.startswith("Side by side: 3 July 2027 and 4 January 2028 (a draft)\n")
    assert "    4 January 2028 (a draft): 2 With preparation" in named
    assert "  Importance, only on 3 July 2027: 4 Very; much depends on it\n" in named


@pytest.mark.parametrize("count", [0, 1])
def test_fewer_than_two(isp: Isp, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Where there are not two to compare, one line says so."""
    stop_clock(monkeypatch)
    names: list[tuple[str, ...]] = [()]
    for _ in range(count):
        isp("assess", "--answers", "-", stdin=THEN)
        names.append(("2027-01-04",))
    for each in names:
        result = isp("assess", "compare", *each)
        assert (result.exit_code, result.stdout) == (4, "")
        (line,) = result.stderr.splitlines()
        assert line.startswith("It takes two finished assessments to compare; so far there is ")
        assert line.endswith(f"To begin {'another' if count else 'one'}: isp assess")


@two
@pytest.mark.parametrize("names", [("2027-07-03",), ("2027-01-04", "2027-01")])
def test_the_same_one_twice(isp: Isp, names: tuple[str, ...]) -> None:
    """An assessment is not compared with itself."""
    result = isp("assess", "compare", *names)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line == "Both are the same assessment. See them with: isp assess list"


@two
@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("2020",), "There is no assessment called '2020'."),
        (("2027-01-04", "2020"), "There is no assessment called '2020'."),
        (("2027",), "'2027' could mean more than one assessment."),
    ],
)
def test_a_name_that_leads_nowhere(isp: Isp, names: tuple[str, ...], said: str) -> None:
    """A name that fits nothing, or too much, is said as `assess show` says it."""
    result = isp("assess", "compare", *names)
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr.startswith(said)


@two
def test_both_files_stay_as_they_are(isp: Isp, portfolio: Path) -> None:
    """To compare is to read: nothing is written."""
    files = sorted(portfolio.rglob("*.md"))
    before = [path.read_bytes() for path in files]
    isp("assess", "compare")
    assert sorted(portfolio.rglob("*.md")) == files
    assert [path.read_bytes() for path in files] == before


@two
def test_more_than_two(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three are shown in the order of time, by names or with --all; a gap is said as one."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=365))
    third = "ratings: {brokering: {confidence: 4, importance: 5, use: 4}, power: {confidence: 4}}"
    isp("assess", "--answers", "-", stdin=third)
    shown = isp("assess", "compare", "2028", "2027-07", "2027-01").stdout
    assert shown.startswith(
        "Side by side: 4 January 2027, 3 July 2027 and 4 January 2028 (a draft)\n"
    )
    assert (
        "  Confidence:\n"
        "    4 January 2027: 3 On my own, in settings I know\n"
        "    3 July 2027: not answered\n"
        "    4 January 2028 (a draft): 4 On my own, in most settings\n"
    ) in shown
    every = isp("assess", "compare", "--all").stdout
    assert every.startswith("Side by side: 4 January 2027 and 3 July 2027\n")


@two
def test_looking_back_stands_below_the_original(isp: Isp) -> None:
    """Then-ratings are beside what was answered at the time, and it is said what to make of it."""
    form = isp("assess", "then", "template", "2027-01-04").stdout
    form = form.replace("brokering:", "brokering: 1").replace("teams:", "teams: 3")
    assert isp("assess", "then", "--answers", "-", stdin=form).exit_code == 0
    shown = isp("assess", "compare").stdout
    assert (
        "    4 January 2027: 2 With preparation and some support\n"
        "      Looking back on 3 July 2027: 1 Not yet; I would need someone beside me\n"
        "    3 July 2027: 3 On my own, in settings I know\n"
    ) in shown
    assert "Developing teams\n\n  Confidence:\n    4 January 2027: 4" in shown
    assert "response shift" in shown
    assert "Nothing moved" not in shown


@two
def test_only_some_competencies(isp: Isp) -> None:
    """With --competency or --domain the page holds these alone."""
    shown = isp("assess", "compare", "--competency", "teams", "--domain", "ongoing").stdout
    assert "  - Developing teams\n" in shown
    assert "Brokering" not in shown
    assert "Co-design" not in shown


@two
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--all", "2027-01-04"), "--all goes without names."),
        (
            ("2027-01-04", "2027-07-03", "2027-01"),
            "Two of these are the same assessment. See them with: isp assess list",
        ),
    ],
)
def test_what_does_not_go_together(isp: Isp, words: tuple[str, ...], said: str) -> None:
    """One line says what to leave out."""
    result = isp("assess", "compare", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)


def test_nothing_in_common(guide: Guide) -> None:
    """Where no competency was rated both times, that is said in place of a change."""
    then, now = assessment(teams=_rating(3)), assessment(power=_rating(3))
    lines = [str(each) for each in comparison_page(side_by_side(then, now), guide)]
    assert lines[-1] == "No competency was rated more than once, so there is nothing to compare."


def test_a_competency_of_another_guide(guide: Guide) -> None:
    """What this guide does not have is shown by its id, and different guides are named."""
    then, now = assessment(juggling=_rating(3)), assessment(juggling=_rating(4))
    other = then.with_values(id="other", guide=GuideVersion(id="small", version="3"))
    lines = [str(each) for each in comparison_page(side_by_side(other, now), guide)]
    assert "juggling (not in this guide)" in lines
    assert lines[2] == (
        "They speak of different guides or versions: small, version 3; "
        "implementation-support, version 1."
    )


@two
def test_files_changed_by_hand(isp: Isp, portfolio: Path) -> None:
    """A clock that was set back, or a date taken out, changes the order and nothing else."""
    early, late = sorted((portfolio / "assessments").iterdir())
    text = early.read_text(encoding="utf-8")
    early.write_text(text.replace("finished: 2027-01-04", "finished: 2019-01-04"), encoding="utf-8")
    late.write_text(
        re.sub(r"finished: 2027.*\n", "", late.read_text(encoding="utf-8")), encoding="utf-8"
    )
    shown = isp("assess", "compare").stdout
    assert shown.startswith("Side by side: 4 January 2019 and 3 July 2027\n")


@two
def test_what_isp_cannot_read_is_said(isp: Isp, portfolio: Path) -> None:
    """Where isp itself chooses what to compare, it names the files that it had to pass over."""
    (portfolio / "assessments" / "2028-01-01.md").write_text("no record", encoding="utf-8")
    (portfolio / "then-ratings").mkdir()
    (portfolio / "then-ratings" / "2028-01-02.md").write_bytes(b"\xff")
    for words in ((), ("--all",)):
        result = isp("assess", "compare", *words)
        assert result.stdout.startswith(PAGE)
        assessment, then = result.stderr.splitlines()
        assert assessment.startswith(f"{portfolio / 'assessments' / '2028-01-01.md'}: ")
        assert then.startswith(f"{portfolio / 'then-ratings' / '2028-01-02.md'}: ")


@two
def test_a_rating_out_of_range(isp: Isp, portfolio: Path) -> None:
    """A level that does not exist is said with its file and line, whichever command reads it."""
    _, late = sorted((portfolio / "assessments").iterdir())
    text = late.read_text(encoding="utf-8")
    late.write_text(text.replace("confidence: 3", "confidence: 9", 1), encoding="utf-8")
    for words in (("compare", "2027-01-04", "2027-07-03"), ("show",), ("export",)):
        result = isp("assess", *words)
        assert (result.exit_code, result.stdout) == (5, "")
        assert f"{late}: line " in result.stderr
        assert "ratings.brokering.confidence" in result.stderr


@pytest.mark.parametrize(
    ("later", "said"),
    [
        (timedelta(days=1), "4 January 2027 and 5 January 2027"),
        (timedelta(hours=1), "4 January 2027 at 09:30 and 4 January 2027 at 10:30"),
        (timedelta(seconds=9), "4 January 2027 at 09:30:00 and 4 January 2027 at 09:30:09"),
    ],
)
def test_each_is_named_so_that_they_can_be_told_apart(
    guide: Guide, later: timedelta, said: str
) -> None:
    """Two of one day are told apart by the time, and two of one minute to the second."""
    then, now = assessment(teams=_rating(3)), assessment(teams=_rating(4))
    now = now.with_values(finished=MOMENT + later)
    title = next(iter(comparison_page(side_by_side(then, now), guide)))
    assert str(title) == f"Side by side: {said}"

"""Plans of an earlier isp, and plans that were edited by hand, live on."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock

FIRST = Path(__file__).parent / "records" / "first.md"
"""A plan as the first isp wrote it, with changes by hand."""


@pytest.fixture
def plan(portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of that plan in the portfolio."""
    stop_clock(monkeypatch)
    path = portfolio / "plans" / "2026-11-23-2027.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(FIRST.read_bytes())
    return path


def test_an_earlier_plan_is_read(isp: Isp, plan: Path) -> None:
    """A plan from before reviews and helpers were kept is shown whole, unknown keys and all."""
    shown = isp("plan", "show")
    assert (shown.exit_code, shown.stderr) == (0, "")
    for line in (
        "    1. [x] Draw a map, by 14 December 2026",
        "    2. [ ] Show it to a colleague, by 15 January 2027",
        "    3. [ ] Shadow a meeting",
        "gone (not in this guide)",
    ):
        assert f"{line}\n" in shown.stdout
    data = json.loads(isp("plan", "show", "--json").stdout)["data"]
    assert data["goals"][0] == {"competency": "brokering", "since": "spring"}
    assert data["reviews"] is None
    assert plan.read_bytes() == FIRST.read_bytes()


def test_it_lives_on_with_all_that_is_the_persons(isp: Isp, plan: Path) -> None:
    """Steps, a review and closing add their own lines; every other line stays, in its order."""
    assert isp("plan", "step", "2", "--done", "He saw it.").exit_code == 0
    assert isp("plan", "step", "--add", "More", "--goal", "gone").exit_code == 0
    form = "goals: {gone: {learnt: To let go.}, brokering: {now: Go on.}}"
    assert isp("plan", "review", "--answers", "-", stdin=form).exit_code == 0
    assert isp("plan", "close", "--answers", "-", stdin="looking_back: Well.").exit_code == 0
    before, after = FIRST.read_text(encoding="utf-8"), plan.read_text(encoding="utf-8")
    changed = {
        "status: active": "status: closed",
        "\t+ [ ] Show it to a colleague   ⏫ 📅 2027-01-15": (
            "\t+ [x] Show it to a colleague   ⏫ 📅 2027-01-15 ✅ 2027-01-04"
        ),
    }
    lines = iter(after.split("\n"))
    for line in before.split("\n"):
        assert changed.get(line, line) in lines
    assert "\t  - 4 January 2027: He saw it.\n- [ ] Shadow a meeting\n" in after
    assert "## gone (not in this guide): Next steps <!-- steps.gone -->\n\n- [ ] More\n" in after


def test_a_plan_without_goals(isp: Isp, plan: Path) -> None:
    """A plan whose goals were deleted is shown as such, and gone on with as far as it goes."""
    text = plan.read_text(encoding="utf-8")
    start, end = text.index("goals:"), text.index("mood:")
    plan.write_text(f"{text[:start]}goals: []\n{text[end:]}", encoding="utf-8")
    assert "It has no goals.\n" in isp("plan", "show").stdout
    assert isp().exit_code == 0
    added = isp("plan", "step", "--add", "More")
    assert (added.exit_code, added.stderr) == (
        4,
        "This plan has no goals. To make another: isp plan --new\n",
    )
    assert isp("plan", "review", "template").exit_code == 0
    assert isp("plan", "close", "--answers", "-", stdin="looking_back: Enough.").exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("horizon: 2027-11-23", "horizon: soon", "line 11: horizon: "),
        ("horizon: 2027-11-23", "reviews: [2027-02-31]", "line 11: reviews[1]: "),
        ("status: active", "status: resting", "line 5: status: is 'resting'"),
    ],
)
def test_what_cannot_be_read_is_named(isp: Isp, plan: Path, old: str, new: str, said: str) -> None:
    """A slip in the front matter is said with file and line, and the file is left alone."""
    plan.write_text(plan.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = plan.read_bytes()
    result = isp("plan", "step", "1", "--done", "")
    assert result.exit_code == 4
    assert result.stderr.startswith(f"{plan}: {said}")
    assert isp().stderr.startswith(f"{plan}: {said}")
    assert plan.read_bytes() == before


def test_a_plan_that_is_over_is_said_to_be(
    isp: Isp, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A horizon in the past is no fault of the file."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=500))
    assert "The plan ran until 23 November 2027." in isp().stdout
    assert "Until 23 November 2027\n" in isp("plan", "show").stdout
    assert plan.read_bytes() == FIRST.read_bytes()


@pytest.mark.parametrize("mark", ["x", "X"])
def test_ticking_in_an_editor_is_enough(isp: Isp, plan: Path, mark: str) -> None:
    """A box ticked by hand is a step that is done, here and on the home page."""
    assert "Show it to a colleague" in isp().stdout
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("+ [ ] Show", f"+ [{mark}] Show"), encoding="utf-8")
    assert "Show it to a colleague" not in isp().stdout
    assert f"2. [{'x'}] Show it to a colleague" in isp("plan", "show").stdout


def test_a_key_activity_can_be_taken_out_by_hand(isp: Isp, portfolio: Path) -> None:
    """What "further" looks like is what the file says: a line that goes is a choice undone."""
    form = "goals: [{competency: teams, key_activities: [1, 4], further: In my words.}]"
    isp("plan", "--answers", "-", stdin=form)
    (path,) = (portfolio / "plans").iterdir()
    lines = path.read_text(encoding="utf-8").split("\n")
    path.write_text(
        "\n".join(each for each in lines if "activity.1 " not in each), encoding="utf-8"
    )
    shown = isp("plan", "show").stdout
    assert "Support the development of effective processes for team meetings." in shown
    assert "Help to identify relevant members" not in shown
    assert "<!--" not in shown

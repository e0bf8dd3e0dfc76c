"""`isp plan step` with options: what becomes of a step, said in the command."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock

PLAN = """\
horizon: 2028-06-30
goals:
- competency: brokering
  steps:
  - step: Draw a map
    by: 2027-01-15
  - step: Shadow a meeting
- competency: teams
  steps:
  - step: Coach one team
    by: in 6 weeks
"""


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def plan(isp: Isp, portfolio: Path) -> Path:
    """Return the file of an active plan with three steps."""
    assert isp("plan", "--answers", "-", stdin=PLAN).exit_code == 0
    return portfolio / "plans" / "2027-01-04-2028.md"


def steps(path: Path) -> list[str]:
    """Return the lines of the task lists in the file."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line.lstrip().startswith("- ")][2:]  # after the goals


FORMER = [
    "- [ ] Draw a map 📅 2027-01-15",
    "- [ ] Shadow a meeting",
    "- [ ] Coach one team 📅 2027-02-15",
]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (
            ("1", "--done", "They  were\nglad."),
            ["- [x] Draw a map 📅 2027-01-15 ✅ 2027-01-04", "  - 4 January 2027: They were glad."],
        ),
        (("draw", "--done", ""), ["- [x] Draw a map 📅 2027-01-15 ✅ 2027-01-04"]),
        (("1", "--done"), ["- [x] Draw a map 📅 2027-01-15 ✅ 2027-01-04"]),
        (("--done", "--", "1"), ["- [x] Draw a map 📅 2027-01-15 ✅ 2027-01-04"]),
        (
            ("1", "--drop", "--note", "--done or not"),
            ["- [-] Draw a map 📅 2027-01-15 ❌ 2027-01-04", "  - 4 January 2027: --done or not"],
        ),
        (
            ("1", "--done=--help"),
            ["- [x] Draw a map 📅 2027-01-15 ✅ 2027-01-04", "  - 4 January 2027: --help"],
        ),
        (
            ("1", "--move", "in 2 weeks", "--note", "No time."),
            [
                "- [ ] Draw a map 📅 2027-01-18",
                "  - 4 January 2027: moved from 15 January 2027 to 18 January 2027",
                "  - 4 January 2027: No time.",
            ],
        ),
        (
            ("01", "--drop", "It is drawn."),
            ["- [-] Draw a map 📅 2027-01-15 ❌ 2027-01-04", "  - 4 January 2027: It is drawn."],
        ),
        (
            ("1", "--note", "Half of it."),
            ["- [ ] Draw a map 📅 2027-01-15", "  - 4 January 2027: Half of it."],
        ),
    ],
)
def test_what_becomes_of_a_step(
    isp: Isp, plan: Path, words: tuple[str, ...], wanted: list[str]
) -> None:
    """The line says what became of it, what came of it stands beneath, and all else stays."""
    before = plan.read_text(encoding="utf-8")
    result = isp("plan", "step", *words)
    assert (result.exit_code, result.stderr) == (0, f"Kept in {plan}\n\n")
    assert steps(plan) == wanted + FORMER[1:]
    after = plan.read_text(encoding="utf-8")
    assert after == before.replace(FORMER[0], "\n".join(wanted))


def test_a_step_that_is_done_keeps_the_day(
    isp: Isp, plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who says later what came of a step that is done adds a line, and the day stays."""
    isp("plan", "step", "1", "--done")
    stop_clock(monkeypatch, MOMENT + timedelta(days=7))
    isp("plan", "step", "1", "--done", "They use it.")
    assert steps(plan)[:2] == [
        "- [x] Draw a map 📅 2027-01-15 ✅ 2027-01-04",
        "  - 11 January 2027: They use it.",
    ]


def test_a_step_without_a_date_gets_one(isp: Isp, plan: Path) -> None:
    """A step that had no day is moved to one."""
    isp("plan", "step", "2", "--move", "end of March")
    assert steps(plan)[1:3] == [
        "- [ ] Shadow a meeting 📅 2027-03-31",
        "  - 4 January 2027: moved to 31 March 2027",
    ]


def test_a_further_step(isp: Isp, plan: Path) -> None:
    """A step is added below those of its goal, which a beginning of its name is enough for."""
    words = ("--add", "Ask a colleague", "--goal", "broker", "--by", "next friday")
    result = isp("plan", "step", *words, "--with", "a colleague")
    assert result.exit_code == 0
    assert steps(plan)[2:4] == ["- [ ] Ask a colleague 📅 2027-01-08", "  - Who helps: a colleague"]
    assert result.stdout == (
        "Brokering\n  1. [ ] Draw a map, by 15 January 2027\n  2. [ ] Shadow a meeting\n"
        "  3. [ ] Ask a colleague, by 8 January 2027\n"
        "Developing teams\n  4. [ ] Coach one team, by 15 February 2027\n"
    )


def test_ticking_by_hand_is_as_good(isp: Isp, plan: Path) -> None:
    """A box that was ticked in an editor is a step that is done."""
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("- [ ] Draw", "- [x] Draw"), encoding="utf-8")
    assert "  1. [x] Draw a map" in isp("plan", "step", "2", "--done", "").stdout


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("9", "--done", ""), 4, "There is no step '9'. To see their numbers: isp plan show"),
        (("a", "--done", ""), 4, "'a' could mean more than one step. Say which: 1 (Draw a map), 2"),
        (("", "--done", ""), 4, "There is no step ''."),
        (("1", "--done", "", "--drop", ""), 2, "--done and --drop do not go together. Give one."),
        (("1", "--by", "in a week"), 2, "--by is for a new step. It goes with --add."),
        (("1", "--add", "More"), 2, "A new step has no number yet."),
        (("1", "--note", " "), 2, "--note: It has no words. Say how it goes."),
        (("--done", "x"), 2, "Which step is it? Put its number before"),
        (("1", "--move", "soon"), 2, "--move: 'soon' is not a date isp knows."),
        (("1", "--move", "2027-01-03"), 2, "--move: 3 January 2027 is past already."),
        (("--add", "More", "--by", "yesterday"), 2, "--by: 3 January 2027 is past already."),
        (("--add", "More"), 2, "Which goal is it for? Name it with --goal: brokering, teams"),
        (("--add", " ", "--goal", "teams"), 2, "--add: The new step has no words."),
        (("--add", "?", "--goal", "teams"), 2, "--add: The new step has no words."),
        (("--add", "More", "--goal", "power"), 4, "This plan has no goal 'power'. It has: brok"),
        (("--add", "More", "--goal", "a/../b"), 4, "There is no competency called 'a/../b'."),
        (("1", "--done", "", "--plan", "../2027"), 4, "There is no plan called '../2027'."),
        (("1",), 6, "This is a conversation and needs a terminal. Without one, say it in the com"),
        ((), 6, "This is a conversation and needs a terminal."),
    ],
)
def test_what_is_not_taken(
    isp: Isp, plan: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """What cannot be done is said on one line, and the plan is as it was."""
    before = plan.read_bytes()
    result = isp("plan", "step", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(said)
    assert plan.read_bytes() == before


@pytest.mark.parametrize("option", ["--done", "--drop", "--note", "--add"])
def test_help_is_help(isp: Isp, plan: Path, option: str) -> None:
    """Who asks for help behind an option gets it; it is not taken for what came of the step."""
    before = plan.read_bytes()
    result = isp("plan", "step", "1", option, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: isp plan step [OPTIONS] [STEP]")
    assert plan.read_bytes() == before


@pytest.mark.usefixtures("portfolio")
def test_without_a_plan(isp: Isp) -> None:
    """Who has no plan is told how to make one."""
    result = isp("plan", "step", "1", "--done", "")
    assert (result.exit_code, result.stderr) == (
        4,
        "There is no active plan. To make one: isp plan\n",
    )


def test_two_active_plans(isp: Isp, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two active plans one must be named; the other stays as it is."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=30))
    isp("plan", "--answers", "-", stdin=PLAN)
    other = plan.with_name("2027-02-03-2028.md")
    before = other.read_bytes()
    result = isp("plan", "step", "1", "--done", "")
    assert result.exit_code == 4
    assert result.stderr == (
        "There is more than one active plan. Name one with --plan: "
        "2027-01-04-2028, 2027-02-03-2028\n"
    )
    assert isp("plan", "step", "1", "--done", "", "--plan", "2027-01").exit_code == 0
    assert "✅" in plan.read_text(encoding="utf-8")
    assert other.read_bytes() == before


def test_line_ends_of_windows_stay(isp: Isp, plan: Path) -> None:
    """In a file whose lines end with CR and LF all lines do, the new ones too."""
    plan.write_bytes(plan.read_bytes().replace(b"\n", b"\r\n"))
    isp("plan", "step", "3", "--done", "Good.")
    isp("plan", "step", "--add", "More", "--goal", "teams", "--with", "a colleague")
    data = plan.read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"Good.\r\n- [ ] More\r\n  - Who helps: a colleague\r\n" in data


def test_as_json(isp: Isp, plan: Path) -> None:
    """The plan as it is then can be read by a program."""
    shown = json.loads(isp("plan", "step", "1", "--done", "Good.", "--json").stdout)
    assert shown["schema"] == "isp.plan/1"
    assert "✅" in shown["data"]["passages"]["steps.brokering"]
    assert plan.exists()

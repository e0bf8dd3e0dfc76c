"""A development plan without a terminal: the form, filled in and handed back."""

import json
from pathlib import Path

import pytest

from isp_cli.strictyaml import parse
from tests.conftest import Isp
from tests.forms import files_in, refusal
from tests.moments import stop_clock

GOAL = (
    "- competency:\n  key_activities: []\n  further:\n  resources:\n  learn_from:\n"
    "  steps:\n  - step:\n    by:\n    who_helps:\n"
)
FILLED = """\
- competency: Developing teams
  resources: |
    Our charters.

    And time.
  learn_from: The supervisor
  key_activities: [4, teams.activity.10]
  further: I do it without a script.
  steps:
  - step: Coach one team
    by: in 6 weeks
    who_helps: The regional lead
"""


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


def test_the_template_has_places_for_two_goals(isp: Isp) -> None:
    """The form has a horizon, and two goals of two steps each to fill in or copy."""
    result = isp("plan", "template")
    assert (result.exit_code, result.stderr) == (0, "")
    step = {"step": None, "by": None, "who_helps": None}
    goal = {
        "competency": None,
        "key_activities": [],
        "further": None,
        "resources": None,
        "learn_from": None,
        "steps": [step, step],
        "evidence": None,
        "obstacles": None,
    }
    assert parse(result.stdout) == {"horizon": None, "reviews": [], "goals": [goal, goal]}


def test_a_filled_template_becomes_a_record(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """The printed form, half filled in and handed back, is an active plan, and is shown."""
    form = isp("plan", "template").stdout
    assert GOAL in form
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        form.replace(GOAL, FILLED, 1)
        .replace("horizon:\n", "horizon: 31 December 2028\n")
        .replace("obstacles:\n", "obstacles: If the team is cut, then I ask for another.\n", 1)
        .replace("reviews: []", "reviews: [in 6 months, in 3 months]"),
        encoding="utf-8",
    )

    result = isp("plan", "--answers", str(answers))

    kept = portfolio / "plans" / "2027-01-04-2028.md"
    assert result.exit_code == 0
    assert files_in(portfolio) == ["plans/2027-01-04-2028.md"]
    assert f"Kept in {kept}" in result.stderr
    assert result.stdout.startswith(
        "Development plan, 4 January 2027 (active)\nUntil 31 December 2028\n"
    )
    assert "    1. [ ] Coach one team, by 15 February 2027\n" in result.stdout
    record = json.loads(isp("plan", "show", "--json").stdout)["data"]
    assert record["status"] == "active"
    assert record["horizon"] == "2028-12-31"
    assert record["reviews"] == ["2027-04-04", "2027-07-04"]
    assert record["goals"] == [{"competency": "teams"}]
    further = record["passages"].pop("further.teams").split("\n")
    assert [line.rpartition("<!-- ")[2] for line in further] == [
        "teams.activity.4 -->",
        "teams.activity.10 -->",
        "",
        "I do it without a script.",
    ]
    assert record["passages"] == {
        "obstacles.teams": "If the team is cut, then I ask for another.",
        "resources.teams": "Our charters.\n\nAnd time.",
        "learn-from.teams": "The supervisor",
        "steps.teams": "- [ ] Coach one team 📅 2027-02-15\n  - Who helps: The regional lead",
    }


def test_the_record_on_disk(isp: Isp, portfolio: Path) -> None:
    """Each part stands under its heading, the steps as a task list."""
    isp("plan", "--answers", "-", stdin="goals:\n- competency: teams\n  steps: [{step: Begin}]\n")
    text = (portfolio / "plans" / "2027-01-04-2027.md").read_text(encoding="utf-8")
    assert text.endswith(
        "goals:\n- competency: teams\n---\n"
        "\n## Developing teams: Next steps <!-- steps.teams -->\n\n- [ ] Begin\n\n"
    )


def test_goals_keep_the_order_of_the_form(isp: Isp, portfolio: Path) -> None:
    """Whoever writes the form decides what comes first; --json prints the record alone."""
    text = "goals: [{competency: teams}, {competency: brokering}]"
    result = isp("plan", "--answers", "-", "--json", stdin=text)
    shown = json.loads(result.stdout)
    assert shown["schema"] == "isp.plan/1"
    assert [each["competency"] for each in shown["data"]["goals"]] == ["teams", "brokering"]
    assert len(files_in(portfolio)) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("goals:\n- competency: brokring\n", 2, "Did you mean Brokering?"),
        ("goals:\n- competency: teams\n- competency: Teamwork\n", 3, "has a goal already"),
        ("goals:\n- resources: Time\n", 2, "competency: is missing"),
        ("goals:\n- competency: teams\n  learn-from: a\n", 3, "learn-from: is not known here"),
        ("goals:\n- competency: teams\n  steps:\n  - step: a\n    by: soon\n", 5, "not a date"),
        ("goals:\n- competency: teams\n  steps:\n  - by: in a week\n", 4, "what to do"),
        ("goals:\n- competency: teams\n  steps: Begin\n", 3, "must be a list"),
        ("goals:\n- competency: teams\n  steps:\n  - who_helps: A\n", 4, "what there is to do"),
        ("goals:\n- competency: teams\n  key_activities: [11]\n", 3, "there are 1 to 10"),
        ("horizon: 2020-01-01\ngoals:\n- competency: teams\n", 1, "is past already"),
        ("reviews: [soon]\ngoals:\n- competency: teams\n", 1, "'soon' is not a date"),
        ("horizon: someday\ngoals:\n- competency: teams\n", 1, "'someday' is not a date"),
        ("goals:\n- competency:\n  steps:\n  - step:\n", 1, "nothing is filled in"),
        ("goals: []\n", 1, "nothing is filled in"),
        ("goals:\n", 1, "must be a list"),
        ("horizon: 2028-01-01\n", 1, "goals: is missing"),
        ("goals:\n- competency: teams\n - x\n", 3, "not valid YAML"),
        ("", 1, "must hold fields"),
    ],
)
def test_what_is_wrong_is_said_on_one_line(
    isp: Isp, portfolio: Path, text: str, line: int, words: str
) -> None:
    """A form that cannot be taken is refused whole, with the line and what is wrong there."""
    said = refusal(isp("plan", "--answers", "-", stdin=text), portfolio)
    assert said.startswith(f"standard input: line {line}: ")
    assert words in said
    assert said.endswith("Nothing was kept; mend the file and try again.")


def test_days_that_are_past_are_kept_and_said(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A form may tell of what is over; each such day is said, since it may be a slip."""
    stop_clock(monkeypatch)
    form = (
        "reviews: [1 January 2027, in 3 months]\n"
        "goals: [{competency: teams, steps: [{step: Coach one, by: 2026-12-01}, {step: Read}]}]"
    )
    result = isp("plan", "--answers", "-", stdin=form)
    assert result.exit_code == 0
    assert result.stderr.startswith(
        "1 January 2027 is past already: a review\n1 December 2026 is past already: Coach one\n"
    )
    (name,) = files_in(portfolio)
    text = (portfolio / name).read_text(encoding="utf-8")
    assert "- [ ] Coach one 📅 2026-12-01\n- [ ] Read\n" in text
    assert "- 2027-01-01\n" in text


def test_the_empty_template_is_refused(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """A form in which nothing is filled in leads to no record; the file is named."""
    answers = tmp_path / "answers.yaml"
    answers.write_text(isp("plan", "template").stdout, encoding="utf-8")
    said = refusal(isp("plan", "--answers", str(answers)), portfolio)
    assert said.startswith(f"{answers}: line ")
    assert "goals: nothing is filled in yet" in said


def test_files_that_cannot_be_read(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """A missing file and one that is no UTF-8 text are slips on the command line."""
    answers = tmp_path / "answers.yaml"
    missing = refusal(isp("plan", "--answers", str(answers)), portfolio, code=2)
    assert missing.startswith(f"{answers}: This cannot be read")
    answers.write_bytes(b"goals: \xff")
    garbled = refusal(isp("plan", "--answers", str(answers)), portfolio, code=2)
    assert "not UTF-8 text (byte 8)" in garbled

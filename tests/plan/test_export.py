"""The plan as a document to hand over."""

from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.plan.markdown import document
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import GuideVersion
from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock

GOLDEN = Path(__file__).parent / "golden" / "plan.md"

PLAN = """\
horizon: 31 December 2028
goals:
- competency: brokering
  resources: |
    Network meetings:

    * monthly, in the county
    * [minutes](https://example.org/minutes)
  learn_from: A colleague who links services.
  steps:
  - step: Draw a map of who is missing
    by: 15 January 2027
  - step: Shadow a meeting
  evidence: |
    Two services call each other.
    They do not go through me.
- competency: teams
"""


@pytest.fixture(autouse=True)
def _plan(isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a plan, note something between its steps, tick the first; stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert isp("plan", "--answers", "-", stdin=PLAN).exit_code == 0
    kept = portfolio / "plans" / "2027-01-04-2028.md"
    text = kept.read_text(encoding="utf-8").replace("- [ ] Draw", "In this order:\n\n- [x] Draw")
    kept.write_text(text, encoding="utf-8")


def test_the_document(isp: Isp) -> None:
    """The exported document is this one, word for word."""
    result = isp("plan", "export", "-")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == GOLDEN.read_text(encoding="utf-8")


def test_names_of_a_guide_are_no_markup(guide: Guide) -> None:
    """A name in a guide of one's own is a heading as it stands, whatever signs it has."""
    named = guide.competencies[0].model_copy(update={"name": "Ask *and* [listen] <now>"})
    own = guide.model_copy(update={"competencies": (named, *guide.competencies[1:])})
    version = GuideVersion(id=own.id, version=own.version)
    plan = Plan.begun(MOMENT, version).for_competencies((named.id,))
    assert r"## Ask \*and\* \[listen\] \<now\>" in document(plan, own).splitlines()


def test_what_was_noted_between_the_steps_is_shown(isp: Isp) -> None:
    """What the person added by hand is not left out when the plan is shown."""
    shown = isp("plan", "show").stdout
    assert (
        "  Next steps:\n    In this order:\n"
        "    1. [x] Draw a map of who is missing, by 15 January 2027\n    2. [ ] Shadow a meeting\n"
    ) in shown


def test_writing_a_file(isp: Isp, tmp_path: Path) -> None:
    """A named file gets the same document, and it is said where; stdout stays empty."""
    result = isp("plan", "export", str(tmp_path / "plan.md"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith(f"Written to {tmp_path / 'plan.md'}.")
    assert (tmp_path / "plan.md").read_bytes() == GOLDEN.read_bytes()


def test_the_usual_name(isp: Isp, tmp_path: Path) -> None:
    """Without a name the document is called after the day the plan was begun."""
    assert isp("plan", "export").exit_code == 0
    assert (tmp_path / "development-plan-2027-01-04.md").read_bytes() == GOLDEN.read_bytes()


def test_a_file_that_is_there_is_left_alone(isp: Isp, tmp_path: Path) -> None:
    """Nothing is written over unless it is said so."""
    there = tmp_path / "plan.md"
    there.write_text("mine\n", encoding="utf-8")
    result = isp("plan", "export", str(there))
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{there}: This file is there already.")
    assert "--force" in line
    assert there.read_text(encoding="utf-8") == "mine\n"
    assert isp("plan", "export", str(there), "--force").exit_code == 0
    assert there.read_bytes() == GOLDEN.read_bytes()


def test_into_a_folder_that_is_not_there(isp: Isp, tmp_path: Path) -> None:
    """A folder that is missing is named, since it may be a slip; none is made."""
    target = tmp_path / "for" / "supervision" / "plan.md"
    result = isp("plan", "export", str(target))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{target.parent}: There is no such folder.")
    assert not (tmp_path / "for").exists()


def test_what_is_no_plain_file_is_left_alone(isp: Isp, tmp_path: Path, portfolio: Path) -> None:
    """A folder, a link and the records themselves are never written over, even with --force."""
    mine = tmp_path / "mine.md"
    mine.write_text("mine\n", encoding="utf-8")
    link = tmp_path / "link.md"
    link.symlink_to(mine)
    (record,) = (portfolio / "plans").iterdir()
    before = record.read_bytes()
    for target in (link, tmp_path, record):
        result = isp("plan", "export", str(target), "--force")
        assert (result.exit_code, result.stdout) == (2, "")
    assert isp("plan", "export", "").exit_code == 2
    assert link.is_symlink()
    assert mine.read_text(encoding="utf-8") == "mine\n"
    assert record.read_bytes() == before


@pytest.mark.parametrize("name", ["plan.docx", "plan.PDF", "plan.html"])
def test_a_name_that_promises_another_form(isp: Isp, tmp_path: Path, name: str) -> None:
    """What is Markdown is not written under a name that says something else."""
    result = isp("plan", "export", str(tmp_path / name), "--force")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "isp writes Markdown" in line
    assert ".md" in line
    assert not (tmp_path / name).exists()


def test_where_nothing_can_be_written(isp: Isp, tmp_path: Path) -> None:
    """A path that leads through a file is named."""
    (tmp_path / "notes").write_text("mine\n", encoding="utf-8")
    target = tmp_path / "notes" / "plan.md"
    result = isp("plan", "export", str(target))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{target.parent}: ")
    assert (tmp_path / "notes").read_text(encoding="utf-8") == "mine\n"


def test_another_plan_than_the_latest(
    isp: Isp, monkeypatch: pytest.MonkeyPatch, portfolio: Path
) -> None:
    """Without --plan it is the latest; with it, the one of that name."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    isp("plan", "--answers", "-", stdin="goals: [{competency: power}]")
    assert len(files_in(portfolio)) == 2
    assert "## Addressing power differentials" in isp("plan", "export", "-").stdout
    earlier = isp("plan", "export", "-", "--plan", "2027-01-04-2028")
    assert earlier.stdout == GOLDEN.read_text(encoding="utf-8")


def test_there_is_no_such_plan(isp: Isp, tmp_path: Path) -> None:
    """A plan that is not there is not found, and nothing is written."""
    before = files_in(tmp_path)
    result = isp("plan", "export", "--plan", "2020-01-01")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "There is no plan called '2020-01-01'" in result.stderr
    assert files_in(tmp_path) == before

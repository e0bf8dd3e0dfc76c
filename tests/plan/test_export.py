"""The plan as a document to hand over."""

from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.handout.markdown import as_markdown
from isp_cli.plan.export.contents import everything
from isp_cli.plan.export.page import handout
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import GuideVersion
from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock
from tests.plan.kept_plan import STEM, keep

GOLDEN = Path(__file__).parent / "golden" / "plan.md"


@pytest.fixture(autouse=True)
def _plan(isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a plan that was changed by hand; stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    keep(isp, portfolio)


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
    document = as_markdown(handout(plan, own, everything(plan), MOMENT.date()))
    assert r"## Ask \*and\* \[listen\] \<now\>" in document.splitlines()


def test_what_was_noted_between_the_steps_is_shown(isp: Isp) -> None:
    """What the person added by hand is not left out when the plan is shown."""
    shown = isp("plan", "show").stdout
    assert "  Next steps:\n    In this order:\n    1. [x] Draw a map" in shown


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


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("plan.PDF", (), "isp does not write .pdf here. End the name with .md, .html, .docx, "),
        ("plan.odt", (), "does not write .odt"),
        ("plan.docx", ("--format", "markdown"), "isp writes Markdown, not .docx"),
        ("plan.md", ("--format", "ics"), "isp writes iCalendar, not .md. End the name with .ics"),
        ("plan.htm", ("--format", "json"), "isp writes JSON, not .htm"),
    ],
)
def test_a_name_that_promises_another_form(
    isp: Isp, tmp_path: Path, name: str, words: tuple[str, ...], said: str
) -> None:
    """Nothing is written under a name that says it is something else."""
    result = isp("plan", "export", str(tmp_path / name), *words, "--force")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert said in line
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("words", "usual"),
    [
        (("--format", "html"), "development-plan-2027-01-04.html"),
        (("--format", "docx"), "development-plan-2027-01-04.docx"),
        (("--format", "ics", "--todo"), "development-plan-2027-01-04.ics"),
        (("--format", "json"), "development-plan-2027-01-04.json"),
        (("mine.HTM",), "mine.HTM"),
        (("mine.markdown",), "mine.markdown"),
        (("mine.txt",), "mine.txt"),
    ],
)
def test_the_format_decides_the_name_or_the_name_the_format(
    isp: Isp, tmp_path: Path, words: tuple[str, ...], usual: str
) -> None:
    """--format gives the usual name its ending; without it the ending says the format."""
    result = isp("plan", "export", *words)
    assert (result.exit_code, result.stdout) == (0, "")
    written = (tmp_path / usual).read_bytes()
    begins = {
        "html": b"<!DOCTYPE html>", "docx": b"PK", "json": b"{", "ics": b"BEGIN:VCALENDAR",
        "HTM": b"<!DOCTYPE html>", "markdown": b"# ", "txt": b"# ",
    }  # fmt: skip
    assert written.startswith(begins[usual.rpartition(".")[2]])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-", "--todo"), "--todo is for calendar files"),
        (("a.ics", "--steps", "table"), "--steps is for documents, not for iCalendar"),
        (("a.json", "--steps", "list"), "--steps is for documents, not for JSON"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    isp: Isp, words: tuple[str, ...], said: str
) -> None:
    """An option that belongs to another format is said to, and nothing is written."""
    result = isp("plan", "export", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_json_is_what_show_prints(isp: Isp) -> None:
    """The JSON is the envelope that other programs know from `show --json`."""
    assert (
        isp("plan", "export", "--format", "json", "-").stdout
        == isp("plan", "show", "--json").stdout
    )


def test_steps_as_a_table(isp: Isp) -> None:
    """With --steps table each goal has a table, without the columns that would be empty."""
    lines = isp("plan", "export", "-", "--steps", "table").stdout.splitlines()
    at = lines.index("| Step | By | Who helps | State | What came of it |")
    assert lines[at + 2] == (
        "| Draw a map of who is missing | 15 January 2027 | A colleague from the county "
        "| done on 12 January 2027 | Three services we had never met. |"
    )
    assert "| Step | By | State |" in lines
    assert "In this order:" in lines


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
    """Without --plan it is the latest, and that is said; with it, the one of that name."""
    stop_clock(monkeypatch, MOMENT + timedelta(days=1))
    isp("plan", "--answers", "-", stdin="goals: [{competency: power}]")
    assert len(files_in(portfolio)) == 2
    latest = isp("plan", "export", "-")
    assert "## Addressing power differentials" in latest.stdout
    assert latest.stderr == (
        "There is more than one active plan; this is 2027-01-05-2027.\n"
        f"For another, name it with --plan: {STEM}\n"
    )
    named = isp("plan", "export", "-", "--plan", STEM)
    assert named.stderr == ""
    earlier = named.stdout
    assert "As it stood on 5 January 2027." in earlier
    assert earlier.replace("5 January 2027", "4 January 2027", 1) == GOLDEN.read_text("utf-8")


def test_there_is_no_such_plan(isp: Isp, tmp_path: Path) -> None:
    """A plan that is not there is not found, and nothing is written."""
    before = files_in(tmp_path)
    result = isp("plan", "export", "--plan", "2020-01-01")
    assert (result.exit_code, result.stdout) == (4, "")
    assert "There is no plan called '2020-01-01'" in result.stderr
    assert files_in(tmp_path) == before

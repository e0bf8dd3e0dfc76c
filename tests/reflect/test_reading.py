"""Reading reflections again, and handing them over."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.portfolio.store import Store
from isp_cli.reflect.record import Reflection
from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.portfolio.samples import finished, reflection

FIRST, SECOND = "2026-01-02-ten-questions", "2026-12-28-ten-questions"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def kept(portfolio: Path) -> Path:
    """Return a portfolio with two reflections, about a year and a week ago, and a draft."""
    store = Store(portfolio)
    year_ago = reflection(MOMENT - timedelta(days=367), "Slowly, *with* care.")
    year_ago = (
        year_ago.with_chosen("question.7", ("brokering", "teams"))
        .with_chosen("question.2", ("curious",))
        .with_text("question.7", "7. Which?", "Families get lost.")
        .with_text("question.7.b.brokering", "7 b. Brokering: who?", "The county lead.")
        .with_text("question.7.b.teams", "7 b. Developing teams: who?", "The coach.")
        .with_text("question.7.since", "7. Since?", "Much.")
        .with_text("question.99", "99. Gone?", "Nobody asks this.")
    )
    week_ago = reflection(MOMENT - timedelta(days=7), "Quickly.")
    for each in (year_ago, week_ago.with_chosen("question.6", ("teams",))):
        store.add(finished(each))
    store.add(reflection(MOMENT, "Not yet."))
    return portfolio


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", ["reflection-2027-01-04", SECOND, FIRST]),
        ("--since 2026-12-01", ["reflection-2027-01-04", SECOND]),
        ("--until 2026-12-31", [SECOND, FIRST]),
        ("--competency Brokering", [FIRST]),
        ("--competency teams --principle curious", [FIRST]),
        ("--text slowly", [FIRST]),
        ("--a-year-ago", [FIRST]),
    ],
)
@pytest.mark.usefixtures("kept")
def test_listing_some(isp: Isp, words: str, found: list[str]) -> None:
    """The list is narrowed down by day, by what was chosen, by words, or to a year ago."""
    listed = json.loads(isp("reflect", "list", *words.split(), "--json").stdout)
    assert [Path(each["file"]).stem for each in listed["data"]] == found
    shown = isp("reflect", "list", *words.split()).stdout.splitlines()[::2]
    assert [each.removesuffix(", draft") for each in shown] == found


@pytest.mark.usefixtures("kept")
def test_where_nothing_fits(isp: Isp) -> None:
    """An empty result is said in words, with the way to all."""
    said = "None of your reflections fits. To see them all: isp reflect list"
    assert isp("reflect", "list", "--text", "zebra").stderr == f"{said}\n"
    for command in ("show", "export"):
        result = isp("reflect", command, "--text", "zebra")
        assert (result.exit_code, result.stderr) == (4, f"{said}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("list --since 2026-02-30", "'2026-02-30' is not a date isp knows."),
        ("export --since today --until yesterday", "--since is a later day than --until."),
        ("show 2026 --text slowly", "A name means one reflection; the options look for several."),
    ],
)
@pytest.mark.usefixtures("kept")
def test_slips_are_named(isp: Isp, words: str, said: str) -> None:
    """A date that does not exist, and options that contradict each other, are refused."""
    result = isp("reflect", *words.split())
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


@pytest.mark.usefixtures("kept")
def test_one_question_over_the_years(isp: Isp) -> None:
    """What was answered to one question is read in one go, the latest first."""
    shown = isp("reflect", "show", "--question", "1").stdout
    assert shown.index("Quickly.") < shown.index("Slowly, *with* care.")
    assert "Not yet." not in shown
    assert "Families" not in shown
    listed = json.loads(isp("reflect", "show", "--question", "1", "--json").stdout)["data"]
    assert [each["passages"] for each in listed] == [
        {"question.1": "Quickly."},
        {"question.1": "Slowly, *with* care."},
    ]


@pytest.mark.usefixtures("kept")
def test_the_whole_as_a_document(isp: Isp) -> None:
    """The document has every finished reflection, oldest first, and says what it leaves out."""
    text = isp("reflect", "export").stdout
    assert text.startswith("# Reflections\n\n## 2 January 2026\n\n### 1. ")
    assert text.index("Slowly, *with* care.") < text.index("## 28 December 2026")
    assert "\nChosen: Brokering, Developing teams\n" in text
    assert "\n#### 7 b. Brokering: who?\n\nThe county lead.\n" in text
    assert "\n### 99. Gone? (not in this guide)\n\nNobody asks this.\n" in text
    assert text.endswith("\n---\n\nLeft out: 1 draft.\n")


@pytest.mark.usefixtures("kept")
def test_chosen_competencies_as_a_document(isp: Isp) -> None:
    """Of chosen competencies go out the answers for which they were chosen, and no others."""
    result = isp("reflect", "export", "--competency", "brokering")
    left = "Left out: 1 other reflection; 1 draft; answers for which Brokering was not chosen."
    assert result.stdout.endswith(f"{left}\n")
    assert f"{left}\n" in result.stderr
    for words in ("Families get lost.", "The county lead.", "Much."):
        assert words in result.stdout
    for words in ("Slowly", "The coach.", "Nobody asks", "Quickly"):
        assert words not in result.stdout


@pytest.mark.usefixtures("kept")
def test_handed_over_as_json(isp: Isp, tmp_path: Path) -> None:
    """The ending of the file says what it is; in JSON, too, it is said what is left out."""
    target = tmp_path / "reflections.json"
    words = ("--question", "7", "--until", "2026-06-30")
    result = isp("reflect", "export", str(target), *words)
    assert f"Written to {target}. It holds your answers in full" in result.stderr
    written = json.loads(target.read_text(encoding="utf-8"))
    assert written["schema"] == "isp.reflection-export/1"
    (one,) = written["data"]["reflections"]
    assert one["passages"]["question.7.b.teams"] == "The coach."
    assert "question.1" not in one["passages"]
    assert written["data"]["left_out"] == {
        "reflections": 1,
        "drafts": 1,
        "only_questions": ["question.7"],
        "only_about": [],
        "words": "Left out: 1 other reflection; 1 draft; answers to other questions than 7.",
    }


def test_a_broken_reflection_is_named_and_left_out(isp: Isp, kept: Path) -> None:
    """A file that cannot be read is said to be so, and counts as left out."""
    path = kept / Reflection.folder / f"{SECOND}.md"
    path.write_text("no front matter", encoding="utf-8")
    result = isp("reflect", "export")
    assert f"{path}: line 1" in result.stderr
    assert result.stdout.endswith("Left out: 1 other reflection; 1 draft.\n")

"""What a person wrote is found as the guide is, wherever it stands."""

import json
from pathlib import Path
from typing import Any

import pytest

from isp_cli.sessions import listing
from tests.conftest import Isp
from tests.moments import stop_clock
from tests.note.test_notes import put
from tests.portfolio.samples import ASSESSMENT, PLAN, REFLECTION, contents

BY_HAND = "mine/2026-12-24 By hand"


@pytest.fixture(autouse=True)
def records(portfolio: Path, isp: Isp, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portfolio with a record of every kind, and a note made by hand."""
    stop_clock(monkeypatch)
    for verb, form in (("assess", ASSESSMENT), ("reflect", REFLECTION), ("plan", PLAN)):
        assert isp(verb, "--answers", "-", stdin=form).exit_code == 0
    assert isp("note", "The zebra crossed the county line.", "--competency", "power").exit_code == 0
    put(portfolio, f"{BY_HAND}.md", "# Winter\n\nZebras, and a #brokering of hay.\n")
    return portfolio


def found(isp: Isp, *words: str) -> list[dict[str, Any]]:
    """Return what is found in the records, as JSON."""
    result = isp("search", *words, "--records-only", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    envelope = json.loads(result.stdout)
    assert envelope["schema"] == "isp.search/1"
    return list(envelope["data"])


@pytest.mark.parametrize(
    ("words", "command", "marked"),
    [
        ("clinic", "isp assess show 2027-01-04", "clinic"),
        ("sites", "isp reflect show 2027-01-04-ten-questions", "sites"),
        ("calling", "isp plan show 2027-01-04-2028", "Call"),
        ("line", "isp note show 2027-01-04-0930-the-zebra-crossed-the-county-line", "line"),
        ("hay", f"isp note show '{BY_HAND}'", "hay"),
    ],
)
def test_every_kind_of_record_is_found(isp: Isp, words: str, command: str, marked: str) -> None:
    """Each finding is marked and names the command that shows it, which can be typed."""
    [finding] = found(isp, words)
    assert finding["command"] == command
    assert [each["text"] for each in finding["pieces"] if each["found"]] == [marked]
    assert "".join(each["text"] for each in finding["pieces"]) == finding["text"]
    page = isp(*command.replace(f"'{BY_HAND}'", "mine/2026-12-24").split()[1:])
    assert marked in page.stdout


def test_guide_and_records_are_shown_apart(isp: Isp) -> None:
    """What the guide says comes first, as ever; what was written stands below a line of its own."""
    result = isp("search", "county")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "In the guide" not in result.stdout
    first, _, *rest = isp("search", "leaders", "county").stdout.splitlines()
    assert first == "In the guide:"
    at = rest.index("In your records:")
    assert any("*leaders*" in line for line in rest[:at])
    assert any("*county*" in line for line in rest[at:])
    assert any(line.startswith("Note of 4 January 2027") for line in rest[at:])


def test_a_search_can_be_held_to_one_of_both(isp: Isp) -> None:
    """The guide alone, or the records alone; both at once leave nothing."""
    assert "In your records" not in isp("search", "county", "leaders", "--guide-only").stdout
    assert "isp browse" not in isp("search", "county", "--records-only").stdout
    assert isp("search", "x", "--guide-only", "--records-only").exit_code == 2


def test_the_best_of_the_records_come_first(isp: Isp) -> None:
    """Texts with all words come before those with some, and what a note touches finds it too."""
    assert [each["date"] for each in found(isp, "zebra", "hay")] == ["2026-12-24", "2027-01-04"]
    assert [each["kind"] for each in found(isp, "differentials")] == ["note"]


def test_keys_of_findings(isp: Isp) -> None:
    """A finding of the guide keeps its keys, one in a record has some more."""
    data = json.loads(isp("search", "county", "leaders", "--json").stdout)["data"]
    guide = ["id", "kind", "trail", "text", "pieces"]
    keys = {tuple(each) for each in data}
    assert keys == {tuple(guide), (*guide, "date", "file", "command")}


def test_a_draft_is_found_with_the_way_on(isp: Isp, records: Path) -> None:
    """What was not finished is found too, and the command takes it up."""
    form = "ratings:\n  brokering: {confidence: 2, example: Giraffe.}\n"
    assert isp("assess", "--answers", "-", stdin=form).exit_code == 0
    assert any((records / "drafts").iterdir())
    [finding] = found(isp, "giraffes")
    assert finding["command"] == "isp assess"


def test_what_was_changed_by_hand_in_a_draft_is_found_when_it_is_finished(
    isp: Isp, records: Path
) -> None:
    """A version that was set aside stays among the drafts; what is new there is nowhere else."""
    finished = records / "reflections" / "2027-01-04-ten-questions.md"
    aside = records / "drafts" / "reflection-2027-01-04-changed-meanwhile.md"
    aside.parent.mkdir(exist_ok=True)
    aside.write_bytes(finished.read_bytes().rstrip() + b"\n\nAn otter, by hand.\n")
    [finding] = found(isp, "otter")
    assert (finding["file"], finding["command"]) == (str(aside), None)


def test_a_draft_that_was_finished_is_found_once(isp: Isp, records: Path) -> None:
    """What a program that was cut off left behind among the drafts is passed over."""
    for path in (*records.glob("notes/2027*.md"), *records.glob("reflections/*.md")):
        draft = records / "drafts" / f"{path.parent.name[:-1]}-2027-01-04.md"
        draft.parent.mkdir(exist_ok=True)
        draft.write_bytes(path.read_bytes())
    assert len(found(isp, "crossed")) == len(found(isp, "sites")) == 1


def test_a_long_text_is_shown_around_the_words(isp: Isp, portfolio: Path) -> None:
    """Of a megabyte the words around the found one are shown."""
    put(portfolio, "long.md", "word " * 200_000 + "okapi " + "word " * 20)
    [finding] = found(isp, "okapi")
    assert "okapi" in finding["text"]
    assert len(finding["text"]) < 500


def test_what_cannot_be_read_is_named_and_the_rest_is_found(isp: Isp, records: Path) -> None:
    """Files that are no text are told of, and not touched."""
    for number in range(listing.TOLD + 2):
        put(records, f"bad-{number:02}.md", b"\xff\xfe")
    (records / "plans" / "bad.md").write_bytes(b"\xff")
    before = contents(records)
    result = isp("search", "zebra")
    assert (result.exit_code, result.stdout.count("ebra*")) == (0, 1)
    assert "Zebras" in result.stdout
    assert result.stderr.count("This is not UTF-8 text") == listing.TOLD
    assert result.stderr.splitlines()[-1] == "3 more files there cannot be read."
    assert contents(records) == before


def test_others_views_are_not_found(isp: Isp, records: Path) -> None:
    """What somebody else wrote in confidence is not shown on its own."""
    (records / "views").mkdir()
    (records / "views" / "v.md").write_text(
        "---\nrecord: view\n---\n\n## x <!-- a -->\n\nPangolin.\n", "utf-8"
    )
    assert isp("search", "pangolin").exit_code == 4


def test_nothing_found_says_where_it_was_looked_for(isp: Isp) -> None:
    """Where there are records isp says that it looked there too."""
    assert isp("search", "xylophone").stderr == (
        "Nothing in the guide or in your records speaks of 'xylophone'. Try another word.\n"
    )
    only = isp("search", "xylophone", "--records-only")
    assert only.stderr == "Nothing in your records speaks of 'xylophone'. Try another word.\n"


def test_text_is_never_markup(isp: Isp, portfolio: Path) -> None:
    """Brackets and control characters of a record come out as text."""
    put(portfolio, "odd.md", "[bold]quokka[/bold] \x1b[31m :smile:\n")
    assert "[bold]*quokka*[/bold] \\x1b[31m :smile:" in isp("search", "quokka").stdout


def test_a_folder_that_cannot_be_opened_is_named(isp: Isp, records: Path) -> None:
    """What stands in the place of a folder is told of, and the rest is found."""
    (records / "then-ratings").write_text("no folder", "utf-8")
    result = isp("search", "zebra")
    assert "This folder cannot be read (Not a directory)." in result.stderr
    assert "zebra" in result.stdout

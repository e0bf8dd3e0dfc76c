"""What can be read is listed and shown, whatever lies beside it; what cannot is named and left."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Isp
from tests.moments import MOMENT, stop_clock
from tests.portfolio.samples import KINDS, Kind, contents

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
NO_FRONT = "line 1: there is no front matter"


def _keep(isp: Isp, kind: Kind) -> Path:
    """Return the file of a record made from the kind's form."""
    result = isp(kind.verb, "--answers", "-", stdin=kind.form)
    assert result.exit_code == 0
    return Path(result.stderr.split("Kept in ")[1].strip())


pytestmark = pytest.mark.usefixtures("portfolio")


@pytest.fixture(autouse=True)
def _at_one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


def _spoil(good: Path, kind: Kind) -> dict[str, str]:
    """Put files that are no record beside a good one; return what is wrong with each."""
    text = good.read_text("utf-8")
    right, wrong, what = kind.spoilt
    spoilt = text.replace(right, wrong, 1)
    line = spoilt[: spoilt.index(wrong)].count("\n") + 1
    other = text.replace(f"record: {kind.word}", "# moved here\nrecord: recipe", 1)
    made: dict[str, tuple[bytes, str]] = {
        "binary": (bytes(range(256)), "This is not UTF-8 text (byte 129)."),
        "empty": (b"", NO_FRONT),
        "half": (text.encode()[: text.index("started")], NO_FRONT),
        "later": (
            text.replace("schema: 1", "schema: 2").encode(),
            "line 3: schema: is 2, from a later isp; install that to read it.",
        ),
        "latin": (
            text.replace("---\n", "---\n# é\n", 1).encode("latin-1", "replace"),
            "This is not UTF-8 text (byte 7).",
        ),
        "none": (b"# Just a note\n", NO_FRONT),
        "other": (other.encode(), f"line 3: record: must be '{kind.word}'; it is 'recipe'."),
        "spoilt": (spoilt.encode(), f"line {line}: {what}"),
        "twice": (
            text.replace("schema: 1\n", "schema: 1\nid: a\nid: b\n").encode(),
            "line 5: 'id' stands here twice; keep one",
        ),
    }
    for name, (content, _) in made.items():
        good.with_name(f"{name}.md").write_bytes(content)
    good.with_name("folder.md").mkdir()
    good.with_name(".hidden.md").write_bytes(b"not looked at")
    good.with_name("notes.txt").write_bytes(b"not looked at either")
    wrong_with = {name: what for name, (_, what) in made.items()}
    wrong_with["folder"] = "This file cannot be read ("
    if os.name != "nt":
        good.with_name("dangling.md").symlink_to("nowhere.md")
        wrong_with["dangling"] = "This file cannot be read (No such file or directory)."
    return wrong_with


@every_kind
@pytest.mark.parametrize("extra", [(), ("--json",)], ids=["", "json"])
def test_good_records_are_listed_beside_broken_ones(
    kind: Kind, extra: tuple[str, ...], isp: Isp, portfolio: Path
) -> None:
    """Each broken file is named on a line of its own with its line and reason, and left as is."""
    good = [_keep(isp, kind), _keep(isp, kind)]
    wrong_with = _spoil(good[0], kind)
    before = contents(portfolio)

    result = isp(kind.verb, "list", *extra)

    assert result.exit_code == 0
    for path in good:
        assert path.stem in result.stdout
    told = dict(line.split(".md: ", 1) for line in result.stderr.splitlines())
    assert set(told) == {str(good[0].with_name(name)) for name in wrong_with}
    for name, reason in wrong_with.items():
        assert reason in told[str(good[0].with_name(name))]
    assert contents(portfolio) == before


@every_kind
def test_a_broken_draft_is_named(kind: Kind, isp: Isp, portfolio: Path) -> None:
    """A draft that cannot be read is named as well, and those of other kinds are not looked at."""
    drafts = portfolio / "drafts"
    drafts.mkdir(parents=True)
    for each in KINDS:
        (drafts / f"{each.word}-2027-01-01.md").write_text("", "utf-8")
    result = isp(kind.verb, "list")
    assert result.exit_code == 0
    assert result.stdout == ""
    first, second = result.stderr.splitlines()
    assert first.startswith(f"{drafts / kind.word}-2027-01-01.md: {NO_FRONT}")
    assert second == f"There is no {kind.word} yet. To begin one: isp {kind.verb}"


@every_kind
def test_a_list_is_newest_first_for_programs_too(kind: Kind, isp: Isp) -> None:
    """`list --json` gives every record with its file, newest first, in an envelope."""
    first, second = _keep(isp, kind), _keep(isp, kind)
    later = second.read_text("utf-8").replace("started: 2027-01-04", "started: 2027-01-05")
    second.write_text(later, "utf-8")
    envelope = json.loads(isp(kind.verb, "list", "--json").stdout)
    assert envelope["schema"] == f"isp.{kind.word}-list/1"
    assert [row["file"] for row in envelope["data"]] == [str(second), str(first)]
    assert all(row["record"] == kind.word and row["schema"] == 1 for row in envelope["data"])


@every_kind
def test_an_empty_list_is_an_answer(kind: Kind, isp: Isp, portfolio: Path) -> None:
    """Without records `list` says how to begin; for a program it is an empty list, and no talk."""
    result = isp(kind.verb, "list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"There is no {kind.word} yet. To begin one: isp {kind.verb}\n"
    result = isp(kind.verb, "list", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == {"schema": f"isp.{kind.word}-list/1", "data": []}
    assert not portfolio.exists()


def _shown(isp: Isp, kind: Kind, *name: str) -> Any:  # noqa: ANN401 - JSON holds anything
    result = isp(kind.verb, "show", *name, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    envelope = json.loads(result.stdout)
    assert envelope["schema"] == f"isp.{kind.word}/1"
    return envelope["data"]


@every_kind
def test_a_record_is_shown_by_its_date_or_beginning(kind: Kind, isp: Isp) -> None:
    """A date, a unique beginning, the file name, the id or nothing at all say which is meant."""
    path = _keep(isp, kind)
    known = _shown(isp, kind)["id"]
    assert str(known).startswith(f"{kind.word}-{MOMENT:%Y%m%d-%H%M%S}-")
    for name in ("2027-01-04", "2027-01", "2027", path.stem, path.name, str(known)):
        assert _shown(isp, kind, name)["id"] == known
    assert isp(kind.verb, "show", "2027-01-04").stdout != ""


@every_kind
def test_a_name_for_several_is_asked_back(kind: Kind, isp: Isp) -> None:
    """What could mean two records ends with 4 and their names, each of which leads to one."""
    paths = [_keep(isp, kind), _keep(isp, kind)]
    for number, path in enumerate(paths):
        text = path.read_text("utf-8")
        path.write_text(text.replace(f"id: {kind.word}", f"id: {number}"), "utf-8")

    result = isp(kind.verb, "show", "2027-01")

    assert (result.exit_code, result.stdout) == (4, "")
    what, _, names = result.stderr.strip().partition(" Say which: ")
    assert what == f"'2027-01' could mean more than one {kind.word}."
    assert sorted(names.split(", ")) == sorted(path.stem for path in paths)
    for number, path in enumerate(paths):
        assert _shown(isp, kind, path.stem)["id"].startswith(str(number))


@every_kind
@pytest.mark.parametrize("name", ["2031", "", "../../elsewhere", "[bold]", "*"])
def test_a_name_for_nothing_is_not_found(kind: Kind, name: str, isp: Isp) -> None:
    """A name that fits no record ends with 4 on one line, and says where to look."""
    _keep(isp, kind)
    result = isp(kind.verb, "show", name)
    assert (result.exit_code, result.stdout) == (4, "")
    what = f"There is no {kind.word} called '{name}'. See them with: isp {kind.verb} list"
    assert result.stderr == f"{what}\n"


@every_kind
def test_nothing_to_show_says_how_to_begin(kind: Kind, isp: Isp) -> None:
    """Where there is no record at all, `show` ends with 4 and says how to make one."""
    result = isp(kind.verb, "show")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == f"There is no {kind.word} yet. To begin one: isp {kind.verb}\n"


def test_a_draft_is_shown_by_its_date(isp: Isp) -> None:
    """A draft is found by the day it was begun; a finished one of that name goes first."""
    half = "ratings: {brokering: {confidence: 2}, power: {use: 1, confidence: 3}}"
    assert isp("assess", "--answers", "-", stdin=half).exit_code == 0
    assert _shown(isp, KINDS[0], "2027-01-04")["status"] == "draft"
    assert _shown(isp, KINDS[0], "assessment-2027-01-04")["status"] == "draft"
    _keep(isp, KINDS[0])
    assert _shown(isp, KINDS[0], "2027-01-04")["status"] == "finished"
    assert isp("assess", "list").stdout.splitlines()[0] == "assessment-2027-01-04, draft"


def test_two_of_one_day_are_told_apart(isp: Isp) -> None:
    """A list says how an assessment asks, and the time where a day has more than one."""
    filled = "depth: {}\nratings: {{brokering: {{confidence: 2{}}}}}"
    for form in (filled.format("quick", ""), filled.format("full", ", importance: 5, use: 3")):
        assert isp("assess", "--answers", "-", stdin=form).exit_code == 0
        if "quick" in form:
            said = isp("assess", "list").stdout.splitlines()
            assert said == ["2027-01-04", "  1 competency, a quick look"]
    assert set(isp("assess", "list").stdout.splitlines()[1::2]) == {
        "  1 competency, in full; at 09:30",
        "  1 competency, a quick look; at 09:30",
    }

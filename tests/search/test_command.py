"""`isp search` as a person and a program use it."""

import json
from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.guides import small_guide

pytestmark = pytest.mark.usefixtures("portfolio")


def test_findings_are_shown_in_their_place_with_the_way_there(isp: Isp) -> None:
    """Each finding says where it stands, marks the words, and names the command to read on."""
    result = isp("search", "referring", "agencies", "silos")
    assert (result.exit_code, result.stderr) == (0, "")
    trail, text, way, *_ = result.stdout.splitlines()
    assert trail == "Brokering > Hints"
    assert "*silos*" in text
    assert "*referring* *agencies*" in text
    assert way == "  isp browse competency brokering"


def test_every_way_there_can_be_typed(isp: Isp) -> None:
    """The command below a finding shows the page with the text that was found."""
    result = isp("search", "implementation", "--all")
    lines = result.stdout.splitlines()
    found = {
        way.split()[2]: (way, text) for text, way in zip(lines[1::4], lines[2::4], strict=True)
    }
    assert {"competency", "about", "dilemma", "dilemmas", "resources", "competencies"} <= set(found)
    for way, text in found.values():
        page = isp(*way.split()[1:])
        assert page.exit_code == 0, way
        assert text.replace("*", "").strip() in page.stdout


def test_best_ten_are_shown_and_the_rest_are_counted(isp: Isp) -> None:
    """A page or two of findings is shown, and --all shows all of them."""
    some, every = isp("search", "leaders").stdout, isp("search", "leaders", "--all").stdout
    count = every.count("isp browse ")
    assert some.count("isp browse ") == 10
    assert some.splitlines()[-1].startswith(f"{count - 10} more; see them with --all")
    assert every.startswith(some[: some.rindex(f"{count - 10} more")])
    assert "see them with" not in every


def test_no_word_is_a_matter_of_usage(isp: Isp) -> None:
    """Without words, or with none in what was typed, there is one line on stderr."""
    for words in ([], ["..."], [""]):
        result = isp("search", *words)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1


def test_nothing_found_is_told(isp: Isp) -> None:
    """A word that the guide does not have ends with exit code 4 and shows nothing."""
    result = isp("search", "zebra", "herd")
    assert (result.exit_code, result.stdout) == (4, "")
    assert result.stderr == ("Nothing in the guide speaks of 'zebra herd'. Try another word.\n")


def test_findings_come_as_json(isp: Isp) -> None:
    """A program gets all findings with their ids, places and pieces, under the promised keys."""
    result = isp("search", "leaders", "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    envelope = json.loads(result.stdout)
    assert list(envelope) == ["schema", "data"]
    assert envelope["schema"] == "isp.search/1"
    assert len(envelope["data"]) > 10
    for each in envelope["data"]:
        assert list(each) == ["id", "kind", "trail", "text", "pieces"]
        assert all(list(piece) == ["text", "found"] for piece in each["pieces"])
        assert "".join(piece["text"] for piece in each["pieces"]) == each["text"]


def test_nothing_found_is_an_empty_list_as_json(isp: Isp) -> None:
    """A program that reads the findings gets valid JSON also where there are none."""
    result = isp("search", "zebra", "--json")
    assert json.loads(result.stdout) == {"schema": "isp.search/1", "data": []}


@pytest.mark.parametrize("words", [["ten"], ["--", "ten"]])
def test_guide_of_ones_own_is_searched(isp: Isp, tmp_path: Path, words: list[str]) -> None:
    """The search is in the guide that is in use, down to the items below an activity."""
    result = isp("--guide", str(small_guide(tmp_path)), "search", *words)
    assert result.stdout == (
        "Listening > Key activities\n  Count to *ten*.\n  isp browse competency listening\n\n"
    )


def test_words_after_two_dashes_are_only_words(isp: Isp) -> None:
    """What looks like an option can be searched for too."""
    result = isp("search", "--", "--guide")
    assert result.exit_code == 0
    assert "*guide*" in result.stdout

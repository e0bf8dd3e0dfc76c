"""A page of the guide says how many notes there are on what it shows."""

from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.note.test_notes import put


def test_notes_are_counted_with_the_way_to_read_them(isp: Isp, portfolio: Path) -> None:
    """Isp's notes and those made by hand count alike, and the command lists them."""
    for text in ("one", "two"):
        assert (
            isp("note", text, "--competency", "brokering", "--principle", "curious").exit_code == 0
        )
    put(portfolio, "by hand.md", "On #brokering.")
    page = isp("browse", "competency", "brokering").stdout
    assert page.endswith(
        "\nYour notes on this: 3\nTo read them: isp note show --competency brokering\n"
    )
    assert isp("note", "list", "--competency", "brokering").stdout.count("\n  Brokering") == 3
    principle = isp("browse", "principle", "curious").stdout
    assert "Your notes on this: 2\nTo read them: isp note show --principle curious" in principle


@pytest.mark.parametrize(
    "words", ["competency power", "competencies", "domain co-creation", "competency brok --json"]
)
def test_pages_without_notes_are_as_ever(isp: Isp, portfolio: Path, words: str) -> None:
    """Other pages, and JSON, say nothing of notes."""
    before = isp("browse", *words.split()).stdout
    put(portfolio, "by hand.md", "On #brokering.")
    assert isp("browse", *words.split()).stdout == before


def test_the_guide_is_read_whatever_is_wrong_with_the_portfolio(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unreadable notes, a file in the folder's place, or a home of nobody change nothing."""
    before = isp("browse", "competency", "brokering").stdout
    put(portfolio, "bad.md", b"\xff #brokering")
    for place in (str(portfolio), str(portfolio / "notes" / "bad.md"), "~nobody-of-that-name"):
        monkeypatch.setenv("ISP_PORTFOLIO", place)
        result = isp("browse", "competency", "brokering")
        assert (result.exit_code, result.stdout, result.stderr) == (0, before, "")

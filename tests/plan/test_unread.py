"""Task lists mangled by hand: what cannot be read stays in the file, and is named."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isp_cli.plan.unread import unread_in, wrong_with
from tests.conftest import Isp
from tests.moments import stop_clock
from tests.plan.step.test_command import PLAN


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("- [ ] Draw 📅 2027-01-15", None),
        ("- [/] Draw", None),
        ("- [x](a.md) a link", None),
        ("A note [ ] in brackets", None),
        ("- a note", None),
        ("", None),
        ("-[ ] Draw", "there is no space before the box"),
        ("- [] Draw", "there is nothing in the box; write [ ]"),
        ("- [ ]Draw", "there is no space behind the box"),
        ("* [x Draw", "the box is not closed"),
        ("[ ] Draw", "there is no list sign such as - before the box"),
        ("  - [ ]", "it has no words"),
        ("- [ ] 📅 2027-01-15", "it has no words"),
        ("- [ ] Draw 📅 2027-02-31", "2027-02-31 is not a day"),
        ("- [ ] Draw 📅 soon", "there is no day such as 2027-01-15 behind 📅"),
        (
            "- [ ] Draw 📅 2027-01-15 with a colleague",
            "📅 2027-01-15 is not at the end of the line",
        ),
    ],
)
def test_what_is_wrong_with_a_line(line: str, why: str | None) -> None:
    """What looks like a step and is none is said in words that help to mend it."""
    assert wrong_with(line) == why
    assert wrong_with(f"{line}\r") == why


@given(st.text())
def test_any_line_is_well_or_not(line: str) -> None:
    """No line at all ends the program."""
    assert wrong_with(line) is None or isinstance(wrong_with(line), str)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_it_is_named_with_file_and_line(
    isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    """Showing the plan and going on with it name the line; a change elsewhere leaves it there."""
    stop_clock(monkeypatch)
    isp("plan", "--answers", "-", stdin=PLAN)
    path = portfolio / "plans" / "2027-01-04-2028.md"
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "- [ ] Shadow a", "-[ ] Shadow a\n\n- [ ] Shadow one 📅 2027-02-31\n- [ ] A"
    )
    path.write_bytes(text.replace("\n", end).encode())
    lines = text.split("\n")
    first, second = lines.index("-[ ] Shadow a") + 1, lines.index("-[ ] Shadow a") + 3
    named = (
        f"{path}: line {first}: this is not read as it stands: there is no space before the box. "
        "It stays as it is.\n"
        f"{path}: line {second}: this is not read as it stands: 2027-02-31 is not a day. "
        "It stays as it is.\n"
    )
    shown = isp("plan", "show")
    assert (shown.exit_code, shown.stderr) == (0, named)
    assert "-[ ] Shadow a\n" in shown.stdout
    assert isp("plan", "export", "-").stderr == named
    assert isp("plan", "step", "1", "--done", "").stderr.startswith(named)
    assert (
        f"-[ ] Shadow a{end}{end}- [ ] Shadow one 📅 2027-02-31{end}".encode() in path.read_bytes()
    )
    assert len(list(unread_in(path.read_text(encoding="utf-8")))) == 2

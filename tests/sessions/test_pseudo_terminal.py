"""Whole sessions in a real terminal, on real files."""

import re
import sys
from pathlib import Path

import pytest

from tests.conftest import Isp
from tests.pseudo_terminal import CTRL_C, CTRL_D, CTRL_O, UP, PseudoTerminal
from tests.reflect.test_dialogue import EVERY_KEY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")

WAYS = pytest.mark.parametrize("way", [(), ("--plain",)], ids=["questionary", "plain"])


def only_file(folder: Path) -> tuple[str, str]:
    """Return the name of the folder and the text of the one file that there is in it."""
    (path,) = (each for each in folder.rglob("*") if each.is_file())
    return path.parent.name, path.read_text(encoding="utf-8")


@WAYS
def test_noting(portfolio: Path, way: tuple[str, ...]) -> None:
    """A note is begun, left with Ctrl-C, and taken up behind its text."""
    with PseudoTerminal("note", *way, portfolio=portfolio) as terminal:
        terminal.is_asked("What happened?")
        terminal.writes("## Not a heading  ", "", "---", "[b]They[/b] met 🙂 שלום")
        terminal.is_asked("When was it?")
        terminal.types("2026-02-30\r")
        terminal.sees("is not a date isp knows")
        terminal.types(CTRL_C)
        terminal.sees("Stopped. All you answered is kept. To go on: isp note")
        assert terminal.ends() == 130
    assert only_file(portfolio)[0] == "drafts"
    with PseudoTerminal("note", *way, portfolio=portfolio) as terminal:
        terminal.sees("Taking up the note you began on")
        terminal.is_asked("When was it?")
        terminal.types("yesterday\r")
        terminal.is_asked("Which competencies does it touch")
        terminal.ticks(2)
        terminal.is_asked("Which principles does it touch")
        terminal.ticks(1)
        terminal.is_asked("dilemmas?", offered="Often, implementation support")
        terminal.picks(4)
        terminal.is_asked("Is it for you alone?")
        terminal.picks(2)
        terminal.sees("Kept in", "about Brokering, Be empathetic; shareable.")
        assert terminal.ends() == 0
    place, text = only_file(portfolio)
    assert place == "notes"
    assert "competencies:\n- brokering\nprinciples:\n- empathetic\n" in text
    assert "\ndilemma: dilemma.3\n" in text
    assert "\nprivate: false\n" in text
    assert text.endswith("\n---\n\n## Not a heading  \n\n---\n[b]They[/b] met 🙂 שלום\n")


@WAYS
def test_assessing(portfolio: Path, way: tuple[str, ...]) -> None:
    """An assessment is interrupted with Ctrl-C, taken up again and finished; nothing is lost."""
    with PseudoTerminal("assess", *way, portfolio=portfolio) as terminal:
        terminal.is_asked("What would you like to assess?", offered="Competencies that I choose")
        terminal.picks(5)
        terminal.is_asked("Which competencies?")
        terminal.ticks(2, 13)
        terminal.is_asked("How much time do you have?")
        terminal.picks(1)
        terminal.is_asked("What is your role")
        terminal.types("Coach\r")
        terminal.is_asked("In what setting")
        terminal.types("\r")
        terminal.is_asked("What is the work about")
        terminal.types("\r")
        terminal.sees("2 competencies, 8 questions", "about 4 minutes")
        terminal.is_asked("Brokering, 1 of 2", "How confident are you")
        terminal.types("/more\r" if terminal.plain else CTRL_O)
        terminal.is_asked("convene them regularly", "How confident are you")
        terminal.picks(2)
        terminal.is_asked("How important is it")
        terminal.picks(5)
        terminal.is_asked("How much did you use it")
        terminal.picks(3)
        terminal.is_asked("An example from your practice")
        terminal.writes("I linked two services.", "", "[b]They[/b] met :smile:")
        terminal.is_asked("Developing teams, 2 of 2", "How confident are you")
        terminal.types(CTRL_C)
        terminal.sees("Stopped. All you answered is kept. To go on: isp assess")
        assert terminal.ends() == 130

    place, draft = only_file(portfolio)
    assert place == "drafts"
    assert "status: draft\n" in draft
    assert "  brokering:\n    confidence: 2\n    importance: 5\n    use: 3\n" in draft
    assert draft.endswith("\nI linked two services.\n\n[b]They[/b] met :smile:\n\n")

    with PseudoTerminal("assess", *way, portfolio=portfolio) as terminal:
        terminal.sees("Taking up the assessment you began on", "isp assess --new")
        terminal.sees("2 questions that you skipped", "4 questions ahead")
        terminal.is_asked("Developing teams, 2 of 2", "How confident are you")
        terminal.picks(8)
        terminal.sees("Kept in", "Your profile", "To develop", "Brokering")
        assert terminal.ends() == 0

    place, record = only_file(portfolio)
    assert place == "assessments"
    assert "status: finished\n" in record
    assert "  teams:\n    confidence: not-applicable\n" in record
    assert record.endswith("\nI linked two services.\n\n[b]They[/b] met :smile:\n\n")


@WAYS
def test_reflecting(portfolio: Path, way: tuple[str, ...]) -> None:
    """A reflection is left with Ctrl-D, taken up in a narrow window, and finished."""
    with PseudoTerminal("reflect", *way, portfolio=portfolio) as terminal:
        terminal.is_asked("Question 1 of 10", "How would you describe")
        terminal.writes("Slowly.")
        terminal.is_asked("Question 2 of 10", "which principles drive your interactions")
        terminal.ticks(2, 4)
        terminal.is_asked("You chose: Be curious, Advance equity", "What makes you choose these?")
        terminal.types(CTRL_D)
        terminal.sees("Stopped. All you answered is kept. To go on: isp reflect")
        assert terminal.ends() == 130

    place, draft = only_file(portfolio)
    assert place == "drafts"
    assert "chosen:\n  question.2:\n  - curious\n  - equity\n" in draft

    with PseudoTerminal("reflect", *way, portfolio=portfolio, size=(24, 60)) as terminal:
        terminal.is_asked("Question 2 of 10", "What makes you choose these?")
        terminal.writes("They open doors,", "and keep them open.")
        for key in EVERY_KEY[3:]:
            words = key.removesuffix(".chosen").split(".")[1:]
            label = " ".join(each for each in words if len(each) <= len("10"))
            terminal.is_asked(f"Question {label}")
            several = key.endswith(".chosen") and not terminal.plain
            terminal.types("\r" if several else "/skip\r")
        terminal.sees("Kept in", "2 questions answered")
        assert terminal.ends() == 0
        questions = [line for line in terminal.lines if not line.startswith("> ")]
        prose = [line for line in questions if str(portfolio) not in line]
        assert max(map(len, prose)) <= 60

    place, record = only_file(portfolio)
    assert place == "reflections"
    assert "\nSlowly.\n" in record
    assert "\nThey open doors,\nand keep them open.\n" in record


@WAYS
def test_planning(portfolio: Path, way: tuple[str, ...]) -> None:
    """A plan is interrupted in the middle of an answer, taken up again and finished."""
    with PseudoTerminal("plan", *way, portfolio=portfolio) as terminal:
        terminal.is_asked("Which one to three competencies")
        terminal.ticks(13)
        terminal.is_asked("How far ahead do you plan?", offered="A year and a half")
        terminal.picks(1)
        terminal.is_asked("look at the plan again?", offered="Every three months, first on")
        terminal.picks(1)
        terminal.is_asked("Developing teams, goal 1 of 1", "In which of its key activities")
        terminal.ticks(2, 10)
        terminal.is_asked("Help to manage conflict", "In your own words")
        terminal.types("/skip\r")
        terminal.is_asked("Which resources")
        terminal.writes("Our charters.")
        terminal.is_asked("Who can you learn from?")
        terminal.types("The supervisor.\r")
        if terminal.plain:
            terminal.is_asked("The supervisor.")
        terminal.types(CTRL_C)
        terminal.sees("Stopped. All you answered is kept. To go on: isp plan")
        assert terminal.ends() == 130

    place, draft = only_file(portfolio)
    assert place == "drafts"
    assert "\n\nThe supervisor.\n" in draft

    with PseudoTerminal("plan", *way, portfolio=portfolio) as terminal:
        terminal.is_asked("Who can you learn from?")
        terminal.types("/skip\r")
        terminal.is_asked("One at a time; the first:")
        terminal.types("Coach one team\r")
        terminal.is_asked("By when?")
        terminal.types("soon\r")
        terminal.is_asked("'soon' is not a date isp knows")
        terminal.types("in 3 weeks\r")
        terminal.is_asked("Who helps with it?")
        terminal.types("The regional lead\r")
        terminal.is_asked("Coach one team, by", "A further step?")
        terminal.types("\r")
        terminal.is_asked("How will you know")
        terminal.writes("It runs its own meetings.")
        terminal.is_asked("What could get in the way")
        terminal.types("/skip\r")
        terminal.sees("Kept in", "Development plan", "[ ] Coach one team, by")
        assert terminal.ends() == 0

    place, record = only_file(portfolio)
    assert place == "plans"
    assert "status: active\n" in record
    for text in ("Our charters.", "The supervisor.", "It runs its own meetings."):
        assert f"\n\n{text}\n" in record
    assert re.search(r"\n\n- \[ \] Coach one team 📅 \d{4}-\d\d-\d\d\n  - Who helps: The", record)


def test_a_half_filled_form_is_taken_up(isp: Isp, portfolio: Path) -> None:
    """What a form left open is what the conversation asks."""
    isp("assess", "--answers", "-", stdin="ratings: {power: {confidence: 4, use: 4}}")
    with PseudoTerminal("assess", "--plain", portfolio=portfolio) as terminal:
        terminal.is_asked("Addressing power differentials, 1 of 1", "How important is it")
        terminal.types("4\r")
        terminal.is_asked("An example from your practice")
        terminal.types("/skip\r")
        terminal.sees("Kept in", "To share", "Addressing power differentials")
        assert terminal.ends() == 0
    assert "    importance: 4\n" in only_file(portfolio)[1]


def test_leaving_the_rest_for_later(portfolio: Path) -> None:
    """Later ends the session in peace: the draft stays, and the exit code is 0."""
    with PseudoTerminal("plan", portfolio=portfolio) as terminal:
        terminal.is_asked("Which one to three competencies")
        terminal.ticks(1)
        terminal.is_asked("How far ahead do you plan?", offered="Two years")
        terminal.types(UP + "\r")
        terminal.sees("All you answered is kept. To go on: isp plan")
        assert terminal.ends() == 0
    place, draft = only_file(portfolio)
    assert place == "drafts"
    assert "- competency: co-learning\n" in draft


def test_picking_a_competency_to_read(portfolio: Path) -> None:
    """Without a name a competency is picked from the list by its number, and its page is shown."""
    with PseudoTerminal("browse", "competency", "--plain", portfolio=portfolio) as terminal:
        terminal.is_asked("Which competency?", offered="15. Cultivating leaders")
        terminal.picks(2)
        terminal.sees("Brokering", "Key activities")
        assert terminal.ends() == 0
    assert not portfolio.exists()


@pytest.mark.parametrize("verb", ["assess", "reflect", "plan"])
def test_without_a_terminal(isp: Isp, portfolio: Path, verb: str) -> None:
    """Where nobody can answer nothing is begun, and one line says what to do instead."""
    result = isp(verb)
    assert (result.exit_code, result.stdout) == (6, "")
    (line,) = result.stderr.splitlines()
    assert f"isp {verb} template" in line
    assert "--answers" in line
    assert not portfolio.exists()


def test_letters_that_match_nothing(portfolio: Path) -> None:
    """It is said at once, in a narrow window too; Escape takes the letters away."""
    with PseudoTerminal("note", portfolio=portfolio, size=(24, 60)) as terminal:
        terminal.is_asked("What happened?")
        terminal.writes("They met.")
        terminal.is_asked("When was it?")
        terminal.types("\r")
        terminal.is_asked("Which competencies does it touch", offered="Brokering")
        terminal.types("zz")
        terminal.sees("zz Nothing matches; Escape clears it.")
        terminal.types(" ")
        terminal.types("\x1bbroker \r")
        terminal.is_asked("Which principles does it touch")
        terminal.types(CTRL_C)
        assert terminal.ends() == 130
    assert "competencies:\n- brokering\n" in only_file(portfolio)[1]

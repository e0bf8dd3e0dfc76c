"""Reflecting with other questions than the guide's."""

import json
from functools import partial
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.portfolio import reading
from isp_cli.reflect.command import _goes_on
from isp_cli.reflect.dialogue import dialogue
from isp_cli.reflect.record import Reflection
from isp_cli.reflect.view import reflection_page
from isp_cli.sessions.conversation import hold
from isp_cli.sessions.structures import own_structure, structure
from isp_cli.terminal.prompter import Move
from tests.conftest import Isp
from tests.forms import refusal
from tests.moments import stop_clock
from tests.reflect.test_dialogue import begun
from tests.scripted import ScriptedPrompter, play
from tests.sessions.test_conversation import ScriptedDesk

OWN = """\
name: Friday round
questions:
  - text: What surprised you this week?
    prompts: [In a meeting or between two?]
  - Who should hear of it?
"""


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_clock(monkeypatch)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a file with an organisation's own questions."""
    path = tmp_path / "friday.yaml"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_what_so_what_now_what(guide: Guide) -> None:
    """Driscoll's three questions are asked, with prompts, and the record names them."""
    played = play(
        lambda prompter: dialogue(guide, prompter, begun(), structure=structure("driscoll")),
        ("what.what", "The lead left."),
        ("what.so-what", Move.SKIP),
        ("what.now-what", "Call her."),
    )
    assert played.prompter.told == [
        "What? So what? Now what? Three questions that lead from what happened to what comes next."
    ]
    first = played.question("what.what")
    assert first.place == "Question 1 of 3"
    assert "What happened" in " ".join(map(str, first.context))
    assert "not the guide's" not in " ".join(map(str, first.context))
    assert (played.last.structure, played.last.stem) == ("what", "2027-01-04-what")
    assert [each.key for each in played.last.passages] == [
        "what.what",
        "what.so-what",
        "what.now-what",
    ]


def test_questions_of_ones_own(guide: Guide, own: Path) -> None:
    """Without the file, the record still says what was asked, and can be gone on with."""
    played = play(
        lambda prompter: dialogue(guide, prompter, begun(), structure=own_structure(own)),
        ("friday-round.1", "They laughed."),
        ("friday-round.2", Move.LATER),
    )
    assert "In a meeting" in " ".join(map(str, played.question("friday-round.1").context))
    own.unlink()
    text = reading.updated("", played.last)
    assert "structure_name: Friday round\n" in text
    assert "\n## Who should hear of it? <!-- friday-round.2 -->\n" in text
    own.write_text(text, encoding="utf-8")
    draft, _ = reading.read(Reflection, own)
    again = play(lambda prompter: dialogue(guide, prompter, draft), ("friday-round.2", "All."))
    assert again.prompter.told == ["Friday round."]
    assert list(map(str, reflection_page(again.last, guide)))[:8] == [
        "Reflection, 4 January 2027 (a draft)",
        "Friday round",
        "",
        "What surprised you this week?",
        "",
        "  They laughed.",
        "",
        "Who should hear of it?",
    ]


@pytest.mark.parametrize("chosen", [["--as", "what"], []])
def test_a_form_with_other_questions(isp: Isp, portfolio: Path, chosen: list[str]) -> None:
    """The form names its questions, so that it can be handed back with or without --as."""
    form = isp("reflect", "template", "--as", "what").stdout
    filled = form.replace("  what.so-what:\n", "  what.so-what: It mattered.\n")
    result = isp("reflect", *chosen, "--answers", "-", stdin=filled)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (
        0,
        "Reflection of 4 January 2027: What? So what? Now what?; 1 question answered.",
    )
    text = (portfolio / "reflections" / "2027-01-04-what.md").read_text(encoding="utf-8")
    assert text.index("## What? <!--") < text.index("## So what?") < text.index("It mattered.")


def test_a_form_with_questions_of_ones_own(isp: Isp, portfolio: Path, own: Path) -> None:
    """The same goes for a questions file; without it, its form is refused."""
    form = isp("reflect", "template", "--questions", str(own)).stdout
    assert "  # What surprised you this week?\n  # - In a meeting or between two?\n" in form
    filled = form.replace("  friday-round.2:\n", "  friday-round.2: All.\n")
    said = refusal(isp("reflect", "--answers", "-", stdin=filled), portfolio)
    assert "There is no structure called 'friday-round'" in said
    assert "name a file with --questions" in said
    other = refusal(isp("reflect", "--as", "what", "--answers", "-", stdin=filled), portfolio)
    assert "'friday-round' is not what was chosen: what" in other
    result = isp("reflect", "--questions", str(own), "--answers", "-", "--json", stdin=filled)
    data = json.loads(result.stdout)["data"]
    assert data["structure_name"] == "Friday round"
    assert data["passages"] == {"friday-round.1": "", "friday-round.2": "All."}


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        ("--as whta", "Did you mean|There is no structure called 'whta'", 4),
        ("--as what --questions f.yaml", "--as and --questions both choose", 2),
        ("--as what --question 4", "--question chooses among the guide's questions; --as", 2),
        ("--answers - --question 4", "--question chooses among the guide's questions; --answ", 2),
        ("--questions nowhere.yaml", "nowhere.yaml: ", 2),
        ("--question 11", "There is no question called '11'", 4),
    ],
)
def test_what_cannot_be_asked_is_said(
    isp: Isp, portfolio: Path, words: str, said: str, code: int
) -> None:
    """A structure, a file or a number that there is not is named, before anything is asked."""
    line = refusal(isp("reflect", *words.split()), portfolio, code=code)
    assert any(each in line for each in said.split("|"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: A\n", "questions: is missing"),
        ("name: A\nquestions: []\n", "questions: is empty"),
        ("name: Question\nquestions: [Why?]\n", "is what the guide's questions are called"),
        ("name: A\nquestions:\n- txt: Why?\n", "line 3"),
    ],
)
def test_a_broken_questions_file(
    isp: Isp, portfolio: Path, tmp_path: Path, text: str, said: str
) -> None:
    """What is wrong is told with file, line and path, and nothing is begun."""
    path = tmp_path / "own.yaml"
    path.write_text(text, encoding="utf-8")
    line = refusal(isp("reflect", "--questions", str(path)), portfolio)
    assert line.startswith(f"{path}: line ")
    assert said in line


def test_the_structures_that_there_are(isp: Isp) -> None:
    """Each is named with what it asks, where it comes from, and the command for it."""
    shown = isp("reflect", "structures").stdout
    assert "isp reflect --as gibbs" in shown
    assert "Gibbs, G. (1988)" in shown
    listed = json.loads(isp("reflect", "structures", "--json").stdout)
    assert listed["schema"] == "isp.structure-list/1"
    assert [each["id"] for each in listed["data"]] == ["what", "gibbs"]


def test_a_draft_is_taken_up_by_what_it_is_about(isp: Isp, portfolio: Path) -> None:
    """Asked for a structure or a question, isp goes on with a draft about just that."""
    for form in ("structure: what\nanswers: {what.what: a}", "answers: {question.1: a}"):
        result = isp("reflect", "--answers", "-", stdin=f"status: draft\n{form}")
        assert result.exit_code == 0
    desk = ScriptedDesk(portfolio, ScriptedPrompter(("what.so-what", Move.LATER)))
    talk = partial(dialogue, structure=structure("what"))
    hold(desk, Reflection, talk, new=False, fits=lambda each: _goes_on(each, (), structure("what")))
    assert desk.scripted.told[0].endswith("(What? So what? Now what?).")
    assert [each.key for each in desk.scripted.asked] == ["what.so-what"]

"""A plan taken to supervision: what goes in is chosen, and seen before it is written."""

import sys
from pathlib import Path
from typing import Protocol

import pytest
from typer.testing import Result

from isp_cli.terminal.prompter import ChooseSeveral, Move
from tests.conftest import Isp
from tests.moments import stop_clock
from tests.plan.kept_plan import keep
from tests.pseudo_terminal import CTRL_C, PseudoTerminal
from tests.scripted import Reply, ScriptedPrompter

ASSESSMENT = """\
ratings:
  brokering: {confidence: 2, importance: 4, use: 3, example: I brought two services to one table.}
  teams: {confidence: 3, importance: 4, use: 3, example: A team meeting that went wrong.}
"""
REFLECTION = """\
answers:
  question.1: I listen first.
  question.4: I am impatient with managers.
chosen:
  question.2: [empathy]
"""
PRIVATE = (
    "two services to one table", "went wrong", "I listen first", "impatient", "empathy",
    "Two of three came", "It was worth it", "called off", "A colleague who links",
)  # fmt: skip
"""What is in the portfolio and does not go in unless it is chosen."""


@pytest.fixture(autouse=True)
def _kept(isp: Isp, portfolio: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep an assessment, a reflection and a plan; stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert isp("assess", "--answers", "-", stdin=ASSESSMENT).exit_code == 0
    assert isp("reflect", "--answers", "-", stdin=REFLECTION).exit_code == 0
    keep(isp, portfolio)


class Play(Protocol):
    """Run the export with these words; a person answers as the script says."""

    def __call__(self, *script: tuple[str, Reply], words: tuple[str, ...] = ()) -> Result:
        """Return what it printed and its exit code."""


@pytest.fixture
def play(isp: Isp, monkeypatch: pytest.MonkeyPatch) -> Play:
    """Return what runs `isp plan export plan.md --for supervision` with a scripted person."""

    def run(*script: tuple[str, Reply], words: tuple[str, ...] = ()) -> Result:
        with ScriptedPrompter(*script) as prompter:
            monkeypatch.setattr("isp_cli.sessions.desk.prompter", lambda **_: prompter)
            return isp("plan", "export", "plan.md", "--for", "supervision", *words)

    return run


def test_without_a_choice_nothing_private_goes_in(isp: Isp, tmp_path: Path) -> None:
    """With --yes alone it holds where to, the steps, and how one will know; no more."""
    result = isp("plan", "export", "plan.md", "--for", "supervision", "--yes")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Written to plan.md. It holds what you chose;")
    text = (tmp_path / "plan.md").read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        "### What further looks like", "### Next steps", "### How I will know", "### Next steps",
    ]  # fmt: skip
    assert not [each for each in PRIVATE if each in text]


def test_chosen_by_options(isp: Isp) -> None:
    """Goals, parts, examples and answers are named one by one, in any order; the rest stays out."""
    text = isp(
        *("plan", "export", "-", "--for", "supervision", "--yes", "--goal", "broker"),
        *("--with", "reviews,steps", "--with", "looking-back", "--from", "Sample practitioner"),
        *("--example", "brokering", "--answer", "2", "--answer", "question.1"),
    ).stdout
    headings = [line for line in text.splitlines() if line.startswith("#")]
    assert headings == [
        "# Development plan", "## Brokering", "### Next steps", "### Review of 5 April 2027",
        "#### What happened", "#### What now", "## Looking back", "## Examples from practice",
        "### Brokering", "## From my reflection", headings[10], headings[11],
    ]  # fmt: skip
    assert headings[10].startswith("### 1\\. ") or headings[10].startswith("### 1. ")
    assert "From Sample practitioner." in text
    assert "I brought two services to one table." in text
    assert "From the assessment of 4 January 2027." in text
    assert "I listen first." in text
    assert "- Be empathetic" in text
    assert "went wrong" not in text
    assert "impatient" not in text


def test_all_examples_and_answers(isp: Isp) -> None:
    """The word "all" takes every example, and every answer; it needs no occasion."""
    text = isp("plan", "export", "-", "--example", "all", "--answer", "all").stdout
    assert not [each for each in PRIVATE if each not in text and each != "empathy"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--with", "steps,secrets"), 2, "--with: 'secrets' is not a part of a plan."),
        (("--goal", "power"), 4, "There is no goal about Addressing power differentials"),
        (("--goal", "nonsense"), 4, "nonsense"),
        (("--example", "power"), 4, "There are: brokering, teams"),
        (("--answer", "9"), 4, "There is no answer '9' to hand over. There are: 1, 2, 4"),
    ],
)
def test_what_is_not_there_to_be_chosen(
    isp: Isp, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    """A slip in a name is said, with the names there are, and nothing is written."""
    result = isp("plan", "export", "plan.md", "--for", "supervision", "--yes", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = result.stderr.splitlines()
    assert said in line
    assert not (tmp_path / "plan.md").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("plan.ics", "--for", "supervision"),
        ("plan.json", "--for", "supervision"),
        ("plan.json", "--goal", "teams"),
        ("plan.ics", "--with", "steps"),
        ("plan.ics", "--example", "all"),
        ("plan.json", "--from", "Sample practitioner"),
        ("plan.md", "--yes"),
    ],
)
def test_options_that_do_not_go_together(isp: Isp, tmp_path: Path, words: tuple[str, ...]) -> None:
    """What a format cannot leave out is not said to be left out: it is refused."""
    result = isp("plan", "export", *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (tmp_path / words[0]).exists()


def test_without_a_terminal_it_asks_for_a_yes(isp: Isp, tmp_path: Path) -> None:
    """Where nobody can see it first, it says which options to use, and writes nothing."""
    result = isp("plan", "export", "plan.md", "--for", "supervision")
    assert (result.exit_code, result.stdout) == (6, "")
    assert "--with" in result.stderr
    assert "--yes" in result.stderr
    assert not (tmp_path / "plan.md").exists()


def test_the_conversation(play: Play, tmp_path: Path) -> None:
    """One chooses, sees the very document, and agrees; then that is written."""
    script: list[tuple[str, Reply]] = [
        ("goals", ("brokering",)),
        ("parts", ("steps", "reviews")),
        ("examples", ("brokering",)),
        ("answers", Move.SKIP),
        ("from", "Sample practitioner"),
        ("agree", "yes"),
    ]
    assert play(*script).exit_code == 0
    text = (tmp_path / "plan.md").read_text(encoding="utf-8")
    assert "two services to one table" in text
    assert "From Sample practitioner." in text
    assert "Developing teams" not in text
    assert "I listen first" not in text


def test_nothing_private_is_chosen_beforehand_and_the_preview_is_what_is_written(
    isp: Isp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Examples and answers stand there unchosen; what is shown is the file line by line."""
    with ScriptedPrompter(
        ("goals", Move.SKIP),
        ("parts", Move.SKIP),
        ("examples", Move.SKIP),
        ("answers", ("question.1",)),
        ("from", Move.SKIP),
        ("agree", Move.BACK),
        ("from", Move.BACK),
        ("answers", ()),
        ("agree", "yes"),
    ) as prompter:
        monkeypatch.setattr("isp_cli.sessions.desk.prompter", lambda **_: prompter)
        result = isp("plan", "export", "plan.md", "--for", "supervision")
    assert result.exit_code == 0
    first = {each.key: each for each in reversed(prompter.asked)}
    for key in ("examples", "answers"):
        question = first[key]
        assert isinstance(question, ChooseSeveral)
        assert question.current == ()
    seen = [line.text for line in prompter.asked[-1].context[2:]]
    text = (tmp_path / "plan.md").read_text(encoding="utf-8")
    assert seen == text.splitlines()
    assert not [each for each in PRIVATE if each in text]


@pytest.mark.parametrize("answer", ["no", Move.LATER])
def test_who_does_not_agree_hands_over_nothing(play: Play, tmp_path: Path, answer: Reply) -> None:
    """After "no", or leaving, there is no file, and that is said."""
    skipped: list[tuple[str, Reply]] = [
        (key, Move.SKIP) for key in ("goals", "parts", "examples", "answers", "from")
    ]
    assert play(*skipped, ("agree", answer)).exit_code == 0
    assert not (tmp_path / "plan.md").exists()


def test_what_the_command_names_is_not_asked(play: Play, tmp_path: Path) -> None:
    """Options answer their questions beforehand; the rest is asked, and it is shown."""
    words = (
        "--goal",
        "teams",
        "--with",
        "steps",
        "--example",
        "all",
        "--from",
        "Sample practitioner",
    )
    assert play(("answers", Move.SKIP), ("agree", "yes"), words=words).exit_code == 0
    assert "went wrong" in (tmp_path / "plan.md").read_text(encoding="utf-8")


def test_a_file_that_is_in_the_way_is_named_before_anything_is_asked(
    play: Play, tmp_path: Path
) -> None:
    """Nobody chooses for five minutes to hear then that the file may not be written."""
    (tmp_path / "plan.md").write_text("mine\n", encoding="utf-8")
    assert play().exit_code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize("general", [("--plain",), ()], ids=["plain", "repainting"])
def test_at_a_terminal(portfolio: Path, tmp_path: Path, general: tuple[str, ...]) -> None:
    """In a real terminal one chooses, sees it and agrees; Ctrl-C before that writes nothing."""
    words = (*general, "plan", "export", "plan.md", "--for", "supervision", "--goal", "brokering")
    with PseudoTerminal(*words, portfolio=portfolio) as terminal:
        terminal.is_asked("What of each goal, and of the plan, goes in?")
        terminal.types(CTRL_C)
        assert terminal.ends() == 130
    assert not (tmp_path / "plan.md").exists()
    with PseudoTerminal(*words, "--with", "steps", portfolio=portfolio) as terminal:
        terminal.is_asked("Which examples from practice")
        terminal.ticks(1)
        terminal.is_asked("Which of your answers")
        terminal.types("/skip\r")
        terminal.is_asked("Who is it from?")
        terminal.types("\r")
        terminal.sees("# Development plan", "two services to one table")
        terminal.is_asked("Shall isp write it to plan.md?", offered="Yes, write it")
        terminal.picks(1)
        assert terminal.ends() == 0
    assert "two services to one table" in (tmp_path / "plan.md").read_text(encoding="utf-8")

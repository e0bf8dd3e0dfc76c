"""A conversation and the file behind it."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from isp_cli.errors import Interrupted, PortfolioProblem
from isp_cli.portfolio import files
from isp_cli.reflect.dialogue import dialogue
from isp_cli.reflect.record import Reflection
from isp_cli.reflect.view import summary
from isp_cli.sessions.conversation import hold
from isp_cli.sessions.desk import Desk
from isp_cli.settings import Settings
from isp_cli.terminal.prompter import Answer, Choose, Move, Parting, Prompter
from tests.forms import files_in
from tests.moments import MOMENT, stop_clock
from tests.reflect.test_dialogue import EVERY_KEY
from tests.scripted import Reply, ScriptedPrompter

DRAFT = "drafts/reflection-2027-01-04.md"
FIRST = ("question.1", "Slowly.")
LEAVE = ("question.2.chosen", Move.LATER)


class ScriptedDesk(Desk):
    """A desk at which the answers come from a script."""

    def __init__(self, portfolio: Path, prompter: ScriptedPrompter) -> None:
        super().__init__(Settings(portfolio=portfolio))
        self.scripted = prompter

    def prompter(self, verb: str, instead: str = "") -> Prompter:
        """Return the one who answers from the script."""
        return self.scripted


Converse = Callable[..., Reflection | None]


@pytest.fixture
def converse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Converse:
    """Return who holds a reflection in which the answers come from a script."""
    stop_clock(monkeypatch)

    def held(
        *script: tuple[str, Reply], new: bool = False, told: list[str] | None = None
    ) -> Reflection | None:
        with ScriptedPrompter(*script) as prompter:
            try:
                return hold(ScriptedDesk(tmp_path, prompter), Reflection, dialogue, new=new)
            finally:
                if told is not None:
                    told += prompter.told

    return held


def rest(script: list[str]) -> list[tuple[str, Reply]]:
    """Return the answers that skip these questions."""
    return [(key, Move.SKIP) for key in script]


def test_it_comes_to_its_end(converse: Converse, tmp_path: Path) -> None:
    """At the end the draft is a finished record, in its place, and it is said where."""
    told: list[str] = []
    record = converse(FIRST, *rest(EVERY_KEY[1:]), told=told)
    assert record
    assert record.status == "finished"
    assert files_in(tmp_path) == ["reflections/2027-01-04-ten-questions.md"]
    assert f"Kept in {tmp_path / 'reflections' / '2027-01-04-ten-questions.md'}" in told


def test_each_answer_is_on_disk_before_the_next_question(
    converse: Converse, tmp_path: Path
) -> None:
    """Whatever happens at a question, the answers before it are in the file."""
    on_disk: list[str] = []

    def looking_first(answer: Answer | Move) -> Callable[[], Answer | Move]:
        def look() -> Answer | Move:
            texts = [(tmp_path / each).read_text(encoding="utf-8") for each in files_in(tmp_path)]
            on_disk.append("".join(texts))
            return answer

        return look

    converse(
        ("question.1", looking_first("Slowly.")),
        ("question.2.chosen", looking_first(("curious",))),
        ("question.2", looking_first(Move.LATER)),
    )
    nothing, one, two = on_disk
    assert nothing == ""
    assert "Slowly." in one
    assert "curious" not in one
    assert "- curious" in two


def test_later_keeps_a_draft_and_says_how_to_go_on(converse: Converse, tmp_path: Path) -> None:
    """Who leaves the rest for later finds the draft, and reads the command that goes on."""
    told: list[str] = []
    assert converse(FIRST, LEAVE, told=told) is None
    assert files_in(tmp_path) == [DRAFT]
    assert told[-1] == "All you answered is kept. To go on: isp reflect"


@pytest.mark.parametrize("raised", [KeyboardInterrupt, EOFError])
def test_ctrl_c_keeps_a_draft_and_says_how_to_go_on(
    converse: Converse, tmp_path: Path, raised: type[BaseException]
) -> None:
    """Ctrl-C, or a window that is closed, loses no answer."""
    with pytest.raises(Interrupted) as interrupted:
        converse(FIRST, ("question.2.chosen", raised))
    assert interrupted.value.exit_code == 130
    assert str(interrupted.value) == "Stopped. All you answered is kept. To go on: isp reflect"
    assert "Slowly." in (tmp_path / DRAFT).read_text(encoding="utf-8")


def test_what_is_half_written_is_kept(converse: Converse, tmp_path: Path) -> None:
    """Ctrl-C in the middle of the very first answer keeps the lines there are."""
    with pytest.raises(Interrupted, match="All you answered is kept"):
        converse(("question.1", Parting("Slowly,\nand", None)))
    assert "\nSlowly,\nand\n" in (tmp_path / DRAFT).read_text(encoding="utf-8")


def test_with_no_answer_there_is_no_draft(converse: Converse, tmp_path: Path) -> None:
    """Who answers nothing leaves nothing behind, however the conversation ends."""
    told: list[str] = []
    with pytest.raises(Interrupted, match="Nothing new was written"):
        converse(("question.1", KeyboardInterrupt))
    assert converse(("question.1", Move.LATER), told=told) is None
    assert converse(*rest(EVERY_KEY), told=told) is None
    assert files_in(tmp_path) == []
    assert [each for each in told if each] == [
        "Nothing new was written.",
        "Nothing was answered, so there is nothing to finish.",
    ]


def test_a_draft_is_taken_up(converse: Converse, tmp_path: Path) -> None:
    """The draft there is goes on where it was left, and it is said so."""
    converse(FIRST, LEAVE)
    told: list[str] = []
    converse(LEAVE, told=told)
    assert told[0] == "Taking up the reflection you began on 4 January 2027."
    assert "isp reflect --new" in told[1]
    assert files_in(tmp_path) == [DRAFT]


def test_a_new_one_leaves_the_draft_alone(converse: Converse, tmp_path: Path) -> None:
    """Asked for a new one, isp begins at the first question, beside the draft there is."""
    converse(FIRST, LEAVE)
    before = (tmp_path / DRAFT).read_bytes()
    converse(("question.1", "Otherwise."), LEAVE, new=True)
    assert files_in(tmp_path) == ["drafts/reflection-2027-01-04-2.md", DRAFT]
    assert (tmp_path / DRAFT).read_bytes() == before


def test_of_several_drafts_one_is_chosen(converse: Converse, tmp_path: Path) -> None:
    """Who has begun more than one is asked which to go on with; who cancels changes nothing."""
    converse(FIRST, LEAVE)
    converse(("question.1", "Otherwise."), LEAVE, new=True)
    assert converse(("draft", Move.LATER)) is None
    converse(
        ("draft", "reflection-2027-01-04"),
        ("question.2.chosen", ("curious",)),
        ("question.2", Move.LATER),
    )
    assert files_in(tmp_path) == ["drafts/reflection-2027-01-04-2.md", DRAFT]
    text = (tmp_path / DRAFT).read_text(encoding="utf-8")
    assert "Slowly." in text
    assert "- curious" in text


def test_drafts_to_choose_from_say_what_they_are_about(converse: Converse, tmp_path: Path) -> None:
    """Beside the name and the time stands how far each has come."""
    converse(FIRST, LEAVE)
    converse(("question.1", "Otherwise."), LEAVE, new=True)
    prompter = ScriptedPrompter(("draft", Move.LATER))
    desk = ScriptedDesk(tmp_path, prompter)
    assert hold(desk, Reflection, dialogue, new=False, about=summary) is None
    (question,) = prompter.asked
    assert isinstance(question, Choose)
    assert sorted(each.label for each in question.choices) == [
        "reflection-2027-01-04, begun at 09:30: 1 question answered",
        "reflection-2027-01-04-2, begun at 09:30: 1 question answered",
    ]


def test_a_draft_that_cannot_be_read_is_left_alone(converse: Converse, tmp_path: Path) -> None:
    """A broken draft is named, nothing is taken from it, and another is begun."""
    (tmp_path / "drafts").mkdir()
    (tmp_path / DRAFT).write_text("no front matter", encoding="utf-8")
    told: list[str] = []
    converse(FIRST, LEAVE, told=told)
    assert told[0].startswith(f"{tmp_path / DRAFT}: line 1: ")
    assert (tmp_path / DRAFT).read_text(encoding="utf-8") == "no front matter"
    assert files_in(tmp_path) == ["drafts/reflection-2027-01-04-2.md", DRAFT]


def test_an_answer_that_cannot_be_saved_is_shown(
    converse: Converse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full the answer is shown to copy, and only that; the file is as it was."""
    converse(FIRST, LEAVE)
    before = (tmp_path / DRAFT).read_bytes()

    def full(path: Path, _text: str) -> None:
        raise PortfolioProblem("This cannot be written (No space left).", where=str(path))

    monkeypatch.setattr(files, "write", full)
    told: list[str] = []
    with pytest.raises(PortfolioProblem, match="No space left"):
        converse(
            ("question.2.chosen", Move.SKIP),
            ("question.2", "All of them.\n\nIn their time."),
            told=told,
        )
    assert told[-2:] == [
        "This answer could not be saved. Copy it from here:",
        "All of them.\n\nIn their time.",
    ]
    assert not any("Slowly." in each for each in told)
    assert (tmp_path / DRAFT).read_bytes() == before


def test_the_very_first_answer_that_cannot_be_saved_is_shown(
    converse: Converse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer for which there is no file yet is shown to copy all the same."""

    def full(path: Path, _text: str) -> Path:
        raise PortfolioProblem("This cannot be written (No space left).", where=str(path))

    monkeypatch.setattr(files, "write_new", full)
    told: list[str] = []
    with pytest.raises(PortfolioProblem):
        converse(FIRST, told=told)
    assert told == ["This answer could not be saved. Copy it from here:", "Slowly."]
    assert files_in(tmp_path) == []


def test_what_somebody_else_changed_meanwhile_is_kept(converse: Converse, tmp_path: Path) -> None:
    """A file that was changed during the conversation is set aside, and it is said where."""
    converse(FIRST, LEAVE)
    told: list[str] = []
    draft = tmp_path / DRAFT

    def change_and_answer() -> str:
        text = draft.read_text(encoding="utf-8")
        draft.write_text(text.replace("Slowly.", "Fast."), encoding="utf-8")
        return "All."

    converse(
        ("question.2.chosen", Move.SKIP),
        ("question.2", change_and_answer),
        ("question.3.chosen", Move.LATER),
        told=told,
    )
    aside = tmp_path / "drafts" / "reflection-2027-01-04-changed-meanwhile.md"
    assert "Fast." in aside.read_text(encoding="utf-8")
    assert "Slowly." in draft.read_text(encoding="utf-8")
    assert f"Both are kept; theirs is in {aside}" in told


def test_a_draft_with_nothing_in_it_is_not_finished(converse: Converse, tmp_path: Path) -> None:
    """A choice taken back and the rest skipped is a draft, not a finished record."""
    script = [(key, Move.SKIP) for key in EVERY_KEY if key != "question.2.chosen"]
    chosen: list[tuple[str, Reply]] = [("question.2.chosen", ())]
    assert converse(script[0], *chosen, *script[1:]) is None
    assert files_in(tmp_path) == [DRAFT]


def test_several_drafts_are_asked_about(converse: Converse, tmp_path: Path) -> None:
    """Who has begun more than one says which to go on with, or leaves both alone."""
    converse(FIRST, LEAVE)
    converse(("question.1", "Quickly."), LEAVE, new=True)
    second = "drafts/reflection-2027-01-04-2.md"
    assert files_in(tmp_path) == [second, DRAFT]
    converse(
        ("draft", "reflection-2027-01-04"),
        ("question.2.chosen", ("curious",)),
        ("question.2", Move.LATER),
    )
    assert "- curious" in (tmp_path / DRAFT).read_text(encoding="utf-8")
    assert "- curious" not in (tmp_path / second).read_text(encoding="utf-8")
    assert converse(("draft", Move.LATER)) is None
    assert files_in(tmp_path) == [second, DRAFT]


def test_a_draft_about_another_guide_is_left_alone(converse: Converse, tmp_path: Path) -> None:
    """A draft is not taken up, and not finished, with a guide that it was not begun with."""
    converse(FIRST, LEAVE)
    draft = tmp_path / DRAFT
    text = draft.read_text(encoding="utf-8").replace("id: implementation-support", "id: other")
    draft.write_text(text, encoding="utf-8")
    told: list[str] = []
    converse(("question.1", Move.LATER), told=told)
    assert told[0] == f"{draft}: This draft is about another guide; it is left as it is."
    assert draft.read_text(encoding="utf-8") == text


def test_a_draft_of_another_version_of_the_guide(converse: Converse, tmp_path: Path) -> None:
    """It is taken up all the same, and it is said that the questions may differ."""
    converse(FIRST, LEAVE)
    draft = tmp_path / DRAFT
    text = draft.read_text(encoding="utf-8")
    gone = "chosen:\n  question.2:\n  - forgotten\n---\n"
    draft.write_text(
        text.replace("version: '1'", "version: '0'")
        .replace("chosen: {}\n", "")
        .replace("---\n\n", gone + "\n"),
        encoding="utf-8",
    )
    told: list[str] = []
    converse(
        ("question.2", Move.BACK),
        ("question.2.chosen", ("curious",)),
        ("question.2", Move.LATER),
        told=told,
    )
    assert "begun with version 0 of the guide; this is version 1." in told[2]
    after = draft.read_text(encoding="utf-8")
    assert "version: '0'" in after
    assert "  - curious\n  - forgotten\n" in after
    assert "\nSlowly.\n" in after


def test_two_windows_on_one_draft(converse: Converse, tmp_path: Path) -> None:
    """The second is told where the draft is open, changes nothing, and may begin another."""
    converse(FIRST, LEAVE)
    before = (tmp_path / DRAFT).read_bytes()
    refused: list[str] = []

    def second_window() -> Move:
        with pytest.raises(PortfolioProblem) as problem:
            converse()
        refused.append(str(problem.value))
        converse(("question.1", "Otherwise."), LEAVE, new=True)
        return Move.LATER

    converse(("question.2.chosen", second_window))
    assert "open in another window. Go on there, or begin another: isp reflect --new" in refused[0]
    assert (tmp_path / DRAFT).read_bytes() == before
    assert files_in(tmp_path) == ["drafts/reflection-2027-01-04-2.md", DRAFT]
    converse(("draft", "reflection-2027-01-04"), LEAVE)


def test_a_draft_that_was_finished_while_one_chose(converse: Converse, tmp_path: Path) -> None:
    """What another window finished meanwhile is not finished a second time."""
    converse(FIRST, LEAVE)
    converse(("question.1", "Otherwise."), LEAVE, new=True)

    def chosen_too_late() -> str:
        (tmp_path / DRAFT).unlink()
        return "reflection-2027-01-04"

    with pytest.raises(PortfolioProblem, match="finished or changed in another window"):
        converse(("draft", chosen_too_late))
    assert files_in(tmp_path) == ["drafts/reflection-2027-01-04-2.md"]


def test_a_clock_that_was_set_back(converse: Converse, monkeypatch: pytest.MonkeyPatch) -> None:
    """No record ends before it begins; it is said that the clock may be wrong."""
    converse(FIRST, LEAVE)
    stop_clock(monkeypatch, MOMENT - timedelta(days=2))
    told: list[str] = []
    record = converse(*rest(EVERY_KEY[1:]), told=told)
    assert record
    assert record.finished == record.started == MOMENT
    assert any("That day is still to come" in each for each in told)
    assert any("says 02 January 2027, 09:30, which is before this was begun" in e for e in told)

"""The scripted prompter is only worth something if it fails where it should."""

import pytest

from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, Enter, Move, Parting, Write
from tests.scripted import ScriptedPrompter

WRITE = Write(key="why", text="Why?")
CHOOSE = Choose(key="which", text="Which?", choices=(Choice("a", "A"),), optional=False, first=True)
SEVERAL = ChooseSeveral(key="some", text="Some?", choices=(Choice("a", "A"),), least=1)


def test_it_answers_in_the_order_of_the_script() -> None:
    """Each question gets the answer that the script has for it."""
    with ScriptedPrompter(("which", "a"), ("why", "because")) as prompter:
        assert prompter.ask(CHOOSE) == "a"
        assert prompter.ask(WRITE) == "because"
    assert prompter.keys == ["which", "why"]


def test_another_question_than_the_next_one_fails() -> None:
    """A question out of order is named, and so is the one that was due."""
    with pytest.raises(AssertionError, match="'why' is asked, but the script answers 'which'"):
        ScriptedPrompter(("which", "a")).ask(WRITE)


def test_a_question_behind_the_end_fails() -> None:
    """A question for which the script has no answer left is named."""
    with pytest.raises(AssertionError, match="'why' is asked, but the script has come to its end"):
        ScriptedPrompter().ask(WRITE)


def test_answers_that_nobody_asked_for_fail() -> None:
    """What is left of the script at the end is named."""
    with pytest.raises(AssertionError, match="still answers: which, why"):  # noqa: SIM117
        with ScriptedPrompter(("which", "a"), ("why", "because")):
            pass


@pytest.mark.parametrize(
    ("question", "reply"),
    [
        (CHOOSE, "b"),
        (CHOOSE, Move.SKIP),
        (CHOOSE, Move.BACK),
        (CHOOSE, ("a",)),
        (SEVERAL, "a"),
        (SEVERAL, ()),
        (SEVERAL, ("a", "b")),
        (WRITE, " \n"),
        (WRITE, Parting(" ", Move.BACK)),
        (CHOOSE, Parting("a", None)),
        (Enter(key="when", text="When?", check=lambda _: "no date"), "someday"),
    ],
)
def test_what_no_person_could_answer_fails(
    question: Choose | ChooseSeveral | Enter | Write, reply: str | tuple[str, ...] | Move | Parting
) -> None:
    """A script cannot give an answer that a prompter would never return."""
    with pytest.raises(AssertionError, match="cannot be answered with"):
        ScriptedPrompter((question.key, reply)).ask(question)


def test_ctrl_c_is_raised() -> None:
    """An exception in the script is raised in the place of an answer."""
    with pytest.raises(KeyboardInterrupt):
        ScriptedPrompter(("why", KeyboardInterrupt)).ask(WRITE)

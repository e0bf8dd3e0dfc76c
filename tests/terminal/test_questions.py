"""Choosing with questionary, through keys as a terminal sends them."""

from dataclasses import replace

import pytest

from isp_cli.terminal.prompter import Ask, Choice, Choose, ChooseSeveral, Move
from isp_cli.terminal.screen import Line
from tests.terminal.asks import CHOOSE, CHOOSE_MANY, ENTER, SEVERAL, SEVERAL_MANY, WRITE
from tests.terminal.conftest import CTRL_B, CTRL_C, CTRL_D, CTRL_U, DOWN, ESCAPE, UP, Press


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("\r", "apple"),
        (f"{DOWN}{DOWN}\r", "plum"),
        (f"{DOWN}{UP}\r", "apple"),
        (f"{UP}\r", Move.LATER),
        (f"{UP}{UP}\r", Move.BACK),
        (f"{DOWN}{DOWN}{DOWN}\r", Move.SKIP),
    ],
)
def test_choosing_with_the_arrow_keys(press: Press, keys: str, answer: str | Move) -> None:
    """The arrow keys go through the choices, and over the line below them to the moves."""
    assert press(CHOOSE, keys) == answer


def test_the_answer_so_far_is_where_one_begins(press: Press) -> None:
    """Enter alone gives the answer of before again."""
    assert press(replace(CHOOSE, current="pear"), "\r") == "pear"


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        ("gol\r", "golf"),
        ("GOL\r", "golf"),
        ("3\r", "charlie"),
        ("gol\x7f\x7f\x7f8\r", "hotel"),
        ("back\r", Move.BACK),
        ("later\r", Move.LATER),
    ],
)
def test_typing_filters_a_long_list(press: Press, keys: str, answer: str | Move) -> None:
    """In a long list some letters or the number of a choice lead to it, or to a move."""
    assert press(CHOOSE_MANY, keys) == answer


def test_typing_filters_a_short_list(press: Press) -> None:
    """In a list of three, too, letters lead to a choice or to a move."""
    assert press(CHOOSE, "plum\r") == "plum"
    assert press(CHOOSE, "skip\r") is Move.SKIP
    assert press(SEVERAL, "plum \r") == ("plum",)


@pytest.mark.parametrize("typed", ["zz", "--", "word 9"])
@pytest.mark.parametrize("between", ["\r", f"{DOWN}\r", "\r\r"])
def test_letters_that_match_nothing_choose_nothing(press: Press, typed: str, between: str) -> None:
    """Where nothing matches Enter takes nothing, not even the line above the moves."""
    corrected = "\x7f" * len(typed) + "gol\r"
    assert press(CHOOSE_MANY, typed + between + corrected) == "golf"


@pytest.mark.parametrize("question", [CHOOSE_MANY, SEVERAL_MANY])
@pytest.mark.parametrize(("typed", "move"), [("/back", Move.BACK), ("/later", Move.LATER)])
def test_a_move_typed_in_a_list(press: Press, question: Ask, typed: str, move: Move) -> None:
    """Who types the word for a move in a list is understood there too."""
    assert press(question, f"{typed}\r") is move


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (" \r", ("apple",)),
        (f" {DOWN}{DOWN} \r", ("apple", "plum")),
        (f"\r{DOWN} \r", ("pear",)),
        (f"  \r{DOWN} \r", ("pear",)),
    ],
)
def test_choosing_several(press: Press, keys: str, answer: tuple[str, ...]) -> None:
    """Space chooses and takes away again; with too few, Enter does not go on."""
    assert press(SEVERAL, keys) == answer


def test_choosing_several_of_a_long_list(press: Press) -> None:
    """Letters filter the list, and what was chosen under another filter stays chosen."""
    assert press(SEVERAL_MANY, "gol \x7f\x7f\x7fbra \r") == ("bravo", "golf")


def test_letters_alone_choose_none_of_several(press: Press) -> None:
    """Enter behind letters that were not followed by a space does not go on without a choice."""
    assert press(SEVERAL_MANY, "gol\r \r") == ("golf",)


def test_choosing_none(press: Press) -> None:
    """Enter with nothing chosen skips; taking away all that was chosen is an answer."""
    assert press(SEVERAL_MANY, "\r") is Move.SKIP
    assert press(replace(SEVERAL_MANY, current=("alpha",)), "\r") == ("alpha",)
    assert press(replace(SEVERAL_MANY, current=("alpha",)), " \r") == ()


@pytest.mark.parametrize("question", [CHOOSE, SEVERAL, SEVERAL_MANY, ENTER, WRITE])
def test_going_back(press: Press, question: Ask) -> None:
    """Ctrl-B goes back from any question, but not from the first one."""
    assert press(question, CTRL_B) is Move.BACK
    with pytest.raises(KeyboardInterrupt):
        press(replace(question, first=True), CTRL_B + CTRL_C)


@pytest.mark.parametrize("key", [ESCAPE, CTRL_U])
@pytest.mark.parametrize("typed", ["zz", "gol"])
def test_a_filter_is_taken_away_at_once(press: Press, key: str, typed: str) -> None:
    """Escape and Ctrl-U show the whole list again, and other letters filter it anew."""
    assert press(CHOOSE_MANY, f"{typed}{key}bra\r") == "bravo"
    assert press(SEVERAL_MANY, f"gol {typed}{key}bra \r") == ("bravo", "golf")


def test_space_ticks_nothing_where_nothing_matches(press: Press) -> None:
    """The box that is pointed at is not what was typed."""
    assert press(SEVERAL_MANY, f"zz {CTRL_U}gol \r") == ("golf",)


@pytest.mark.parametrize("question", [CHOOSE, SEVERAL])
def test_only_what_is_cut_off_is_shown_in_full(
    press: Press, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], question: Ask
) -> None:
    """It stands before the question, so that the question is right above the list."""
    monkeypatch.setenv("COLUMNS", "40")
    label = "An apple of a kind that has a very long name"
    choices = (Choice("long", label), Choice("fits", "A pear of a kind, in 35 letters ..."))
    assert isinstance(question, Choose | ChooseSeveral)
    press(replace(question, choices=choices), " \r")
    said = capsys.readouterr().err
    assert said.startswith(f"\nIn full:\n  - {label}\n\n{question.text}\n(")
    assert "A pear" not in said


@pytest.mark.parametrize("question", [CHOOSE, CHOOSE_MANY, SEVERAL, SEVERAL_MANY, ENTER, WRITE])
def test_ctrl_c_and_ctrl_d(press: Press, question: Ask) -> None:
    """Ctrl-C interrupts any question; Ctrl-D with nothing written is the end of the input."""
    with pytest.raises(KeyboardInterrupt):
        press(question, CTRL_C)
    with pytest.raises(EOFError):
        press(question, CTRL_D)


def test_choices_offer_only_the_moves_there_are(press: Press) -> None:
    """Below the choices stand only the moves that are possible."""
    first = replace(CHOOSE, optional=False, first=True)
    assert press(first, f"{UP}\r") is Move.LATER
    assert press(first, f"{UP}{UP}\r") == "plum"


def test_what_is_shown_goes_to_stderr(press: Press, capsys: pytest.CaptureFixture[str]) -> None:
    """Where one is, what to read, the question and the way to answer; nothing on stdout."""
    context = (Line("They are ripe.", indent=2),)
    press(replace(CHOOSE, place="Fruit, 1 of 2", context=context), "\r")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("\nFruit, 1 of 2\n  They are ripe.\n\nWhich fruit?\n(arrow keys")

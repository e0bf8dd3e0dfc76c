"""The conversation of a note, as a person goes through it."""

from datetime import date

import pytest

from isp_cli.guide.model import Guide
from isp_cli.note.dialogue import dialogue
from isp_cli.note.given import Given
from isp_cli.note.record import Note
from isp_cli.portfolio.record import GuideVersion
from isp_cli.sessions.structures import Structure, structure
from isp_cli.terminal.prompter import Choose, Enter, Move, Parting, Write
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

SKIP = Move.SKIP
ASKED = ["text", "date", "competencies", "principles", "dilemma", "share"]


def begun() -> Note:
    """Return a note that nothing was said of yet."""
    return Note.begun(MOMENT, GuideVersion(id="guide", version="1"))


def talk(
    guide: Guide, *script: tuple[str, Reply], note: Note | None = None, given: Given | None = None
) -> Played[Note]:
    """Return what comes of a conversation about a note."""
    return play(lambda prompter: dialogue(guide, prompter, note or begun(), given=given), *script)


def test_a_note_from_start_to_end(guide: Guide) -> None:
    """The text comes first; then when it was, what it touches, and whether it is private."""
    played = talk(
        guide,
        ("text", "I called the county lead."),
        ("date", "yesterday"),
        ("competencies", ("brokering", "power")),
        ("principles", ("curious",)),
        ("dilemma", "dilemma.2"),
        ("share", "shareable"),
    )
    note = played.last
    assert played.prompter.keys == ASKED
    assert note.text("") == "I called the county lead."
    assert note.date == date(2027, 1, 3)
    assert (note.competencies, note.principles) == (("brokering", "power"), ("curious",))
    assert (note.dilemma, note.private) == ("dilemma.2", False)
    assert len(played.records) == len(ASKED)


def test_only_the_text_has_to_be_there(guide: Guide) -> None:
    """All else may be skipped, and then the note is of today and private."""
    played = talk(
        guide,
        ("text", "Short."),
        *((key, SKIP) for key in ASKED[1:-1]),
        ("share", "private"),
    )
    note = played.last
    assert (note.moment, note.private, note.dilemma) == (MOMENT.date(), True, None)
    assert not played.question("text").optional


def test_no_dilemma_is_the_first_answer(guide: Guide) -> None:
    """Enter alone shows none, and a dilemma once chosen can be taken away again."""
    played = talk(
        guide,
        ("text", "x"),
        *((key, SKIP) for key in ASKED[1:4]),
        ("dilemma", "dilemma.2"),
        ("share", Move.BACK),
        ("dilemma", "none"),
        ("share", "private"),
    )
    question = played.question("dilemma")
    assert isinstance(question, Choose)
    assert question.choices[0].label == "None of them"
    assert [each.dilemma for each in played.records][-3:] == ["dilemma.2", None, None]


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        (".", "'.' is not a date isp knows."),
        ("12/15/2026", "'12/15/2026' has slashes, which mean one day here and another there"),
        ("2027-02-30", "'2027-02-30' is not a date isp knows. Write for example: 2026-11-20,"),
        ("tomorrow", "5 January 2027 is still to come. Write a day up to today."),
        ("today", None),
        ("last friday", None),
    ],
)
def test_the_day_is_checked(guide: Guide, written: str, wrong: str | None) -> None:
    """A day that does not exist or is still to come is not taken."""
    played = talk(guide, ("text", "x"), ("date", Move.LATER))
    question = played.question("date")
    assert isinstance(question, Enter)
    said = question.check(written)
    assert said is None if wrong is None else (said or "").startswith(wrong)


def test_what_was_said_before_is_not_asked(guide: Guide) -> None:
    """Options of the command line are on the note from the first answer on."""
    given = Given(date(2026, 12, 1), "Title", ("brokering",), ("curious",), "dilemma.1", None, True)
    played = talk(guide, ("text", "x"), given=given)
    [note] = played.records
    assert (note.date, note.title, note.private) == (date(2026, 12, 1), "Title", False)
    assert (note.competencies, note.principles) == (("brokering",), ("curious",))
    assert note.dilemma == "dilemma.1"


def test_a_structure_asks_its_questions(guide: Guide) -> None:
    """Each question comes with what may help, and may be skipped."""
    played = talk(
        guide,
        ("what.what", "A call."),
        ("what.so-what", SKIP),
        ("what.now-what", "Call again."),
        ("date", Move.LATER),
        given=Given(structure=structure("what")),
    )
    assert played.left
    note = played.last
    assert (note.structure, note.text("what.what")) == ("what", "A call.")
    assert [each.heading for each in note.passages] == ["What?", "So what?", "Now what?"]
    first = played.question("what.what")
    assert (first.text, first.place) == ("What?", "Question 1 of 3")
    assert "What happened, and who was there?" in [line.text for line in first.context]


def test_questions_of_ones_own_bring_their_prompts(guide: Guide) -> None:
    """What a questions file says beside a question is shown with it."""
    own = Structure.model_validate(
        {"name": "Own", "questions": [{"text": "And?", "prompts": ["Who noticed?"]}, "Then?"]}
    )
    played = talk(guide, ("own.1", "We."), ("own.2", Move.LATER), given=Given(structure=own))
    assert [line.text for line in played.question("own.1").context][1:] == ["Who noticed?"]
    assert played.question("own.2").context == ()


def test_a_draft_is_taken_up_where_it_was_left(guide: Guide) -> None:
    """A draft keeps its questions, also those of a file that is not there any more."""
    left = talk(
        guide,
        *[("what.what", Parting("Half", None))],
        given=Given(structure=structure("what")),
    )
    assert left.interrupted
    assert left.last.text("what.what") == "Half"
    again = talk(guide, ("what.what", Move.LATER), note=left.last)
    question = again.question("what.what")
    assert isinstance(question, Write)
    assert question.current == "Half"
    own = left.last.with_values(structure="gone")
    assert talk(guide, ("what.what", Move.LATER), note=own).left


def test_leaving_at_the_first_question_keeps_nothing(guide: Guide) -> None:
    """Whoever looks in and leaves has no draft."""
    assert talk(guide, ("text", Move.LATER), given=Given(structure=None)).records == []
    assert talk(guide, ("text", KeyboardInterrupt)).interrupted

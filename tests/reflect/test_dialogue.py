"""A reflection as a conversation."""

from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import GuideVersion
from isp_cli.reflect.dialogue import dialogue
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.prompter import Choose, ChooseSeveral, GoTo, Move, Parting, Write
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

EVERY_KEY = [
    "question.1",
    "question.2.chosen",
    "question.2",
    "question.3.chosen",
    "question.3",
    "question.4",
    "question.5.chosen",
    "question.5",
    "question.6.chosen",
    "question.6",
    "question.7.chosen",
    "question.7",
    "question.7.a",
    "question.7.b",
    "question.7.c",
    "question.8",
    "question.9",
    "question.10",
    "question.10.with-whom",
    "question.10.a",
]


def begun() -> Reflection:
    """Return a reflection with nothing in it."""
    return Reflection.begun(MOMENT, GuideVersion(id="implementation-support", version="1"))


def reflect(guide: Guide, record: Reflection, *script: tuple[str, Reply]) -> Played[Reflection]:
    """Return what comes of a reflection that goes on from `record`."""
    return play(lambda prompter: dialogue(guide, prompter, record), *script)


def test_every_question_is_asked_in_the_guides_order(guide: Guide) -> None:
    """The ten questions come with their follow-ups, and each can be skipped."""
    played = reflect(guide, begun(), *((key, Move.SKIP) for key in EVERY_KEY))
    assert not played.left
    assert played.records == []
    assert [each.first for each in played.prompter.asked] == [True] + [False] * 19


def test_a_record_comes_after_every_answer(guide: Guide) -> None:
    """Every answer is in the record before the next question is asked."""
    played = reflect(
        guide,
        begun(),
        ("question.1", "Slowly.\n\nWith others."),
        ("question.2.chosen", ("curious", "equity")),
        ("question.2", Move.LATER),
    )
    assert played.left
    first, second = played.records
    assert first.text("question.1") == "Slowly.\n\nWith others."
    assert first.chosen == {}
    assert second.text("question.1") == "Slowly.\n\nWith others."
    assert second.chosen == {"question.2": ("curious", "equity")}


def test_an_answer_stands_under_its_question(guide: Guide) -> None:
    """In the file each answer has the question as its heading, with its number."""
    played = reflect(
        guide,
        begun(),
        ("question.1", GoTo("4")),
        ("question.4", Parting("Ask first.", GoTo("7"))),
        ("question.7.chosen", Move.SKIP),
        ("question.7", Move.SKIP),
        ("question.7.a", "Two hours a month."),
        ("question.7.b", GoTo("10")),
        ("question.10", Move.SKIP),
        ("question.10.with-whom", "New colleagues."),
        ("question.10.a", Move.LATER),
    )
    four, seven = guide.questions[3], guide.questions[6]
    assert [(each.key, each.heading) for each in played.last.passages] == [
        ("question.4", f"4. {four.text}"),
        ("question.7.a", f"7 a. {seven.items[0].text}"),
        ("question.10.with-whom", "10. With whom would you share them, and who would welcome it?"),
    ]


def test_choosing_and_saying_why(guide: Guide) -> None:
    """Who chose is asked for the reasons, with the names of what was chosen in sight."""
    played = reflect(
        guide,
        begun(),
        ("question.1", Move.SKIP),
        ("question.2.chosen", ("empathetic", "equity")),
        ("question.2", "They keep me honest."),
        ("question.3.chosen", Move.LATER),
    )
    chosen, why = played.question("question.2.chosen"), played.question("question.2")
    assert chosen.text == guide.questions[1].text
    assert chosen.place == why.place == "Question 2 of 10"
    assert why.text == "What makes you choose these?"
    assert [str(each) for each in why.context] == ["You chose: Be empathetic, Advance equity"]
    assert played.last.text("question.2") == "They keep me honest."


def test_who_chooses_nothing_can_still_write(guide: Guide) -> None:
    """Without a choice the question itself is asked, to be answered in words."""
    played = reflect(
        guide,
        begun(),
        ("question.1", Move.SKIP),
        ("question.2.chosen", Move.SKIP),
        ("question.2", "All of them, each in its time."),
        ("question.3.chosen", Move.LATER),
    )
    asked = played.question("question.2")
    assert asked.text == f"In your own words: {guide.questions[1].text}"
    assert asked.context == ()
    assert played.last.chosen == {}
    assert played.last.text("question.2") == "All of them, each in its time."


def test_what_there_is_to_choose_from(guide: Guide) -> None:
    """Principles are chosen from where a question is about principles, else competencies."""
    played = reflect(guide, begun(), *((key, Move.SKIP) for key in EVERY_KEY))
    offered = {
        each.key: [choice.value for choice in each.choices]
        for each in played.prompter.asked
        if isinstance(each, ChooseSeveral)
    }
    principles = [each.id for each in guide.principles]
    competencies = [each.id for each in guide.competencies]
    assert offered == {
        "question.2.chosen": principles,
        "question.3.chosen": competencies,
        "question.5.chosen": principles,
        "question.6.chosen": competencies,
        "question.7.chosen": competencies,
    }


def test_back_shows_the_answer_so_far(guide: Guide) -> None:
    """Going back shows what was chosen and written; a new answer takes its place."""
    played = reflect(
        guide,
        begun(),
        ("question.1", "Slowly."),
        ("question.2.chosen", ("curious",)),
        ("question.2", Move.BACK),
        ("question.2.chosen", Move.BACK),
        ("question.1", "Slowly, and with others."),
        ("question.2", Move.BACK),
        ("question.2.chosen", ("equity",)),
        ("question.2", "Fairness."),
        ("question.3.chosen", Move.LATER),
    )
    written = played.question("question.1")
    assert isinstance(written, Write)
    assert written.current == "Slowly."
    chosen = played.question("question.2.chosen")
    assert isinstance(chosen, ChooseSeveral)
    assert chosen.current == ("curious",)
    assert played.last.chosen == {"question.2": ("equity",)}
    assert played.last.text("question.1") == "Slowly, and with others."
    assert len(played.last.passages) == 2


def test_it_is_taken_up_behind_the_last_answer(guide: Guide) -> None:
    """What was skipped before is not asked again; what was never come to is named at the end."""
    draft = begun().with_text("question.1", "1.", "Slowly.").with_text("question.9", "9.", "Why?")
    played = reflect(
        guide,
        draft,
        ("question.10", Move.SKIP),
        ("question.10.with-whom", Move.SKIP),
        ("question.10.a", Move.SKIP),
        ("open", "4"),
        ("question.4", "Ask first."),
        ("question.5.chosen", GoTo("8")),
        ("question.8", Move.SKIP),
        ("open", "finish"),
    )
    left_out = played.question("open")
    assert isinstance(left_out, Choose)
    assert [each.value for each in left_out.choices] == ["finish", "2", "3", "5", "6", "7"]
    assert [each.key for each in played.last.passages] == ["question.1", "question.4", "question.9"]


def test_a_choice_of_nothing_is_an_answer(guide: Guide) -> None:
    """Who takes away what was chosen is asked for words, and not for the choice again."""
    draft = begun().with_text("question.1", "1.", "Slowly.").with_chosen("question.2", ())
    played = reflect(guide, draft, ("question.2", Move.LATER))
    assert guide.questions[1].text in played.question("question.2").text

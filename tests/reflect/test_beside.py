"""What a question brings along: meanings, prompts, the profile, and what was answered before."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from isp_cli.guide.model import Guide
from isp_cli.note.notes import notes_in
from isp_cli.portfolio.record import GuideVersion
from isp_cli.reflect.beside import LONG, Beside, earlier_answers
from isp_cli.reflect.dialogue import dialogue
from isp_cli.reflect.questions import asked
from isp_cli.reflect.record import Development, Reflection, developments
from isp_cli.terminal.prompter import Ask, ChooseSeveral, Move
from isp_cli.terminal.screen import Line
from tests.moments import MOMENT
from tests.reflect.test_dialogue import begun
from tests.scripted import Played, Reply, play

PROFILE = (Line("Your profile of 3 May 2026:"), Line("To share:", indent=2))


def reflect(
    guide: Guide, question: str, *script: tuple[str, Reply], beside: Beside
) -> Played[Reflection]:
    """Return what comes of answering one question, with this beside it."""
    return play(
        lambda prompter: dialogue(guide, prompter, begun(), questions=(question,), beside=beside),
        *script,
    )


def last_time(question: str, text: str) -> Beside:
    """Return what there is beside the questions after one of them was answered before."""
    reflection = begun().with_values(finished=MOMENT).with_text(question, "", text)
    return Beside(earlier={question: reflection})


def read(lines: Iterable[Line]) -> str:
    """Return lines as they are read."""
    return "\n".join(map(str, lines))


def aside(question: Ask, word: str) -> str:
    """Return what is read when this word is typed."""
    return read(next(each.lines for each in question.asides if each.word == word))


def test_the_meaning_is_a_word_away(guide: Guide) -> None:
    """Who chooses principles or competencies can read what they mean, and not unasked."""
    played = reflect(
        guide,
        "question.2",
        ("question.2.chosen", ("curious",)),
        ("question.2", Move.SKIP),
        beside=Beside(),
    )
    choice = played.question("question.2.chosen")
    meaning = guide.principles[0].meaning[0].text
    assert meaning in aside(choice, "more")
    assert meaning not in read(choice.context)


def test_prompts_are_the_projects_own(guide: Guide) -> None:
    """Beside 8 and 9 stands what may help to begin, and whose it is; other guides get none."""
    played = reflect(guide, "question.9", ("question.9", Move.SKIP), beside=Beside())
    shown = read(played.question("question.9").context)
    assert "isp's own, not the guide's" in shown
    assert "Which question helped you most" in shown
    other = guide.model_copy(update={"id": "another"})
    assert not any(each.prompts for each in asked(other))
    assert len(list(asked(other))[9].follow_ups) == 1


def test_three_follow_ups_for_each_that_is_chosen(guide: Guide) -> None:
    """What one would like to develop is asked one competency at a time, ready for a plan."""
    played = reflect(
        guide,
        "question.7",
        ("question.7.chosen", ("teams", "brokering")),
        ("question.7", "Families get lost."),
        ("question.7.a.brokering", "Two hours a month."),
        ("question.7.b.brokering", "The county lead."),
        ("question.7.c.brokering", Move.SKIP),
        ("question.7.a.teams", Move.SKIP),
        ("question.7.b.teams", Move.SKIP),
        ("question.7.c.teams", "Write a charter."),
        beside=Beside(),
    )
    choice = played.question("question.7.chosen")
    assert isinstance(choice, ChooseSeveral)
    assert choice.most == 3
    assert "fewer leave more time" in read(choice.context)
    asked_of = played.question("question.7.b.brokering")
    assert asked_of.text == f"Brokering: {guide.questions[6].items[1].text}"
    assert asked_of.place == "Question 7 b, Brokering, 1 of 2"
    assert guide.competencies[0].overview  # there is something to read about each
    assert "Brokering" in aside(asked_of, "more")
    assert developments(played.last) == (
        Development("teams", "", "", "Write a charter."),
        Development("brokering", "Two hours a month.", "The county lead.", ""),
    )
    headings = {each.key: each.heading for each in played.last.passages}
    assert headings["question.7.b.brokering"].startswith("7 b. Brokering: Who can")


def test_one_answer_for_all_stays_readable(guide: Guide) -> None:
    """In a reflection of an earlier isp the follow-ups of 7 have one answer, which is each's."""
    old = begun().with_chosen("question.7", ("brokering", "teams"))
    old = old.with_text("question.7.a", "7 a.", "A budget.")
    assert [each.resources for each in developments(old)] == ["A budget.", "A budget."]
    played = play(
        lambda prompter: dialogue(guide, prompter, old),
        ("question.7", Move.SKIP),
        ("question.7.a.brokering", Move.LATER),
    )
    assert "A budget." in read(played.question("question.7.a.brokering").context)


@pytest.mark.parametrize("chosen", [("facilitation",), Move.SKIP])
def test_the_profile_comes_after_the_answer(guide: Guide, chosen: Reply) -> None:
    """At 6 the latest profile is shown once something is answered, and never before."""
    after: list[tuple[str, Reply]] = [("question.6.profile", "It agrees.")]
    played = reflect(
        guide,
        "question.6",
        ("question.6.chosen", chosen),
        ("question.6", Move.SKIP),
        *(after if chosen is not Move.SKIP else []),
        beside=Beside(profile=PROFILE),
    )
    before = [read(each.context) for each in played.prompter.asked[:2]]
    assert not any("profile" in each for each in before)
    if chosen is not Move.SKIP:
        assert read(played.question("question.6.profile").context) == read(PROFILE)
        assert played.last.text("question.6.profile") == "It agrees."


def test_last_time_is_shown_on_request_and_after_the_answer(guide: Guide) -> None:
    """What was answered before waits behind a word; then it is asked what has changed."""
    beside = last_time("question.4", "Ask first.")
    played = reflect(
        guide,
        "question.4",
        ("question.4", "Ask twice."),
        ("question.4.since", "I ask more often."),
        beside=beside,
    )
    first = played.question("question.4")
    assert "Ask first." not in read(first.context)
    assert aside(first, "last") == "On 4 January 2027 you answered:\n  Ask first."
    since = played.question("question.4.since")
    assert "Ask first." in read(since.context)
    headings = {each.key: each.heading for each in played.last.passages}
    assert headings["question.4.since"] == "4. What has changed since 4 January 2027?"


def test_what_has_changed_is_not_asked_of_what_was_skipped(guide: Guide) -> None:
    """Where there is no new answer, or no earlier one, there is nothing to compare."""
    beside = last_time("question.4", "Ask first.")
    reflect(guide, "question.4", ("question.4", Move.SKIP), beside=beside)
    reflect(guide, "question.4", ("question.4", "Ask."), beside=Beside())


def test_a_long_answer_is_shown_in_part(guide: Guide) -> None:
    """Of a long earlier answer the beginning is shown unasked, and all of it on request."""
    beside = last_time("question.4", "word " * LONG)
    played = reflect(
        guide,
        "question.4",
        ("question.4", "Ask twice."),
        ("question.4.since", Move.SKIP),
        beside=beside,
    )
    since = played.question("question.4.since")
    assert len(read(since.context)) < LONG + 200
    assert "To read all of it: /last" in read(since.context)
    assert aside(since, "last").count("word") == LONG


def test_last_time_is_when_a_question_was_answered(guide: Guide) -> None:
    """A reflection on other questions in between hides no earlier answer."""
    one = begun().with_text("question.4", "4.", "Ask first.")
    two = begun().with_chosen("question.2", ("curious",))
    found = earlier_answers([one, two], guide)
    assert found == {"question.4": one, "question.2": two}


def test_a_reflection_on_some_questions_says_which(guide: Guide) -> None:
    """The record says which questions it is about, and is named after them."""
    some = ("question.4", "question.9")
    played = play(
        lambda prompter: dialogue(guide, prompter, begun(), questions=some),
        ("question.4", "Ask."),
        ("question.9", Move.LATER),
    )
    assert played.last.questions == some
    assert played.last.stem == "2027-01-04-questions-4-9"
    assert [each.value for each in played.question("question.9").parts] == ["4", "9"]
    taken_up = play(lambda prompter: dialogue(guide, prompter, played.last), ("question.9", "Why?"))
    assert taken_up.last.questions == some
    one = Reflection.begun(MOMENT, GuideVersion(id="g", version="1"), questions=("question.4",))
    assert one.stem == "2027-01-04-question-4"


def note_on(folder: Path, day: str, text: str) -> None:
    """Put a note made by hand into the notes folder."""
    (folder / "notes").mkdir(exist_ok=True)
    (folder / "notes" / f"{day}.md").write_text(text, encoding="utf-8")


def test_notes_on_what_was_chosen(guide: Guide, tmp_path: Path) -> None:
    """Beside the reasons, and each follow-up, a few notes on what was chosen can be read."""
    for day in range(10, 17):
        note_on(tmp_path, f"2026-11-{day}", f"[bold] day {day} #brokering")
    note_on(tmp_path, "2026-12-01", "I asked. #curious")
    played = reflect(
        guide,
        "question.7",
        ("question.7.chosen", ("brokering", "teams")),
        ("question.7", Move.SKIP),
        *((f"question.7.{letter}.brokering", Move.SKIP) for letter in "abc"),
        ("question.7.a.teams", Move.LATER),
        beside=Beside(notes=lambda: notes_in(tmp_path, guide)[0]),
    )
    assert [each.word for each in played.question("question.7.chosen").asides] == ["more"]
    assert [each.word for each in played.question("question.7.a.teams").asides] == ["more"]
    titles = aside(played.question("question.7.b.brokering"), "notes")
    assert titles == aside(played.question("question.7"), "notes")
    assert titles.splitlines() == [
        *(f"  - {day} November 2026: [bold] day {day} #brokering" for day in range(16, 11, -1)),
        "    and 2 more",
        "To read them: isp note list, isp note show",
    ]


@pytest.mark.parametrize(("question", "words"), [("question.4", ["notes"]), ("question.1", [])])
def test_the_latest_notes(guide: Guide, tmp_path: Path, question: str, words: list[str]) -> None:
    """Where lessons are asked for, the latest notes can be read, whatever they touch."""
    note_on(tmp_path, "2026-12-01", "I asked.")
    beside = Beside(notes=lambda: notes_in(tmp_path, guide)[0])
    played = reflect(guide, question, (question, Move.SKIP), beside=beside)
    assert [each.word for each in played.question(question).asides] == words

"""Going through the steps of any conversation."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from isp_cli.terminal.prompter import Choice, Choose, ChooseSeveral, GoTo, Move, Parting, Write
from isp_cli.terminal.walk import Step, walk
from tests.scripted import Played, Reply, play

Record = dict[str, str]


def step(key: str, record: Record) -> Step[Record]:
    """Return a question whose answer goes into the record under its key."""
    return Step(
        Write(key=key, text=f"{key}?"),
        lambda record, text: {**record, key: text},
        answered=key in record,
    )


def abc(record: Record) -> Sequence[Step[Record]]:
    """Return three questions, whatever was answered."""
    return [step(key, record) for key in ("a", "b", "c")]


def growing(record: Record) -> Sequence[Step[Record]]:
    """Return a question for an item, which its answer takes away, and one for its detail."""
    items = sum(key.startswith("item") for key in record)
    detail = [step(f"detail{items}", record)] if items else []
    return [step("a", record), *detail, step(f"item{items + 1}", record), step("z", record)]


def parted(record: Record) -> Sequence[Step[Record]]:
    """Return three numbered parts, the second of which has a follow-up."""
    steps = [step(key, record) for key in ("a", "b", "b.more", "c")]
    parts = {"a": "1", "b": "2", "c": "3"}
    return [
        replace(each, part=Choice(parts[each.ask.key], f"{each.ask.key}?", mark=each.ask.key))
        if each.ask.key in parts
        else each
        for each in steps
    ]


def walked(steps_of: object, record: Record, *script: tuple[str, Reply]) -> Played[Record]:
    """Return what comes of a walk from `record`."""
    assert callable(steps_of)
    return play(lambda prompter: walk(record, steps_of, prompter), *script)


def test_each_answer_yields_a_record() -> None:
    """The record comes anew after every answer, and not after a skip."""
    played = walked(abc, {}, ("a", "1"), ("b", Move.SKIP), ("c", "3"))
    assert played.records == [{"a": "1"}, {"a": "1", "c": "3"}]


def test_it_begins_at_the_first_open_question() -> None:
    """What is answered is passed over, at the beginning and on the way."""
    assert walked(abc, {"a": "1", "c": "3"}, ("b", "2")).last == {"a": "1", "b": "2", "c": "3"}


def test_going_back_leads_to_what_was_before() -> None:
    """Back leads to the question before, answered or not, and on to the next open one."""
    played = walked(
        abc,
        {"a": "1", "b": "2"},
        ("c", Move.BACK),
        ("b", Move.BACK),
        ("a", "one"),
        ("c", "3"),
    )
    assert played.last == {"a": "one", "b": "2", "c": "3"}


def test_only_the_first_question_is_first() -> None:
    """That there is nothing to go back to is said of the very first question alone."""
    played = walked(abc, {"a": "1"}, ("b", Move.BACK), ("a", Move.LATER))
    assert [(each.key, each.first) for each in played.prompter.asked] == [("b", False), ("a", True)]


def test_later_leaves_the_rest() -> None:
    """Later ends the walk with what was answered so far."""
    played = walked(abc, {}, ("a", "1"), ("b", Move.LATER))
    assert played.left
    assert played.records == [{"a": "1"}]


@pytest.mark.parametrize(
    ("move", "behind"),
    [
        (Move.SKIP, [("c", Move.LATER)]),
        (Move.BACK, [("a", Move.LATER)]),
        (Move.LATER, []),
        (None, []),
    ],
)
def test_what_is_half_written_is_in_the_record(
    move: Move | None, behind: list[tuple[str, Reply]]
) -> None:
    """Text on the way to a move, or to Ctrl-C, is yielded before the move is made."""
    played = walked(abc, {}, ("a", "1"), ("b", Parting("half", move)), *behind)
    assert played.records == [{"a": "1"}, {"a": "1", "b": "half"}]
    assert played.interrupted == (move is None)
    assert played.left == (move is not None)


def test_a_question_that_goes_with_its_answer_hides_none() -> None:
    """Where an answer takes its question away, what comes in its place is asked next."""
    played = walked(
        growing,
        {},
        ("a", Move.SKIP),
        ("item1", "x"),
        ("detail1", "x1"),
        ("item2", "y"),
        ("detail2", Move.SKIP),
        ("item3", Move.SKIP),
        ("z", "end"),
    )
    assert played.last == {"item1": "x", "detail1": "x1", "item2": "y", "z": "end"}


def test_what_was_skipped_is_not_asked_again() -> None:
    """Who goes back, and on again, is led past what was skipped to where they were."""
    played = walked(
        abc,
        {},
        ("a", Move.SKIP),
        ("b", Move.BACK),
        ("a", Move.SKIP),
        ("b", Move.BACK),
        ("a", "1"),
        ("b", Move.SKIP),
        ("c", "3"),
    )
    assert played.last == {"a": "1", "c": "3"}


def test_numbered_parts_can_be_gone_to() -> None:
    """A number leads to the beginning of its part, answered or not, and on from there."""
    played = walked(
        parted,
        {"a": "1"},
        ("b", GoTo("3")),
        ("c", GoTo("1")),
        ("a", "one"),
        ("b", "2"),
        ("b.more", Move.SKIP),
        ("c", Parting("three", GoTo("2"))),
        ("b", Move.SKIP),
    )
    assert played.last == {"a": "one", "b": "2", "c": "three"}
    assert [each.value for each in played.question("b").parts] == ["1", "2", "3"]


def test_it_is_taken_up_behind_the_last_answer() -> None:
    """In numbered parts, what was skipped before is not asked again, but named at the end."""
    played = walked(
        parted, {"b": "2"}, ("b.more", Move.SKIP), ("c", "3"), ("open", "1"), ("a", "1")
    )
    assert played.last == {"a": "1", "b": "2", "c": "3"}
    left_out = played.question("open")
    assert isinstance(left_out, Choose)
    assert [str(each) for each in left_out.choices] == ["Finish", "Go to a a?"]


@pytest.mark.parametrize("first", [Move.BACK, GoTo("1"), GoTo("3")])
def test_from_the_end_one_can_go_anywhere(first: Move | GoTo) -> None:
    """The end is a question like any other: back, elsewhere, later, or finish."""
    played = walked(
        parted,
        {"c": "3", "b": "2"},
        ("open", first),
        ("a" if first == GoTo("1") else "c", GoTo("3")),
        ("c", Move.SKIP),
        ("open", "finish"),
    )
    assert not played.left
    assert played.records == []


def test_who_skips_every_part_is_not_asked_again() -> None:
    """What was skipped just now was come to; the end says nothing of it."""
    skips: list[tuple[str, Reply]] = [(key, Move.SKIP) for key in ("a", "b", "b.more", "c")]
    assert walked(parted, {}, *skips).prompter.keys == ["a", "b", "b.more", "c"]


class Remembering(Record):
    """A record that remembers which answer was left half written."""

    @property
    def unfinished(self) -> str | None:
        """The key of that answer."""
        return self.get("unfinished")

    def with_unfinished(self, key: str | None) -> "Remembering":
        """Return the record with the answer under `key` left half written."""
        rest = {name: value for name, value in self.items() if name != "unfinished"}
        return Remembering(rest | ({"unfinished": key} if key else {}))


def remembering(record: Remembering) -> Sequence[Step[Remembering]]:
    """Return three questions about a record that remembers."""

    def put(key: str) -> Callable[[Remembering, str], Remembering]:
        return lambda record, text: Remembering({**record, key: text})

    return [
        Step(Write(key=key, text=f"{key}?"), put(key), answered=key in record)
        for key in ("a", "b", "c")
    ]


@pytest.mark.parametrize("move", [None, Move.LATER])
def test_it_is_taken_up_in_the_text_that_was_half_written(move: Move | None) -> None:
    """Whoever stops in the middle of an answer comes back to it, until it is ended or kept."""
    left = walked(remembering, Remembering(a="1"), ("b", Parting("hal", move))).last
    assert left == {"a": "1", "b": "hal", "unfinished": "b"}
    assert walked(remembering, left, ("b", "half"), ("c", "3")).records == [
        {"a": "1", "b": "half"},
        {"a": "1", "b": "half", "c": "3"},
    ]
    kept = walked(remembering, left, ("b", Move.SKIP), ("c", KeyboardInterrupt))
    assert kept.records == [{"a": "1", "b": "hal"}]
    assert walked(remembering, left, ("b", KeyboardInterrupt)).records == []


def test_what_was_left_half_written_on_the_way_back_is_asked_again() -> None:
    """Who goes back from the middle of an answer is led to it again."""
    played = walked(
        remembering,
        Remembering(a="1"),
        ("b", Parting("hal", Move.BACK)),
        ("a", "one"),
        ("b", "half"),
        ("c", Move.SKIP),
    )
    assert played.last == {"a": "one", "b": "half"}


def test_a_mark_of_another_conversation_goes_at_the_end() -> None:
    """Where the question is not there any more, the rest is asked as ever."""
    old = Remembering(a="1", b="2", unfinished="gone")
    assert walked(remembering, old, ("c", Move.SKIP)).records == [{"a": "1", "b": "2"}]


@pytest.mark.parametrize("answer", [Move.SKIP, ("x",)])
def test_from_a_list_it_goes_on_to_its_text(answer: Reply) -> None:
    """Behind a list comes what is written about it, also where something is written already."""

    def steps(record: Record) -> Sequence[Step[Record]]:
        first, text, last = parted(record)[1:]
        boxes = ChooseSeveral(key="b", text="b?", choices=(Choice("x", "X"),))
        return [replace(first, ask=boxes, answered=True), text, last]

    whole = {"b.more": "words", "c": "3"}
    walked(steps, whole, ("open", GoTo("2")), ("b", answer), ("b.more", Move.SKIP))


def test_a_last_answer_that_may_be_half_written() -> None:
    """Taken up with an answer to everything, the walk waits: back leads to the last text."""
    whole = {"a": "1", "b": "2", "c": "hal"}
    played = walked(abc, whole, ("open", Move.BACK), ("c", "half"))
    assert played.last["c"] == "half"
    assert played.question("open").text == "You have come to the end."
    assert walked(abc, whole, ("open", "finish")).records == []

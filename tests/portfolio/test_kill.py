"""Whatever ends a session, and whenever: what was answered is in the draft, and is gone on from."""

import itertools
import os
import random
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from isp_cli.assess import context
from isp_cli.assess.record import Assessment, example_key
from isp_cli.assess.scales import ASPECTS, scales
from isp_cli.guide.model import Guide
from isp_cli.portfolio.record import Record
from isp_cli.portfolio.store import Store
from isp_cli.reflect.questions import Asked, asked
from isp_cli.reflect.record import Reflection, of_each

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminal")
MOMENTS = ("sent", "sent", "showing", "showing", "shown", "shown")
"""When to kill: an answer is sent, the next question is being shown, or has been."""
PROMPT = r"(?s)(Type a number,|Type numbers|Type your answer|Write as many lines)[^>]*> "


@dataclass(frozen=True)
class Question:
    """A question as it appears on the screen, and what a record says to it.

    Attributes:
        shown: words that stand on the screen when it is asked.
        typed: takes a record and returns what was typed to get there, or nothing.
    """

    shown: tuple[str, ...]
    typed: Callable[[Any], str]


def _reflection(guide: Guide) -> list[Question]:
    questions: list[Question] = []
    for each in asked(guide):
        place = f"Question {each.number} of {len(guide.questions)}"
        names = [part.id for part in each.parts]

        def chosen(record: Reflection, key: str = each.id, names: list[str] = names) -> str:
            return " ".join(str(names.index(one) + 1) for one in record.chosen.get(key, ()))

        def text(record: Reflection, key: str = each.id) -> str:
            return record.text(key)

        if names:
            questions.append(Question((place, each.text[:30]), chosen))
        questions.append(Question((place, "What makes you" if names else each.text[:30]), text))
        for number, below in itertools.product((0, 1) if names else (0,), each.follow_ups):

            def behind(
                record: Reflection,
                key: str = below.id,
                of: Asked = each,
                number: int = number,
            ) -> str:
                two = record.chosen.get(of.id, ())
                return record.text(of_each(key, two[number]) if two else key)

            questions.append(Question((f"Question {below.label}", below.text[:30]), behind))
    return questions


def _assessment(guide: Guide) -> list[Question]:
    def scope(record: Assessment) -> str:
        return "1" if len(record.competencies) == len(guide.competencies) else ""

    def depth(record: Assessment) -> str:
        return "1" if record.depth == "full" else ""

    questions = [
        Question(("What would you like to assess?",), scope),
        Question(("How much time do you have?",), depth),
    ]
    for part, text in context.QUESTIONS.items():

        def about(record: Assessment, key: str = context.key(part)) -> str:
            return record.text(key)

        questions.append(Question((text,), about))
    for number, each in enumerate(guide.competencies, start=1):
        place = f"{each.name}, {number} of {len(guide.competencies)}"
        for aspect in ASPECTS:

            def rating(record: Assessment, key: str = each.id, of: Any = aspect) -> str:  # noqa: ANN401
                return str(record.rating(key).answer(of) or "")

            questions.append(Question((place, scales().scale(aspect).question[:30]), rating))

        def example(record: Assessment, key: str = example_key(each.id)) -> str:
            return record.text(key)

        questions.append(Question((place, "An example from your practice"), example))
    return questions


class Session:
    """A session of `isp --plain` with a person in front of a terminal."""

    def __init__(self, verb: str, portfolio: Path) -> None:
        import pexpect

        self._terminal = pexpect.spawn(
            sys.executable,
            ["-m", "isp_cli", "--plain", verb],
            env={**os.environ, "ISP_PORTFOLIO": str(portfolio), "PYTHONUTF8": "1"},
            encoding="utf-8",
            timeout=60,
            dimensions=(60, 100),
        )

    def question(self) -> str:
        """Wait for the next question; return all that was shown until it can be answered."""
        self._terminal.expect(PROMPT)
        return str(self._terminal.before + self._terminal.after)

    def answer(self, screen: str, chance: random.Random) -> str:
        """Type an answer of the kind that is asked for, and return it."""
        if "Write as many lines" in screen:
            text = f"Answer {chance.random()}\n## and ---\nof three lines, \u00e9"
            for line in (*text.split("\n"), "."):
                self._terminal.sendline(line)
            return text
        if "Type your answer" in screen:
            text = f"Answer {chance.random()}"
            self._terminal.sendline(text)
            return text
        several = "Type numbers" in screen
        first = "like to assess?" in screen or "How much time" in screen
        text = "1" if first else str(chance.randint(1, 5))
        text = f"{text} 6" if several else text
        self._terminal.sendline(text)
        return text

    def see(self, count: int) -> None:
        """Wait until that many more characters have come, wherever that is."""
        self._terminal.read(count)

    def kill(self) -> None:
        """End the program as a power cut would."""
        self._terminal.kill(signal.SIGKILL)
        self._terminal.wait()
        self._terminal.close()


def _typed(questions: list[Question], record: Record | None) -> list[str]:
    typed = [question.typed(record) for question in questions] if record else []
    return typed[: [*typed, ""].index("")]


@dataclass(frozen=True)
class Verb:
    """A verb whose sessions are killed."""

    name: str
    model: type[Record]
    questions: Callable[[Guide], list[Question]]


VERBS = (Verb("reflect", Reflection, _reflection), Verb("assess", Assessment, _assessment))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_what_was_answered_outlives_the_program(verb: Verb, portfolio: Path, guide: Guide) -> None:
    """Killed at any moment, a session has kept each accepted answer and goes on with the next."""
    chance = random.Random(verb.name)  # noqa: S311 - no secret
    questions = verb.questions(guide)
    kept: list[str] = []
    for moment in chance.sample(MOMENTS, k=len(MOMENTS)):
        session = Session(verb.name, portfolio)
        screen = session.question()
        assert ("Taking up" in screen) == bool(kept)
        sent, accepted = kept, kept
        for last in (*[False] * chance.randint(0, 1), True):
            for words in questions[len(sent)].shown:
                assert words in screen
            sent = [*sent, session.answer(screen, chance)]
            if not last or moment == "shown":
                screen = session.question()
                accepted = sent
        if moment == "showing":
            session.see(chance.randint(1, 150))
        session.kill()

        drafts, broken = Store(portfolio).drafts(verb.model)
        assert broken == []
        assert len(drafts) <= 1
        kept = _typed(questions, drafts[0].record if drafts else None)
        assert kept in (accepted, sent)
    assert len(kept) >= MOMENTS.count("shown")

"""The conversation of a reflection."""

from collections.abc import Iterator, Sequence

from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage
from isp_cli.reflect.beside import Beside, asides, last_time, shows_profile
from isp_cli.reflect.questions import Asked, FollowUp, asked_in, with_answer
from isp_cli.reflect.record import Reflection, of_each, profile_key, since_key
from isp_cli.sessions.structures import Structure
from isp_cli.terminal.prompter import Aside, Choice, ChooseSeveral, Prompter, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step, walk

FEWER = "Choose at most {}: fewer leave more time for each."


def dialogue(
    guide: Guide,
    prompter: Prompter,
    record: Reflection,
    *,
    questions: tuple[str, ...] = (),
    structure: Structure | None = None,
    beside: Beside | None = None,
) -> Iterator[Reflection]:
    """Yield the reflection anew after every answer.

    Args:
        guide: the guide whose questions are asked.
        prompter: who asks.
        record: the reflection so far.
        questions: the ids of the questions chosen beforehand, if not all; they hold for a
            reflection that begins.
        structure: other questions than the guide's; they hold for one that begins.
        beside: what the person wrote and found before.

    Raises:
        Left: the person leaves the rest for later.
    """
    found = beside or Beside()
    if record.is_empty and structure:
        record = record.on(structure)
    if record.is_empty and questions:
        record = record.with_values(questions=questions)
    every = asked_in(record, guide, structure)
    if record.structure_name:
        prompter.tell(_about(record, structure))
    chosen = [each for each in every if each.id in record.questions] or every

    def steps(current: Reflection) -> list[Step[Reflection]]:
        return [
            step
            for each in chosen
            for step in _Part(guide, each, current, found, (len(chosen), len(every))).steps()
        ]

    yield from walk(record, steps, prompter)


def _about(record: Reflection, structure: Structure | None) -> str:
    name = record.structure_name or ""
    about = (structure.about if structure else None) or ""
    return f"{name}{'' if name.endswith(('?', '.', '!')) else '.'} {about}".strip()


class _Part:
    """One question with all that is asked about it."""

    def __init__(
        self,
        guide: Guide,
        question: Asked,
        record: Reflection,
        beside: Beside,
        counts: tuple[int, int],
    ) -> None:
        self.guide, self.question, self.record, self.beside = guide, question, record, beside
        several, every = counts
        self.place = f"Question {question.number} of {every}"
        label = Choice(question.number, question.text, mark=f"{question.number}.")
        self.part = label if several > 1 else None
        self.chosen = question.names(record.chosen.get(question.id, ()))
        self.asides = asides(question, beside, tuple(self.chosen))

    def steps(self) -> Iterator[Step[Reflection]]:
        """Yield what is asked, in its order."""
        question = self.question
        if question.parts:
            yield self._choice()
        yield self._answer()
        answered = self.record.answers(question.id)
        if answered and shows_profile(self.guide, question, self.beside):
            yield self._profile()
        if question.asks_of_each and self.chosen:
            for number, part in enumerate(self.chosen, start=1):
                yield from (self._of_each(each, part, number) for each in question.follow_ups)
        else:
            yield from (self._follow_up(each) for each in question.follow_ups)
        if answered and question.id in self.beside.earlier:
            yield self._since()

    def _choice(self) -> Step[Reflection]:
        question = self.question
        most = question.most

        known = [each.id for each in question.parts]

        def put(record: Reflection, chosen: tuple[str, ...]) -> Reflection:
            before = record.chosen.get(question.id, ())
            gone = [each for each in before if each not in known]  # of another version of the guide
            return record.with_chosen(question.id, (*chosen, *gone))

        return Step(
            ChooseSeveral(
                key=f"{question.id}.chosen",
                text=question.text,
                place=self.place,
                context=(Line(FEWER.format(most)),) if most else (),
                choices=tuple(Choice(each.id, each.name) for each in question.parts),
                current=tuple(each for each in self.chosen if each in known),
                most=most,
                asides=self.asides,
            ),
            put,
            answered=question.id in self.record.chosen,
            part=self.part,
        )

    def _answer(self) -> Step[Reflection]:
        question = self.question
        context = [Line(f"You chose: {', '.join(self.chosen.values())}")] if self.chosen else []
        if question.prompts:
            whose = "" if self.record.structure else " (isp's own, not the guide's)"
            context.append(Line(f"To begin with, if you like{whose}:"))
            context += [Line(each, mark="-", indent=2) for each in question.prompts]
        text = question.text
        if self.chosen:
            text = "What makes you choose these?"
        elif question.parts:
            text = f"In your own words: {text}"
        return self._write(
            question.id,
            question.heading,
            text,
            context=context,
            part=None if question.parts else self.part,
        )

    def _follow_up(self, each: FollowUp) -> Step[Reflection]:
        place = f"Question {each.label}" if each.label != self.question.number else self.place
        return self._write(each.id, each.heading, each.text, place=place)

    def _of_each(self, each: FollowUp, part: str, number: int) -> Step[Reflection]:
        name = self.chosen[part]
        for_all = self.record.text(each.id)
        return self._write(
            of_each(each.id, part),
            f"{each.label}. {name}: {each.text}",
            f"{name}: {each.text}",
            place=f"Question {each.label}, {name}, {number} of {len(self.chosen)}",
            context=[Line("You wrote for all of them:"), Line(for_all, indent=2)]
            if for_all
            else (),
            asides=asides(self.question, self.beside, one=part),
        )

    def _profile(self) -> Step[Reflection]:
        return self._write(
            profile_key(self.question.id),
            f"{self.question.number}. Beside the profile",
            "Is there anything that you would add, now that you see them side by side?",
            context=self.beside.profile,
            asides=(),
        )

    def _since(self) -> Step[Reflection]:
        day = self.beside.earlier[self.question.id].day
        return self._write(
            since_key(self.question.id),
            f"{self.question.number}. What has changed since {day}?",
            "What has changed since then?",
            context=last_time(self.question, self.beside),
            asides=tuple(each for each in self.asides if each.word == "last"),
        )

    def _write(
        self,
        key: str,
        heading: str,
        text: str,
        *,
        place: str = "",
        context: Sequence[Line] = (),
        asides: tuple[Aside, ...] | None = None,
        part: Choice | None = None,
    ) -> Step[Reflection]:
        def put(record: Reflection, text: str) -> Reflection:
            new = Passage(key, heading, text)
            return with_answer(record, new, asked_in(record, self.guide))

        return Step(
            Write(
                key=key,
                text=text,
                place=place or self.place,
                context=tuple(context),
                current=self.record.text(key),
                asides=self.asides if asides is None else asides,
            ),
            put,
            answered=bool(self.record.text(key)),
            part=part,
        )

"""The conversation of a self-assessment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from isp_cli.assess import questions
from isp_cli.assess.activities import activity_steps
from isp_cli.assess.earlier import said_last_time
from isp_cli.assess.opening import opening
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import ASPECTS
from isp_cli.assess.sitting import FEW, Sitting
from isp_cli.guide.model import Competency
from isp_cli.terminal.prompter import Prompter
from isp_cli.terminal.walk import Step, walk

SECONDS = 30
"""What a question takes, for the word on how long a session is."""


def dialogue(sitting: Sitting, prompter: Prompter, record: Assessment) -> Iterator[Assessment]:
    """Yield the assessment anew after every answer.

    What was answered last time is shown after the new answer is given, so that it does not lead
    it. What the person passed over on purpose is not asked again in a later sitting, unless they
    go back to it or ask for it.

    Args:
        sitting: the guide, and what was chosen and is known beforehand.
        prompter: who asks.
        record: the assessment so far.

    Raises:
        Left: the person leaves the rest for later.
    """
    is_new = not record.competencies
    begun = _begun(sitting, record, prompter)
    is_chosen = bool(sitting.asked(begun))
    says_nothing = record.is_empty and not record.passages and not record.skipped
    sitting = replace(
        sitting,
        opens=says_nothing or not is_chosen,
        goes_on=bool(record.ratings),
        given={"scope": ""} if is_chosen else {},  # that it is chosen, if not how
    )
    if begun != record and is_chosen:
        yield begun
    questions_of = _Questions(sitting)
    told = before = begun
    is_told = questions_of.say_what_is_ahead(begun, prompter, is_new=is_new)
    for after in walk(begun, questions_of, prompter):
        if after != told:
            yield after
        is_told = is_told or questions_of.say_what_is_ahead(after, prompter, is_new=is_new)
        for line in said_last_time(before, after, sitting.earlier):
            prompter.tell(line)
        told = before = after


def _begun(sitting: Sitting, record: Assessment, prompter: Prompter) -> Assessment:
    """Return the record with what was chosen beforehand, and say what is particular about it."""
    options, gone = sitting.options, sitting.gone(record)
    if gone:
        prompter.tell(
            f"This guide does not have: {', '.join(gone)}. What you said of it is kept in the "
            "file; the session goes on with what the guide has."
        )
    if options.skipped:
        record = record.without_skipped()
    elif record.skipped:
        prompter.tell(
            f"{_several(len(record.skipped), 'question')} that you skipped before "
            f"{'is' if len(record.skipped) == 1 else 'are'} passed over. Going back leads there, "
            "and so does: isp assess --skipped"
        )
    if not sitting.asked(record) and options.competencies:
        record = sitting.with_scope(record, options.competencies)
    if options.depth:
        record = record.with_values(depth=options.depth)
    if options.principles:
        everyone = tuple(each.id for each in sitting.guide.principles)
        record = record.with_values(principles=everyone)
    return sitting.with_few(record)


class _Questions:
    """The questions of one sitting, as they are after each answer."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._explained = ""  # the question at which the levels are told in full

    def __call__(self, record: Assessment) -> Sequence[Step[Assessment]]:
        return [*self._opening(record), *self._rest(record)]

    def say_what_is_ahead(self, record: Assessment, prompter: Prompter, *, is_new: bool) -> bool:
        """Say how much is ahead, once it is known; return whether it was said."""
        if any(not each.answered for each in self._opening(record)):
            return False
        ahead = [each for each in self._rest(record) if not each.answered]
        counted = [each for each in ahead if each.ask.key != "principles"]
        if not ahead:
            return False
        self._explained = ahead[0].ask.key
        count = len(self._sitting.asked(record))
        minutes = max(1, round(len(counted) * SECONDS / 60))
        competencies = _several(count, "competency", "competencies")
        prompter.tell(
            f"{competencies}, {_several(len(counted), 'question')}"
            + (". At half a minute each that" if is_new else " ahead. At half a minute each that")
            + f" takes about {_several(minutes, 'minute')}. There is no hurry: every answer is "
            "kept."
        )
        return True

    def _opening(self, record: Assessment) -> list[Step[Assessment]]:
        return [_with_skipping(each, record) for each in opening(self._sitting, record)]

    def _rest(self, record: Assessment) -> list[Step[Assessment]]:
        asked = self._sitting.asked(record)
        steps = [
            step
            for number, each in enumerate(asked, start=1)
            for step in self._about(each, record, f"{each.name}, {number} of {len(asked)}")
        ]
        offered = record.depth == "full" and len(asked) > FEW
        steps += questions.principles_steps(self._sitting, record, offered=offered)
        return [_with_skipping(each, record) for each in steps]

    def _about(
        self, competency: Competency, record: Assessment, place: str
    ) -> Iterator[Step[Assessment]]:
        """Yield the questions about a competency; few where it does not apply to the role."""
        applies = record.rating(competency.id).confidence != "not-applicable"
        for aspect in record.aspects if applies else ASPECTS[:1]:
            explained = self._explained == f"{competency.id}.{aspect}"
            yield questions.rating_step(competency, aspect, record, place, explained=explained)
        yield from questions.difference_step(self._sitting, competency, record, place)
        if applies and record.depth == "full":
            yield from questions.example_steps(self._sitting, competency, record, place)
        if applies and competency.id in record.activities_for:
            yield from activity_steps(competency, record, place)


def _with_skipping(step: Step[Assessment], record: Assessment) -> Step[Assessment]:
    """Return the step so that skipping it is kept in the record, and an answer takes that back."""
    key = step.ask.key
    is_open = not step.answered and not getattr(step.ask, "current", None)
    return replace(
        step,
        put=lambda record, answer: step.put(record, answer).without_skipped(key),
        answered=step.answered or key in record.skipped,
        pass_over=(lambda record: record.with_skipped(key)) if is_open else None,
    )


def _several(count: int, one: str, many: str = "") -> str:
    return f"1 {one}" if count == 1 else f"{count} {many or one + 's'}"

"""What is said of a note beside its text: when it was, and what it touches."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from isp_cli import dates
from isp_cli.errors import UsageProblem
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.note.record import Note
from isp_cli.sessions.desk import guide_version
from isp_cli.sessions.structures import Structure


@dataclass(frozen=True)
class Given:
    """What was said of a note before it is written; what was not said is None or empty.

    Attributes:
        day: the day of the moment.
        title: what the person calls it.
        competencies, principles: the ids of those that it touches, in the guide's order.
        dilemma: the id of the dilemma that it shows.
        structure: the questions that it answers.
        is_shareable: whether it may go into an export.
    """

    day: date | None = None
    title: str | None = None
    competencies: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    dilemma: str | None = None
    structure: Structure | None = None
    is_shareable: bool = False

    def put_on(self, note: Note) -> Note:
        """Return the note with what was said of it."""
        values: dict[str, Any] = {
            "date": self.day,
            "title": self.title,
            "competencies": self.competencies,
            "principles": self.principles,
            "dilemma": self.dilemma,
        }
        if self.structure:
            values |= {"structure": self.structure.key, "passages": self.structure.passages}
        said = {key: value for key, value in values.items() if value}
        if self.is_shareable:
            said["private"] = False
        return note.with_values(**said)

    def finished_note(self, guide: Guide, moment: datetime) -> Note:
        """Return a finished note of this moment of which this is said; its text is still empty."""
        values: dict[str, Any] = {"status": "finished", "finished": moment, "date": moment.date()}
        return self.put_on(Note.begun(moment, guide_version(guide), **values))


def wrong_with_day(written: str, today: date) -> str | None:
    """Return what is wrong with the day of a moment as a person wrote it, or None."""
    day = dates.past_day_in(written, today)
    if day is None:
        return dates.unknown(written, dates.EXAMPLES_PAST)
    if day > today:
        return f"{dates.spoken(day)} is still to come. Write a day up to today."
    return None


def day_in(written: str, today: date, *, option: str) -> date:
    """Return the day of a moment that an option names.

    Raises:
        UsageProblem: it is no date, or still to come.
    """
    wrong = wrong_with_day(written, today)
    day = dates.past_day_in(written, today)
    if wrong or day is None:
        raise UsageProblem(f"{wrong}".removesuffix(".") + ".", where=option)
    return day


def dilemma_named(guide: Guide, name: str) -> str:
    """Return the id of the dilemma with this number; NotFound where there is none."""
    return lookup.find(guide, lookup.kind("dilemma"), name).id

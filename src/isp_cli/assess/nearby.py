"""What else the portfolio has that bears on an assessment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from isp_cli.assess.others.record import View
from isp_cli.assess.others.rounds import arrived
from isp_cli.assess.record import Assessment
from isp_cli.assess.stronger import Beside
from isp_cli.assess.then.record import ThenRating, looking_back_on
from isp_cli.note.notes import notes_in
from isp_cli.portfolio.record import as_json
from isp_cli.sessions.desk import Desk


@dataclass(frozen=True)
class LookedBackOn:
    """An assessment, and the finished then-ratings that look back on it, oldest first."""

    assessment: Assessment
    then: tuple[ThenRating, ...] = ()

    def as_data(self) -> Mapping[str, Any]:
        """Return it as it is given to other programs: the assessment, with a further key."""
        return {**as_json(self.assessment), "then": [as_json(each) for each in self.then]}


def looked_back_on(desk: Desk, assessments: Iterable[Assessment]) -> tuple[LookedBackOn, ...]:
    """Return each assessment with its then-ratings; say which of these cannot be read."""
    kept, broken = desk.store.finished(ThenRating)
    desk.tell_unreadable(broken)
    found = [each.record for each in kept]
    return tuple(LookedBackOn(each, looking_back_on(each, found)) for each in assessments)


def beside(desk: Desk, assessment: Assessment) -> Beside:
    """Return what the portfolio has that makes an assessment stronger evidence.

    What cannot be read is passed over: whoever looks at it itself is told.
    """
    finished = [each.record for each in desk.store.finished(Assessment)[0]]
    views = [each.record for each in desk.store.finished(View)[0]]
    notes, _ = notes_in(desk.store.folder, desk.guide)
    return Beside(
        noted=frozenset(each for note in notes for each in note.competencies),
        viewed=arrived(views, finished, assessment),
        compared=any(each.id != assessment.id for each in finished),
    )

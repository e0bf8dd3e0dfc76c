"""What the portfolio holds that bears on a reflection."""

from functools import cache

from isp_cli.assess.brief import profile_in_brief
from isp_cli.assess.record import Assessment
from isp_cli.note.notes import notes_in
from isp_cli.reflect.beside import Beside, earlier_answers
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.desk import Desk


def beside(desk: Desk) -> Beside:
    """Return what is there to read beside the questions: answers, the latest profile, notes."""
    guide = desk.guide
    reflections, _ = desk.store.finished(Reflection)
    assessments, _ = desk.store.finished(Assessment)
    whole = [each.record for each in assessments if each.record.depth != "quick"]
    return Beside(
        earlier=earlier_answers(
            [each.record for each in reflections if each.record.guide.id == guide.id], guide
        ),
        profile=tuple(profile_in_brief(whole[-1], guide)) if whole else (),
        notes=cache(lambda: notes_in(desk.store.folder, guide)[0]),
    )

"""The records of a portfolio that bear on a plan, read and gathered."""

from isp_cli.assess.others.offers import offers
from isp_cli.assess.others.record import View
from isp_cli.assess.record import Assessment
from isp_cli.note.notes import notes_in
from isp_cli.plan.beside import Before, gathered
from isp_cli.plan.found import Found
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.desk import Desk


def gathered_in(desk: Desk) -> Found:
    """Return what the portfolio holds for a plan; what cannot be read is passed over here."""
    assessments, _ = desk.store.finished(Assessment)
    reflections, _ = desk.store.finished(Reflection)
    views, _ = desk.store.finished(View)
    notes, _ = notes_in(desk.store.folder, desk.guide)
    before = Before(
        assessment=assessments[-1].record if assessments else None,
        reflections=[each.record for each in reflections],
        notes=notes,
        offers=offers(each.record for each in views),
    )
    return gathered(desk.guide, before)

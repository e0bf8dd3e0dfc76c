"""`isp` alone: where you are in the cycle, and what could come next."""

from typing import TypeVar

from isp_cli import clock
from isp_cli.assess.others.record import View
from isp_cli.assess.record import Assessment
from isp_cli.home import view
from isp_cli.home.standing import PlanStanding, Standing
from isp_cli.note.notes import notes_in
from isp_cli.note.record import Note
from isp_cli.plan.close.carrying import assessing
from isp_cli.plan.record import Plan
from isp_cli.plan.unread import remarks
from isp_cli.portfolio.record import Record
from isp_cli.portfolio.store import Kept
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.wanted import a_year_before
from isp_cli.settings import Settings

R = TypeVar("R", bound=Record)


def home(settings: Settings) -> None:
    """Show where the person is in the cycle."""
    desk = Desk(settings)
    standing = _standing(desk)
    if standing.is_empty:
        desk.screen.show(view.welcome_page())
    else:
        desk.screen.show(view.home_page(standing))


def _standing(desk: Desk) -> Standing:
    """Return what there is in the portfolio, and name what cannot be read."""
    today = clock.now().date()
    drafts: list[Record] = []

    def finished(model: type[R]) -> list[Kept[R]]:
        found, broken = desk.store.finished(model)
        begun, broken_drafts = desk.store.drafts(model)
        drafts.extend(each.record for each in begun)
        for each in [*broken, *broken_drafts]:
            desk.screen.tell(f"{each.path}: {each.why}")
        return found

    assessments, reflections, plans = finished(Assessment), finished(Reflection), finished(Plan)
    drafts.extend(each.record for each in desk.store.drafts(Note)[0])
    notes, _ = notes_in(desk.store.folder, desk.guide)
    views, _ = desk.store.finished(View)
    for each in plans:
        if each.record.status == "active":
            desk.screen.tell(*remarks(each))
    closed = next((p.record for p in reversed(plans) if p.record.status == "closed"), None)
    return Standing(
        today=today,
        drafts=tuple(drafts),
        assessment=assessments[-1].record if assessments else None,
        reflection=reflections[-1].record if reflections else None,
        plans=tuple(
            PlanStanding.of(each.record, each.path.stem, today)
            for each in plans
            if each.record.status == "active"
        ),
        closed=closed,
        assessing=assessing(closed, desk.guide) if closed else (),
        note=notes[-1] if notes else None,
        year_ago=tuple(a_year_before(notes, today)),
        views=tuple(each.record for each in views),
    )

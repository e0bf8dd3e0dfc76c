"""`isp` alone: where you are in the cycle, and what could come next."""

from typing import TypeVar

from isp_cli import clock
from isp_cli.assess.record import Assessment
from isp_cli.home import view
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import Record
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.desk import Desk
from isp_cli.settings import Settings

R = TypeVar("R", bound=Record)


def home(settings: Settings) -> None:
    """Show where the person is in the cycle."""
    desk = Desk(settings)
    drafts: list[Record] = []

    def latest(model: type[R]) -> R | None:
        finished, broken = desk.store.finished(model)
        begun, broken_drafts = desk.store.drafts(model)
        drafts.extend(each.record for each in begun)
        for each in [*broken, *broken_drafts]:
            desk.screen.tell(f"{each.path}: {each.why}")
        return finished[-1].record if finished else None

    assessment, reflection, plan = latest(Assessment), latest(Reflection), latest(Plan)
    if not (drafts or assessment or reflection or plan):
        desk.screen.show(view.welcome_page())
        return
    today = clock.now().date()
    desk.screen.show(view.home_page(drafts, assessment, reflection, plan, today))

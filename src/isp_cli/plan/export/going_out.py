"""From what a command asks for to what goes in, with a conversation where one is wanted."""

from collections.abc import Iterable
from datetime import date

from isp_cli.assess.record import Assessment
from isp_cli.errors import Interrupted
from isp_cli.handout.markdown import as_markdown
from isp_cli.plan.active import active_plans
from isp_cli.plan.export import choice, page
from isp_cli.plan.export.calendar import undated
from isp_cli.plan.export.contents import Contents, everything
from isp_cli.plan.export.dialogue import dialogue
from isp_cli.plan.export.formats import FORMATS
from isp_cli.plan.export.offer import Offer, offer
from isp_cli.plan.export.request import Request
from isp_cli.plan.record import Plan
from isp_cli.portfolio.store import Kept
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.handing_over import STANDARD_OUTPUT
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Left

INSTEAD = (
    "Without one, say what goes in with --goal, --with, --example and --answer, and add --yes."
)
NOTHING = "Nothing was written."


def chosen_contents(
    desk: Desk, plan: Plan, asked: Request, target: str, today: date
) -> Contents | None:
    """Return what goes in, or None where the person would rather write nothing.

    Raises:
        NeedsTerminal: it is to be shown before it is written, and nobody is there to see it.
        NotFound: there is no such goal, example or answer.
        Interrupted: the person pressed Ctrl-C.
    """
    if not asked.chooses:
        return everything(plan, table=asked.steps == "table")
    there = _offer(desk, plan)
    begun = choice.contents(
        there,
        desk.guide,
        asked.wanted,
        for_supervision=asked.for_supervision,
        table=asked.steps == "table",
    )
    if not asked.for_supervision or asked.yes:
        return begun
    return _conversed(desk, plan, asked, there, begun, target, today)


def tell_which(desk: Desk, kept: Kept[Plan]) -> None:
    """Say which plan it is, where another one is active too and none was named."""
    others = [each.path.stem for each in active_plans(desk.store) if each.path != kept.path]
    if others and kept.record.status == "active":
        desk.screen.tell(
            f"There is more than one active plan; this is {kept.path.stem}.",
            f"For another, name it with --plan: {', '.join(others)}",
        )


def tell_undated(desk: Desk, plan: Plan, contents: Contents, asked: Request) -> None:
    """Say how many steps are not in a calendar file, since they have no date."""
    if asked.written is not FORMATS["ics"] or asked.todo:
        return
    match undated(plan, contents.goals):
        case 0:
            return
        case 1:
            desk.screen.tell("1 step has no date, so it is not in the calendar.")
        case count:
            desk.screen.tell(f"{count} steps have no date, so they are not in the calendar.")


def _offer(desk: Desk, plan: Plan) -> Offer:
    assessments, _ = desk.store.finished(Assessment)
    reflections, _ = desk.store.finished(Reflection)
    return offer(
        plan,
        desk.guide,
        assessments[-1].record if assessments else None,
        reflections[-1].record if reflections else None,
    )


def _conversed(
    desk: Desk,
    plan: Plan,
    asked: Request,
    there: Offer,
    begun: Contents,
    target: str,
    today: date,
) -> Contents | None:
    prompter = desk.prompter("plan export", INSTEAD)

    def preview(contents: Contents) -> Iterable[Line]:
        text = as_markdown(page.handout(plan, desk.guide, contents, today))
        yield Line("What will be handed over:", style="bold")
        yield Line()
        yield from (Line(line, indent=2) for line in text.splitlines())

    place = "on the screen" if target == STANDARD_OUTPUT else f"to {target}"
    agreed: Contents | None = None
    try:
        for chosen in dialogue(
            there, prompter, begun, named=asked.wanted.named, preview=preview, place=place
        ):
            agreed = chosen.contents if chosen.agreed else None
    except Left:
        agreed = None
    except (KeyboardInterrupt, EOFError):
        prompter.tell("")
        raise Interrupted("Stopped.", mend=NOTHING) from None
    if agreed is None:
        prompter.tell("", NOTHING)
    return agreed

"""The formats that a plan is handed over in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from isp_cli.guide.model import Guide
from isp_cli.handout.blocks import Handout
from isp_cli.plan.export import page
from isp_cli.plan.export.contents import Contents
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import as_json
from isp_cli.sessions.formats import Format
from isp_cli.terminal.screen import envelope


@dataclass(frozen=True)
class Export:
    """A plan on its way out.

    Attributes:
        plan: the plan.
        contents: what of it goes in, and what beside it.
        moment: when it is handed over.
        changed: when the plan was last changed.
        todo: whether the steps are tasks in a calendar, and not events.
    """

    plan: Plan
    contents: Contents
    moment: datetime
    changed: datetime
    todo: bool = False


def _markdown(export: Export, guide: Guide) -> str:
    from isp_cli.handout.markdown import as_markdown

    return as_markdown(handout(export, guide))


def _html(export: Export, guide: Guide) -> str:
    from isp_cli.handout.html import as_html

    return as_html(handout(export, guide))


def _word(export: Export, guide: Guide) -> bytes:
    from isp_cli.handout.word import as_word

    return as_word(handout(export, guide), export.moment)


def _calendar(export: Export, guide: Guide) -> bytes:
    from isp_cli.plan.export.calendar import as_calendar

    return as_calendar(
        export.plan,
        guide,
        export.contents.goals,
        changed=export.changed,
        todo=export.todo,
    )


def _json(export: Export, _guide: Guide) -> str:
    return envelope("isp.plan/1", as_json(export.plan)) + "\n"


def handout(export: Export, guide: Guide) -> Handout:
    """Return the plan as a document."""
    return page.handout(export.plan, guide, export.contents, export.moment.date())


_ALL = "It holds all that the plan says"
_DATED = "It holds the steps and the review days, marked as private"

FORMATS: Mapping[str, Format[Export]] = {
    "markdown": Format("Markdown", ".md", _ALL, _markdown),
    "html": Format("HTML", ".html", _ALL, _html),
    "docx": Format("Word", ".docx", _ALL, _word),
    "ics": Format("iCalendar", ".ics", _DATED, _calendar),
    "json": Format("JSON", ".json", _ALL, _json),
}
"""What a plan can be handed over in, by the name that --format takes."""

DOCUMENTS = ("markdown", "html", "docx")
"""Those that are documents, whose contents can be chosen."""

"""The options with which a person says what they look for among what they wrote."""

from datetime import date
from typing import Annotated

import typer

from isp_cli import clock
from isp_cli.errors import UsageProblem
from isp_cli.sessions.desk import Desk
from isp_cli.sessions.wanted import Wanted
from isp_cli.terminal.words import mended

Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="From this day on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Up to this day.")]
Competencies = Annotated[
    list[str] | None,
    typer.Option("--competency", metavar="NAME", help="Touching this one; may be repeated."),
]
Principles = Annotated[
    list[str] | None,
    typer.Option("--principle", metavar="NAME", help="Touching this one; may be repeated."),
]
Text = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="With all of these words in it.")
]
AYearAgo = Annotated[
    bool, typer.Option("--a-year-ago", help="Of the days around today, last year.")
]


def wanted(
    desk: Desk,
    since: str | None,
    until: str | None,
    competencies: list[str] | None,
    principles: list[str] | None,
    text: str | None,
    *,
    a_year_ago: bool = False,
) -> Wanted:
    """Return what these options look for.

    Raises:
        UsageProblem: a day is no date, or the last is before the first.
        NotFound: a name fits nothing.
    """
    from isp_cli.guide.naming import competencies_named, principles_named

    today = clock.now().date()
    found = Wanted(
        since=_day(since, today, "--since"),
        until=_day(until, today, "--until"),
        competencies=competencies_named(desk.guide, competencies or ()),
        principles=principles_named(desk.guide, principles or ()),
        words=tuple(mended(text or "").split()),
        year_before=today if a_year_ago else None,
    )
    if found.since and found.until and found.since > found.until:
        raise UsageProblem("--since is a later day than --until.", mend="Swap them.")
    return found


def _day(written: str | None, today: date, option: str) -> date | None:
    from isp_cli import dates

    if written is None:
        return None
    day = dates.past_day_in(written, today)
    if day is None:
        raise UsageProblem(dates.unknown(written, dates.EXAMPLES_PAST), where=option)
    return day

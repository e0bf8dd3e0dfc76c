"""`isp search`: find words in the guide and in what you wrote."""

from collections.abc import Sequence
from typing import Annotated

import typer

from isp_cli.errors import NotFound, UsageProblem
from isp_cli.guide.loader import load
from isp_cli.guide.places import places
from isp_cli.portfolio.location import folder
from isp_cli.search.guide import found_in_guide
from isp_cli.search.index import Finding
from isp_cli.search.records import found_in_records
from isp_cli.sessions.listing import tell_unreadable
from isp_cli.settings import Settings
from isp_cli.terminal.screen import Screen
from isp_cli.terminal.words import mended
from isp_cli.verb import verb

app = verb()

SHOWN = 10
"""How many findings of either kind fit on a page or two."""


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="The words to look for.", metavar="WORDS")],
    everything: Annotated[bool, typer.Option("--all", help="Show all that was found.")] = False,
    guide_only: Annotated[
        bool, typer.Option("--guide-only", help="Look in the guide alone.")
    ] = False,
    records_only: Annotated[
        bool, typer.Option("--records-only", help="Look in your records alone.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
) -> None:
    """Find words in the guide and in your records, best first."""
    if guide_only and records_only:
        raise UsageProblem("--guide-only and --records-only leave nothing.", mend="Take one.")
    settings: Settings = ctx.obj
    wanted = mended(" ".join(words))
    screen = Screen(plain=settings.plain)
    guide = load(settings.guide)
    in_guide: Sequence[Finding] = () if records_only else found_in_guide(places(guide), wanted)
    in_records, unreadable, has_records = (
        ([], [], False)
        if guide_only
        else found_in_records(folder(settings.portfolio), guide, wanted)
    )
    tell_unreadable(screen, unreadable)
    if as_json:
        screen.json("isp.search/1", [each.as_data for each in (*in_guide, *in_records)])
        return
    if not (in_guide or in_records):
        raise NotFound(
            f"Nothing in {_places(guide=not records_only, records=has_records)} speaks of "
            f"'{wanted}'.",
            mend="Try another word.",
        )
    from isp_cli.search import view

    shown = max(len(in_guide), len(in_records)) if everything else SHOWN
    headings = ("In the guide", "In your records") if in_records else ("", "")
    screen.show(view.findings_page(in_guide, shown, headings[0]))
    screen.show(view.findings_page(in_records, shown, headings[1]))


def _places(*, guide: bool, records: bool) -> str:
    if not guide:
        return "your records"
    return "the guide or in your records" if records else "the guide"

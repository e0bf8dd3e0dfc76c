"""`isp search`: find words in the guide."""

from typing import Annotated

import typer

from isp_cli.errors import NotFound
from isp_cli.guide import lookup
from isp_cli.guide.loader import load
from isp_cli.guide.search import search as search_texts
from isp_cli.settings import Settings
from isp_cli.terminal.screen import Screen
from isp_cli.verb import verb

app = verb()

SHOWN = 10
"""How many findings fit on a page or two."""


@app.command()
def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(help="The words to look for.", metavar="WORDS")],
    everything: Annotated[bool, typer.Option("--all", help="Show all that was found.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON.")] = False,
) -> None:
    """Find words in the guide, the best matches first."""
    settings: Settings = ctx.obj
    wanted = " ".join(words)
    findings = search_texts(lookup.places(load(settings.guide)), wanted)
    screen = Screen(plain=settings.plain)
    if as_json:
        data = [
            {
                "id": each.place.id,
                "kind": each.place.kind,
                "trail": list(each.place.trail),
                "text": each.place.text,
                "pieces": [{"text": text, "found": found} for text, found in each.pieces],
            }
            for each in findings
        ]
        screen.json("isp.search/1", data)
        return
    if not findings:
        raise NotFound(f"Nothing in the guide speaks of '{wanted}'.", mend="Try another word.")
    from isp_cli.search import view

    screen.show(view.findings_page(findings, len(findings) if everything else SHOWN))

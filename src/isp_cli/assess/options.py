"""The options that say what is assessed, for the session and for its form alike."""

from typing import Annotated

import typer

Domains = Annotated[
    list[str] | None,
    typer.Option("--domain", metavar="NAME", help="Assess this domain; may be repeated."),
]
Competencies = Annotated[
    list[str] | None,
    typer.Option("--competency", metavar="NAME", help="Assess this one; may be repeated."),
]
Quick = Annotated[bool, typer.Option("--quick", help="Ask for confidence alone.")]
Activities = Annotated[
    bool,
    typer.Option("--activities", help="Go down to the key activities of up to three of them."),
]
Principles = Annotated[
    bool, typer.Option("--principles", help="Ask for a moment of each principle, too.")
]

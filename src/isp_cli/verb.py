"""How every verb stands on the command line."""

import typer


def verb() -> typer.Typer:
    """Return the beginnings of a verb: plain help, and what the shell completes left to `isp`."""
    return typer.Typer(add_completion=False, rich_markup_mode=None)

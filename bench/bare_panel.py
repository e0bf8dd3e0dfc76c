"""The least that a typer program can do that shows something with rich."""

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    """Print one panel."""
    from rich.console import Console
    from rich.panel import Panel

    Console().print(Panel("ready"))


app()

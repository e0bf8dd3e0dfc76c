"""The least that a typer program can do."""

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    """Print one line."""
    typer.echo("ready")


app()

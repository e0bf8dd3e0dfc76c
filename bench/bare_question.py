"""The least that a typer program can do that asks something with questionary."""

import typer

app = typer.Typer()


@app.command()
def main() -> None:
    """Ask one question."""
    import questionary

    questionary.select("ready", choices=["one", "two"]).unsafe_ask()


app()

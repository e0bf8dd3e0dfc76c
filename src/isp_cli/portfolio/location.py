"""Where the portfolio lies."""

from pathlib import Path


def folder(chosen: Path | None) -> Path:
    """Return the portfolio's folder: the chosen one, or the usual one of this person."""
    return chosen.expanduser().absolute() if chosen else usual_folder()


def usual_folder() -> Path:
    """Return where a person's own data lies on this system, for isp."""
    from platformdirs import user_data_path

    return user_data_path("isp", appauthor=False) / "portfolio"

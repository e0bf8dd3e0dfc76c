"""Where the portfolio lies."""

from pathlib import Path

from isp_cli.errors import PortfolioProblem


def folder(chosen: Path | None) -> Path:
    """Return the portfolio's folder: the chosen one, or the usual one of this person.

    Raises:
        PortfolioProblem: the chosen one cannot be made out, such as the home of nobody.
    """
    try:
        return chosen.expanduser().absolute() if chosen else usual_folder()
    except (RuntimeError, OSError) as error:
        raise PortfolioProblem(
            f"This folder cannot be found ({error}).",
            where=str(chosen or "the usual portfolio"),
            mend="Name one with --portfolio.",
        ) from None


def usual_folder() -> Path:
    """Return where a person's own data lies on this system, for isp."""
    from platformdirs import user_data_path

    return user_data_path("isp", appauthor=False) / "portfolio"

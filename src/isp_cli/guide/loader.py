"""Reading the guide: the one that comes with isp, or a file of the person's own."""

from pathlib import Path

from isp_cli.bundled import data, data_file
from isp_cli.errors import GuideProblem
from isp_cli.guide.model import Guide


def guide_path(chosen: Path | None) -> Path:
    """Return the guide file to use: the chosen one, or the one that comes with isp."""
    return chosen or data_file("guide.yaml")


def load(chosen: Path | None = None) -> Guide:
    """Return the guide in the file `chosen`, or the one that comes with isp.

    Raises:
        GuideProblem: the file is missing, unreadable or not a valid guide.
    """
    return _bundled() if chosen is None else _checked(chosen)


def _bundled() -> Guide:
    """Return the guide that comes with isp; only its fields are checked, for the sake of speed."""
    from pydantic import ValidationError

    try:
        return Guide.model_validate(data("guide"))
    except ValidationError:
        raise GuideProblem(
            "The guide that comes with isp is not valid.",
            where=str(guide_path(None)),
            mend="See why with: isp guide validate",
        ) from None


def _checked(path: Path) -> Guide:
    from isp_cli.guide import check
    from isp_cli.strictyaml import YamlProblems

    guide, problems = check.examine(check.text_of(path))
    if guide is None or problems:
        raise GuideProblem(
            f"{YamlProblems(problems).summary()}.",
            where=str(path),
            mend=f'See all with: isp guide validate "{path}"',
        )
    return guide

"""The data files that come with isp: in the wheel, or in `data/` of a checkout."""

import json
from pathlib import Path
from typing import Any

from isp_cli.errors import GuideProblem

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def data_file(name: str) -> Path:
    """Return the path of the data file `name`, such as "guide.yaml".

    Raises:
        GuideProblem: the file did not come with this installation.
    """
    in_checkout = CHECKOUT / "data" / name
    if (CHECKOUT / "pyproject.toml").is_file() and in_checkout.is_file():
        return in_checkout
    path = PACKAGE / "data" / name
    if path.is_file():
        return path
    raise GuideProblem(
        "This file, which comes with isp, is missing.", where=str(path), mend="Install isp again."
    )


def data(name: str) -> Any:  # noqa: ANN401 - a data file holds anything
    """Return what the data file `name`.yaml says, as plain values.

    In the wheel the same values lie beside it as JSON, which is quicker to read.

    Raises:
        GuideProblem: the file did not come with this installation, or is broken.
    """
    path = data_file(f"{name}.yaml")
    compiled = path.with_suffix(".json")
    if compiled.is_file():
        return json.loads(compiled.read_text(encoding="utf-8"))
    from isp_cli import strictyaml

    try:
        return strictyaml.parse(path.read_text(encoding="utf-8"))
    except (strictyaml.YamlProblems, ValueError) as error:
        raise GuideProblem(f"{error}.", where=str(path), mend="Install isp again.") from None

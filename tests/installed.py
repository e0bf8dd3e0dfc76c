"""isp as the wheel lays it out: the package with its data beside it, away from the checkout."""

import json
import shutil
from pathlib import Path

from isp_cli import strictyaml

ROOT = Path(__file__).parent.parent
"""The checkout that these tests belong to, whichever isp they run on."""


def install(folder: Path) -> Path:
    """Lay isp out in `folder` and return the folder to put on PYTHONPATH."""
    package = folder / "isp_cli"
    shutil.copytree(ROOT / "src" / "isp_cli", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "data", package / "data", dirs_exist_ok=True)
    for source in (package / "data").glob("*.yaml"):
        value = strictyaml.parse(source.read_text(encoding="utf-8"))
        source.with_suffix(".json").write_text(json.dumps(value), encoding="utf-8")
    return folder

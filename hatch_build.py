"""Put each data file into the wheel a second time, as JSON.

Reading the guide from JSON takes a twentieth of the time that YAML takes, and most commands
read it. The YAML file stays the one copy that people edit: a checkout reads it as it lies.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileData(BuildHookInterface):
    """Compile `data/*.yaml` while a wheel is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to `build_data`; an editable install gets none."""
        if version == "editable":
            return
        self.folder = tempfile.TemporaryDirectory()
        for source in sorted(Path(self.root, "data").glob("*.yaml")):
            target = Path(self.folder.name, f"{source.stem}.json")
            value = yaml.safe_load(source.read_text(encoding="utf-8"))
            target.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
            build_data["force_include"][str(target)] = f"isp_cli/data/{target.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled files from the temporary folder."""
        if version != "editable":
            self.folder.cleanup()

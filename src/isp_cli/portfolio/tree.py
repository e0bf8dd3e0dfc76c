"""The Markdown files below a folder, as people and their editors lay them out."""

import os
from collections.abc import Iterator
from pathlib import Path

from isp_cli.portfolio import files
from isp_cli.portfolio.unreadable import Unreadable


def markdown_below(folder: Path, unreadable: list[Unreadable]) -> Iterator[tuple[Path, str]]:
    """Yield every Markdown file below `folder`, with its path from there without the ending.

    Hidden files and folders, such as `.obsidian`, are passed over, and links to folders are not
    followed. A folder that cannot be opened is put into `unreadable`; where `folder` is not there
    nothing is yielded.
    """

    def note(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            why = f"This folder cannot be read ({error.strerror})."
            unreadable.append(Unreadable(Path(str(error.filename)), why))

    for root, below, names in os.walk(folder, onerror=note):
        below[:] = sorted(each for each in below if not each.startswith("."))
        for name in sorted(names):
            stem, _, ending = name.rpartition(".")
            if stem and ending.lower() == "md" and not name.startswith("."):
                path = Path(root, stem).relative_to(folder)
                yield Path(root, name), files.spoken_name(path.as_posix())

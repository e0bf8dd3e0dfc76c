"""What was said before the verb: which portfolio, which guide, how to talk."""

from pathlib import Path
from typing import NamedTuple


class Settings(NamedTuple):
    """The options that hold for every verb.

    Attributes:
        portfolio: the folder chosen with --portfolio, or None for the usual one.
        guide: the guide file chosen with --guide, or None for the one that comes with isp.
        plain: ask and show line by line, without repainting or colour.
    """

    portfolio: Path | None = None
    guide: Path | None = None
    plain: bool = False

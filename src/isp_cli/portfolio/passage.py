"""What a person wrote in a record."""

from dataclasses import dataclass

BODY = ""
"""The key of the one text of a record that is prose; it stands without a heading."""


@dataclass(frozen=True)
class Passage:
    """What a person wrote, the key that says to what, and the words of its heading."""

    key: str
    heading: str
    text: str

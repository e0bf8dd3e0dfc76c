"""What a person wrote in a record."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """What a person wrote, the key that says to what, and the words of its heading."""

    key: str
    heading: str
    text: str

"""A small guide of one's own, for tests to use and to break."""

from pathlib import Path

SMALL = """\
format: 1
id: small
version: "3"
title: A small guide
language: en-GB
principles:
  - id: patient
    name: Be patient
    meaning:
      - id: patient.meaning.1
        text: Change takes time.
domains:
  - id: together
    name: Working together
    description:
      - id: together.description.1
        text: What people do side by side.
competencies:
  - id: listening
    name: Listening
    domain: together
    aliases: [hearing]
    overview:
      - id: listening.overview.1
        text: Hear what is said.
    activities:
      - id: listening.activity.1
        text: Ask, then wait.
        items:
          - id: listening.activity.1.a
            text: Count to ten.
    hints:
      - id: listening.hint.1
        text: Silence helps.
questions:
  - id: question.1
    text: Whom did you hear today?
resource_groups:
  - id: websites
    name: Websites
resources:
  - id: resource.1
    name: A place to go
    url: https://example.org/
    group: websites
"""


def small_guide(folder: Path, *changes: tuple[str, str]) -> Path:
    """Return a guide file in `folder`: the small guide, with each first text replaced."""
    text = SMALL
    for old, new in changes:
        assert old in text, f"the small guide does not say {old!r}"
        text = text.replace(old, new, 1)
    path = folder / "guide.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def line_of(path: Path, words: str) -> int:
    """Return the number of the first line of the file that has `words` in it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)

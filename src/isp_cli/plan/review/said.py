"""What is said in a review about one goal, as a passage with a heading for each question."""

from typing import Literal

Part = Literal["happened", "learnt", "now"]

QUESTIONS: dict[Part, str] = {
    "happened": "What has happened since?",
    "learnt": "What did you learn?",
    "now": "What now?",
}
HEADINGS: dict[Part, str] = {
    "happened": "### What happened",
    "learnt": "### What I learnt",
    "now": "### What now",
}


def answer(text: str, part: Part) -> str:
    """Return what stands under the heading of `part` in the passage, or nothing."""
    lines = text.split("\n")
    at = _place(lines, part)
    return "\n".join(lines[at[0] + 1 : at[1]]).strip() if at else ""


def with_answer(text: str, part: Part, words: str) -> str:
    """Return the passage with `words` under the heading of `part`; all else stays."""
    lines = text.split("\n") if text else []
    at = _place(lines, part)
    block = [HEADINGS[part], "", *words.strip("\n").split("\n")]
    if at is None:
        later = [place[0] for each in _after(part) if (place := _place(lines, each))]
        here = min(later, default=len(lines))
        above, below = lines[:here], lines[here:]
    else:
        above, below = lines[: at[0]], lines[at[1] :]
    above = [*above, *([""] if above and above[-1].strip() else [])]
    return "\n".join([*above, *block, *([""] if below else []), *below])


def _after(part: Part) -> list[Part]:
    parts = list(HEADINGS)
    return parts[parts.index(part) + 1 :]


def _place(lines: list[str], part: Part) -> tuple[int, int] | None:
    """Return the line of a heading and that of the next one of these, or None."""
    known = {each.casefold(): key for key, each in HEADINGS.items()}
    found = [(n, known.get(line.strip().casefold())) for n, line in enumerate(lines)]
    marks = [(n, key) for n, key in found if key]
    for place, (n, key) in enumerate(marks):
        if key == part:
            return n, marks[place + 1][0] if place + 1 < len(marks) else len(lines)
    return None

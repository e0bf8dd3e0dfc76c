"""What "further" looks like for a goal: key activities that were chosen, and own words.

A key activity stands in the passage as a list item with the guide's words and a mark such as
`<!-- brokering.activity.4 -->`, which Markdown readers do not show. All else is the person's.
"""

import re
from collections.abc import Mapping, Sequence

_CHOSEN = re.compile(r"^[ \t]*[-*+][ \t].*<!-- (?P<id>[a-z0-9][a-z0-9.-]*) -->\s*$")
_MARK = re.compile(r"[ \t]*<!-- [a-z0-9][a-z0-9.-]* -->(?=\s*$)", re.MULTILINE)


def chosen_in(text: str) -> tuple[str, ...]:
    """Return the ids of the key activities that are named in `text`, in their order."""
    found = (_CHOSEN.match(line) for line in text.split("\n"))
    return tuple(dict.fromkeys(each["id"] for each in found if each))


def with_chosen(text: str, chosen: Sequence[str], words: Mapping[str, str]) -> str:
    """Return `text` with these key activities named and no others; all else stays.

    Args:
        text: the passage.
        chosen: their ids, in the order in which new ones are to stand.
        words: what each says, by its id.
    """
    lines = text.split("\n") if text else []
    known = set(chosen_in(text))
    kept = [line for line in lines if not (found := _CHOSEN.match(line)) or found["id"] in chosen]
    new = [
        f"- {' '.join(words[each].split())} <!-- {each} -->" for each in chosen if each not in known
    ]
    if not new:
        return "\n".join(kept).strip("\n") if len(kept) < len(lines) else text
    at = max((n for n, line in enumerate(kept, start=1) if _CHOSEN.match(line)), default=0)
    gap = [""] if at < len(kept) and kept[at].strip() else []
    return "\n".join([*kept[:at], *new, *gap, *kept[at:]])


def own_words(text: str) -> str:
    """Return what the person wrote besides the key activities."""
    return "\n".join(line for line in text.split("\n") if not _CHOSEN.match(line)).strip()


def with_own_words(text: str, words: str) -> str:
    """Return `text` with `words` below the key activities, in the place of what was there."""
    chosen = [line for line in text.split("\n") if _CHOSEN.match(line)]
    return "\n".join([*chosen, *([""] if chosen and words else []), words]).rstrip("\n")


def shown(text: str) -> str:
    """Return `text` as a person reads it, without the marks."""
    return _MARK.sub("", text)

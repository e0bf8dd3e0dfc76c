"""By what a step is known again in a calendar, although it is a line that is edited by hand.

A step has no number of its own in the file. What one changes about it most is the box, the date,
who helps, what came of it, and its place among the others; so none of these counts. It is known by
the letters and digits of its words, in its goal and its plan. Where two steps of a goal say the
same, they are told apart by which comes first. Who rewords a step makes another of it, unless it
has an id of its own, as the Obsidian Tasks plug-in writes it behind a task (`🆔 abc123`): that
stays whatever else is changed.
"""

import re
import unicodedata
import uuid
from collections import Counter

from isp_cli.plan.signs import Signed
from isp_cli.plan.steps import places

ISP = uuid.UUID("7eb1bdbe-5e3e-4781-9d65-183db4ba1f07")
"""The name space of what isp puts into calendars (RFC 9562, section 6.5)."""

_OWN_ID = re.compile("🆔\ufe0f? ?([\\w-]+)")


def uid(*names: str) -> str:
    """Return the UID of what is known by `names`: the same for the same, and it gives nothing away.

    A name-based UUID (RFC 9562, section 5.5), as RFC 7986, section 5.3 asks for.
    """
    return str(uuid.uuid5(ISP, "\n".join(names)))


def keys(text: str) -> tuple[str, ...]:
    """Return for each step in `text`, in their order, by what it is known within its goal."""
    lines = text.split("\n")
    seen: Counter[str] = Counter()
    found = []
    for place in places(text):
        signed = Signed.of(lines[place.line].rstrip())
        own = _OWN_ID.search(signed.text, signed.at)
        key = f"id {own[1]}" if own else f"words {_letters(place.step.what)}"
        seen[key] += 1
        found.append(f"{key} {seen[key]}")
    return tuple(found)


def _letters(words: str) -> str:
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "".join(filter(str.isalnum, folded)) or words

"""The signs that the Obsidian Tasks plug-in writes behind a task, and reads from its end.

A date, a repetition, a priority and the like each begin with a sign of their own
(https://publish.obsidian.md/tasks/Reference/Task+Formats/Tasks+Emoji+Format). isp reads the day
that a task is due and the day that it was done or cancelled; the others are the person's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

DUE, DONE, CANCELLED, REPEATS = "📅", "✅", "❌", "🔁"
_DUE_TOO = "📆🗓"
_VARIATION = "\ufe0f"  # "show this sign in colour", which some keyboards put behind it

_WITH_DAY = "📅📆🗓✅❌\N{HEAVY PLUS SIGN}⏳⌛🛫"
_DATED = re.compile(
    rf"\s*(?P<sign>[{_WITH_DAY}]){_VARIATION}?\s*(?P<day>\d{{4}}-\d{{2}}-\d{{2}})\Z", re.ASCII
)
_OTHER = re.compile(
    rf"\s*(?:🔁{_VARIATION}? ?[A-Za-z0-9, !]+|[🔺⏫🔼🔽⏬]{_VARIATION}?|🏁{_VARIATION}? ?[A-Za-z]+"
    rf"|🆔{_VARIATION}? ?[\w-]+|⛔{_VARIATION}? ?[\w-]+(?: ?, ?[\w-]+)*)\Z"
)
_TAG = re.compile(r"\s+#[^\s#]+\Z")
"""A tag is part of the signs only where one of those stands before it."""

_ANCHOR = re.compile(r"\s+\^[A-Za-z0-9-]+\Z")
"""What other notes link to a block by; it must end the line."""

_LONGEST = 200
"""Characters that one sign may take with what belongs to it."""


@dataclass(frozen=True)
class Sign:
    """A sign with a day behind it, and where it stands in the words of the task."""

    sign: str
    day: date
    start: int
    end: int


@dataclass(frozen=True)
class Signed:
    """The words of a task, taken apart into what there is to do and the signs behind.

    Attributes:
        text: the words with their signs.
        at: where the signs begin.
        dated: the signs with a day, from the last to the first.
    """

    text: str
    at: int
    dated: tuple[Sign, ...]

    @classmethod
    def of(cls, text: str) -> "Signed":
        """Return `text` taken apart; a day that does not exist stays part of the words."""
        end = at = len(text)
        dated: list[Sign] = []
        while end:
            begin = max(0, end - _LONGEST)
            found = _DATED.search(text[begin:end])
            if found:
                day = _day(found["day"])
                if day is None:
                    break
                start, end = begin + found.start("sign"), begin + found.start()
                dated.append(Sign(found["sign"], day, start, begin + found.end()))
                at = end
            elif other := (_OTHER.search(text[begin:end]) or _ANCHOR.search(text[begin:end])):
                at = end = begin + other.start()
            elif tag := _TAG.search(text[begin:end]):
                end = begin + tag.start()
            else:
                break
        return cls(text, at, tuple(dated))

    @property
    def words(self) -> str:
        """What there is to do."""
        return self.text[: self.at]

    def day(self, sign: str) -> date | None:
        """Return the day behind `sign`, the last where it stands there twice."""
        found = next(self._with(sign), None)
        return found.day if found else None

    def saying(self, words: str) -> "Signed":
        """Return it with other words before the same signs."""
        return Signed.of(words + self.text[self.at :]) if words != self.words else self

    def dating(self, sign: str, day: date | None) -> "Signed":
        """Return it with `day` behind `sign`; None takes the sign away, however often it stands."""
        found = next(self._with(sign), None)
        if found is None:
            return self if day is None else Signed.of(self._added(f" {sign} {day.isoformat()}"))
        if day is None:
            before = self.text[: found.start].rstrip(" ")
            return Signed.of(before + self.text[found.end :]).dating(sign, None)
        day_at = found.end - len(found.day.isoformat())
        return Signed.of(self.text[:day_at] + day.isoformat() + self.text[found.end :])

    def _with(self, sign: str) -> Iterator[Sign]:
        alike = sign + _DUE_TOO if sign == DUE else sign
        return (each for each in self.dated if each.sign in alike)

    def _added(self, piece: str) -> str:
        """Return the text with a sign behind it, but before the anchor of a block."""
        anchor = _ANCHOR.search(self.text[-_LONGEST:])
        at = len(self.text) - (len(anchor.group()) if anchor else 0)
        return self.text[:at] + piece + self.text[at:]


def stray(text: str) -> str | None:
    """Return what is wrong with the days in the words of a task, or None."""
    for sign in (DUE, *_DUE_TOO):
        if sign in Signed.of(text).words:
            found = re.search(rf"{sign}{_VARIATION}?\s*(\d{{4}}-\d{{2}}-\d{{2}})", text, re.ASCII)
            if found is None:
                return f"there is no day such as 2027-01-15 behind {sign}"
            if _day(found.group(1)) is None:
                return f"{found.group(1)} is not a day"
            return f"{sign} {found.group(1)} is not at the end of the line"
    return None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None

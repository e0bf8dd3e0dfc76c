"""What people write in a form, read for its meaning: they do not write it as a program would."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from isp_cli.assess.others.record import OPPORTUNITIES, Opportunity
from isp_cli.assess.record import Apart
from isp_cli.assess.scales import scales

OPPORTUNITY_WORDS: Mapping[Opportunity, str] = {
    "none": "none",
    "little": "a little",
    "some": "some",
    "much": "a lot",
}
"""How much opportunity there was to see something, as the form and the pages say it."""

APART_WORDS: Mapping[Apart, str] = {
    "dont-know": "don't know",
    "no-opportunity": "no opportunity",
    "not-applicable": "not applicable",
}
"""The answers of another that are no level, as the form and the pages say them."""

_OPPORTUNITIES: Mapping[Opportunity, tuple[str, ...]] = {
    "none": ("none", "no opportunity", "nothing", "never"),
    "little": ("a little", "little", "very little", "a bit", "not much"),
    "some": ("some", "some opportunity"),
    "much": ("a lot", "lots", "plenty", "a great deal"),
}
_APART: Mapping[Apart, tuple[str, ...]] = {
    "dont-know": ("dont know", "i dont know", "do not know", "i do not know", "not sure", "unsure"),
    "no-opportunity": ("no opportunity", "i had no opportunity", "had no opportunity", "not seen"),
    "not-applicable": (
        *("not applicable", "n a", "na", "does not apply", "doesnt apply"),
        *("it does not apply", "it doesnt apply"),
    ),
}
"""What people write for each, besides, in small letters and without signs."""

_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_YES = ("yes", "y", "yes please", "yes of course", "of course", "yes you may", "ja", "oui", "si")
_NO = ("no", "n", "no thanks", "no thank you", "please dont", "no please dont")


@dataclass(frozen=True)
class Said:
    """An answer from a list, as it was meant.

    Attributes:
        value: which it is; None where nothing was answered.
        more: whether something is said besides, such as a reason.
    """

    value: str | int | None
    more: bool = False


def folded(text: str) -> str:
    """Return the words of `text` alone: small letters, single spaces, no signs."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", re.sub("['\u2018\u2019\u02bc`\xb4]", "", plain)).split())


def level_in(text: str) -> Said:
    """Return the level from 1 to 5 that is meant, or the answer apart.

    Raises:
        ValueError: it is none of these, or more than one; says what to write.
    """
    words = folded(text)
    if text.strip() == "?":
        return Said("dont-know")
    first, _, rest = words.removeprefix("level ").partition(" ")
    number = _NUMBERS.get(first, first)
    levels = {level: folded(each) for level, each in scales().confidence.levels.items()}
    if re.fullmatch("[1-5]", number) and not re.search(r"\d", rest):
        return Said(int(number), more=rest not in ("", levels[int(number)]))
    by_words = next((level for level, each in levels.items() if words == each), None)
    if not words or by_words:
        return Said(by_words)
    apart = _beginning(words, _APART)
    if apart is None:
        what = f"'{_shortened(text)}' is no answer to this; write one number from 1 to 5, or: "
        raise ValueError(what + ", ".join(APART_WORDS.values()))
    return apart


def opportunity_in(text: str) -> Said:
    """Return how much opportunity is meant.

    Raises:
        ValueError: it is none of the four; says what to write.
    """
    words = folded(text)
    if not words or words in ("no", "much"):  # alone they are clear; more words may turn them
        return Said({"no": "none", "much": "much"}.get(words))
    found = _beginning(words, _OPPORTUNITIES)
    if found is None:
        known = ", ".join(OPPORTUNITY_WORDS[each] for each in OPPORTUNITIES)
        raise ValueError(f"'{_shortened(text)}' is no answer to this; write one of: {known}")
    return found


def consent_in(text: str) -> bool | None:
    """Return whether it is a plain yes or a plain no; None where it is neither, or empty."""
    words = folded(text)
    return True if words in _YES else False if words in _NO else None


def spoken(number: int) -> str:
    """Return a number as it is said in a sentence: in words up to five."""
    return next((word for word, digit in _NUMBERS.items() if digit == str(number)), str(number))


def _beginning(words: str, known: Mapping[Any, tuple[str, ...]]) -> Said | None:
    """Return what `words` are, or begin with; the longest phrase of those known decides."""
    phrases = [(phrase, value) for value, some in known.items() for phrase in some]
    for phrase, value in sorted(phrases, key=lambda each: len(each[0]), reverse=True):
        if words == phrase or words.startswith(f"{phrase} "):
            return Said(value, more=words != phrase)
    return None


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}\u2026"  # noqa: PLR2004 - for one line

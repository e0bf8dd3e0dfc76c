"""What a Markdown file says of itself above its text, read lightly and whoever wrote it.

A record is read whole and strictly by `reading`. This is for looking through many files, also
those that isp did not write: front matter that is broken or unknown is passed over.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from isp_cli import dates

_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_KEY = re.compile(r"^([^\W\d_][\w -]*?)[ \t]*:(?=[ \t\r\n]|\Z)", re.MULTILINE)
_DAY = re.compile(r"(?<!\d)(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_DAY_AHEAD = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})")
_PLAIN_ITEM = re.compile(r"[^\W_][\w./-]*")

Values = tuple[str, ...]


def taken_off(text: str, wanted: Collection[str]) -> tuple[Mapping[str, Values], str]:
    """Return the `wanted` properties of a Markdown text, and the text below them.

    Args:
        text: what is in the file, or the beginning of it.
        wanted: the names of the properties, in lower case.

    Returns:
        First, by the name of each property that is there, its values as text: one, several where
        it is a list or stands there twice, or none. What holds neither texts nor numbers is left
        out, and so is what is not YAML. Then the text, without the line ends that isp puts
        around it.
    """
    text = text.removeprefix("\ufeff")
    first = _FENCE.match(text)
    last = _FENCE.search(text, first.end()) if first else None
    if first is None or last is None:
        return {}, text
    inner = text[first.end() : last.start()]
    keys = list(_KEY.finditer(inner))
    ends = [each.start() for each in keys[1:]] + [len(inner)]
    found: dict[str, list[Values | None]] = {}
    for each, end in zip(keys, ends, strict=False):
        name = each.group(1).lower()
        if name in wanted:
            found.setdefault(name, []).append(_values(inner[each.end() : end]))
    newline = "\r\n" if last.group().endswith("\r\n") else "\n"
    said = {name: values for name, all_ in found.items() if (values := _joined(all_)) is not None}
    return said, text[last.end() :].removeprefix(newline).removesuffix(newline)


def _joined(values: Sequence[Values | None]) -> Values | None:
    """Return the values of a property that may stand there more than once."""
    joined: Values = ()
    for each in values:
        if each is None:
            return None
        joined += each
    return joined


def day_said(said: Mapping[str, Values], names: Sequence[str], path: Path) -> date:
    """Return the day of a file: what these properties say, as it is called, or when it was saved.

    Args:
        said: its properties.
        names: those that may say the day; the first that does decides.
        path: the file.
    """
    for value in (value for name in names for value in said.get(name, ())):
        day = _calendar_day(_DAY.search(value)) or dates.calendar_day(value)
        if day:
            return day
    return _calendar_day(_DAY_AHEAD.match(path.name)) or _day_saved(path)


def _day_saved(path: Path) -> date:
    try:
        return date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - where one is
    except (OSError, OverflowError, ValueError):  # it is gone, or its time is beyond the calendar
        return date.min


def _calendar_day(found: "re.Match[str] | None") -> date | None:
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _values(written: str) -> Values | None:
    """Return the values of a property, or None where it holds something else."""
    stripped = written.strip()
    if not stripped:
        return ()
    if _is_plain(stripped):
        return (stripped,)
    items: list[str] = []
    if stripped.startswith("- "):
        items = [line.strip().removeprefix("- ").strip() for line in stripped.splitlines()]
    elif stripped[0] + stripped[-1] == "[]":
        items = [each.strip() for each in stripped[1:-1].split(",")]
        if items == [""]:
            return ()
    if items and all(map(_PLAIN_ITEM.fullmatch, items)):
        return tuple(items)
    # Loaded only for what is written in a more particular way, since that takes long.
    from isp_cli import strictyaml

    try:
        value = strictyaml.parse(f"value:{written}")["value"]
    except strictyaml.YamlProblems:
        return None
    values = value if isinstance(value, list) else [] if value is None else [value]
    if not all(isinstance(each, str | int) for each in values):
        return None
    return tuple(str(each).lower() if isinstance(each, bool) else str(each) for each in values)


def _is_plain(written: str) -> bool:
    """Return whether this is one line of YAML that means itself."""
    return (
        written[0].isalnum()
        and not any(sign in written for sign in ("\n", "\r", ": ", ":\t", " #", "\t#"))
        and not written.endswith(":")
        and written.lower() != "null"
    )

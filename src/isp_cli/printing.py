"""What goes to standard output as text or JSON, without what would command a terminal."""

import re
import sys
from typing import Any

# C0 and C1 controls but tab and newline, and the marks that reorder text on the screen.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# The same, with the marks that only hint at a direction and the halves of pairs.
_UNSAFE_IN_JSON = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

# Bytes that a system which is set to ASCII could not read, such as those of a file's name.
_UNREAD = re.compile("[\udc80-\udcff]+")


def literal(text: str) -> str:
    r"""Return `text` with its control characters spelt out, as in `\x1b`.

    Bytes that the system could not read are read as UTF-8.
    """
    text = _UNREAD.sub(_read, text.replace("\r\n", "\n"))
    return _CONTROLS.sub(lambda found: ascii(found.group())[1:-1], text)


def _read(found: "re.Match[str]") -> str:
    return found.group().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def json_text(data: Any) -> str:  # noqa: ANN401 - JSON holds anything
    r"""Return `data` as JSON, with control characters as `\u001b`.

    Letters stay as they are where standard output is UTF-8, and are spelt out elsewhere.
    """
    import json

    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("_", "-")
    only_ascii = encoding not in ("utf-8", "utf8", "utf-8-sig")
    text = json.dumps(data, ensure_ascii=only_ascii, indent=2)
    return _UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def envelope(schema: str, data: Any) -> str:  # noqa: ANN401 - JSON holds anything
    """Return `data` as JSON in the envelope that names its schema, such as "isp.search/1"."""
    return json_text({"schema": schema, "data": data})


def echo(text: str | bytes, *, nl: bool = False) -> None:
    """Print `text`: to a program as it is, to a terminal with its control characters spelt out."""
    import typer

    if sys.stdout.isatty():
        text = literal(text.decode(errors="replace") if isinstance(text, bytes) else text)
    typer.echo(text, nl=nl, color=True)  # without this it takes escape sequences out of a pipe

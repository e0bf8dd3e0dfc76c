"""The one place that asks what time it is; only commands call it."""

from datetime import datetime


def now() -> datetime:
    """Return the present moment to the second, with the local offset from UTC."""
    return datetime.now().astimezone().replace(microsecond=0)

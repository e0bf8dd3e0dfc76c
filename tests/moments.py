"""Moments that tests stand still at."""

from datetime import datetime, timedelta, timezone

import pytest

MOMENT = datetime(2027, 1, 4, 9, 30, tzinfo=timezone(timedelta(hours=1)))
"""A Monday morning in an office one hour ahead of UTC."""


def stop_clock(monkeypatch: pytest.MonkeyPatch, moment: datetime = MOMENT) -> None:
    """Make it `moment` for the rest of the test."""
    monkeypatch.setattr("isp_cli.clock.now", lambda: moment)

"""Another's view, all the way: asked for, filled in, received, shown beside one's own."""

import json
from pathlib import Path

import pytest

from tests.assess.others.letters import ASSESSMENT, filled, form_for, saved
from tests.conftest import Isp
from tests.forms import files_in
from tests.moments import stop_clock

PAGE = """\
Others' views, beside your assessment of 4 January 2027

  - Sample colleague (supervisor), 4 January 2027

Seen by others and not by me

  - Brokering

Others had no opportunity to see this

  - Developing teams

Brokering

  Seen by others and not by me.
  You: 2 With preparation and some support
    Example: I asked two services.
  Sample colleague (supervisor): 4 On my own, in most settings
    Opportunity to see it: a lot
    Example: She got the county
    and the clinic to talk.
  What Sample colleague could share, or who could:
    Sponsor chairs such meetings.

Developing teams

  Others had no opportunity to see this.
  You: 4 On my own, in most settings
  Sample colleague (supervisor): no opportunity
    Opportunity to see it: none

Said in general

  Sample colleague:
    Thank you for asking.

"""


@pytest.fixture(autouse=True)
def _assessed(isp: Isp, portfolio: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep an assessment of brokering and teams; stand in a new folder."""
    stop_clock(monkeypatch)
    monkeypatch.chdir(tmp_path)
    assert isp("assess", "--answers", "-", stdin=ASSESSMENT).exit_code == 0
    assert portfolio.exists()


def test_asked_filled_in_received_and_shown(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """A form is written, filled in with an editor, filed, and shown beside the own rating."""
    asked = isp("assess", "invite", "Sample colleague", "--from", "Sample practitioner")
    assert asked.exit_code == 0
    assert asked.stderr == (
        "Written to form-for-sample-colleague.txt. It holds your name (Sample practitioner), and "
        "nothing of your ratings or of what you wrote; read it before you share it.\n"
    )
    form = (tmp_path / "form-for-sample-colleague.txt").read_bytes().decode("utf-8-sig")
    assert "I asked two services." not in form
    back = filled(
        form.replace("\r\n", "\n"),
        {
            "opportunity": "a lot",
            "rating": "4",
            "example": "She got the county\nand the clinic to talk.",
            "offer": "Sponsor chairs such meetings.",
        },
        {"opportunity": "None"},
        relation="supervisor",
        consent="Yes",
        comment="Thank you for asking.",
    )
    received = isp("assess", "receive", saved(tmp_path, back))
    assert (received.exit_code, received.stderr) == (0, "")
    assert files_in(portfolio / "views") == ["2027-01-04-sample-colleague.md"]
    shown = isp("assess", "views")
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert shown.stdout.startswith(PAGE)
    assert shown.stdout.endswith(
        "  - Sample colleague, 4 January 2027: came back on 4 January 2027\n"
    )


def test_for_other_programs(isp: Isp) -> None:
    """Every step takes --json, in the envelope."""
    made = json.loads(isp("assess", "invite", "Peer", "--competency", "teams", "--json").stdout)
    assert made["schema"] == "isp.invitation/1"
    assert made["data"]["competencies"] == ["teams"]
    form = Path(made["data"]["file"]).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    back = filled(form, {"opportunity": "some", "rating": "don't know"}, consent="yes")
    got = json.loads(isp("assess", "receive", "-", "--json", stdin=back).stdout)
    assert got["schema"] == "isp.received/1"
    assert [each["outcome"] for each in got["data"]] == ["filed"]
    shown = json.loads(isp("assess", "views", "--json").stdout)
    assert shown["schema"] == "isp.views/1"
    (teams,) = shown["data"]["competencies"]
    assert (teams["mine"], teams["agreement"]) == (4, "open")
    assert teams["named"][0]["rating"] == "dont-know"
    assert shown["data"]["asked"][0]["received"] == "2027-01-04T09:30:00+01:00"


def test_the_own_lines_of_the_form_are_nobodys_answer(isp: Isp) -> None:
    """A form that comes back empty has nothing in it, however much isp wrote there."""
    result = isp("assess", "receive", "-", stdin=form_for(isp, "Peer"))
    assert result.exit_code == 5
    assert "nothing is filled in" in result.stderr

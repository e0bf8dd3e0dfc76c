"""A plan as it stands in a portfolio after some months, edited by hand here and there."""

from pathlib import Path

from tests.conftest import Isp

PLAN = """\
horizon: 31 December 2028
reviews: [2027-04-05, 2027-07-05]
goals:
- competency: brokering
  key_activities: [brokering.activity.1]
  further: I bring people together before I am asked.
  resources: |
    Network meetings:

    * monthly, in the county
    * [minutes](https://example.org/minutes)
  learn_from: A colleague who links services.
  steps:
  - step: Draw a map of who is missing
    by: 15 January 2027
    who_helps: A colleague from the county
  - step: Shadow a meeting
    by: 1 March 2027
  - step: Write to the ministry
  evidence: |
    Two services call each other.
    They do not go through me.
  obstacles: If the meetings are called off, I ask for one by telephone.
- competency: teams
  steps:
  - step: Read about meetings
    by: 2 March 2027
"""

CHANGES = (
    ("- [ ] Draw", "In this order:\n\n- [x] Draw"),
    ("missing 📅 2027-01-15", "missing 📅 2027-01-15 ✅ 2027-01-12"),
    ("from the county\n", "from the county\n  - Three services we had never met.\n"),
    ("- [ ] Write to the ministry", "- [-] Write to the ministry ❌ 2027-02-01"),
)
"""What the person changed by hand: what in the place of what."""

BELOW = """
## Brokering: review of 5 April 2027 <!-- review.2027-04-05.brokering -->

### What happened

Two of three came.

### What now

Go on.

## Looking back <!-- looking-back -->

It was worth it.
"""

STEM = "2027-01-04-2028"


def keep(isp: Isp, portfolio: Path) -> Path:
    """Keep the plan in the portfolio, changed by hand, and return its file."""
    assert isp("plan", "--answers", "-", stdin=PLAN).exit_code == 0
    kept = portfolio / "plans" / f"{STEM}.md"
    text = kept.read_text(encoding="utf-8")
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new)
    kept.write_text(text + BELOW, encoding="utf-8")
    return kept

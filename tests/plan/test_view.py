"""A plan, and what is read beside making one."""

from datetime import date

from isp_cli.assess.record import Assessment, Rating
from isp_cli.guide.model import Guide
from isp_cli.plan.beside import Before, beside
from isp_cli.plan.record import Plan
from isp_cli.plan.view import plan_page, summary
from isp_cli.portfolio.record import GuideVersion
from isp_cli.reflect.record import Reflection
from tests.moments import MOMENT

VERSION = GuideVersion(id="implementation-support", version="1")


def test_what_was_found_is_read_beside_the_choice(guide: Guide) -> None:
    """Who chooses goals sees the latest profile, and the answers to questions 6 and 7."""
    assessment = Assessment.begun(
        MOMENT,
        VERSION,
        competencies=("brokering", "teams"),
        ratings={
            "brokering": Rating(confidence=1, importance=5, use=3),
            "teams": Rating(confidence=5, importance=5, use=5),
        },
    )
    reflection = (
        Reflection.begun(MOMENT, VERSION, chosen={"question.6": ("teams",)})
        .with_text("question.6", "6.", "We meet.")
        .with_text("question.7", "7.", "Families get lost.")
        .with_text("question.8", "8.", "Not shown.")
    )
    assert list(map(str, beside(guide, Before(assessment, [reflection])))) == [
        "Your profile of 4 January 2027:",
        "  To develop:",
        "    - Brokering",
        "  To share:",
        "    - Developing teams",
        "Question 6, your answer of 4 January 2027:",
        "    - Developing teams",
        "    We meet.",
        "Question 7, your answer of 4 January 2027:",
        "    Families get lost.",
        "",
        "Which ones to work on is yours to decide.",
    ]


def test_without_anything_found_nothing_is_beside(guide: Guide) -> None:
    """A plan can be made without an assessment or a reflection."""
    assert list(beside(guide, Before())) == []


def test_only_reviews_to_come_are_named(guide: Guide) -> None:
    """A day that a review came after is no day to come, and a closed plan has none."""
    planned = (date(2027, 7, 4), date(2027, 4, 4))
    plan = Plan.begun(MOMENT, VERSION, reviews=planned, status="active")
    assert "To be looked at again on 4 April 2027, 4 July 2027" in map(str, plan_page(plan, guide))
    held = plan.with_values(reviewed_on=date(2027, 4, 4))
    assert "To be looked at again on 4 July 2027" in map(str, plan_page(held, guide))
    closed = held.with_values(status="closed")
    assert not any("looked at" in str(each) for each in plan_page(closed, guide))


def test_a_plan_is_shown_whole(guide: Guide) -> None:
    """Each goal shows what was said, the steps with a mark that can be read aloud."""
    plan = (
        Plan.begun(MOMENT, VERSION, horizon=date(2028, 1, 4))
        .for_competencies(("teams", "gone"))
        .saying("resources", "teams", "", "Our charters.\nAnd time.")
        .saying("steps", "teams", "", "- [x] Begin 📅 2027-02-01\n- [ ] Go on")
    )
    assert list(map(str, plan_page(plan, guide))) == [
        "Development plan, 4 January 2027 (draft)",
        "Until 4 January 2028",
        "",
        "Developing teams",
        "",
        "  Resources available:",
        "    Our charters.\n    And time.",
        "  Next steps:",
        "    1. [x] Begin, by 1 February 2027",
        "    2. [ ] Go on",
        "",
        "gone (not in this guide)",
        "",
    ]
    assert summary(plan) == "2 goals, 2 steps"

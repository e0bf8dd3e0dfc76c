"""A development plan as a conversation."""

from datetime import date

from isp_cli.guide.model import Guide
from isp_cli.plan.dialogue import dialogue
from isp_cli.plan.found import Found
from isp_cli.plan.record import Plan
from isp_cli.plan.steps import Step
from isp_cli.portfolio.record import GuideVersion
from isp_cli.terminal.prompter import Choose, ChooseSeveral, Move
from isp_cli.terminal.screen import Line
from tests.moments import MOMENT
from tests.scripted import Played, Reply, play

GOAL = ("goals", ("teams",))
YEAR = ("horizon", "2028-01-04")
THREE = ("reviews", "3")


def further(competency: str) -> tuple[tuple[str, Reply], tuple[str, Reply]]:
    """Return how one goes past what "further" looks like."""
    return (f"activities.{competency}", Move.SKIP), (f"further.{competency}", Move.SKIP)


def begun() -> Plan:
    """Return a plan with nothing in it, begun on 4 January 2027."""
    return Plan.begun(MOMENT, GuideVersion(id="implementation-support", version="1"))


def plan(guide: Guide, record: Plan, *script: tuple[str, Reply]) -> Played[Plan]:
    """Return what comes of a plan that goes on from `record`."""
    return play(lambda prompter: dialogue(guide, prompter, record), *script)


def test_a_whole_plan(guide: Guide) -> None:
    """Each goal is asked for resources, people, dated steps and evidence, in the guide's order."""
    played = plan(
        guide,
        begun(),
        ("goals", ("teams", "brokering")),
        ("horizon", "2028-07-04"),
        THREE,
        *further("brokering"),
        ("resources.brokering", "Two hours a month."),
        ("learn-from.brokering", "A colleague."),
        ("step.brokering.1", "Draw a map"),
        ("due.brokering.1", "in 3 weeks"),
        ("helps.brokering.1", Move.SKIP),
        ("step.brokering.2", "Shadow a meeting"),
        ("due.brokering.2", "15 March 2027"),
        ("helps.brokering.2", Move.SKIP),
        ("step.brokering.3", Move.SKIP),
        ("evidence.brokering", "Two services call each other."),
        ("obstacles.brokering", Move.SKIP),
        *further("teams"),
        ("resources.teams", Move.SKIP),
        ("learn-from.teams", Move.SKIP),
        ("step.teams.1", "Coach one team"),
        ("due.teams.1", Move.SKIP),
        ("helps.teams.1", Move.SKIP),
        ("step.teams.2", Move.SKIP),
        ("evidence.teams", "It runs its own meetings,\nand says so."),
        ("obstacles.teams", Move.SKIP),
    )
    made = played.last
    assert not played.left
    assert made.is_draft
    assert made.competencies == ("brokering", "teams")
    assert made.horizon == date(2028, 7, 4)
    assert made.said("resources", "brokering") == "Two hours a month."
    assert made.said("learn-from", "brokering") == "A colleague."
    assert made.steps("brokering") == (
        Step("Draw a map", date(2027, 1, 25)),
        Step("Shadow a meeting", date(2027, 3, 15)),
    )
    assert made.steps("teams") == (Step("Coach one team"),)
    assert made.said("evidence", "teams") == "It runs its own meetings,\nand says so."
    assert made.said("resources", "teams") == ""


def test_a_record_comes_after_every_answer(guide: Guide) -> None:
    """Every answer is in the record before the next question; a step before its date."""
    played = plan(
        guide,
        begun(),
        GOAL,
        YEAR,
        THREE,
        *further("teams"),
        ("resources.teams", Move.SKIP),
        ("learn-from.teams", "The supervisor."),
        ("step.teams.1", "Coach one team"),
        ("due.teams.1", "2027-02-01"),
        ("helps.teams.1", Move.SKIP),
        ("step.teams.2", Move.LATER),
    )
    assert played.left
    assert [each.competencies for each in played.records] == [("teams",)] * 6
    assert [each.horizon for each in played.records] == [None] + [date(2028, 1, 4)] * 5
    assert [each.said("learn-from", "teams") for each in played.records][2:4] == [
        "",
        "The supervisor.",
    ]
    assert [each.steps("teams") for each in played.records][3:] == [
        (),
        (Step("Coach one team"),),
        (Step("Coach one team", date(2027, 2, 1)),),
    ]


def test_the_horizon_is_one_to_two_years(guide: Guide) -> None:
    """The guide speaks of one to two years; the days that this leads to are named."""
    played = plan(guide, begun(), GOAL, ("horizon", Move.LATER))
    horizon = played.question("horizon")
    assert isinstance(horizon, Choose)
    assert [(each.value, each.label) for each in horizon.choices] == [
        ("2028-01-04", "One year, until 4 January 2028"),
        ("2028-07-04", "A year and a half, until 4 July 2028"),
        ("2029-01-04", "Two years, until 4 January 2029"),
    ]


def test_each_question_is_about_one_goal(guide: Guide) -> None:
    """The parts of a goal are asked for this one competency, which is named."""
    played = plan(
        guide,
        begun(),
        GOAL,
        YEAR,
        THREE,
        *further("teams"),
        ("resources.teams", Move.SKIP),
        ("learn-from.teams", Move.SKIP),
        ("step.teams.1", Move.LATER),
    )
    asked = played.prompter.asked[3:]
    assert [each.place for each in asked] == ["Developing teams, goal 1 of 1"] * 5
    assert [each.text for each in asked] == [
        "In which of its key activities would you like to come further?",
        "In your own words: what would you do, or do differently, once you are further?",
        "Which resources are available to you for this?",
        "Who can you learn from?",
        "What are your next steps? One at a time; the first:",
    ]


def test_a_goal_must_be_chosen(guide: Guide) -> None:
    """A plan is about at least one competency, and shows beside the choice what was found."""
    beside = (Line("Your profile:"),)
    played = play(
        lambda prompter: dialogue(guide, prompter, begun(), found=Found(beside)),
        ("goals", Move.LATER),
    )
    goals = played.question("goals")
    assert played.records == []
    assert isinstance(goals, ChooseSeveral)
    assert goals.first
    assert not goals.optional
    assert goals.least == 1
    assert goals.context == beside


FOUR = ("co-learning", "brokering", "power", "teams")


def test_more_than_three_goals_get_one_word(guide: Guide) -> None:
    """A fourth goal is taken; it is said once that fewer leave more time, and how to go back."""
    played = plan(
        guide,
        begun(),
        ("goals", FOUR),
        ("horizon", Move.BACK),
        ("goals", (*FOUR, "leaders")),
        ("horizon", "2028-01-04"),
        THREE,
        *further("co-learning"),
        ("resources.co-learning", Move.LATER),
    )
    (word,) = played.prompter.told
    assert word.startswith("You chose 4.")
    assert "/back" in word
    assert played.last.competencies == (*FOUR, "leaders")


def test_three_goals_get_no_word(guide: Guide) -> None:
    """The two or three that the guide speaks of pass without a word."""
    assert plan(guide, begun(), ("goals", FOUR[:3]), ("horizon", Move.LATER)).prompter.told == []


def test_four_goals_taken_up_get_no_word_again(guide: Guide) -> None:
    """Who decided for more has decided."""
    draft = begun().for_competencies(FOUR)
    assert (
        plan(guide, draft, YEAR, THREE, ("activities.co-learning", Move.LATER)).prompter.told == []
    )

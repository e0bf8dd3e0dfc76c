"""A review as a YAML form: the empty one, and what a filled one says."""

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import Field

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.plan import rhythm
from isp_cli.plan.record import Plan
from isp_cli.plan.review import said
from isp_cli.plan.review.changes import finished, next_review, on_day, reviewed
from isp_cli.plan.step.acts import Act, numbered, spoken
from isp_cli.plan.view import name_of
from isp_cli.sessions.answers import HOW_TO_WRITE, Form, Written, form_text

Wrong = tuple[list[str | int], str]


class GoalForm(Form):
    """What is said about one goal."""

    happened: Written = ""
    learnt: Written = ""
    now: Written = ""


class ReviewForm(Form):
    """A review: what is said about each goal, and when the plan is looked at next."""

    next_review: Written = ""
    goals: Mapping[str, GoalForm | None] = Field(default_factory=dict)


def template(guide: Guide, plan: Plan, today: date) -> str:
    """Return the form to fill in, with a place for each goal of the plan."""
    following = next_review(plan, today)
    empty = dict.fromkeys(said.QUESTIONS)
    explained = [
        f"Review of the plan of {plan.day}. What you leave empty stays unsaid.",
        HOW_TO_WRITE,
        *(f"{part}: {question}" for part, question in said.QUESTIONS.items()),
        f"next_review: when you will look at it again, such as {dates.EXAMPLES}.",
    ]
    for competency in plan.competencies:
        explained += ["", name_of(guide, competency)]
        explained += [
            f"  {spoken(each)}" for each in numbered(plan) if each.competency == competency
        ]
    return form_text(
        (explained, {"next_review": following.isoformat() if following else None}),
        ([], {"goals": dict.fromkeys(plan.competencies, empty)}),
    )


def check(plan: Plan, filled: ReviewForm, today: date) -> Iterator[Wrong]:
    """Yield what is wrong with a filled form: the path of keys to it, and what."""
    if filled.next_review.strip() and (wrong := rhythm.wrong_day(filled.next_review, today=today)):
        yield ["next_review"], wrong.rstrip(".")
    for name in filled.goals:
        if name not in plan.competencies:
            yield (
                ["goals", name],
                f"is no goal of this plan; it has: {', '.join(plan.competencies)}",
            )
    if not any(_said(each) for each in filled.goals.values()):
        yield ["goals"], "nothing is filled in yet"


def changed(act: Act, plan: Plan, filled: ReviewForm) -> Plan:
    """Return the plan with what a filled form says."""
    for competency, goal in filled.goals.items():
        for part, words in _said(goal).items():
            plan = reviewed(act, plan, competency, part, act.today, words)
    if filled.next_review.strip():
        plan = on_day(plan, dates.date_in(filled.next_review, act.today), act.today)
    return finished(plan, act.today, act.today)


def _said(goal: GoalForm | None) -> dict[said.Part, str]:
    found = {part: getattr(goal, part) for part in said.QUESTIONS} if goal else {}
    return {part: words for part, words in found.items() if words.strip()}

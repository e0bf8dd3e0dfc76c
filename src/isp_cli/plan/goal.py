"""The questions about one goal of a plan."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from isp_cli.assess.activities import in_full
from isp_cli.guide.model import Competency
from isp_cli.plan import further, next_steps
from isp_cli.plan.found import Found
from isp_cli.plan.record import PARTS, Part, Plan
from isp_cli.terminal.prompter import Choice, ChooseSeveral, Write
from isp_cli.terminal.screen import Line
from isp_cli.terminal.walk import Step

QUESTIONS: dict[Part, str] = {
    "further": "In your own words: what would you do, or do differently, once you are further?",
    "resources": "Which resources are available to you for this?",
    "learn-from": "Who can you learn from?",
    "steps": next_steps.QUESTION,
    "evidence": "How will you know that you have come further?",
    "obstacles": "What could get in the way, and what will you do then? If ..., then ...",
}
"""What is asked of each competency: the guide's question 7, and the project's own."""

TAKEN_UP: tuple[Part, ...] = ("resources", "learn-from")
"""Parts that what was written in a reflection is taken up for as it stands."""


def questions(
    plan: Plan, competency: Competency, place: str, found: Found, today: date
) -> Iterator[Step[Plan]]:
    """Yield what is asked about one competency.

    Args:
        plan: the plan so far.
        competency: what is to be developed.
        place: where one is, such as "Brokering, goal 1 of 2".
        found: what the person wrote before.
        today: the day that "in 3 weeks" counts from.
    """
    part = partial(_part_step, plan, competency, place=place, found=found)
    about = found.about.get(competency.id, ())
    if competency.activities:
        yield _activities_step(plan, competency, place, about)
    yield _own_words_step(plan, competency, place, () if competency.activities else about)
    yield part("resources")
    yield part("learn-from", context=found.teachers.get(competency.id, ()))
    yield from next_steps.questions(plan, competency, place, found, today)
    yield part("evidence")
    yield part("obstacles")


def _activities_step(
    plan: Plan, competency: Competency, place: str, about: tuple[Line, ...]
) -> Step[Plan]:
    words = {each.id: in_full(each) for each in competency.activities}

    def put(plan: Plan, chosen: tuple[str, ...]) -> Plan:
        text = plan.said("further", competency.id)
        gone = [each for each in further.chosen_in(text) if each not in words]
        new = further.with_chosen(text, [each for each in words if each in chosen] + gone, words)
        return plan.saying("further", competency.id, competency.name, new) if new != text else plan

    current = plan.activities(competency.id)
    return Step(
        ChooseSeveral(
            key=f"activities.{competency.id}",
            text="In which of its key activities would you like to come further?",
            place=place,
            context=about,
            choices=tuple(
                Choice(each, text, mark=str(number))
                for number, (each, text) in enumerate(words.items(), start=1)
            ),
            current=tuple(each for each in current if each in words),
        ),
        put,
        answered=bool(plan.said("further", competency.id)),
    )


def _own_words_step(
    plan: Plan, competency: Competency, place: str, about: tuple[Line, ...]
) -> Step[Plan]:
    text = plan.said("further", competency.id)
    words = {each.id: in_full(each) for each in competency.activities}
    chosen = [words[each] for each in further.chosen_in(text) if each in words]

    def put(plan: Plan, written: str) -> Plan:
        new = further.with_own_words(plan.said("further", competency.id), written)
        return plan.saying("further", competency.id, competency.name, new)

    return Step(
        Write(
            key=f"further.{competency.id}",
            text=QUESTIONS["further"],
            place=place,
            context=(*about, *(Line(each, mark="-", indent=2) for each in chosen)),
            current=further.own_words(text),
        ),
        put,
        answered=bool(further.own_words(text)),
    )


def _part_step(
    plan: Plan,
    competency: Competency,
    part: Part,
    *,
    place: str,
    found: Found,
    context: tuple[Line, ...] = (),
) -> Step[Plan]:
    def put(plan: Plan, text: str) -> Plan:
        return plan.saying(part, competency.id, competency.name, text)

    key = f"{part}.{competency.id}"
    said = plan.said(part, competency.id)
    taken_up = bool(said) and said == found.answers.get(key)
    if taken_up:
        said_before = "You wrote this in your reflection. /skip keeps it; or change it as you like."
        context = (*context, Line(said_before))
    return Step(
        Write(key=key, text=QUESTIONS[part], place=place, context=context, current=said),
        put,
        answered=bool(said) and not (taken_up and _is_last(plan, competency, part, found)),
    )


def _is_last(plan: Plan, competency: Competency, part: Part, found: Found) -> bool:
    """Return whether nothing behind this part has an answer that was given for this plan."""
    ahead = [(competency.id, each) for each in PARTS[PARTS.index(part) + 1 :]]
    later = plan.competencies[plan.competencies.index(competency.id) + 1 :]
    ahead += [(each, behind) for each in later for behind in PARTS]
    return not any(
        (said := plan.said(behind, each)) and said != found.answers.get(f"{behind}.{each}")
        for each, behind in ahead
    )


def with_answers(plan: Plan, goals: Mapping[str, str], found: Found) -> Plan:
    """Return the plan with what was written before for goals that say nothing yet.

    Args:
        plan: the plan.
        goals: the names of the competencies that were chosen, by their ids.
        found: what was written before.
    """
    for competency, name in goals.items():
        for part in TAKEN_UP:
            text = found.answers.get(f"{part}.{competency}", "")
            if text.strip() and not plan.said(part, competency):
                plan = plan.saying(part, competency, name, text)
    return plan

"""A reflection, as lines."""

from collections.abc import Iterable, Iterator

from isp_cli.guide.model import Guide
from isp_cli.reflect.answer import answer_lines
from isp_cli.reflect.found import answered_in
from isp_cli.reflect.record import Reflection, developments
from isp_cli.sessions.structures import Structure
from isp_cli.terminal.screen import Line, heading, title

RULE = "-" * 40
"""What stands between two reflections."""


def reflection_page(reflection: Reflection, guide: Guide) -> Iterator[Line]:
    """Yield every question that was answered, with what was chosen and written."""
    state = "a draft" if reflection.is_draft else "finished"
    yield title(f"Reflection, {reflection.day} ({state})")
    if reflection.structure_name:
        yield Line(reflection.structure_name)
    for each in answered_in(reflection, guide):
        yield from heading(each.heading)
        yield from answer_lines(reflection, each)


def reflections_page(reflections: Iterable[Reflection], guide: Guide) -> Iterator[Line]:
    """Yield several reflections, one below the other."""
    for number, each in enumerate(reflections):
        if number:
            yield from (Line(), Line(RULE, style="dim"), Line())
        yield from reflection_page(each, guide)


def structures_page(structures: Iterable[Structure]) -> Iterator[Line]:
    """Yield the structures that come with isp: what they are, ask, and where they come from."""
    yield title("Other ways to structure a reflection")
    for each in structures:
        yield from heading(each.name)
        if each.about:
            yield Line(each.about, indent=2)
        for number, question in enumerate(each.questions, start=1):
            yield Line(question.text, mark=f"{number}.", indent=4)
        for source in each.sources:
            yield Line(source, indent=2, style="dim")
        yield Line(f"To reflect with it: isp reflect --as {each.key}", indent=2)
    yield Line()
    yield Line("With questions of your own: isp reflect --questions FILE")


def result_page(reflection: Reflection) -> Iterator[Line]:
    """Yield what there is to say when a reflection has come to its end."""
    yield Line(f"Reflection of {reflection.day}: {summary(reflection)}.")
    yield Line("To read it again: isp reflect show")
    if developments(reflection):
        yield Line("To make a plan of what you would like to develop: isp plan")


def summary(reflection: Reflection) -> str:
    """Return in a few words how far a reflection has come."""
    written = {each.key for each in reflection.passages if each.text}
    chosen = {key for key, names in reflection.chosen.items() if names}
    questions = {".".join(key.split(".")[:2]) for key in written | chosen}
    count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
    of = f"{reflection.topic}; " if reflection.topic else ""
    return f"{of}{count} answered"

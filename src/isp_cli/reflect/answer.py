"""What was answered to one question, as lines."""

from collections.abc import Iterator

from isp_cli.reflect.questions import Asked
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.screen import Line


def answer_lines(reflection: Reflection, question: Asked) -> Iterator[Line]:
    """Yield what was chosen and written for a question, and behind it under its headings."""
    chosen = question.names(reflection.chosen.get(question.id, ()))
    if chosen:
        yield Line(", ".join(chosen.values()), mark="-", indent=2)
    for passage in reflection.passages:
        if not passage.text or not question.holds(passage.key):
            continue
        if passage.key == question.id:
            yield Line(passage.text, indent=2)
        else:
            yield Line()
            yield Line(passage.heading, indent=2, style="bold")
            yield Line(passage.text, indent=4)

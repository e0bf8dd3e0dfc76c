"""A reflection, as lines."""

from collections.abc import Iterator

from isp_cli.guide.model import Guide
from isp_cli.reflect.questions import asked, to_choose_from
from isp_cli.reflect.record import Reflection
from isp_cli.terminal.screen import Line, heading, title


def reflection_page(reflection: Reflection, guide: Guide) -> Iterator[Line]:
    """Yield every question that was answered, with what was chosen and written."""
    state = "a draft" if reflection.is_draft else "finished"
    yield title(f"Reflection, {reflection.day} ({state})")
    known = list(asked(guide))
    for each in known:
        chosen = reflection.chosen.get(each.id, ())
        if not chosen and not reflection.text(each.id):
            continue
        yield from heading(each.heading)
        if chosen:
            names = {part.id: part.name for part in to_choose_from(guide, each.question)}
            yield Line(", ".join(names.get(name, name) for name in chosen), mark="-", indent=2)
        if reflection.text(each.id):
            yield Line(reflection.text(each.id), indent=2)
    for passage in reflection.passages:
        if passage.key not in {each.id for each in known} and passage.text:
            yield from heading(f"{passage.heading} (not in this guide)")
            yield Line(passage.text, indent=2)


def result_page(reflection: Reflection) -> Iterator[Line]:
    """Yield what there is to say when a reflection has come to its end."""
    yield Line(f"Reflection of {reflection.day}: {summary(reflection)}.")
    yield Line("To read it again: isp reflect show")


def summary(reflection: Reflection) -> str:
    """Return in a few words how far a reflection has come."""
    written = {each.key for each in reflection.passages if each.text}
    chosen = {key for key, names in reflection.chosen.items() if names}
    questions = {".".join(key.split(".")[:2]) for key in written | chosen}
    return "1 question answered" if len(questions) == 1 else f"{len(questions)} questions answered"

"""Reflections to hand over: as one document, or as JSON; each says what it leaves out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from isp_cli.guide.model import Guide
from isp_cli.handout.markdown import escaped
from isp_cli.portfolio.record import as_json as record_as_json
from isp_cli.reflect.found import Part, answered_in
from isp_cli.reflect.record import Reflection
from isp_cli.sessions.formats import Format
from isp_cli.terminal.screen import envelope


@dataclass(frozen=True)
class Selection:
    """Reflections that are handed over, and what is left out.

    Attributes:
        reflections: what goes out, oldest first, each with the answers that are meant.
        others: how many finished reflections are left out.
        drafts: how many drafts are left out.
        part: what of each reflection is meant.
    """

    reflections: tuple[Reflection, ...]
    others: int
    drafts: int
    part: Part

    def says_left_out(self, guide: Guide) -> str:
        """Return what is left out, as sentences; empty where nothing is."""
        left = [_count(self.others, "other reflection"), _count(self.drafts, "draft")]
        if self.part.questions:
            numbers = [each.number for each in guide.questions if each.id in self.part.questions]
            left.append(f"answers to other questions than {', '.join(numbers)}")
        if self.part.about:
            names = {each.id: each.name for each in guide.competencies}
            names |= {each.id: each.name for each in guide.principles}
            about = " or ".join(names.get(each, each) for each in self.part.about)
            left.append(f"answers for which {about} was not chosen")
        said = "; ".join(each for each in left if each)
        return f"Left out: {said}." if said else ""


def as_markdown(selection: Selection, guide: Guide) -> str:
    """Return the reflections as one Markdown document, each answer as it was written."""
    return "\n".join(_lines(selection, guide)).rstrip("\n") + "\n"


def as_json(selection: Selection, guide: Guide) -> str:
    """Return the reflections as `isp reflect show --json` prints them, and what is left out."""
    data = {
        "reflections": [record_as_json(each) for each in selection.reflections],
        "left_out": {
            "reflections": selection.others,
            "drafts": selection.drafts,
            "only_questions": list(selection.part.questions),
            "only_about": list(selection.part.about),
            "words": selection.says_left_out(guide),
        },
    }
    return envelope("isp.reflection-export/1", data) + "\n"


FORMATS: Mapping[str, Format[Selection]] = {
    "markdown": Format("Markdown", ".md", "It holds your answers in full", as_markdown),
    "json": Format("JSON", ".json", "It holds your answers in full", as_json),
}
"""What reflections can be handed over in, by the name that --format takes."""


def _lines(selection: Selection, guide: Guide) -> Iterator[str]:
    yield "# Reflections"
    for reflection in selection.reflections:
        yield ""
        of = f": {escaped(reflection.structure_name)}" if reflection.structure_name else ""
        yield f"## {reflection.day}{of}"
        yield from _answers(reflection, guide)
    left_out = selection.says_left_out(guide)
    if left_out:
        yield from ("", "---", "", escaped(left_out))


def _answers(reflection: Reflection, guide: Guide) -> Iterator[str]:
    for question in answered_in(reflection, guide):
        yield from ("", f"### {escaped(question.heading)}")
        chosen = question.names(reflection.chosen.get(question.id, ()))
        if chosen:
            yield from ("", f"Chosen: {escaped(', '.join(chosen.values()))}")
        for passage in reflection.passages:
            if passage.text.strip() and question.holds(passage.key):
                if passage.key != question.id:
                    yield from ("", f"#### {escaped(passage.heading)}")
                yield from ("", passage.text.strip("\n"))


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}" if number else ""


def selection(wanted: Sequence[Reflection], every: int, drafts: int, part: Part) -> Selection:
    """Return what is handed over of the wanted reflections; those without such an answer stay."""
    meant = [part.of(each) for each in wanted]
    kept = tuple(each for each in meant if not each.is_empty)
    return Selection(kept, every - len(kept), drafts, part)

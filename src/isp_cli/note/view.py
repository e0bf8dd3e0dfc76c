"""Notes, as lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from isp_cli import dates
from isp_cli.guide.model import Guide
from isp_cli.guide.naming import first_sentence
from isp_cli.note.found import FoundNote
from isp_cli.note.record import Note
from isp_cli.portfolio.section import taken_apart
from isp_cli.terminal.screen import Line, heading, one_line, title

TITLE = 200
"""Letters of a title, or of a first line in its place, that are enough to know a note by."""


def note_page(note: FoundNote, guide: Guide) -> Iterator[Line]:
    """Yield a note: its day and title, what it touches, and its text."""
    named = f": {one_line(note.title, TITLE)}" if note.is_titled else ""
    yield title(f"Note, {dates.spoken(note.day)}{named}")
    yield from (Line(said, style="dim") for said in _said(note, guide))
    yield Line()
    if note.structure:
        before, sections = taken_apart(note.body)
        if before.strip():
            yield Line(before.strip("\n"), indent=2)
        for each in sections:
            if each.text.strip():
                yield from heading(each.passage.heading)
                yield Line(each.text, indent=2)
    else:
        yield Line(note.text, indent=2)


def note_pages(notes: Iterable[FoundNote], guide: Guide) -> Iterator[Line]:
    """Yield several notes, one below the other."""
    for number, note in enumerate(notes):
        if number:
            yield from (Line(), Line("* * *"), Line())
        yield from note_page(note, guide)


def _said(note: FoundNote, guide: Guide) -> Iterator[str]:
    names = names_in(guide)
    touched = [names.get(each, each) for each in (*note.competencies, *note.principles)]
    if touched:
        yield f"It touches: {', '.join(touched)}"
    if note.dilemma:
        yield f"It shows {dilemma_in(guide, note.dilemma)}"
    if note.is_private:
        yield "Private: it stays out of every export"
    else:
        yield "Shareable: an export can take it in"


def names_in(guide: Guide) -> Mapping[str, str]:
    """Return what the competencies, principles and dilemmas of a guide are called, by their ids."""
    dilemmas = {each.id: f"dilemma {n}" for n, each in enumerate(guide.dilemmas, start=1)}
    competencies = {each.id: each.name for each in guide.competencies}
    return {each.id: each.name for each in guide.principles} | competencies | dilemmas


def dilemma_in(guide: Guide, id_: str) -> str:
    """Return a dilemma in words: its number, and its first sentence in the guide's words."""
    found = next((each for each in guide.dilemmas if each.id == id_), None)
    name = names_in(guide).get(id_, id_)
    return f"{name}: {first_sentence(found.text)}" if found else name


def notes_page(notes: Sequence[FoundNote], guide: Guide, shown: int) -> Iterator[Line]:
    """Yield the newest `shown` of the notes, and how many more there are."""
    names = names_in(guide)
    for note in list(reversed(notes))[:shown]:
        yield Line(note.name, style="bold")
        said = [names.get(each, each) for each in (*note.competencies, *note.principles)]
        yield Line(one_line(note.title, TITLE), indent=2)
        below = ", ".join(said)
        if not note.is_private:
            below += "; shareable" if below else "shareable"
        if below:
            yield Line(below, indent=2, style="dim")
    if len(notes) > shown:
        yield Line()
        yield Line(
            f"{len(notes) - shown:,} more; see them with --all, or narrow it down with --since, "
            "--competency or --text."
        )


def summary(note: Note) -> str:
    """Return in a few words what a note is about: its title, or how it begins."""
    written = (each.text for each in note.passages)
    return one_line(note.title or next(filter(str.strip, written), ""), TITLE)


def result_page(note: Note, guide: Guide) -> Iterator[Line]:
    """Yield what there is to say when a note is kept."""
    names = names_in(guide)
    touched = [names.get(each, each) for each in (*note.competencies, *note.principles)]
    about = f", about {', '.join(touched)}" if touched else ""
    state = "private" if note.private else "shareable"
    yield Line(f"Note of {dates.spoken(note.moment)}{about}; {state}.")
    if note.dilemma:
        yield Line(f"It shows {dilemma_in(guide, note.dilemma)}")
    yield Line("To read your notes: isp note list")

"""The steps of a goal as blocks of a document: a list of tasks, or a table."""

from collections.abc import Iterator

from isp_cli import dates
from isp_cli.handout.blocks import Block, Prose, State, Table, Task, Tasks, Words, Written
from isp_cli.plan.steps import Step, places

COLUMNS = {"Step": 5, "By": 4, "Who helps": 3, "State": 3, "What came of it": 4}
"""The columns of the table, and how wide they are in relation to one another."""


def list_blocks(text: str) -> Iterator[Block]:
    """Yield the steps as tasks, and what the person noted between them where it stands."""
    tasks: list[Task] = []
    for note, step in _in_order(text):
        if step is not None:
            tasks.append(_task(step))
            continue
        if tasks:
            yield Tasks(tuple(tasks))
            tasks = []
        yield Prose(note)
    if tasks:
        yield Tasks(tuple(tasks))


def table_blocks(text: str, goal: str) -> Iterator[Block]:
    """Yield the steps as one table without empty columns, and below it what was noted beside."""
    found = list(_in_order(text))
    rows = [_row(step) for _, step in found if step is not None]
    kept = [n for n in range(len(COLUMNS)) if n == 0 or any(any(row[n]) for row in rows)]
    names, shares = tuple(COLUMNS), tuple(COLUMNS.values())
    if rows:
        yield Table(
            f"Next steps: {goal}",
            tuple(names[n] for n in kept),
            tuple(shares[n] for n in kept),
            tuple(tuple(row[n] for n in kept) for row in rows),
        )
    notes = [note for note, step in found if step is None]
    if notes:
        yield Prose("\n\n".join(notes))


def state_of(step: Step) -> State:
    """Return what became of a step; a mark that isp does not know leaves it open."""
    return "dropped" if step.is_dropped else "done" if step.done else "open"


def _in_order(text: str) -> Iterator[tuple[str, Step | None]]:
    """Yield each step, and each note between steps, as they follow one another."""
    lines = text.split("\n")
    end = 0
    for place in places(text):
        yield from _note(lines[end : place.line])
        yield "", place.step
        end = place.end
    yield from _note(lines[end:])


def _note(lines: list[str]) -> Iterator[tuple[str, None]]:
    note = "\n".join(lines).strip("\r\n")
    if note.strip():
        yield note, None


def _task(step: Step) -> Task:
    facts = [f"by {dates.spoken(step.due)}"] if step.due else []
    facts += [said] if (said := _became(step, ended=bool(step.ended))) else []
    behind = f" ({'; '.join(facts)})" if facts else ""
    beneath: list[Words] = [("Who helps: ", Written(step.helps))] if step.helps else []
    beneath += [(Written(each),) for each in step.came]
    return Task((Written(step.what), behind), state_of(step), tuple(beneath))


def _row(step: Step) -> tuple[Words, ...]:
    came: Words = (Written("; ".join(step.came)),) if step.came else ()
    return (
        (Written(step.what),),
        (dates.spoken(step.due),) if step.due else (),
        (Written(step.helps),) if step.helps else (),
        (_became(step, ended=True) or "to do",),
        came,
    )


def _became(step: Step, *, ended: bool) -> str:
    """Return what became of a step in words; nothing where that is said by its box alone."""
    on = f" on {dates.spoken(step.ended)}" if step.ended else ""
    match state_of(step):
        case "dropped":
            return f"dropped{on}"
        case "done":
            return f"done{on}" if ended else ""
    if not step.mark:
        return ""
    return "begun" if step.mark == "/" else f"marked {step.mark}"

"""Two assessments side by side, as lines."""

from collections.abc import Iterable, Iterator

from isp_cli.assess.compare.change import Change, Pair, comparison
from isp_cli.assess.record import Assessment, example_key
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.terminal.screen import Line, heading, title


def comparison_page(then: Assessment, now: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield what moved with the examples, then what did not, then what was rated only once."""
    names = {each.id: each.name for each in guide.competencies}
    found = comparison(then, now)
    yield title(f"Then, {_when(then, now)}; now, {_when(now, then)}")
    for change in found.changes:
        if change.moved:
            yield from heading(_name(names, change.competency))
            yield from _moved(change, then, now)
    alike = [each.competency for each in found.changes if not each.moved]
    yield from _named("Nothing moved in what was answered both times", alike, names)
    yield from _named("Rated only then", found.only_then, names)
    yield from _named("Rated only now", found.only_now, names)
    yield Line()
    if not found.changes:
        yield Line("No competency was rated both times, so there is nothing to compare.")
        return
    yield Line(
        "A different answer can come from a change in your practice or your role, or from judging "
        "by a different measure now. What it means is yours to decide."
    )


def _moved(change: Change, then: Assessment, now: Assessment) -> Iterator[Line]:
    for each in change.pairs:
        yield from _pair(each)
    key = example_key(change.competency)
    for label, example in (("then", then.text(key)), ("now", now.text(key))):
        if example.strip():
            yield Line(f"Example {label}:", indent=2)
            yield Line(example, indent=4)


def _pair(pair: Pair) -> Iterator[Line]:
    name = pair.aspect.capitalize()
    if pair.answered_twice and not pair.moved:
        yield Line(f"{name} then and now: {scales().spoken(pair.aspect, pair.now)}", indent=2)
        return
    for label, answer in (("then", pair.then), ("now", pair.now)):
        if pair.moved or answer is not None:
            only = "" if pair.moved else "only "
            yield Line(f"{name} {only}{label}: {scales().spoken(pair.aspect, answer)}", indent=2)


def _named(text: str, ids: Iterable[str], names: dict[str, str]) -> Iterator[Line]:
    lines = [Line(_name(names, each), mark="-", indent=2) for each in ids]
    if lines:
        yield from heading(text)
        yield from lines


def _name(names: dict[str, str], competency: str) -> str:
    return names.get(competency, f"{competency} (not in this guide)")


def _when(assessment: Assessment, other: Assessment) -> str:
    """Return the day of an assessment, with the time where both are of one day."""
    moment = assessment.finished or assessment.started
    time = f" at {moment:%H:%M}" if assessment.day == other.day else ""
    return f"{assessment.day}{time}" + (" (a draft)" if assessment.is_draft else "")

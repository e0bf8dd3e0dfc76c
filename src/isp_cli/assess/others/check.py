"""What a form that came back says, or what is wrong with it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from isp_cli.assess.others.form import FIELDS, LAST, FieldName
from isp_cli.assess.others.record import (
    ALSO,
    COMMENT,
    Seen,
    also_key,
    offer_key,
)
from isp_cli.assess.others.sheet import Part, Sheet, Written
from isp_cli.assess.others.wording import Said, consent_in, folded, level_in, opportunity_in
from isp_cli.assess.record import example_key
from isp_cli.assess.scales import scales
from isp_cli.guide import lookup
from isp_cli.guide.model import Guide
from isp_cli.portfolio.passage import Passage

LONGEST = 20_000
"""Characters that one answer in a form may have."""

LONGEST_RELATION = 200
"""Characters that the word on how two people work together may have."""


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: the line (from 1), and what, with what to do about it."""

    line: int
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.what}"


@dataclass
class Checked:
    """What a form says.

    Attributes:
        values: the fields of the view that it makes.
        passages: what was written in their own words.
        notes: what is to be said about how it was read.
        faults: what is wrong; where there is anything, the rest is not to be used.
    """

    values: dict[str, Any] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def checked(sheet: Sheet, asked: Sequence[str], guide: Guide) -> Checked:
    """Return what `sheet` says about the competencies that were `asked` about, by their ids."""
    found = Checked()
    names = {each.id: each.name for each in guide.competencies}
    ratings: dict[str, Seen] = {}
    lines: dict[str, int] = {}
    for part in sheet.parts:
        competency = _competency(part, asked, names, found)
        if competency is None or not _says_anything(part):
            continue
        if competency in lines:
            what = f"'{part.name}' is filled in twice, first on line {lines[competency]}; keep one"
            found.faults.append(Fault(part.line, what))
            continue
        lines[competency] = part.line
        _take(part, competency, names.get(competency, competency), ratings, found)
    found.values["ratings"] = {each: ratings[each] for each in asked if each in ratings}
    _take_end(sheet, found)
    if sheet.is_empty and not found.faults:
        found.faults.append(Fault(1, "nothing is filled in; fill it in and give it again"))
    found.faults.sort(key=lambda each: each.line)
    return found


def _competency(
    part: Part, asked: Sequence[str], names: Mapping[str, str], found: Checked
) -> str | None:
    wanted = folded(part.name)
    for each in (*asked, *names):
        if wanted in (folded(each), folded(names.get(each, each))):
            if each in asked:
                return each
            what = f"this form did not ask about '{part.name}'; take that part out"
            found.faults.append(Fault(part.line, what))
            return None
    there = asked[part.place - 1] if 0 < part.place <= len(asked) else ""
    # A program for mail has broken the heading, or the guide has changed since the form was made.
    if there and (there not in names or folded(names[there]).startswith(wanted)):
        return there
    near = lookup.near([names.get(each, each) for each in asked], part.name)
    mend = f"did you mean {near[0]}?" if near else "put back the heading that the form had"
    shown = part.name if len(part.name) <= 60 else f"{part.name[:59]}\u2026"  # noqa: PLR2004
    found.faults.append(Fault(part.line, f"no competency is called '{shown}'; {mend}"))
    return None


def _says_anything(part: Part) -> bool:
    return any(each.text for each in part.written.values()) or bool(part.also)


def _take(part: Part, competency: str, name: str, ratings: dict[str, Seen], found: Checked) -> None:
    also = list(part.also)
    rating = _said(part, "rating", level_in, name, also, found)
    if rating is None and not part.written.get("rating", Written("", 0)).text:
        rating, also = _marked(also)
    opportunity = _said(part, "opportunity", opportunity_in, name, also, found)
    seen = Seen.model_validate({"opportunity": opportunity, "rating": rating})
    if seen != Seen():
        ratings[competency] = seen
    _keep(found, example_key(competency), f"An example of what was seen: {name}", part, "example")
    _keep(found, offer_key(competency), f"To share, or who could: {name}", part, "offer")
    _keep_also(found, also_key(competency), f"Also written: {name}", also)


def _take_end(sheet: Sheet, found: Checked) -> None:
    end = sheet.end
    relation = " ".join(_text(end, "relation").split())
    if len(relation) > LONGEST_RELATION:
        line = end.written["relation"].line
        what = f"how you work together is longer than {LONGEST_RELATION} characters; shorten it"
        found.faults.append(Fault(line, what))
    wish = _text(end, "consent")
    consent = consent_in(wish)
    if wish and consent is None:
        found.notes.append("What it says about showing it on its own is no plain yes: taken as no.")
    found.values |= {"relation": relation, "consent": consent is True}
    _keep(found, COMMENT, "Anything else", end, "comment")
    unclear = [Written(wish, end.written["consent"].line)] if wish and consent is None else []
    _keep_also(found, ALSO, "Also in the form", [*sheet.also, *end.also, *unclear])


def _said(
    part: Part,
    name: FieldName,
    reader: Callable[[str], Said],
    competency: str,
    also: list[Written],
    found: Checked,
) -> str | int | None:
    """Return the answer from a list; what is said besides goes to `also`."""
    written = part.written.get(name)
    if written is None:
        return None
    label = next(each.label for each in FIELDS if each.name == name)
    try:
        said = reader(written.text)
    except ValueError as error:
        found.faults.append(Fault(written.line, f"{competency}, {label}: {error}"))
        return None
    if said.more:
        also.append(Written(f"{label}: {written.text}", written.line))
    return said.value


def _marked(also: list[Written]) -> tuple[int | None, list[Written]]:
    """Return the one level that somebody marked in the list itself, such as "x 3 On my own"."""
    marks = {
        words: level
        for level, text in scales().confidence.levels.items()
        for words in (str(level), f"{level} {folded(text)}")
    }
    found = [each for each in also if _without_cross(each.text) in marks]
    if len(found) != 1:
        return None, also
    return marks[_without_cross(found[0].text)], [each for each in also if each is not found[0]]


def _without_cross(line: str) -> str:
    return re.sub(r"^x | x$", "", folded(line))


def _text(part: Part, name: FieldName) -> str:
    written = part.written.get(name)
    return written.text if written else ""


def _keep(found: Checked, key: str, heading: str, part: Part, name: FieldName) -> None:
    text = _text(part, name)
    if len(text) > LONGEST:
        label = next(each.label for each in (*FIELDS, *LAST) if each.name == name)
        what = f"{label}: this answer has {len(text):,} characters; at most {LONGEST:,} are kept"
        found.faults.append(Fault(part.written[name].line, f"{what}. Shorten it"))
    elif text:
        found.passages.append(Passage(key, heading, text))


def _keep_also(found: Checked, key: str, heading: str, also: Sequence[Written]) -> None:
    text = "\n".join(_lines(also))
    if len(text) > LONGEST:
        what = f"what stands outside the answers has more than {LONGEST:,} characters; shorten it"
        found.faults.append(Fault(also[0].line, what))
    elif text:
        found.passages.append(Passage(key, heading, text))


def _lines(also: Sequence[Written]) -> Iterator[str]:
    for each in sorted(also, key=lambda written: written.line):
        yield each.text

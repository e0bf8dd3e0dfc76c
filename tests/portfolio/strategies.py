"""Any record, and anything a person may do to its file in an editor, for the property tests."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from isp_cli import strictyaml
from isp_cli.assess.record import Assessment, Rating
from isp_cli.plan.record import Goal, Plan
from isp_cli.portfolio.passage import Passage
from isp_cli.portfolio.record import GuideVersion, Record
from isp_cli.portfolio.section import Section
from isp_cli.reflect.record import Reflection

AWKWARD = (
    *("", " ", "\t", "trailing   ", "  leading", "a\rb", "a\r", "\r", "\x00", "\x0b", "\x1b[31m"),
    *("## x", "\\## y", "\\\\## z", "##", "## ", "##\tx", "##\r", "\\##", "###", "# x", "\\"),
    *("---", "--- ", "...", "<!-- a -->", "## x <!-- question.1 -->", "-->", "```", "> quoted"),
    *("- [ ] x", "- [x] call them 📅 2027-01-15", "key: value", "a: [b", "{}", "*a", "? x", "| -"),
    *("\u202eright to left", "שלום", "مرحبا", "👩\u200d👩\u200d👧 🙂", "\ufeff", "\x85", "\u2028"),
)
"""Lines that a careless reader or writer of these files would stumble over."""

OWN_FRONT = (
    "tags: [coaching, county]\n",
    "mood:   fine  # as I felt\n",
    "cssclasses:\n- wide\n\n- quiet\n",
    "my notes: |\n  ## no heading\n  ---\n\n  text  \n",
    "kept: |+\n  text\n\n\n",
    "'quoted key': \"a: b\"\n",
    "nested:\n  deeper: {x: 1, y: [2, 3]}\n  # inside\n",
    "empty:\n",
    "folded: >-\n  a\n  b\n",
    'multi: "one\n  two\n\n  three"\n',
    "date: 2026-11-23\n",
    "שלום: مرحبا 👩\u200d👩\u200d👧\n",
    "pasted: 'a\u2028  b'\n",
    '"": no name\n',
)
"""Keys of their own that people have in front matter, as they would write them."""

OWN_COMMENTS = ("# my own comment\n", "#\n", "\n", "# id: not this\n", "  # set in\n", "# é 🙂\n")
OWN_HEADINGS = (
    *("## My own thoughts\n", "##\tTabbed\n", "##\n", "## \n", "## a <!-- B -->\n"),
    *("##  Ideas  <!-- my comment -->\n", "## <!-- not closed\n"),
)
HEADING_WORDS = ("", "My words", "Question?", "## odd", "🙂 é", "<!-- x -->", "שלום")


def _is_no_heading(line: str) -> bool:
    return not line.startswith("##") or bool(line[2:3].strip())


lines = st.sampled_from(AWKWARD) | st.text(max_size=20)
texts = st.builds(
    lambda parts, end: end.join(parts),
    st.lists(lines, max_size=6),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
)
free_texts = st.lists(
    lines.filter(lambda line: "\n" not in line and _is_no_heading(line)), max_size=4
).map(lambda each: "".join(f"{line}\n" for line in each))
names = st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True)
keys = st.from_regex(r"[a-z0-9][a-z0-9.-]{0,9}", fullmatch=True)
words = texts.map(lambda text: " ".join(text.split()))
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | texts,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(texts, below, max_size=3),
    max_leaves=5,
)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.builds(
    datetime.fromtimestamp,
    *(st.integers(0, 4 * 10**9), offsets | st.just(UTC)),
)
passages = st.lists(
    st.builds(Passage, keys, words, texts), max_size=4, unique_by=lambda each: each.key
).map(tuple)


def _own_keys(*taken: str) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(texts.filter(lambda key: key not in taken), values, max_size=2)


answers = st.none() | st.integers(1, 5) | st.sampled_from(["dont-know", "no-opportunity"])
ratings = st.builds(
    lambda own, given: Rating.model_validate(own | given),
    _own_keys("confidence", "importance", "use"),
    st.fixed_dictionaries({}, optional=dict.fromkeys(["confidence", "importance", "use"], answers)),
)
guides = st.builds(
    lambda own, id_, version: GuideVersion.model_validate({**own, "id": id_, "version": version}),
    *(_own_keys("id", "version"), texts, texts),
)
goals = st.builds(
    lambda own, competency: Goal.model_validate({**own, "competency": competency}),
    *(_own_keys("competency"), names),
)
COMMON: dict[str, Any] = {
    "id": texts,
    "started": moments,
    "finished": st.none() | moments,
    "guide": guides,
    "passages": passages,
}
assessments = st.builds(
    Assessment,
    **COMMON,
    status=st.sampled_from(["draft", "finished"]),
    competencies=st.lists(names, max_size=3).map(tuple),
    ratings=st.dictionaries(names, ratings, max_size=3),
)
reflections = st.builds(
    Reflection,
    **COMMON,
    status=st.sampled_from(["draft", "finished"]),
    chosen=st.dictionaries(keys, st.lists(names, max_size=3).map(tuple), max_size=2),
)
plans = st.builds(
    Plan,
    **COMMON,
    status=st.sampled_from(["draft", "active", "closed"]),
    horizon=st.none() | st.dates(),
    goals=st.lists(goals, max_size=3).map(tuple),
)
records: st.SearchStrategy[Record] = assessments | reflections | plans


CHANGING: dict[type[Record], tuple[str, ...]] = {
    Assessment: ("guide", "id", "ratings"),
    Reflection: ("guide", "id", "chosen"),
    Plan: ("guide", "id", "goals"),
}
"""The fields that `changed` changes."""


def changed(record: Record, field: str) -> Record:
    """Return the record as isp has it after a change to `field`."""
    match record, field:
        case Assessment(), "ratings":
            return record.with_answer("brokering", "use", 5)
        case Reflection(), "chosen":
            return record.with_chosen("question.7", ("brokering",))
        case Plan(), "goals":
            return record.for_competencies(("brokering",))
        case _, "guide":
            return record.with_values(guide=GuideVersion(id="another", version="9"))
    return record.with_values(**{field: "changed\n---\n## x"})


@dataclass(frozen=True)
class Piece:
    """A stretch of a file: the key of the field or passage that it is, or nothing."""

    text: str
    field: str = ""
    passage: str = ""


@dataclass(frozen=True)
class Edited:
    """A record's file after somebody was at it with an editor."""

    record: Record
    pieces: tuple[Piece, ...]
    newline: str

    @property
    def text(self) -> str:
        """The whole file."""
        return "".join(each.text for each in self.pieces)

    def around(self, *, field: str = "", passage: str = "") -> tuple[str, str, str]:
        """Return what stands before a field or passage, the thing itself, and what follows."""
        at = self.pieces.index(
            next(each for each in self.pieces if (each.field, each.passage) == (field, passage))
        )
        before = "".join(each.text for each in self.pieces[:at])
        return before, self.pieces[at].text, "".join(each.text for each in self.pieces[at + 1 :])


@st.composite
def edited_files(draw: st.DrawFn) -> Edited:
    """Draw a record and its file with the keys in another order and a person's own in between."""
    record = draw(records)
    front = [Piece(draw(_field(*pair)), field=pair[0]) for pair in _present(record)]
    own = draw(st.lists(st.sampled_from(OWN_FRONT), max_size=4, unique=True))
    comments = draw(st.lists(st.sampled_from(OWN_COMMENTS), max_size=4))
    front = draw(st.permutations([*front, *map(Piece, own), *map(Piece, comments)]))
    body = [Piece(draw(free_texts))]
    for each in record.passages:
        if draw(st.booleans()):
            body += [Piece(draw(st.sampled_from(OWN_HEADINGS))), Piece(draw(free_texts))]
        heading = f"## {draw(st.sampled_from(HEADING_WORDS))} <!-- {each.key} -->"
        body.append(Piece(f"{heading}{draw(st.sampled_from(['', '  ']))}\n"))
        body.append(Piece(Section.of(each).raw, passage=each.key))
    if draw(st.booleans()):
        body += [Piece(draw(st.sampled_from(OWN_HEADINGS))), Piece(draw(free_texts))]
    opening = draw(st.sampled_from(["---\n", "\ufeff---\n", "--- \n"]))
    pieces = [Piece(opening), *front, Piece("---\n"), *body]
    return _saved_by_an_editor(record, pieces, draw(st.booleans()), draw(st.booleans()))


def _present(record: Record) -> list[tuple[str, Any]]:
    return [(key, value) for key, value in record.fields().items() if value is not None]


def _field(key: str, value: object) -> st.SearchStrategy[str]:
    """Return the ways to write a field: as isp does, or on one line with a remark."""
    forms = [strictyaml.dump({key: value})]
    one_line = json.dumps(value)
    if "\\ud" not in one_line:
        forms.append(f"{key}: {one_line}  # my remark\n")
    return st.sampled_from(forms)


def _saved_by_an_editor(
    record: Record, pieces: list[Piece], windows: bool, unended: bool
) -> Edited:
    newline = "\r\n" if windows else "\n"
    pieces = [
        Piece(each.text.replace("\n", newline), each.field, each.passage)
        for each in pieces
        if each.text or each.passage
    ]
    last = pieces[-1]
    if unended:
        pieces[-1] = Piece(last.text.rstrip("\r\n"), last.field, last.passage)
    return Edited(record, tuple(pieces), newline)

"""What a person wrote or changed in a record's file is there, word for word, ever after."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from isp_cli import strictyaml
from isp_cli.portfolio.document import Document
from isp_cli.portfolio.passage import Passage
from isp_cli.portfolio.reading import read
from isp_cli.portfolio.record import Record
from isp_cli.portfolio.section import Section
from isp_cli.portfolio.store import Store
from isp_cli.strictyaml import YamlProblems
from tests.portfolio.strategies import (
    AWKWARD,
    CHANGING,
    OWN_COMMENTS,
    OWN_FRONT,
    Edited,
    changed,
    edited_files,
    keys,
    lines,
    records,
    texts,
    words,
)

STYLES = (
    *OWN_FRONT,
    *OWN_COMMENTS,
    *("? asked\n: answer\n", "? |\n  long key\n: answer\n", "named: &name value\n"),
    *('more: "a\u2028\n  b\x85  c"\n', "# one\u2028# two\n", "# one\r# two\n"),
)
"""Ways to write front matter that isp never would."""

remarks = st.text(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]), max_size=20)
thorough = settings(max_examples=30, deadline=None)


def _record(edited: Edited) -> Record:
    """Return the record as isp finds it in the edited file."""
    document = Document.parse(edited.text)
    return type(edited.record).model_validate({**document.fields, "passages": document.passages})


def _saved(edited: Edited, record: Record) -> str:
    return Document.parse(edited.text).updated(record.fields(), record.passages).render()


@thorough
@given(records)
def test_a_record_reads_back_as_it_was_written(record: Record) -> None:
    """Every record is the same after a way through its file, whatever the person wrote in it."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Store(Path(folder)).add(record)
        found, text = read(type(record), kept.path)
    assert found == record
    assert found.fields() == record.fields()
    assert text == kept.text


@thorough
@given(
    st.lists(
        st.sampled_from(STYLES) | remarks.map(lambda remark: f"# {remark}\n"),
        max_size=6,
        unique=True,
    ),
    st.sampled_from(["", "...\n", "# the end\n"]),
    st.lists(lines, max_size=6).map("\n".join),
    st.sampled_from(["\n", "\r\n"]),
)
def test_taking_a_file_apart_loses_nothing(
    front: list[str], end: str, body: str, newline: str
) -> None:
    """A file with front matter of any style is rendered as the very same text."""
    text = "\n".join(["---", "record: mine", f"{''.join(front)}{end}---", body])
    text = text.replace("\n", newline)
    assert Document.parse(text).render() == text


@pytest.mark.parametrize(
    "front",
    [
        "{record: assessment, id: x}",
        "{record: assessment, id: x} # my remark",
        '{\n  "record": "assessment",\n  "id": "x"\n}',
        "record: assessment\nid: x\n...",
        "? \n  record\n:\n  assessment\n? id\n: x",
        "record: assessment\nmine: 'x\u2028  y'\nid: x",
        "&name\nrecord: assessment\nid: x",
    ],
)
def test_front_matter_in_an_unusual_style_can_be_changed(front: str) -> None:
    """A changed or new field reads back, and what was there stays, in any style of YAML."""
    text = f"---\n{front}\n---\n\n## x <!-- question.1 -->\n\nMy words.\n"
    document = Document.parse(text)
    assert document.render() == text
    for fields in ({"status": "draft"}, {"id": "y"}):
        saved = document.updated(fields, ()).render()
        again = Document.parse(saved)
        assert again.fields == {**document.fields, **fields}
        assert again.passages == document.passages
        assert saved.count("# my remark") == text.count("# my remark")


@thorough
@given(edited_files())
def test_saving_what_did_not_change_writes_the_same_file(edited: Edited) -> None:
    """A file that a person edited is not touched by saving it as it was read."""
    assert _saved(edited, _record(edited)) == edited.text


@thorough
@given(edited_files())
def test_an_edited_file_says_what_it_said(edited: Edited) -> None:
    """Keys of one's own, other headings and line ends change nothing of what isp reads."""
    found = _record(edited)
    assert found.fields() == edited.record.fields()
    assert [each.key for each in found.passages] == [each.key for each in edited.record.passages]
    for each in edited.record.passages:
        as_saved = each.text.replace("\n", edited.newline)
        assert found.text(each.key).rstrip("\r\n") == as_saved.rstrip("\r\n")


@thorough
@given(edited_files(), st.data())
def test_changing_a_field_leaves_all_else_word_for_word(
    edited: Edited, data: st.DataObject
) -> None:
    """What stands before and behind a field that isp changes stays as it is."""
    field = data.draw(st.sampled_from(CHANGING[type(edited.record)]))
    record = changed(_record(edited), field)
    saved = _saved(edited, record)
    before, former, after = edited.around(field=field)
    assert saved.startswith(before)
    assert saved.endswith(after)
    assert saved.count("# my remark") == edited.text.count("# my remark")
    assert Document.parse(saved).fields[field] == record.fields()[field]
    assert len(former) > 0


@thorough
@given(edited_files(), texts, st.data())
def test_changing_a_passage_leaves_all_else_word_for_word(
    edited: Edited, text: str, data: st.DataObject
) -> None:
    """What stands before and behind a passage that isp changes stays as it is."""
    assume(edited.record.passages)
    key = data.draw(st.sampled_from([each.key for each in edited.record.passages]))
    saved = _saved(edited, _record(edited).with_text(key, "Another heading", text))
    before, _, after = edited.around(passage=key)
    assert saved.startswith(before)
    assert saved.endswith(after)
    found = {each.key: each for each in Document.parse(saved).passages}
    assert found[key].text == text
    assert found[key].heading != "Another heading"


@thorough
@given(edited_files(), keys, words, texts)
def test_a_new_passage_stands_among_what_is_there(
    edited: Edited, key: str, heading: str, text: str
) -> None:
    """A new passage is put in; taken out again, the file is as the person left it."""
    assume(not edited.record.text(key) and key not in {p.key for p in edited.record.passages})
    saved = _saved(edited, _record(edited).with_text(key, heading, text))
    section = Section.of(Passage(key, heading, text))
    assert saved.count(section.heading) == 1
    without = saved.replace(section.heading + section.raw, "")
    assert without.startswith(edited.text)
    assert without.removeprefix(edited.text) in {"", "\n", "\n\n"}
    found = {each.key: each for each in Document.parse(saved).passages}
    assert found[key] == Passage(key, heading, text)


@pytest.mark.parametrize(
    "below",
    ["", "\n", "\nfree", "\n## Mine", "\n## Mine\n\nwords", "\n## x <!-- one -->\n\nwords"],
)
def test_a_new_passage_begins_a_line_of_its_own(below: str) -> None:
    """A file that does not end its last line gets that end before anything is put below."""
    document = Document.parse(f"---\nrecord: x\n---{below}")
    saved = document.updated({}, [Passage("two", "Two", "My words.")]).render()
    assert saved.startswith(f"---\nrecord: x\n---{below}\n")
    assert saved.endswith("\n## Two <!-- two -->\n\nMy words.\n\n")


def test_a_new_passage_stands_behind_the_one_before_it() -> None:
    """Answers stay in their order, and a person's own heading at the end stays at the end."""
    one, two = Passage("one", "One", "First."), Passage("two", "Two", "Second.")
    own = "## Mine\n\nMy words.\n"
    text = Document().updated({"record": "x"}, [one]).render() + own
    saved = Document.parse(text).updated({}, [one, two]).render()
    assert saved == Document().updated({"record": "x"}, [one, two]).render() + own


def test_of_two_passages_with_one_mark_the_first_counts() -> None:
    """A passage that was copied by hand is kept, and it is the first that is read and changed."""
    text = "---\nrecord: x\n---\n## A <!-- one -->\n\nFirst.\n\n## B <!-- one -->\n\nCopy.\n\n"
    document = Document.parse(text)
    assert document.passages == (Passage("one", "A", "First."),)
    saved = document.updated({}, [Passage("one", "A", "Changed.")]).render()
    assert saved == text.replace("First.", "Changed.")


@thorough
@given(edited_files())
def test_a_new_field_stands_below_what_is_there(edited: Edited) -> None:
    """A field that the file does not have yet is put at the end of the front matter."""
    document = Document.parse(edited.text)
    saved = document.updated({"new": ["a"]}, ()).render()
    assert saved.replace("new:\n- a\n", "", 1).rstrip("\r\n") == edited.text.rstrip("\r\n")
    assert Document.parse(saved).fields == {**document.fields, "new": ["a"]}


@thorough
@given(edited_files())
def test_a_field_that_is_none_goes(edited: Edited) -> None:
    """A field that isp takes away leaves nothing but the remarks that stood at it.

    Where a remark would then be read as part of the text above it, no text is changed.
    """
    document = Document.parse(edited.text)
    saved = document.updated({"status": None}, ()).render()
    others = {key: value for key, value in document.fields.items() if key != "status"}
    assert Document.parse(saved).fields == others
    before, _, after = edited.around(field="status")
    if Document.parse(before + after).fields == others:
        assert saved.startswith(before)
        assert saved.endswith(after)


def test_remarks_inside_a_changed_field_are_kept() -> None:
    """Comments beside and between the values of a field outlive a change of its values."""
    front = (
        "ratings:  # of today\n"
        "  # the county\n"
        "  brokering:\n"
        "    use: 3  # it's only a guess\n"
        "    note: 'no # comment'\n"
        "    # talk about it\n"
        "mine: '# neither'\n"
    )
    saved = Document.parse(f"---\n{front}---\n").updated({"ratings": {"brokering": 4}}, ()).render()
    for remark in ("# of today", "# the county", "# it's only a guess", "# talk about it"):
        assert saved.count(remark) == 1
    assert Document.parse(saved).fields == {"ratings": {"brokering": 4}, "mine": "# neither"}


@pytest.mark.parametrize("line", [line for line in AWKWARD if line.strip()])
def test_what_looks_like_structure_stays_what_was_written(line: str) -> None:
    """A single line that looks like a heading, a fence or a mark is text when it was an answer."""
    document = Document().updated({"record": "x"}, [Passage("question.1", "One", line)])
    again = Document.parse(document.render())
    assert again.passages == (Passage("question.1", "One", line),)
    assert again.fields == {"record": "x"}


@pytest.mark.parametrize("text", ["", "---\n", "---\n---\n", "# Note\n", " ---\na: 1\n---\n"])
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    """A file without fields between two fences is no record, and says so with a line."""
    with pytest.raises(YamlProblems) as caught:
        Document.parse(text)
    assert caught.value.problems[0].line in {1, 2}


def test_front_matter_survives_yaml_that_is_written_by_others() -> None:
    """Values are kept in the person's own quoting while their meaning is the same."""
    text = "---\nrecord: 'x'\nlist: [1, 2]\nstatus: \"draft\"\n---\n"
    fields = strictyaml.parse("record: x\nlist:\n- 1\n- 2\nstatus: draft\n")
    assert Document.parse(text).updated(fields, ()).render() == text

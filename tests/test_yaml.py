"""YAML is read strictly, written so that it reads the same, and mended by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from isp_cli import strictyaml
from isp_cli.strictyaml import Problem, YamlProblems

# What YAML gives a meaning to, what breaks and folds lines, and what needs two code units.
TRICKY = " \n\t\r#:-'\"*&!|>%@`\\[]{},.=<~?019yYnNé\x00\x07\x1b\x85\u2028\ufeff\U0001f642"
TEXTS = st.text() | st.text(TRICKY, max_size=150)
PROSE = st.lists(st.text("abc é", min_size=1, max_size=12), max_size=40).map(" ".join)
SCALARS = st.none() | st.booleans() | st.integers(1 - 10**18, 10**18 - 1) | TEXTS | PROSE
VALUES = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=5) | st.dictionaries(TEXTS, below, max_size=5),
    max_leaves=12,
)


def problems_in(text: str) -> list[str]:
    """Return what `parse` finds wrong with `text`."""
    with pytest.raises(YamlProblems) as caught:
        strictyaml.parse(text)
    return [str(each) for each in caught.value.problems]


@given(value=VALUES)
def test_what_is_dumped_is_parsed_the_same(value: object) -> None:
    """Whatever a person wrote comes back as it was, of the same types and in the same order."""
    again = strictyaml.parse(strictyaml.dump(value))
    assert again == value
    assert repr(again) == repr(value)


@given(text=TEXTS)
def test_any_text_is_parsed_or_refused(text: str) -> None:
    """No text brings anything but plain values or problems with lines in the text."""
    try:
        value = strictyaml.parse(text)
    except YamlProblems as found:
        lines = [each.line for each in found.problems]
    else:
        assert isinstance(value, dict | list | str | int | bool | None)
        return
    assert lines
    assert all(1 <= line <= len(text.splitlines()) + 1 for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "Yes",
        "on",
        "OFF",
        "y",
        "2027-01-04",
        "2027-01-04T09:30:00+01:00",
        "09:30",
        "1:30",
        "1.5",
        "1e3",
        "0x1F",
        "0o17",
        "017",
        "1_000",
        "-0",
        ".inf",
        "=",
        "<<",
        "1234567890123456789012",
    ],
)
def test_what_yaml_likes_to_turn_into_something_else_stays_text(text: str) -> None:
    """An answer such as `no`, a date or a version is the text that was typed."""
    assert strictyaml.parse(f"answer: {text}") == {"answer": text}
    assert strictyaml.dump({"answer": text}) in (
        f"answer: {text}\n",
        f"answer: '{text}'\n",
        f'answer: "{text}"\n',
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("+7", 7),
        ("'7'", "7"),
        ('"true"', "true"),
    ],
)
def test_numbers_and_truth_are_read(text: str, value: object) -> None:
    """Whole numbers, true and false, and nothing are what they say, unless in quotes."""
    [read] = strictyaml.parse(f"answer: {text}").values()
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3: 'a' stands here twice; keep one"),
        ("a:\n  b: 1\n  c: 2\n  b: 3\n", "line 4: 'b' stands here twice; keep one"),
        ("a: &x 1\nb: *x\n", "line 2: '*x' is an alias; write it out"),
        ('{"a": &x 1,\n"b":*x}', "line 2: '*x' is an alias; write it out"),
        ("a: &x\n  <<: *x\n", "line 2: '*x' is an alias; write it out"),
        ('a: 1\nb: !!int ""\n', "line 2: has the tag 'tag:yaml.org,2002:int'; write it without"),
        ("a: 1\nb: !!bool x\n", "line 2: has the tag 'tag:yaml.org,2002:bool'; write it without"),
        ("a: !mine {}\n", "line 1: has the tag '!mine'; write it without"),
        ("a: !!python/name:os.system\n", "line 1: has the tag 'tag:yaml.org,2002:python/name"),
        ("a: 1\n" + "- " * 60, "line 2: "),
        ("a:\n " + "[" * 60 + "]" * 60, "line 2: more than 50 levels deep; isp reads fewer"),
        ("a: 1\nb: [1, 2\nc: 3\n", "line 3: this is not valid YAML: "),
        ("a: 'text\n\n", "line 3: this is not valid YAML: "),
        ("a: 1\n\tb: 2\n", "line 2: this is not valid YAML: "),
        ("a: 1\n\nb: \x07\n", "line 3: has a character that YAML does not take"),
        ("a: 1\n---\nb: 2\n", "line 2: this is not valid YAML: "),
        ("a: 1\n? [x]\n: 2\n", "line 2: this is not valid YAML: "),
    ],
)
def test_problem_has_its_line(text: str, expected: str) -> None:
    """What is not read is said with the line on which to mend it."""
    [said] = problems_in(text)
    assert said.startswith(expected)


def test_text_longer_than_any_guide_is_refused_unread() -> None:
    """A file that somebody took for a guide or a form by mistake does not hold up the program."""
    assert problems_in("{" * (strictyaml.LARGEST + 1)) == [
        "line 1: longer than 5,000,000 characters; isp reads less"
    ]


def test_compose_refuses_what_parse_refuses() -> None:
    """No caller that looks for lines meets a tree that never ends."""
    for text in ("a: &x [*x]", "a: " + "[" * 40_000, "a: !!set {b}", "["):
        with pytest.raises(YamlProblems):
            strictyaml.compose(text)


def test_asterisks_and_exclamations_in_prose_are_no_aliases_or_tags() -> None:
    """Emphasis as in Markdown is text."""
    text = "a: so *very* good & **bold** (really!)\nb: |\n  *first* word\n  !important\n"
    assert strictyaml.parse(text) == {
        "a": "so *very* good & **bold** (really!)",
        "b": "*first* word\n!important\n",
    }


class Step(BaseModel):
    """Something to read from YAML."""

    model_config = ConfigDict(extra="forbid")

    what: str
    times: int = 1


class Plan(BaseModel):
    """Something with a list in it."""

    model_config = ConfigDict(extra="forbid")

    steps: tuple[Step, ...]
    title: str


def test_model_is_read() -> None:
    """A text of the right form becomes the model."""
    text = "steps:\n  - what: Listen\n    times: 2\ntitle: Mine\n"
    assert strictyaml.read(Plan, text) == Plan(steps=(Step(what="Listen", times=2),), title="Mine")


def test_every_problem_of_a_form_is_named_by_line_and_path() -> None:
    """All that is wrong is said at once, in the order of the lines, counting entries from one."""
    text = (
        "title: [x]\n"
        "steps:\n"
        "  - what: Listen\n"
        "    often: true\n"
        "  - times: 3\n"
        "  - what: Wait\n"
        "    times: many\n"
    )
    with pytest.raises(YamlProblems) as caught:
        strictyaml.read(Plan, text)
    first, *rest = caught.value.problems
    assert first == Problem(1, "title", "must be text; put it in quotes")
    assert [(each.line, each.path) for each in rest] == [
        (4, "steps[1].often"),
        (5, "steps[2].what"),
        (7, "steps[3].times"),
    ]
    assert caught.value.summary() == ("line 1: title: must be text; put it in quotes (and 3 more)")


def test_dump_keeps_the_order_and_the_letters() -> None:
    """A file that isp writes reads like one that a person wrote."""
    value = {"b": "caf\u00e9", "a": [True, None, 7], "text": "one\ntwo"}
    dumped = strictyaml.dump(value)
    assert dumped.startswith("b: caf\u00e9\na:\n- true\n- null\n- 7\ntext: ")

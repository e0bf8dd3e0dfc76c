"""A guide that is not right is refused with everything that is wrong in it, line by line."""

import json
from pathlib import Path

import pytest

from isp_cli import strictyaml
from isp_cli.guide.check import examine
from tests.conftest import Isp
from tests.guides import SMALL, line_of, small_guide

ONE_PROBLEM = [
    pytest.param(
        ("title: A small guide", "title: A small guide\ntitel: x"),
        ("titel: x", "titel: is not known here"),
        id="unknown field",
    ),
    pytest.param(
        ("        text: Hear what is said.\n", ""),
        ("id: listening.overview.1", "competencies[1].overview[1].text: is missing"),
        id="missing field",
    ),
    pytest.param(
        ("id: listening.hint.1", "id: patient"),
        ("id: patient\n        text: Sil", "'patient' is also the id on line 7; ids must differ"),
        id="duplicate id",
    ),
    pytest.param(
        ("domain: together", "domain: togehter"),
        ("togehter", "'togehter' is not an id in domains; name one of: together"),
        id="dangling domain",
    ),
    pytest.param(
        ("group: websites", "group: site"),
        ("group: site", "'site' is not an id in resource_groups; name one of: websites"),
        id="dangling group",
    ),
    pytest.param(
        ("name: Listening", "name: Listening\n    name: Hearing"),
        ("name: Hearing", "'name' stands here twice; keep one"),
        id="duplicate key",
    ),
    pytest.param(
        ("text: Silence helps.", "text: &a Silence helps.\n      - *a"),
        ("- *a", "'*a' is an alias; write it out"),
        id="alias",
    ),
    pytest.param(
        ("aliases: [hearing]", "aliases: &a [*a]"),
        ("&a", "'*a' is an alias; write it out"),
        id="alias of itself",
    ),
    pytest.param(
        ("text: Silence helps.", "text: !!binary c2Vl"),
        ("!!binary", "has the tag 'tag:yaml.org,2002:binary'; write it without"),
        id="tag",
    ),
    pytest.param(
        ("aliases: [hearing]", "aliases: " + "[" * 40_000 + "]" * 40_000),
        ("aliases: [[", "more than 50 levels deep"),
        id="too deep",
    ),
    pytest.param(
        ("aliases: [hearing]", "aliases: [hearing"),
        ("overview:", "this is not valid YAML"),
        id="not YAML",
    ),
    pytest.param(
        ("aliases: [hearing]", "aliases: hearing"),
        ("aliases: hearing", "competencies[1].aliases: must be a list, each entry after a dash"),
        id="text for a list",
    ),
    pytest.param(
        ("text: Silence helps.", "text: 12"),
        ("text: 12", "competencies[1].hints[1].text: must be text; put it in quotes"),
        id="number for text",
    ),
    pytest.param(
        ("text: Silence helps.", "text: ''"),
        ("text: ''", "competencies[1].hints[1].text: "),
        id="empty text",
    ),
    pytest.param(
        ("text: Silence helps.", "text: " + "a" * 10_001),
        ("text: aaa", "competencies[1].hints[1].text: "),
        id="text too long",
    ),
    pytest.param(("format: 1", "format: 2"), ("format: 2", "is 2; it must be 1"), id="format"),
    pytest.param(
        ("https://example.org/", "javascript:alert(1)"),
        ("javascript", "resources[1].url: "),
        id="not a web address",
    ),
    pytest.param(
        ("id: listening\n", "id: Listening to\n"),
        ("id: Listening to", "competencies[1].id: "),
        id="not an id",
    ),
]


@pytest.mark.parametrize(("change", "expected"), ONE_PROBLEM)
def test_problem_is_named_with_file_and_line(
    isp: Isp, tmp_path: Path, change: tuple[str, str], expected: tuple[str, str]
) -> None:
    """Each thing that can be wrong is said with its line and what to do; it is all there is."""
    path = small_guide(tmp_path, change)
    where, what = expected
    line = path.read_text(encoding="utf-8").partition(where)[0].count("\n") + 1
    result = isp("guide", "validate", str(path))
    assert result.exit_code == 3
    [problem] = result.stdout.splitlines()
    assert problem.startswith(f"{path}, line {line}: ")
    assert what in problem
    assert result.stderr == f"{path}: This guide has one problem. Mend and try again.\n"


@pytest.mark.parametrize(("change", "expected"), ONE_PROBLEM)
def test_broken_guide_is_not_shown(
    isp: Isp, tmp_path: Path, change: tuple[str, str], expected: tuple[str, str]
) -> None:
    """A command that needs the guide says the first problem on one line and shows nothing."""
    path = small_guide(tmp_path, change)
    result = isp("--guide", str(path), "browse")
    assert result.exit_code == 3
    assert result.stdout == ""
    [said] = result.stderr.splitlines()
    assert said.startswith(f"{path}: line ")
    assert expected[1] in said
    assert f'isp guide validate "{path}"' in said


def test_every_problem_is_named_at_once_in_the_order_of_the_lines(isp: Isp, tmp_path: Path) -> None:
    """Nobody mends a guide one message at a time."""
    path = small_guide(
        tmp_path,
        ("language: en-GB\n", ""),
        ("id: patient.meaning.1", "id: small.meaning"),
        ("domain: together", "domain: apart"),
        ("listening.hint.1", "small.meaning"),
        ("question.1", "Question 1"),
    )
    result = isp("guide", "validate", str(path))
    assert result.exit_code == 3
    lines = [int(line.split(", line ")[1].split(":")[0]) for line in result.stdout.splitlines()]
    assert lines == [
        1,
        line_of(path, "domain: apart"),
        line_of(path, "Silence") - 1,
        line_of(path, "Question 1"),
    ]
    assert "This guide has 4 problems." in result.stderr


def test_one_problem_of_many_is_said_with_how_many_more(isp: Isp, tmp_path: Path) -> None:
    """The one line of other commands does not hide that there is more to mend."""
    path = small_guide(tmp_path, ("format: 1\n", ""), ("version: ", "versio: "))
    result = isp("--guide", str(path), "search", "listening")
    assert result.exit_code == 3
    assert "format: is missing; add it (and 2 more)." in result.stderr


def unreadable(folder: Path, content: bytes) -> Path:
    """Return a file in `folder` that holds `content`."""
    path = folder / "guide.yaml"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (SMALL.replace("Silence", "Clich\u00e9").encode("latin-1"), "This is not UTF-8 text (byte"),
        (SMALL.encode("utf-16"), "This is not UTF-8 text (byte 1). Save the guide as UTF-8."),
        (bytes(range(256)), "This is not UTF-8 text (byte 129)."),
    ],
    ids=["latin-1", "utf-16", "binary"],
)
def test_file_that_is_not_utf_8_is_refused(
    isp: Isp, tmp_path: Path, content: bytes, what: str
) -> None:
    """A file of another encoding, or of no text at all, is told on one line of stderr."""
    path = unreadable(tmp_path, content)
    for words in (["guide", "validate", str(path)], ["--guide", str(path), "browse"]):
        result = isp(*words)
        assert result.exit_code == 3
        assert result.stdout == ""
        assert result.stderr.startswith(f"{path}: {what}")
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"", 1, "must hold fields, each as 'name: value'"),
        (b"# nothing yet\n", 1, "must hold fields"),
        (b"- a\n- b\n", 1, "must hold fields"),
        (b"Dear reader\n", 1, "must hold fields"),
        (b"format: 1\ntitle: a\0b\n", 2, "has a character that YAML does not take"),
        (b"format: 1\n---\nformat: 1\n", 2, "this is not valid YAML"),
        (b"format: 1\n" + b"#\n" * 2_500_000, 1, "longer than 5,000,000 characters"),
    ],
    ids=["empty", "only a comment", "a list", "prose", "nul", "two documents", "too long"],
)
def test_file_that_holds_no_guide_is_refused(
    isp: Isp, tmp_path: Path, content: bytes, line: int, what: str
) -> None:
    """A file without a guide in it is told so once, and not for each field that it lacks."""
    path = unreadable(tmp_path, content)
    result = isp("guide", "validate", str(path))
    assert result.exit_code == 3
    [problem] = result.stdout.splitlines()
    assert problem.startswith(f"{path}, line {line}: {what}")


def test_missing_file_and_folder_are_told(isp: Isp, tmp_path: Path) -> None:
    """A path that leads to no file says so, with what to do."""
    missing = tmp_path / "guide.yaml"
    for path, what in (
        (missing, "There is no guide file here. Check the path given with --guide."),
        (tmp_path, "This is a folder. Name the guide file in it."),
    ):
        for words in (["guide", "validate", str(path)], ["browse", "--guide", str(path)]):
            result = isp(*words)
            assert (result.exit_code, result.stdout) == (3, "")
            assert result.stderr == f"{path}: {what}\n"


def test_problems_come_as_json(isp: Isp, tmp_path: Path) -> None:
    """A program that checks guides gets the line, the path and the problem as fields."""
    path = small_guide(tmp_path, ("domain: together", "domain: apart"))
    result = isp("guide", "validate", str(path), "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout) == {
        "schema": "isp.guide-problems/1",
        "data": [
            {
                "line": line_of(path, "domain: apart"),
                "path": "competencies[1].domain",
                "what": "'apart' is not an id in domains; name one of: together",
            }
        ],
    }


def test_valid_guide_has_no_problems_as_json(isp: Isp, tmp_path: Path) -> None:
    """For a valid guide the envelope is there and empty."""
    result = isp("guide", "validate", "--json", str(small_guide(tmp_path)))
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"schema": "isp.guide-problems/1", "data": []}


@pytest.mark.parametrize(
    "content",
    [
        SMALL.encode("utf-8-sig"),
        SMALL.replace("\n", "\r\n").encode(),
        SMALL.replace("Ask, then wait.", "Ask **now**, then *wait* & see (really!).").encode(),
    ],
    ids=["byte order mark", "Windows line ends", "asterisks in prose"],
)
def test_editors_habits_are_no_problem(isp: Isp, tmp_path: Path, content: bytes) -> None:
    """A guide saved by another editor, or with emphasis in its prose, is as valid."""
    path = unreadable(tmp_path, content)
    result = isp("guide", "validate", str(path))
    assert result.exit_code == 0
    assert result.stdout == f"{path}: this guide is valid.\n"


def test_deep_but_readable_nesting_is_examined_in_full() -> None:
    """A text as deep as isp reads at all brings no fault, but its problems."""
    depth = strictyaml.DEEPEST - 1
    guide, problems = examine("format: " + "[" * depth + "]" * depth)
    assert guide is None
    assert problems[0].path == "format"

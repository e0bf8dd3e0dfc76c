"""Structures are data: those that come with isp, and an organisation's own."""

from pathlib import Path

import pytest

from isp_cli.errors import IspError, NotFound, PortfolioProblem, UsageProblem
from isp_cli.sessions.structures import chosen_structure, own_structure, structure, structures


def own(folder: Path, text: str | bytes) -> Path:
    """Return a questions file that says this."""
    path = folder / "questions.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_those_that_come_with_isp_name_their_sources() -> None:
    """Both structures are there, with questions, prompts and who they come from."""
    driscoll, gibbs = structures()
    assert [each.text for each in driscoll.questions] == ["What?", "So what?", "Now what?"]
    assert any("Driscoll, J. (1994)" in each for each in driscoll.sources)
    assert any("Rolfe, G., Freshwater" in each for each in driscoll.sources)
    assert len(gibbs.questions) == 6
    assert "Gibbs, G. (1988)" in gibbs.sources[0]
    assert all(question.prompts for each in structures() for question in each.questions)


@pytest.mark.parametrize("name", ["gibbs", "GIBBS", "Gibbs' reflective cycle", "reflective", "gib"])
def test_a_structure_is_found_by_a_forgiving_name(name: str) -> None:
    """Case, the beginning of a name, or a word of it are enough."""
    assert structure(name).key == "gibbs"


@pytest.mark.parametrize("name", ["kolb", "", "what gibbs"])
def test_an_unknown_structure_is_named_with_those_there_are(name: str) -> None:
    """Who asks for another learns which there are, and how to use questions of their own."""
    with pytest.raises(NotFound) as caught:
        structure(name)
    assert str(caught.value) == (
        f"There is no structure called '{name}'. There is: what, gibbs; for questions of your own, "
        "name a file with --questions."
    )


def test_an_organisation_brings_its_own_questions(tmp_path: Path) -> None:
    """A name and a list of questions are enough; ids and prompts may be added."""
    path = own(
        tmp_path,
        "name: Our team's debrief\n"
        "questions:\n"
        "- What did we set out to do?\n"
        "- id: instead\n"
        "  text: What happened instead?\n"
        "  prompts: [Who noticed first?]\n",
    )
    found = own_structure(path)
    assert [(key, each.text) for key, each in found.asked] == [
        ("our-team-s-debrief.1", "What did we set out to do?"),
        ("our-team-s-debrief.instead", "What happened instead?"),
    ]
    assert [(each.key, each.heading, each.text) for each in found.passages][1] == (
        *("our-team-s-debrief.instead", "What happened instead?", ""),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1: must hold fields, each as 'name: value'"),
        ("- What?\n", "line 1: must hold fields, each as 'name: value'"),
        ("name: X\n", "line 1: questions: is missing; add it"),
        ("name: X\nquestions: []\n", "line 2: questions: is empty; it needs an entry"),
        ("name: X\nquestions: What?\n", "line 2: questions: must be a list"),
        ("name: X\nquestions:\n- 5\n", "line 3: questions[1]: must hold fields"),
        ("name: X\nquestions:\n- text: ''\n", "line 3: questions[1].text: "),
        ("name: X\nquestions:\n- a\n- id: A b\n  text: b\n", "line 4: questions[2].id: must be up"),
        (
            "name: X\nquestions:\n- {id: a, text: b}\n- {id: a, text: c}\n",
            "line 4: questions[2].id: 'a' stands for a question above; ids must differ",
        ),
        ("id: gibbs\nname: X\nquestions: [a]\n", "line 1: id: 'gibbs' is a structure of isp's"),
        ("name: What\nquestions: [a]\n", "line 1: name: 'what' is a structure of isp's"),
        ("name: X\nname: Y\nquestions: [a]\n", "line 2: 'name' stands here twice; keep one"),
        ("name: [X\n", "this is not valid YAML"),
    ],
)
def test_a_broken_questions_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """What is wrong is said with its line, its path and the mend."""
    path = own(tmp_path, text)
    with pytest.raises(PortfolioProblem) as caught:
        own_structure(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_every_problem_of_a_questions_file_is_named(tmp_path: Path) -> None:
    """Who mends one problem learns of the others at the same time."""
    path = own(tmp_path, "title: X\nquestions:\n- a\n- txt: b\n- {id: 'no!', text: c}\n")
    with pytest.raises(PortfolioProblem) as caught:
        own_structure(path)
    for said in (
        "line 1: title: is not known",
        "name: is missing",
        "line 4: questions[2].text",
        "line 5",
    ):
        assert said in str(caught.value)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "This cannot be read (No such file or directory)."),
        (b"name: \xff\n", "This is not UTF-8 text (byte 7)."),
    ],
)
def test_a_questions_file_that_cannot_be_read(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    """A file that is not there, or is no text, is a matter of usage."""
    path = own(tmp_path, content) if content else tmp_path / "none.yaml"
    with pytest.raises(UsageProblem) as caught:
        own_structure(path)
    assert said in str(caught.value)


def test_one_way_to_choose_is_enough(tmp_path: Path) -> None:
    """A structure is chosen by name or by file, not by both; without either there is none."""
    path = own(tmp_path, "name: X\nquestions: [a]\n")
    assert chosen_structure(None, None) is None
    by_name, by_file = chosen_structure("what", None), chosen_structure(None, path)
    assert by_name is not None
    assert by_file is not None
    assert (by_name.key, by_file.key) == ("what", "x")
    with pytest.raises(IspError, match="both choose"):
        chosen_structure("what", path)

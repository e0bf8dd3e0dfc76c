"""What scripts read from `isp browse --json`: names of schemas and keys, only ever added to."""

import json
from typing import Any

import pytest

from isp_cli.guide.kinds import KINDS
from isp_cli.guide.model import Guide
from tests.conftest import Isp

ITEM = ["id", "text", "items"]

ONE = {
    ("principle", "equity"): ("isp.principle/1", ["id", "name", "aliases", "meaning"]),
    ("domain", "co-creation"): ("isp.domain/1", ["id", "name", "aliases", "description"]),
    ("competency", "context"): (
        "isp.competency/1",
        ["id", "name", "domain", "aliases", "opening", "overview", "activities", "hints"],
    ),
    ("question", "7"): ("isp.question/1", ["id", "text", "chooses", "most", "items"]),
    ("dilemma", "3"): ("isp.dilemma/1", ITEM),
    ("resource", "re-aim"): ("isp.resource/1", ["id", "name", "url", "group"]),
    ("resource", "reference.4"): ("isp.resource/1", ["id", "text", "url", "complete"]),
    ("about", "foreword"): ("isp.about/1", ["id", "title", "items"]),
}
"""The promise for one thing: the words to ask for it, its schema, its keys."""

ALL = {
    "principles": "isp.principles/1",
    "domains": "isp.domains/1",
    "competencies": "isp.competencies/1",
    "questions": "isp.questions/1",
    "dilemmas": "isp.dilemmas/1",
    "resources": "isp.resources/1",
    "about": "isp.about-all/1",
}
"""The promise for all of a kind: a list of what there is for one."""


def data_of(isp: Isp, schema: str, *words: str) -> Any:  # noqa: ANN401 - JSON holds anything
    """Return the data that a command prints in the envelope of this schema."""
    result = isp(*words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    envelope = json.loads(result.stdout)
    assert list(envelope) == ["schema", "data"]
    assert envelope["schema"] == schema
    return envelope["data"]


@pytest.mark.parametrize(("words", "promise"), ONE.items(), ids=[" ".join(each) for each in ONE])
def test_one_thing_keeps_its_keys(
    isp: Isp, words: tuple[str, str], promise: tuple[str, list[str]]
) -> None:
    """A script that reads one thing of the guide finds the same keys in every version."""
    schema, keys = promise
    assert list(data_of(isp, schema, "browse", *words)) == keys


@pytest.mark.parametrize(("word", "schema"), ALL.items())
def test_list_holds_what_is_shown_one_by_one(isp: Isp, word: str, schema: str) -> None:
    """All things of a kind come as a list, each as it comes by itself."""
    kind = next(each for each in KINDS if each.many == word)
    data = data_of(isp, schema, "browse", word)
    assert len(data) > 1
    for each in (data[0], data[-1]):
        assert each == data_of(isp, f"isp.{kind.one}/1", "browse", kind.one, each["id"])


def test_singular_without_a_name_is_the_list(isp: Isp) -> None:
    """A script that asks for a kind gets the list and is not asked which."""
    assert len(data_of(isp, "isp.competencies/1", "browse", "competency")) == 15


def test_items_keep_their_keys_at_every_depth(isp: Isp) -> None:
    """Statements and what stands below them are of the same form."""
    data = data_of(isp, "isp.competency/1", "browse", "competency", "context")
    statement = data["overview"][0]
    assert list(statement) == ITEM
    assert [list(each) for each in statement["items"]] == [ITEM] * 3


def test_map_keeps_its_keys(isp: Isp, guide: Guide) -> None:
    """The guide at a glance has the ids and names that lead to everything else."""
    data = data_of(isp, "isp.map/1", "browse")
    assert list(data) == ["principles", "domains", "questions"]
    assert [list(each) for each in data["principles"]] == [["id", "name"]] * 6
    assert [list(each) for each in data["domains"]] == [["id", "name", "competencies"]] * 3
    assert [list(each) for each in data["questions"]] == [["id", "text"]] * 10
    competencies = [each for domain in data["domains"] for each in domain["competencies"]]
    assert competencies == [{"id": each.id, "name": each.name} for each in guide.competencies]


def test_text_in_json_is_readable(isp: Isp) -> None:
    """Letters with accents are not escaped; who reads the JSON by eye can read them."""
    assert "B\u00fchrmann" in isp("browse", "resource", "reference.2", "--json").stdout

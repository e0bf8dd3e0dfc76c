"""What a command does not need, it does not load: that is what makes isp start quickly."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from isp_cli.note.record import Note
from isp_cli.portfolio.record import GuideVersion
from isp_cli.portfolio.store import Store
from tests.installed import ROOT, install
from tests.moments import MOMENT

HEAVY = {
    "dateutil": "dates in plans",
    "isp_cli.guide.model": "the guide, field by field",
    "isp_cli.portfolio.store": "records that are kept, not only counted",
    "platformdirs": "the usual place of the portfolio",
    "prompt_toolkit": "a conversation at a terminal",
    "questionary": "a conversation at a terminal",
    "rich": "a page at a terminal",
    "sqlite3": "a search",
    "yaml": "a file of the person's own, or the guide of a checkout",
}
"""Modules that take their time, and what they are for. (typer loads pydantic by itself.)"""

SEARCH = {"isp_cli.guide.model", "isp_cli.portfolio.store", "sqlite3"}
"""What a search needs of them."""

PROGRAM = """
import json, sys
from isp_cli.app import main
try:
    main()
finally:
    print("loaded:" + json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder where isp is laid out as the wheel does it."""
    return install(tmp_path_factory.mktemp("site"))


def loaded(site: Path, *words: str, **environment: str) -> set[str]:
    """Return what `isp` with these words loads of the heavy modules."""
    portfolio = str(site / "portfolio")
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        env={**os.environ, "PYTHONPATH": str(site), "ISP_PORTFOLIO": portfolio, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    said, _, modules = ended.stderr.partition("loaded:")
    assert (ended.returncode, said) == (0, "")
    assert ended.stdout
    return set(HEAVY) & set(json.loads(modules))


def test_version_loads_nothing(site: Path) -> None:
    """The version is a line that needs nothing."""
    assert loaded(site, "--version") == set()


def test_help_loads_nothing_that_asks_paints_or_reads(site: Path) -> None:
    """The help asks each verb for a line about itself, which needs no terminal and no file."""
    idle = {"questionary", "prompt_toolkit", "rich", "yaml", "platformdirs"}
    assert not loaded(site, "--help") & idle


@pytest.mark.parametrize(
    ("words", "needed"),
    [
        (["browse", "competency", "brokering"], {"isp_cli.guide.model"}),
        (["search", "power"], SEARCH),
        (["guide", "export", "--format", "json"], {"isp_cli.guide.model"}),
        (["guide", "export"], {"isp_cli.guide.model", "yaml"}),
        (["browse", "-h"], set()),
    ],
    ids=lambda value: " ".join(sorted(value)),
)
def test_command_loads_what_it_needs(site: Path, words: list[str], needed: set[str]) -> None:
    """A page of the guide is shown without what asks, paints, searches or knows about dates."""
    assert loaded(site, *words) == needed


@pytest.mark.parametrize("words", [["browse", "competency", "brokering"], ["search", "county"]])
def test_notes_are_read_without_what_asks_or_parses(
    site: Path, tmp_path: Path, words: list[str]
) -> None:
    """Notes as isp writes them are counted and searched without YAML."""
    note = Note.begun(MOMENT, GuideVersion(id="guide", version="1"), status="finished")
    store = Store(tmp_path)
    store.add(note.with_values(competencies=("brokering",)).saying("Called the county."))
    needed = SEARCH if words[0] == "search" else {"isp_cli.guide.model"}
    assert loaded(site, *words, ISP_PORTFOLIO=str(tmp_path)) == needed


@pytest.mark.parametrize("line", ["isp br", "isp browse competency br"])
def test_completion_loads_nothing(site: Path, line: str) -> None:
    """Who presses Tab does not wait for the guide to be checked."""
    count = str(len(line.split()) - 1)
    asked = {"_ISP_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": count}
    assert loaded(site, **asked) == set()


def test_guide_of_a_checkout_needs_yaml_and_no_more(tmp_path: Path) -> None:
    """Where the guide lies as YAML, reading it is all that a checkout has on top."""
    shutil.copytree(ROOT / "src", tmp_path / "src")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    needed = {"isp_cli.guide.model", "yaml"}
    assert loaded(tmp_path / "src", "browse", "competency", "brokering") == needed

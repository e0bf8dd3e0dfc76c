"""The data files are found in a checkout and in a wheel, and say the same in both."""

from pathlib import Path

import pytest
import yaml

from isp_cli import strictyaml
from tests.conftest import Isp, in_process_of_its_own
from tests.installed import ROOT, install


@pytest.mark.parametrize(
    "source", sorted((ROOT / "data").rglob("*.yaml")), ids=lambda path: str(path.name)
)
def test_data_reads_the_same_in_the_wheel(source: Path) -> None:
    """The build reads YAML in the usual way and isp strictly; no data file sounds different."""
    text = source.read_text(encoding="utf-8")
    assert yaml.safe_load(text) == strictyaml.parse(text)


def test_checkout_is_read_as_it_lies(portfolio: Path) -> None:
    """Who edits the guide in a checkout sees it at once, without a build."""
    where = {"PYTHONPATH": str(ROOT / "src")}
    ended = in_process_of_its_own("guide", "validate", portfolio=portfolio, environment=where)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(str(ROOT / "data" / "guide.yaml"))


def test_installed_isp_reads_its_own_data(isp: Isp, portfolio: Path, tmp_path: Path) -> None:
    """Away from any checkout, isp finds the guide that came with it."""
    site = install(tmp_path / "site")
    where = {"PYTHONPATH": str(site)}
    ended = in_process_of_its_own("guide", "validate", portfolio=portfolio, environment=where)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(str(site / "isp_cli" / "data" / "guide.yaml"))
    for words in (["browse", "domains"], ["assess", "template"]):
        ended = in_process_of_its_own(*words, portfolio=portfolio, environment=where)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout == isp(*words).stdout


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (None, "This file, which comes with isp, is missing. Install isp again."),
        (b"format: [", "this is not valid YAML"),
        (b"format: 1\n", "The guide that comes with isp is not valid."),
    ],
    ids=["missing", "not YAML", "not a guide"],
)
def test_damaged_installation_is_told(tmp_path: Path, content: bytes | None, what: str) -> None:
    """Where the guide did not come along, or came broken, one line says so, with exit code 3."""
    site = install(tmp_path / "site")
    path = site / "isp_cli" / "data" / "guide.yaml"
    path.with_suffix(".json").unlink()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    ended = in_process_of_its_own(
        "browse", portfolio=tmp_path, environment={"PYTHONPATH": str(site)}
    )
    assert (ended.returncode, ended.stdout) == (3, "")
    [said] = ended.stderr.splitlines()
    assert said.startswith(f"{path}: ")
    assert what in said

"""The guide goes out whole and comes back the same, and a guide of one's own takes its place."""

import json
from pathlib import Path

import pytest

from isp_cli.guide.loader import load
from isp_cli.guide.model import Guide
from tests.conftest import Isp
from tests.guides import small_guide


def test_bundled_guide_is_valid(isp: Isp) -> None:
    """The guide that comes with isp passes the check that every other guide must pass."""
    result = isp("guide", "validate")
    assert result.exit_code == 0
    assert result.stdout.endswith("guide.yaml: this guide is valid.\n")
    assert result.stderr == ""


def test_guide_in_use_is_the_one_that_is_validated(isp: Isp, tmp_path: Path) -> None:
    """Without a file, `validate` checks the guide chosen with --guide."""
    path = small_guide(tmp_path, ("version: ", "versio: "))
    assert isp("--guide", str(path), "guide", "validate").exit_code == 3


def test_exported_guide_is_valid_and_the_same(isp: Isp, tmp_path: Path, guide: Guide) -> None:
    """Exported as YAML, checked and read again, nothing of the guide is lost."""
    exported = isp("guide", "export")
    assert (exported.exit_code, exported.stderr) == (0, "")
    path = tmp_path / "mine.yaml"
    path.write_text(exported.stdout, encoding="utf-8")
    assert isp("guide", "validate", str(path)).exit_code == 0
    assert load(path) == guide


def test_guide_comes_as_json(isp: Isp, guide: Guide) -> None:
    """As JSON the whole guide is there under the names of the YAML form."""
    result = isp("guide", "export", "--format", "json")
    assert (result.exit_code, result.stderr) == (0, "")
    data = json.loads(result.stdout)
    assert Guide.model_validate(data) == guide
    assert list(data) == list(Guide.model_fields)


def test_unknown_format_is_refused(isp: Isp) -> None:
    """There are two formats, and a third is a matter of usage."""
    result = isp("guide", "export", "--format", "xml")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "xml" in result.stderr


@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize("way", ["option", "environment"])
def test_guide_of_ones_own_is_what_is_shown(
    isp: Isp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """With --guide or ISP_GUIDE every command speaks of that guide, and of no other."""
    path = small_guide(tmp_path)
    chosen: list[str] = []
    if way == "option":
        chosen = ["--guide", str(path)]
    else:
        monkeypatch.setenv("ISP_GUIDE", str(path))
    page = isp(*chosen, "browse", "competency", "hearing")
    assert page.exit_code == 0
    assert page.stdout == (
        "Listening\n"
        "Competency in the domain Working together\n"
        "\n"
        "Overview\n"
        "\n"
        "   1. Hear what is said.\n"
        "\n"
        "Key activities\n"
        "\n"
        "   1. Ask, then wait.\n"
        "      a. Count to ten.\n"
        "\n"
        "Helpful hints\n"
        "\n"
        "  Silence helps.\n"
    )
    assert isp(*chosen, "browse", "competency", "brokering").exit_code == 4
    assert "title: A small guide\n" in isp(*chosen, "guide", "export").stdout


def test_option_is_stronger_than_environment(
    isp: Isp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guide named on the line is used, whatever ISP_GUIDE says."""
    monkeypatch.setenv("ISP_GUIDE", str(tmp_path / "nowhere.yaml"))
    result = isp("--guide", str(small_guide(tmp_path)), "browse")
    assert result.exit_code == 0
    assert result.stdout.startswith("A small guide\n")

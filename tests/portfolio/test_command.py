"""`isp portfolio` says where the records are, and makes nothing."""

import json
from pathlib import Path

import pytest

from tests.conftest import Isp, in_process_of_its_own


def test_the_path_is_said_before_there_is_a_portfolio(isp: Isp, portfolio: Path) -> None:
    """The path alone goes to stdout; that nothing is there yet is said beside it."""
    result = isp("portfolio", "path")
    assert result.exit_code == 0
    assert result.stdout == f"{portfolio}\n"
    assert result.stderr == "It is made when you first write something.\n"
    assert not portfolio.exists()


def test_the_path_of_a_portfolio_is_said_alone(isp: Isp, portfolio: Path) -> None:
    """Where the folder is there, its path is all that is printed."""
    portfolio.mkdir()
    result = isp("portfolio", "path")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{portfolio}\n", "")


def test_the_verb_alone_says_the_path(isp: Isp, portfolio: Path) -> None:
    """`isp portfolio` says what `isp portfolio path` says."""
    alone, path = isp("portfolio"), isp("portfolio", "path")
    assert alone.stdout == f"{portfolio}\n"
    assert (alone.exit_code, alone.stderr) == (0, path.stderr)


def test_the_path_is_there_for_programs(isp: Isp, portfolio: Path) -> None:
    """`--json` says whether the folder exists, and there is no talk beside it."""
    for exists in (False, True):
        if exists:
            portfolio.mkdir()
        result = isp("portfolio", "path", "--json")
        assert (result.exit_code, result.stderr) == (0, "")
        assert json.loads(result.stdout) == {
            "schema": "isp.portfolio/1",
            "data": {"path": str(portfolio), "exists": exists},
        }


@pytest.mark.usefixtures("portfolio")
def test_a_chosen_portfolio_goes_before_the_environment(isp: Isp, tmp_path: Path) -> None:
    """`--portfolio` is taken before ISP_PORTFOLIO, wherever on the line it stands."""
    other = str(tmp_path / "other")
    assert isp("--portfolio", other, "portfolio", "path").stdout == f"{other}\n"
    assert isp("portfolio", "path", "--portfolio", other).stdout == f"{other}\n"


def test_a_portfolio_below_where_one_stands_is_said_in_full(tmp_path: Path) -> None:
    """A path from here, or from home, is said so that it leads there from anywhere."""
    here = in_process_of_its_own("portfolio", "path", portfolio=Path("below"))
    assert here.stdout == f"{Path.cwd() / 'below'}\n"
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    there = in_process_of_its_own("portfolio", "path", portfolio=Path("~/isp"), environment=home)
    assert there.stdout == f"{tmp_path / 'isp'}\n"


def test_a_place_that_is_taken_by_a_file_is_said(isp: Isp, portfolio: Path) -> None:
    """Where a file lies in the place of the folder, nobody is told that it will be made."""
    portfolio.write_text("mine", "utf-8")
    result = isp("portfolio", "path")
    assert (result.exit_code, result.stdout) == (0, f"{portfolio}\n")
    assert result.stderr == "This is a file, not a folder; choose another with --portfolio.\n"

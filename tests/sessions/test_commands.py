"""What the verbs with records have in common on the command line."""

from pathlib import Path

import pytest

from tests.conftest import Isp


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("assess --answers f list", "--answers does not go with 'list'."),
        ("assess --json list", "--json does not go with 'list'."),
        ("assess --domain 1 --quick template", "--domain does not go with 'template'."),
        ("reflect --new show", "--new does not go with 'show'."),
        ("plan --json export -", "--json does not go with 'export'."),
    ],
)
def test_an_option_before_a_subcommand_is_refused(
    isp: Isp, portfolio: Path, words: str, said: str
) -> None:
    """An option that would be taken for nothing is named, and nothing is done."""
    result = isp(*words.split())
    verb, subcommand = words.split(maxsplit=1)[0], said.split("'")[1]
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{said} To see what does: isp {verb} {subcommand} --help\n"
    assert not portfolio.exists()


@pytest.mark.usefixtures("portfolio")
def test_an_option_behind_a_subcommand_is_its_own(isp: Isp) -> None:
    """Behind it, or where it may stand anywhere, the option is taken."""
    assert isp("assess", "list", "--json").exit_code == 0
    assert isp("assess", "--plain", "list").exit_code == 0

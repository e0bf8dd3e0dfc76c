"""Lists of statements."""

from itertools import islice

from isp_cli.guide.model import Item
from isp_cli.terminal.outline import lettered, letters


def test_letters_do_not_run_out() -> None:
    """After z come aa and ab, as in a list of any length."""
    assert list(islice(letters(), 28))[24:] == ["y", "z", "aa", "ab"]


def test_nothing_of_a_long_list_is_left_out() -> None:
    """Thirty statements are thirty lines."""
    items = [Item(id=f"x.{number}", text=f"Statement {number}") for number in range(30)]
    assert [line.text for line in lettered(items, indent=2)] == [each.text for each in items]

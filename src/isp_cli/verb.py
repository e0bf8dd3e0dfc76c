"""How every verb stands on the command line."""

from typing import Any

import typer
from typer.core import TyperGroup


class Group(TyperGroup):
    """Commands whose help names each with its whole first sentence, in a narrow window too."""

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override] # noqa: ANN401
        """Write the list of commands; typer itself cuts each to what is left of a line."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _first_paragraph(each)) for name, each in found if each and not each.hidden]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


def _first_paragraph(command: Any) -> str:  # noqa: ANN401 - typer names no class for it
    return " ".join((command.help or "").partition("\n\n")[0].split())


def verb(group: type[Group] = Group) -> typer.Typer:
    """Return the beginnings of a verb: plain help, and what the shell completes left to `isp`."""
    return typer.Typer(cls=group, add_completion=False, rich_markup_mode=None)

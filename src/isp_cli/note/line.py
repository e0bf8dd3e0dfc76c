"""How `isp note` takes its words: a text to keep, or one of its commands."""

from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperArgument

from isp_cli.verb import Group

NEAR = 0.75
"""How alike two words must be, from 0 to 1, for one to be taken for a slip for the other."""


class NoteVerb(Group):
    """A verb with commands of its own, whose other words are a text."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401 - as typer gives them
        super().__init__(**attributes)
        for each in self.params:
            if isinstance(each, TyperArgument):
                _stands_in_own_usage_only(each, self)

    def parse_args(self, ctx: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """Take the first word for a command where it is one, and all words for a text otherwise.

        A single word that is nearly a command is refused: it would be kept as a note by mistake.
        """
        at = self._first_word(args)
        if at is not None and args[at] in self.commands:
            rest = args[at:]
            super().parse_args(ctx, args[:at])
            ctx._protected_args, ctx.args = rest[:1], rest[1:]  # noqa: SLF001 - as the group does it
            return ctx.args
        if at == 0 and len(args) == 1:
            close = get_close_matches(args[0], self.commands, n=1, cutoff=NEAR)
            if close and not ctx.resilient_parsing:
                ctx.fail(
                    f"There is no command '{args[0]}'. Did you mean {close[0]}? To keep it as a "
                    f"note: {ctx.command_path} -- {args[0]}"
                )
        ctx.allow_interspersed_args = True
        return super().parse_args(ctx, args)

    def _first_word(self, args: list[str]) -> int | None:
        """Return where the first word is that is neither an option nor the value of one."""
        with_value = {
            name for each in self.params if not getattr(each, "is_flag", True) for name in each.opts
        }
        skipped = False
        for at, word in enumerate(args):
            if skipped:
                skipped = False
            elif word == "--":
                return None
            elif word == "-" or not word.startswith("-"):
                return at
            else:
                skipped = word in with_value
        return None


def _stands_in_own_usage_only(text: TyperArgument, verb: NoteVerb) -> None:
    """Leave the text out of how the commands below are called: none of them comes behind it."""
    pieces = text.get_usage_pieces

    def own_pieces(ctx: typer.Context) -> list[str]:
        return pieces(ctx) if ctx.command is verb else []

    text.get_usage_pieces = own_pieces  # type: ignore[method-assign,assignment]

"""What a verb that keeps records works with: the guide, the portfolio, the screen."""

from collections.abc import Iterable
from functools import cached_property

from isp_cli.guide.loader import load
from isp_cli.guide.model import Guide
from isp_cli.portfolio.location import folder
from isp_cli.portfolio.record import GuideVersion
from isp_cli.portfolio.store import Store
from isp_cli.portfolio.unreadable import Unreadable
from isp_cli.settings import Settings
from isp_cli.terminal.prompter import Prompter
from isp_cli.terminal.screen import Screen
from isp_cli.terminal.session import prompter


class Desk:
    """The guide, the portfolio and the screen that the settings lead to, each when it is needed."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.screen = Screen(plain=settings.plain)

    @cached_property
    def guide(self) -> Guide:
        """The guide in use; GuideProblem where it is missing or invalid."""
        return load(self.settings.guide)

    @cached_property
    def store(self) -> Store:
        """The records of the portfolio in use."""
        return Store(folder(self.settings.portfolio))

    def tell_unreadable(self, found: Iterable[Unreadable]) -> None:
        """Say which files could not be read, and why, a line for each."""
        for each in found:
            self.screen.tell(f"{each.path}: {each.why}")

    def prompter(self, verb: str, instead: str = "") -> Prompter:
        """Return who asks on this terminal.

        Args:
            verb: the command that asks.
            instead: what to do without a terminal; its form, where nothing else is said.

        Raises:
            NeedsTerminal: nobody is there to answer; it says what to do instead.
        """
        form = f"Without one, fill in what 'isp {verb} template' prints and give it to --answers."
        return prompter(plain=self.settings.plain, instead=instead or form)


def guide_version(guide: Guide) -> GuideVersion:
    """Return what a record keeps to say which guide it speaks of."""
    return GuideVersion(id=guide.id, version=guide.version)

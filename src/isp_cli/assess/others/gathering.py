"""The views and invitations of a portfolio, as they are shown and taken away."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from isp_cli.assess.others.beside import SideBySide, as_data, side_by_side
from isp_cli.assess.others.record import Invitation, View
from isp_cli.assess.others.rounds import round_of
from isp_cli.assess.others.shown import person
from isp_cli.assess.record import Assessment
from isp_cli.errors import NotFound, PortfolioProblem
from isp_cli.portfolio.store import Kept
from isp_cli.sessions import listing
from isp_cli.sessions.desk import Desk

SEE = "See who was asked with: isp assess views"


@dataclass(frozen=True)
class Gathered:
    """What there is to show: the views side by side, and who was asked.

    Attributes:
        side: the views of one round beside the assessment.
        invitations: the forms that were made, the oldest first.
        came: by the number of a form, the latest view that it brought.
    """

    side: SideBySide
    invitations: tuple[Invitation, ...]
    came: Mapping[str, View]

    def as_data(self) -> Mapping[str, Any]:
        """Return it as it is given to other programs."""
        return {
            **as_data(self.side),
            "asked": [
                {
                    "name": each.name,
                    "form": each.number,
                    "made": each.started.isoformat(),
                    "received": came.started.isoformat() if came else None,
                }
                for each in self.invitations
                for came in [self.came.get(each.number)]
            ],
        }


def gathered(desk: Desk, name: str | None, assessment: str | None) -> Gathered:
    """Return the views of a round, or those of one person.

    Args:
        desk: the guide and the portfolio.
        name: whose view alone; None for everybody's.
        assessment: the one to set them beside; None for the one that views came in for last.

    Raises:
        NotFound: there is no such person or assessment, or their view is not shown on its own.
    """
    kept, broken = desk.store.finished(View)
    made, broken_invitations = desk.store.finished(Invitation)
    for each in [*broken, *broken_invitations]:
        desk.screen.tell(f"{each.path}: {each.why}")
    chosen = listing.named(desk.store, Assessment, assessment).record if assessment else None
    views = [each.record for each in kept]
    invitations = tuple(each.record for each in made)
    finished = [each.record for each in desk.store.finished(Assessment)[0]]
    if name is not None:
        whose = _whose(name, views, invitations)
        views = [each for each in views if each.name in whose]
        invitations = tuple(each for each in invitations if each.name in whose)
        if not views:
            raise NotFound(f"Nothing has come back from {whose[0]}.", mend=SEE)
    beside, views = round_of(views, finished, chosen)
    side = side_by_side(beside, views, desk.guide)
    if name is not None and views and not side.shown.named:
        raise NotFound(f"{views[-1].name} did not say that this may be shown on its own.", mend=SEE)
    came = {each.record.form: each.record for each in kept}
    return Gathered(side, invitations, came)


def to_hand_over(desk: Desk, assessment: str | None) -> SideBySide:
    """Return the views beside an assessment, as far as they may be shown.

    Raises:
        NotFound: there is no such assessment, or nothing that may be shown.
    """
    side = gathered(desk, None, assessment).side
    if not side.competencies:
        raise NotFound("There are no views that may be shown so far.", mend=SEE)
    return side


def removed(desk: Desk, name: str) -> list[Kept[View] | Kept[Invitation]]:
    """Delete what came from one person, and that they were asked; return what is gone.

    Raises:
        NotFound: nobody is called so, or more than one.
        PortfolioProblem: a file cannot be deleted.
    """
    views, made = desk.store.finished(View)[0], desk.store.finished(Invitation)[0]
    whose = _whose(name, [e.record for e in views], [e.record for e in made], whole=True)
    every: list[Kept[View] | Kept[Invitation]] = [*views, *made]
    gone = [each for each in every if each.record.name in whose]
    for each in gone:
        try:
            each.path.unlink(missing_ok=True)
        except OSError as error:
            what = f"This cannot be deleted ({error.strerror})."
            raise PortfolioProblem(what, where=str(each.path), mend="Delete it yourself.") from None
    return gone


def _whose(
    name: str,
    views: "list[View]",
    invitations: "tuple[Invitation, ...] | list[Invitation]",
    *,
    whole: bool = False,
) -> list[str]:
    """Return how the one person who is meant is spelt; the beginning of a name will do.

    With `whole` it will not: then it must be all of the name.
    """
    names = list(dict.fromkeys(each.name for each in [*invitations, *views]))
    wanted = person(name)
    found = [each for each in names if person(each) == wanted]
    if not found and not whole:
        found = [each for each in names if person(each).startswith(wanted)]
    people = dict.fromkeys(map(person, found))
    if not people:
        raise NotFound(f"Nobody called '{name}' was asked.", mend=SEE)
    if len(people) > 1:
        raise NotFound(f"'{name}' could be more than one.", mend=f"Say which: {', '.join(found)}")
    return found

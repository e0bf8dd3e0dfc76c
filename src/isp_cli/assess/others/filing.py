"""Filing what came back: which invitation it answers, and whether it was received before."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from isp_cli.assess.others.check import Checked, checked
from isp_cli.assess.others.form import NUMBER, form
from isp_cli.assess.others.received import Text, received
from isp_cli.assess.others.record import FORM, Invitation, View
from isp_cli.assess.others.sheet import Sheet, number_in, sheets
from isp_cli.assess.others.shown import person
from isp_cli.errors import PortfolioProblem
from isp_cli.guide.model import Guide
from isp_cli.portfolio.store import Kept
from isp_cli.sessions.desk import Desk, guide_version

Outcome = Literal["filed", "newer", "twice"]

NOTHING = "Nothing was filed."


@dataclass(frozen=True)
class Filed:
    """What became of one form.

    Attributes:
        outcome: "filed", "newer" where it follows one of the same person, "twice" where the very
            same was filed before.
        kept: the view, and where it lies.
        before: the earlier one, if there is one.
        notes: what is to be said about how it was read.
    """

    outcome: Outcome
    kept: Kept[View]
    before: Kept[View] | None
    notes: tuple[str, ...]


def file_form(desk: Desk, path: Path, name: str | None, moment: datetime) -> Filed:
    """File the form at `path`; "-" is standard input.

    Args:
        desk: the guide and the portfolio.
        path: where the form lies.
        name: whose view it is; None for whom the form was made for, which this portfolio then must
            know by its number.
        moment: when it is received.

    Raises:
        UsageProblem: the file cannot be read.
        PortfolioProblem: it is no form, not of this portfolio, or something in it is wrong.
    """
    where = "standard input" if str(path) == "-" else str(path)
    text = received(path)
    invitation = _invitation(desk, text, name, where)
    sheet = _sheet(text, _sent(desk, invitation), where)
    asked = invitation.competencies if invitation else _all(desk.guide)
    found = checked(sheet, asked, desk.guide)
    if found.faults:
        more = f" (and {len(found.faults) - 1} more)" if len(found.faults) > 1 else ""
        raise PortfolioProblem(f"{found.faults[0]}{more}.", where=where, mend=NOTHING)
    return _kept(desk, _view(desk, found, sheet, invitation, name, moment), text, found)


def _invitation(desk: Desk, text: Text, name: str | None, where: str) -> Invitation | None:
    number = number_in(text.text)
    made, unreadable = desk.store.finished(Invitation)
    found = next((each.record for each in made if each.record.number == number), None)
    if found is None and unreadable:
        raise PortfolioProblem(unreadable[0].why, where=str(unreadable[0].path))
    if found is not None and found.guide.id != desk.guide.id:
        what = f"This form is about another guide, '{found.guide.id}'."
        raise PortfolioProblem(what, where=where, mend="Name that guide with --guide.")
    if found is None and name is None:
        mend = "If it is meant for you, say whose view it is: --as NAME."
        if number:
            what = "This form was not made in this portfolio, so it may be for somebody else."
        else:
            what = f"There is no line '{NUMBER}: ...' in this, so isp does not know the form."
        raise PortfolioProblem(what, where=where, mend=f"{NOTHING} {mend}")
    return found


def _sent(desk: Desk, invitation: Invitation | None) -> str:
    """Return the form as it went out, or as it would."""
    if invitation:
        return invitation.text(FORM)
    return form("", "", "", desk.guide.competencies)


def _sheet(text: Text, sent: str, where: str) -> Sheet:
    """Return the one form that is filled in; a mail may have the empty one below it."""
    found = sheets(text.text, sent)
    filled = [each for each in found if not each.is_empty]
    if len(filled) > 1:
        what = "There is more than one filled form in this."
        raise PortfolioProblem(what, where=where, mend=f"{NOTHING} Give each in a file of its own.")
    return (filled or found)[0]


def _all(guide: Guide) -> tuple[str, ...]:
    return tuple(each.id for each in guide.competencies)


def _view(
    desk: Desk,
    found: Checked,
    sheet: Sheet,
    invitation: Invitation | None,
    name: str | None,
    moment: datetime,
) -> View:
    keys = {each.key.partition(".")[2] for each in found.passages} | set(found.values["ratings"])
    filled = tuple(each for each in _all(desk.guide) if each in keys)
    return View.begun(
        moment,
        guide_version(desk.guide),
        status="received",
        finished=moment,
        form=invitation.number if invitation else sheet.number,
        name=name or (invitation.name if invitation else ""),
        assessment=invitation.assessment if invitation else None,
        competencies=invitation.competencies if invitation else filled,
        passages=tuple(found.passages),
        **found.values,
    )


def _kept(desk: Desk, view: View, text: Text, found: Checked) -> Filed:
    notes = (*text.notes, *found.notes)
    views, _ = desk.store.finished(View)
    theirs = [each for each in views if person(each.record.name) == person(view.name)]
    same = next((each for each in theirs if _content(each.record) == _content(view)), None)
    if same:
        return Filed("twice", same, theirs[-1], notes)
    before = next((each for each in reversed(theirs) if _in_place_of(view, each.record)), None)
    return Filed("newer" if before else "filed", desk.store.add(view), before, notes)


def _in_place_of(view: View, other: View) -> bool:
    """Return whether one of two views of a person takes the place of the other."""
    return view.form == other.form or view.assessment == other.assessment


def _content(view: View) -> tuple[object, ...]:
    """Return what a view says, without when it was received."""
    fields = view.model_dump(exclude={"id", "started", "finished", "guide"})
    return (fields, {each.key: each.text for each in view.passages if each.text.strip()})

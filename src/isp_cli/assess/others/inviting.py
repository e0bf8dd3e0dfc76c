"""Making a form for somebody, and keeping that it was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from isp_cli.assess.others.form import form
from isp_cli.assess.others.record import FORM, Invitation, slug
from isp_cli.assess.others.shown import person
from isp_cli.assess.record import Assessment
from isp_cli.assess.scope import scope
from isp_cli.errors import IspError
from isp_cli.sessions.desk import Desk, guide_version
from isp_cli.sessions.handing_over import STANDARD_OUTPUT, hand_over

BYTE_ORDER_MARK = "\ufeff"
"""What tells Word and older editors of Windows that a text is UTF-8."""


@dataclass(frozen=True)
class Invited:
    """What was made: the invitation, where the form went, and whether that person had one."""

    invitation: Invitation
    target: str
    before: Invitation | None


def invited(
    desk: Desk,
    name: str,
    asker: str | None,
    wanted: tuple[Iterable[str], Iterable[str]],
    target: str | None,
    moment: datetime,
    *,
    force: bool,
) -> Invited:
    """Write a form for `name`, and keep that it was made.

    Args:
        desk: the guide and the portfolio.
        name: whom it is for.
        asker: the name of who asks; None for the one that the last form had.
        wanted: the domains and the competencies to ask about; where there are none, those of the
            latest assessment, or all.
        target: a path, "-" for standard output, or None for a name in the current folder.
        moment: when it is made.
        force: write over a file that is there.

    Raises:
        NotFound: no domain or competency is called so.
        UsageProblem, PortfolioProblem: the form cannot be written; nothing is kept then.
    """
    earlier = [each.record for each in desk.store.finished(Invitation)[0]]
    assessments = desk.store.finished(Assessment)[0]
    latest = assessments[-1].record if assessments else None
    competencies = _competencies(desk, wanted, latest)
    invitation = Invitation.begun(
        moment,
        guide_version(desk.guide),
        status="made",
        finished=moment,
        name=name,
        asked_by=asker if asker is not None else (earlier[-1].asked_by if earlier else ""),
        assessment=latest.id if latest else None,
        competencies=competencies,
    )
    asked = [each for each in desk.guide.competencies if each.id in competencies]
    text = form(name, invitation.asked_by, invitation.number, asked)
    goes_to = target if target is not None else f"form-for-{slug(name)}.txt"
    kept = desk.store.add(invitation.with_text(FORM, "The form as it was made", text))
    try:
        _write(desk, text, goes_to, invitation, force=force)
    except (IspError, OSError):
        kept.path.unlink(missing_ok=True)  # nobody can have got it
        raise
    before = next((e for e in reversed(earlier) if person(e.name) == person(name)), None)
    return Invited(kept.record, goes_to, before)


def _competencies(
    desk: Desk, wanted: tuple[Iterable[str], Iterable[str]], latest: Assessment | None
) -> tuple[str, ...]:
    known = [each.id for each in desk.guide.competencies]
    assessed: Sequence[str] = latest.competencies if latest else ()
    return (
        scope(desk.guide, *wanted)
        or tuple(each for each in known if each in assessed)
        or tuple(known)
    )


def _write(desk: Desk, text: str, target: str, invitation: Invitation, *, force: bool) -> None:
    if target != STANDARD_OUTPUT:
        text = BYTE_ORDER_MARK + text.replace("\n", "\r\n")
    who = f"your name ({invitation.asked_by})" if invitation.asked_by else "no name of yours"
    hand_over(
        desk,
        text,
        target,
        force=force,
        form="plain text",
        ending=".md" if target.lower().endswith(".md") else ".txt",
        holds=f"It holds {who}, and nothing of your ratings or of what you wrote",
    )

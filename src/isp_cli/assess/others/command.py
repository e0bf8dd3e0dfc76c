"""`isp assess invite`, `receive` and `views`: ask others, take what comes back, look at it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from isp_cli import clock
from isp_cli.errors import IspError, UsageProblem
from isp_cli.sessions.commands import InJson
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line

if TYPE_CHECKING:
    from isp_cli.assess.others.filing import Filed

LONGEST = 80
"""Characters that a name may have."""

Several = list[str] | None


def add_others(app: typer.Typer) -> None:
    """Give the verb `assess` the commands about others' views."""
    app.command()(invite)
    app.command()(receive)
    app.command()(views)


def invite(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Whom you ask.")],
    target: Annotated[
        str | None, typer.Argument(metavar="FILE", help="Where to write it; - prints it.")
    ] = None,
    domains: Annotated[
        Several,
        typer.Option("--domain", metavar="NAME", help="Ask about this domain; may be repeated."),
    ] = None,
    competencies: Annotated[
        Several,
        typer.Option("--competency", metavar="NAME", help="Ask about this one; may be repeated."),
    ] = None,
    asker: Annotated[
        str | None,
        typer.Option("--from", metavar="NAME", help="Your own name; the next form has it too."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over another's file; a copy is kept.")
    ] = False,
    in_json: InJson = False,
) -> None:
    """Write a form on which somebody else can say how they see your work."""
    from isp_cli.assess.others import view
    from isp_cli.assess.others.inviting import invited
    from isp_cli.portfolio.record import as_json
    from isp_cli.sessions.handing_over import STANDARD_OUTPUT

    if in_json and target == STANDARD_OUTPUT:
        raise UsageProblem("--json and the form cannot both be printed.", mend="Name a file.")
    desk = Desk(ctx.obj)
    made = invited(
        desk,
        _name(name, "NAME"),
        None if asker is None else _name(asker, "--from"),
        (domains or (), competencies or ()),
        target,
        clock.now(),
        force=force,
    )
    if in_json:
        desk.screen.json("isp.invitation/1", {"file": made.target, **as_json(made.invitation)})
        return
    page = view.invitation_page(made, desk.guide)
    if made.target == STANDARD_OUTPUT:
        desk.screen.talk(page)
    else:
        desk.screen.show(page)


def receive(
    ctx: typer.Context,
    paths: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="What came back; - is standard input.")
    ],
    name: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="Who filled it in, if not the person you asked."),
    ] = None,
    in_json: InJson = False,
) -> None:
    """Check forms that came back, and file them."""
    from isp_cli.assess.others import view
    from isp_cli.assess.others.filing import file_form

    desk = Desk(ctx.obj)
    whose = None if name is None else _name(name, "--as")
    if whose and len(paths) > 1:
        raise UsageProblem("--as goes with one form alone.", mend="Give each of them by itself.")
    filed: list[Filed] = []
    problems: list[IspError] = []
    for path in paths:
        try:
            filed.append(file_form(desk, path, whose, clock.now()))
        except IspError as problem:
            problems.append(problem)
            continue
        desk.screen.tell(*(f"{path}: {note}" for note in filed[-1].notes))
        if not in_json:
            desk.screen.show(view.filed_lines(filed[-1]))
    if not in_json and any(each.outcome != "twice" for each in filed):
        desk.screen.show([Line("To see the views: isp assess views")])
    if in_json and filed:
        desk.screen.json("isp.received/1", [_row(each) for each in filed])
    desk.screen.tell(*map(str, problems[:-1]))
    if problems:
        raise problems[-1]


def views(
    ctx: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Whose; without one, everybody's.")
    ] = None,
    assessment: Annotated[
        str | None,
        typer.Option("--assessment", metavar="NAME", help="The assessment to set them beside."),
    ] = None,
    remove: Annotated[
        str | None,
        typer.Option("--remove", metavar="NAME", help="Delete what came from this person."),
    ] = None,
    in_json: InJson = False,
) -> None:
    """Show others' views beside your own rating, and who was asked."""
    from isp_cli.assess.others import view
    from isp_cli.assess.others.gathering import gathered, removed

    desk = Desk(ctx.obj)
    if remove is not None:
        if name or assessment or in_json:
            raise UsageProblem("--remove stands alone.", mend="isp assess views --remove NAME")
        desk.screen.show(view.removed_lines(removed(desk, remove)))
        return
    found = gathered(desk, name, assessment)
    if in_json:
        desk.screen.json("isp.views/1", found.as_data())
        return
    desk.screen.show(view.gathered_page(found, desk.guide))


def _name(name: str, where: str) -> str:
    """Return a name as it is kept; UsageProblem where it is none."""
    name = " ".join(name.split())
    if not name:
        raise UsageProblem("The name is empty.", where=where, mend="Write whom you mean.")
    if len(name) > LONGEST or not name.isprintable():
        what = f"A name has at most {LONGEST} letters, and no control characters."
        raise UsageProblem(what, where=where, mend="Write it shorter or anew.")
    return name


def _row(filed: "Filed") -> dict[str, Any]:
    record = filed.kept.record
    return {
        "outcome": filed.outcome,
        "name": record.name,
        "form": record.form,
        "file": str(filed.kept.path),
        "notes": list(filed.notes),
    }

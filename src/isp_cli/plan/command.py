"""`isp plan`: make a development plan, look at it, hand it over."""

from pathlib import Path

import typer

from isp_cli import clock
from isp_cli.guide.model import Guide
from isp_cli.plan import view
from isp_cli.plan.active import active_plans
from isp_cli.plan.close.command import add_close, talk_about_closing
from isp_cli.plan.export.command import add_export
from isp_cli.plan.record import Plan
from isp_cli.plan.review.command import add_review
from isp_cli.plan.step.command import add_step
from isp_cli.portfolio.record import as_json
from isp_cli.sessions import commands
from isp_cli.sessions.commands import Answers, InJson, New
from isp_cli.sessions.conversation import Dialogue
from isp_cli.sessions.desk import Desk
from isp_cli.verb import verb

app = verb()


@app.callback(invoke_without_command=True)
def plan(
    ctx: typer.Context, answers: Answers = None, new: New = False, in_json: InJson = False
) -> None:
    """Plan which competencies to develop, and how."""
    if commands.goes_to_subcommand(ctx):
        return
    desk = Desk(ctx.obj)
    commands.run_session(
        desk,
        Plan,
        dialogue=lambda: _dialogue(desk),
        from_form=lambda path: _from_form(desk, path),
        result=view.plan_page,
        answers=answers,
        new=new,
        in_json=in_json,
        about=view.summary,
        done="active",
    )


def _dialogue(desk: Desk) -> Dialogue[Plan]:
    from functools import partial

    from isp_cli.plan.dialogue import dialogue
    from isp_cli.plan.gathering import gathered_in

    for each in active_plans(desk.store):
        desk.screen.tell(
            f"There is an active plan of {each.record.day}; what you make now is another one.",
            "To look at it again: isp plan review. To end it: isp plan close",
        )
    return partial(dialogue, found=gathered_in(desk), today=clock.now().date())


def _from_form(desk: Desk, path: Path) -> Plan:
    from isp_cli.plan import form
    from isp_cli.sessions.answers import read_answers

    moment = clock.now()
    filled = read_answers(
        form.PlanForm, path, lambda found: form.check(desk.guide, found, moment.date())
    )
    desk.screen.tell(*form.past(filled, moment.date()))
    return form.record(desk.guide, filled, moment)


@app.command()
def show(ctx: typer.Context, name: commands.Name = None, in_json: InJson = False) -> None:
    """Show one plan, with the numbers of its steps."""
    from isp_cli.plan.unread import remarks
    from isp_cli.sessions import listing

    desk = Desk(ctx.obj)
    kept = listing.named(desk.store, Plan, name)
    desk.screen.tell(*remarks(kept))
    if in_json:
        desk.screen.json("isp.plan/1", as_json(kept.record))
    else:
        desk.screen.show(view.plan_page(kept.record, desk.guide))


def _template(guide: Guide) -> str:
    from isp_cli.plan import form

    return form.template(guide)


commands.add_list(app, Plan, view.summary)
commands.add_template(app, _template)
add_step(app)
add_review(app, talk_about_closing)
add_close(app)
add_export(app)

"""`isp plan close`: end a plan, and carry over what goes on."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import typer

from isp_cli import clock, dates, printing
from isp_cli.plan.active import InPlan, active_plan, keep
from isp_cli.plan.close import carrying
from isp_cli.plan.record import Plan
from isp_cli.portfolio.record import as_json
from isp_cli.portfolio.store import Kept
from isp_cli.sessions.commands import Answers, InJson, goes_to_subcommand
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.prompter import Choice, Choose, Prompter
from isp_cli.terminal.screen import Line
from isp_cli.verb import verb


def add_close(app: typer.Typer) -> None:
    """Give a verb the command `close`."""
    group = verb()

    @group.callback(invoke_without_command=True)
    def close(
        ctx: typer.Context, answers: Answers = None, name: InPlan = None, in_json: InJson = False
    ) -> None:
        """Close the plan, and carry over what goes on."""
        if goes_to_subcommand(ctx):
            return
        desk = Desk(ctx.obj)
        if answers:
            _show(desk, _from_form(desk, answers, name), in_json=in_json)
            return
        prompter = desk.prompter("plan close")
        kept = _talked(desk, prompter, None, name)
        if kept:
            _show(desk, kept, in_json=in_json)
            _offer_assessment(desk, kept.record, prompter)

    @group.command("template", help="Print a form to fill in and give to --answers.")
    def template_(ctx: typer.Context, name: InPlan = None) -> None:
        from isp_cli.plan.close import form

        desk = Desk(ctx.obj)
        printing.echo(form.template(desk.guide, active_plan(desk, name).record))

    app.add_typer(group, name="close")


def talk_about_closing(desk: Desk, plan: Kept[Plan], prompter: Prompter) -> None:
    """Talk about closing a plan that another conversation was about, and show what came of it."""
    kept = _talked(desk, prompter, plan, None)
    if kept:
        _show(desk, kept, in_json=False)
        _offer_assessment(desk, kept.record, prompter)


def _talked(
    desk: Desk, prompter: Prompter, plan: Kept[Plan] | None, name: str | None
) -> Kept[Plan] | None:
    from isp_cli.plan.close import dialogue
    from isp_cli.sessions.conversation import go_on

    def talk(kept: Kept[Plan]) -> Iterator[Plan]:
        current = kept.record
        for current in dialogue.looking_back(prompter, kept.record):
            yield current
        goals, numbers = dialogue.carried_over(desk.guide, prompter, current)
        yield _closed(desk, current, goals, numbers)

    return go_on(
        desk, prompter, lambda: plan or active_plan(desk, name, prompter), talk, "plan close"
    )


def _from_form(desk: Desk, path: Path, name: str | None) -> Kept[Plan]:
    from isp_cli.plan.close import form
    from isp_cli.sessions.answers import read_answers

    kept = active_plan(desk, name)
    filled = read_answers(form.ClosingForm, path, lambda found: form.check(kept.record, found))
    plan = kept.record
    if filled.looking_back.strip():
        plan = carrying.looking_back(plan, filled.looking_back)
    goals = [each for each in filled.carry_over_goals or () if each.strip()]
    numbers = [int(each) for each in filled.carry_over_steps or () if each.strip()]
    return keep(desk, kept, _closed(desk, plan, goals, numbers))


def _closed(desk: Desk, plan: Plan, goals: Sequence[str], numbers: Sequence[int]) -> Plan:
    """Keep what goes on in a draft, and return the plan closed."""
    moment = clock.now()
    new = carrying.carried(plan, desk.guide, goals, numbers, moment)
    if new:
        desk.store.add(new)
        desk.screen.tell("What you carry over is in the draft of a new plan. To go on: isp plan")
    return carrying.closed(plan, moment.date())


def _show(desk: Desk, kept: Kept[Plan], *, in_json: bool) -> None:
    if in_json:
        desk.screen.json("isp.plan/1", as_json(kept.record))
        return
    desk.screen.show(_result(desk, kept.record))


def _result(desk: Desk, plan: Plan) -> Iterator[Line]:
    if plan.closed:
        yield Line(f"The plan of {plan.day} was closed on {dates.spoken(plan.closed)}. It is kept.")
    words = carrying.assessing(plan, desk.guide)
    if words:
        yield Line("To assess yourself in its competencies alone, and see what has changed:")
        yield Line(f"isp {' '.join(words)}", indent=2)


def _offer_assessment(desk: Desk, plan: Plan, prompter: Prompter) -> None:
    from isp_cli.sessions.conversation import takes_up

    words = carrying.assessing(plan, desk.guide)
    if not words:
        return
    offer = Choose(
        key="assess",
        text="Would you like to assess yourself in these competencies now?",
        choices=(Choice("yes", "Yes, begin now"), Choice("no", "Not now")),
        optional=False,
        first=True,
    )
    if takes_up(prompter, offer):
        _run(desk, words)


def _run(desk: Desk, words: Sequence[str]) -> None:
    """Run another command of isp, with what was said before the verb."""
    settings = desk.settings
    options = ["--plain"] if settings.plain else []
    for option, path in (("--portfolio", settings.portfolio), ("--guide", settings.guide)):
        options += [option, str(path)] if path else []
    sys.stdout.flush()
    # With -P a module in the current folder, such as a yaml.py, is not taken for one of isp's.
    done = subprocess.run(  # noqa: S603 - isp itself
        [sys.executable, "-P", "-m", "isp_cli", *options, *words], check=False
    )
    if done.returncode:
        raise typer.Exit(done.returncode)

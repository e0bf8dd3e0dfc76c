"""Naming the records there are, and finding the one that is meant."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from isp_cli.errors import NotFound, PortfolioProblem, UsageProblem
from isp_cli.portfolio.record import Record, as_json
from isp_cli.portfolio.store import Kept, Store
from isp_cli.portfolio.unreadable import Unreadable
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line, Screen

R = TypeVar("R", bound=Record)

TOLD = 10
"""Files that are named which cannot be read; of more their number is enough."""


def show_list(
    desk: Desk,
    model: type[R],
    summary: Callable[[R], str],
    *,
    in_json: bool,
    among: Callable[[list[Kept[R]]], list[Kept[R]]] = lambda every: every,
) -> None:
    """Print the records of a kind, newest first; name what cannot be read, and carry on.

    Args:
        desk: the portfolio and the screen.
        model: the kind of record.
        summary: says in a few words what a record is about.
        in_json: print them as JSON.
        among: returns those that are wanted.
    """
    finished, broken = desk.store.finished(model)
    drafts, broken_drafts = desk.store.drafts(model)
    screen = desk.screen
    every = [*reversed(drafts), *reversed(finished)]
    records = among(every)
    if in_json:
        screen.json(f"isp.{model.kind}-list/1", [_row(each) for each in records])
    else:
        screen.show(_lines(records, summary))
    desk.tell_unreadable([*broken, *broken_drafts])
    if in_json or records:
        return
    if every:
        screen.tell(f"None of your {model.kind}s fits. To see them all: isp {model.verb} list")
    else:
        screen.tell(f"There is no {model.kind} yet. To begin one: isp {model.verb}")


def tell_unreadable(screen: Screen, unreadable: Sequence[Unreadable]) -> None:
    """Name the first files that cannot be read, each with the reason, and count the others."""
    for each in unreadable[:TOLD]:
        screen.tell(f"{each.path}: {each.why}")
    if len(unreadable) > TOLD:
        screen.tell(f"{len(unreadable) - TOLD:,} more files there cannot be read.")


def named(store: Store, model: type[R], name: str | None) -> Kept[R]:
    """Return the record whose file or date `name` is; without a name, the latest finished one.

    Raises:
        NotFound: there is none, or more than one.
        PortfolioProblem: the one that is meant, or that may be the latest, cannot be read.
    """
    finished, broken = store.finished(model)
    drafts, broken_drafts = store.drafts(model)
    latest = (finished or drafts)[-1] if name is None and (finished or drafts) else None
    found = _meant(finished + drafts, name.removesuffix(".md")) if name else []
    if name is None:
        in_question = [each for each in broken if not latest or each.path.stem > latest.path.stem]
    else:
        every = [] if found else [*broken, *broken_drafts]
        in_question = [each for each in every if each.path.stem.startswith(name)]
    if in_question:
        raise PortfolioProblem(in_question[-1].why, where=str(in_question[-1].path))
    if latest:
        return latest
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(each.path.stem for each in found)
        raise NotFound(
            f"'{name}' could mean more than one {model.kind}.", mend=f"Say which: {names}"
        )
    if name is None:
        raise NotFound(f"There is no {model.kind} yet.", mend=f"To begin one: isp {model.verb}")
    raise NotFound(
        f"There is no {model.kind} called '{name}'.", mend=f"See them with: isp {model.verb} list"
    )


def beside_one_another(
    desk: Desk, model: type[R], names: Sequence[str] | None = ()
) -> list[Kept[R]]:
    """Return two records or more in the order of time.

    Args:
        desk: knows the portfolio; where isp chooses, it says what it could not read.
        model: the kind of record.
        names: which are meant. One alone goes beside the latest; without any it is the two
            latest finished ones, and with None all that are finished.

    Raises:
        NotFound: there is no such record, or there are not two.
        UsageProblem: two names mean the same record.
    """
    finished, broken = desk.store.finished(model)
    if names is None or len(names) < 2:  # noqa: PLR2004 - two
        desk.tell_unreadable(broken)
    if names is None:
        chosen = finished
    else:
        chosen = [named(desk.store, model, each) for each in names]
        missing = 2 - len(chosen)
        chosen += finished[-missing:] if missing > 0 else []
    unlike = {each.path: each for each in chosen}
    few = len(names or ()) < 2 and len(finished) < 2  # noqa: PLR2004 - two
    if len(unlike) < 2 and few:  # noqa: PLR2004 - two
        count = "one" if finished else "none"
        raise NotFound(
            f"It takes two finished {model.kind}s to compare; so far there is {count}.",
            mend=f"To begin {'another' if finished else 'one'}: isp {model.verb}",
        )
    if len(unlike) < len(chosen):
        what = f"Two of these are the same {model.kind}."
        if len(unlike) == 1:
            what = f"Both are the same {model.kind}."
        raise UsageProblem(what, mend=f"See them with: isp {model.verb} list")
    return sorted(chosen, key=lambda each: each.record.finished or each.record.started)


def _meant(records: list[Kept[R]], name: str) -> list[Kept[R]]:
    """Return the records that have the very name; where none has, those that begin with it."""
    exact = [each for each in records if name in (each.path.stem, each.record.id)]
    return exact or [
        each
        for each in records
        if each.path.stem.removeprefix(f"{each.record.kind}-").startswith(name)
        or each.path.stem.startswith(name)
    ]


def _row(kept: Kept[R]) -> dict[str, Any]:
    return {"file": str(kept.path), **as_json(kept.record)}


def _lines(records: list[Kept[R]], summary: Callable[[R], str]) -> Iterator[Line]:
    days = Counter(kept.record.day for kept in records)
    for kept in records:
        record = kept.record
        state = f", {record.status}" if record.status != "finished" else ""
        at = f"; at {record.finished or record.started:%H:%M}" if days[record.day] > 1 else ""
        yield Line(f"{kept.path.stem}{state}", style="bold")
        yield Line(f"{summary(record)}{at}", indent=2)

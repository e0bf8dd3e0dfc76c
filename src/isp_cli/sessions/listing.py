"""Naming the records there are, and finding the one that is meant."""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from isp_cli.errors import NotFound
from isp_cli.portfolio.record import Record, as_json
from isp_cli.portfolio.store import Kept, Store
from isp_cli.sessions.desk import Desk
from isp_cli.terminal.screen import Line

R = TypeVar("R", bound=Record)


def show_list(desk: Desk, model: type[R], summary: Callable[[R], str], *, in_json: bool) -> None:
    """Print every record of a kind, newest first; name what cannot be read, and carry on."""
    finished, broken = desk.store.finished(model)
    drafts, broken_drafts = desk.store.drafts(model)
    screen = desk.screen
    records = [*reversed(drafts), *reversed(finished)]
    if in_json:
        screen.json(f"isp.{model.kind}-list/1", [_row(each) for each in records])
    else:
        screen.show(_lines(records, summary))
    for each in [*broken, *broken_drafts]:
        screen.tell(f"{each.path}: {each.why}")
    if not records and not in_json:
        screen.tell(f"There is no {model.kind} yet. To begin one: isp {model.verb}")


def named(store: Store, model: type[R], name: str | None) -> Kept[R]:
    """Return the record whose file or date `name` is; without a name, the latest finished one.

    Raises:
        NotFound: there is none, or more than one.
    """
    finished, _ = store.finished(model)
    drafts, _ = store.drafts(model)
    if name is None and (finished or drafts):
        return (finished or drafts)[-1]
    found = _meant(finished + drafts, name.removesuffix(".md")) if name else []
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
    for kept in records:
        state = f", {kept.record.status}" if kept.record.status != "finished" else ""
        yield Line(f"{kept.path.stem}{state}", style="bold")
        yield Line(summary(kept.record), indent=2)

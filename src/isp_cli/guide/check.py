"""Saying everything that is wrong with a guide file."""

from pathlib import Path

import yaml

from isp_cli import strictyaml
from isp_cli.errors import GuideProblem
from isp_cli.guide.model import Guide
from isp_cli.guide.places import ids
from isp_cli.strictyaml import Problem, YamlProblems

DANGLING = {"competencies": ("domain", "domains"), "resources": ("group", "resource_groups")}
"""Which field of which list names an id of which other list."""


def text_of(path: Path) -> str:
    """Return the text of the guide file at `path`; GuideProblem where it cannot be read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(4 * strictyaml.LARGEST)  # no character takes more than four bytes
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        what, mend = "There is no guide file here.", "Check the path given with --guide."
    except IsADirectoryError:
        what, mend = "This is a folder.", "Name the guide file in it."
    except UnicodeDecodeError as error:
        what = f"This is not UTF-8 text (byte {error.start + 1})."
        mend = "Save the guide as UTF-8."
    except OSError as error:
        what, mend = f"The guide cannot be read ({error.strerror}).", ""
    raise GuideProblem(what, where=str(path), mend=mend)


def examine(text: str) -> tuple[Guide | None, list[Problem]]:
    """Return the guide that `text` holds, if it is one, and every problem by line."""
    guide = None
    problems: list[Problem] = []
    try:
        guide = strictyaml.read(Guide, text)
    except YamlProblems as found:
        problems.extend(found.problems)
    if guide is None or _has_loose_ends(guide):
        problems.extend(_loose_ends(text))
    return guide, sorted(problems, key=lambda problem: problem.line)


def _has_loose_ends(guide: Guide) -> bool:
    every = list(ids(guide))
    domains = {domain.id for domain in guide.domains}
    groups = {group.id for group in guide.resource_groups}
    return (
        len(every) != len(set(every))
        or any(each.domain not in domains for each in guide.competencies)
        or any(each.group not in groups for each in guide.resources)
    )


def _loose_ends(text: str) -> list[Problem]:
    """Return duplicate ids and dangling references, found in the tree of nodes for their lines."""
    try:
        root = strictyaml.compose(text)
    except YamlProblems:
        return []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    lists: dict[str | int, yaml.Node] = {step: v for step, _, v in strictyaml.children(root)}
    for path, node in _scalars(root, ()):
        if path[-1:] != ("id",) or len(path) == 1:
            continue
        line = node.start_mark.line + 1
        if node.value in seen:
            what = f"'{node.value}' is also the id on line {seen[node.value]}; ids must differ"
            problems.append(Problem(line, strictyaml.spoken_path(path), what))
        seen.setdefault(node.value, line)
    for name, (field, target) in DANGLING.items():
        known = {
            node.value
            for path, node in _scalars(lists.get(target), (target,))
            if len(path) == 3 and path[-1] == "id"  # noqa: PLR2004 - target, index, field
        }
        problems.extend(
            Problem(
                node.start_mark.line + 1,
                strictyaml.spoken_path(path),
                f"'{node.value}' is not an id in {target}; name one of: {', '.join(sorted(known))}",
            )
            for path, node in _scalars(lists.get(name), (name,))
            if path[-1] == field and len(path) == 3 and node.value not in known  # noqa: PLR2004
        )
    return problems


def _scalars(
    node: yaml.Node | None, path: tuple[str | int, ...]
) -> list[tuple[tuple[str | int, ...], yaml.ScalarNode]]:
    if isinstance(node, yaml.ScalarNode):
        return [(path, node)]
    return [
        found
        for step, _, below in strictyaml.children(node)
        for found in _scalars(below, (*path, step))
    ]

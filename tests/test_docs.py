"""The documents say what there is, and nothing that is not there."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
import typer

from isp_cli.app import VERBS, app
from isp_cli.assess.profile import ANY, RULES, Band
from isp_cli.assess.scales import scales

ROOT = Path(__file__).parent.parent
DOCS = sorted([*ROOT.glob("docs/*.md"), *ROOT.glob("*.md")])


def commands() -> Iterator[tuple[str, set[str]]]:
    """Yield every command, such as "isp plan export", with its long options."""
    root = typer.main.get_command(app)
    context = typer.Context(root)
    for name in VERBS:
        yield from _below(f"isp {name}", root.get_command(context, name))  # type: ignore[attr-defined]


def _below(words: str, command: object) -> Iterator[tuple[str, set[str]]]:
    yield words, _options(command)
    for word, each in getattr(command, "commands", {}).items():
        yield from _below(f"{words} {word}", each)


def _options(command: object) -> set[str]:
    names = {each for p in command.params for each in p.opts + p.secondary_opts}  # type: ignore[attr-defined]
    return {name for name in names if name.startswith("--")}


def test_every_command_and_option_is_documented() -> None:
    """The list of commands leaves nothing out."""
    text = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    missing = [command for command, _ in commands() if f"`{command}" not in text]
    options = {option for _, some in commands() for option in some} - {"--help", "--pause"}
    missing += [option for option in sorted(options) if f"{option}" not in text]
    assert missing == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_documents_name_commands_that_exist(path: Path) -> None:
    """What a document tells one to type is there to be typed."""
    known = {command for command, _ in commands()} | {"isp"}
    verbs = {command.split()[1] for command in known if " " in command}
    text = path.read_text(encoding="utf-8")
    typed = re.findall(r"(?:^    |`)isp ([a-z]+)(?: ([a-z]+))?", text, flags=re.MULTILINE)
    assert [verb for verb, _ in typed if verb not in verbs] == []
    groups = {command.split()[1] for command in known if command.count(" ") == 2}
    odd = [
        f"isp {verb} {word}"
        for verb, word in typed
        if word and verb in groups and f"isp {verb} {word}" not in known
    ]
    assert odd == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """A link to another file of the project finds it."""
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_table_of_groups_is_the_one_that_decides() -> None:
    """Every cell of the documented table says what the rules of the code say, row by row."""
    text = (ROOT / "docs/ratings.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.*) \| (.*) \| (.*) \| (To [^|]+) \| (.*?) ?\|$", text, re.MULTILINE)
    words = scales()
    decided = [
        (
            *map(_cell, (rule.confidence, rule.importance, rule.use)),
            words.groups[rule.group].name,
            words.open[rule.open] if rule.open else "",
        )
        for rule in RULES
    ]
    assert rows == decided


def _cell(bands: Sequence[Band]) -> str:
    """Return some bands as the table names them."""
    if bands == ANY:
        return "any"
    names = {"dont-know": "don't know", "none": "no answer", "not-applicable": "does not apply"}
    *others, last = (names.get(each, each.replace("-", " ")) for each in bands)
    return ", ".join([*others, f"or {last}" if others else last])

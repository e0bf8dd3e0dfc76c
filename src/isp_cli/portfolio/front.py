"""The YAML front matter of a record, key by key, so that what is not changed stays as it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from isp_cli import strictyaml
from isp_cli.strictyaml import Problem, YamlProblems

_FENCE = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_COMMENTS_BELOW = re.compile(r"(?:^[ \t]*(?:#[^\n]*|\r?)\n)+\Z", re.MULTILINE)
BOM = "\ufeff"


@dataclass(frozen=True)
class Block:
    """One top-level key and all that stands up to the next, as it stands in the file."""

    key: str
    raw: str

    def with_value(self, value: object) -> "Block":
        """Return the block with `value`, and its comments left below."""
        return Block(self.key, strictyaml.dump({self.key: value}) + self.comments)

    @property
    def comments(self) -> str:
        """The comments in the block, and the empty lines that end it."""
        found = _COMMENTS_BELOW.search(self.raw)
        at = found.start() if found else len(self.raw)
        return _comments(self.raw[:at]) + self.raw[at:]


@dataclass(frozen=True)
class Front:
    """The front matter taken apart.

    Attributes:
        fields: what it says, as plain values.
        opening: the first line.
        above: what stands above the first key.
        blocks: the keys in their order; none where it is written so that they cannot be told apart.
        closing: the last line.
    """

    fields: Mapping[str, Any] = field(default_factory=dict)
    opening: str = "---\n"
    above: str = ""
    blocks: tuple[Block, ...] = ()
    closing: str = "---\n"

    @classmethod
    def split(cls, text: str) -> tuple["Front", str]:
        """Return the front matter of `text`, and the rest of it.

        Raises:
            YamlProblems: there is none, or it is not a YAML mapping of names to values.
        """
        bom = BOM if text.startswith(BOM) else ""
        text = text.removeprefix(bom)
        first = _FENCE.match(text)
        last = _FENCE.search(text, first.end()) if first else None
        if first is None or last is None:
            what = "there is no front matter; a record begins with lines between two '---'"
            raise YamlProblems([Problem(1, "", what)])
        inner = text[first.end() : last.start()]
        try:
            fields = strictyaml.parse(inner)
        except YamlProblems as found:
            raise YamlProblems(
                [Problem(each.line + 1, each.path, each.what) for each in found.problems]
            ) from None
        if not isinstance(fields, dict) or not all(isinstance(key, str) for key in fields):
            raise YamlProblems([Problem(2, "", "front matter must hold fields: 'name: value'")])
        above, blocks = _blocks(inner)
        front = cls(fields, bom + first.group(), above, blocks, last.group())
        return front, text[last.end() :]

    @property
    def inner(self) -> str:
        """What stands between the two fences."""
        return self.above + "".join(block.raw for block in self.blocks)

    def render(self) -> str:
        """Return the front matter with its two fences."""
        return self.opening + self.inner + self.closing

    def updated(self, fields: Mapping[str, Any]) -> "Front":
        """Return the front matter with these fields; None takes one away, the others stay."""
        changed = {
            key: value
            for key, value in fields.items()
            if key not in self.fields or self.fields[key] != value
        }
        changed = {k: v for k, v in changed.items() if v is not None or k in self.fields}
        if not changed:
            return self
        gone = {key for key, value in changed.items() if value is None}
        merged = {k: v for k, v in {**self.fields, **changed}.items() if k not in gone}
        front = replace(self._with(changed), fields=merged)
        if _says(front.inner, merged):
            return front
        # Written in a way that cannot be changed key by key, such as all on one line.
        anew = tuple(Block(key, strictyaml.dump({key: value})) for key, value in merged.items())
        return replace(front, above=_comments(self.inner), blocks=anew)

    def _with(self, changed: Mapping[str, Any]) -> "Front":
        above, blocks, new = self.above, list[Block](), dict(changed)
        for block in self.blocks:
            if block.key not in changed:
                blocks.append(block)
            elif (value := new.pop(block.key)) is not None:
                blocks.append(block.with_value(value))
            elif blocks:
                blocks[-1] = Block(blocks[-1].key, blocks[-1].raw + block.comments)
            else:
                above += block.comments
        blocks += [Block(key, strictyaml.dump({key: value})) for key, value in new.items()]
        return replace(self, above=above, blocks=tuple(blocks))


def _blocks(inner: str) -> tuple[str, tuple[Block, ...]]:
    """Return what stands above the first key, and the keys, as they stand in `inner`."""
    root = strictyaml.compose(inner)
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return inner, ()
    # Of what Python takes for the end of a line, YAML has the same or refuses it altogether.
    lines = inner.splitlines(keepends=True)
    starts = [key.start_mark.line for key, _ in root.value]
    blocks = tuple(
        Block(str(key.value), "".join(lines[start:end]))
        for (key, _), start, end in zip(root.value, starts, [*starts[1:], None], strict=True)
    )
    return "".join(lines[: starts[0]]), blocks


def _says(inner: str, fields: Mapping[str, Any]) -> bool:
    try:
        return bool(strictyaml.parse(inner) == fields)
    except YamlProblems:
        return False


def _comments(raw: str) -> str:
    """Return the comments in a piece of YAML, a line each, without what they stand beside."""
    if "#" not in raw:
        return ""
    found: list[str] = []
    end = 0
    for token in yaml.scan(raw, Loader=yaml.SafeLoader):
        found += re.findall(r"#[^\n]*", raw[end : token.start_mark.index])
        end = token.end_mark.index
    return "".join(f"{comment}\n" for comment in found)

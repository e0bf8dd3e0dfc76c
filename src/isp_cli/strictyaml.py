"""YAML as isp reads and writes it: strict, and every problem with its line.

Reading refuses duplicate keys, aliases and tags, and takes only what YAML 1.2 takes for numbers
and true/false: `no`, `on` and dates stay the text that the person wrote
(https://yaml.org/spec/1.2.2, section 10.3).
"""

import re
import reprlib
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

    M = TypeVar("M", bound=BaseModel)

try:
    from yaml import CSafeDumper as _BaseDumper
    from yaml import CSafeLoader as _BaseLoader
except ImportError:  # a PyYAML built without libyaml: slower, the same result
    from yaml import SafeDumper as _BaseDumper  # type: ignore[assignment]
    from yaml import SafeLoader as _BaseLoader  # type: ignore[assignment]

MOST = 200
"""Problems that are told of one text; who has more mends these first."""

LARGEST = 5_000_000
"""Characters beyond which a file is refused unread: no guide or form comes near it."""

DEEPEST = 50
"""Lists and fields in one another beyond which a file is refused; libyaml would crash at some."""

_TOO_DEEP = f"more than {DEEPEST} levels deep; isp reads fewer"

_SPOKEN = {
    "mapping values are not allowed in this context": (
        "a text with a colon in it must be in quotes, or below a |"
    ),
    "did not find expected key": (
        "this does not fit what stands above; look at the spaces before it, and at quotes"
    ),
    "could not find expected ':'": (
        "there is no colon behind the name; a text of several lines goes below a |"
    ),
    "found character that cannot start any token": (
        "a line or a text begins with a sign that YAML keeps for itself; put it in quotes"
    ),
}
"""What libyaml says most often of a form, in words for who fills it in."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a YAML text: its line (from 1), the path of keys to it, and what."""

    line: int
    path: str
    what: str

    def __str__(self) -> str:
        return f"line {self.line}: " + (f"{self.path}: " if self.path else "") + self.what


class YamlProblems(Exception):
    """Carry every problem found in one text; the caller knows which file it was."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(map(str, self.problems)))

    def summary(self, told: int = 1) -> str:
        """Return the first problems, and how many more there are, on one line."""
        more = len(self.problems) - told
        said = "; ".join(map(str, self.problems[:told]))
        return said + (f" (and {more} more)" if more > 0 else "")


class _Loader(_BaseLoader):
    """The safe loader, less the readings of YAML 1.1 that surprise people."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        mapping = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            raise YamlProblems([_first_twice(node)])
        return mapping


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), list("tTfF")
)
_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^(?:0|[-+]?[1-9][0-9]{0,17})$"), list("-+0123456789")
)


class _Dumper(_BaseDumper):
    """The safe dumper, quoting by the same readings as the loader."""

    yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers

    def ignore_aliases(self, _data: object) -> bool:
        return True


def parse(text: str) -> Any:  # noqa: ANN401 - YAML holds anything
    """Return what the YAML `text` says: dicts, lists, str, int, bool and None only.

    Raises:
        YamlProblems: it is not YAML, is too long or too deep, has a key twice, an alias or a tag.
    """
    try:
        _refuse_excess(text)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlProblems([_syntax_problem(text, error)]) from None


def read(model: "type[M]", text: str) -> "M":
    """Return the YAML `text` as a `model`.

    Raises:
        YamlProblems: every problem found, in the order of their lines.
    """
    from pydantic import ValidationError

    value = parse(text)
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise YamlProblems(schema_problems(text, error)) from None


def dump(value: object) -> str:
    """Return `value` as YAML that `parse` reads back the same, in the order it is given."""
    return yaml.dump(
        value,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=96,
    )


def compose(text: str) -> yaml.Node | None:
    """Return the tree of nodes of `text`, each with its place; None for an empty text.

    Raises:
        YamlProblems: it is not YAML, is too long or too deep, or has an alias or a tag.
    """
    try:
        _refuse_excess(text)
        node: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise YamlProblems([_syntax_problem(text, error)]) from None
    return node


def cut_off(text: str) -> Iterator[Problem]:
    """Yield the places where what stands behind a text, after a " #", is left out as a comment.

    Who writes "see item #3" means all of it; behind a number or true/false it is a comment.
    """
    if " #" not in text and "\t#" not in text:
        return
    lines = text.split("\n")
    for token in yaml.scan(text, Loader=_Loader):
        if isinstance(token, yaml.ScalarToken) and token.plain and not _is_apart(token.value):
            line, column = token.end_mark.line, token.end_mark.column
            if line < len(lines) and re.match(r"[ \t]+#", lines[line][column:]):
                what = "what stands behind # would be left out; put the text in quotes or below a |"
                yield Problem(line + 1, "", what)


def _is_apart(word: str) -> bool:
    """Return whether a plain word stands for a number, for true or false, or for nothing."""
    return not isinstance(yaml.load(word, Loader=_Loader), str)  # noqa: S506 - a safe loader


def line_of(root: yaml.Node | None, path: Sequence[str | int]) -> int:
    """Return the line (from 1) where `path` leads in the tree, as far as it can be followed."""
    line = 1
    node = root
    for step in path:
        found = next((pair for pair in children(node) if pair[0] == step), None)
        if found is None:
            break
        _, place, node = found
        line = place.start_mark.line + 1
    return line


def children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """Yield the step, the place and the value of everything directly below `node`."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield key.value, key, value
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield index, value, value


def schema_problems(text: str, error: "ValidationError") -> list[Problem]:
    """Return what pydantic found as problems with lines, in the order of the text."""
    root = compose(text)
    found = [
        Problem(line_of(root, detail["loc"]), spoken_path(detail["loc"]), _in_words(detail))
        for detail in error.errors(include_url=False)[:MOST]
    ]
    return sorted(found, key=lambda problem: problem.line)


def spoken_path(path: Sequence[str | int]) -> str:
    """Return `path` as people write it: `competencies[2].name`, counting from 1."""
    spoken = ""
    for step in path:
        spoken += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return spoken.removeprefix(".")


def _in_words(detail: "ErrorDetails") -> str:
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            return "is not known here; check the spelling or remove it"
        case "string_type":
            return "must be text; put it in quotes"
        case "literal_error" | "enum":
            return f"is {reprlib.repr(detail['input'])}; it must be {context['expected']}"
        case "too_short":
            return "is empty; it needs an entry"
        case "tuple_type" | "list_type":
            return "must be a list, each entry after a dash"
        case "model_type" | "dict_type" | "model_attributes_type":
            return "must hold fields, each as 'name: value'"
        case "value_error":
            return str(context["error"])
        case _:
            return detail["msg"][:1].lower() + detail["msg"][1:]


def _first_twice(node: yaml.MappingNode) -> Problem:
    seen: set[object] = set()
    for key, _ in node.value:
        if key.value in seen:
            return _at(key, f"'{key.value}' stands here twice; keep one")
        seen.add(key.value)
    return _at(node, "a key stands here twice; keep one")


def _refuse_excess(text: str) -> None:
    if len(text) > LARGEST:
        raise YamlProblems([Problem(1, "", f"longer than {LARGEST:,} characters; isp reads less")])
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise YamlProblems([_at(event, f"'*{event.anchor}' is an alias; write it out")])
        if tag := getattr(event, "tag", None):
            raise YamlProblems([_at(event, f"has the tag '{tag}'; write it without")])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise YamlProblems([_at(event, _TOO_DEEP)])


def _at(place: "yaml.Node | yaml.Event", what: str) -> Problem:
    return Problem(place.start_mark.line + 1 if place.start_mark else 1, "", what)


def _syntax_problem(text: str, error: Exception) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):
        line = text.count("\n", 0, error.position) + 1
        return Problem(line, "", f"has a character that YAML does not take ({error.character!r})")
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or "it is nested too deeply or not readable"
    if "nesting depth" in said:  # libyaml reads ahead, and stops at a depth of its own
        return Problem(mark.line + 1 if mark else 1, "", _TOO_DEEP)
    spoken = _SPOKEN.get(said, said)
    return Problem(mark.line + 1 if mark else 1, "", f"this is not valid YAML: {spoken}")

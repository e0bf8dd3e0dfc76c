"""From the text of a file to a record, and back."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from isp_cli import strictyaml
from isp_cli.errors import PortfolioProblem
from isp_cli.portfolio import files
from isp_cli.portfolio.document import Document
from isp_cli.portfolio.record import Record
from isp_cli.strictyaml import Problem, YamlProblems

R = TypeVar("R", bound=Record)


def updated(text: str, record: Record) -> str:
    """Return the file `text` with `record` in it; all that isp did not change is as it was."""
    fields = record.fields()
    document = Document.parse(text) if text else Document()
    if record.is_prose(fields):
        document = document.as_prose()
    return document.updated(fields, record.passages).render()


def read(model: type[R], path: Path) -> tuple[R, str]:
    """Return the record in the file at `path`, and the text of the file.

    Raises:
        PortfolioProblem: the file cannot be read, or is not a record of this kind.
    """
    text = files.read(path)
    try:
        document = Document.parse(text)
        _check_kind(model, document)
        if model.is_prose(document.fields):
            document = document.as_prose()
        record = model.model_validate({**document.fields, "passages": document.passages})
    except YamlProblems as found:
        raise _broken(path, found) from None
    except ValidationError as error:
        problems = [
            Problem(each.line + 1, each.path, each.what)
            for each in strictyaml.schema_problems(document.front.inner, error)
        ]
        raise _broken(path, YamlProblems(problems)) from None
    return record, text


def _check_kind(model: type[R], document: Document) -> None:
    kind, version = document.fields.get("record"), document.fields.get("schema")
    if kind != model.kind:
        raise _wrong(document, "record", f"must be '{model.kind}'; it is {kind!r}")
    if not isinstance(version, int) or version < 1:
        raise _wrong(document, "schema", "must be a whole number from 1")
    if version > model.schema_version:
        what = f"is {version}, from a later isp; install that to read it"
        raise _wrong(document, "schema", what)


def _wrong(document: Document, field: str, what: str) -> YamlProblems:
    line = strictyaml.line_of(strictyaml.compose(document.front.inner), [field])
    return YamlProblems([Problem(line + 1, field, what)])


def _broken(path: Path, found: YamlProblems) -> PortfolioProblem:
    return PortfolioProblem(
        f"{found.summary()}.",
        where=str(path),
        mend="Mend the file in an editor; isp left it as is.",
    )

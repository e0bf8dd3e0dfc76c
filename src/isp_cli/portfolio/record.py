"""What every kind of record has in common."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from isp_cli.portfolio.passage import Passage


class Entry(BaseModel):
    """A structured part of a record; keys that a person added by hand are kept with it."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)


class GuideVersion(Entry):
    """Which guide a record speaks of."""

    id: str
    version: str


class Record(BaseModel):
    """One record: what is structured, and the passages that the person wrote.

    Attributes:
        kind: the word for it, in the file and on the screen.
        verb: the command that makes one.
        folder: the folder of the portfolio that finished ones lie in.
        schema_version: the version of its fields in the file.
        id: what it is known by, wherever the file is moved to.
        status: "draft" until it is finished.
        finished: when it was; None for a draft.
        unfinished: the key of the question whose answer was left half written, if one was.
        passages: what the person wrote, in the order of the file.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)

    kind: ClassVar[str]
    verb: ClassVar[str]
    folder: ClassVar[str]
    schema_version: ClassVar[int] = 1

    id: str
    status: str
    started: AwareDatetime
    finished: AwareDatetime | None = None
    guide: GuideVersion
    unfinished: str | None = None
    passages: tuple[Passage, ...] = Field(default=(), exclude=True)

    @classmethod
    def begun(cls, moment: datetime, guide: GuideVersion, **values: Any) -> Self:  # noqa: ANN401
        """Return a record begun at `moment` with these fields; a draft unless they say else."""
        import secrets  # which takes long to load, and reading needs none

        record_id = f"{cls.kind}-{moment:%Y%m%d-%H%M%S}-{secrets.token_hex(2)}"
        return cls(id=record_id, **{"status": "draft", **values}, started=moment, guide=guide)

    @classmethod
    def is_prose(cls, fields: Mapping[str, Any]) -> bool:
        """Return whether a record with these fields is one text, without passages of its own."""
        return False

    @property
    def stem(self) -> str:
        """The name of its file, without the ending; later records get a number behind it."""
        return self.started.date().isoformat()

    @property
    def topic(self) -> str:
        """What tells it from others of its kind, in a few words; empty where nothing does."""
        return ""

    @property
    def day(self) -> str:
        """The day it was finished, or begun where it is a draft, such as "3 March 2027"."""
        return f"{self.finished or self.started:%d %B %Y}".removeprefix("0")

    @property
    def is_draft(self) -> bool:
        """Whether it is still being written."""
        return self.status == "draft"

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it yet that a person would miss."""
        return not any(each.text.strip() for each in self.passages)

    def text(self, key: str) -> str:
        """Return what was written under `key`, or nothing."""
        return next((each.text for each in self.passages if each.key == key), "")

    def with_text(self, key: str, heading: str, text: str) -> Self:
        """Return the record with `text` under `key`, in the place of what was there."""
        new = Passage(key, heading, text)
        if any(each.key == key for each in self.passages):
            passages = tuple(new if each.key == key else each for each in self.passages)
        else:
            passages = (*self.passages, new)
        return self.with_values(passages=passages)

    def with_unfinished(self, key: str | None) -> Self:
        """Return the record with the answer under `key` left half written; None for no answer."""
        return self.with_values(unfinished=key)

    def with_values(self, **values: Any) -> Self:  # noqa: ANN401 - each field has its own type
        """Return the record with these fields set."""
        return self.model_copy(update=values)

    def fields(self) -> dict[str, Any]:
        """Return the front matter: plain values, None for what is not there."""
        return {
            "record": self.kind,
            "schema": self.schema_version,
            **self.model_dump(mode="json"),
        }


def as_json(record: Record) -> Mapping[str, Any]:
    """Return the record as it is given to other programs: its fields, and its passages by key."""
    return record.fields() | {"passages": {each.key: each.text for each in record.passages}}

"""What isp adds to the guide's questions, as `data/prompts.yaml` holds it."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from isp_cli.bundled import data
from isp_cli.guide.model import Guide, Item


class Prompts(BaseModel):
    """What is the project's own beside the questions of one guide; the keys are their ids.

    Attributes:
        guide: the id of the guide.
        prompts: what may help to begin an answer.
        follow_ups: what is asked behind a question, before the guide's own follow-ups.
        beside_the_profile: where the latest profile is shown once the question is answered.
        beside_the_latest_notes: where one's latest notes can be read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    guide: str = ""
    prompts: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    follow_ups: Mapping[str, tuple[Item, ...]] = Field(default_factory=dict)
    beside_the_profile: tuple[str, ...] = ()
    beside_the_latest_notes: tuple[str, ...] = ()


@cache
def _bundled() -> Prompts:
    values: Any = data("prompts")
    return Prompts.model_validate(values)


def prompts(guide: Guide) -> Prompts:
    """Return what isp adds to the questions of `guide`; nothing where it is another one."""
    found = _bundled()
    return found if found.guide == guide.id else Prompts()

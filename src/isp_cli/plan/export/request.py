"""What a command asks for, and whether its options go together."""

from dataclasses import dataclass
from typing import Literal

from isp_cli.errors import UsageProblem
from isp_cli.plan.export.choice import Wanted
from isp_cli.plan.export.formats import DOCUMENTS, FORMATS, Export
from isp_cli.sessions.formats import Format


@dataclass(frozen=True)
class Request:
    """What a command asks for.

    Attributes:
        written: the format.
        wanted: what it names.
        steps: how a document shows steps; None where that was not said.
        todo: whether steps are tasks in a calendar.
        for_supervision: whether it is chosen what goes in, and seen before it is written.
        yes: whether nothing is to be asked.
    """

    written: Format[Export]
    wanted: Wanted
    steps: Literal["list", "table"] | None = None
    todo: bool = False
    for_supervision: bool = False
    yes: bool = False

    @property
    def is_document(self) -> bool:
        """Whether the format is one whose contents can be chosen."""
        return self.written in [FORMATS[each] for each in DOCUMENTS]

    @property
    def chooses(self) -> bool:
        """Whether anything but the whole plan goes in."""
        return self.for_supervision or any(self.wanted.named.values())


def check(asked: Request) -> None:
    """Raise UsageProblem where an option would do nothing."""
    only_documents = {
        "--steps": bool(asked.steps),
        "--for": asked.for_supervision,
        "--with": bool(asked.wanted.parts),
        "--example": bool(asked.wanted.examples),
        "--answer": bool(asked.wanted.answers),
        "--from": bool(asked.wanted.author),
    }
    for option, given in only_documents.items():
        if given and not asked.is_document:
            raise UsageProblem(
                f"{option} is for documents, not for {asked.written.name}.",
                mend="Leave it out, or name a file that ends with .md, .html or .docx.",
            )
    if asked.wanted.goals and asked.written is FORMATS["json"]:
        raise UsageProblem("JSON holds the whole plan.", mend="Leave out --goal.")
    if asked.todo and asked.written is not FORMATS["ics"]:
        raise UsageProblem(
            "--todo is for calendar files.", mend="Add --format ics, or leave it out."
        )
    if asked.yes and not asked.for_supervision:
        raise UsageProblem("--yes goes with --for supervision.", mend="Leave it out.")

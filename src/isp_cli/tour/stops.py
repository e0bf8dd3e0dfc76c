"""What the tour shows: at each stop a few words, and a real command."""

from collections.abc import Iterator
from dataclasses import dataclass

from isp_cli.bundled import data_file


@dataclass(frozen=True)
class Stop:
    """One stop.

    Attributes:
        words: what to know before the command is shown.
        command: the words behind `isp`, as they are shown.
        run: the words behind `isp`, as they are run; a sample file is a path there.
    """

    words: str
    command: tuple[str, ...]
    run: tuple[str, ...]


def stops() -> Iterator[Stop]:
    """Yield the stops in the order of the cycle.

    Raises:
        GuideProblem: a sample file did not come with this installation.
    """
    yield _stop(
        "First, the guide. You can read all of it; here is one competency.",
        "browse",
        "competency",
        "brokering",
    )
    yield _stop("Or look for words anywhere in it.", "search", "power", "analysis")
    yield _form(
        "Then you assess yourself. The tour takes a sample's answers from a file; with your own, "
        "isp assess asks one question at a time and keeps every answer.",
        "assess",
        "assessment",
    )
    yield _stop(
        "In between you keep notes on moments of practice, a line or a page. They stay private "
        "unless you say otherwise.",
        "note",
        "Sample practitioner: two services talked to each other before the meeting began.",
        "--competency",
        "brokering",
    )
    yield _form("You reflect, in your own words, for as long as you like.", "reflect", "reflection")
    yield _form("From what you saw, you choose what to develop, and plan it.", "plan", "plan")
    yield _stop(
        "When you have taken a step, you say what came of it.",
        "plan",
        "step",
        "1",
        "--done",
        "Sample practitioner: nobody on it speaks for the families.",
    )
    yield _stop("The plan can go to a supervision meeting as a document.", "plan", "export", "-")
    yield _form(
        "Months later you assess yourself again. The sample looks at one competency.",
        "assess",
        "assessment-later",
    )
    yield _stop("And you see what has moved, with the examples beside it.", "assess", "compare")
    yield _stop("Whenever you come back, isp says where you are.")


def _stop(words: str, *command: str) -> Stop:
    return Stop(words, command, command)


def _form(words: str, verb: str, sample: str) -> Stop:
    file = f"sample/{sample}.yaml"
    run = (verb, "--answers", str(data_file(file)))
    return Stop(words, (verb, "--answers", file), run)

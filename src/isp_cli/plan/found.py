"""What a person wrote before, where it bears on a plan."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from isp_cli.terminal.screen import Line


@dataclass(frozen=True)
class Found:
    """What is read, or taken up, while a plan is made.

    Attributes:
        beside: lines to read beside the choice of goals.
        about: lines to read where a goal begins, by the id of the competency.
        answers: what was written before for a part of a goal, to keep or to change; by the key
            of the passage, such as "resources.brokering".
        ideas: returns suggestions to start a step from, for the id of a competency and the ids of
            the key activities that it is about.
        teachers: lines on who one could learn from, by the id of the competency.
    """

    beside: tuple[Line, ...] = ()
    about: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    teachers: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    ideas: Callable[[str, Sequence[str]], tuple[str, ...]] = lambda _competency, _activities: ()

"""What an assessment shows, grouped for a conversation.

The rules look at three answers of one competency, never at more than one competency: there is
no total, no mean and no order among them. The person decides what to make of a group.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from isp_cli.assess.record import Apart, Assessment, Rating

GroupName = Literal["develop", "opportunity", "share", "keep", "leave", "talk"]
GROUPS: tuple[GroupName, ...] = ("develop", "opportunity", "share", "keep", "leave", "talk")

Band = Literal["low", "middle", "high", "dont-know", "no-opportunity", "not-applicable", "none"]

ANY: tuple[Band, ...] = (
    "low", "middle", "high", "dont-know", "no-opportunity", "not-applicable", "none",
)  # fmt: skip

RULES: tuple[tuple[Sequence[Band], Sequence[Band], Sequence[Band], GroupName], ...] = (
    # confidence                    importance                  use                          group
    (("not-applicable",), ANY, ANY, "leave"),
    (ANY, ("not-applicable", "low"), ANY, "leave"),
    (ANY, ("dont-know", "no-opportunity", "none"), ANY, "talk"),
    (("dont-know", "none"), ANY, ANY, "talk"),
    (("no-opportunity",), ANY, ANY, "opportunity"),
    (("low",), ANY, ANY, "develop"),
    (ANY, ANY, ("no-opportunity", "low"), "opportunity"),
    (ANY, ANY, ("dont-know", "not-applicable", "none"), "talk"),
    (("middle",), ("high",), ANY, "develop"),
    (("middle",), ("middle",), ANY, "keep"),
    (("high",), ANY, ("high",), "share"),
    (("high",), ANY, ("middle",), "keep"),
)
"""The first rule that fits decides. Low is 1 or 2, middle is 3, high is 4 or 5."""


def profile(assessment: Assessment) -> Mapping[GroupName, tuple[str, ...]]:
    """Return the ids of the rated competencies by group, in the order of the assessment."""
    rated = [each for each in assessment.competencies if each in assessment.ratings]
    placed = {each: group(assessment.ratings[each]) for each in rated}
    return {name: tuple(each for each in rated if placed[each] == name) for name in GROUPS}


def group(rating: Rating) -> GroupName:
    """Return the group that a rating leads to."""
    bands = (band(rating.confidence), band(rating.importance), band(rating.use))
    return next(
        name
        for *columns, name in RULES
        if all(each in column for each, column in zip(bands, columns, strict=True))
    )


def band(answer: int | Apart | None) -> Band:
    """Return the band of an answer: low, middle or high, or the answer apart itself."""
    match answer:
        case None:
            return "none"
        case 1 | 2:
            return "low"
        case 3:
            return "middle"
        case int():
            return "high"
    return answer

"""What an assessment shows, grouped for a conversation.

The rules look at three answers of one competency, never at more than one competency: there is
no total, no mean and no order among them. The person decides what to make of a group.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from isp_cli.assess.record import Apart, Assessment, Rating

GroupName = Literal["develop", "opportunity", "share", "keep", "leave", "talk"]
GROUPS: tuple[GroupName, ...] = ("develop", "opportunity", "share", "keep", "leave", "talk")

Band = Literal["low", "middle", "high", "dont-know", "no-opportunity", "not-applicable", "none"]

ANY: tuple[Band, ...] = (
    "low", "middle", "high", "dont-know", "no-opportunity", "not-applicable", "none",
)  # fmt: skip

Open = Literal["confidence", "importance", "use", "used-anyway", "used-not", "used-unjudged"]
"""What there is to talk about; `data/ratings.yaml` has the words."""


class Rule(NamedTuple):
    """One row of the table: the bands that it takes, the group it leads to, and what is open."""

    confidence: Sequence[Band]
    importance: Sequence[Band]
    use: Sequence[Band]
    group: GroupName
    open: Open | None = None

    def fits(self, rating: Rating) -> bool:
        """Return whether the three answers of a rating are in the bands of this row."""
        return (
            band(rating.confidence) in self.confidence
            and band(rating.importance) in self.importance
            and band(rating.use) in self.use
        )


RULES = (
    #    confidence           importance                             use
    Rule(("not-applicable",), ANY, ANY, "leave"),
    Rule(ANY, ("not-applicable", "low"), ("high",), "talk", "used-anyway"),
    Rule(ANY, ("not-applicable", "low"), ANY, "leave"),
    Rule(ANY, ("dont-know", "no-opportunity", "none"), ANY, "talk", "importance"),
    Rule(("dont-know", "none"), ANY, ANY, "talk", "confidence"),
    Rule(ANY, ANY, ("not-applicable",), "talk", "used-not"),
    Rule(("no-opportunity",), ANY, ("middle", "high"), "talk", "used-unjudged"),
    Rule(("no-opportunity",), ANY, ANY, "opportunity"),
    Rule(("low",), ANY, ANY, "develop"),
    Rule(ANY, ANY, ("no-opportunity", "low"), "opportunity"),
    Rule(ANY, ANY, ("dont-know", "none"), "talk", "use"),
    Rule(("middle",), ("high",), ANY, "develop"),
    Rule(("middle",), ("middle",), ANY, "keep"),
    Rule(("high",), ANY, ("high",), "share"),
    Rule(("high",), ANY, ("middle",), "keep"),
)
"""The first rule that fits decides. Low is 1 or 2, middle is 3, high is 4 or 5."""


def profile(assessment: Assessment) -> Mapping[GroupName, tuple[str, ...]]:
    """Return the ids of the rated competencies by group, in the order of the assessment."""
    rated = [each for each in assessment.named if each in assessment.ratings]
    placed = {each: group(assessment.ratings[each]) for each in rated}
    return {name: tuple(each for each in rated if placed[each] == name) for name in GROUPS}


def group(rating: Rating) -> GroupName:
    """Return the group that a rating leads to."""
    return rule(rating).group


def rule(rating: Rating) -> Rule:
    """Return the rule that decides where a rating leads: the first that fits."""
    return next(each for each in RULES if each.fits(rating))


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

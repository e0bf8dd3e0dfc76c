"""Which views go beside which assessment."""

from collections.abc import Sequence

from isp_cli.assess.others.record import View
from isp_cli.assess.others.shown import latest_of_each
from isp_cli.assess.others.wording import spoken
from isp_cli.assess.record import Assessment


def round_of(
    views: Sequence[View], assessments: Sequence[Assessment], chosen: Assessment | None
) -> tuple[Assessment | None, list[View]]:
    """Return an assessment, and the views that were asked for beside it.

    A view goes beside the assessment that was the latest when its form was made. One whose form
    was made before there was any goes beside each.

    Args:
        views: those received, the oldest first.
        assessments: the finished ones, the oldest first.
        chosen: the one that is meant; None for the one that views came in for last, or else the
            latest.
    """
    if chosen is None:
        known = {each.id: each for each in assessments}
        asked = [known[each.assessment] for each in views if each.assessment in known]
        chosen = asked[-1] if asked else assessments[-1] if assessments else None
        if chosen is None or not asked:
            return chosen, list(views)
    return chosen, [each for each in views if each.assessment in (chosen.id, None)]


def arrived(
    views: Sequence[View], assessments: Sequence[Assessment], assessment: Assessment
) -> str:
    """Return how many people's views have come in for `assessment`, and how to see them.

    Nothing where there are none.
    """
    count = len(latest_of_each(round_of(views, assessments, assessment)[1]))
    if not count:
        return ""
    usual, _ = round_of(views, assessments, None)
    which = (
        "" if usual is not None and usual.id == assessment.id else f" --assessment {assessment.id}"
    )
    said = "one view has" if count == 1 else f"{spoken(count)} views have"
    return f"Another's view: {said} come in. Side by side with yours: isp assess views{which}"

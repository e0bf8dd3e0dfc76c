"""A profile in brief, to read beside a question of another verb."""

from collections.abc import Iterator

from isp_cli.assess.profile import profile
from isp_cli.assess.record import Assessment
from isp_cli.assess.scales import scales
from isp_cli.guide.model import Guide
from isp_cli.terminal.screen import Line


def profile_in_brief(assessment: Assessment, guide: Guide) -> Iterator[Line]:
    """Yield the day of the assessment, and the names of the competencies in their groups."""
    names = {each.id: each.name for each in guide.competencies}
    yield Line(f"Your profile of {assessment.day}:")
    for group, members in profile(assessment).items():
        if members:
            yield Line(f"{scales().groups[group].name}:", indent=2)
            for each in members:
                yield Line(names.get(each, f"{each} (not in this guide)"), mark="-", indent=4)

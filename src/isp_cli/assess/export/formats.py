"""What assessments can be handed over in."""

from collections.abc import Mapping, Sequence

from isp_cli.assess.export.markdown import as_markdown
from isp_cli.assess.export.rows import as_csv
from isp_cli.assess.nearby import LookedBackOn
from isp_cli.guide.model import Guide
from isp_cli.sessions.formats import Format
from isp_cli.terminal.screen import envelope


def as_json(records: Sequence[LookedBackOn], _guide: Guide) -> str:
    """Return one assessment as `isp assess show --json` prints it."""
    return envelope("isp.assessment/1", records[0].as_data()) + "\n"


def as_json_list(records: Sequence[LookedBackOn], _guide: Guide) -> str:
    """Return several assessments, each as in `as_json`."""
    return envelope("isp.assessments/1", [each.as_data() for each in records]) + "\n"


_WRITTEN = (
    "It holds all that the assessment says and what you said in looking back, no views of others"
)
_ANSWERS = "It holds every answer, looking back too, and no examples or views of others"

ONE: Mapping[str, Format[Sequence[LookedBackOn]]] = {
    "markdown": Format("Markdown", ".md", _WRITTEN, as_markdown),
    "json": Format("JSON", ".json", _WRITTEN, as_json),
    "csv": Format("CSV", ".csv", _ANSWERS, as_csv),
}
"""What one assessment can be handed over in, by the name that --format takes."""

SEVERAL = {**ONE, "json": Format("JSON", ".json", _WRITTEN, as_json_list)}
"""The same for several."""

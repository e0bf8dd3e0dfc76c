"""What a search found, as lines."""

from collections.abc import Iterator, Sequence

from isp_cli.guide import lookup
from isp_cli.guide.lookup import Place
from isp_cli.guide.search import Finding
from isp_cli.terminal.screen import Line


def findings_page(findings: Sequence[Finding], shown: int) -> Iterator[Line]:
    """Yield the first `shown` findings, each in its place, and how many more there are."""
    for finding in findings[:shown]:
        yield Line(" > ".join(finding.place.trail) or finding.place.kind.capitalize(), style="bold")
        yield _marked(finding)
        yield Line(_way_to(finding.place), indent=2, style="dim")
        yield Line()
    if len(findings) > shown:
        more = len(findings) - shown
        yield Line(f"{more} more; see them with --all, or add a word to narrow it down.")


def _way_to(place: Place) -> str:
    if place.owner:
        return f"isp browse {place.kind} {place.owner}"
    return f"isp browse {lookup.kind(place.kind).many}"


def _marked(finding: Finding) -> Line:
    spans, position = [], 0
    for text, found in finding.pieces:
        if found:
            spans.append((position, position + len(text)))
        position += len(text)
    return Line("".join(text for text, _ in finding.pieces), indent=2, marked=spans)

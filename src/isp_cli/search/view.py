"""What a search found, as lines."""

from collections.abc import Iterator, Sequence

from isp_cli.search.index import Finding, Pieces
from isp_cli.terminal.screen import Line


def findings_page(findings: Sequence[Finding], shown: int, heading: str = "") -> Iterator[Line]:
    """Yield the first `shown` findings, each in its place, and how many more there are."""
    if heading and findings:
        yield Line(f"{heading}:")
        yield Line()
    for finding in findings[:shown]:
        yield Line(" > ".join(finding.trail), style="bold")
        yield _marked(finding.pieces)
        yield Line(finding.way, indent=2, style="dim")
        yield Line()
    if len(findings) > shown:
        more = len(findings) - shown
        yield Line(f"{more} more; see them with --all, or add a word to narrow it down.")
        if heading:
            yield Line()


def _marked(pieces: Pieces) -> Line:
    spans, position = [], 0
    for text, found in pieces:
        if found:
            spans.append((position, position + len(text)))
        position += len(text)
    return Line("".join(text for text, _ in pieces), indent=2, marked=spans)

"""Notes that an example may begin with, as they lie in the portfolio."""

from pathlib import Path

from isp_cli.assess.moments import moments_in
from isp_cli.guide.model import Guide


def test_notes_on_a_competency(tmp_path: Path, guide: Guide) -> None:
    """Those on it come oldest first with day and title; others, and empty ones, do not."""
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "2026-05-04.md").write_text("Later #brokering\n", encoding="utf-8")
    (notes / "2026-05-03.md").write_text("Two services met. #brokering\n", encoding="utf-8")
    (notes / "2026-05-05.md").write_text("Of a team. #teams\n", encoding="utf-8")
    (notes / "2026-05-06.md").write_text("---\ntags: [brokering]\n---\n", encoding="utf-8")
    found = moments_in(tmp_path, guide)("brokering")
    assert [each.text for each in found] == ["Two services met. #brokering", "Later #brokering"]
    assert found[0].title.startswith("3 May 2026: Two services met.")
    assert moments_in(tmp_path / "nowhere", guide)("brokering") == ()

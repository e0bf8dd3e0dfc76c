"""Forms as people fill them in, and the portfolio that asked for them."""

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import Isp

ASSESSMENT = """\
ratings:
  brokering: {confidence: 2, importance: 5, use: 3, example: I asked two services.}
  teams: {confidence: 4, importance: 4, use: 5}
"""
LABELS = {
    "opportunity": "Opportunity to see this:",
    "rating": "Your rating:",
    "example": "An example of what you saw:",
    "offer": "What you could share, or who could:",
    "relation": "How we work together:",
    "consent": "May this be shown on its own, yes or no:",
    "comment": "Anything else you would like to say:",
}


def form_for(isp: Isp, name: str, *words: str) -> str:
    """Return the form that is made for somebody, as it stands in the file."""
    result = isp("assess", "invite", name, "-", *words)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def filled(form: str, *answers: Mapping[str, str], **end: str) -> str:
    """Return the form with these answers behind its labels: one mapping for each competency."""
    for each in answers:
        form = _with(form, each)
        for name in ("opportunity", "rating", "example", "offer"):
            form = form.replace(LABELS[name], f"\0{name}\0", 1)
    form = _with(form, end)
    for name, label in LABELS.items():
        form = form.replace(f"\0{name}\0", label)
    return form


def _with(form: str, answers: Mapping[str, str]) -> str:
    for name, answer in answers.items():
        assert f"{LABELS[name]} \n" in form
        form = form.replace(f"{LABELS[name]} \n", f"{LABELS[name]} {answer}\n", 1)
    return form


def saved(folder: Path, text: str, name: str = "back.txt") -> str:
    """Return the path of a new file in `folder` with `text` in it."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return str(path)

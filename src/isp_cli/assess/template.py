"""A self-assessment as a YAML form, to be filled in."""

import textwrap
from collections.abc import Sequence

from isp_cli.assess import context
from isp_cli.assess.activities import in_full
from isp_cli.assess.form import PRACTISED
from isp_cli.assess.scales import ASPECTS, Aspect, scales
from isp_cli.guide.model import Guide
from isp_cli.sessions.answers import HOW_TO_WRITE, form_text


def template(
    guide: Guide,
    chosen: Sequence[str] = (),
    *,
    quick: bool = False,
    activities: bool = False,
    principles: bool = False,
) -> str:
    """Return the form to fill in.

    Args:
        guide: the guide whose competencies are assessed.
        chosen: the ids of those that it asks about; without any, all.
        quick: ask for confidence alone.
        activities: ask about the key activities of each, too.
        principles: ask for a moment of each principle, too.
    """
    asked = [each for each in guide.competencies if not chosen or each.id in chosen]
    aspects = ASPECTS[:1] if quick else ASPECTS
    empty = dict.fromkeys(aspects if quick else (*aspects, "difference", "example"))
    rows = [([each.name], {each.id: empty}) for each in asked]
    parts = [
        form_text((_explained(aspects, quick=quick), {"depth": "quick"} if quick else None)),
        form_text((["Your work at present, if you like."], None))
        + _indented("context", _context()),
        _indented("ratings", form_text(*rows)),
    ]
    if activities:
        told = (
            f"The key activities: write {PRACTISED[0]} where you do it already, {PRACTISED[1]} "
            f"where you would like to do it, {PRACTISED[2]} for both. Leave the others empty."
        )
        items = [
            ([f"{each.name}: {in_full(item)}"], {item.id: None})
            for each in asked
            for item in each.activities
        ]
        parts.append(form_text(([told], None)) + _indented("activities", form_text(*items)))
    if principles:
        told = "The principles: a moment when one showed in your work, or was hard to keep."
        moments = [([each.name], {each.id: None}) for each in guide.principles]
        parts.append(form_text(([told], None)) + _indented("principles", form_text(*moments)))
    return "\n".join(parts)


def _explained(aspects: Sequence[Aspect], *, quick: bool) -> list[str]:
    words = scales()
    lines = [
        "Self-assessment. Fill in what you like; competencies left empty are not assessed.",
        HOW_TO_WRITE,
        "For each answer write a number from 1 to 5, or one of: "
        + ", ".join(f"{value} ({label})" for value, label in words.apart.items())
        + ". What the levels say is isp's own, not the guide's.",
    ]
    for aspect in aspects:
        scale = words.scale(aspect)
        lines += ["", f"{aspect}: {scale.question}"]
        lines += [f"  {level}  {told}" for level, told in scale.anchors.items()]
    if not quick:
        lines += [
            "",
            "difference: if your answer has moved since last time, what made the difference.",
            "example: an example from your practice, in your own words.",
        ]
    return lines


def _context() -> str:
    asked = [([question], {part: None}) for part, question in context.QUESTIONS.items()]
    return form_text(*asked)


def _indented(name: str, below: str) -> str:
    return f"{name}:\n" + textwrap.indent(below, "  ")

"""The guide as it goes out to other programs."""

from typing import Any

from isp_cli.guide.model import Guide
from isp_cli.printing import json_text


def exported(guide: Guide) -> dict[str, Any]:
    """Return the whole guide as plain values, every field of every part among them."""
    return guide.model_dump(mode="json")


def as_yaml(guide: Guide) -> str:
    """Return the whole guide as YAML that `isp guide validate` accepts, less what is empty."""
    from isp_cli import strictyaml

    return strictyaml.dump(guide.model_dump(mode="json", exclude_defaults=True))


def as_json(guide: Guide) -> str:
    """Return the whole guide as JSON, with the keys of the YAML form."""
    return json_text(exported(guide)) + "\n"


def overview(guide: Guide) -> dict[str, Any]:
    """Return the guide at a glance: ids and names, the competencies below their domains."""
    return {
        "principles": [{"id": each.id, "name": each.name} for each in guide.principles],
        "domains": [
            {
                "id": domain.id,
                "name": domain.name,
                "competencies": [
                    {"id": each.id, "name": each.name} for each in guide.competencies_of(domain)
                ],
            }
            for domain in guide.domains
        ],
        "questions": [{"id": each.id, "text": each.text} for each in guide.questions],
    }

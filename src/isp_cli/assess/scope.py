"""Which competencies are meant."""

from collections.abc import Iterable

from isp_cli.guide import lookup
from isp_cli.guide.model import Guide


def scope(guide: Guide, domains: Iterable[str], competencies: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of what was named, in the guide's order; none where nothing was named.

    Raises:
        NotFound: a name fits no domain, or no competency.
    """
    whole = [lookup.find(guide, lookup.kind("domain"), name).id for name in domains]
    single = [lookup.competency(guide, name).id for name in competencies]
    return tuple(
        each.id for each in guide.competencies if each.domain in whole or each.id in single
    )

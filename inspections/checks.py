"""Is every act on a check complete, and is every rule of checks on a law that there is?"""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from cases.checks import check_machine
from inspections.models import Check
from law.check_rules import all_campaign_kinds, all_caps, all_check_points, all_check_rules, all_excuses
from law.laws import law


@register()
def check_inspections(**kwargs: Any) -> list[CheckMessage]:
    """inspections.E001: a rule of no known law."""
    found = list(check_machine(Check))
    rows = (*all_check_rules(), *all_caps(), *all_excuses(), *all_campaign_kinds(), *all_check_points())
    for one in rows:
        try:
            law(one.basis, one.in_force_from)
        except LookupError:
            found.append(Error(f"checks.toml {one.key}: no law called {one.basis}", id="inspections.E001"))
    return found

"""Is every act of publication complete: an article that exists, a form that exists?"""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from cases.checks import check_machine
from law.citations import BadCitation, cite_all
from law.inspections import all_inspection_results, all_inspection_rules
from law.laws import law
from law.publication import all_correction_rules, all_display_rules
from publicity.models import Publication


@register()
def check_publication(**kwargs: Any) -> list[CheckMessage]:
    """publicity.E003: a rule of no known law."""
    found = list(check_machine(Publication))
    rules = [("publication.toml", one.key, one.basis, one.in_force_from) for one in all_display_rules()]
    inspected = (*all_inspection_rules(), *all_inspection_results())
    rules += [("inspections.toml", one.key, one.basis, one.in_force_from) for one in inspected]
    for file, key, basis, since in rules:
        try:
            law(basis, since)
        except LookupError:
            found.append(Error(f"{file} {key}: no law called {basis}", id="publicity.E003"))
    for correction in all_correction_rules():
        try:
            cite_all(correction.basis)
        except BadCitation as problem:
            found.append(Error(f"publication.toml {correction.key}: {problem}", id="publicity.E003"))
    return found

"""Is every act of publication complete: an article that exists, a form that exists?"""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from cases.act import Act, acts_of
from law.citations import BadCitation, cite_all
from law.inspections import all_inspection_results, all_inspection_rules
from law.laws import law
from law.publication import all_correction_rules, all_display_rules
from publicity.models import Publication


@register()
def check_publication(**kwargs: Any) -> list[CheckMessage]:
    """publicity.E001: a basis that leads nowhere. publicity.E002: no form. publicity.E003: a rule of no known law."""
    found = [problem for act in acts_of(Publication).values() for problem in check_act(act)]
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


def check_act(act: Act) -> Iterator[CheckMessage]:
    for where, basis in ((act.key, act.basis), *((one.name, one.basis) for one in act.requires)):
        try:
            for citation in cite_all(basis):
                law(citation.law)
        except (BadCitation, LookupError) as problem:
            yield Error(f"{where}: basis {basis!r}: {problem}", id="publicity.E001")
    try:
        import_string(act.asks)
    except ImportError:
        yield Error(f"{act.key}: form {act.asks!r} does not exist", id="publicity.E002")

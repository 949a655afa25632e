"""Is every act on recordings complete, and do its articles exist?"""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.utils.module_loading import import_string

from cases.act import Act, acts_of
from law.citations import BadCitation, cite_all
from law.laws import law
from recordings.models import MomentExcuse, RecordingMatch


@register()
def check_recordings(**kwargs: Any) -> list[CheckMessage]:
    """recordings.E001: a basis that leads nowhere. recordings.E002: no form."""
    acts = [*acts_of(RecordingMatch).values(), *acts_of(MomentExcuse).values()]
    return [problem for act in acts for problem in check_act(act)]


def check_act(act: Act) -> Iterator[CheckMessage]:
    for where, basis in ((act.key, act.basis), *((one.name, one.basis) for one in act.requires)):
        try:
            for citation in cite_all(basis):
                law(citation.law)
        except (BadCitation, LookupError) as problem:
            yield Error(f"{where}: basis {basis!r}: {problem}", id="recordings.E001")
    try:
        import_string(act.asks)
    except ImportError:
        yield Error(f"{act.key}: form {act.asks!r} does not exist", id="recordings.E002")

"""May this officer see this source, do something with it, and know who reported it?"""

from django.http import Http404

from inspections.models import Source
from officers.models import Officer
from officers.roles import Role

READERS = (Role.OFFICER, Role.TEAM_HEAD, Role.BUREAU_HEAD, Role.ADMINISTRATOR)
MACHINE_READERS = (*READERS, Role.LEGAL_REVIEWER)


def access_source(officer: Officer, source_id: int) -> Source:
    """Raises Http404."""
    rows = Source.objects.visible_to(officer)
    kept = ("department", "handler", "registered_by", "decided_by", "case", "target", "candidate__equipment")
    found = rows.filter(pk=source_id).select_related(*kept).first()
    if found is None:
        raise Http404
    return found


def heads(officer: Officer, source: Source) -> bool:
    """The head of the unit that has it, or of any unit while nobody has it."""
    return officer.holds(Role.TEAM_HEAD) and source.department_id in (None, officer.department_id)


def may_work(officer: Officer, source: Source) -> bool:
    """Answer, forward, close: the handler, the head of the unit, and who runs the register."""
    own = officer.pk == source.handler_id or heads(officer, source)
    return own or officer.holds(Role.BUREAU_HEAD, Role.ADMINISTRATOR)


def may_assign(officer: Officer, source: Source) -> bool:
    return heads(officer, source) or officer.holds(Role.BUREAU_HEAD, Role.ADMINISTRATOR)


def may_decide(officer: Officer, source: Source) -> bool:
    """Not to file, or to extend: a head, never the handler alone (程序规定 62)."""
    return heads(officer, source) or officer.holds(Role.BUREAU_HEAD)


def may_begin(officer: Officer, source: Source) -> bool:
    """An enforcing officer becomes the case's handler."""
    return officer.holds(Role.OFFICER)


def may_review(officer: Officer, source: Source) -> bool:
    return source.is_machines and officer.holds(Role.OFFICER, Role.TEAM_HEAD)


def may_know_informant(officer: Officer, source: Source) -> bool:
    """Who must talk to the informant: the handler and the head of the unit; nobody by rank alone."""
    return officer.pk == source.handler_id or (officer.holds(Role.TEAM_HEAD) and heads(officer, source))

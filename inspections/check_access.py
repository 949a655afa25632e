"""May this officer see this check?"""

from django.http import Http404

from inspections.models import Check
from officers.models import Officer
from officers.roles import Role

INSPECTORS = (Role.OFFICER, Role.TEAM_HEAD)
LOOKERS = (*INSPECTORS, Role.BUREAU_HEAD, Role.ADMINISTRATOR)
READERS = (*LOOKERS, Role.PUBLISHER)


def access_check(officer: Officer, check_id: int) -> Check:
    """Raises Http404: a check that one may not see does not exist."""
    found = Check.objects.visible_to(officer).filter(pk=check_id)
    one = found.select_related("target", "task", "campaign", "approved_by", "department").first()
    if one is None:
        raise Http404
    return one

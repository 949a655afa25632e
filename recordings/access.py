"""May this officer see this recording, and do something with it?"""

from django.db.models import Q, QuerySet
from django.http import Http404

from cases.models import Case
from officers.models import Officer
from officers.roles import Role
from recordings.models import Recording, RecordingMatch
from recordings.states import MatchState

KEEPERS = (Role.KEEPER, Role.ADMINISTRATOR)
"""Who keeps the register: the custodian is another than the one who records."""


def visible_recordings(officer: Officer) -> QuerySet[Recording]:
    """The keepers see all of them; everybody else the own ones and those in a case that may be seen."""
    rows = Recording.objects.select_related("device", "officer")
    if officer.holds(*KEEPERS):
        return rows
    seen = RecordingMatch.objects.filter(case__in=Case.objects.visible_to(officer).values("pk"))
    return rows.filter(Q(officer=officer) | Q(pk__in=seen.exclude(state=MatchState.TAKEN_AWAY).values("recording")))


def access_recording(officer: Officer, recording_id: int) -> Recording:
    """Raises Http404."""
    found = visible_recordings(officer).filter(pk=recording_id).first()
    if found is None:
        raise Http404
    return found


def access_match(officer: Officer, match_id: int) -> RecordingMatch:
    """Raises Http404."""
    found = (
        RecordingMatch.objects.filter(pk=match_id, case__in=Case.objects.visible_to(officer).values("pk"))
        .select_related("recording__device", "recording__officer", "recording__disposal")
        .first()
    )
    if found is None:
        raise Http404
    return found

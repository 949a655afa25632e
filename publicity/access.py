"""May this officer see this public copy before the public does?"""

from django.http import Http404

from cases.models import Case, Decision
from officers.models import Officer
from publicity.board import visible_cases
from publicity.models import Publication


def access_publication(officer: Officer, publication_id: int) -> Publication:
    """Raises Http404 for the copy of a case that the officer may not see."""
    found = (
        Publication.objects.filter(pk=publication_id, case__in=visible_cases(officer).values("pk"))
        .select_related("case", "decision", "party", "redacted_by", "approved_by")
        .first()
    )
    if found is None:
        raise Http404
    return found


def access_decision(officer: Officer, decision_id: int) -> Decision:
    """Raises Http404 likewise, and for a decision that is no penalty."""
    visible = Case.objects.visible_to(officer).values("pk")
    found = Decision.objects.filter(pk=decision_id, case__in=visible, kind=Decision.Kind.PENALTY).first()
    if found is None:
        raise Http404
    return found

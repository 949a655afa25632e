"""May this officer see this case? What you may not see does not exist."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404

from cases.models import Case
from cases.objects import LegalObject, object_type
from documents.models import Document
from officers.models import Officer


def access_case(officer: Officer, case_id: int) -> Case:
    """The one way from an id in an address to a case; raises Http404 for a foreign one."""
    try:
        return Case.objects.visible_to(officer).select_related("department").get(pk=case_id)
    except Case.DoesNotExist:
        raise Http404 from None


def access_object(case: Case, kind: str, object_id: int) -> LegalObject:
    """One legal object of a case that was already granted; raises Http404 for another case's."""
    try:
        found: Any = object_type(kind)
        one: LegalObject = found._default_manager.get(case=case, pk=object_id)
        return one
    except (LookupError, ObjectDoesNotExist, OverflowError):
        raise Http404 from None


def may_see_paper(document: Document, officer: Officer) -> bool:
    return Case.objects.visible_to(officer).filter(pk=document.case_id).exists()

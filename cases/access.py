"""May this officer see this case? What you may not see does not exist."""

from collections.abc import Callable

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


Reads = Callable[[Officer, int], bool]
_readers: list[Reads] = []


def add_readers(ask: Reads) -> None:
    """Called once by an app above the cases that lets somebody read the file of a single case, such as its reviewer."""
    if ask not in _readers:
        _readers.append(ask)


def access_to_read(officer: Officer, case_id: int) -> Case:
    """As access_case, also for whoever was given this one case to read; only for pages on which nothing is done."""
    try:
        return access_case(officer, case_id)
    except Http404:
        found = Case.objects.select_related("department").filter(pk=case_id).first()
        if found is None or not _may_read(officer, found.pk):
            raise
    return found


def _may_read(officer: Officer, case_id: int) -> bool:
    return officer.sees_cases and any(ask(officer, case_id) for ask in _readers)


def access_object(case: Case, kind: str, object_id: int) -> LegalObject:
    """One legal object of a case that was already granted; raises Http404 for another case's."""
    try:
        found: LegalObject = getattr(case, object_type(kind).relation).get(pk=object_id)
    except (LookupError, ObjectDoesNotExist, OverflowError):
        raise Http404 from None
    return found


def may_see_paper(document: Document, officer: Officer) -> bool:
    if Case.objects.visible_to(officer).filter(pk=document.case_id).exists():
        return True
    return _may_read(officer, document.case_id)

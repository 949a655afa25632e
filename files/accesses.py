"""Who looked at which original, when, and from which page?"""

from datetime import datetime
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.http import HttpRequest

from files.models import FileAccess
from officers.models import Officer


def note_access(
    request: HttpRequest, officer: Officer, *, case_id: int, sha256: str, what: FileAccess.What, now: datetime
) -> None:
    """Before the bytes are handed over: what cannot be noted is not shown."""
    FileAccess.objects.create(
        case_id=case_id, sha256=sha256, officer=officer, what=what, page=_page_of(request), at=now
    )


def accesses_to(case_id: int, sha256: str) -> QuerySet[FileAccess]:
    """Newest first."""
    rows = FileAccess.objects.filter(case_id=case_id, sha256=sha256).select_related("officer")
    return rows.order_by("-at", "-pk")


def _page_of(request: HttpRequest) -> str:
    """Only a page of ours; a browser tells no other one (Referrer-Policy), but anybody can send anything."""
    try:
        told = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return ""
    return told.path[:200] if told.netloc == request.get_host() else ""

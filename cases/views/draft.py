"""How is an unfinished form kept on the server, and thrown away?"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cases.act import Ask
from cases.drafts import TooLong, discard_draft, keep_draft
from cases.screens.offers import act_url
from cases.views.act import Place, place_of
from cases.views.lists import officer_of
from officers.access import open_to_staff


@open_to_staff
@require_POST
def draft(request: HttpRequest, case_id: int, key: str) -> HttpResponse:
    return _draft(place_of(request, case_id, key))


@open_to_staff
@require_POST
def draft_object(request: HttpRequest, case_id: int, kind: str, object_id: int, key: str) -> HttpResponse:
    return _draft(place_of(request, case_id, key, (kind, object_id)))


def _draft(place: Place) -> HttpResponse:
    """Only whoever may do the act has something to draft."""
    request, officer, key = place.request, officer_of(place.request), place.act.key
    if not place.act.by.check(Ask(place.file, officer, timezone.localdate(), subject=place.machine)):
        raise Http404
    if "discard" in request.POST:
        discard_draft(officer, place.machine, key)
        return redirect(act_url(place.machine, key))
    quietly = request.headers.get("Accept") == "application/json"
    try:
        kept = keep_draft(officer, place.machine, key, place.form(request.POST), now=timezone.now())
    except TooLong:
        return JsonResponse({"problem": _("内容太长，没有保存。")}, status=413)
    saved = date_format(timezone.localtime(kept.saved_at), "H:i")
    if quietly:
        return JsonResponse({"saved": saved})
    messages.success(request, _("草稿已保存，只有你看得到。"))
    return redirect(act_url(place.machine, key))

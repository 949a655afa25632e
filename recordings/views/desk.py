"""The bureau's recordings: coverage by matter, what came late, which devices lie still, what vanished."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cases.models import Case
from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.models import Officer
from officers.roles import Role
from recordings.access import KEEPERS, access_recording, visible_recordings
from recordings.disposal import files_of
from recordings.figures import idle_devices, matters
from recordings.forms import KeepingForm, LateForm, ReadForm
from recordings.keeping import kept_until
from recordings.models import Recording, RecordingRead
from recordings.register import NotPossible, explain_lateness, set_keeping
from recordings.roots import find
from recordings.screens import span_words
from recordings.states import MatchState

SHOWN = 100


@dataclass(frozen=True)
class LateRow:
    recording: str
    who: str
    due: str
    uploaded: str
    reason: str
    url: str


@open_to(*KEEPERS, Role.BUREAU_HEAD)
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Figures by matter and by device; no person is ranked."""
    today = timezone.localdate()
    late = Recording.objects.late().filter(late_reason="")
    context = {
        "matters": matters(today),
        "late": late.count(),
        "late_url": reverse("recordings:late"),
        "idle": idle_devices(today),
        "damaged": [
            {"path": one.path, "finding": one.get_finding_display(), "sha256": one.sha256, "at": one.checked_at}
            for one in Recording.objects.damaged().order_by("-checked_at", "pk")[:SHOWN]
        ],
        "may_keep": officer_of(request).holds(*KEEPERS),
    }
    return render(request, "recordings/overview.html", context)


@open_to(Role.OFFICER, Role.TEAM_HEAD, Role.BUREAU_HEAD, *KEEPERS)
@require_safe
def late(request: HttpRequest) -> HttpResponse:
    """What came late; those without a reason first."""
    officer = officer_of(request)
    seen = Recording.objects.late() if officer.holds(Role.BUREAU_HEAD) else visible_recordings(officer).late()
    rows = list(seen.select_related("device", "officer").order_by("-uploaded_at", "pk")[: SHOWN * 5])
    context = {
        "open": [_late_row(one) for one in rows if not one.late_reason],
        "explained": [_late_row(one) for one in rows if one.late_reason][:SHOWN],
    }
    return render(request, "recordings/late.html", context)


def _late_row(recording: Recording) -> LateRow:
    return LateRow(
        recording=span_words(recording.started_at, recording.ended_at),
        who=f"{recording.officer.name} {recording.device}",
        due=f"{localtime(recording.due_at):%Y-%m-%d %H:%M}",
        uploaded=f"{localtime(recording.uploaded_at):%Y-%m-%d %H:%M}",
        reason=recording.late_reason,
        url=reverse("recordings:recording", args=[recording.pk]),
    )


@open_to_staff
@require_safe
def recording(request: HttpRequest, recording_id: int) -> HttpResponse:
    officer = officer_of(request)
    return _recording_page(request, access_recording(officer, recording_id), officer)


@open_to_staff
@require_POST
def explain(request: HttpRequest, recording_id: int) -> HttpResponse:
    """Why it came late: said by who recorded it, or by the keeper."""
    officer = officer_of(request)
    found = access_recording(officer, recording_id)
    if not _may_explain(found, officer):
        raise Http404
    form = LateForm(request.POST)
    if not form.is_valid():
        return _recording_page(request, found, officer, late_form=form, status=422)
    try:
        explain_lateness(found, reason=form.cleaned_data["reason"], by=officer)
    except NotPossible as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("已写明逾期入库的原因。"))
    return redirect("recordings:recording", recording_id)


@open_to(*KEEPERS)
@require_POST
def keep(request: HttpRequest, recording_id: int) -> HttpResponse:
    officer = officer_of(request)
    found = access_recording(officer, recording_id)
    form = KeepingForm(request.POST, on=timezone.localdate(found.ended_at))
    if not form.is_valid():
        return _recording_page(request, found, officer, keeping_form=form, status=422)
    set_keeping(found, key=form.cleaned_data["key"], reason=form.cleaned_data["reason"], by=officer)
    messages.success(request, _("已划定保管类别。"))
    return redirect("recordings:recording", recording_id)


@open_to_staff
@require_POST
def read(request: HttpRequest, recording_id: int) -> HttpResponseBase:
    """Take the file out to look at it: who, when and for what is kept first."""
    officer = officer_of(request)
    found = access_recording(officer, recording_id)
    form = ReadForm(request.POST)
    if not form.is_valid():
        return _recording_page(request, found, officer, read_form=form, status=422)
    path = find(found.path)
    if path is None:
        messages.error(request, _("文件不在存储目录里。请设备保管人员核对。"))
        return redirect("recordings:recording", recording_id)
    RecordingRead.objects.create(
        recording=found, officer=officer, at=timezone.now(), purpose=form.cleaned_data["purpose"]
    )
    # The name comes from the dock: it is offered for saving, never shown as a page of ours.
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name)


def _may_explain(found: Recording, officer: Officer) -> bool:
    return found.is_late and (found.officer_id == officer.pk or officer.holds(*KEEPERS))


def _recording_page(
    request: HttpRequest, found: Recording, officer: Officer, *, status: int = 200, **forms: object
) -> HttpResponse:
    files = files_of([found])[found.pk]
    kept = kept_until(found, files)
    matches = found.matches.exclude(state=MatchState.TAKEN_AWAY).select_related("case").order_by("pk")
    visible = {one.pk for one in _visible_cases(officer, [one.case_id for one in matches])}
    context = {
        "recording": found,
        "when": span_words(found.started_at, found.ended_at),
        "kept": kept,
        "cases": [
            {
                "case": str(one.case),
                "label": one.standing.label,
                "level": one.standing.level,
                "url": reverse("recordings:case", args=[one.case_id]),
            }
            for one in matches
            if one.case_id in visible
        ],
        "reads": found.reads.select_related("officer").order_by("-pk")[:SHOWN],
        "late_form": LateForm() if _may_explain(found, officer) else None,
        "keeping_form": KeepingForm(on=timezone.localdate(found.ended_at)) if officer.holds(*KEEPERS) else None,
        "read_form": ReadForm(),
    }
    return render(request, "recordings/recording.html", context | forms, status=status)


def _visible_cases(officer: Officer, ids: list[int]) -> list[object]:
    return list(Case.objects.visible_to(officer).filter(pk__in=ids))

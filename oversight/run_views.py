"""How far is a large review, and how is it stopped or taken up again?"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from officers.access import open_to
from officers.roles import Role
from oversight.jobs import stop, take_up
from oversight.models import ReviewRun

WAIT_SECONDS = 5


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def progress(request: HttpRequest, run_id: int) -> HttpResponse:
    """The page asks again by itself until the run is over."""
    run = _run(run_id)
    is_running = run.finished_at is None and run.cancelled_at is None
    context = {
        "run": run,
        "total": max(run.files, run.done, 1),
        "percent": 100 * run.done // max(run.files, run.done, 1),
        "refresh": WAIT_SECONDS if is_running else 0,
        "report_url": f"{reverse('oversight:report')}?run={run.pk}",
    }
    return render(request, "oversight/progress.html", context)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_POST
def stop_run(request: HttpRequest, run_id: int) -> HttpResponse:
    run = _run(run_id)
    if stop(run, timezone.now()):
        messages.success(request, _("评查已停止，已评查的保留，可以继续。"))
    else:
        messages.info(request, _("评查已经完成或者已经停止。"))
    return redirect("oversight:progress", run.pk)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_POST
def go_on(request: HttpRequest, run_id: int) -> HttpResponse:
    run = _run(run_id)
    if take_up(run):
        messages.success(request, _("评查从停止的地方继续。"))
    else:
        messages.info(request, _("评查没有停止，不用继续。"))
    return redirect("oversight:progress", run.pk)


def _run(run_id: int) -> ReviewRun:
    try:
        return ReviewRun.objects.select_related("unit", "run_by").defer("result").get(pk=run_id)
    except (ReviewRun.DoesNotExist, OverflowError):
        raise Http404 from None

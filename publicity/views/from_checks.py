"""Finished checks on the publishers' side: sent on together, then approved by a second person like any table."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from cases.screens.dates import due_by
from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role
from publicity.forms import InspectedForm
from publicity.from_checks import DueCheck, checks_owed, table_of
from publicity.inspected import CannotDo, load
from publicity.inspected_table import read_table

REFUSED, FAULTS_SHOWN = 422, 50


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_http_methods(["GET", "POST"])
def finished(request: HttpRequest) -> HttpResponse:
    """What is owed; a post sends on those that are ticked."""
    today = timezone.localdate()
    owed = checks_owed(today)
    if request.method != "POST":
        return _page(request, owed, [])
    ticked = set(request.POST.getlist("check"))
    chosen = [one for one in owed if str(one.check.pk) in ticked and one.shown is None]
    if not chosen:
        return _page(request, owed, [_("选择要送审的检查结果。")], status=REFUSED)
    text = table_of(chosen)
    rows, faults = read_table(text, today)
    reasons = [str(one) for one in faults]
    if not reasons:
        try:
            made = load(rows, officer_of(request), today)
        except CannotDo as reason:
            reasons = [str(reason)]
        else:
            messages.success(request, _("已送审 %(count)d 条检查结果，等另一人审核。") % {"count": len(rows)})
            return redirect("publicity:inspected-batch", made.pk)
    return _page(request, owed, reasons, text=text, ticked=ticked, status=REFUSED)


def _page(
    request: HttpRequest,
    owed: list[DueCheck],
    faults: list[str],
    *,
    text: str = "",
    ticked: set[str] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "faults": faults[:FAULTS_SHOWN],
        "form": InspectedForm(initial={"text": text}) if text else None,
        "owed": [
            {
                "one": one,
                "due": due_by(one.check.publish_by or today, today, _("公示检查结果")),
                "ticked": ticked is None or str(one.check.pk) in ticked,
                "told": " · ".join(filter(None, [one.line[1], one.line[9], one.line[10], one.line[11]])),
            }
            for one in owed
        ],
    }
    return render(request, "publicity/from_checks.html", context, status=status)

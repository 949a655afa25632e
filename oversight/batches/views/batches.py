"""Which pages set up a batch, draw and draw again, name and assign reviewers, and show how far it is?"""

import csv
from io import StringIO
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.db.models import Count, F, OuterRef, Q, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.lists import officer_of
from law.batches import NoBatchRule
from officers.access import open_to
from officers.roles import Role
from oversight.batches.access import access_batch
from oversight.batches.agreement import by_item
from oversight.batches.assigning import assign, name_reviewer
from oversight.batches.choosing import draw_again, make_batch
from oversight.batches.forms import BatchForm, ReasonForm, ReviewerForm
from oversight.batches.models import Draw, ReviewBatch
from oversight.batches.refusal import CannotDo
from oversight.batches.screens import batch_context, batch_rows, is_replayed
from oversight.standards import thawed

SHOWN = 50
REFUSED = 422
BOM = "\ufeff"


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def batches(request: HttpRequest) -> HttpResponse:
    last = Draw.objects.filter(batch=OuterRef("pk")).order_by("-number").values("pk")[:1]
    of_last = Q(draws=F("last"))
    found = ReviewBatch.objects.annotate(last=Subquery(last)).annotate(
        drawn=Count("draws__files", filter=of_last),
        confirmed=Count("draws__files", filter=of_last & Q(draws__files__confirmed_on__isnull=False)),
    )
    rows = batch_rows(list(found.prefetch_related("units").order_by("-pk")[:SHOWN]))
    may_make = officer_of(request).holds(Role.ADMINISTRATOR)
    return render(request, "oversight/batches/batches.html", {"rows": rows, "may_make": may_make})


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    form = BatchForm(request.POST) if request.method == "POST" else BatchForm()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            batch = make_batch(
                title=given["title"],
                choice=form.choice(),
                size=given["size"],
                standard_key=given["standard"],
                officer=officer_of(request),
                now=timezone.now(),
                today=timezone.localdate(),
            )
        except (CannotDo, NoBatchRule) as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("已建立批次并抽取案卷，接着指定评查人员。"))
            return redirect("oversight:review-batch", batch.pk)
    return render(request, "oversight/batches/new.html", {"form": form}, status=REFUSED if form.errors else 200)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def batch(request: HttpRequest, review_batch_id: int) -> HttpResponse:
    return _page(request, access_batch(review_batch_id))


def _page(request: HttpRequest, found: ReviewBatch, status: int = 200, **forms: Any) -> HttpResponse:
    officer = officer_of(request)
    context = batch_context(found, officer, timezone.localdate(), request.GET)
    context |= {
        "administers": officer.holds(Role.ADMINISTRATOR),
        "replayed": is_replayed(context["draw"]),
        "reviewer_form": forms.get("reviewer_form") or ReviewerForm(prefix="who"),
        "redraw_form": forms.get("redraw_form") or ReasonForm(prefix="again"),
        "form": forms.get("reviewer_form") or forms.get("redraw_form"),
    }
    return render(request, "oversight/batches/batch.html", context, status=status)


@open_to(Role.ADMINISTRATOR)
@require_POST
def redraw(request: HttpRequest, review_batch_id: int) -> HttpResponse:
    found = access_batch(review_batch_id)
    form = ReasonForm(request.POST, prefix="again")
    if not form.is_valid():
        return _page(request, found, REFUSED, redraw_form=form)
    try:
        draw_again(found, reason=form.cleaned_data["reason"], officer=officer_of(request), now=timezone.now())
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("已重新抽取，原来的抽取和理由都留着。"))
    return redirect("oversight:review-batch", found.pk)


@open_to(Role.ADMINISTRATOR)
@require_POST
def reviewer(request: HttpRequest, review_batch_id: int) -> HttpResponse:
    found = access_batch(review_batch_id)
    form = ReviewerForm(request.POST, prefix="who")
    if not form.is_valid():
        return _page(request, found, REFUSED, reviewer_form=form)
    given = form.cleaned_data
    expert = (given["expert_name"], given["expert_organisation"]) if given["expert_name"] else None
    try:
        name_reviewer(
            found, officer=given["officer"], expert=expert, by=officer_of(request), today=timezone.localdate()
        )
    except CannotDo as reason:
        messages.error(request, str(reason))
    return redirect("oversight:review-batch", found.pk)


@open_to(Role.ADMINISTRATOR)
@require_POST
def assignment(request: HttpRequest, review_batch_id: int) -> HttpResponse:
    found = access_batch(review_batch_id)
    try:
        empty = assign(found, today=timezone.localdate())
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        if empty:
            messages.warning(request, _("还有 %(empty)d 个席位没有人可以评查，再指定评查人员。") % {"empty": empty})
        else:
            messages.success(request, _("已分派，每份案卷由两人分别评查。"))
    return redirect("oversight:review-batch", found.pk)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def frame(request: HttpRequest, review_batch_id: int, draw_number: int) -> HttpResponse:
    """The list, the seed and the files drawn: all that a stranger needs to draw again."""
    found = access_batch(review_batch_id).draws.filter(number=draw_number).select_related("batch").first()
    if found is None:
        raise Http404
    drawn = set(found.files.values_list("case_id", flat=True))
    rows: list[list[object]] = [["种子", found.seed], ["名单摘要 SHA-256", found.frame_sha256]]
    rows += [["抽取件数", found.batch.size or "全数"], ["案件序号", "单位序号", "程序", "抽中"]]
    rows += [[*one, "是" if one[0] in drawn else ""] for one in found.frame]
    return csv_response(rows, f"抽取名单_{found.batch_id}_{found.number}.csv")


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def agreement(request: HttpRequest, review_batch_id: int) -> HttpResponse:
    found = access_batch(review_batch_id)
    context = {"batch": found, "rows": _agreement(found)}
    return render(request, "oversight/batches/agreement.html", context)


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_safe
def agreement_csv(request: HttpRequest, review_batch_id: int) -> HttpResponse:
    found = access_batch(review_batch_id)
    head = ["检查项", "内容", "机器与人对数", "相同", "一致率%", "Kappa", "两人对数", "相同", "一致率%", "Kappa"]
    rows: list[list[object]] = [list(head)]
    for one in _agreement(found):
        row: list[object] = [one.item.number, one.item.text]
        for part in (one.machine, one.persons):
            row += [part.count, part.same, _or_empty(part.share), _or_empty(part.kappa)]
        rows.append(row)
    return csv_response(rows, f"评查一致性_{found.pk}.csv")


def _agreement(found: ReviewBatch) -> list[Any]:
    files = found.last_draw.files.prefetch_related("sheets__reviewer").order_by("pk")
    return by_item(thawed(found.standard), files)


def _or_empty(value: object) -> object:
    return "" if value is None else value


def csv_response(rows: list[list[object]], name: str) -> HttpResponse:
    target = StringIO()
    csv.writer(target).writerows(rows)
    response = HttpResponse(BOM + target.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    response["Cache-Control"] = "private, no-store"
    return response

"""Which pages show one reviewed file, let its reviewers mark it, and close its result?"""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.roles import Role
from oversight.batches import access
from oversight.batches.assigning import change_reviewer
from oversight.batches.errands import review_tasks
from oversight.batches.file_screen import answers_context, file_context, sheet_context
from oversight.batches.forms import ChangeForm
from oversight.batches.mark_form import MarkForm
from oversight.batches.models import ReviewFile
from oversight.batches.refusal import CannotDo
from oversight.batches.reviewing import confirm, give_back, save_answers, sign_off, standard_of, submit

REFUSED = 422


@open_to_staff
@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """What this person has to do in reviews, and nobody else's."""
    rows = review_tasks(officer_of(request), timezone.localdate())
    return render(request, "oversight/batches/tasks.html", {"rows": rows})


@open_to_staff
@require_safe
def file(request: HttpRequest, review_file_id: int) -> HttpResponse:
    return _page(request, access.access_file(officer_of(request), review_file_id))


def _page(request: HttpRequest, found: ReviewFile, form: ChangeForm | None = None, status: int = 200) -> HttpResponse:
    context = file_context(found, officer_of(request), timezone.localdate())
    context |= {"form": form, "change_form": form or ChangeForm(file=found)}
    return render(request, "oversight/batches/file.html", context, status=status)


@open_to(Role.ADMINISTRATOR)
@require_POST
def change(request: HttpRequest, review_file_id: int) -> HttpResponse:
    officer = officer_of(request)
    found = access.access_file(officer, review_file_id)
    form = ChangeForm(request.POST, file=found)
    if form.is_valid():
        try:
            change_reviewer(found, **form.cleaned_data, by=officer, today=timezone.localdate())
        except CannotDo as reason:
            form.add_error("reviewer", str(reason))
    if form.errors:
        return _page(request, found, form, REFUSED)
    messages.success(request, _("已更换评查人员，理由已存档。"))
    return redirect("oversight:review-file", found.pk)


@open_to(Role.ADMINISTRATOR)
@require_POST
def confirm_result(request: HttpRequest, review_file_id: int) -> HttpResponse:
    officer = officer_of(request)
    found = access.access_file(officer, review_file_id)
    try:
        confirm(found, officer=officer, today=timezone.localdate())
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("结果已确认，办案单位可以看到，并可以在期限内提出异议。"))
    return redirect("oversight:review-file", found.pk)


@open_to_staff
@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: HttpRequest, sheet_id: int) -> HttpResponse:
    """One's own sheet: saved as often as one likes, handed in once."""
    officer = officer_of(request)
    found = access.access_sheet(officer, sheet_id)
    if found.submitted_on is not None:
        if request.method == "POST":
            messages.error(request, _("这份评分已经提交，不能再改。"))
        return render(request, "oversight/batches/sheet_done.html", answers_context(found))
    whole = request.method == "POST" and "save" not in request.POST
    form = MarkForm(
        request.POST if request.method == "POST" else None, sheet=found, standard=standard_of(found.file), whole=whole
    )
    if request.method == "POST" and form.is_valid() and _keep(request, form, found, whole=whole):
        if whole:
            messages.success(request, _("已提交。"))
            return redirect("oversight:review-tasks")
        messages.success(request, _("已保存，还没有提交。"))
        return redirect("oversight:review-sheet", found.pk)
    return render(
        request, "oversight/batches/sheet.html", sheet_context(found, form), status=REFUSED if form.errors else 200
    )


def _keep(request: HttpRequest, form: MarkForm, found: Any, *, whole: bool) -> bool:
    try:
        if whole:
            submit(found, form.answers, officer=officer_of(request), today=timezone.localdate())
        else:
            save_answers(found, form.answers)
    except CannotDo as reason:
        form.add_error(None, str(reason))
        return False
    return True


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, signed_sheet_id: int) -> HttpResponse:
    """An expert's sheet beside its paper: right, or back to whoever typed it."""
    officer = officer_of(request)
    found = access.access_sheet_to_sign(officer, signed_sheet_id)
    if request.method != "POST":
        return render(request, "oversight/batches/sheet_done.html", answers_context(found) | {"may_sign": True})
    try:
        if "back" in request.POST:
            give_back(found, officer=officer)
        else:
            sign_off(found, officer=officer, today=timezone.localdate())
    except CannotDo as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _("已退回录入人。") if "back" in request.POST else _("已核对，评分生效。"))
    return redirect("oversight:review-file", found.file_id)

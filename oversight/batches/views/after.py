"""Which pages take an objection and decide it, tell a unit what to put right, and look again?"""

from datetime import date
from typing import Any
from urllib.parse import quote

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from officers.access import open_to, open_to_staff
from officers.roles import Role
from oversight.batches import access
from oversight.batches.file_screen import answer_words, faults_of
from oversight.batches.followup import RectificationItem
from oversight.batches.forms import AnswerForm, CheckForm, DecideForm, IssueForm, ObjectionForm
from oversight.batches.models import ReviewFile
from oversight.batches.notice_pdf import notice_context, notice_pdf
from oversight.batches.objecting import decide, may_object, object_to, why_not_decide
from oversight.batches.rectifying import answer, check, issue, may_check
from oversight.batches.refusal import CannotDo, working_days_after
from oversight.batches.reviewing import standard_of

REFUSED = 422


@open_to_staff
@require_http_methods(["GET", "HEAD", "POST"])
def objection_new(request: HttpRequest, review_file_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    found = access.access_file(officer, review_file_id)
    if not may_object(found, officer, today):
        raise Http404
    items = standard_of(found).items
    form = ObjectionForm(request.POST if request.method == "POST" else None, items=items)
    if form.is_valid():
        try:
            object_to(found, **form.cleaned_data, officer=officer, today=today)
        except CannotDo as reason:
            form.add_error("item", str(reason))
        else:
            messages.success(request, _("异议已提出，由没有参加评分的人决定。"))
            return redirect("oversight:review-file", found.pk)
    return _form_page(request, form, found, _("对评查结果提出异议"), _("提出异议"))


@open_to(Role.ADMINISTRATOR, Role.BUREAU_HEAD)
@require_http_methods(["GET", "HEAD", "POST"])
def objection(request: HttpRequest, objection_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    found = access.access_objection(objection_id)
    item = standard_of(found.file).item(found.item)
    form = DecideForm(request.POST if request.method == "POST" else None, item=item)
    if form.is_valid():
        given = form.cleaned_data
        change = form.answer() if given["upheld"] else None
        try:
            decide(
                found,
                upheld=given["upheld"],
                answer=change,
                reasons=given["reasons"],
                officer=officer,
                today=today,
            )
        except CannotDo as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("异议已决定，结果已按决定重新计算。"))
            return redirect("oversight:review-file", found.file_id)
    context = {
        "form": form,
        "objection": found,
        "item": item,
        "file_url": reverse("oversight:review-file", args=[found.file_id]),
        "said": [answer_words(item, one.answers[item.number]) for one in found.file.standing_sheets],
        "machine": answer_words(item, found.file.machine[item.number]),
        "barred": why_not_decide(found.file, officer),
    }
    return render(request, "oversight/batches/objection.html", context, status=REFUSED if form.errors else 200)


@open_to(Role.ADMINISTRATOR)
@require_http_methods(["GET", "HEAD", "POST"])
def rectification_new(request: HttpRequest, review_file_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    found = access.access_file(officer, review_file_id)
    if found.confirmed_on is None:
        raise Http404
    faults = faults_of(found)
    form = IssueForm(
        request.POST if request.method == "POST" else None,
        file=found,
        faults=faults,
        today=today,
        initial={"due_on": _proposed_day(found, today)},
    )
    if form.is_valid():
        given, texts = form.cleaned_data, dict(faults)
        try:
            notice = issue(
                found,
                items={number: texts[number] for number in given["items"]},
                answerer=given["answerer"],
                due_on=given["due_on"],
                note=given["note"],
                officer=officer,
                today=today,
            )
        except CannotDo as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("已发出 %(number)s。") % {"number": notice.number})
            return redirect("oversight:rectification", notice.pk)
    return _form_page(request, form, found, _("发出整改通知单"), _("发出整改通知单"))


def _proposed_day(found: ReviewFile, today: date) -> date | None:
    """Left to the administrator where the calendar of working days does not reach so far."""
    try:
        return working_days_after(today, int(found.draw.batch.rule["rectify_working_days"]))
    except CannotDo:
        return None


@open_to_staff
@require_safe
def rectification(request: HttpRequest, notice_id: int) -> HttpResponse:
    officer, today = officer_of(request), timezone.localdate()
    found = access.access_notice(officer, notice_id)
    context = notice_context(found, today) | {
        "may_answer": found.answerer_id == officer.pk,
        "may_check": may_check(found.file, officer),
    }
    return render(request, "oversight/batches/rectification.html", context)


@open_to_staff
@require_safe
def rectification_pdf(request: HttpRequest, notice_id: int) -> HttpResponse:
    found = access.access_notice(officer_of(request), notice_id)
    response = HttpResponse(notice_pdf(found), content_type="application/pdf")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.number)}.pdf"
    response["Cache-Control"] = "private, no-store"
    return response


@open_to_staff
@require_http_methods(["GET", "HEAD", "POST"])
def answer_item(request: HttpRequest, notice_item_id: int) -> HttpResponse:
    officer = officer_of(request)
    item = access.access_notice_item(officer, notice_item_id)
    if item.notice.answerer_id != officer.pk:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            answer(item, text=form.cleaned_data["text"], officer=officer, today=timezone.localdate())
        except CannotDo as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("已回复，等评查人员复查。"))
            return redirect("oversight:rectification", item.notice_id)
    return _item_page(request, form, item, _("回复整改情况"), _("回复"))


@open_to_staff
@require_http_methods(["GET", "HEAD", "POST"])
def check_item(request: HttpRequest, notice_item_id: int) -> HttpResponse:
    officer = officer_of(request)
    item = access.access_notice_item(officer, notice_item_id)
    if not may_check(item.notice.file, officer):
        raise Http404
    form = CheckForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            check(item, **form.cleaned_data, officer=officer, today=timezone.localdate())
        except CannotDo as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("已复查。"))
            return redirect("oversight:rectification", item.notice_id)
    return _item_page(request, form, item, _("复查整改情况"), _("完成复查"))


def _form_page(request: HttpRequest, form: Any, found: ReviewFile, title: str, button: str) -> HttpResponse:
    context = {
        "form": form,
        "title": title,
        "button": button,
        "lead": str(found.case),
        "back_url": reverse("oversight:review-file", args=[found.pk]),
        "facts": [],
    }
    return render(request, "oversight/batches/form.html", context, status=REFUSED if form.errors else 200)


def _item_page(request: HttpRequest, form: Any, item: RectificationItem, title: str, button: str) -> HttpResponse:
    last = item.last_answer
    facts = [{"label": _("问题"), "value": item.text, "url": ""}]
    if last is not None:
        facts.append({"label": _("整改情况"), "value": last.text, "url": ""})
    if last is not None and last.passed is False:
        facts.append({"label": _("复查意见"), "value": last.remark, "url": ""})
    context = {
        "form": form,
        "title": title,
        "button": button,
        "lead": item.notice.number,
        "back_url": reverse("oversight:rectification", args=[item.notice_id]),
        "facts": facts,
    }
    return render(request, "oversight/batches/form.html", context, status=REFUSED if form.errors else 200)

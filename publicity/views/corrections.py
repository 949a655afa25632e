"""How does anybody say that something published is wrong, and read what was answered?"""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cases.views.lists import officer_of
from officers.access import open_to, public
from officers.roles import Role
from publicity.corrections import AlreadyAnswered, CorrectionRequest, answer_request, receive
from publicity.forms import AnswerForm, CorrectionForm, ReceiptForm
from publicity.rate import may_go_on
from publicity.views.checking import TOO_MANY
from publicity.views.public import NO_ROBOTS


@public
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """The form, or the answer by receipt number when one is asked for."""
    if receipt := request.GET.get("receipt", "").strip().upper():
        return redirect("publicity:receipt", receipt.replace("/", "")[:20] or "-")
    if request.method != "POST":
        return _form_page(request, CorrectionForm(initial={"number": request.GET.get("number", "")[:200]}))
    form = CorrectionForm(request.POST)
    if not form.is_valid():
        return _form_page(request, form, 422)
    if not may_go_on("correction", request.META.get("REMOTE_ADDR", ""), settings.CORRECTIONS_A_MINUTE):
        form.add_error(None, _("提交得太快，过一分钟再提交。填写的内容还在。"))
        return _form_page(request, form, TOO_MANY)
    received = receive(**form.cleaned_data, on=timezone.localdate())
    return redirect("publicity:receipt", received.receipt)


@public
@require_safe
def receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """That it was received, until when it is answered, and the answer; never what was written or by whom."""
    found = CorrectionRequest.objects.filter(receipt=receipt.upper()).first() if receipt.isalnum() else None
    context = {"asked": receipt, "found": found, "form": ReceiptForm()}
    response = render(request, "publicity/receipt.html", context, status=200 if found else 404)
    response["X-Robots-Tag"] = NO_ROBOTS
    return response


@open_to(Role.PUBLISHER, Role.BUREAU_HEAD)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, request_id: int) -> HttpResponse:
    found = get_object_or_404(CorrectionRequest.objects.select_related("answered_by"), pk=request_id)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            try:
                answer_request(found, **form.cleaned_data, officer=officer_of(request), on=timezone.localdate())
            except AlreadyAnswered:
                messages.error(request, _("已经有人答复了这份申请。"))
            else:
                messages.success(request, _("已答复：%(receipt)s。") % {"receipt": found.receipt})
            return redirect("publicity:desk")
        status = 422
    return render(request, "publicity/answer.html", {"asked": found, "form": form}, status=status)


def _form_page(request: HttpRequest, form: CorrectionForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "receipt_form": ReceiptForm(), "receipt_url": reverse("publicity:ask-correction")}
    response = render(request, "publicity/correct.html", context, status=status)
    response["X-Robots-Tag"] = NO_ROBOTS
    return response

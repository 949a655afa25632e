"""Finance reads in the bank's file: which payments were recorded, and which lines need somebody's eyes?"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from cases.bank_file import MOST_BYTES, UnreadableFile
from cases.models import BankFile
from cases.reconciliation import reconcile
from cases.screens.bank import file_view, files_view
from cases.views.lists import officer_of
from officers.access import open_to
from officers.roles import Role

UNREADABLE = {
    "empty": gettext_lazy("这个文件是空的，重新选择。"),
    "too_big": gettext_lazy("文件太大，最大 5 MB；按日期分开导出。"),
    "not_text": gettext_lazy("这不是文本表格。请从银行系统导出 .csv 文件，不要上传其他格式。"),
    "no_heading": gettext_lazy("没有找到表头。表头要有日期、金额，以及票据号或者流水号。"),
    "too_many_lines": gettext_lazy("文件超过 20000 行；按日期分开导出。"),
}


class BankFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("银行对账文件（.csv）"),
        help_text=gettext_lazy(
            "表头要有缴款日期、金额、财政票据号，最好还有决定书文号和缴款人。同一文件可以重复上传，不会重复登记。"
        ),
        error_messages={
            "required": gettext_lazy("选择银行对账文件。"),
            "empty": gettext_lazy("这个文件是空的，重新选择。"),
        },
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise forms.ValidationError(UNREADABLE["too_big"])
        return upload


@open_to(Role.FINANCE)
@require_http_methods(["GET", "POST"])
def bank_files(request: HttpRequest) -> HttpResponse:
    form = BankFileForm(request.POST or None, request.FILES or None) if request.method == "POST" else BankFileForm()
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            file = reconcile(
                name=upload.name, data=upload.read(), officer=officer_of(request), today=timezone.localdate()
            )
        except UnreadableFile as reason:
            form.add_error("file", UNREADABLE[str(reason)])
        else:
            messages.success(request, _("已读入 %(name)s。") % {"name": file.name})
            return redirect("cases:bank-file", file.pk)
    status = 422 if form.errors else 200
    return render(request, "cases/bank_files.html", {"form": form, "files": files_view()}, status=status)


@open_to(Role.FINANCE)
@require_safe
def bank_file(request: HttpRequest, file_id: int) -> HttpResponse:
    file = BankFile.objects.filter(pk=file_id).first()
    if file is None:
        raise Http404
    return render(request, "cases/bank_file.html", {"file": file_view(file)})

"""What do the acts of publication ask, and how does the public search?"""

from collections.abc import Collection
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, day, long_text, say_what_is_missing
from law.inspections import result_titles
from law.violations import PenaltyKind
from officers.table_form import TableForm
from publicity.inspected_table import shows_too_much
from publicity.models import InspectionResult, Publication
from publicity.proposal import propose
from publicity.redaction import Kind, Protected, leaks


class PublicationForm(ActForm):
    """Knows the public copy as well as the case."""

    def __init__(self, data: Any = None, *, publication: Publication, **kwargs: Any) -> None:
        self.publication = publication
        super().__init__(data, **kwargs)


class RedactForm(PublicationForm):
    groups = (
        (_("公众将看到的文字"), "", ("party_name_public", "facts_public", "basis_public", "result_public")),
        (_("履行情况"), "", ("fulfilment_public", "on")),
    )
    party_name_public = forms.CharField(
        label=_("当事人"), max_length=120, help_text=_("个人写姓氏加“某某”，单位写全称。")
    )
    facts_public = long_text(
        _("违法事实"), rows=9, help_text=_("不写身份证件号、电话、住址、车牌、账号和其他人的姓名。")
    )
    basis_public = long_text(_("处罚依据"), rows=5)
    result_public = long_text(_("处罚结果"), rows=3)
    fulfilment_public = forms.CharField(label=_("履行情况"), max_length=120, required=False)

    def prepare(self) -> None:
        """What a person has written stays; otherwise the proposal."""
        publication = self.publication
        proposed = propose(self.case_file, publication.decision)
        for name in publication.EDITED:
            self.fields[name].initial = getattr(publication, name) or getattr(proposed, name)


class ReturnForm(PublicationForm):
    opinion = long_text(_("退回的理由"), rows=4, help_text=_("写明哪一处、为什么、怎样改。"))


class ApproveForm(PublicationForm):
    """Nothing but the day; the page beside it is what the public will read."""

    def prepare(self) -> None:
        self.fields["on"].label = gettext("公示日期")


class FulfilmentForm(PublicationForm):
    fulfilment_public = forms.CharField(label=_("履行情况"), max_length=120)

    def prepare(self) -> None:
        proposed = propose(self.case_file, self.publication.decision)
        self.fields["fulfilment_public"].initial = proposed.fulfilment_public or self.publication.fulfilment_public


class WithdrawForm(PublicationForm):
    reason = long_text(
        _("撤回的理由"), rows=4, help_text=_("公众会看到。写明决定被哪个机关、何时、以什么文书变更或者撤销。")
    )


class RepairForm(PublicationForm):
    repair_number = forms.CharField(
        label=_("信用修复决定文号"), max_length=60, help_text=_("没有文号的，写信用修复决定的名称和日期。")
    )


class PublicSearch(forms.Form):
    """GET only; the address can be shared."""

    use_required_attribute = False
    q = forms.CharField(label=_("名称、文号、代码、行为"), required=False, max_length=60)
    kind = forms.ChoiceField(label=_("处罚种类"), required=False, choices=[("", _("全部种类")), *PenaltyKind.choices])
    decided_from = day(_("决定日期从"), required=False)
    decided_to = day(_("决定日期到"), required=False)


class InspectionSearch(forms.Form):
    """GET only; the address can be shared."""

    use_required_attribute = False
    q = forms.CharField(label=_("名称、代码、计划、事项"), required=False, max_length=60)
    result = forms.ChoiceField(label=_("检查结果"), required=False)
    checked_from = day(_("检查日期从"), required=False)
    checked_to = day(_("检查日期到"), required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        results: Any = self.fields["result"]
        results.choices = [("", gettext("全部结果")), *result_titles().items()]


class InspectedForm(TableForm):
    titles: ClassVar = {
        "file": _("检查结果表（.csv）"),
        "help": _("双随机平台导出的，或者填好的空表，另存为 .csv。"),
        "missing": _("选择检查结果表。"),
    }


class InspectionReasonForm(forms.Form):
    """Why a batch is returned, or a result withdrawn; the latter everybody reads."""

    use_required_attribute = False
    reason = forms.CharField(
        label=_("理由"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, data: Any = None, *, results: Collection[InspectionResult]) -> None:
        """results: those whose names everybody would read."""
        self.results = results
        super().__init__(data)
        public_help = gettext("公众会看到，不写检查对象的名称和个人信息。")
        self.fields["reason"].help_text = public_help if results else gettext("写明哪一行、为什么、怎样改。")
        say_what_is_missing(self)

    def clean_reason(self) -> str:
        reason: str = self.cleaned_data["reason"]
        names = [Protected(one.name, Kind.PERSON) for one in self.results]
        if found := list(shows_too_much(reason, names)):
            raise forms.ValidationError(found)
        return reason


class CheckFileForm(forms.Form):
    """A file that anybody brings; it is looked at and not kept."""

    use_required_attribute = False
    file = forms.FileField(
        label=_("PDF 文件"),
        allow_empty_file=True,
        help_text=_("电子送达或者从本机关下载的原文件。打印件、扫描件和照片用上面的查验码查。"),
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
        error_messages={
            "required": _("选择要查验的 PDF 文件。"),
            "invalid": _("选择要查验的 PDF 文件。"),
            "missing": _("选择要查验的 PDF 文件。"),
        },
    )

    def clean_file(self) -> bytes:
        upload, most = self.cleaned_data["file"], settings.CHECKED_FILE_MAX_BYTES
        if not upload.size:
            raise forms.ValidationError(gettext("这个文件是空的，重新选择。"))
        if upload.size > most:
            sizes = {"size": filesizeformat(upload.size), "limit": filesizeformat(most)}
            raise forms.ValidationError(gettext("文件有 %(size)s，最大 %(limit)s。") % sizes)
        data: bytes = upload.read()
        if not data.startswith(b"%PDF-"):
            raise forms.ValidationError(gettext("这不是 PDF 文件，选择收到的原文件。"))
        return data


class VisitRatingForm(forms.Form):
    """A few questions about one visit, answered by whoever has its slip."""

    use_required_attribute = False
    YES_NO = (("yes", _("是")), ("no", _("否")))
    GRADES = (("5", _("很好")), ("4", _("较好")), ("3", _("一般")), ("2", _("较差")), ("1", _("很差")))
    slip = forms.CharField(label=_("评价码"), max_length=64, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    showed_papers = forms.TypedChoiceField(
        label=_("出示了执法证件和检查通知吗"), choices=YES_NO, widget=forms.RadioSelect, coerce="yes".__eq__
    )
    kept_to_items = forms.TypedChoiceField(
        label=_("只检查了通知写明的事项吗"), choices=YES_NO, widget=forms.RadioSelect, coerce="yes".__eq__
    )
    asked_favours = forms.TypedChoiceField(
        label=_("有没有吃拿卡要、乱收费、推销等行为"), choices=YES_NO, widget=forms.RadioSelect, coerce="yes".__eq__
    )
    manner = forms.TypedChoiceField(label=_("总体评价"), choices=GRADES, widget=forms.RadioSelect, coerce=int)
    words = forms.CharField(
        label=_("意见和建议"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("不要写本单位的名称和检查的日期，别人就看不出是谁写的。"),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_what_is_missing(self)


class CorrectionForm(forms.Form):
    """What is wrong, how one knows, and how to reach whoever says so; nothing else is asked (个人信息保护法 6)."""

    use_required_attribute = False
    number = forms.CharField(label=_("哪一份决定（文号或者公示页地址）"), max_length=200)
    wrong = forms.CharField(
        label=_("哪一处不对，应当是什么"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("有证明材料的，写明是什么材料。"),
    )
    contact = forms.CharField(
        label=_("联系方式"),
        max_length=120,
        required=False,
        help_text=_("电话或者电子邮箱，只用于答复您，不公开。不留的，凭回执号查答复。"),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        say_what_is_missing(self)


class ReceiptForm(forms.Form):
    """GET only."""

    use_required_attribute = False
    receipt = forms.CharField(label=_("回执号"), max_length=20, required=False)


class AnswerForm(forms.Form):
    """The publisher's answer; whoever has the receipt number reads it."""

    use_required_attribute = False
    accepted = forms.TypedChoiceField(
        label=_("处理结果"),
        choices=[("yes", _("已更正")), ("no", _("不更正"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("选择处理结果。")},
    )
    answer = forms.CharField(
        label=_("答复"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("写明改了什么，或者为什么不改。不写个人信息。"),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        say_what_is_missing(self)

    def clean_answer(self) -> str:
        answer: str = self.cleaned_data["answer"]
        for leak in leaks(answer, ()):
            raise forms.ValidationError(
                gettext("答复里有%(kind)s“%(found)s”，删去。") % {"kind": leak.kind.label, "found": leak.text}
            )
        return answer

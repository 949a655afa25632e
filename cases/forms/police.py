"""What is reported, sent and registered about a case that may be a crime?"""

from typing import Any

from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from cases.forms.approval import OpinionForm, ReturnForm
from cases.forms.base import ActForm, RowChoice, long_text, moment
from cases.forms.people import enforcers
from cases.guards.police import FIVE, enclosed_names
from officers.models import Bureau

ONE_PER_LINE = _("每行一件，写成“名称，数量”。")


class ReportCrimeForm(ActForm):
    crime = forms.CharField(
        label=_("涉嫌罪名"), max_length=80, help_text=_("如：伪造、变造、买卖国家机关公文、证件、印章罪。")
    )
    report = long_text(_("移送报告"), rows=8, help_text=_("核实的情况、金额、情节、后果，符合哪一条追诉标准。"))
    first_officer = RowChoice(label=_("专案组第一名执法人员"))
    second_officer = RowChoice(label=_("专案组第二名执法人员"))
    opinion = long_text(_("意见"), rows=2, initial=_("涉嫌犯罪，建议移送公安机关。"))

    def prepare(self) -> None:
        self.fields["report"].initial = self.case_file.case.findings or self.case_file.case.summary
        able = enforcers(self)
        team = [one for one in self.case_file.handlers if one in able]
        for name, proposed in zip(("first_officer", "second_officer"), [*team, None, None], strict=False):
            self.fields[name].offer(able)  # type: ignore[attr-defined]
            self.fields[name].initial = str(proposed.pk) if proposed else None


class InCharge(ActForm):
    in_charge = forms.BooleanField(
        label=_("我是本机关正职负责人或者主持工作的负责人"),
        required=False,
        help_text=_("移送公安由正职负责人或者主持工作的负责人审批（移送规定第五条第二款）。"),
    )


class ApproveTransferForm(InCharge, OpinionForm):
    decided_at = moment(_("批准时间"), help_text=_("二十四小时从这一刻起算。"))

    def prepare(self) -> None:
        self.fields["opinion"].initial = _("同意移送公安机关。")
        self.fields["decided_at"].initial = localtime().replace(second=0, microsecond=0)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        decided, on = data.get("decided_at"), data.get("on")
        if decided and on and localtime(decided).date() != on:
            self.add_error("decided_at", _("批准时间不在办理日期当天。"))
        return data


class RefuseTransferForm(InCharge, ReturnForm):
    """The reasons are kept on the record."""


class SendForm(ActForm):
    addressee = forms.CharField(label=_("受移送的公安机关"), max_length=120, help_text=_("同级公安机关。"))
    sent_at = moment(_("送出时间"))
    late_reason = forms.CharField(label=_("超过二十四小时的原因（未超过不填）"), max_length=200, required=False)
    enclosed = forms.MultipleChoiceField(
        label=_("附送材料"), widget=forms.CheckboxSelectMultiple, choices=[(key, enclosed_names()[key]) for key in FIVE]
    )
    no_expert_reason = forms.CharField(label=_("没有检验报告、鉴定结论的原因"), max_length=200, required=False)
    goods_text = long_text(_("涉案物品清单"), rows=3, required=False, help_text=ONE_PER_LINE)
    others_text = long_text(_("其他有关材料"), rows=5, required=False, help_text=ONE_PER_LINE)

    def prepare(self) -> None:
        self.fields["addressee"].initial = police_of(Bureau.objects.get())
        self.fields["sent_at"].initial = localtime().replace(second=0, microsecond=0)
        evidence = self.case_file.evidence
        expert = any(one.kind == "expert" for one in evidence)
        self.fields["enclosed"].initial = [one for one in FIVE if one != "expert" or expert]
        things = [f"{one.title}，{one.quantity}件" for one in evidence if one.kind == "physical"]
        self.fields["goods_text"].initial = "\n".join(things)
        records = [f"{one.get_kind_display()}（{one.person_name}），1份" for one in self.case_file.inquiries]
        papers = [f"{one.title}，{one.quantity}份" for one in evidence if one.kind not in ("physical", "expert")]
        self.fields["others_text"].initial = "\n".join([*records, *papers])

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        sent, on = data.get("sent_at"), data.get("on")
        if sent and on and localtime(sent).date() != on:
            self.add_error("sent_at", _("送出时间不在办理日期当天。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        goods, rest = rows_of(facts.pop("goods_text")), rows_of(facts.pop("others_text"))
        experts = [one for one in self.case_file.evidence if one.kind == "expert"]
        names = {key: str(name) for key, name in enclosed_names().items()}
        kinds = [{"name": names[key], "quantity": "1份"} for key in ("letter", "report", "goods")]
        tests = [{"name": one.title, "quantity": f"{one.quantity}份"} for one in experts]
        return facts | {"goods": goods, "materials": [*kinds, *tests, *rest]}


def rows_of(text: str) -> list[dict[str, str]]:
    """名称，数量 in each line; a line without a quantity counts one."""
    found = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        name, _comma, quantity = line.replace(",", "，").rpartition("，")
        found.append({"name": name or quantity, "quantity": quantity if name else "1件"})
    return found


def police_of(bureau: Bureau) -> str:
    """The police of the same level: the bureau's own place with another organ."""
    return bureau.name.removesuffix("交通运输局") + "公安局" if bureau.name.endswith("交通运输局") else ""


class ReceiptForm(ActForm):
    receiver = forms.CharField(label=_("公安机关签收人"), max_length=60)

    def prepare(self) -> None:
        self.fields["on"].label = _("签收日期")


class PoliceAnswerForm(ActForm):
    answer_number = forms.CharField(label=_("通知书文号"), max_length=60)
    answer = long_text(_("公安机关的意见"), rows=4)

    def prepare(self) -> None:
        self.fields["on"].label = _("接到通知书日期")


class RequestForm(ActForm):
    request = long_text(_("提请复议的理由"), rows=6)


class ReconsiderationAnswerForm(PoliceAnswerForm):
    filed = forms.TypedChoiceField(
        label=_("复议结果"),
        widget=forms.RadioSelect,
        choices=[("filed", _("决定立案")), ("upheld", _("维持不予立案"))],
        coerce=lambda value: value == "filed",
    )


class SuperviseForm(ActForm):
    addressee_of_request = forms.CharField(label=_("检察机关"), max_length=120)
    request = long_text(_("建议立案监督的理由"), rows=6)

    def prepare(self) -> None:
        bureau = Bureau.objects.get()
        self.fields["addressee_of_request"].initial = bureau.court.replace("人民法院", "人民检察院")


class HandOverForm(ActForm):
    receiver = forms.CharField(label=_("接收人"), max_length=60)
    handed_over = long_text(_("移交的物品和材料"), rows=4)

    def prepare(self) -> None:
        self.fields["on"].label = _("移交日期")
        goods = getattr(self.subject, "goods", None) or []
        self.fields["handed_over"].initial = "\n".join(f"{one['name']}，{one['quantity']}" for one in goods)


class TakeBackForm(ActForm):
    returned_by = forms.CharField(label=_("退回机关"), max_length=120)
    return_reason = long_text(_("退回理由"), rows=4)

    def prepare(self) -> None:
        self.fields["on"].label = _("收到退回案卷日期")
        self.fields["returned_by"].initial = getattr(self.subject, "addressee", "")
        self.fields["return_reason"].initial = getattr(self.subject, "answer", "")

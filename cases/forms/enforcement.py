"""What does each step of enforcement ask; everything that the file knows is proposed?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.carrying_out import parties_to_enforce, refused
from cases.forms.base import ActForm, RowChoice, day, long_text, moment, yuan
from cases.forms.materials import WithMaterials
from cases.forms.people import enforcers
from cases.forms.service import ServeForm as AnyServeForm
from cases.models import Enforcement, Party
from cases.money import account_of, enforcement_of, unmet_orders
from cases.papers.parts import chinese_day, penalty_words
from law.enforcement import enforcement_rows
from officers.models import Bureau

PAPERS = ("reminder", "enforcement-decision", "substitute-decision", "enforcement-notice", "enforcement-agreement")


def choices_of(list_: str, form: ActForm) -> list[tuple[str, str]]:
    return [(row.key, row.title) for row in enforcement_rows(list_, form.today)]


class BeginForm(ActForm):
    party = RowChoice(label=_("逾期未履行的当事人"))
    duty = long_text(_("应履行的义务"), rows=2)

    def prepare(self) -> None:
        found = [
            one for one in parties_to_enforce(self.case_file, self.today) if enforcement_of(self.case_file, one) is None
        ]
        self.fields["party"].offer(found)  # type: ignore[attr-defined]
        if len(found) == 1:
            self.fields["duty"].initial = self._owed_by(found[0])

    def _owed_by(self, party: "Party") -> str:
        """What is late, as papers print it: the penalty where money is overdue, and what was ordered."""
        money = account_of(self.case_file, party, self.today).overdue
        penalty = [penalty_words(self.case_file.sanctions_in_force(party))] if money else []
        ordered = [one.content.rstrip("。") for one in unmet_orders(self.case_file, party, self.today)]
        disobeyed = [str(one) for one in refused(self.case_file, party)]
        return "；".join([*penalty, *disobeyed, *ordered])


class RemindForm(ActForm):
    groups = (
        (_("催告什么"), "", ("on", "amount", "manner", "demands")),
        (_("逾期怎么办"), "", ("measures", "other_measure")),
    )
    amount = yuan(_("催告金额（元）"), help_text=_("到办理日止未缴的罚款、没收违法所得和加处罚款。"))
    manner = long_text(_("履行方式"), rows=2)
    demands = long_text(_("履行要求"), rows=2, required=False)
    measures = forms.MultipleChoiceField(label=_("逾期采取的措施"), widget=forms.CheckboxSelectMultiple)
    other_measure = forms.CharField(label=_("代履行人或者其他强制执行方式"), max_length=120, required=False)

    def prepare(self) -> None:
        bureau = Bureau.objects.get()
        self.fields["amount"].initial = account_of(self.case_file, self.subject.party, self.today).left
        # What is proposed here is printed: papers are Chinese for every reader.
        self.fields["manner"].initial = f"缴至{bureau.bank_name}（{bureau.bank_address}），账号{bureau.bank_account}。"
        self.fields["measures"].choices = choices_of("measure", self)  # type: ignore[attr-defined]
        self.fields["measures"].initial = ["surcharge", "court"]

    def to_facts(self) -> dict[str, Any]:
        return super().to_facts() | {"party": self.subject.party}


class ServeForm(AnyServeForm):
    serves = PAPERS

    def prepare(self) -> None:
        super().prepare()
        field: Any = self.fields["document"]
        field.offer(one for one in field.rows.values() if one.party_id == self.subject.party_id)


class StatementForm(ActForm):
    statement = long_text(_("陈述申辩内容"))

    def prepare(self) -> None:
        self.fields["on"].label = _("提出日期")


class AnswerForm(ActForm):
    accepted = forms.ChoiceField(label=_("采纳情况"), choices=Enforcement.Accepted.choices, widget=forms.RadioSelect)
    answer = long_text(_("复核意见及理由"))


class SuspendForm(ActForm):
    ground = forms.ChoiceField(label=_("中止情形"), widget=forms.RadioSelect)
    reason = long_text(_("中止理由"), rows=3)
    harmless = forms.BooleanField(
        label=_("没有明显社会危害，当事人确无能力履行"),
        required=False,
        help_text=_("认定以后，中止满三年未恢复的不再执行（行政强制法第三十九条第二款）。"),
    )

    def prepare(self) -> None:
        self.fields["ground"].choices = choices_of("suspension", self)  # type: ignore[attr-defined]


class AgreeForm(ActForm):
    terms = long_text(_("协议内容"), help_text=_("逐条写明每一阶段履行的内容、金额和日期。"))
    last_day = day(_("全部履行的最后日期"))
    remedial = long_text(_("当事人采取的补救措施"), rows=2, required=False)
    relief = yuan(_("减免的加处罚款（元）"), initial=0)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("relief") and not data.get("remedial"):
            self.add_error(
                "remedial", gettext("写明当事人采取的补救措施，才可以减免加处的罚款（行政强制法第四十二条）。")
            )
        if data.get("last_day") and data.get("on") and data["last_day"] < data["on"]:
            self.add_error("last_day", gettext("最后履行日期不能早于协议日期。"))
        return data


class BreachForm(ActForm):
    breach = long_text(_("不履行协议的情况"), rows=3)


class OverForm(ActForm):
    over_reason = long_text(_("执行情况"), rows=3)


class EndForm(ActForm):
    over_ground = forms.ChoiceField(label=_("终结情形"), widget=forms.RadioSelect)
    over_reason = long_text(_("终结理由"), rows=3)

    def prepare(self) -> None:
        self.fields["over_ground"].choices = choices_of("ending", self)  # type: ignore[attr-defined]


class ProposeApplicationForm(WithMaterials):
    groups: ClassVar[Any] = ((_("申请什么"), "", ("on", "court", "requests", "assets", "urgency")),)
    court = forms.CharField(
        label=_("受理法院"), max_length=80, help_text=_("执行对象是不动产的，填不动产所在地的法院。")
    )
    requests = long_text(_("请求事项"), rows=3)
    assets = long_text(_("执行标的（财产线索）"), rows=3)
    urgency = long_text(
        _("立即执行的紧急情况"),
        rows=2,
        required=False,
        help_text=_("只有为保障公共安全、情况紧急的才填（行政强制法第五十九条）。"),
    )

    def prepare(self) -> None:
        party = self.subject.party
        account = account_of(self.case_file, party, self.today)
        self.fields["court"].initial = Bureau.objects.get().court
        self.fields["requests"].initial = f"强制执行被申请人{party.name}应缴未缴的款项 {account.left} 元。"
        self.ask_for_materials()

    def known(self, key: str) -> str:
        """What the file holds for one of the five materials of 行政强制法 55."""
        file, party = self.case_file, self.subject.party
        decision = [one for one in file.papers_of("penalty-decision", party) if one.number]
        reminder = [one for one in file.papers_of("reminder", party) if one.number]
        stated = self.subject.statement or "当事人未提出陈述申辩"
        return {
            "application": "强制执行申请书（负责人签名、盖章）",
            "decision": " ".join([*(one.number for one in decision), "及案卷证据"]),
            "opinion": " ".join([*(one.number for one in reminder), stated])[:200],
            "other": "无",
        }.get(key, "")


class AcceptedForm(ActForm):
    court_number = forms.CharField(label=_("法院案号"), max_length=60)

    def prepare(self) -> None:
        self.fields["on"].label = _("受理日期")


class RejectedForm(ActForm):
    reason = long_text(_("不予受理的理由"), rows=3)


class RulingForm(ActForm):
    granted = forms.TypedChoiceField(
        label=_("裁定结果"),
        choices=[("yes", _("准予强制执行")), ("no", _("不准予强制执行"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    reason = long_text(_("裁定理由"), rows=3, required=False)


class HigherCourtForm(ActForm):
    accepted = forms.TypedChoiceField(
        label=_("复议结果"),
        choices=[("yes", _("应当受理或者准予执行")), ("no", _("维持原裁定"))],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    reviewed_by = forms.CharField(label=_("上一级人民法院"), max_length=80)
    reason = long_text(_("裁定理由"), rows=3)


class DemolitionForm(ActForm):
    structure = forms.CharField(label=_("应拆除的建筑物、构筑物、设施"), max_length=200)
    remove_by = day(_("限期自行拆除的日期"))


class OwnDecisionForm(ActForm):
    power = forms.ChoiceField(label=_("强制执行方式"), widget=forms.RadioSelect)
    seizure = forms.CharField(label=_("查封扣押决定书文号"), max_length=60, required=False)
    auction_house = forms.CharField(
        label=_("拍卖机构"), max_length=80, required=False, help_text=_("拍卖的必填：依法设立的拍卖机构。")
    )
    house_licence = forms.CharField(label=_("拍卖经营批准证书号"), max_length=60, required=False)
    hiding = forms.BooleanField(
        label=_("有证据证明有转移或者隐匿财物迹象"),
        required=False,
        help_text=_("可以在催告期间立即作出强制执行决定（行政强制法第三十七条第三款）。"),
    )
    planned_on = day(_("执行日期"))
    content = long_text(_("执行方式和内容"), rows=3)
    opinion = long_text(_("理由"), rows=3)

    def prepare(self) -> None:
        self.fields["power"].choices = choices_of("power", self)  # type: ignore[attr-defined]


class SubstituteForm(ActForm):
    immediate = forms.BooleanField(
        label=_("需要立即清除，立即实施"),
        required=False,
        help_text=_(
            "道路、河道、航道或者公共场所的遗洒物、障碍物或者污染物，当事人不能清除的（行政强制法第五十二条）。"
        ),
    )
    executor = forms.CharField(label=_("代履行人"), max_length=80, help_text=_("本机关，或者没有利害关系的第三人。"))
    content = long_text(_("代履行标的、方式"), rows=3)
    planned_on = day(_("代履行日期"))
    budget = yuan(_("费用预算（元）"))
    prepaid_within = forms.IntegerField(label=_("预付期限（日）"), min_value=1, max_value=90, initial=10)
    opinion = long_text(_("理由"), rows=3)


class CarriedOutForm(ActForm):
    carried_out_at = moment(_("实施时间"))
    urgency = forms.CharField(label=_("紧急情况"), max_length=200, required=False)
    supervisor = RowChoice(label=_("到场监督的执法人员"))
    signed_by = forms.CharField(
        label=_("签名或者盖章的人"), max_length=120, help_text=_("代履行人，当事人或者见证人。")
    )
    cost = yuan(_("实际费用（元）"), required=False)
    result = long_text(_("实施情况"), rows=4)

    def prepare(self) -> None:
        self.fields["supervisor"].offer(enforcers(self))  # type: ignore[attr-defined]
        if self.subject.party and self.subject.execution:
            self.fields["carried_out_at"].help_text = gettext("决定的日期是 %(day)s。") % {
                "day": chinese_day(self.subject.execution.planned_on)
            }

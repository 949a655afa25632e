"""Who asks for a hearing, when is it held, what was said, and how did it end?"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.act import Text
from cases.forms.base import ActForm, RowChoice, day, long_text, moment
from cases.guards.hearing import STAGES
from cases.models import Hearing, HearingAgent, HearingRecusal
from law.hearing_grounds import hearing_grounds
from officers.models import Officer
from officers.roles import BUSINESS_ROLES, Role

ABSENCE = ("ended-absent", "ended-left")
SELF_MADE = (*ABSENCE, "ended-withdrawn")
# These words go into the record, which is Chinese in every language of the interface.
SPEAKERS = {"opening": "听证主持人", "charge": "调查人员", "defence": "当事人"}
OPENING = "核对听证参加人身份，宣布听证纪律，告知当事人申请回避、陈述、申辩和质证的权利。当事人不申请回避。"


def chairs() -> QuerySet[Officer]:
    return Officer.objects.holding(Role.HEARING_CHAIR)


def staff() -> QuerySet[Officer]:
    return Officer.objects.holding(*BUSINESS_ROLES)


class RequestForm(ActForm):
    party = RowChoice(label=_("要求听证的当事人"))
    oral = forms.BooleanField(label=_("口头提出，已记入笔录"), required=False)
    request = long_text(_("要求听证的理由"), rows=3, required=False)

    def prepare(self) -> None:
        self.fields["on"].label = _("提出日期")
        self.fields["on"].help_text = _("邮寄的，以交邮日期为准。")
        free = [one for one in self.case_file.parties if not self.case_file.hearing_of(one)]
        self.fields["party"].offer(free)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("oral") and not data.get("request"):
            self.add_error("request", gettext("口头提出的，记下当事人的原话。"))
        return data


class GroundForm(ActForm):
    """One of the grounds of the law's list, and how it is so in this case."""

    kind = ""
    ground = forms.ChoiceField(label=_("情形"), widget=forms.RadioSelect)
    reason = forms.CharField(label=_("具体情况"), max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def prepare(self) -> None:
        self.fields["ground"].choices = [(one.key, one.title) for one in self.grounds()]  # type: ignore[attr-defined]

    def grounds(self) -> list[Any]:
        return [one for one in hearing_grounds(self.kind, self.today) if one.key not in SELF_MADE]


class RefuseForm(GroundForm):
    kind = "refused"

    def prepare(self) -> None:
        super().prepare()
        term = self.case_file.term("hearing_request", self.subject.party)
        self.fields["ground"].initial = "refused-late" if term else "refused-no-right"
        if term:
            asked = self.subject.requested_on
            self.fields["reason"].initial = f"当事人 {asked} 提出，期限已于 {term.due_on} 届满。"


class ConveneForm(ActForm):
    set_for = moment(_("听证时间"))
    place = forms.CharField(label=_("听证地点"), max_length=120)
    is_public = forms.BooleanField(label=_("公开举行"), required=False, initial=True)
    private_ground = forms.ChoiceField(
        label=_("不公开的情形"), choices=[("", _("公开举行")), *Hearing.PrivateGround.choices], required=False
    )
    private_reason = forms.CharField(label=_("不公开的理由"), max_length=200, required=False)
    chair = RowChoice(label=_("听证主持人"))
    recorder = RowChoice(label=_("听证记录人"))

    def prepare(self) -> None:
        self.fields["on"].label = _("通知送达日期")
        self.fields["chair"].offer(chairs())  # type: ignore[attr-defined]
        self.fields["recorder"].offer(staff())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("is_public") and not (data.get("private_reason") and data.get("private_ground")):
            self.add_error("private_reason", gettext("听证公开举行；涉及秘密或者隐私不公开的，写明理由。"))
        return data


class HeldForm(ActForm):
    started_at = moment(_("开始时间"))
    ended_at = moment(_("结束时间"))
    attended = forms.CharField(
        label=_("其他参加人"), max_length=200, required=False, help_text=_("证人、鉴定人、第三人、翻译等。")
    )
    signed = forms.BooleanField(label=_("当事人或者代理人已核对并签名"), required=False, initial=True)
    unsigned_reason = forms.CharField(label=_("拒绝签名的情况（由主持人注明）"), max_length=200, required=False)

    def prepare(self) -> None:
        self.fields["on"].label = _("举行日期")
        if self.subject.set_for:
            self.fields["started_at"].initial = self.subject.set_for
        for key, title in STAGES:
            self.fields[f"stage_{key}"] = long_text(title, rows=4)
        self.fields["stage_opening"].initial = OPENING
        self.fields["stage_charge"].initial = "\n".join(
            one.facts for one in self.case_file.charges_of(self.subject.party)
        )
        for one in self.case_file.evidence:
            self.fields[f"exhibit_{one.pk}"] = forms.CharField(
                label=one.title, max_length=400, required=False, help_text=_("当事人的质证意见；没有出示的留空。")
            )

    def field_groups(self) -> list[tuple[Text, Text, tuple[str, ...]]]:
        exhibits = tuple(f"exhibit_{one.pk}" for one in self.case_file.evidence)
        return [
            (_("时间和参加人"), "", ("on", "started_at", "ended_at", "attended")),
            (_("听证经过"), "", tuple(f"stage_{key}" for key, _title in STAGES)),
            *([(_("逐项证据的质证意见"), "", exhibits)] if exhibits else []),
            (_("核对和签名"), "", ("signed", "unsigned_reason")),
        ]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        begins, ends = data.get("started_at"), data.get("ended_at")
        if begins and ends and ends <= begins:
            self.add_error("ended_at", gettext("结束时间要晚于开始时间。"))
        if begins and data.get("on") and localdate(begins) != data["on"]:
            self.add_error("started_at", gettext("开始时间要在举行日期这一天。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        data = self.cleaned_data
        stages = [
            {"stage": key, "speaker": SPEAKERS.get(key, ""), "text": data[f"stage_{key}"]} for key, _title in STAGES
        ]
        exhibits = [
            {"evidence": one.pk, "title": one.title, "opinion": said}
            for one in self.case_file.evidence
            if (said := data.get(f"exhibit_{one.pk}", "").strip())
        ]
        names = ("started_at", "ended_at", "attended", "signed", "unsigned_reason")
        return {name: data[name] for name in names} | {"stages": stages, "exhibits": exhibits}


class ReportForm(ActForm):
    report = long_text(_("听证基本情况"), rows=6)
    opinion = long_text(_("听证意见"), rows=4)
    advice = forms.ChoiceField(label=_("处理建议"), choices=Hearing.Advice.choices, widget=forms.RadioSelect)


class PostponeForm(GroundForm):
    kind = "postponed"
    set_for = moment(_("新的听证时间"))
    place = forms.CharField(label=_("听证地点"), max_length=120)

    def prepare(self) -> None:
        super().prepare()
        self.fields["on"].label = _("通知送达日期")
        self.fields["place"].initial = self.subject.place


class SuspendForm(GroundForm):
    kind = "suspended"


class ResumeForm(ActForm):
    reason = forms.CharField(label=_("中止的原因怎样消除"), max_length=400)
    set_for = moment(_("听证时间"))
    place = forms.CharField(label=_("听证地点"), max_length=120)

    def prepare(self) -> None:
        self.fields["on"].label = _("通知送达日期")
        self.fields["place"].initial = self.subject.place


class AbsentForm(GroundForm):
    kind = "ended"

    def grounds(self) -> list[Any]:
        return [one for one in hearing_grounds("ended", self.today) if one.key in ABSENCE]


class EndForm(GroundForm):
    kind = "ended"


class WaivedForm(ActForm):
    reason = forms.CharField(
        label=_("情况"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("如：当事人书面撤回听证申请，申请附卷。"),
    )


class AgentForm(ActForm):
    name = forms.CharField(label=_("代理人姓名"), max_length=60)
    sex = forms.ChoiceField(
        label=_("性别"), choices=[("", _("未填")), ("男", _("男")), ("女", _("女"))], required=False
    )
    id_number = forms.CharField(label=_("身份证件号"), max_length=40)
    workplace = forms.CharField(label=_("工作单位及职务"), max_length=120, required=False)
    phone = forms.CharField(label=_("联系电话"), max_length=30, required=False)
    powers = forms.ChoiceField(
        label=_("授权范围"), choices=HearingAgent.Powers.choices, widget=forms.RadioSelect, initial="general"
    )
    authorised_on = day(_("授权日期"))
    authorised = forms.BooleanField(label=_("已收到授权委托书和代理人身份证明，附卷"), required=False)
    power_of_attorney = RowChoice(label=_("授权委托书（已作为证据登记的）"), required=False)

    def prepare(self) -> None:
        self.fields["power_of_attorney"].offer(self.case_file.evidence)  # type: ignore[attr-defined]
        self.fields["power_of_attorney"].initial = None

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if any(one.name == name for one in self.subject.agents.all()):
            raise forms.ValidationError(gettext("该代理人已经登记。"))
        return name


class RecusalForm(ActForm):
    function = forms.ChoiceField(
        label=_("谁应当回避"), choices=HearingRecusal.Function.choices, widget=forms.RadioSelect
    )
    asked_by = forms.ChoiceField(label=_("怎样提出"), choices=HearingRecusal.By.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("回避理由"), max_length=400)
    granted = forms.TypedChoiceField(
        label=_("决定"),
        choices=[("yes", _("同意回避")), ("no", _("驳回回避申请"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    replacement = RowChoice(label=_("另行指定的人员"), required=False)
    opinion = forms.CharField(label=_("决定的理由"), max_length=400)

    def prepare(self) -> None:
        self.fields["replacement"].offer(staff())  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        chosen = data.get("replacement")
        if data.get("function") == "chair" and chosen and not chosen.holds(Role.HEARING_CHAIR):
            self.add_error("replacement", gettext("%(name)s不是听证主持人。") % {"name": chosen.name})
        if data.get("granted") and not chosen:
            self.add_error("replacement", gettext("同意回避的，另行指定人员。"))
        if data.get("granted") is False:
            data["replacement"] = None
        return data

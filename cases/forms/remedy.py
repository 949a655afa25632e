"""What has come from the reviewing government or the court, and what is answered?"""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, day, long_text, yuan
from cases.models import Remedy
from officers.models import Bureau


class RemedyForm(ActForm):
    """What a copy of an application or of a statement of claim says."""

    groups: ClassVar[Any] = (
        (_("针对哪个决定"), "", ("decision", "applicant")),
        (_("谁受理"), "", ("authority", "authority_number", "applied_on", "received_on")),
        (_("请求什么"), "", ("claim",)),
    )
    decision = RowChoice(label=_("被申请的决定"), describe=lambda one: f"{one.party.name} {one.decided_on}")
    applicant = forms.CharField(label=_("申请人（原告）"), max_length=120)
    authority = forms.CharField(label=_("复议机关（法院）"), max_length=120)
    authority_number = forms.CharField(label=_("受理文号（案号）"), max_length=60)
    applied_on = day(_("申请（起诉）日期"))
    received_on = day(_("收到副本日期"))
    claim = long_text(_("请求和理由"), rows=5)

    def prepare(self) -> None:
        decisions = self.case_file.contestable_decisions
        self.fields["decision"].offer(decisions)  # type: ignore[attr-defined]
        if len({one.party_id for one in decisions}) == 1:
            self.fields["applicant"].initial = decisions[0].party.name
        self.fields["received_on"].initial = self.today
        self.fields["authority"].initial = self.proposed_authority()

    def proposed_authority(self) -> str:
        return ""

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        applied, received = data.get("applied_on"), data.get("received_on")
        if applied and received and received < applied:
            self.add_error("received_on", gettext("收到副本的日期早于申请（起诉）日期，核对两个日期。"))
        if received and received > self.today:
            self.add_error("received_on", gettext("收到副本的日期还没有到。"))
        return data


class ReconsiderationForm(RemedyForm):
    groups: ClassVar[Any] = (*RemedyForm.groups, (_("程序"), "", ("simplified",)))
    simplified = forms.BooleanField(label=_("复议机关适用简易程序（五日内答复）"), required=False)

    def proposed_authority(self) -> str:
        return Bureau.objects.get().reviewing_government


class LitigationForm(RemedyForm):
    def proposed_authority(self) -> str:
        return Bureau.objects.get().court


class AnswerForm(ActForm):
    answer = long_text(_("答复（答辩）意见"), rows=8)
    evidence_submitted = forms.BooleanField(label=_("作出决定的证据、依据和其他有关材料随同提交"), required=False)


class StayForm(ActForm):
    stay_reason = forms.CharField(
        label=_("停止执行的决定机关和理由"), max_length=180, help_text=_("例如：复议机关认为要求合理，决定停止执行。")
    )


class LiftStayForm(ActForm):
    reason = forms.CharField(label=_("恢复执行的理由"), max_length=180)


class OutcomeForm(ActForm):
    outcome = forms.ChoiceField(label=_("结果"), choices=Remedy.Outcome.choices, widget=forms.RadioSelect)
    outcome_number = forms.CharField(label=_("决定书（裁判文书）文号"), max_length=60)
    outcome_on = day(_("作出日期"))
    outcome_served_on = day(_("送达日期"))
    outcome_reasons = long_text(_("结果要点和理由"), rows=4)
    procedural = forms.BooleanField(label=_("仅因违反法定程序撤销"), required=False)
    redo_ordered = forms.BooleanField(label=_("责令重新作出行政行为"), required=False)
    redo_days = forms.IntegerField(
        label=_("重新作出的期限（日，决定书没有写明的不填）"), min_value=1, max_value=365, required=False
    )
    third_party_asked = forms.BooleanField(label=_("加重系因第三人提出相反请求"), required=False)

    def prepare(self) -> None:
        self.charges = self.case_file.charges_of(self.subject.party)
        for charge in self.charges:
            before = self.case_file.sanction(charge, "decided", self.subject.decision.round)
            for name, label in (("fine", _("罚款（元）")), ("confiscation", _("没收违法所得（元）"))):
                self.fields[f"{name}_{charge.pk}"] = yuan(
                    label, required=False, initial=getattr(before, name) if before else None
                )

    def field_groups(self) -> list[Any]:
        first = ("outcome", "outcome_number", "outcome_on", "outcome_served_on", "outcome_reasons")
        changed = [
            (
                gettext("变更为（只在结果是“变更”时填写）：%(conduct)s") % {"conduct": one.violation.name},
                "",
                (f"fine_{one.pk}", f"confiscation_{one.pk}"),
            )
            for one in self.charges
        ]
        redo = (_("撤销和重作"), "", ("procedural", "redo_ordered", "redo_days"))
        return [(_("结果"), "", first), redo, *changed, ("", "", ("third_party_asked",))]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        made, served = data.get("outcome_on"), data.get("outcome_served_on")
        if made and served and served < made:
            self.add_error("outcome_served_on", gettext("送达日期早于作出日期，核对两个日期。"))
        if served and served > self.today:
            self.add_error("outcome_served_on", gettext("送达日期还没有到。"))
        if data.get("redo_ordered") and data.get("outcome") not in ("annulled", "illegal"):
            self.add_error("redo_ordered", gettext("只有撤销或者确认违法的，才会责令重新作出。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        sums = {
            str(one.pk): {name: str(facts.pop(f"{name}_{one.pk}") or 0) for name in ("fine", "confiscation")}
            for one in self.charges
        }
        facts["changed_to"] = sums if facts["outcome"] == "changed" else {}
        return facts


class SetAsideForm(ActForm):
    """The bureau has found its own decision wrong."""

    decision = RowChoice(label=_("哪个决定"), describe=lambda one: f"{one.party.name} {one.decided_on}")
    outcome = forms.ChoiceField(
        label=_("怎样纠正"),
        choices=[(one.value, one.label) for one in (Remedy.Outcome.ANNULLED, Remedy.Outcome.ILLEGAL)],
        widget=forms.RadioSelect,
    )
    opinion = long_text(_("错在哪里，怎样发现，为什么这样纠正"), rows=5)
    procedural = forms.BooleanField(label=_("仅因违反法定程序"), required=False)
    redo_ordered = forms.BooleanField(label=_("撤销后重新调查处理"), required=False)

    def prepare(self) -> None:
        self.fields["decision"].offer(self.case_file.contestable_decisions)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("redo_ordered") and data.get("outcome") != Remedy.Outcome.ANNULLED:
            self.add_error("redo_ordered", gettext("只有撤销的决定才重新处理；确认违法的决定仍然有效。"))
        return data


class AppealForm(ActForm):
    authority = forms.CharField(label=_("二审法院"), max_length=120)
    authority_number = forms.CharField(label=_("二审案号"), max_length=60)
    received_on = day(_("收到上诉状副本或者我方上诉日期"))
    claim = long_text(_("谁上诉，请求什么"), rows=3)


class EffectForm(ActForm):
    effective_on = day(_("生效日期"))

    def prepare(self) -> None:
        self.fields["effective_on"].initial = self.subject.outcome_served_on or self.today

    def clean_effective_on(self) -> Any:
        on = self.cleaned_data["effective_on"]
        if on > self.today:
            raise forms.ValidationError(gettext("生效日期还没有到。"))
        if self.subject.outcome_on and on < self.subject.outcome_on:
            raise forms.ValidationError(gettext("生效日期早于作出日期，核对两个日期。"))
        return on

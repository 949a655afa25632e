"""What is kept, sampled or appraised, why, and what becomes of it?"""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, moment
from cases.forms.people import enforcers
from cases.forms.things import ThingsField, things_in, written_things
from cases.models import Preservation

CONVERSIONS = [one for one in Preservation.Outcome.choices if one[0] != Preservation.Outcome.RELEASE]


class PreservationForm(ActForm):
    party = RowChoice(label=_("当事人"))
    reason = long_text(
        _("为什么要登记保存"), rows=3, help_text=_("写明这些物品证明什么，为什么可能灭失或者以后难以取得。")
    )
    things = ThingsField(label=_("拟登记保存的物品"))

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"things": things_in(facts["things"])}


class OnTheSpotForm(ActForm):
    """What is done face to face by two officers and signed by the party, or not."""

    second_officer = RowChoice(label=_("另一名执法人员"))
    signed = forms.BooleanField(label=_("当事人或者代理人已在清单上签名"), required=False)
    refusal = forms.CharField(label=_("没有签名的，写明情况和见证人"), max_length=200, required=False)

    def prepare(self) -> None:
        others = [one for one in enforcers(self) if one.pk != self.officer.pk]
        self.fields["second_officer"].offer(others)  # type: ignore[attr-defined]
        partners = [one for one in self.case_file.handlers if one.pk != self.officer.pk]
        if partners:
            self.fields["second_officer"].initial = str(partners[0].pk)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("signed") and not data.get("refusal"):
            self.add_error("refusal", gettext("当事人没有签名的，写明拒签或者不在场的情况和见证人。"))
        return data


class RegisterForm(OnTheSpotForm):
    groups = (
        (_("时间、地点、保管"), "", ("kept_at", "place", "keeper", "second_officer")),
        (_("清点"), _("按当场清点的写；与审批时不一致的改过来。"), ("things",)),
        (_("签名"), "", ("signed", "refusal")),
    )
    kept_at = moment(_("清点登记时间"))
    place = forms.CharField(label=_("保存地点"), max_length=120)
    keeper = forms.CharField(label=_("保管人"), max_length=60)
    things = ThingsField(label=_("物品"))

    def prepare(self) -> None:
        super().prepare()
        self.fields["things"].initial = written_things(self.subject.things)
        self.fields["place"].initial = self.case_file.case.place

    def clean_kept_at(self) -> Any:
        if localdate(self.cleaned_data["kept_at"]) > self.today:
            raise forms.ValidationError(gettext("清点登记的时间还没有到。"))
        return self.cleaned_data["kept_at"]

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"things": things_in(facts["things"])}


class ReleaseForm(ActForm):
    opinion = long_text(_("解除理由"), rows=3, help_text=_("例如已经拍照、复制，不再需要保存；或者违法事实不成立。"))


class ConvertForm(ActForm):
    outcome = forms.ChoiceField(label=_("怎样处理"), choices=CONVERSIONS, widget=forms.RadioSelect)
    opinion = long_text(_("处理理由"), rows=3)


class ReturnThingsForm(ActForm):
    receiver = forms.CharField(label=_("领取人"), max_length=60)
    note = forms.CharField(
        label=_("返还情况"), max_length=200, required=False, help_text=_("与清单不一致的，写明差异和原因。")
    )

    def prepare(self) -> None:
        self.fields["receiver"].initial = self.subject.party.name


class ShowingForm(OnTheSpotForm):
    groups = (
        (_("出示什么、给谁看"), "", ("evidence", "party", "person_name")),
        (_("时间、地点、人员"), "", ("shown_at", "place", "second_officer")),
        (_("意见和签名"), "", ("opinion", "signed", "refusal")),
    )
    evidence = forms.MultipleChoiceField(label=_("出示的证据"), widget=forms.CheckboxSelectMultiple)
    party = RowChoice(label=_("当事人"))
    person_name = forms.CharField(label=_("当事人或者代理人姓名"), max_length=60)
    shown_at = moment(_("出示时间"))
    place = forms.CharField(label=_("地点"), max_length=120)
    opinion = long_text(_("辨认和质证意见"), rows=3, required=False, help_text=_("没有意见的写“无异议”。"))

    def prepare(self) -> None:
        super().prepare()
        rows = {str(one.pk): one for one in self.case_file.evidence}
        self.rows = rows
        self.fields["evidence"].choices = [(key, one.title) for key, one in rows.items()]  # type: ignore[attr-defined]
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        self.fields["signed"].label = _("当事人或者代理人已签名")
        if len(self.case_file.parties) == 1:
            self.fields["person_name"].initial = self.case_file.parties[0].name

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if not data.get("opinion") and not data.get("refusal"):
            self.add_error("opinion", gettext("写明当事人的意见；没有意见的写“无异议”，不发表意见的写在拒签情况里。"))
        if data.get("shown_at") and localdate(data["shown_at"]) > self.today:
            self.add_error("shown_at", gettext("出示时间还没有到。"))
        return data

    def to_facts(self) -> dict[str, Any]:
        facts = super().to_facts()
        return facts | {"evidence": [self.rows[key] for key in facts["evidence"]]}

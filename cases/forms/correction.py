"""What must be put right until when, was it, and what was the party taught?"""

from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, day, long_text, moment
from cases.forms.measures import OnTheSpotForm
from cases.models import Recheck


class CorrectionForm(ActForm):
    party = RowChoice(label=_("当事人"))
    content = long_text(_("改正内容和要求"), rows=3)
    due_on = day(_("改正期限（不填为立即改正）"), required=False)

    def prepare(self) -> None:
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]

    def clean_due_on(self) -> Any:
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < self.today:
            raise forms.ValidationError(gettext("改正期限已经过了；要求立即改正的不填。"))
        return due_on


class RecheckForm(OnTheSpotForm):
    groups = (
        (_("复查"), "", ("second_officer", "result", "finding")),
        (_("没有改正完毕的"), "", ("next_step",)),
    )
    result = forms.ChoiceField(label=_("复查结果"), choices=Recheck.Result.choices, widget=forms.RadioSelect)
    finding = long_text(_("复查情况"), rows=3, help_text=_("看到、查到了什么，对照改正内容逐项写。"))
    next_step = forms.CharField(
        label=_("下一步怎样处理"),
        max_length=200,
        required=False,
        help_text=_("再次责令、改定期限、依法处罚或者强制执行。"),
    )

    def prepare(self) -> None:
        super().prepare()
        del self.fields["signed"], self.fields["refusal"]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super(OnTheSpotForm, self).clean() or {}
        if data.get("result") in ("partly", "not") and not data.get("next_step"):
            self.add_error("next_step", gettext("没有改正完毕的，写明下一步怎样处理。"))
        return data


class ExtendCorrectionForm(ActForm):
    due_on = day(_("新的改正期限"))
    reason = long_text(_("理由"), rows=3)


class EducationForm(OnTheSpotForm):
    groups = (
        (_("时间、地点、人员"), "", ("taught_at", "place", "second_officer", "party", "person_name")),
        (_("教育"), "", ("content", "response")),
        (_("签名"), "", ("signed", "refusal")),
    )
    taught_at = moment(_("教育时间"))
    place = forms.CharField(label=_("地点"), max_length=120)
    party = RowChoice(label=_("当事人"))
    person_name = forms.CharField(label=_("受教育人"), max_length=60)
    content = long_text(_("教育内容"), rows=4, help_text=_("违反了什么规定，可能造成什么危害，今后应当怎样做。"))
    response = long_text(_("当事人的表示"), rows=2, required=False)

    def prepare(self) -> None:
        super().prepare()
        self.fields["signed"].label = _("受教育人已签名")
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]
        if len(self.case_file.parties) == 1:
            party = self.case_file.parties[0]
            self.fields["person_name"].initial = party.representative or party.name
            self.fields["place"].initial = party.address

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean()
        if data.get("taught_at") and localdate(data["taught_at"]) > self.today:
            self.add_error("taught_at", gettext("教育时间还没有到。"))
        return data

"""Who asks for a hearing, when is it held, and what was said?"""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from cases.forms.base import ActForm, RowChoice, long_text, moment
from officers.models import Officer
from officers.roles import BUSINESS_ROLES, Role


class RequestForm(ActForm):
    party = RowChoice(label=_("要求听证的当事人"))
    oral = forms.BooleanField(label=_("口头提出，已记入笔录"), required=False)

    def prepare(self) -> None:
        self.fields["on"].label = _("提出日期")
        self.fields["party"].offer(self.case_file.parties)  # type: ignore[attr-defined]


class HearingForm(ActForm):
    statuses: tuple[str, ...] = ()
    hearing = RowChoice(label=_("听证"))

    def prepare(self) -> None:
        waiting = [one for one in self.case_file.hearings if one.status in self.statuses]
        self.fields["hearing"].offer(waiting)  # type: ignore[attr-defined]


class ConveneForm(HearingForm):
    statuses = ("requested",)
    set_for = moment(_("听证时间"))
    place = forms.CharField(label=_("听证地点"), max_length=120)
    is_public = forms.BooleanField(label=_("公开举行"), required=False, initial=True)
    private_reason = forms.CharField(label=_("不公开的理由"), max_length=200, required=False)
    chair = RowChoice(label=_("听证主持人"))
    recorder = RowChoice(label=_("听证记录人"))

    def prepare(self) -> None:
        super().prepare()
        self.fields["on"].label = _("通知送达日期")
        staff = Officer.objects.filter(is_active=True, grants__role__in=BUSINESS_ROLES, grants__ended_on=None)
        self.fields["chair"].offer(Officer.objects.holding(Role.HEARING_CHAIR))  # type: ignore[attr-defined]
        self.fields["recorder"].offer(staff.distinct().order_by("staff_number"))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not data.get("is_public") and not data.get("private_reason"):
            self.add_error("private_reason", gettext("听证公开举行；涉及秘密或者隐私不公开的，写明理由。"))
        return data


class HeldForm(HearingForm):
    statuses = ("convened",)
    minutes = long_text(
        _("听证笔录"), rows=12, help_text=_("调查人员提出的事实、证据和建议，当事人的申辩和质证，辩论和最后陈述。")
    )
    opinion = long_text(_("听证意见"), rows=4)

    def prepare(self) -> None:
        super().prepare()
        self.fields["on"].label = _("举行日期")


class WaivedForm(HearingForm):
    statuses = ("requested", "convened")
    reason = long_text(_("情况"), rows=3, help_text=_("如：当事人书面撤回听证申请；无正当理由不出席。"))

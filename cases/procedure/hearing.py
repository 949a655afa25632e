"""听证: asked for, announced, held (行政处罚法 63–65)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.notice import (
    asked_for_hearing_in_time,
    chair_did_not_investigate,
    hearing_day_has_come,
    hearing_is_announced_in_time,
)
from cases.guards.people import case_officers, hearing_chair
from cases.guards.recusal import recused_chair, recused_recorder
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, Hearing

GROUP = _("听证")


class Hearings:
    """The acts around a hearing; a case does not pass on while one is asked for and not over."""

    @act(
        title=_("登记听证申请"),
        basis="行政处罚法:64(1)",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(asked_for_hearing_in_time,),
        asks="cases.forms.hearing.RequestForm",
        group=GROUP,
    )
    def request_hearing(self: "Case", *, officer: Officer, on: date, **request: Any) -> "Hearing":
        return self.hearings.create(round=self.round, requested_on=on, **request)

    @act(
        title=_("通知听证"),
        basis="行政处罚法:64(2)",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(hearing_is_announced_in_time, chair_did_not_investigate, recused_chair, recused_recorder),
        asks="cases.forms.hearing.ConveneForm",
        group=GROUP,
        issues=("hearing-notice",),
        explains=_("举行听证的七个工作日前通知当事人时间、地点。"),
    )
    def convene_hearing(self: "Case", *, hearing: "Hearing", officer: Officer, on: date, **setting: Any) -> "Hearing":
        hearing.status, hearing.convened_on = "convened", on
        for name, value in setting.items():
            setattr(hearing, name, value)
        hearing.save()
        return hearing

    @act(
        title=_("登记听证笔录"),
        basis="行政处罚法:64(8)",
        source=State.NOTIFIED,
        by=hearing_chair,
        requires=(hearing_day_has_come,),
        asks="cases.forms.hearing.HeldForm",
        group=GROUP,
        issues=("hearing-record",),
        explains=_("听证主持人登记笔录和听证意见；听证以后须经法制审核。"),
    )
    def hold_hearing(self: "Case", *, hearing: "Hearing", on: date, officer: Officer, **held: Any) -> "Hearing":
        hearing.status, hearing.held_on = "held", on
        hearing.minutes, hearing.opinion = held["minutes"], held["opinion"]
        hearing.save()
        return hearing

    @act(
        title=_("登记撤回或者放弃听证"),
        basis="行政处罚法:64(6)",
        source=State.NOTIFIED,
        by=case_officers,
        asks="cases.forms.hearing.WaivedForm",
        group=GROUP,
    )
    def waive_hearing(self: "Case", *, hearing: "Hearing", reason: str, **facts: Any) -> "Hearing":
        hearing.status, hearing.minutes = "waived", reason
        hearing.save()
        return hearing

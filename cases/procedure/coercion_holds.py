"""查封扣押期间: extension, testing, photographs, notices (行政强制法 25, 26; 公路安全保护条例 72)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cases import clocks
from cases.act import act
from cases.coercion import HOLDING, NEVER_HELD, MeasureState
from cases.guards.coercion import (
    a_test_is_running,
    extension_has_its_reason,
    hold_may_be_extended,
    test_is_announced_in_time,
    unclaimed_things_are_provided_for,
)
from cases.guards.custody import holder_of_things, no_handing_over_is_pending, things_are_still_here
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau, two_handlers
from cases.guards.service import LAWFUL_SERVICE
from cases.objects import about_of
from cases.originals import kept
from cases.procedure.custody import keeper_apart
from cases.procedure.service import serve_paper
from cases.serving import OF_MEASURES
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import CoerciveMeasure, CustodyChange, Evidence, MeasureTest, ServiceRecord

HELD = tuple(state for state in MeasureState if state not in NEVER_HELD)
GROUP_HOLD = _("扣押期限")
GROUP_THINGS = _("财物")


class Holding:
    """What happens while the authority holds the things."""

    def open_holding_terms(self: "CoerciveMeasure", *more: str) -> None:
        """For a measure that comes into a case already carried out."""
        since = localdate(self.carried_out_at) if self.carried_out_at else self.proposed_on
        for key in ("seizure", "custody_handover", *more):
            clocks.open_term_about(self, key, since)

    @act(
        title=_("延长强制措施期限"),
        basis="行政强制法:25.1",
        source=MeasureState.IN_FORCE,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, hold_may_be_extended, extension_has_its_reason),
        asks="cases.forms.coercion.ExtendHoldForm",
        opinion_on="measure",
        issues=("measure-extension", "measure-extension-approval"),
        group=GROUP_HOLD,
        explains=_("情况复杂的，期限届满前可以延长一次，最长三十日；书面告知当事人并说明理由。"),
    )
    def extend_measure(self: "CoerciveMeasure", *, reason: str, officer: Officer, on: date, **facts: Any) -> None:
        term = self.case.terms.get(key="seizure", about=about_of(self), ended_on=None)
        clocks.extend(term, reason=reason, officer=officer, on=on)

    @act(
        title=_("告知检测期间"),
        basis="行政强制法:25.3",
        source=MeasureState.IN_FORCE,
        by=case_officers,
        requires=(test_is_announced_in_time,),
        asks="cases.forms.coercion.TestForm",
        issues=("test-notice",),
        group=GROUP_HOLD,
        explains=_("检测、检验、检疫、技术鉴定的期间不计入扣押期限；期间应当明确，书面告知当事人，费用由机关承担。"),
    )
    def announce_test(self: "CoerciveMeasure", *, officer: Officer, on: date, **test: Any) -> "MeasureTest":
        term = self.case.terms.get(key="seizure", about=about_of(self), ended_on=None)
        excluded = clocks.exclude(
            term, first=test["first"], last=test["last"], reason=test["purpose"], basis="行政强制法:25.3"
        )
        return self.tests.create(announced_on=on, exclusion=excluded, **test)

    @act(
        title=_("登记检测结束"),
        basis="行政强制法:25.3",
        source=HELD,
        by=case_officers,
        requires=(a_test_is_running,),
        asks="cases.forms.coercion.TestEndedForm",
        group=GROUP_HOLD,
        explains=_("提前结束的，多告知的日子照算扣押期限。"),
    )
    def end_test(self: "CoerciveMeasure", *, test: Any, ended_on: date, result: str, **facts: Any) -> None:
        test.ended_on, test.result = ended_on, result
        test.save(update_fields=["ended_on", "result"])
        if test.exclusion.term.ended_on is None and test.first <= ended_on < test.exclusion.last:
            clocks.shorten(test.exclusion, last=ended_on)

    @act(
        title=_("添加财物照片"),
        basis="行政强制法:26.1",
        source=HELD,
        by=case_officers,
        requires=(things_are_still_here,),
        asks="cases.forms.custody.PhotographForm",
        group=GROUP_THINGS,
    )
    def photograph_thing(
        self: "CoerciveMeasure", *, thing: Any, officer: Officer, on: date, **photo: Any
    ) -> "Evidence":
        shown = self.case.evidence.create(kind="audiovisual", collected_by=officer, added_on=on, **kept(photo))
        thing.photos.add(shown)
        return shown

    @act(
        title=_("移交财物保管"),
        basis="程序规定:120",
        source=(*HOLDING, MeasureState.LAPSED, MeasureState.RELEASED, MeasureState.CONFISCATED),
        by=holder_of_things,
        requires=(things_are_still_here, no_handing_over_is_pending, keeper_apart),
        asks="cases.forms.custody.HandOverForm",
        drafts=("custody-record",),
        group=GROUP_THINGS,
        explains=_("取得财物后二十四小时内移交不办案的保管人员；移交人、接收人分别签名。"),
    )
    def hand_over_things(self: "CoerciveMeasure", *, officer: Officer, on: date, **change: Any) -> "CustodyChange":
        return self.custody_changes.create(case=self.case, giver=officer, **change)

    @act(
        title=_("公告催促领取"),
        basis="公路安全保护条例:72.2",
        source=MeasureState.IN_FORCE,
        by=case_officers,
        requires=(unclaimed_things_are_provided_for,),
        asks="cases.forms.coercion.PublicNoticeForm",
        opens=("unclaimed_notice",),
        group=GROUP_HOLD,
        explains=_("当事人逾期不接受处理的，公告三个月；期满仍不来的，依法处理。行政法规另有规定，扣押期限不再计算。"),
    )
    def announce_unclaimed(self: "CoerciveMeasure", *, where: str, on: date, **facts: Any) -> None:
        clocks.excuse_about(self, "seizure", reason=f"公告催促领取：{where}", on=on)

    @act(
        title=_("登记送达强制措施文书"),
        basis="行政强制法:25.2",
        source=HELD,
        by=case_officers,
        requires=(two_handlers, *LAWFUL_SERVICE),
        serves=OF_MEASURES,
        asks="cases.forms.coercion.ServeMeasureForm",
        issues=("service-receipt",),
        group=GROUP_HOLD,
    )
    def serve_measure_paper(self: "CoerciveMeasure", *, officer: Officer, on: date, **service: Any) -> "ServiceRecord":
        return serve_paper(self.case, officer=officer, on=on, **service)

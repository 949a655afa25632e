"""行政检查: applied for, approved, announced, made by two, written down, and what it came to (行政处罚法 42; 国办发〔2024〕54号)."""

from datetime import date, time
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from inspections.check_guards import (
    approval_is_still_owed,
    approver_does_not_check,
    approvers,
    checkers,
    enterprise_knows,
    every_point_is_answered,
    it_is_the_approved_day,
    items_are_published,
    items_are_still_published,
    looked_at_again,
    object_is_listed,
    result_fits_what_was_found,
    two_are_certified_on_the_planned_day,
    two_are_certified_that_day,
    two_were_certified_at_the_visit,
    within_the_yearly_cap,
)
from inspections.check_states import CheckState
from inspections.models.outings import Outing
from law.check_rules import check_points, check_rule
from law.inspections import inspection_rule
from officers.models import Officer

if TYPE_CHECKING:
    from inspections.models import Check

MAY_BE_MADE = (
    two_are_certified_on_the_planned_day,
    items_are_published,
    object_is_listed,
    within_the_yearly_cap,
)


class Checking:
    """The acts on one check, in the order in which they are done."""

    if TYPE_CHECKING:  # What the acts set, the model declares.
        outing: Any
        begun_on: Any
        begun_at: Any
        finished_on: Any
        publish_by: Any

    @act(
        title=_("修改检查申请"),
        basis="涉企检查意见:5",
        source=(CheckState.PROPOSED, CheckState.RETURNED, CheckState.APPROVED),
        target=CheckState.PROPOSED,
        by=checkers,
        asks="inspections.check_forms.ReviseForm",
        explains=_("改日期、改人、改事项，都重新审批；原来的通知和来访码作废。"),
    )
    def revise_check(
        self: "Check", *, items: Any, officers: Any, partners: Any, on: date, officer: Officer, **plan: Any
    ) -> None:
        for name, value in plan.items():
            setattr(self, name, value)
        self.items.set(items)
        self.officers.set(officers)
        set_partners(self, partners)
        self.proposed_by, self.proposed_on, self.return_reason = officer, on, ""
        self.approved_by = self.approved_on = self.notified_on = self.visit_code = None
        self.number = self.notified_how = self.unnotified_ground = self.unnotified_reason = ""

    @act(
        title=_("退回检查申请"),
        basis="涉企检查意见:5",
        source=CheckState.PROPOSED,
        target=CheckState.RETURNED,
        by=approvers,
        asks="inspections.check_forms.ReasonForm",
        returns=True,
        explains=_("写明哪里要改，由检查人员改后再申请。"),
    )
    def return_check(self: "Check", *, reason: str, **facts: Any) -> None:
        self.return_reason = reason

    @act(
        title=_("批准检查"),
        basis="涉企检查意见:5",
        source=CheckState.PROPOSED,
        target=CheckState.APPROVED,
        by=approvers,
        requires=(*MAY_BE_MADE, approver_does_not_check),
        asks="inspections.check_forms.DayForm",
        explains=_("批准后生成审批编号和来访码，检查人员凭此通知企业。"),
    )
    def approve_check(self: "Check", *, officer: Officer, on: date, number: str, visit_code: str, **facts: Any) -> None:
        self.approved_by, self.approved_on = officer, on
        self.number, self.visit_code = number, visit_code

    @act(
        title=_("通知企业"),
        basis="涉企检查意见:5",
        source=CheckState.APPROVED,
        by=checkers,
        asks="inspections.check_forms.NoticeForm",
        explains=_("事先告诉企业谁来、哪天来、查什么；不宜事先通知的，写明情形和理由。"),
    )
    def notify_enterprise(self: "Check", *, on: date, **said: Any) -> None:
        for name, value in said.items():
            if name != "officer":
                setattr(self, name, value)

    @act(
        title=_("开始检查"),
        basis="行政处罚法:42",
        source=CheckState.APPROVED,
        target=CheckState.UNDER_WAY,
        by=checkers,
        requires=(it_is_the_approved_day, two_are_certified_that_day, items_are_still_published, enterprise_knows),
        asks="inspections.check_forms.BeginForm",
        explains=_("到场后先出示执法证件、说明来意，告知当事人可以申请回避、陈述申辩。"),
    )
    def begin_check(
        self: "Check",
        *,
        officer: Officer,
        on: date,
        begun_at: time,
        told_rights: bool,
        outing: Outing | None = None,
        **facts: Any,
    ) -> None:
        self.begun_on, self.begun_at, self.told_rights = on, begun_at, told_rights
        self.outing = outing or go_out(self, officer)

    @act(
        title=_("紧急检查"),
        basis="涉企检查意见:5",
        source=CheckState.PROPOSED,
        target=CheckState.UNDER_WAY,
        by=checkers,
        requires=(two_are_certified_that_day, items_are_still_published, object_is_listed, within_the_yearly_cap),
        asks="inspections.check_forms.UrgentForm",
        explains=_("情况紧急、来不及审批的，可以先检查，并在规定的期限内补办审批。"),
    )
    def begin_urgent_check(
        self: "Check",
        *,
        officer: Officer,
        on: date,
        begun_at: time,
        told_rights: bool,
        urgent_reason: str,
        visit_code: str,
        outing: Outing | None = None,
        **facts: Any,
    ) -> None:
        self.begun_on, self.begun_at, self.told_rights = on, begun_at, told_rights
        self.outing = outing or go_out(self, officer)
        self.planned_on, self.urgent_reason, self.visit_code = on, urgent_reason, visit_code
        self.confirm_due_on = check_rule(on).confirm_by(on)

    @act(
        title=_("补办检查审批"),
        basis="涉企检查意见:5",
        source=(CheckState.UNDER_WAY, CheckState.FINISHED),
        by=approvers,
        requires=(approval_is_still_owed, approver_does_not_check),
        asks="inspections.check_forms.DayForm",
        explains=_("核对确属情况紧急，补办审批并取得编号。"),
    )
    def confirm_urgent_check(self: "Check", *, officer: Officer, on: date, number: str, **facts: Any) -> None:
        self.approved_by, self.approved_on, self.number = officer, on, number

    @act(
        title=_("填写检查表"),
        basis="涉企检查意见:3",
        source=CheckState.UNDER_WAY,
        by=checkers,
        asks="inspections.check_forms.PointsForm",
        explains=_("按这一行业的检查要点逐项填写；不符合的写明看到了什么。"),
    )
    def answer_points(self: "Check", *, answers: dict[str, tuple[str, str]], **facts: Any) -> None:
        for point in check_points(self.target.trade, self.day):
            if point.key in answers:
                answer, remark = answers[point.key]
                said = {"title": point.title, "basis": point.basis, "answer": answer, "remark": remark}
                self.answers.update_or_create(point=point.key, defaults=said)

    @act(
        title=_("登记隐患"),
        basis="安全生产法:65",
        source=(CheckState.UNDER_WAY, CheckState.FINISHED),
        by=checkers,
        asks="inspections.check_forms.HazardForm",
        explains=_("一处一条；能当场整改的写当场整改，不能的写期限。"),
    )
    def note_hazard(self: "Check", *, officer: Officer, on: date, seen: str, **hazard: Any) -> None:
        """`seen`: what was seen when it was put right on the spot; empty where it was not."""
        found = {"found_on": self.begun_on, **hazard}
        if seen:
            found |= {"rectified_on": self.begun_on, "rectified_seen": seen, "rectified_by": officer}
        self.hazards.create(**found)

    @act(
        title=_("责令整改"),
        basis="行政处罚法:28.1",
        source=(CheckState.UNDER_WAY, CheckState.FINISHED),
        by=checkers,
        asks="inspections.check_forms.OrderForm",
        explains=_("写明改正什么、依据和期限；到期要复查。"),
    )
    def order_rectification(
        self: "Check", *, officer: Officer, on: date, number: str, due_on: date, hazards: Any, **order: Any
    ) -> None:
        made = self.orders.create(number=number, due_on=due_on, ordered_on=on, ordered_by=officer, **order)
        self.hazards.filter(pk__in=[one.pk for one in hazards]).update(order=made, due_on=due_on)

    @act(
        title=_("完成检查"),
        basis="程序规定:62",
        source=CheckState.UNDER_WAY,
        target=CheckState.FINISHED,
        by=checkers,
        requires=(
            two_were_certified_at_the_visit,
            every_point_is_answered,
            result_fits_what_was_found,
            looked_at_again,
        ),
        asks="inspections.check_forms.FinishForm",
        explains=_("检查记录要完整：时间、地点、在场的人、逐项结果和签名。结果在二十个工作日内公示。"),
    )
    def finish_check(self: "Check", *, on: date, result: str, **said: Any) -> None:
        for name, value in said.items():
            if name != "officer":
                setattr(self, name, value)
        self.result, self.finished_on = result, on
        self.is_complete = result not in check_rule(self.day).incomplete_results
        self.publish_by = inspection_rule(self.day).due_on(self.day)

    @act(
        title=_("取消检查"),
        basis="涉企检查意见:5",
        source=(CheckState.PROPOSED, CheckState.RETURNED, CheckState.APPROVED),
        target=CheckState.CALLED_OFF,
        by=checkers,
        asks="inspections.check_forms.ReasonForm",
        exit=True,
        explains=_("写明为什么不查了；来访码同时作废。"),
    )
    def call_off_check(self: "Check", *, reason: str, **facts: Any) -> None:
        self.call_off_reason, self.visit_code = reason, None

    @act(
        title=_("登记线索办案"),
        basis="程序规定:62",
        source=CheckState.FINISHED,
        by=checkers,
        asks="inspections.case_forms.CaseFromCheckForm",
        explains=_("检查发现涉嫌违法的，带着检查的内容登记线索，另行办案；检查结果自动改为“已立案调查”。"),
    )
    def open_case_from_check(self: "Check", *, case: Any, on: date, **facts: Any) -> None:
        self.cases.create(case=case, opened_on=on)
        self.result = "case_opened"


def go_out(check: "Check", officer: Officer) -> Outing:
    """A check that belongs to no outing yet is one by itself: its officers are counted once."""
    made = Outing.objects.create(
        purpose=Outing.Purpose.CHECK,
        day=check.day,
        begins_at=check.begun_at or time.min,
        campaign=check.campaign,
        route=check.place,
        entered_by=officer,
    )
    made.officers.set(check.officers.all())
    return made


def set_partners(check: "Check", partners: list[tuple[str, str]]) -> None:
    check.partners.all().delete()
    for department, looked_at in partners:
        check.partners.create(department=department, looked_at=looked_at)

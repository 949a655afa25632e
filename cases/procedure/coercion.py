"""行政强制措施: asked for, approved, carried out; or taken on the spot and reported (行政强制法 16–19, 22–24)."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cases.act import Opening, act
from cases.coercion import MeasureState
from cases.guards.apart import guard_apart
from cases.guards.coercion import (
    a_scene_record_was_made,
    carried_out_after_approval,
    decision_is_handed_over_on_the_spot,
    late_report_is_explained,
    measure_is_provided,
    nobody_else_has_sealed_it,
    party_or_witness_was_there,
    party_was_told_and_heard,
    things_are_of_the_kind,
    things_concern_the_conduct,
)
from cases.guards.facts import has_a_party
from cases.guards.people import case_officers, handlers_hold_certificates, head_of_bureau, two_handlers
from cases.procedure.investigation import BEFORE_AND_DURING
from law.measures import measure_rule
from officers.models import Officer

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import Case, CoerciveMeasure

GROUP = _("行政强制措施")
QUALIFIED = (two_handlers, handlers_hold_certificates)
LAWFUL = (measure_is_provided, things_are_of_the_kind, things_concern_the_conduct, nobody_else_has_sealed_it)
DONE_PROPERLY = (
    a_scene_record_was_made,
    party_or_witness_was_there,
    party_was_told_and_heard,
    decision_is_handed_over_on_the_spot,
)
approver_apart = guard_apart("measure_approver_apart")


def on_the_day(file: "CaseFile", facts: dict[str, Any], on: date) -> date:
    """Periods of a hold run from the moment it began, whenever it is entered."""
    return localdate(facts["carried_out_at"])


HELD_FROM_THEN = (Opening("seizure", since=on_the_day), Opening("custody_handover", since=on_the_day))


def propose(case: "Case", officer: Officer, on: date, asked: dict[str, Any]) -> "CoerciveMeasure":
    rule = measure_rule(asked["authority"], on)
    measure = case.measures.create(
        party=asked["party"],
        authority=rule.key,
        title=rule.title,
        manner=rule.manner,
        basis=rule.basis,
        reason=asked["reason"],
        relation_to_conduct=asked["relation_to_conduct"],
        follows=asked.get("follows", ""),
        proposed_by=officer,
        proposed_on=on,
        **asked.get("at_once", {}),
    )
    for one in asked["things"]:
        measure.things.create(**one)
    return measure


class Coercing:
    """How a measure comes into a case: asked for beforehand, or taken at once where there is no time."""

    @act(
        title=_("提请采取强制措施"),
        basis="行政强制法:18(1)",
        source=BEFORE_AND_DURING,
        by=case_officers,
        requires=(has_a_party, *QUALIFIED, *LAWFUL),
        asks="cases.forms.coercion.ProposeForm",
        opinion_on="measure",
        drafts=("measure-approval",),
        group=GROUP,
        explains=_("查封、扣押、暂扣车辆，实施前须经负责人批准。"),
    )
    def propose_measure(self: "Case", *, officer: Officer, on: date, **asked: Any) -> "CoerciveMeasure":
        return propose(self, officer, on, asked)

    @act(
        title=_("登记当场采取的强制措施"),
        basis="行政强制法:19",
        source=BEFORE_AND_DURING,
        by=case_officers,
        requires=(has_a_party, *QUALIFIED, *LAWFUL, *DONE_PROPERLY),
        asks="cases.forms.coercion.UrgentForm",
        opinion_on="measure",
        # The hold's own terms are opened by the body: here the case is the subject, and they belong to the measure.
        issues=("measure-decision",),
        drafts=("measure-approval",),
        group=GROUP,
        explains=_("情况紧急、当场采取的，二十四小时内向负责人报告并补办批准手续，夜间和节假日照算。"),
    )
    def take_measure_at_once(self: "Case", *, officer: Officer, on: date, **asked: Any) -> "CoerciveMeasure":
        asked["at_once"] = carried_out(asked) | {"urgent": True, "state": MeasureState.UNREPORTED}
        measure = propose(self, officer, on, asked)
        measure.open_holding_terms("measure_report")
        return measure


def carried_out(facts: dict[str, Any]) -> dict[str, Any]:
    """What carrying out a measure leaves on its row."""
    names = ("carried_out_at", "scene", "second_officer", "witness", "heard", "handed_to", "place")
    return {name: facts[name] for name in names}


class Imposing:
    """The acts that bring a measure into force."""

    approved_by: Any
    approved_at: Any
    approval_opinion: str
    reported_at: Any
    late_reason: str
    ground: Any
    release_reason: str
    released_on: Any

    def _approve(self, officer: Officer, opinion: str, approved_at: datetime) -> None:
        self.approved_by, self.approved_at, self.approval_opinion = officer, approved_at, opinion

    @act(
        title=_("批准强制措施"),
        basis="行政强制法:18(1)",
        source=MeasureState.PROPOSED,
        target=MeasureState.APPROVED,
        by=head_of_bureau,
        requires=(approver_apart, measure_is_provided),
        asks="cases.forms.coercion.ApproveForm",
        opinion_on="measure",
        issues=("measure-approval",),
    )
    def approve_measure(self, *, officer: Officer, opinion: str, approved_at: datetime, **facts: Any) -> None:
        self._approve(officer, opinion, approved_at)

    @act(
        title=_("不批准强制措施"),
        basis="行政强制法:16.2",
        source=MeasureState.PROPOSED,
        target=MeasureState.REFUSED,
        by=head_of_bureau,
        requires=(approver_apart,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="measure",
        issues=("measure-approval",),
        exit=True,
        explains=_("情节显著轻微或者没有明显社会危害的，可以不采取强制措施。"),
    )
    def refuse_measure(self, *, opinion: str, **facts: Any) -> None:
        self.approval_opinion = opinion

    @act(
        title=_("实施强制措施"),
        basis="行政强制法:18;行政强制法:24",
        source=MeasureState.APPROVED,
        target=MeasureState.IN_FORCE,
        by=case_officers,
        requires=(*QUALIFIED, measure_is_provided, carried_out_after_approval, *DONE_PROPERLY),
        asks="cases.forms.coercion.CarryOutForm",
        opens=HELD_FROM_THEN,
        issues=("measure-decision",),
        explains=_("两名以上执法人员实施，制作现场笔录，当场交付决定书和清单；三十日从次日起算。"),
    )
    def carry_out_measure(self, **facts: Any) -> None:
        for name, value in carried_out(facts).items():
            setattr(self, name, value)

    @act(
        title=_("撤回强制措施申请"),
        basis="行政强制法:16.2",
        source=(MeasureState.PROPOSED, MeasureState.APPROVED),
        target=MeasureState.GIVEN_UP,
        by=case_officers,
        asks="cases.forms.coercion.GiveUpForm",
        exit=True,
    )
    def give_up_measure(self, **facts: Any) -> None:
        """Nothing was taken; the request and its reason stay on the record."""

    @act(
        title=_("报告当场采取的强制措施"),
        basis="行政强制法:19",
        source=MeasureState.UNREPORTED,
        target=MeasureState.REPORTED,
        by=case_officers,
        requires=(late_report_is_explained,),
        asks="cases.forms.coercion.ReportForm",
        meets=("measure_report",),
        drafts=("measure-approval",),
        explains=_("实施后二十四小时内报告，按小时计算；超过的，如实登记并写明原因。"),
    )
    def report_measure(self, *, reported_at: datetime, late_reason: str, **facts: Any) -> None:
        self.reported_at, self.late_reason = reported_at, late_reason

    @act(
        title=_("补批强制措施"),
        basis="行政强制法:19",
        source=MeasureState.REPORTED,
        target=MeasureState.IN_FORCE,
        by=head_of_bureau,
        requires=(approver_apart,),
        asks="cases.forms.coercion.ApproveForm",
        opinion_on="measure",
        issues=("measure-approval",),
    )
    def confirm_measure(self, *, officer: Officer, opinion: str, approved_at: datetime, **facts: Any) -> None:
        self._approve(officer, opinion, approved_at)

    @act(
        title=_("不予补批，立即解除"),
        basis="行政强制法:19",
        source=(MeasureState.UNREPORTED, MeasureState.REPORTED),
        target=MeasureState.RELEASED,
        by=head_of_bureau,
        requires=(approver_apart,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="measure",
        meets=("seizure",),
        opens=("measure_return",),
        issues=("measure-release", "measure-approval"),
        exit=True,
        explains=_("认为不应当采取强制措施的，应当立即解除，退还财物。"),
    )
    def annul_measure(self, *, opinion: str, on: date, **facts: Any) -> None:
        self.approval_opinion = opinion
        self.ground, self.release_reason, self.released_on = 5, opinion, on

"""移送公安: a suspected crime goes to the police and, where it is none, comes back (行政处罚法 27, 57.1(4), 移送规定)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from cases.act import Choice, Opening, act
from cases.clocks import end_all
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau
from cases.guards.police import (
    chief_decides,
    five_materials_go_along,
    no_other_transfer_is_under_way,
    police_have_taken_over,
    sent_within_a_day,
    team_is_able,
)
from cases.standstill import POLICE, go_on, stand_still
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, PoliceTransfer

GROUP = _("移送、协助和管辖")
# Also after a penalty: what was imposed goes on, a fine is set off by the court (移送规定 11).
SUSPICION = (*sorted(BEFORE_DECISION), State.DECIDED, State.SERVED)
WITH_THE_POLICE = ("sent", "received", "declined", "reconsidering", "upheld", "supervised", "filed", "handed_over")


def _after_reconsideration(transfer: "PoliceTransfer", *, filed: bool, **facts: Any) -> str:
    return "filed" if filed else "upheld"


class SuspectingCrime:
    """What the case itself does: report the suspicion, and end where the police have taken over."""

    @act(
        title=_("报告涉嫌犯罪"),
        basis="移送规定:5.1",
        source=SUSPICION,
        by=case_officers,
        requires=(no_other_transfer_is_under_way, team_is_able),
        asks="cases.forms.police.ReportCrimeForm",
        opinion_on="crime",
        opens=("police_decide",),
        drafts=("crime-report",),
        group=GROUP,
        explains=_("立即指定两名以上执法人员组成专案组，核实情况后提出书面报告；负责人三日内决定。"),
    )
    def report_suspected_crime(self: "Case", *, officer: Officer, on: date, **report: Any) -> "PoliceTransfer":
        told = {name: report[name] for name in ("crime", "report", "first_officer", "second_officer")}
        return self.police_transfers.create(reported_on=on, **told)

    @act(
        title=_("公安立案后终结本案"),
        basis="行政处罚法:57.1(4)",
        source=sorted(BEFORE_DECISION),
        target=State.TRANSFERRED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, police_have_taken_over),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="exit",
        meets=("decide",),
        exit=True,
        explains=_("公安机关已经立案、涉案物品已经移交的，本机关不再处罚，按移送办结。"),
    )
    def conclude_as_transferred(self: "Case", *, opinion: str, on: date, **facts: Any) -> None:
        transfer = self.police_transfers.get(state="handed_over")
        self.exit_reason, self.transferred_to = opinion, transfer.addressee
        go_on(self, POLICE, on=on, reason="移送公安机关期间", basis="移送规定:11.1")
        end_all(self, on, note="移送公安机关", natures=("soft", "right"))


class TransferringToPolice:
    """The acts of one transfer."""

    received_on: Any
    handed_over_on: Any
    returned_on: Any

    @act(
        title=_("批准移送公安"),
        basis="移送规定:5.2",
        source="reported",
        target="approved",
        by=head_of_bureau,
        requires=(decider_did_not_investigate, chief_decides),
        asks="cases.forms.police.ApproveTransferForm",
        opinion_on="crime",
        opens=(Opening("police_send", since=lambda file, facts, on: localdate(facts["decided_at"])),),
        meets=("police_decide",),
        issues=("crime-report",),
        explains=_("自接到报告之日起三日内决定；批准的，二十四小时内向同级公安机关移送。"),
    )
    def approve_police_transfer(self: "PoliceTransfer", *, decided_at: Any, **facts: Any) -> None:
        self.decided_at = decided_at

    @act(
        title=_("不批准移送公安"),
        basis="移送规定:5.2",
        source="reported",
        target="refused",
        by=head_of_bureau,
        requires=(decider_did_not_investigate, chief_decides),
        asks="cases.forms.police.RefuseTransferForm",
        opinion_on="crime",
        meets=("police_decide",),
        issues=("crime-report",),
        exit=True,
        explains=_("不予批准的理由记录在案，本案继续办理。"),
    )
    def refuse_police_transfer(self: "PoliceTransfer", *, opinion: str, **facts: Any) -> None:
        self.refusal = opinion

    @act(
        title=_("向公安机关送出"),
        basis="移送规定:6",
        source="approved",
        target="sent",
        by=case_officers,
        requires=(five_materials_go_along, sent_within_a_day),
        asks="cases.forms.police.SendForm",
        meets=("police_send",),
        issues=("crime-transfer", "transfer-notice"),
        explains=_("附五类材料；送出以后办案期限停止计算，移送前已作出的处罚不停止执行。"),
    )
    def send_to_police(self: "PoliceTransfer", *, on: date, **sending: Any) -> None:
        for name in ("addressee", "sent_at", "late_reason", "materials", "goods"):
            setattr(self, name, sending[name])
        stand_still(self.case, POLICE, on=localdate(self.sent_at))

    @act(
        title=_("登记公安签收"),
        basis="移送规定:7",
        source="sent",
        target="received",
        by=case_officers,
        asks="cases.forms.police.ReceiptForm",
        opens=("police_answer",),
        explains=_("公安机关在移送书回执上签字；自接受之日起三日内审查。"),
    )
    def record_police_receipt(self: "PoliceTransfer", *, receiver: str, on: date, **facts: Any) -> None:
        self.received_on, self.receiver = on, receiver

    @act(
        title=_("登记公安立案"),
        basis="移送规定:8",
        source=("received", "declined", "supervised"),
        target="filed",
        by=case_officers,
        asks="cases.forms.police.PoliceAnswerForm",
        opens=("police_handover",),
        meets=("police_answer", "police_reconsider", "police_reconsideration_answer", "police_supervision"),
        explains=_("接到立案通知书之日起三日内移交涉案物品和材料。"),
    )
    def record_police_filing(self: "PoliceTransfer", *, on: date, **notice: Any) -> None:
        _keep_answer(self, on, notice)

    @act(
        title=_("登记公安不予立案"),
        basis="移送规定:8",
        source="received",
        target="declined",
        by=case_officers,
        asks="cases.forms.police.PoliceAnswerForm",
        opens=("police_reconsider",),
        meets=("police_answer",),
        exit=True,
        explains=_("公安机关说明理由并退回案卷材料；有异议的三日内提请复议或者建议立案监督。"),
    )
    def record_police_refusal(self: "PoliceTransfer", *, on: date, **notice: Any) -> None:
        _keep_answer(self, on, notice)

    @act(
        title=_("提请公安机关复议"),
        basis="移送规定:9.1",
        source="declined",
        target="reconsidering",
        by=case_officers,
        asks="cases.forms.police.RequestForm",
        opens=("police_reconsideration_answer",),
        meets=("police_reconsider",),
        issues=("police-reconsideration",),
        exit=True,
    )
    def ask_police_to_reconsider(self: "PoliceTransfer", *, request: str, **facts: Any) -> None:
        self.request = request

    @act(
        title=_("登记公安复议决定"),
        basis="移送规定:9.2",
        source="reconsidering",
        target=Choice(("filed", "upheld"), _after_reconsideration),
        by=case_officers,
        asks="cases.forms.police.ReconsiderationAnswerForm",
        opens=(
            Opening("police_handover", when=lambda file, party: _stands(file, "filed")),
            Opening("police_supervision", when=lambda file, party: _stands(file, "upheld")),
        ),
    )
    def record_police_reconsideration(self: "PoliceTransfer", *, filed: bool, on: date, **notice: Any) -> None:
        _keep_answer(self, on, notice)
        self.case.terms.filter(key="police_reconsideration_answer", ended_on=None).update(ended_on=on, ending="met")

    @act(
        title=_("建议检察机关立案监督"),
        basis="移送规定:9",
        source=("declined", "upheld"),
        target="supervised",
        by=case_officers,
        asks="cases.forms.police.SuperviseForm",
        meets=("police_reconsider", "police_supervision"),
        issues=("supervision-suggestion",),
        exit=True,
    )
    def suggest_supervision(self: "PoliceTransfer", *, request: str, **facts: Any) -> None:
        self.request = request

    @act(
        title=_("登记移交公安"),
        basis="移送规定:12",
        source="filed",
        target="handed_over",
        by=case_officers,
        asks="cases.forms.police.HandOverForm",
        meets=("police_handover",),
        explains=_("涉案物品和与案件有关的其他材料移交公安机关，办结交接手续。"),
    )
    def hand_over_to_police(self: "PoliceTransfer", *, receiver: str, on: date, **facts: Any) -> None:
        self.handed_over_on, self.receiver = on, receiver

    @act(
        title=_("登记退回，恢复办理"),
        basis="移送规定:10",
        source=WITH_THE_POLICE,
        target="returned",
        by=case_officers,
        asks="cases.forms.police.TakeBackForm",
        meets=("police_answer", "police_reconsider", "police_reconsideration_answer", "police_supervision"),
        exit=True,
        explains=_("不构成犯罪或者不需要追究刑事责任的，案件退回本机关，依法应当处罚的由本机关处罚；期限继续计算。"),
    )
    def take_back_from_police(
        self: "PoliceTransfer", *, returned_by: str, return_reason: str, on: date, **facts: Any
    ) -> None:
        self.returned_on, self.returned_by, self.return_reason = on, returned_by, return_reason
        end_all(self.case, on, note="案件退回", keys=("police_handover",))
        go_on(self.case, POLICE, on=on, reason="移送公安机关期间", basis="移送规定:11.1")


def _keep_answer(transfer: "PoliceTransfer", on: date, notice: dict[str, Any]) -> None:
    transfer.answered_on, transfer.answer_number = on, notice["answer_number"]
    transfer.answer = notice["answer"]


def _stands(file: Any, state: str) -> bool:
    return any(one.state == state for one in file.case.police_transfers.all())

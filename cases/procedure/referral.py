"""管辖、移送、协助: whose case it is, who takes it over, who helps, and what is answered (行政处罚法 22–27)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.clocks import reopen
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau
from cases.guards.referral import (
    filing_is_decided,
    no_dispute_is_open,
    transfer_came_back,
    was_sent_to_us,
)
from cases.states import BEFORE_DECISION, State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import AgencyTransfer, Assistance, Case, Dispute, IncomingTransfer

GROUP = _("移送、协助和管辖")
UNDECIDED = (State.LEAD, State.FILING_PROPOSED, State.FILING_ENDORSED, *sorted(BEFORE_DECISION))


class Referring:
    """What the case itself does with other organs."""

    @act(
        title=_("恢复办理退回案件"),
        basis="行政处罚法:27.1",
        source=State.TRANSFERRED,
        target=State.INVESTIGATING,
        by=head_of_bureau,
        requires=(decider_did_not_investigate, transfer_came_back),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="exit",
        exit=True,
        explains=_("受移送机关不接收、公安机关退回的，写明理由，由本机关继续调查处理；期限继续计算。"),
    )
    def resume_returned_case(self: "Case", *, opinion: str, on: date, **facts: Any) -> None:
        self.transferred_to, self.exit_reason = "", ""
        reopen(self, "decide", "agency_transfer", last=on, reason="移送其他机关期间", basis="行政处罚法:27.1")

    @act(
        title=_("登记管辖争议"),
        basis="行政处罚法:25.2",
        source=UNDECIDED,
        by=case_officers,
        requires=(no_dispute_is_open,),
        asks="cases.forms.referral.DisputeForm",
        group=GROUP,
        explains=_("先与对方机关协商；协商不成的，报请共同的上一级机关指定管辖。最先立案的机关管辖。"),
    )
    def raise_dispute(self: "Case", *, officer: Officer, on: date, **told: Any) -> "Dispute":
        return self.disputes.create(raised_on=on, **told)

    @act(
        title=_("发出协助调查函"),
        basis="行政处罚法:26",
        source=(State.LEAD, State.INVESTIGATING, State.NOTIFIED),
        by=case_officers,
        asks="cases.forms.referral.AssistanceForm",
        issues=("assistance-letter",),
        group=GROUP,
        explains=_("写明要查的问题和答复日期；答复作为证据另行添加。"),
    )
    def request_assistance(self: "Case", *, officer: Officer, on: date, **told: Any) -> "Assistance":
        return self.assistance_requests.create(sent_on=on, **told)

    @act(
        title=_("登记移送来案"),
        basis="行政处罚法:27.2",
        source=UNDECIDED,
        by=case_officers,
        requires=(was_sent_to_us,),
        asks="cases.forms.referral.IncomingForm",
        opens=("transfer_answer",),
        issues=("transfer-receipt",),
        group=GROUP,
        explains=_("清点随案材料和物品，出具接收回执；决定是否立案后答复移送机关。"),
    )
    def register_incoming_transfer(self: "Case", *, officer: Officer, on: date, **told: Any) -> "IncomingTransfer":
        return self.incoming_transfers.create(received_on=on, **told)


class BeingTransferred:
    """What the authority that was sent the case answers."""

    answered_on: Any

    @act(
        title=_("登记受移送机关接收"),
        basis="行政处罚法:25",
        source="sent",
        target="accepted",
        by=case_officers,
        asks="cases.forms.referral.AcceptanceForm",
        explains=_("登记回执；案件可以按移送结案。"),
    )
    def record_acceptance(self: "AgencyTransfer", *, receiver: str, answer: str, on: date, **facts: Any) -> None:
        self.answered_on, self.receiver, self.answer = on, receiver, answer

    @act(
        title=_("登记受移送机关不接收"),
        basis="行政处罚法:25.2",
        source="sent",
        target="declined",
        by=case_officers,
        asks="cases.forms.referral.RejectionForm",
        exit=True,
        explains=_("案件退回的，由负责人恢复办理；对管辖有争议的，协商或者报请指定管辖。"),
    )
    def record_rejection(self: "AgencyTransfer", *, answer: str, on: date, **facts: Any) -> None:
        self.answered_on, self.answer = on, answer


class Disputing:
    """From negotiation to designation."""

    reported_on: Any
    decided_on: Any

    @act(
        title=_("登记协商结果"),
        basis="行政处罚法:25.2",
        source="negotiating",
        target="settled",
        by=case_officers,
        asks="cases.forms.referral.OutcomeForm",
    )
    def settle_dispute(self: "Dispute", *, outcome: str, on: date, **facts: Any) -> None:
        self.outcome, self.decided_on = outcome, on

    @act(
        title=_("报请指定管辖"),
        basis="行政处罚法:25.2",
        source="negotiating",
        target="reported",
        by=head_of_bureau,
        asks="cases.forms.referral.DesignationRequestForm",
        issues=("designation-request",),
        exit=True,
        explains=_("协商不成的报请，也可以直接报请共同的上一级机关指定。"),
    )
    def report_dispute(self: "Dispute", *, superior: str, on: date, **facts: Any) -> None:
        self.superior, self.reported_on = superior, on

    @act(
        title=_("登记指定管辖"),
        basis="行政处罚法:25.2",
        source="reported",
        target="designated",
        by=case_officers,
        asks="cases.forms.referral.DesignationForm",
    )
    def record_designation(self: "Dispute", *, outcome: str, decision_number: str, on: date, **facts: Any) -> None:
        self.outcome, self.decision_number, self.decided_on = outcome, decision_number, on


class Assisting:
    """What the organ that was asked answers."""

    answered_on: Any

    @act(
        title=_("登记协助答复"),
        basis="行政处罚法:26",
        source="sent",
        target="answered",
        by=case_officers,
        asks="cases.forms.referral.AnswerForm",
    )
    def record_assistance(self: "Assistance", *, answer: str, on: date, **facts: Any) -> None:
        self.answered_on, self.answer = on, answer

    @act(
        title=_("登记不予协助"),
        basis="行政处罚法:26",
        source="sent",
        target="declined",
        by=case_officers,
        asks="cases.forms.referral.AnswerForm",
        exit=True,
    )
    def record_assistance_refusal(self: "Assistance", *, answer: str, on: date, **facts: Any) -> None:
        self.answered_on, self.answer = on, answer


class Receiving:
    """What is answered to the organ that sent us the case."""

    answered_on: Any

    @act(
        title=_("答复移送机关"),
        basis="行政处罚法:27.2",
        source="received",
        target="answered",
        by=case_officers,
        requires=(filing_is_decided,),
        asks="cases.forms.referral.SenderAnswerForm",
        meets=("transfer_answer",),
        issues=("transfer-answer",),
        explains=_("决定是否立案以后，把受理情况书面告知移送机关。"),
    )
    def answer_sender(self: "IncomingTransfer", *, answer: str, on: date, **facts: Any) -> None:
        self.answered_on, self.answer = on, answer

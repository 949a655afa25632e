"""鉴定和抽样: what experts are asked, what they answer, what the party says to it (行政处罚法 46, 56; 行政强制法 25.3)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.measures import opinion_has_its_form, repeated_only_once
from cases.guards.people import case_officers, decider_did_not_investigate, head_of_bureau
from cases.measure_states import AppraisalState as State
from cases.measure_states import SamplingState
from cases.procedure.entrusting import entrust
from cases.standstill import APPRAISAL, go_on
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Appraisal, Sampling


class Sampled:
    """What becomes of samples."""

    settled_on: Any

    @act(
        title=_("登记样品处理"),
        basis="行政处罚法:56",
        source=SamplingState.TAKEN,
        target=SamplingState.SETTLED,
        by=case_officers,
        asks="cases.forms.appraisal.SettleSamplesForm",
        explains=_("返还、检验耗用或者随案保存，写明数量。"),
    )
    def settle_samples(self: "Sampling", *, settlement: str, on: date, **facts: Any) -> None:
        self.keep(settlement=settlement, settled_on=on)


class Appraising:
    """The acts on one appraisal."""

    received_on: Any
    told_on: Any

    @act(
        title=_("收到鉴定意见"),
        basis="行政处罚法:46.1(7)",
        source=State.ENTRUSTED,
        target=State.RECEIVED,
        by=case_officers,
        requires=(opinion_has_its_form,),
        asks="cases.forms.appraisal.OpinionReceivedForm",
        opens=("tell_appraisal",),
        meets=("appraisal",),
        drafts=("evidence-list",),
        explains=_("鉴定意见作为证据入卷；停算的期限自收到的次日起继续计算。"),
    )
    def receive_opinion(
        self: "Appraisal", *, opinion: str, appraisers: str, officer: Officer, on: date, **form: Any
    ) -> None:
        expert = self.case.evidence.create(
            kind="expert",
            title=f"{self.institution}鉴定意见",
            source=self.institution,
            proves=self.question[:200],
            collected_on=on,
            added_on=on,
            collected_by=officer,
            formalities={"institution": f"{self.institution}，{self.qualification}", "signed": "是"},
        )
        for charge_id, line in form.get("supports", ()):
            expert.links.create(charge_id=charge_id, line=line)
        self.keep(received_on=on, opinion=opinion, appraisers=appraisers, evidence=expert)
        waiting = self.case.appraisals.filter(state=State.ENTRUSTED).exclude(pk=self.pk)
        still = {pk for one in waiting for pk in one.stops}
        free = [pk for pk in self.stops if pk not in still]
        go_on(self.case, APPRAISAL, on=on, reason="鉴定期间", basis="行政强制法:25.3", terms=free)

    @act(
        title=_("告知鉴定意见"),
        basis="行政处罚法:44",
        source=State.RECEIVED,
        target=State.TOLD,
        by=case_officers,
        asks="cases.forms.approval.PlainForm",
        meets=("tell_appraisal",),
        issues=("appraisal-notice",),
        explains=_("告知鉴定意见和申请重新鉴定的权利。"),
    )
    def tell_opinion(self: "Appraisal", *, on: date, **facts: Any) -> None:
        self.keep(told_on=on)

    @act(
        title=_("登记重新鉴定申请"),
        basis="行政处罚法:45.1",
        source=State.TOLD,
        target=State.CONTESTED,
        by=case_officers,
        requires=(repeated_only_once,),
        asks="cases.forms.appraisal.ContestForm",
        exit=True,
    )
    def contest_opinion(self: "Appraisal", *, reason: str, **facts: Any) -> None:
        self.keep(contest_reason=reason)

    @act(
        title=_("同意重新鉴定并委托"),
        basis="行政处罚法:45.1",
        source=State.CONTESTED,
        target=State.REPEATED,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.appraisal.RepeatForm",
        opens=("appraisal",),
        issues=("appraisal-letter",),
    )
    def repeat_appraisal(self: "Appraisal", *, on: date, answer: str, officer: Officer, **order: Any) -> "Appraisal":
        self.keep(answer=answer)
        return entrust(self.case, on=on, party=self.party, repeats=self, **order)

    @act(
        title=_("不同意重新鉴定"),
        basis="行政处罚法:45.1",
        source=State.CONTESTED,
        target=State.UPHELD,
        by=head_of_bureau,
        requires=(decider_did_not_investigate,),
        asks="cases.forms.approval.ReturnForm",
        exit=True,
    )
    def uphold_opinion(self: "Appraisal", *, opinion: str, **facts: Any) -> None:
        self.keep(answer=opinion)

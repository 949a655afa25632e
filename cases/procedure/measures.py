"""Measures that secure evidence: where they begin in a case (行政处罚法 55, 56)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.people import case_officers, handlers_hold_certificates, two_handlers
from cases.procedure.entrusting import entrust
from cases.procedure.investigation import OPEN_TO_EVIDENCE
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Appraisal, Case, Evidence, Preservation, Sampling, Showing

GROUP_MEASURES = _("取证措施")


class Measures:
    """The acts of a case from which a measure for its evidence springs."""

    @act(
        title=_("提请先行登记保存"),
        basis="行政处罚法:56",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.measures.PreservationForm",
        drafts=("preservation-approval",),
        group=GROUP_MEASURES,
        explains=_("经负责人批准以后才能登记保存。"),
    )
    def propose_preservation(self: "Case", *, officer: Officer, on: date, **proposal: Any) -> "Preservation":
        return self.preservations.create(proposed_on=on, **proposal)

    @act(
        title=_("向当事人出示证据"),
        basis="行政处罚法:41.3",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.measures.ShowingForm",
        group=GROUP_MEASURES,
        issues=("showing-record",),
        explains=_("出示或者播放证据，由当事人辨认并发表意见；电子技术监控记录必须出示。"),
    )
    def show_evidence(
        self: "Case", *, officer: Officer, on: date, evidence: "list[Evidence]", **shown: Any
    ) -> "Showing":
        showing = self.showings.create(first_officer=officer, **shown)
        showing.evidence.set(evidence)
        return showing

    @act(
        title=_("抽样取证"),
        basis="行政处罚法:56",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.appraisal.SamplingForm",
        group=GROUP_MEASURES,
        issues=("sampling-record",),
        explains=_("当事人或者见证人在场，当场封样、签名，凭证当场交当事人一份。"),
    )
    def take_samples(self: "Case", *, officer: Officer, on: date, **taken: Any) -> "Sampling":
        return self.samplings.create(first_officer=officer, **taken)

    @act(
        title=_("委托鉴定"),
        basis="行政处罚法:46.1(7)",
        source=OPEN_TO_EVIDENCE,
        by=case_officers,
        requires=(two_handlers, handlers_hold_certificates),
        asks="cases.forms.appraisal.EntrustForm",
        group=GROUP_MEASURES,
        opens=("appraisal",),
        issues=("appraisal-letter",),
        explains=_("只有法律写明不计入的期限才停算；办案期限默认不扣除鉴定时间。"),
    )
    def entrust_appraisal(self: "Case", *, officer: Officer, on: date, **order: Any) -> "Appraisal":
        return entrust(self, on=on, **order)

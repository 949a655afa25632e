"""补正和作废: an issued paper never changes; what is wrong in it is put right by a new one (行政处罚法 75.2 [R])."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.guards.apart import guard_apart
from cases.guards.paper_repair import (
    error_stands_in_the_paper,
    no_repair_is_pending,
    only_a_slip_is_put_right,
    paper_is_in_nobody_s_hands,
    paper_may_be_corrected,
    void_paper_is_issued_anew,
)
from cases.guards.people import case_officers, head_of_bureau
from documents.services import void
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, PaperCorrection, PaperVoiding

GROUP = _("文书更正")
CORRECTION, VOIDING = "paper_correction", "paper_voiding"
correction_approver_apart = guard_apart("paper_correction_approver_apart")
voiding_approver_apart = guard_apart("paper_voiding_approver_apart")


class RepairingPapers:
    """What the handlers propose."""

    @act(
        title=_("报请补正文书"),
        basis="行政处罚法:75.2",
        source="*",
        by=case_officers,
        requires=(paper_may_be_corrected, no_repair_is_pending, error_stands_in_the_paper, only_a_slip_is_put_right),
        asks="cases.forms.paper_repair.PaperCorrectionForm",
        opinion_on=CORRECTION,
        group=GROUP,
        explains=_("已签发的文书有笔误的，写明原文和应为的文字，经负责人批准后出具补正决定书并送达；原文书不改动。"),
    )
    def propose_paper_correction(
        self: "Case", *, paper: Any, wrong: str, right: str, reason: str, officer: Officer, on: date, **facts: Any
    ) -> "PaperCorrection":
        return self.paper_corrections.create(
            paper=paper,
            party=paper.party,
            wrong=wrong,
            right=right,
            reason=reason,
            proposed_by=officer,
            proposed_on=on,
        )

    @act(
        title=_("报请作废文书"),
        basis="行政处罚法:75.2",
        source="*",
        by=case_officers,
        requires=(
            paper_is_in_nobody_s_hands,
            no_repair_is_pending,
            error_stands_in_the_paper,
            only_a_slip_is_put_right,
            void_paper_is_issued_anew,
        ),
        asks="cases.forms.paper_repair.PaperVoidingForm",
        opinion_on=VOIDING,
        group=GROUP,
        explains=_("已签发、还没有送达的文书，经负责人批准后作废；文号记入作废登记，不再使用。"),
    )
    def propose_paper_voiding(
        self: "Case", *, paper: Any, reason: str, reissue: bool, officer: Officer, on: date, **facts: Any
    ) -> "PaperVoiding":
        return self.paper_voidings.create(
            paper=paper,
            party=paper.party,
            reason=reason,
            reissue=reissue,
            wrong=facts.get("wrong", ""),
            right=facts.get("right", ""),
            proposed_by=officer,
            proposed_on=on,
        )


class CorrectingPaper:
    """The acts of one correction."""

    approved_on: Any
    approved_by: Any

    @act(
        title=_("批准补正文书"),
        basis="行政处罚法:75.2",
        source="proposed",
        target="approved",
        by=head_of_bureau,
        requires=(correction_approver_apart, paper_may_be_corrected, only_a_slip_is_put_right),
        asks="cases.forms.approval.OpinionForm",
        opinion_on=CORRECTION,
        opens=("serve_paper_correction",),
        issues=("paper-correction",),
        explains=_("出具补正决定书，随后送达当事人。"),
    )
    def approve_paper_correction(self: "PaperCorrection", *, officer: Officer, on: date, **facts: Any) -> None:
        self.approved_by, self.approved_on = officer, on

    @act(
        title=_("不批准补正文书"),
        basis="行政处罚法:75.2",
        source="proposed",
        target="refused",
        by=head_of_bureau,
        requires=(correction_approver_apart,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on=CORRECTION,
        exit=True,
    )
    def refuse_paper_correction(self: "PaperCorrection", **facts: Any) -> None:
        """The paper stays as it is; the opinion says why."""


class VoidingPaper:
    """The acts of one voiding."""

    approved_on: Any
    approved_by: Any

    @act(
        title=_("批准作废文书"),
        basis="行政处罚法:75.2",
        source="proposed",
        target="approved",
        by=head_of_bureau,
        requires=(voiding_approver_apart, paper_is_in_nobody_s_hands, only_a_slip_is_put_right),
        asks="cases.forms.approval.OpinionForm",
        opinion_on=VOIDING,
        reissues=True,
        explains=_("原文号作废；需要换发的，以新的文号出具同一文书。"),
    )
    def approve_paper_voiding(self: "PaperVoiding", *, officer: Officer, on: date, **facts: Any) -> None:
        self.approved_by, self.approved_on = officer, on
        void(self.paper, officer=officer, on=on, reason=self.reason[:200])

    @act(
        title=_("不批准作废文书"),
        basis="行政处罚法:75.2",
        source="proposed",
        target="refused",
        by=head_of_bureau,
        requires=(voiding_approver_apart,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on=VOIDING,
        exit=True,
    )
    def refuse_paper_voiding(self: "PaperVoiding", **facts: Any) -> None:
        """The paper counts; the opinion says why."""

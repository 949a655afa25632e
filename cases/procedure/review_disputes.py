"""复核、分歧、顾问: what happens when handlers and reviewer do not agree, and whom a reviewer may ask.

None of it replaces the review: a case that must be reviewed is decided only after one has passed (行政处罚法 58). The
order is that of the bureaus' rules after 国办发〔2018〕118号: one re-examination, then the heads; counsel assist.
"""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.case_file import load_case_file
from cases.examined import examined, root_of, why_required
from cases.guards.people import (
    case_officers,
    decider_did_not_investigate,
    decider_did_not_review,
    head_of_bureau,
    legal_reviewer,
    two_handlers,
)
from cases.guards.review_disputes import (
    advice_comes_before_the_conclusion,
    asked_counsel,
    counsel_has_no_part_in_the_case,
    disagreement_remains,
    no_review_dispute_is_open,
    review_may_be_reexamined,
)
from cases.guards.suspension import not_suspended
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, LegalReview, ReviewAdvice, ReviewDispute

GROUP = _("法制审核")


class Disagreeing:
    """What handlers and reviewer do for the case as a whole."""

    @act(
        title=_("申请复核审核意见"),
        basis="行政处罚法:58",
        source=State.NOTIFIED,
        target=State.UNDER_REVIEW,
        by=case_officers,
        requires=(not_suspended, two_handlers, no_review_dispute_is_open, review_may_be_reexamined),
        asks="cases.forms.review_disputes.ReexaminationForm",
        opens=("review",),
        exit=True,
        explains=_("不同意审核意见的，按原案卷申请复核一次；案卷有变更的，重新提请审核。"),
    )
    def request_reexamination(self: "Case", *, request: str, officer: Officer, on: date, **facts: Any) -> "LegalReview":
        file = load_case_file(self.pk)
        found = examined(file)
        return self.reviews.create(
            round=self.round,
            submitted_on=on,
            submitted_by=officer,
            substance=root_of(found),
            examined=found,
            why=why_required(file, on),
            re_examines=file.last_review,
            request=request,
        )

    @act(
        title=_("把审核分歧提请负责人决定"),
        basis="行政处罚法:58",
        source=State.NOTIFIED,
        by=case_officers,
        requires=(two_handlers, disagreement_remains),
        asks="cases.forms.review_disputes.DisputeForm",
        group=GROUP,
        explains=_("复核以后仍有分歧的，把双方意见一并提请负责人决定；负责人的决定不代替法制审核。"),
    )
    def raise_review_dispute(
        self: "Case", *, reasons: str, officer: Officer, on: date, **facts: Any
    ) -> "ReviewDispute":
        review = load_case_file(self.pk).last_review
        return self.review_disputes.create(review=review, reasons=reasons, raised_by=officer, raised_on=on)

    @act(
        title=_("征求法律顾问意见"),
        basis="行政处罚法:58",
        source=State.UNDER_REVIEW,
        by=legal_reviewer,
        requires=(counsel_has_no_part_in_the_case,),
        asks="cases.forms.review_disputes.AskCounselForm",
        group=GROUP,
        explains=_("法律顾问、公职律师协助审核，提出的意见供参考，不代替审核结论。"),
    )
    def ask_counsel(
        self: "Case", *, counsel: Officer, question: str, officer: Officer, on: date, **facts: Any
    ) -> "ReviewAdvice":
        review = load_case_file(self.pk).last_review
        return self.review_advice.create(
            review=review, counsel=counsel, question=question, asked_by=officer, asked_on=on
        )


class Settling:
    """The heads' word on one disagreement."""

    @act(
        title=_("决定审核分歧"),
        basis="行政处罚法:58",
        source="raised",
        target="settled",
        by=head_of_bureau,
        requires=(decider_did_not_investigate, decider_did_not_review),
        asks="cases.forms.review_disputes.SettleForm",
        explains=_("看过双方意见后决定；采纳承办机构意见的，附卷后重新提请审核，审核同意以前仍不得作出处罚决定。"),
    )
    def settle_review_dispute(
        self: "ReviewDispute", *, ruling: str, opinion: str, officer: Officer, on: date, **facts: Any
    ) -> None:
        self.keep(ruling=ruling, opinion=opinion, settled_by=officer, settled_on=on)


class Advising:
    """Counsel's answer."""

    @act(
        title=_("提出法律顾问意见"),
        basis="行政处罚法:58",
        source="asked",
        target="given",
        by=asked_counsel,
        requires=(advice_comes_before_the_conclusion,),
        asks="cases.forms.review_disputes.AdviceForm",
        explains=_("意见附在审核意见书中；审核结论由法制审核人员作出。"),
    )
    def give_advice(self: "ReviewAdvice", *, text: str, on: date, **facts: Any) -> None:
        self.keep(text=text, given_on=on)

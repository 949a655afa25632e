"""法制审核: no decision without it where the law or the list demands it (行政处罚法 58)."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases.act import act
from cases.case_file import load_case_file
from cases.examined import examined, root_of, why_required
from cases.guards.examination import (
    all_points_are_answered,
    all_points_are_satisfied,
    comments_are_answered,
    conclusion_follows_the_points,
    every_case_has_these_points,
    nothing_changed_since_submission,
    review_is_not_required,
)
from cases.guards.notice import (
    every_party_was_notified,
    hearing_period_is_over,
    hearings_are_over,
    statement_period_is_over,
    statements_are_answered,
)
from cases.guards.notified import (
    decided_as_notified,
    late_evidence_is_judged,
    not_heavier_than_notified,
    nothing_must_be_told_anew,
    promised_lightening_has_come,
)
from cases.guards.people import (
    case_officers,
    legal_reviewer,
    reviewer_did_not_chair,
    reviewer_did_not_investigate,
    reviewer_is_qualified,
    two_handlers,
)
from cases.guards.review_disputes import no_review_dispute_is_open
from cases.guards.suspension import not_suspended
from cases.states import State
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import Case, LegalReview

HEARD = (
    every_party_was_notified,
    statement_period_is_over,
    hearing_period_is_over,
    statements_are_answered,
    hearings_are_over,
    decided_as_notified,
    late_evidence_is_judged,
    nothing_must_be_told_anew,
    promised_lightening_has_come,
)
FIT_TO_REVIEW = (reviewer_did_not_investigate, reviewer_did_not_chair, reviewer_is_qualified)
ANSWERED = (*FIT_TO_REVIEW, all_points_are_answered, every_case_has_these_points)


class Reviewing:
    """The acts of legal review."""

    @act(
        title=_("提请法制审核"),
        basis="行政处罚法:58",
        source=State.NOTIFIED,
        target=State.UNDER_REVIEW,
        by=case_officers,
        requires=(
            not_suspended,
            two_handlers,
            *HEARD,
            not_heavier_than_notified,
            comments_are_answered,
            no_review_dispute_is_open,
        ),
        opens=("review",),
        issues=("evidence-list",),
        explains=_("当事人的陈述申辩、听证都已了结，把全案提请法制审核。"),
    )
    def submit_for_review(self: "Case", *, officer: Officer, on: date, **facts: Any) -> "LegalReview":
        return _submit(self, officer, on)

    @act(
        title=_("重新提请法制审核"),
        basis="行政处罚法:58",
        source=(State.REVIEWED, State.READY, State.DISCUSSED),
        target=State.UNDER_REVIEW,
        by=case_officers,
        requires=(not_suspended, two_handlers, *HEARD, not_heavier_than_notified, comments_are_answered),
        opens=("review",),
        issues=("evidence-list",),
        exit=True,
        explains=_("审核以后又有新的事实、证据的，重新提请审核；不属于应当审核的案件也可以提请。"),
    )
    def resubmit_for_review(self: "Case", *, officer: Officer, on: date, **facts: Any) -> "LegalReview":
        return _submit(self, officer, on)

    @act(
        title=_("法制审核同意"),
        basis="行政处罚法:58",
        source=State.UNDER_REVIEW,
        target=State.REVIEWED,
        by=legal_reviewer,
        requires=(*ANSWERED, all_points_are_satisfied, nothing_changed_since_submission),
        asks="cases.forms.review.PassForm",
        meets=("review",),
        issues=("legal-review-opinion",),
        explains=_("逐项回答八个要点，出具书面审核意见。"),
    )
    def pass_review(self: "Case", *, officer: Officer, on: date, **conclusion: Any) -> "LegalReview":
        return _conclude(self, "passed", officer, on, conclusion)

    @act(
        title=_("法制审核退回"),
        basis="行政处罚法:58",
        source=State.UNDER_REVIEW,
        target=State.NOTIFIED,
        by=legal_reviewer,
        requires=(*ANSWERED, conclusion_follows_the_points),
        asks="cases.forms.review.ReturnReviewForm",
        meets=("review",),
        issues=("legal-review-opinion",),
        explains=_("写明哪一处有什么问题；承办人逐条答复、补正后重新提请。"),
    )
    def return_review(self: "Case", *, officer: Officer, on: date, **conclusion: Any) -> "LegalReview":
        return _conclude(self, conclusion["outcome"], officer, on, conclusion)

    @act(
        title=_("答复审核意见"),
        basis="行政处罚法:58",
        source=(State.NOTIFIED, State.INVESTIGATING),
        by=case_officers,
        asks="cases.forms.review.AnswerCommentsForm",
        group=_("法制审核"),
    )
    def answer_comments(self: "Case", *, answers: dict[int, str], on: date, **facts: Any) -> None:
        for review in self.reviews.filter(round=self.round):
            for comment in review.comments.filter(pk__in=answers):
                comment.answer, comment.answered_on = answers[comment.pk], on
                comment.save(update_fields=["answer", "answered_on"])

    @act(
        title=_("报请负责人决定"),
        basis="行政处罚法:57.1",
        source=State.NOTIFIED,
        target=State.READY,
        by=case_officers,
        requires=(
            not_suspended,
            two_handlers,
            *HEARD,
            not_heavier_than_notified,
            comments_are_answered,
            review_is_not_required,
        ),
        issues=("evidence-list",),
        explains=_("不属于应当法制审核的案件，直接报请负责人审查决定。"),
    )
    def submit_for_decision(self: "Case", **facts: Any) -> None:
        """No review is required: on to the head of the bureau."""


def _submit(case: "Case", officer: Officer, on: date) -> "LegalReview":
    file = load_case_file(case.pk)
    found = examined(file)
    return case.reviews.create(
        round=case.round,
        submitted_on=on,
        submitted_by=officer,
        substance=root_of(found),
        examined=found,
        why=why_required(file, on),
    )


def _conclude(case: "Case", outcome: str, officer: Officer, on: date, conclusion: dict[str, Any]) -> "LegalReview":
    review = case.reviews.filter(round=case.round, outcome="").latest("pk")
    review.outcome, review.opinion = outcome, conclusion["opinion"]
    review.reviewer, review.concluded_on = officer, on
    review.save()
    for point in conclusion["points"]:
        review.points.create(**point)
    for comment in conclusion.get("comments", ()):
        review.comments.create(**comment)
    return review

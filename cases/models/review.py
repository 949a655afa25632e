"""Who examined the case before it was decided, and what did they say?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Approval(models.Model):
    """One opinion on the way of a paper: handler, head of the unit, head of the bureau."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="approvals")
    matter = models.CharField(max_length=20)
    act = models.CharField(max_length=40)
    post = models.CharField(max_length=40)
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opinion = models.TextField()
    given_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.matter} {self.post} {self.opinion}"


class LegalReview(models.Model):
    """Legal review of a major decision (行政处罚法 58), bound to the substance it examined."""

    class Outcome(models.TextChoices):
        PASSED = "passed", _("同意")
        RETURNED = "returned", _("退回补充调查或补正")
        CORRECTED = "corrected", _("提出纠正意见")
        TRANSFER = "transfer", _("建议移送")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="reviews")
    round = models.PositiveSmallIntegerField()
    submitted_on = models.DateField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    substance = models.CharField(max_length=64)
    """The digest over `examined`; of a review from before that was kept, the digest of the whole file."""
    examined = models.JSONField(default=dict)
    """The dossier that was submitted, a digest per row (cases.examined)."""
    why = models.JSONField(default=list)
    """The rule rows that demanded the review, with amount and day, as they were when it was asked for."""
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    concluded_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    opinion = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(outcome="") | (Q(reviewer__isnull=False) & Q(concluded_on__isnull=False) & ~Q(opinion="")),
                name="a_concluded_review_is_signed",
                violation_error_message=_("法制审核结论须有审核人、日期和书面意见。"),
            ),
            models.CheckConstraint(
                condition=Q(reviewer=None) | ~Q(reviewer=F("submitted_by")),
                name="nobody_reviews_own_submission",
                violation_error_message=_("法制审核人员不得是提请审核的承办人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome or self.submitted_on}"


class ReviewPoint(models.Model):
    """One of the eight points of the review, answered (国办发〔2018〕118号)."""

    review = models.ForeignKey(LegalReview, models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=120)
    satisfied = models.BooleanField()
    applies = models.BooleanField(default=True, db_default=True)
    """One that does not apply to the case counts as satisfied and says why."""
    remark = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="a_point_is_answered_once"),
            models.CheckConstraint(
                condition=Q(satisfied=True) | ~Q(remark=""),
                name="an_unsatisfied_point_says_why",
                violation_error_message=_("审核要点答“否”的须说明理由。"),
            ),
            models.CheckConstraint(
                condition=Q(applies=True) | Q(satisfied=True) & ~Q(remark=""),
                name="a_point_that_does_not_apply_says_why",
                violation_error_message=_("审核要点答“不适用”的须说明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.satisfied}"


class ReviewComment(models.Model):
    """A reviewer's remark pinned to a place in the file; settled when the handler has dealt with it."""

    review = models.ForeignKey(LegalReview, models.PROTECT, related_name="comments")
    place = models.CharField(_("位置"), max_length=120)
    text = models.TextField(_("意见"))
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


class Discussion(models.Model):
    """The heads' collective discussion of a complex or major case (行政处罚法 57.2)."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="discussions")
    round = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    chair = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    recorder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    report = models.TextField()
    conclusion = models.TextField()
    agreed = models.BooleanField()
    substance = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_at__gt=F("started_at")),
                name="a_discussion_ends_after_it_begins",
                violation_error_message=_("讨论结束时间必须晚于开始时间。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.started_at:%Y-%m-%d}"


class Voice(models.Model):
    """One head's view, reason and vote; dissent is kept as spoken."""

    class Vote(models.TextChoices):
        AGREE = "agree", _("同意")
        DISAGREE = "disagree", _("不同意")
        ABSTAIN = "abstain", _("弃权")

    discussion = models.ForeignKey(Discussion, models.PROTECT, related_name="voices")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    vote = models.CharField(max_length=10, choices=Vote.choices)
    opinion = models.TextField()
    reason = models.TextField()
    signed = models.BooleanField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["discussion", "officer"],
                name="a_head_votes_once",
                violation_error_message=_("同一负责人只能表决一次。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.vote}"

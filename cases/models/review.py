"""Who examined the case before it was decided, and what did they say?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from cases.objects import LegalObject
from cases.procedure.review_disputes import Advising, Settling
from officers.state_field import StateField


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
    re_examines = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)
    """The conclusion that the handlers asked to be looked at once more (复核)."""
    request = models.TextField(_("申请复核的理由"), blank=True)
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
    quote = models.CharField(_("原文"), max_length=200, blank=True, default="", db_default="")
    """The words of the paper that the remark is about, as they are printed there; empty for the whole of it."""
    text = models.TextField(_("意见"))
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.where}：{self.text}"

    @property
    def where(self) -> str:
        return f"{self.place}“{self.quote}”" if self.quote else self.place


class ReviewDispute(Settling, LegalObject):
    """分歧: re-examined and still not agreed to; the heads say which opinion holds. It replaces no review."""

    class State(models.TextChoices):
        RAISED = "raised", _("待负责人决定")
        SETTLED = "settled", _("已决定")

    class Ruling(models.TextChoices):
        REVIEW = "review", _("按审核意见办理")
        HANDLERS = "handlers", _("采纳承办机构的意见，附卷重新审核")

    slug = "review-dispute"
    relation = "review_disputes"
    ended = frozenset({"settled"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="review_disputes")
    review = models.ForeignKey(LegalReview, models.PROTECT, related_name="+")
    reasons = models.TextField(_("承办机构的意见和理由"))
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    raised_on = models.DateField(_("提请日期"))
    ruling = models.CharField(_("决定"), max_length=10, choices=Ruling.choices, blank=True)
    opinion = models.TextField(_("负责人的意见和理由"), blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    settled_on = models.DateField(_("决定日期"), null=True, blank=True)
    state = StateField(default=State.RAISED, choices=State.choices)

    class Meta:
        verbose_name = _("法制审核分歧")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review"],
                name="a_review_is_disputed_once",
                violation_error_message=_("同一审核意见只能提请负责人决定一次。"),
            ),
            models.CheckConstraint(
                condition=~Q(state="settled") | Q(settled_by__isnull=False) & ~Q(opinion="") & ~Q(ruling=""),
                name="a_settled_dispute_says_how_and_why",
                violation_error_message=_("分歧的决定须写明结果、理由和决定人。"),
            ),
            models.CheckConstraint(
                condition=Q(settled_by=None) | ~Q(settled_by=F("raised_by")),
                name="nobody_settles_own_dispute",
                violation_error_message=_("提请人不得决定自己提请的分歧。"),
            ),
        ]

    def __str__(self) -> str:
        return self.reasons[:40]

    def told(self) -> list[tuple[str, str]]:
        return [
            (str(_("审核意见")), self.review.opinion),
            (str(_("承办机构的意见和理由")), self.reasons),
            (str(_("提请日期")), date_format(self.raised_on)),
            (str(_("决定")), str(self.get_ruling_display()) if self.ruling else ""),
            (str(_("负责人的意见和理由")), self.opinion),
        ]


class ReviewAdvice(Advising, LegalObject):
    """What counsel (法律顾问、公职律师) was asked during a review and advised; they conclude nothing."""

    class State(models.TextChoices):
        ASKED = "asked", _("待提出意见")
        GIVEN = "given", _("已提出意见")

    slug = "review-advice"
    relation = "review_advice"
    ended = frozenset({"given"})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="review_advice")
    review = models.ForeignKey(LegalReview, models.PROTECT, related_name="+")
    counsel = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="advice_asked")
    question = models.TextField(_("征求意见的问题"))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("征求日期"))
    text = models.TextField(_("顾问意见"), blank=True)
    given_on = models.DateField(_("提出日期"), null=True, blank=True)
    state = StateField(default=State.ASKED, choices=State.choices)

    class Meta:
        verbose_name = _("法律顾问意见")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state="given") | Q(given_on__isnull=False) & ~Q(text=""),
                name="advice_that_was_given_says_something",
                violation_error_message=_("顾问意见须写明内容和日期。"),
            ),
            models.CheckConstraint(
                condition=~Q(counsel=F("asked_by")),
                name="nobody_asks_own_advice",
                violation_error_message=_("不能向自己征求意见。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.counsel} {self.question[:40]}"

    @property
    def has_ended(self) -> bool:
        """Once the review is concluded nobody waits for advice any more."""
        return super().has_ended or bool(self.review.outcome)

    def told(self) -> list[tuple[str, str]]:
        return [
            (str(_("法律顾问")), self.counsel.name),
            (str(_("征求意见的问题")), self.question),
            (str(_("顾问意见")), self.text),
            (str(_("提出日期")), date_format(self.given_on) if self.given_on else ""),
        ]


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

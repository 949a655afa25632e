"""Which batches of case files are reviewed, which files were drawn, who reviews them, and what did each reviewer say?

No statute gives a batch a procedure of its own: rows are filled in once, in order, and never emptied again.
"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cases.models import Case
from cases.states import Procedure
from officers.models import Department, Officer


class ReviewBatch(models.Model):
    """Files closed in a period, reviewed by two persons each; holds the standard and the rule of the day it was made."""

    title = models.CharField(_("批次名称"), max_length=80)
    begins = models.DateField(_("结案日期从"))
    ends = models.DateField(_("到"))
    procedure = models.CharField(_("适用程序"), max_length=8, choices=Procedure.choices, blank=True)
    domains = models.JSONField(_("业务领域"), default=list, blank=True)
    with_coercion = models.BooleanField(_("只选实施过强制措施的案卷"), default=False)
    units = models.ManyToManyField(Department, related_name="+", verbose_name=_("单位"), blank=True)
    """None = every unit."""
    size = models.PositiveIntegerField(_("抽取件数"), null=True, blank=True)
    """None = all files."""
    standard = models.JSONField()
    """As oversight.standards.frozen writes it."""
    rule = models.JSONField()
    """{difference_points, objection_working_days, decision_working_days, rectify_working_days}"""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_on = models.DateField(_("建立日期"))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends__gte=F("begins")),
                name="a_batch_ends_after_it_begins",
                violation_error_message=_("结束日期早于开始日期。"),
            ),
            models.CheckConstraint(
                condition=Q(size=None) | Q(size__gte=1),
                name="a_sample_has_a_file",
                violation_error_message=_("至少抽取一件。"),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def last_draw(self) -> "Draw":
        """The one that counts."""
        return max(self.draws.all(), key=lambda one: one.number)


class Draw(models.Model):
    """One draw of a batch's files, kept whole for ever; a later one takes its place with a reason."""

    batch = models.ForeignKey(ReviewBatch, models.PROTECT, related_name="draws")
    number = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=64)
    frame = models.JSONField()
    """[[case, unit, procedure], …] in the order of the case ids."""
    frame_sha256 = models.CharField(max_length=64)
    shares = models.JSONField()
    """[[unit, procedure, files, drawn], …]"""
    reason = models.CharField(_("重新抽取的理由"), max_length=300, blank=True)
    drawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    drawn_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["batch", "number"], name="draws_of_a_batch_are_numbered"),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(reason=""),
                name="a_later_draw_has_its_reason",
                violation_error_message=_("重新抽取须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.batch} {self.number}"


class ReviewFile(models.Model):
    """One drawn case file, with what the machine proposes and, confirmed, what the review came to."""

    class Difference(models.TextChoices):
        VETO = "veto", _("否决项认定不同")
        GRADE = "grade", _("等次不同")
        POINTS = "points", _("分差过大")

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="files")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Department, models.PROTECT, related_name="+")
    """That handled the case when it was drawn."""
    machine = models.JSONField(null=True)
    """{number of the item: {outcome, lost, findings}}, frozen when reviewers are assigned."""
    difference = models.CharField(max_length=6, choices=Difference.choices, blank=True)
    """Why a third person reviews it; empty while it needs none."""
    first_score = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    """As confirmed first; an objection may change `score`, never this."""
    score = models.DecimalField(_("得分"), max_digits=4, decimal_places=1, null=True)
    grade = models.CharField(_("等次"), max_length=20, blank=True)
    vetoed = models.BooleanField(null=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    confirmed_on = models.DateField(_("确认日期"), null=True)
    objections_until = models.DateField(_("异议截止日期"), null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draw", "case"], name="a_file_is_drawn_once"),
            models.CheckConstraint(
                condition=Q(confirmed_on=None, confirmed_by=None, objections_until=None, score=None, vetoed=None)
                | Q(
                    confirmed_on__isnull=False,
                    confirmed_by__isnull=False,
                    objections_until__gt=F("confirmed_on"),
                    score__isnull=False,
                    first_score__isnull=False,
                    vetoed__isnull=False,
                )
                & ~Q(grade=""),
                name="a_confirmed_result_is_whole",
                violation_error_message=_("确认的评查结果须有得分、等次和确认人。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.case)

    @property
    def standing_sheets(self) -> "list[Sheet]":
        return sorted((one for one in self.sheets.all() if one.withdrawn_on is None), key=lambda one: one.seat)

    @property
    def seats(self) -> int:
        return 3 if self.difference else 2

    @property
    def is_scored(self) -> bool:
        """Everybody who had to review it has done so: only now may anybody see what another one said."""
        return sum(one.counts for one in self.standing_sheets) == self.seats

    def is_final(self, today: date) -> bool:
        """Confirmed, the time to object is over, and every objection is decided."""
        if self.objections_until is None or today <= self.objections_until:
            return False
        return all(one.decided_on is not None for one in self.objections.all())


class Expert(models.Model):
    """A reviewer from outside who has no account; what such a person marks is typed in by one and signed off by another."""

    name = models.CharField(_("姓名"), max_length=40)
    organisation = models.CharField(_("单位"), max_length=80)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name", "organisation"],
                name="an_expert_is_registered_once",
                violation_error_message=_("这名专家已经登记。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}（{self.organisation}）"


class BatchReviewer(models.Model):
    """One person who reviews files of a batch."""

    batch = models.ForeignKey(ReviewBatch, models.PROTECT, related_name="reviewers")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="+", null=True)
    named_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    named_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["batch", "officer"],
                name="an_officer_reviews_a_batch_once",
                violation_error_message=_("已经是本批的评查人员。"),
            ),
            models.UniqueConstraint(
                fields=["batch", "expert"],
                name="an_expert_reviews_a_batch_once",
                violation_error_message=_("已经是本批的评查人员。"),
            ),
            models.CheckConstraint(
                condition=Q(officer=None, expert__isnull=False) | Q(officer__isnull=False, expert=None),
                name="a_reviewer_is_an_officer_or_an_expert",
                violation_error_message=_("评查人员是本单位人员或者外部专家。"),
            ),
        ]

    def __str__(self) -> str:
        return str(self.officer or self.expert)


class SheetQuerySet(models.QuerySet["Sheet"]):
    def standing(self) -> "SheetQuerySet":
        return self.filter(withdrawn_on=None)

    def of(self, officer: Officer) -> "SheetQuerySet":
        return self.standing().filter(reviewer__officer=officer)


class Sheet(models.Model):
    """What one reviewer marks in one file; once handed in it never changes."""

    file = models.ForeignKey(ReviewFile, models.PROTECT, related_name="sheets")
    seat = models.PositiveSmallIntegerField()
    """1 and 2; 3 only where they differ."""
    reviewer = models.ForeignKey(BatchReviewer, models.PROTECT, related_name="sheets")
    assigned_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    """None = by the machine."""
    assigned_on = models.DateField()
    reason = models.CharField(_("理由"), max_length=300, blank=True)
    """Why this person was assigned by hand."""
    answers = models.JSONField(default=dict)
    """{number of the item: {outcome, lost, reason}}"""
    score = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    grade = models.CharField(max_length=20, blank=True)
    vetoed = models.BooleanField(null=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    submitted_on = models.DateField(null=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    """Who compared an expert's sheet, typed in by another one, with the paper."""
    signed_on = models.DateField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True)
    withdrawn_on = models.DateField(null=True)
    withdrawn_reason = models.CharField(max_length=300, blank=True)

    objects = SheetQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "seat"],
                condition=Q(withdrawn_on=None),
                name="a_seat_is_taken_once",
                violation_error_message=_("这个席位已经有人。"),
            ),
            models.UniqueConstraint(
                fields=["file", "reviewer"],
                condition=Q(withdrawn_on=None),
                name="nobody_reviews_a_file_twice",
                violation_error_message=_("同一人不得对同一案卷评查两次。"),
            ),
            models.CheckConstraint(condition=Q(seat__range=(1, 3)), name="a_file_has_three_seats_at_most"),
            models.CheckConstraint(
                condition=Q(submitted_on=None, submitted_by=None, score=None, vetoed=None)
                | Q(submitted_on__isnull=False, submitted_by__isnull=False, score__isnull=False, vetoed__isnull=False),
                name="a_submitted_sheet_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None, signed_by=None)
                | Q(signed_on__isnull=False, signed_by__isnull=False, submitted_on__isnull=False)
                & ~Q(signed_by=F("submitted_by")),
                name="nobody_signs_off_what_they_typed",
                violation_error_message=_("专家评分表须由录入人以外的人核对。"),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_on=None, withdrawn_by=None, withdrawn_reason="")
                | Q(withdrawn_on__isnull=False, withdrawn_by__isnull=False, submitted_on=None)
                & ~Q(withdrawn_reason=""),
                name="a_withdrawn_sheet_was_never_submitted",
                violation_error_message=_("更换评查人员须写明理由；已经提交的不能更换。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.seat}"

    @property
    def is_experts(self) -> bool:
        return self.reviewer.expert_id is not None

    @property
    def counts(self) -> bool:
        return self.submitted_on is not None and (not self.is_experts or self.signed_on is not None)

"""What was committed to, published, revealed and drawn, in which order; and who took whose place afterwards?"""

import json
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from inspections.models.draws_plan import DrawPlan
from inspections.models.registers import CheckObject, CreditClass
from inspections.models.task import Task


class DrawQuerySet(QuerySet["Draw"]):
    def carried_out(self) -> "DrawQuerySet":
        return self.exclude(drawn_at=None)

    def under_way(self) -> "DrawQuerySet":
        return self.filter(drawn_at=None, cancelled_at=None)


class Draw(models.Model):
    """One draw, kept whatever became of it (docs/decisions/0014).

    Opened, committed, its pool published, revealed and drawn in one step, or cancelled at any time before that. Where
    it stands follows from what is filled in; what is filled in does not change again, the database sees to it.
    """

    plan = models.ForeignKey(DrawPlan, models.PROTECT, related_name="draws", verbose_name=_("抽查计划"))
    redraw_of = models.OneToOneField("self", models.PROTECT, related_name="redraw", null=True, blank=True)
    draws_on = models.DateField(_("抽取日期"))
    """Announced with the pool and part of the seed: nobody picks a day that suits."""
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    supervisor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="supervised_draws", verbose_name=_("监督人")
    )
    commitment = models.CharField(_("口令的摘要"), max_length=64, blank=True)
    committed_at = models.DateTimeField(null=True, blank=True)
    pool = models.TextField(blank=True)
    """Canonical JSON (inspections.drawing.canonical), kept as it was hashed."""
    pool_sha256 = models.CharField(_("抽取池的摘要"), max_length=64, blank=True)
    pooled_at = models.DateTimeField(null=True, blank=True)
    nonce = models.CharField(_("口令"), max_length=200, blank=True)
    seed = models.CharField(_("种子"), max_length=64, blank=True)
    result = models.TextField(blank=True)
    result_sha256 = models.CharField(_("结果的摘要"), max_length=64, blank=True)
    drawn_at = models.DateTimeField(null=True, blank=True)
    cancelled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancel_reason = models.CharField(_("取消的理由"), max_length=300, blank=True)

    objects = DrawQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(supervisor=F("opened_by")),
                name="nobody_supervises_own_draw",
                violation_error_message=_("监督人不能是组织抽取的人。"),
            ),
            models.CheckConstraint(
                condition=Q(commitment="", committed_at=None) | ~Q(commitment="") & Q(committed_at__isnull=False),
                name="a_commitment_has_its_time",
                violation_error_message=_("口令的摘要须有时间。"),
            ),
            models.CheckConstraint(
                condition=Q(pool="", pool_sha256="", pooled_at=None)
                | ~Q(pool="")
                & ~Q(pool_sha256="")
                # Nothing is less than nothing: without this SQL would let a missing time pass.
                & Q(committed_at__isnull=False, pooled_at__isnull=False, committed_at__lt=F("pooled_at")),
                name="the_nonce_is_committed_before_the_pool",
                violation_error_message=_("先提交口令的摘要，再公布抽取池。"),
            ),
            models.CheckConstraint(
                condition=Q(nonce="", seed="", result="", result_sha256="", drawn_at=None)
                | ~Q(nonce="")
                & ~Q(seed="")
                & ~Q(result="")
                & ~Q(result_sha256="")
                & Q(pooled_at__isnull=False, drawn_at__isnull=False, pooled_at__lt=F("drawn_at")),
                name="a_draw_follows_its_published_pool",
                violation_error_message=_("先公布抽取池，再揭示口令、得出结果。"),
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_by=None, cancel_reason="")
                | Q(cancelled_at__isnull=False, cancelled_by__isnull=False, drawn_at=None) & ~Q(cancel_reason=""),
                name="a_cancelled_draw_has_a_reason_and_no_result",
                violation_error_message=_("取消须写明理由；已经抽出结果的不能取消。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} · {self.pk}"

    @property
    def state_key(self) -> str:
        """waiting, drawn or cancelled: as the exported file says it."""
        if self.drawn_at:
            return "drawn"
        return "cancelled" if self.cancelled_at else "waiting"

    @property
    def pool_rows(self) -> dict[str, Any]:
        return dict(json.loads(self.pool)) if self.pool else {}

    @property
    def result_rows(self) -> list[dict[str, Any]]:
        return list(json.loads(self.result)["objects"]) if self.result else []


class Exclusion(models.Model):
    """An officer whom the organiser keeps out of a pool, before it is published; the public reads the reason's kind."""

    class Reason(models.TextChoices):
        LEAVE = "leave", _("请假、外出")
        DUTY = "duty", _("另有任务")
        RECUSAL = "recusal", _("回避")

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="exclusions")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("不参加的人员")
    )
    reason = models.CharField(_("理由"), max_length=20, choices=Reason.choices)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["draw", "officer"],
                name="an_officer_is_kept_out_once",
                violation_error_message=_("这名人员已经排除。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.reason}"


class CapWaiver(models.Model):
    """The head lets an enterprise be drawn though it was checked as often as the year allows; the public reads why."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="waivers")
    target = models.ForeignKey(CheckObject, models.PROTECT, related_name="+", verbose_name=_("检查对象"))
    reason = models.CharField(_("超过频次仍须抽取的理由"), max_length=200)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["draw", "target"],
                name="a_cap_is_waived_once",
                violation_error_message=_("这个对象已经同意抽取。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="a_cap_is_waived_with_a_reason",
                violation_error_message=_("超过频次抽取须写明理由。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.reason}"


class DrawnObject(models.Model):
    """One object of a result and the task that came of it; its officers as drawn stand in Draw.result."""

    draw = models.ForeignKey(Draw, models.PROTECT, related_name="drawn")
    target = models.ForeignKey(CheckObject, models.PROTECT, related_name="drawn")
    credit_class = models.CharField(max_length=20, choices=CreditClass.choices)
    task = models.OneToOneField(Task, models.PROTECT, related_name="drawn")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["draw", "target"],
                name="an_object_is_drawn_once_a_draw",
                violation_error_message=_("同一次抽取，一个对象只抽一次。"),
            )
        ]

    def __str__(self) -> str:
        return str(self.target)


class Substitution(models.Model):
    """Somebody fell out after the draw; the place was drawn again from the same pool."""

    class Reason(models.TextChoices):
        LEAVE = "leave", _("请假、外出")
        DUTY = "duty", _("另有任务")
        RECUSAL = "recusal", _("回避")
        CERTIFICATE = "certificate", _("执法证失效")

    drawn = models.ForeignKey(DrawnObject, models.PROTECT, related_name="substitutions")
    number = models.PositiveSmallIntegerField()
    """The first, the second … of this object: part of what is reckoned."""
    out = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("退出的人员"))
    into = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(_("退出的理由"), max_length=20, choices=Reason.choices)
    excluded = models.JSONField(default=list)
    """[{id, reason}]: who of the pool could not go on that day."""
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["drawn", "number"],
                name="substitutions_are_numbered",
                violation_error_message=_("刚才有人已经替换，刷新后再办。"),
            ),
            models.CheckConstraint(
                condition=~Q(out=F("into")),
                name="nobody_takes_own_place",
                violation_error_message=_("替换的人不能是同一人。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.drawn} {self.number}"

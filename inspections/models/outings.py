"""Who went out on which day, for which campaign or post, and which meetings led it? Head-counts are the officers of each outing."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Campaign(models.Model):
    """A special campaign (专项行动) with its period; `kind` is a key of checks.toml [[campaign]]."""

    kind = models.CharField(_("专项行动种类"), max_length=30)
    title = models.CharField(_("专项行动名称"), max_length=120)
    basis = models.CharField(_("部署文件"), max_length=200, blank=True)
    begins_on = models.DateField(_("开始日期"))
    ends_on = models.DateField(_("结束日期"))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("begins_on")),
                name="a_campaign_ends_after_it_begins",
                violation_error_message=_("结束日期早于开始日期。"),
            )
        ]

    def __str__(self) -> str:
        return self.title


class DutyPost(models.Model):
    """A place that is manned for a time (执勤点、卡点), in a campaign or by itself."""

    name = models.CharField(_("执勤点"), max_length=80)
    place = models.CharField(_("地点"), max_length=160, blank=True)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="posts", verbose_name=_("专项行动"), null=True, blank=True
    )
    since = models.DateField(_("设置日期"))
    until = models.DateField(_("撤销日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_post_ends_after_it_begins",
                violation_error_message=_("撤销日期早于设置日期。"),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Outing(models.Model):
    """Officers went out together (出动). Without a check in it, it is a patrol or a duty and counts as no check."""

    class Purpose(models.TextChoices):
        CHECK = "check", _("现场检查")
        PATROL = "patrol", _("巡查")
        DUTY = "duty", _("执勤")

    purpose = models.CharField(_("出动事由"), max_length=10, choices=Purpose.choices)
    day = models.DateField(_("出动日期"))
    begins_at = models.TimeField(_("出发时间"))
    ends_at = models.TimeField(_("返回时间"), null=True, blank=True)
    officers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="outings", verbose_name=_("出动人员"))
    vehicles = models.CharField(_("执法车辆"), max_length=120, blank=True)
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="outings", verbose_name=_("专项行动"), null=True, blank=True
    )
    post = models.ForeignKey(
        DutyPost, models.PROTECT, related_name="outings", verbose_name=_("执勤点"), null=True, blank=True
    )
    route = models.CharField(_("路线或者地点"), max_length=200, blank=True)
    note = models.CharField(_("情况"), max_length=500, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        indexes: ClassVar = [models.Index(fields=["-day", "-id"], name="outings_newest_first")]

    def __str__(self) -> str:
        return f"{self.day} {self.get_purpose_display()}"


class Meeting(models.Model):
    """A meeting of the leading group or of the campaign (会议)."""

    held_on = models.DateField(_("会议日期"))
    topic = models.CharField(_("议题"), max_length=200)
    attendance = models.PositiveSmallIntegerField(_("参加人数"))
    campaign = models.ForeignKey(
        Campaign, models.PROTECT, related_name="meetings", verbose_name=_("专项行动"), null=True, blank=True
    )
    note = models.CharField(_("议定事项"), max_length=500, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.held_on} {self.topic}"

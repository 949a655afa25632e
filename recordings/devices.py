"""Which recorders does the bureau have, who carried each one when, and when was one out of order?"""

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Device(models.Model):
    """A recorder of the register; out of service it stays in it."""

    class Kind(models.TextChoices):
        BODY = "body", _("执法记录仪")
        VEHICLE = "vehicle", _("车载记录设备")
        HAND = "hand", _("手持摄录设备")

    number = models.CharField(
        _("设备编号"),
        max_length=40,
        unique=True,
        error_messages={"unique": _("已经登记过这个编号的设备。")},
    )
    kind = models.CharField(_("设备种类"), max_length=10, choices=Kind.choices)
    since = models.DateField(_("启用日期"))
    until = models.DateField(_("停用日期"), null=True, blank=True)
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("音像记录设备")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_device_ends_after_it_begins",
                violation_error_message=_("停用日期早于启用日期。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}（{self.get_kind_display()}）"

    def is_in_service(self, on: date) -> bool:
        return self.since <= on and (self.until is None or on <= self.until)

    def holding_on(self, on: date) -> "DeviceHolding | None":
        """Who held it on that day; of two that meet on one day the later one."""
        held = [one for one in self.holdings.all() if one.since <= on and (one.until is None or on <= one.until)]
        return max(held, key=lambda one: (one.since, one.pk), default=None)

    def outage_on(self, on: date) -> "DeviceOutage | None":
        return next(
            (one for one in self.outages.all() if one.since <= on and (one.until is None or on <= one.until)), None
        )


class DeviceHolding(models.Model):
    """One officer carried one device from a day to a day; ended, never deleted."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="holdings")
    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("使用人"))
    since = models.DateField(_("领用日期"))
    until = models.DateField(_("交回日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["device"],
                condition=Q(until=None),
                name="a_device_has_one_holder",
                violation_error_message=_("这台设备还没有交回。"),
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="a_device_is_returned_after_it_is_taken",
                violation_error_message=_("交回日期早于领用日期。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.device} {self.officer}"


class DeviceOutage(models.Model):
    """The device was out of order, and why."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="outages")
    since = models.DateField(_("停止使用日期"))
    until = models.DateField(_("修复日期"), null=True, blank=True)
    reason = models.CharField(_("故障或者停止使用的原因"), max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["device"],
                condition=Q(until=None),
                name="a_device_is_out_of_order_once",
                violation_error_message=_("这台设备已经登记为停止使用。"),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="an_outage_says_why",
                violation_error_message=_("停止使用须写明原因。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.device} {self.since} {self.reason}"


class DeviceChange(models.Model):
    """Every change of the register: who made it, when, and what it says since."""

    device = models.ForeignKey(Device, models.PROTECT, related_name="changes")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    what = models.CharField(max_length=20)
    said: Any = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"{self.device} {self.what}"

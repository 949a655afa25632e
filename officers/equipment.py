"""Which enforcement vehicles are there, who drove them where, and was the equipment found fit?

Body cameras and docks have a register of their own: recordings.register.
"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Vehicle(models.Model):
    """An enforcement vehicle (执法车辆) of one unit."""

    plate = models.CharField(_("车牌号"), max_length=12, unique=True)
    model = models.CharField(_("品牌型号"), max_length=60, blank=True)
    unit = models.ForeignKey("officers.Department", models.PROTECT, related_name="vehicles", verbose_name=_("使用单位"))
    inspected_until = models.DateField(_("年检有效期至"))
    insured_until = models.DateField(_("保险有效期至"))
    retired_on = models.DateField(_("停用日期"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["plate"]

    def __str__(self) -> str:
        return self.plate


class VehicleTripQuerySet(models.QuerySet["VehicleTrip"]):
    def out(self) -> "VehicleTripQuerySet":
        return self.filter(km_to=None)


class VehicleTrip(models.Model):
    """One outing: who drove what for, and the meter before and after; without km_to the vehicle is still out."""

    vehicle = models.ForeignKey(Vehicle, models.PROTECT, related_name="trips", verbose_name=_("车辆"))
    driver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("驾驶人"))
    on = models.DateField(_("出车日期"))
    purpose = models.CharField(_("用途"), max_length=120)
    km_from = models.PositiveIntegerField(_("出车里程（公里）"))
    km_to = models.PositiveIntegerField(_("收车里程（公里）"), null=True, blank=True)

    objects = VehicleTripQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(km_to=None) | Q(km_to__gte=F("km_from")),
                name="a_meter_does_not_run_back",
                violation_error_message=_("收车里程小于出车里程。"),
            ),
            models.UniqueConstraint(
                fields=["vehicle"],
                condition=Q(km_to=None),
                name="a_vehicle_is_out_once",
                violation_error_message=_("这辆车还没有收车，先登记收车里程。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vehicle} {self.on}"


class EquipmentCheck(models.Model):
    """One look at a vehicle or another piece of equipment: is it fit for use?"""

    vehicle = models.ForeignKey(
        Vehicle, models.PROTECT, related_name="checks", null=True, blank=True, verbose_name=_("车辆")
    )
    item = models.CharField(_("其他装备和编号"), max_length=80, blank=True)
    on = models.DateField(_("检查日期"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("检查人"))
    fit = models.BooleanField(_("可以使用"))
    finding = models.CharField(_("检查情况"), max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(vehicle__isnull=False, item="") | (Q(vehicle=None) & ~Q(item="")),
                name="a_check_is_of_one_thing",
                violation_error_message=_("选择车辆，或者写明其他装备，只填一样。"),
            ),
            models.CheckConstraint(
                condition=Q(fit=True) | ~Q(finding=""),
                name="what_is_unfit_is_described",
                violation_error_message=_("不能使用的，写明检查情况。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.vehicle or self.item} {self.on}"

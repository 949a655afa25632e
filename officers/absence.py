"""Who is away from when until when?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Leave(models.Model):
    """An absence of one person between two days, both inclusive; shortened, never deleted."""

    class Kind(models.TextChoices):
        ANNUAL = "annual", _("年休假")
        SICK = "sick", _("病假")
        PRIVATE = "private", _("事假")
        STUDY = "study", _("学习培训")
        SECONDED = "seconded", _("借调")
        OTHER = "other", _("其他")

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="leaves", verbose_name=_("休假人员")
    )
    kind = models.CharField(_("种类"), max_length=20, choices=Kind.choices)
    since = models.DateField(_("自何日起"))
    until = models.DateField(_("至何日止"))
    note = models.CharField(_("备注"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["-since", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="a_leave_ends_after_it_begins",
                violation_error_message=_("止日早于起日。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.since} – {self.until}"

    def covers(self, on: date) -> bool:
        return self.since <= on <= self.until

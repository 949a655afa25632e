"""What has somebody set up for the own desk: kept filters, and a word each morning on what is due?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from officers.models import Department


class SavedFilter(models.Model):
    """A filter of the case list under a name; what it finds is found anew each time, by the rights of whoever looks."""

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters")
    name = models.CharField(_("名称"), max_length=20)
    query = models.CharField(max_length=400, blank=True)
    """As it stands in the address of the list, only with what the list understands."""
    shared_with = models.ForeignKey(
        Department, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("共享给")
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="a_filter_has_its_own_name",
                violation_error_message=_("你已经有一个叫这个名称的筛选。"),
            )
        ]

    def __str__(self) -> str:
        return self.name


class DigestChoice(models.Model):
    """Whether an officer asked for the daily notice by e-mail as well, and where to."""

    officer = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digest_choice")
    by_mail = models.BooleanField(_("每天用电子邮件提醒我"), default=False)
    address = models.EmailField(_("邮箱"), max_length=120, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(by_mail=False) | ~Q(address=""),
                name="mail_needs_an_address",
                violation_error_message=_("要用电子邮件提醒，先填写邮箱。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer}"


class Digest(models.Model):
    """What one officer was told on one day; there is one, however often the worker runs."""

    officer = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="digests")
    on = models.DateField(_("日期"))
    count = models.PositiveSmallIntegerField(_("件数"))
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["officer", "on"],
                name="one_digest_a_day",
                violation_error_message=_("这一天已经提醒过。"),
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} {self.on}"

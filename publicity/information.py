"""What was made public, when and through which channel; and which services were handled in which month?"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from law.information import channel_titles, channels_on
from officers.models import Officer


class InformationItem(models.Model):
    """One piece of information made public of the bureau's own accord (主动公开)."""

    title = models.CharField(gettext_lazy("标题"), max_length=200)
    channel = models.CharField(gettext_lazy("渠道"), max_length=40)
    published_on = models.DateField(gettext_lazy("公开日期"))
    link = models.URLField(gettext_lazy("网址"), max_length=400, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    void_on = models.DateField(gettext_lazy("作废日期"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-published_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["published_on", "channel"], name="information_by_day_and_channel")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["title", "channel", "published_on"],
                condition=Q(void_on=None),
                name="an_information_is_entered_once",
                violation_error_message=gettext_lazy("这条信息已经登记过。"),
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def channel_title(self) -> str:
        return channel_titles().get(self.channel, self.channel)

    def clean(self) -> None:
        if self.published_on and self.channel and self.channel not in channels_on(self.published_on):
            raise ValidationError({"channel": _("这一天没有这个渠道。")})


class ServiceItem(models.Model):
    """One matter of the service list (政务服务事项)."""

    class Kind(models.TextChoices):
        LICENCE = "licence", gettext_lazy("行政许可")
        OTHER = "other", gettext_lazy("其他事项")

    code = models.CharField(gettext_lazy("事项编码"), max_length=40, unique=True)
    name = models.CharField(gettext_lazy("事项名称"), max_length=120)
    kind = models.CharField(gettext_lazy("类别"), max_length=10, choices=Kind.choices)

    class Meta:
        ordering: ClassVar = ["code"]

    def __str__(self) -> str:
        return self.name


class ServiceMonth(models.Model):
    """What the service system says of one matter in one month; a month that was wrong is void and loaded anew."""

    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="months")
    month = models.DateField(gettext_lazy("月份"))
    """Its first day."""
    handled = models.PositiveIntegerField(gettext_lazy("办件数"))
    on_time = models.PositiveIntegerField(gettext_lazy("按期办结数"))
    rated = models.PositiveIntegerField(gettext_lazy("评价数"))
    satisfied = models.PositiveIntegerField(gettext_lazy("满意数"))
    loaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    loaded_on = models.DateField(gettext_lazy("导入日期"))
    void_on = models.DateField(gettext_lazy("作废日期"), null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["item", "month"],
                condition=Q(void_on=None),
                name="a_service_has_one_count_a_month",
                violation_error_message=gettext_lazy("这个事项这个月已经导入过。"),
            ),
            models.CheckConstraint(
                condition=Q(on_time__lte=F("handled")) & Q(satisfied__lte=F("rated")),
                name="no_part_is_more_than_the_whole",
                violation_error_message=gettext_lazy("按期办结数不超过办件数，满意数不超过评价数。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item} {self.month:%Y-%m}"


def void_information(item: InformationItem, on: date) -> None:
    InformationItem.objects.filter(pk=item.pk, void_on=None).update(void_on=on)


def void_month(month: date, on: date) -> int:
    """How many rows are void now; the month can be loaded again."""
    return ServiceMonth.objects.filter(month=month, void_on=None).update(void_on=on)


@transaction.atomic
def keep_information(rows: list[dict[str, object]], by: Officer) -> int:
    for row in rows:
        InformationItem.objects.create(**row, entered_by=by)
    return len(rows)

"""What may be checked, and whom? The item list and the object register of random inspection (一单两库).

The register of inspectors is the officers with their certificates: officers.models.
Rows are listed and taken off with their day, never deleted: a draw or a check of last year still finds them.
"""

from datetime import date
from typing import ClassVar, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Trade(models.TextChoices):
    """The line of business whose rules a check looks at; codes are stored and never change."""

    PASSENGER = "passenger", _("道路客运")
    BUS = "bus", _("城市公交")
    TAXI = "taxi", _("出租汽车")
    FREIGHT = "freight", _("道路普通货运")
    DANGEROUS = "dangerous", _("危险货物运输")
    STATION = "station", _("客货运站场")
    REPAIR = "repair", _("机动车维修")
    TRAINING = "training", _("驾驶员培训")
    RENTAL = "rental", _("小微型客车租赁")
    WATER = "water", _("水路运输")
    HIGHWAY = "highway", _("公路路政")
    WORKS = "works", _("交通建设工程")


class CreditClass(models.TextChoices):
    """The class by credit risk that decides how often an object is drawn (信用风险分类)."""

    TRUSTED = "trusted", _("守信")
    ORDINARY = "ordinary", _("一般")
    WARNED = "warned", _("警示")
    BROKEN = "broken", _("失信")
    GRAVELY_BROKEN = "gravely_broken", _("严重失信")


L = TypeVar("L", bound=models.Model)


class ListedQuerySet(models.QuerySet[L]):
    def on(self, day: date) -> "ListedQuerySet[L]":
        """What stood in the register on that day."""
        return self.filter(Q(delisted_on=None) | Q(delisted_on__gt=day), listed_on__lte=day)


class Listed(models.Model):
    """In the register from a day on, and until another, if it was taken off."""

    listed_on = models.DateField(_("列入日期"))
    delisted_on = models.DateField(_("移出日期"), null=True, blank=True)
    delisting_reason = models.CharField(_("移出的理由"), max_length=200, blank=True)

    objects = ListedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(delisted_on=None, delisting_reason="")
                # Nothing is not later than anything: without this SQL would let a reason without a day pass.
                | Q(delisted_on__isnull=False, delisted_on__gte=F("listed_on")) & ~Q(delisting_reason=""),
                name="%(class)s_leaves_its_register_with_day_and_reason",
                violation_error_message=_("移出须写明日期和理由，日期不能早于列入的日期。"),
            )
        ]


class CheckItem(Listed):
    """One line of the published list of what is checked at random (随机抽查事项清单)."""

    number = models.CharField(_("事项编号"), max_length=20, unique=True)
    title = models.CharField(_("抽查事项"), max_length=120)
    content = models.TextField(_("检查内容"), blank=True)
    trade = models.CharField(_("行业"), max_length=20, choices=Trade.choices)
    basis = models.CharField(_("检查依据"), max_length=300)
    is_focus = models.BooleanField(_("重点检查事项"), default=False)

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class CheckObject(Listed):
    """An enterprise, a self-employed person or a site that can be checked (检查对象名录库)."""

    name = models.CharField(_("名称"), max_length=120)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True)
    trade = models.CharField(_("行业"), max_length=20, choices=Trade.choices)
    credit_class = models.CharField(
        _("信用风险分类"), max_length=20, choices=CreditClass.choices, default=CreditClass.ORDINARY
    )
    is_person = models.BooleanField(_("个人"), default=False)
    """A natural person: its name is not shown to the public."""
    contact = models.CharField(_("联系人"), max_length=40, blank=True)
    phone = models.CharField(_("联系电话"), max_length=30, blank=True)
    address = models.CharField(_("地址"), max_length=200, blank=True)

    class Meta(Listed.Meta):
        constraints: ClassVar = [
            *Listed.Meta.constraints,
            models.UniqueConstraint(
                fields=["uscc", "trade"],
                condition=~Q(uscc="") & Q(delisted_on=None),
                name="an_enterprise_is_listed_once_a_trade",
                violation_error_message=_("这个单位在这一行业已经列入名录库。"),
            ),
        ]

    def __str__(self) -> str:
        return self.name

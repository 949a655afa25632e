"""Who keeps the things that were taken, and how were those disposed of that do not go back?"""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.coercion import CustodyState, DisposalState
from cases.models.coercion import CoerciveMeasure, Thing
from cases.models.party import Party
from cases.objects import LegalObject
from cases.procedure.custody import Disposing, HandingOver
from officers.state_field import StateField


class CustodyChange(HandingOver, LegalObject):
    """Things pass from one hand to another: the giver signs by giving, the taker by taking; the rows only grow."""

    slug = "custody"
    relation = "custody_changes"
    ended = frozenset({CustodyState.TAKEN, CustodyState.DECLINED})

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="custody_changes")
    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, related_name="custody_changes")
    state = StateField(default=CustodyState.OFFERED, choices=CustodyState.choices)
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    taker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="custodies")
    handed_at = models.DateTimeField()
    place = models.CharField(max_length=120)
    condition = models.CharField(max_length=200)
    taken_at = models.DateTimeField(null=True, blank=True)
    remark = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = gettext_lazy("财物交接")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(giver=F("taker")),
                name="things_pass_between_two_people",
                violation_error_message=gettext_lazy("移交人和接收人不能是同一人。"),
            ),
            models.CheckConstraint(
                condition=~Q(state=CustodyState.TAKEN) | Q(taken_at__gte=F("handed_at")),
                name="things_are_taken_after_they_are_handed_over",
                violation_error_message=gettext_lazy("接收时间早于移交时间。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver.name} → {self.taker.name}"

    @property
    def party(self) -> Party:
        return self.measure.party

    def told(self) -> list[tuple[str, str]]:
        return [
            (_("强制措施"), self.measure.heading),
            (_("移交"), f"{self.giver.name} {localtime(self.handed_at):%Y-%m-%d %H:%M}"),
            (_("接收"), f"{self.taker.name} {localtime(self.taken_at):%Y-%m-%d %H:%M}" if self.taken_at else ""),
            (_("存放地点"), self.place),
            (_("财物状况"), self.condition),
            (_("备注"), self.remark),
        ]


class Disposal(Disposing, LegalObject):
    """Things that do not go back to the party: asked for, approved by the head, carried out (行政处罚法 74)."""

    slug = "disposal"
    relation = "disposals"
    ended = frozenset({DisposalState.DENIED, DisposalState.DONE, DisposalState.UNSOLD})

    class Ground(models.TextChoices):
        CONFISCATED = "confiscated", gettext_lazy("依法没收的财物")
        PERISHABLE = "perishable", gettext_lazy("鲜活物品或者其他不易保管的财物")
        UNCLAIMED = "unclaimed", gettext_lazy("公告期满无人领取的财物")

    class Manner(models.TextChoices):
        AUCTION = "auction", gettext_lazy("公开拍卖")
        SALE = "sale", gettext_lazy("变卖")
        DESTROY = "destroy", gettext_lazy("销毁")
        HAND_OVER = "hand_over", gettext_lazy("移交有关部门")
        TREASURY = "treasury", gettext_lazy("上缴国库")

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="disposals")
    measure = models.ForeignKey(CoerciveMeasure, models.PROTECT, related_name="disposals")
    state = StateField(default=DisposalState.ASKED, choices=DisposalState.choices)
    things = models.ManyToManyField(Thing, related_name="disposals")
    ground = models.CharField(max_length=12, choices=Ground.choices)
    manner = models.CharField(max_length=10, choices=Manner.choices)
    basis = models.CharField(max_length=120)
    reason = models.TextField()
    valuation = models.DecimalField(max_digits=14, decimal_places=2)
    valued_by = models.CharField(max_length=120)
    auction_house = models.CharField(gettext_lazy("拍卖机构"), max_length=120, blank=True)
    house_licence = models.CharField(gettext_lazy("拍卖经营批准证书号"), max_length=60, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_on = models.DateField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    approved_on = models.DateField(null=True, blank=True)
    approval_opinion = models.TextField(blank=True)
    done_on = models.DateField(null=True, blank=True)
    receiver = models.CharField(max_length=120, blank=True)
    proceeds = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    receipt = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = gettext_lazy("财物处理")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=[DisposalState.ASKED, DisposalState.DENIED]) | Q(approved_by__isnull=False),
                name="a_disposal_is_approved",
                violation_error_message=gettext_lazy("处理财物须经负责人批准。"),
            ),
            models.CheckConstraint(
                condition=~Q(state=DisposalState.DONE) | (Q(done_on__isnull=False) & Q(proceeds__isnull=False)),
                name="a_disposal_that_is_done_has_day_and_proceeds",
                violation_error_message=gettext_lazy("处理财物须写明日期和所得款项。"),
            ),
            models.CheckConstraint(
                condition=~Q(manner="auction")
                | Q(state__in=[DisposalState.ASKED, DisposalState.DENIED])
                | (~Q(auction_house="") & ~Q(house_licence="")),
                name="an_auction_has_its_lawful_house",
                violation_error_message=gettext_lazy(
                    "拍卖财物由行政机关委托依法设立的拍卖机构办理（行政强制法第四十八条）。"
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_manner_display()} {_('、').join(one.name for one in self.things.all())}"

    @property
    def party(self) -> Party:
        return self.measure.party

    def told(self) -> list[tuple[str, str]]:
        done = f"{date_format(self.done_on)} {self.receiver}" if self.done_on else ""
        return [
            (_("财物"), _("、").join(str(one) for one in self.things.all())),
            (_("处理缘由"), self.get_ground_display()),
            (_("理由"), self.reason),
            (_("估价"), _("%(sum)s 元（%(by)s）") % {"sum": self.valuation, "by": self.valued_by}),
            (_("批准"), self.approved_by.name if self.approved_by else ""),
            (_("拍卖机构"), " ".join(filter(None, [self.auction_house, self.house_licence]))),
            (_("拍卖"), _("；").join(one.told() for one in sorted(self.auctions.all(), key=lambda row: row.pk))),
            (_("处理结果"), done),
            (_("所得款项"), _("%(sum)s 元") % {"sum": self.proceeds} if self.proceeds is not None else ""),
            (_("票据或者收据"), self.receipt),
        ]


class Auction(models.Model):
    """One entrustment of a disposal to its auction house, with the result; unsold things may be entrusted again."""

    disposal = models.ForeignKey(Disposal, models.PROTECT, related_name="auctions")
    contract = models.CharField(gettext_lazy("委托拍卖合同"), max_length=120)
    entrusted_on = models.DateField(gettext_lazy("委托日期"))
    reserve = models.DecimalField(gettext_lazy("保留价（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    announced_on = models.DateField(gettext_lazy("拍卖公告日期"), null=True, blank=True)
    held_on = models.DateField(gettext_lazy("拍卖日期"), null=True, blank=True)
    sold = models.BooleanField(gettext_lazy("已经成交"), null=True, blank=True)
    price = models.DecimalField(gettext_lazy("成交价（元）"), max_digits=14, decimal_places=2, null=True, blank=True)
    buyer = models.CharField(gettext_lazy("买受人"), max_length=120, blank=True)
    confirmation = models.CharField(gettext_lazy("成交确认书或者流拍证明"), max_length=120, blank=True)

    class Meta:
        verbose_name = gettext_lazy("拍卖")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["disposal"],
                condition=Q(sold=None),
                name="one_auction_is_under_way",
                violation_error_message=gettext_lazy("这些财物已经委托拍卖，还没有结果。"),
            ),
            models.CheckConstraint(
                condition=Q(sold=None) | (Q(held_on__isnull=False) & ~Q(confirmation="")),
                name="an_auction_that_was_held_has_its_paper",
                violation_error_message=gettext_lazy("拍卖结果须有日期和成交确认书或者流拍证明。"),
            ),
            models.CheckConstraint(
                condition=Q(sold=None) | Q(sold=False) | (Q(price__gt=0) & ~Q(buyer="")),
                name="a_sale_by_auction_has_buyer_and_price",
                violation_error_message=gettext_lazy("已经成交的，须有买受人和成交价。"),
            ),
            models.CheckConstraint(
                condition=Q(held_on=None) | Q(announced_on__isnull=False, held_on__gt=F("announced_on")),
                name="an_auction_is_announced_before_it_is_held",
                violation_error_message=gettext_lazy("拍卖应当先公告（拍卖法第四十五条）。"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.entrusted_on}"

    @property
    def party(self) -> Party:
        return self.disposal.party

    def told(self) -> str:
        parts = [date_format(self.entrusted_on), self.contract]
        if self.held_on and self.sold:
            parts.append(
                _("%(on)s %(buyer)s 以 %(price)s 元买受")
                % {"on": date_format(self.held_on), "buyer": self.buyer, "price": self.price}
            )
        elif self.held_on:
            parts.append(_("%(on)s 流拍") % {"on": date_format(self.held_on)})
        return _("，").join(filter(None, [*parts, self.confirmation]))

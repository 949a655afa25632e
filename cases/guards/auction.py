"""Is what is auctioned in the hands of a lawful auction house, announced in time, and its result written down?"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from law.limits import limit

AUCTION = "auction"


def is_auction(ask: Ask) -> bool:
    """A disposal by auction, or seized things auctioned to pay a fine (行政强制法 46.3)."""
    asked = ask.facts.get("manner") or ask.facts.get("power") or getattr(ask.subject, "manner", "")
    return bool(asked == AUCTION)


@guard(
    basis="行政强制法:48;拍卖法:11",
    cure=gettext_lazy("委托依法设立的拍卖机构，写明名称和拍卖经营批准证书号"),
    by=HANDLERS,
)
def auction_house_is_lawful(ask: Ask) -> Iterator[Text]:
    if not is_auction(ask):
        return
    told = [_said(ask, "auction_house"), _said(ask, "house_licence")]
    if not all(told):
        yield _("拍卖没有写明依法设立的拍卖机构和它的拍卖经营批准证书号。")


def _said(ask: Ask, name: str) -> str:
    if name in ask.facts:
        return str(ask.facts[name]).strip()
    return str(getattr(ask.subject, name, "")).strip()


@guard(
    basis="行政强制法:48",
    cure=gettext_lazy("委托拍卖，再登记拍卖结果"),
    by=HANDLERS,
    act="disposal.entrust_auction",
)
def not_sold_past_the_auction_house(ask: Ask) -> Iterator[Text]:
    if is_auction(ask):
        yield _("批准的处理方式是拍卖，不得自行处理。")


@guard(basis="行政强制法:48", cure=gettext_lazy("不是拍卖的，登记财物处理结果"), by=HANDLERS)
def disposal_is_by_auction(ask: Ask) -> Iterator[Text]:
    if not is_auction(ask):
        yield _("批准的处理方式不是拍卖。")


@guard(basis="拍卖法:45", cure=gettext_lazy("先公告，期满以后拍卖"), by=HANDLERS)
def auction_was_announced(ask: Ask) -> Iterator[Text]:
    announced, held = ask.facts.get("announced_on"), ask.facts.get("held_on")
    if not announced or not held:
        return
    days = limit("auction_notice_days", held)
    first = announced + timedelta(days=days)
    if held < first:
        yield _("拍卖公告 %(announced)s 发布，%(first)s 起才能拍卖。") % {"announced": announced, "first": first}


@guard(basis="拍卖法:50", cure=gettext_lazy("没有达到保留价的，登记流拍"), by=HANDLERS)
def reserve_was_reached(ask: Ask) -> Iterator[Text]:
    auction = auction_of(ask.subject)
    price = ask.facts.get("price")
    if ask.facts.get("sold") and price is not None and auction and auction.reserve and price < auction.reserve:
        yield _("成交价 %(price)s 元低于保留价 %(reserve)s 元，应价不发生效力。") % {
            "price": price,
            "reserve": auction.reserve,
        }


@guard(basis="行政强制法:48", cure=gettext_lazy("没有流拍的，不用另行处理"), by=HANDLERS)
def auction_failed(ask: Ask) -> Iterator[Text]:
    if ask.subject is not None and not any(one.sold is False for one in ask.subject.auctions.all()):
        yield _("没有流拍过。")


def auction_of(disposal: Any) -> Any | None:
    """The entrustment whose result is still to come."""
    return next((one for one in disposal.auctions.all() if one.sold is None), None) if disposal else None

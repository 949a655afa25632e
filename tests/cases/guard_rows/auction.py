"""The guards of auctions. The lorry of case 2, to be auctioned from 8 May 2026 on, announced on the 11th."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.cases import holding
from tests.cases.guard_rows.coercion import MAY_8, disposal
from tests.cases.guard_table import Situation, Stories, row

HOUSE = {"auction_house": "样例市公平拍卖有限公司", "house_licence": "蒙拍字第0012号"}


def asked(stories: Stories) -> Situation:
    """Asked for; the head is about to approve it."""
    story = stories["things detained"]
    facts = disposal(story) | HOUSE | {"manner": "auction", "basis": "行政强制法:28.2", "reason": "不易保管。"}
    facts |= {"valuation": Decimal(30000), "valued_by": "价格认定中心"}
    found: Any = holding.do(story, "赵刚", "propose_disposal", MAY_8, **facts).about
    return Situation(story, story.cast["卫国"], MAY_8, {}, found)


def allowed(stories: Stories) -> Situation:
    found = asked(stories)
    holding.do(found.story, "卫国", "approve_disposal", MAY_8, about=found.subject, opinion="同意。")
    return Situation(found.story, found.cast["赵刚"], MAY_8, {}, found.subject)


def entrusted(stories: Stories) -> Situation:
    found = allowed(stories)
    contract = {"contract": "委拍〔2026〕1号", "reserve": Decimal(30000)}
    holding.do(found.story, "赵刚", "entrust_auction", MAY_8, about=found.subject, **contract)
    facts = {"announced_on": date(2026, 5, 11), "held_on": date(2026, 5, 18), "sold": True, "price": Decimal(30000)}
    return Situation(found.story, found.officer, date(2026, 5, 18), facts, found.subject)


def with_its_house(stories: Stories) -> Situation:
    found = asked(stories)
    found.facts |= HOUSE | {"manner": "auction"}
    return found


@row("auction_house_is_lawful", "行政强制法:48;拍卖法:11", "没有写明依法设立的拍卖机构", with_its_house)
def _(now: Situation) -> None:
    now.facts["house_licence"] = " "


def by_sale(stories: Stories) -> Situation:
    found = asked(stories)
    type(found.subject).objects.update(manner="sale")
    return found


@row("not_sold_past_the_auction_house", "行政强制法:48", "不得自行处理", by_sale)
def _(now: Situation) -> None:
    type(now.subject).objects.update(manner="auction")


@row("disposal_is_by_auction", "行政强制法:48", "批准的处理方式不是拍卖", allowed)
def _(now: Situation) -> None:
    type(now.subject).objects.update(manner="sale")


@row("auction_was_announced", "拍卖法:45", "2026-05-11 发布，2026-05-18 起才能拍卖", entrusted)
def _(now: Situation) -> None:
    now.facts["held_on"] = date(2026, 5, 17)


@row("reserve_was_reached", "拍卖法:50", "成交价 29999 元低于保留价 30000.00 元", entrusted)
def _(now: Situation) -> None:
    now.facts["price"] = Decimal(29999)


def unsold(stories: Stories) -> Situation:
    found = entrusted(stories)
    result = found.facts | {"sold": False, "price": None, "buyer": "", "confirmation": "流拍证明", "receipt": ""}
    holding.do(found.story, "赵刚", "record_auction", found.on, about=found.subject, **result)
    return Situation(found.story, found.officer, found.on, {}, found.subject)


@row("auction_failed", "行政强制法:48", "没有流拍过", unsold)
def _(now: Situation) -> None:
    for one in now.subject.auctions.all():
        one.delete()

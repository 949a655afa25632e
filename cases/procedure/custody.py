"""财物的交接和处理: two signatures for each change of hands, the head's approval for each disposal."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from cases import clocks
from cases.act import Ask, Choice, act
from cases.coercion import CustodyState, DisposalState, Fate
from cases.guards.apart import guard_apart
from cases.guards.auction import (
    auction_failed,
    auction_house_is_lawful,
    auction_of,
    auction_was_announced,
    disposal_is_by_auction,
    not_sold_past_the_auction_house,
    reserve_was_reached,
)
from cases.guards.custody import named_keeper, taken_after_it_was_handed_over
from cases.guards.people import case_officers, head_of_bureau, two_handlers
from officers.models import Officer

if TYPE_CHECKING:
    from cases.models import CustodyChange, Disposal


def _taker(ask: Ask) -> Officer | None:
    return ask.facts.get("taker")


keeper_apart = guard_apart("keeper_apart", _taker)
disposal_approver_apart = guard_apart("disposal_approver_apart")


def _after_the_auction(disposal: "Disposal", *, sold: bool, **facts: Any) -> str:
    return DisposalState.DONE if sold else DisposalState.ALLOWED


class HandingOver:
    """The taker's half of a change of custody; the giver's is the act that made it."""

    taken_at: Any

    @act(
        title=_("接收保管财物"),
        basis="程序规定:119",
        source=CustodyState.OFFERED,
        target=CustodyState.TAKEN,
        by=named_keeper,
        requires=(taken_after_it_was_handed_over,),
        asks="cases.forms.custody.TakeOverForm",
        issues=("custody-record",),
        explains=_("逐件核对以后接收；接收即为签名。"),
    )
    def take_over_things(self: "CustodyChange", *, taken_at: datetime, remark: str, on: date, **facts: Any) -> None:
        self.taken_at, self.remark = taken_at, remark
        measure = self.measure
        measure.keeper, measure.place = self.taker, self.place
        measure.save(update_fields=["keeper", "place"])
        clocks.meet_terms(self.case, ("custody_handover",), on, measure)

    @act(
        title=_("退回移交"),
        basis="程序规定:119",
        source=CustodyState.OFFERED,
        target=CustodyState.DECLINED,
        by=named_keeper,
        asks="cases.forms.custody.DeclineForm",
        exit=True,
    )
    def decline_things(self: "CustodyChange", *, reason: str, **facts: Any) -> None:
        self.remark = reason


class Disposing:
    """处理涉案财物: approved by the head, carried out by two (行政处罚法 74)."""

    approved_by: Any
    approved_on: Any
    done_on: Any

    @act(
        title=_("批准处理财物"),
        basis="行政处罚法:74.1",
        source=DisposalState.ASKED,
        target=DisposalState.ALLOWED,
        by=head_of_bureau,
        requires=(disposal_approver_apart, auction_house_is_lawful),
        asks="cases.forms.approval.OpinionForm",
        opinion_on="disposal",
        issues=("disposal-approval",),
    )
    def approve_disposal(self: "Disposal", *, officer: Officer, opinion: str, on: date, **facts: Any) -> None:
        self.approved_by, self.approved_on, self.approval_opinion = officer, on, opinion

    @act(
        title=_("不批准处理财物"),
        basis="行政处罚法:74.1",
        source=DisposalState.ASKED,
        target=DisposalState.DENIED,
        by=head_of_bureau,
        requires=(disposal_approver_apart,),
        asks="cases.forms.approval.ReturnForm",
        opinion_on="disposal",
        exit=True,
    )
    def refuse_disposal(self: "Disposal", *, opinion: str, **facts: Any) -> None:
        self.approval_opinion = opinion

    @act(
        title=_("登记财物处理结果"),
        basis="行政处罚法:74.2",
        source=DisposalState.ALLOWED,
        target=DisposalState.DONE,
        by=case_officers,
        requires=(two_handlers, not_sold_past_the_auction_house),
        asks="cases.forms.custody.DisposedForm",
        explains=_("款项全部上缴国库；鲜活物品变卖的款项保存到作出处理决定。"),
    )
    def carry_out_disposal(self: "Disposal", *, on: date, **done: Any) -> None:
        self.give_away(on, **done)

    @act(
        title=_("委托拍卖"),
        basis="行政强制法:48;拍卖法:42",
        source=DisposalState.ALLOWED,
        target=DisposalState.ENTRUSTED,
        by=case_officers,
        requires=(two_handlers, disposal_is_by_auction, auction_house_is_lawful),
        asks="cases.forms.auction.EntrustForm",
        explains=_("拍卖由依法设立的拍卖机构办理，与它签订书面委托拍卖合同；流拍的可以再次委托。"),
    )
    def entrust_auction(self: "Disposal", *, on: date, officer: Officer, **entrusted: Any) -> None:
        self.auctions.create(entrusted_on=on, **entrusted)

    @act(
        title=_("登记拍卖结果"),
        basis="行政强制法:48;行政处罚法:74.2",
        source=DisposalState.ENTRUSTED,
        target=Choice((DisposalState.DONE, DisposalState.ALLOWED), _after_the_auction),
        by=case_officers,
        requires=(two_handlers, auction_was_announced, reserve_was_reached),
        asks="cases.forms.auction.ResultForm",
        explains=_("成交的登记买受人、价款和缴款票据；没有成交的登记流拍，再次委托或者另行处理。"),
    )
    def record_auction(
        self: "Disposal", *, sold: bool, on: date, officer: Officer, receipt: str, **result: Any
    ) -> None:
        auction: Any = auction_of(self)
        auction.sold = sold
        for name, value in result.items():
            setattr(auction, name, value)
        auction.save()
        if sold:
            self.give_away(on, receiver=auction.buyer, proceeds=auction.price, receipt=receipt)

    @act(
        title=_("流拍后另行处理"),
        basis="行政处罚法:74.1",
        source=DisposalState.ALLOWED,
        target=DisposalState.UNSOLD,
        by=case_officers,
        requires=(auction_failed,),
        exit=True,
        explains=_("流拍的财物不再拍卖，另行提请以其他方式处理。"),
    )
    def give_up_auction(self: "Disposal", **facts: Any) -> None:
        """The things are still here; another disposal may be asked for."""

    def give_away(self: "Disposal", on: date, **done: Any) -> None:
        self.done_on = on
        for name in ("receiver", "proceeds", "receipt"):
            setattr(self, name, done[name])
        for thing in self.things.all():
            thing.fate, thing.fate_on = Fate.DISPOSED, on
            thing.save(update_fields=["fate", "fate_on"])

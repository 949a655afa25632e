"""May this party pay later, get money back, be spared a surcharge?"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HEAD
from cases.money import account_of, refundable
from officers.roles import Role


@guard(basis="行政处罚法:66.2", cure=gettext_lazy("不用再批准"))
def fine_is_still_owed(ask: Ask) -> Iterator[Text]:
    if not account_of(ask.file, ask.subject.party, ask.on).reckoning.fine_left:
        yield _("%(name)s没有未缴的罚款，没有可以延期、分期的金额。") % {"name": ask.subject.party.name}


@guard(
    basis="行政处罚法:66.2", cure=gettext_lazy("逾期以后分阶段履行的，在强制执行中达成执行协议（行政强制法第四十二条）")
)
def asked_before_it_was_due(ask: Ask) -> Iterator[Text]:
    term = ask.file.term("payment", ask.subject.party)
    if term and ask.subject.asked_on > term.due_on:
        yield _("缴款期限已于 %(due)s 届满，当事人 %(asked)s 才提出申请。") % {
            "due": term.due_on,
            "asked": ask.subject.asked_on,
        }


@guard(basis="行政处罚法:66.2", cure=gettext_lazy("改正各期的金额和日期"), by=HEAD)
def instalments_make_up_the_fine(ask: Ask) -> Iterator[Text]:
    instalments = ask.facts.get("instalments")
    if instalments is None:
        return
    left = account_of(ask.file, ask.subject.party, ask.on).reckoning.fine_left
    planned = sum((one["amount"] for one in instalments), Decimal(0))
    if planned != left:
        yield _("各期合计 %(planned)s 元，未缴的罚款是 %(left)s 元。") % {"planned": planned, "left": left}
    days = [one["due_on"] for one in instalments]
    if any(day <= ask.on for day in days) or days != sorted(set(days)):
        yield _("各期的缴款日期要晚于批准日期，并且一期晚于一期。")


@guard(basis="行政处罚法:74.3", cure=gettext_lazy("退款金额不超过多缴的金额"), by=Role.FINANCE.label)
def money_was_paid_too_much(ask: Ask) -> Iterator[Text]:
    party, amount = ask.facts.get("party"), ask.facts.get("amount")
    if party is None or amount is None:
        return
    over = refundable(ask.file, party, ask.on)
    if amount > over:
        yield _("%(name)s多缴 %(over)s 元，不能退 %(amount)s 元。") % {
            "name": party.name,
            "over": max(over, Decimal(0)),
            "amount": amount,
        }


@guard(basis="行政处罚法:72.1(1)", cure=gettext_lazy("金额不超过已经产生的加处罚款；罚款本身不减免"), by=HEAD)
def surcharge_may_be_forgone(ask: Ask) -> Iterator[Text]:
    party, amount = ask.facts.get("party"), ask.facts.get("amount")
    if party is None or amount is None:
        return
    ran = account_of(ask.file, party, ask.on).reckoning.surcharge_left
    if amount > ran:
        yield _("%(name)s未缴的加处罚款是 %(ran)s 元，不能减免 %(amount)s 元。") % {
            "name": party.name,
            "ran": ran,
            "amount": amount,
        }

"""Is this decision the one that was approved, in its time and complete?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.grounds import ground_needs
from cases.guards.people import HANDLERS, HEAD


@guard(
    basis="行政处罚法:57.1(1)", cure=gettext_lazy("退回调查，另行提出处理意见"), by=HANDLERS, act="reopen_investigation"
)
def penalty_is_recommended(ask: Ask) -> Iterator[Text]:
    if ask.file.case.recommendation != "penalty":
        yield _("经批准的处理意见不是给予行政处罚。")


@guard(
    basis="行政处罚法:57.1(2)", cure=gettext_lazy("退回调查，另行提出处理意见"), by=HANDLERS, act="reopen_investigation"
)
def no_penalty_is_recommended(ask: Ask) -> Iterator[Text]:
    if ask.file.case.recommendation != "no_penalty":
        yield _("经批准的处理意见不是不予行政处罚。")


@guard(basis="行政处罚法:57.1(3)", cure=gettext_lazy("在调查报告中提出撤销立案的意见并报批准"), by=HANDLERS)
def withdrawal_is_recommended(ask: Ask) -> Iterator[Text]:
    if ask.file.case.recommendation != "withdraw":
        yield _("经批准的处理意见不是撤销立案。")


@guard(basis="行政处罚法:57.1(4)", cure=gettext_lazy("在调查报告中提出移送的意见并报批准"), by=HANDLERS)
def transfer_is_recommended(ask: Ask) -> Iterator[Text]:
    if ask.file.case.recommendation != "transfer":
        yield _("经批准的处理意见不是移送。")


@guard(
    basis="行政处罚法:60",
    cure=gettext_lazy("期限已过，由负责人写明原因并承担超期责任；符合条件的应当事先延长"),
    by=HEAD,
)
def within_decision_period(ask: Ask) -> Iterator[Text]:
    for term in ask.file.open_terms("decide"):
        # Late is unlawful, but never deciding would be worse for the party: it is decided with the lateness explained.
        if ask.on > term.due_on and not ask.facts.get("late_reason", "").strip() and "opinion" in ask.facts:
            yield _("办案期限已于 %(due)s 届满，须写明超期原因。") % {"due": term.due_on}


@guard(basis="行政处罚法:60", cure=gettext_lazy("期限届满前只能延长一次"), by=HEAD)
def decision_period_may_be_extended(ask: Ask) -> Iterator[Text]:
    running = ask.file.open_terms("decide")
    if not running:
        yield _("办案期限没有在计算。")
    for term in running:
        if ask.on > term.due_on:
            yield _("办案期限已于 %(due)s 届满，不能再延长。") % {"due": term.due_on}
        if term.extensions.all():
            yield _("办案期限已经延长过一次。")


@guard(basis="行政处罚法:33.3", cure=gettext_lazy("写明对当事人教育的时间、方式和内容"), by=HEAD)
def education_is_recorded(ask: Ask) -> Iterator[Text]:
    if "education" in ask.facts and not ask.facts["education"].strip():
        yield _("不予行政处罚的，应当对当事人进行教育，并记入案卷。")


@guard(basis="行政处罚法:33.1", cure=gettext_lazy("先责令改正并登记改正情况"), by=HANDLERS, act="order_correction")
def correction_is_ordered_or_done(ask: Ask) -> Iterator[Text]:
    if not ground_needs(ask, "corrected"):
        return
    corrected = {one.party_id for one in ask.file.case.corrections.all() if one.corrected_on}
    for party in ask.file.parties_in_round:
        if party.pk not in corrected:
            yield _("还没有登记%(name)s已经改正，不符合“及时改正”的条件。") % {"name": party.name}

"""Are the costs of a performance in the party's place accounted for, demanded and settled (行政强制法 51.2)?"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.substitute_costs import order_of, reminder_of, unaccounted
from law.terms import compute, term_rule
from officers.roles import Role


def performance_asked(ask: Ask) -> Any | None:
    return ask.facts.get("execution") or ask.facts.get("clearing")


@guard(basis="行政强制法:51.2", cure=gettext_lazy("代履行实施以后决算一次"), by=HANDLERS)
def costs_are_still_to_be_accounted(ask: Ask) -> Iterator[Text]:
    performed = performance_asked(ask)
    if performed is not None and performed not in unaccounted(ask.file):
        yield _("这次代履行还没有实施，或者费用已经决算。")


@guard(basis="行政强制法:51.2", cure=gettext_lazy("按照成本合理确定；超出预算的写明理由"), by=HANDLERS)
def cost_over_budget_is_explained(ask: Ask) -> Iterator[Text]:
    performed, cost = performance_asked(ask), ask.facts.get("cost")
    if performed is None or cost is None or str(ask.facts.get("excess_reason", "")).strip():
        return
    if performed.budget is not None and cost > performed.budget:
        yield _("实际费用 %(cost)s 元超过预算 %(budget)s 元，没有写明理由。") % {
            "cost": cost,
            "budget": performed.budget,
        }


@guard(basis="行政强制法:51.2", cure=gettext_lazy("按欠缴的金额登记，多缴的退还当事人"), by=Role.FINANCE.label)
def cost_is_not_overpaid(ask: Ask) -> Iterator[Text]:
    amount = ask.facts.get("amount")
    if ask.subject is not None and amount is not None and amount > ask.subject.left:
        yield _("代履行费用还欠 %(left)s 元，不能登记 %(amount)s 元。") % {"left": ask.subject.left, "amount": amount}


@guard(basis="行政强制法:54", cure=gettext_lazy("送达缴纳通知书，等缴纳期限届满"), by=HANDLERS)
def costs_are_overdue(ask: Ask) -> Iterator[Text]:
    if ask.subject is None:
        return
    terms = ask.file.terms_about(ask.subject, "cost_payment")
    if not terms:
        yield _("代履行费用缴纳通知书还没有送达%(name)s，缴纳期限没有开始。") % {"name": ask.subject.party.name}
    for term in terms:
        if ask.on <= term.due_on:
            yield _("代履行费用的缴纳期限到 %(due)s 才届满。") % {"due": term.due_on}


@guard(basis="行政强制法:54", cure=gettext_lazy("送达催告，等十个工作日届满"), by=HANDLERS)
def cost_reminder_is_over(ask: Ask) -> Iterator[Text]:
    if ask.subject is None:
        return
    service = ask.file.service_of(reminder_of(ask.file, ask.subject))
    if service is None:
        yield _("代履行费用的催告还没有送达%(name)s。") % {"name": ask.subject.party.name}
        return
    due = compute(term_rule("reminder", service.served_on), service.served_on).due
    if ask.on <= due:
        yield _("催告 %(served)s 送达，当事人可以在 %(due)s 前缴纳。") % {"served": service.served_on, "due": due}


@guard(basis="行政强制法:53", cure=gettext_lazy("复议、起诉期限届满以后三个月内申请"), by=HANDLERS)
def inside_the_window_for_costs(ask: Ask) -> Iterator[Text]:
    """The decision that the party may contest is the one to perform in its place."""
    if ask.subject is None:
        return
    service = ask.file.service_of(order_of(ask.file, ask.subject))
    if service is None:
        yield _("代履行决定书还没有送达当事人。")
        return
    over = compute(term_rule("litigation", service.served_on), service.served_on).due
    first, last = over + timedelta(days=1), compute(term_rule("court_application", over), over).due
    if not first <= ask.on <= last:
        yield _("申请法院强制执行代履行费用，最早 %(first)s，最迟 %(last)s。") % {"first": first, "last": last}


@guard(
    basis="行政强制法:51.2",
    cure=gettext_lazy("决算代履行费用，登记缴纳或者申请法院强制执行"),
    by=HANDLERS,
    act="account_for_costs",
    title=gettext_lazy("代履行费用已经了结"),
)
def substitute_costs_are_settled(ask: Ask) -> Iterator[Text]:
    for performed in unaccounted(ask.file):
        yield _("“%(what)s”的实际费用还没有决算。") % {"what": performed}
    for claim in ask.file.case.cost_claims.all():
        if not claim.has_ended:
            sums = {"name": claim.party.name, "cost": claim.cost, "left": claim.left}
            yield _("%(name)s应承担代履行费用 %(cost)s 元，还欠 %(left)s 元。") % sums

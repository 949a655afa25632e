"""Are the facts clear, the evidence sufficient and the proposal within the law?"""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.reckoned import reckoned
from law.limitation import limitation
from law.reckoning import ChargeReckoning
from law.violations import PenaltyKind, is_punishable


@guard(basis="行政处罚法:54.2", cure=gettext_lazy("添加当事人"), by=HANDLERS, act="add_party")
def has_a_party(ask: Ask) -> Iterator[Text]:
    if not ask.file.parties:
        yield _("本案还没有当事人。")


@guard(basis="行政处罚法:54.2", cure=gettext_lazy("添加违法行为"), by=HANDLERS, act="add_charge")
def every_party_is_charged(ask: Ask) -> Iterator[Text]:
    for party in ask.file.parties:
        if not ask.file.charges_of(party):
            yield _("当事人%(name)s还没有对应的违法行为。") % {"name": party.name}


@guard(
    basis="行政处罚法:36",
    cure=gettext_lazy("超过追诉期限的，撤回该违法行为或者不予立案"),
    by=HANDLERS,
    act="withdraw_charge",
)
def within_limitation(ask: Ask) -> Iterator[Text]:
    for charge in ask.file.charges:
        found = limitation(charge.conduct_on, ask.on, ended_on=charge.ended_on, grave_harm=charge.grave_harm)
        if found.is_passed(localdate(ask.file.case.received_at)):
            yield _("“%(conduct)s”发生于 %(on)s，%(years)d 年内未被发现的，不再给予行政处罚。") % {
                "conduct": charge.violation.name,
                "on": charge.ended_on or charge.conduct_on,
                "years": found.years,
            }


@guard(
    basis="行政处罚法:37",
    cure=gettext_lazy("撤回该违法行为，或者提出不予行政处罚的意见"),
    by=HANDLERS,
    act="withdraw_charge",
)
def conduct_is_still_punishable(ask: Ask) -> Iterator[Text]:
    """从旧兼从轻: what the law no longer punishes on the day of the decision is not punished."""
    for charge in ask.file.charges_in_round:
        if not is_punishable(charge.violation.code, ask.on):
            yield _("“%(conduct)s”在 %(day)s 已经没有处罚规定，适用对当事人有利的新规定。") % {
                "conduct": charge.violation.name,
                "day": ask.on,
            }


@guard(basis="行政处罚法:40", cure=gettext_lazy("添加证据"), by=HANDLERS, act="add_evidence")
def has_evidence(ask: Ask) -> Iterator[Text]:
    if not ask.file.evidence:
        yield _("案卷中还没有证据，违法事实不清、证据不足的，不得给予行政处罚。")


@guard(basis="行政处罚法:55", cure=gettext_lazy("制作现场笔录或者询问笔录"), by=HANDLERS, act="record_interview")
def has_an_inquiry(ask: Ask) -> Iterator[Text]:
    if not ask.file.inquiries:
        yield _("案卷中还没有现场笔录或者询问笔录。")


@guard(
    basis="行政处罚法:55.1",
    cure=gettext_lazy("重新制作笔录，写明出示执法证件和告知权利"),
    by=HANDLERS,
    act="record_interview",
)
def certificates_were_shown(ask: Ask) -> Iterator[Text]:
    for inquiry in ask.file.inquiries:
        if not (inquiry.certificates_shown and inquiry.rights_told):
            yield _("%(title)s没有写明出示执法证件或者告知权利义务。") % {"title": str(inquiry)}


@guard(basis="行政处罚法:57.1", cure=gettext_lazy("在调查报告中逐项提出处理意见"), by=HANDLERS)
def every_charge_has_a_proposal(ask: Ask) -> Iterator[Text]:
    # The report may propose something else than a penalty; the decision on a penalty always imposes one.
    if "sanctions" not in ask.facts or ask.facts.get("recommendation", "penalty") != "penalty":
        return
    proposed = ask.facts["sanctions"]
    rows = reckoned(ask)
    for charge in ask.file.charges_in_round:
        one = proposed.get(charge.pk)
        # What another rule on the same act already fines may stay without a penalty of its own (29).
        yields = charge.pk in rows and rows[charge.pk].yields_to
        if (not one or not one["kinds"]) and not yields:
            yield _("“%(conduct)s”还没有处罚意见。") % {"conduct": charge.violation.name}


@guard(basis="行政处罚法:5.2", cure=gettext_lazy("把金额改到法定幅度之内；低于下限的，写明减轻处罚的理由"), by=HANDLERS)
def within_lawful_range(ask: Ask) -> Iterator[Text]:
    rows = reckoned(ask)
    for charge in ask.file.charges_in_round:
        proposed = ask.facts.get("sanctions", {}).get(charge.pk)
        if proposed and PenaltyKind.FINE in proposed["kinds"]:
            yield from _outside(charge.violation.name, proposed, rows[charge.pk])


def _outside(conduct: str, proposed: dict[str, Any], one: ChargeReckoning) -> Iterator[Text]:
    fine, low, high = proposed["fine"], one.range.low, one.range.high
    said = {"conduct": conduct, "fine": fine, "low": low, "high": high}
    if high is not None and fine > high:
        yield _("“%(conduct)s”拟罚款 %(fine)s 元，超过法定上限 %(high)s 元。") % said
    elif not one.range.is_fined and fine > 0:
        yield _("“%(conduct)s”现在不能罚款：%(why)s。") % {"conduct": conduct, "why": one.range.line}
    if low is None or fine >= low or one.yields_to:
        return
    if not proposed.get("reason", "").strip():
        yield _("“%(conduct)s”拟罚款 %(fine)s 元，低于法定下限 %(low)s 元而没有写明减轻理由。") % said
    elif not one.may_go_below:
        yield _("“%(conduct)s”拟罚款 %(fine)s 元，低于法定下限 %(low)s 元而没有查明法定的减轻情形。") % said


@guard(basis="行政处罚法:9", cure=gettext_lazy("选用该违法行为的罚则规定的处罚种类"), by=HANDLERS)
def kinds_are_provided(ask: Ask) -> Iterator[Text]:
    for charge in ask.file.charges_in_round:
        proposed = ask.facts.get("sanctions", {}).get(charge.pk)
        if not proposed:
            continue
        foreign = set(proposed["kinds"]) - set(charge.provided_kinds) - {PenaltyKind.WARNING}
        for kind in sorted(foreign):
            yield _("“%(conduct)s”的罚则没有规定“%(kind)s”。") % {
                "conduct": charge.violation.name,
                "kind": PenaltyKind(kind).label,
            }

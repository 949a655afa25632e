"""Are the facts clear, the evidence sufficient and the proposal within the law?"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from law.counting import Unit, last_day
from law.limits import limit
from law.penalties import fine_range, overload_fine
from law.violations import PenaltyKind

if TYPE_CHECKING:
    from cases.models import Charge


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
    years = limit("limitation_years", ask.on)
    for charge in ask.file.charges:
        if localdate(ask.file.case.received_at) > limitation_ends(charge.conduct_on, years):
            yield _("“%(conduct)s”发生于 %(on)s，%(years)d 年内未被发现的，不再给予行政处罚。") % {
                "conduct": charge.violation.name,
                "on": charge.conduct_on,
                "years": years,
            }


def limitation_ends(conduct_on: date, years: int) -> date:
    """The last day on which conduct of that day can still be discovered (行政处罚法 36)."""
    return last_day(conduct_on, 12 * years, Unit.MONTHS)


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
    for charge in ask.file.charges:
        one = proposed.get(charge.pk)
        if not one or not one["kinds"]:
            yield _("“%(conduct)s”还没有处罚意见。") % {"conduct": charge.violation.name}


@guard(basis="行政处罚法:5.2", cure=gettext_lazy("把金额改到法定幅度之内；低于下限的，写明减轻处罚的理由"), by=HANDLERS)
def within_lawful_range(ask: Ask) -> Iterator[Text]:
    for charge in ask.file.charges:
        proposed = ask.facts.get("sanctions", {}).get(charge.pk)
        if not proposed or PenaltyKind.FINE not in proposed["kinds"]:
            continue
        low, high = lawful_range(charge)
        fine, reason = proposed["fine"], proposed.get("reason", "").strip()
        if high is not None and fine > high:
            yield _("“%(conduct)s”拟罚款 %(fine)s 元，超过法定上限 %(high)s 元。") % {
                "conduct": charge.violation.name,
                "fine": fine,
                "high": high,
            }
        if low is not None and fine < low and not reason:
            yield _("“%(conduct)s”拟罚款 %(fine)s 元，低于法定下限 %(low)s 元而没有写明减轻理由。") % {
                "conduct": charge.violation.name,
                "fine": fine,
                "low": low,
            }


@guard(basis="行政处罚法:9", cure=gettext_lazy("选用该违法行为的罚则规定的处罚种类"), by=HANDLERS)
def kinds_are_provided(ask: Ask) -> Iterator[Text]:
    for charge in ask.file.charges:
        proposed = ask.facts.get("sanctions", {}).get(charge.pk)
        if not proposed:
            continue
        foreign = set(proposed["kinds"]) - set(charge.violation.kinds) - {PenaltyKind.WARNING}
        for kind in sorted(foreign):
            yield _("“%(conduct)s”的罚则没有规定“%(kind)s”。") % {
                "conduct": charge.violation.name,
                "kind": PenaltyKind(kind).label,
            }


def lawful_range(charge: "Charge") -> tuple[Decimal | None, Decimal | None]:
    """The fine that the law in force on the day of the conduct allows for this charge, in yuan."""
    if charge.is_overload and charge.total_kg and charge.limit_kg:
        fixed = overload_fine(charge.total_kg, charge.limit_kg, charge.conduct_on).amount
        return fixed, fixed
    return fine_range(charge.violation, charge.conduct_on, charge.illegal_income)

"""Is the penalty the one that the circumstances found lead to, and is one act fined only once?"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.act import Ask, Text
from cases.guards.declare import guard
from cases.guards.people import HANDLERS
from cases.reckoned import reckoned
from law.ranges import ZERO, yuan
from law.reckoning import ChargeReckoning
from law.violations import PenaltyKind


@guard(
    basis="行政处罚法:34",
    cure=gettext_lazy("改到建议的等次之内，或者在“裁量理由”中写明为什么不同"),
    by=HANDLERS,
)
def deviation_has_a_reason(ask: Ask) -> Iterator[Text]:
    for charge, one in _reckoned_charges(ask):
        proposed = _sanction(ask, charge.pk)
        if not _is_weighed(one, proposed) or one.covers(proposed["fine"]) or proposed.get("reason", "").strip():
            continue
        yield _("“%(conduct)s”拟罚款 %(fine)s 元，不在建议的“%(level)s”等次 %(low)s 元至 %(high)s 元之内。") % {
            "conduct": charge.violation.name,
            "fine": yuan(proposed["fine"]),
            "level": one.proposal.title,
            "low": yuan(one.proposal.low or ZERO),
            "high": yuan(one.proposal.high or ZERO),
        }


def _is_weighed(one: ChargeReckoning, proposed: dict[str, Any]) -> bool:
    """A fine inside the lawful range; what lies outside is another guard's concern."""
    low, high = one.range.low, one.range.high
    if one.yields_to or one.is_exempt or low is None or high is None:
        return False
    return PenaltyKind.FINE in proposed.get("kinds", ()) and low <= proposed["fine"] <= high


@guard(
    basis="行政处罚法:29",
    cure=gettext_lazy("只保留罚款数额高的规定的罚款；确是不同行为的，撤回后重新添加"),
    by=HANDLERS,
)
def no_second_fine_for_one_act(ask: Ask) -> Iterator[Text]:
    rows = reckoned(ask)
    acts: dict[str, list[Any]] = defaultdict(list)
    for charge, _one in _reckoned_charges(ask):
        proposed = _sanction(ask, charge.pk)
        if PenaltyKind.FINE in proposed.get("kinds", ()) and proposed["fine"] > 0:
            acts[charge.act_key].append(charge)
    names = {str(charge.pk): charge.violation.name for charge in ask.file.charges_in_round}
    for fined in acts.values():
        # A rule that yields is not fined even alone: the law wants the higher one.
        yielding = [(one, rows[one.pk].yields_to) for one in fined if rows[one.pk].yields_to]
        unknown = [(one, str(fined[0].pk)) for one in fined[1:]] if not yielding else []
        for charge, other in yielding or unknown:
            yield _("“%(conduct)s”与“%(other)s”是同一个违法行为，只能按罚款数额高的规定罚款一次。") % {
                "conduct": charge.violation.name,
                "other": names[other],
            }


@guard(
    basis="行政处罚法:33.1",
    cure=gettext_lazy("提出不予行政处罚的意见；只涉及其中一项的，撤回该违法行为"),
    by=HANDLERS,
    act="withdraw_charge",
)
def exempt_conduct_is_not_punished(ask: Ask) -> Iterator[Text]:
    for charge, one in _reckoned_charges(ask):
        if one.is_exempt and _sanction(ask, charge.pk).get("kinds"):
            yield _("“%(conduct)s”有不予处罚的情形：%(why)s。") % {
                "conduct": charge.violation.name,
                "why": _("；").join(str(finding) for finding in one.exemptions),
            }


@guard(basis="行政处罚法:29", cure=gettext_lazy("选同一当事人的违法行为"), by=HANDLERS)
def one_act_is_of_one_party(ask: Ask) -> Iterator[Text]:
    other = ask.facts.get("same_act_as")
    if other and other.party_id != ask.facts["party"].pk:
        yield _("“%(conduct)s”是%(name)s的行为，不能与另一当事人的并作一个行为。") % {
            "conduct": other.violation.name,
            "name": other.party.name,
        }


def _reckoned_charges(ask: Ask) -> list[tuple[Any, ChargeReckoning]]:
    rows = reckoned(ask)
    return [(charge, rows[charge.pk]) for charge in ask.file.charges_in_round if charge.pk in rows]


def _sanction(ask: Ask, charge_id: int) -> dict[str, Any]:
    found: dict[str, Any] = ask.facts.get("sanctions", {}).get(charge_id) or {}
    return found

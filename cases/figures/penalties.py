"""Which penalties were decided in a period, as which kind does each count, and how lightly was it weighed?

年报口径: one decision counts once, as the heaviest of its kinds, though it was annulled later; sums are those of the
decision, not those paid.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cases.figures.registry import Counted, Period, Rows, counts
from cases.models import Decision, Reckoning, Sanction
from law.annual import heaviest_rule
from law.annual_tables import DETENTION, penalty_figure
from law.circumstances import Effect
from law.violations import PenaltyKind

LIGHTER = frozenset({Effect.MITIGATE, Effect.MAY_MITIGATE, Effect.MAY_EXEMPT, Effect.LIGHTEN})
BELOW = frozenset({Effect.MITIGATE, Effect.MAY_MITIGATE})
KINDS = tuple(penalty_figure(kind) for kind in (*PenaltyKind.values, DETENTION))
TOTAL, SUMMARY, ORDINARY = "penalties.total", "penalties.summary", "penalties.ordinary"
NO_PENALTY, LIGHTENED, MITIGATED = "penalties.no_penalty", "penalties.lightened", "penalties.mitigated"

Key = tuple[int, int, int]
"""Case, party, round: what a decision is about."""


@dataclass(frozen=True)
class _Imposed:
    charge: int
    round: int
    kinds: frozenset[str]
    fine: Decimal
    confiscation: Decimal


@counts(TOTAL, SUMMARY, ORDINARY, NO_PENALTY, LIGHTENED, MITIGATED, *KINDS)
def penalties(period: Period) -> Rows:
    """单处一个类别的计入相应类别，并处两种以上的算一宗，计入最重的类别."""
    decided = Decision.objects.filter(decided_on__range=period.days)
    imposed, weighed = _imposed(decided), _weighed(decided)
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in decided.select_related("case"):
        if one.kind == Decision.Kind.NO_PENALTY:
            found[NO_PENALTY].append(_row(one, Decimal(0)))
            continue
        mine = imposed[one.case_id, one.party_id, one.round]
        row = _row(one, sum((each.fine + each.confiscation for each in mine), Decimal(0)))
        found[TOTAL].append(row)
        found[SUMMARY if one.case.procedure == "summary" else ORDINARY].append(row)
        rule = heaviest_rule(one.decided_on)
        if heaviest := rule.heaviest({kind for each in mine for kind in each.kinds}):
            found[penalty_figure(heaviest)].append(row)
        if leniency := _leniency(mine, weighed):
            found[leniency].append(row)
    return found


def _row(one: Decision, amount: Decimal) -> Counted:
    label = one.case.number or str(one.case_id)
    return Counted(f"decision:{one.pk}", one.decided_on, label, one.case_id, one.case.department_id, amount)


def _imposed(decided: Any) -> dict[Key, list[_Imposed]]:
    """What each decision imposed, charge by charge, as its paper says: what a remedy changed later does not count."""
    rows = Sanction.objects.filter(stage="decided", charge__case__in=decided.values("case"))
    names = ("charge__case", "charge__party", "round", "charge", "kinds", "fine", "confiscation")
    found: dict[Key, list[_Imposed]] = defaultdict(list)
    for case, party, round_, charge, kinds, fine, confiscation in rows.values_list(*names):
        found[case, party, round_].append(_Imposed(charge, round_, frozenset(kinds), fine, confiscation))
    return found


def _weighed(decided: Any) -> dict[tuple[int, int], tuple[str, Decimal | None]]:
    """By charge and round: which way the circumstances pointed, and the lowest lawful fine."""
    rows = Reckoning.objects.filter(charge__case__in=decided.values("case"), effect__in=[one.value for one in LIGHTER])
    return {
        (charge, round_): (effect, low)
        for charge, round_, effect, low in rows.values_list("charge", "round", "effect", "range_low")
    }


def _leniency(mine: Iterable[_Imposed], weighed: dict[tuple[int, int], tuple[str, Decimal | None]]) -> str:
    """减轻 where one fine lies below the law's lowest, else 从轻 where circumstances were found that make it lighter."""
    found = ""
    for one in mine:
        effect, low = weighed.get((one.charge, one.round), ("", None))
        if effect in BELOW and low is not None and one.fine < low:
            return MITIGATED
        if effect:
            found = LIGHTENED
    return found

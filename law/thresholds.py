"""When does a proposed penalty need legal review, collective discussion or the offer of a hearing?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from law.loading import Row, as_date, as_optional_date, cached_per_folder, in_force, need, toml_rows
from law.violations import PenaltyKind

CONFISCATIONS = frozenset({PenaltyKind.CONFISCATE_INCOME.value, PenaltyKind.CONFISCATE_GOODS.value})


class Scope(StrEnum):
    REVIEW = "review"
    DISCUSSION = "discussion"
    HEARING = "hearing"


@dataclass(frozen=True)
class MajorCaseRule:
    """Every condition that the rule names must hold; one that it leaves empty does not matter."""

    key: str
    scope: Scope
    title: str
    party_kind: str
    penalty_kind: str
    fine_min: Decimal | None
    """Yuan, itself included (以上). With a confiscation as penalty_kind it is held against what is confiscated."""
    ratio_of_max: Decimal | None
    flag: str
    basis: str
    certainty: str
    source: str
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True)
class PenaltyFacts:
    """A penalty as proposed or decided. An individual business (个体工商户) is a "citizen" here."""

    party_kind: str
    kinds: frozenset[str]
    fine: Decimal
    confiscation: Decimal
    fine_max: Decimal | None
    flags: frozenset[str]
    """public_interest, hearing_held, complex, mitigated, no_penalty."""


@cached_per_folder
def all_thresholds() -> tuple[MajorCaseRule, ...]:
    return tuple(_read(row) for row in toml_rows("thresholds", "threshold"))


def rules_that_fire(scope: Scope, facts: PenaltyFacts, on: date) -> tuple[MajorCaseRule, ...]:
    """The rules in force on a day that apply to these facts; store them with the case."""
    return tuple(rule for rule in in_force(all_thresholds(), on) if rule.scope == scope and fires(rule, facts))


def fires(rule: MajorCaseRule, facts: PenaltyFacts) -> bool:
    if rule.party_kind and rule.party_kind != facts.party_kind:
        return False
    if rule.flag and rule.flag not in facts.flags:
        return False
    return _kind_or_amount_fires(rule, facts) and _ratio_fires(rule, facts)


def _kind_or_amount_fires(rule: MajorCaseRule, facts: PenaltyFacts) -> bool:
    if rule.fine_min is not None:
        # The amount alone decides: a confiscation that someone forgot to tick must not slip through.
        amount = facts.confiscation if rule.penalty_kind in CONFISCATIONS else facts.fine
        return amount >= rule.fine_min
    return not rule.penalty_kind or rule.penalty_kind in facts.kinds


def _ratio_fires(rule: MajorCaseRule, facts: PenaltyFacts) -> bool:
    if rule.ratio_of_max is None:
        return True
    return bool(facts.fine_max) and facts.fine >= rule.ratio_of_max * (facts.fine_max or 0)


def _read(row: Row) -> MajorCaseRule:
    where = row["where"]
    return MajorCaseRule(
        key=need(row, "key", where),
        scope=Scope(need(row, "scope", where)),
        title=need(row, "title", where),
        party_kind=row.get("party_kind", ""),
        penalty_kind=PenaltyKind(row["penalty_kind"]).value if row.get("penalty_kind") else "",
        fine_min=Decimal(str(row["fine_min"])) if "fine_min" in row else None,
        ratio_of_max=Decimal(str(row["ratio_of_max"])) if "ratio_of_max" in row else None,
        flag=row.get("flag", ""),
        basis=row.get("basis", ""),
        certainty=row.get("certainty", "R"),
        source=row.get("source", ""),
        in_force_from=as_date(need(row, "in_force_from", where), where),
        in_force_until=as_optional_date(row.get("in_force_until"), where),
    )

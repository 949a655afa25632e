"""Which fine is lawful for a charge, by which version of the law, and how is that told in one line?"""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from law.brackets import Bracket, bracket_for
from law.citations import cite_all, print_citations
from law.conduct import ChargeFacts
from law.formulas import Formula, all_overload_rules, formula
from law.penalties import fine_range, overload_fine, reaches
from law.violations import PenaltyKind, UnknownViolation, Violation, violation

ZERO = Decimal(0)


@dataclass(frozen=True)
class LawfulRange:
    """Yuan. is_fined False: under the conditions found there is no fine. None: the law sets no figure."""

    low: Decimal | None
    high: Decimal | None
    line: str
    is_fined: bool = True

    @property
    def is_fixed(self) -> bool:
        return self.is_fined and self.low is not None and self.low == self.high

    @property
    def weight(self) -> tuple[Decimal, Decimal] | None:
        """For comparing two rules: the higher highest fine is heavier, then the higher lowest. None: not comparable."""
        if not self.is_fined:
            return ZERO, ZERO
        return None if self.high is None else (self.high, self.low or ZERO)


@dataclass(frozen=True)
class Applied:
    """The version of the rule that applies (行政处罚法 37), its range, and why it is not the one of the day."""

    violation: Violation
    range: LawfulRange
    note: str = ""


def applicable(charge: ChargeFacts, found: Set[str], on: date) -> Applied:
    """The rule of the day of the conduct, unless the one in force on the day of the decision is lighter."""
    then = Applied(charge.violation, lawful_range(charge, charge.violation, charge.conduct_on, found))
    try:
        row = violation(charge.violation.code, on)
    except UnknownViolation:
        return then
    if row == charge.violation:
        return then
    now = lawful_range(charge, row, on, found)
    if then.range.weight is None or now.weight is None or now.weight >= then.range.weight:
        return then
    return Applied(row, now, f"行为时规定{_span(then.range)}，{row.in_force_from} 起的新规定较轻，适用新规定")


def lawful_range(charge: ChargeFacts, row: Violation, on: date, found: Set[str]) -> LawfulRange:
    """What one version of the rule allows, by the conditions found."""
    if PenaltyKind.FINE not in row.kinds:
        return LawfulRange(None, None, "罚则没有规定罚款", is_fined=False)
    if _is_overload(row) and charge.total_kg and charge.limit_kg:
        weighed = overload_fine(charge.total_kg, charge.limit_kg, on)
        return LawfulRange(weighed.amount, weighed.amount, weighed.text, is_fined=weighed.amount > 0)
    step = bracket_for(row.code, on, found)
    if step is None:
        return _range_of(charge, row, on)
    if not step.is_fined:
        return LawfulRange(None, None, f"在查明的情形下罚则还没有规定罚款（{_cited(step)}）", is_fined=False)
    figures = replace(
        row, fine_min=step.fine_min, fine_max=step.fine_max, formula=row.formula if step.by_income else ""
    )
    return _range_of(charge, figures, on)


def yuan(amount: Decimal) -> str:
    """52,000 or 40,000.02."""
    whole = amount == amount.to_integral_value()
    return f"{amount:,.0f}" if whole else f"{amount:,.2f}"


def _range_of(charge: ChargeFacts, row: Violation, on: date) -> LawfulRange:
    low, high = fine_range(row, on, charge.income, charge.base)
    return LawfulRange(low, high, _line(charge, row, on, low, high))


def _line(charge: ChargeFacts, row: Violation, on: date, low: Decimal | None, high: Decimal | None) -> str:
    if _is_overload(row):
        return f"没有称重结果，{_figures(low, high)}"
    if not row.formula:
        return _figures(low, high)
    rule = formula(row.formula, on)
    if rule.kind == "share":
        return (
            f"{rule.base} {yuan(charge.base)} 元 × {_share(rule)}" + _sum(low, high)
            if charge.base
            else (f"{rule.base}还没有填写，幅度为其 {_share(rule)}")
        )
    if not charge.income:
        return f"没有违法所得，{_figures(low, high)}"
    if not reaches(rule, charge.income):
        short = "未超过" if rule.above_only else "不足"
        return f"违法所得 {yuan(charge.income)} 元{short} {yuan(rule.threshold)} 元，{_figures(low, high)}"
    return f"违法所得 {yuan(charge.income)} 元 × {rule.low:f} 至 {rule.high:f} 倍" + _sum(low, high)


def _figures(low: Decimal | None, high: Decimal | None) -> str:
    if high is None:
        return "法律没有规定固定幅度" if low is None else f"法定最低 {yuan(low)} 元"
    if not low:
        return f"法定幅度 {yuan(high)} 元以下"
    return f"法定数额 {yuan(high)} 元" if low == high else f"法定幅度 {yuan(low)} 元至 {yuan(high)} 元"


def _sum(low: Decimal | None, high: Decimal | None) -> str:
    return f" = {yuan(low or ZERO)} 元至 {yuan(high or ZERO)} 元"


def _share(rule: Formula) -> str:
    if rule.low >= 1:
        return f"{rule.low:f} 至 {rule.high:f} 倍"
    return (
        f"{rule.low * 100:f}".rstrip("0").rstrip(".") + "% 至 " + f"{rule.high * 100:f}".rstrip("0").rstrip(".") + "%"
    )


def _span(found: LawfulRange) -> str:
    return found.line if found.is_fined else "不处罚款"


def _cited(step: Bracket) -> str:
    return print_citations(cite_all(step.basis))


def _is_overload(row: Violation) -> bool:
    return row.formula in {each.key for each in all_overload_rules()}

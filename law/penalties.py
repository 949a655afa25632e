"""How much may, or must, a fine be?"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from law.formulas import Formula, OverloadRule, all_overload_rules, formula, overload_rule
from law.violations import Violation

ZERO = Decimal(0)
FEN = Decimal("0.01")


@dataclass(frozen=True)
class OverloadFine:
    """Yuan, and the sum as an officer would write it. Zero with excess > 0 means: a warning."""

    amount: Decimal
    text: str
    excess_kg: int


def overload_fine(total_kg: int, limit_kg: int, on: date) -> OverloadFine:
    """The fine for a vehicle weighed at total_kg where limit_kg is allowed, by the rule in force on a day."""
    rule = overload_rule(on)
    excess = max(total_kg - limit_kg, 0)
    head = f"{total_kg:,} 千克 − {limit_kg:,} 千克 = 超限 {excess:,} 千克"
    if excess == 0:
        return OverloadFine(ZERO, f"{total_kg:,} 千克未超过限定标准 {limit_kg:,} 千克", 0)
    if excess <= rule.warning_up_to_kg:
        return OverloadFine(ZERO, f"{head}，未超过 {rule.warning_up_to_kg:,} 千克，予以警告", excess)
    steps = _steps(rule, excess)
    full = steps * rule.per_step
    amount = min(full, rule.cap)
    text = f"{head}，{_rounding_text(rule)}{steps:f} × {rule.per_step:,} 元 = {full:,} 元"
    if full > rule.cap:
        text += f"，最高不超过 {rule.cap:,} 元，计 {amount:,} 元"
    return OverloadFine(amount, text, excess)


def fine_range(
    violation: Violation, on: date, income: Decimal | None, base: Decimal | None = None
) -> tuple[Decimal | None, Decimal | None]:
    """The lowest and highest lawful fine in yuan; None = the law sets no figure on that side.

    income: the illegal income (None or 0: there is none). base: the sum of which the law takes a share, such as the
    contract price; while it is unknown the range is (None, None).
    """
    rule = _formula_of(violation, on)
    if rule is None:
        return violation.fine_min, violation.fine_max
    if rule.kind == "share":
        return _times(rule, base) if base is not None else (None, None)
    if income and reaches(rule, income):
        return _times(rule, income)
    return violation.fine_min, violation.fine_max


def _formula_of(violation: Violation, on: date) -> Formula | None:
    if not violation.formula or violation.formula in {each.key for each in all_overload_rules()}:
        return None
    return formula(violation.formula, on)


def reaches(rule: Formula, income: Decimal) -> bool:
    """Is the illegal income high enough for the multiple (超过, or not 不足)?"""
    return income > rule.threshold if rule.above_only else income >= rule.threshold


def _times(rule: Formula, amount: Decimal) -> tuple[Decimal, Decimal]:
    return (amount * rule.low).quantize(FEN), (amount * rule.high).quantize(FEN)


def _steps(rule: OverloadRule, excess: int) -> Decimal:
    steps = Decimal(excess) / rule.step_kg
    if rule.rounding == "exact":
        return steps
    return steps.to_integral_value(ROUND_CEILING if rule.rounding == "ceil" else ROUND_FLOOR)


def _rounding_text(rule: OverloadRule) -> str:
    texts = {"floor": f"不足 {rule.step_kg:,} 千克部分不计，", "ceil": f"不足 {rule.step_kg:,} 千克按一档计，"}
    return texts.get(rule.rounding, "")

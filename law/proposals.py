"""Which step of the scale, and which sum inside it, is proposed for a charge (行政处罚法 34)?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from law.circumstances import Effect
from law.conduct import ChargeFacts
from law.discretion import Level, level, levels_in_force, point_between
from law.ranges import ZERO, LawfulRange, yuan
from law.tiers import Tier, propose_tier, tiers_for

MITIGATED = "mitigated"
OPEN_TO_MITIGATION = (Effect.MITIGATE, Effect.MAY_MITIGATE)


@dataclass(frozen=True)
class Proposal:
    """A step of the scale in yuan and the sum proposed inside it; None where no figure can be given."""

    level: str
    """exempt, not_fined, fixed, a key of discretion.toml, or the pack's own word."""
    title: str
    low: Decimal | None
    high: Decimal | None
    amount: Decimal | None
    lines: tuple[str, ...] = ()


def propose(charge: ChargeFacts, allowed: LawfulRange, effect: str, general: str, on: date) -> Proposal:
    """The bureau's own tier where it has one for the level found, else the general scale."""
    if effect == Effect.EXEMPT:
        return Proposal("exempt", "不予处罚", ZERO, ZERO, ZERO, ("建议不予处罚",))
    if not allowed.is_fined:
        return Proposal("not_fined", "不处罚款", None, None, ZERO, ("建议不处罚款",))
    notes = _remarks(charge, effect)
    if charge.level == MITIGATED and effect in OPEN_TO_MITIGATION and allowed.low:
        return _general(level(MITIGATED, on), allowed.low, allowed.high or allowed.low, notes)
    if allowed.low is None or allowed.high is None:
        return Proposal("", "", None, None, None, (*notes, "法律的数额不完整，由承办人提出并写明理由"))
    tier = propose_tier(charge.violation.code, charge.conduct_on, charge.level) if charge.level else None
    if tier:
        return _from_pack(tier, charge, allowed, on)
    if allowed.is_fixed:
        fixed = f"数额固定，建议罚款 {yuan(allowed.low)} 元"
        return Proposal("fixed", "固定数额", allowed.low, allowed.high, allowed.low, (*notes, fixed))
    return _general(level(general, on), allowed.low, allowed.high, notes)


def scale(code: str, conduct_on: date, allowed: LawfulRange, on: date) -> tuple[tuple[str, str], ...]:
    """Every step that an officer may compare: its name, and its facts or its part of the range."""
    tiers = tiers_for(code, conduct_on)
    if tiers:
        return tuple((one.level, "；".join(filter(None, [one.facts, _figures(one), one.penalty]))) for one in tiers)
    if not allowed.is_fined or allowed.is_fixed or allowed.low is None or allowed.high is None:
        return ()
    bands = ((one.title, one.band(allowed.low, allowed.high)) for one in levels_in_force(on) if one.of == "range")
    return tuple((title, f"{yuan(low)} 元至 {yuan(high)} 元") for title, (low, high) in bands)


def _figures(tier: Tier) -> str:
    if tier.fine_min is not None or tier.fine_max is not None:
        return f"{yuan(tier.fine_min or ZERO)} 元至 {yuan(tier.fine_max or ZERO)} 元"
    return f"违法所得的 {tier.factor_min:f} 至 {tier.factor_max or tier.factor_min:f} 倍" if tier.factor_min else ""


def _remarks(charge: ChargeFacts, effect: str) -> tuple[str, ...]:
    """Why the level found could not be followed, or is still missing."""
    tiers = tiers_for(charge.violation.code, charge.conduct_on)
    if charge.level == MITIGATED:
        return () if effect in OPEN_TO_MITIGATION else ("没有法定的减轻情形，不能减轻到最低限以下",)
    if tiers and not charge.level:
        return (f"本单位裁量基准对此有 {len(tiers)} 档，还没有选择等次，暂按通用比例",)
    if charge.level and charge.level not in {one.level for one in tiers}:
        return (f"裁量基准没有“{charge.level}”这一档，暂按通用比例",)
    return ()


def _general(row: Level, low: Decimal, high: Decimal, notes: tuple[str, ...]) -> Proposal:
    bottom, top = row.band(low, high)
    amount = row.amount(bottom, top)
    share = "法定最低限以下" if row.of == "minimum" else f"幅度的 {row.low:.0%} 至 {row.high:.0%}"
    line = f"{row.title}等次取{share}：{yuan(bottom)} 元至 {yuan(top)} 元，建议罚款 {yuan(amount)} 元（通用比例，非本地基准）"
    return Proposal(row.key, row.title, bottom, top, amount, (*notes, line))


def _from_pack(tier: Tier, charge: ChargeFacts, allowed: LawfulRange, on: date) -> Proposal:
    """The tier's own figures, or its multiples of the income, kept inside the lawful range."""
    bottom, top = tier.fine_min, tier.fine_max
    if tier.factor_min is not None and charge.income:
        bottom = charge.income * tier.factor_min
        top = charge.income * (tier.factor_max if tier.factor_max is not None else tier.factor_min)
    if bottom is None and top is None:
        line = f"裁量基准“{tier.level}”：{tier.penalty or '没有规定罚款数额'}（{tier.basis}）"
        return Proposal(tier.level, tier.level, None, None, None, (line,))
    low, high = allowed.low or ZERO, allowed.high or ZERO
    bottom = min(max(bottom if bottom is not None else low, low), high)
    top = max(min(top if top is not None else high, high), bottom)
    amount = point_between(bottom, top, level("ordinary", on).point)
    line = f"裁量基准“{tier.level}”：{yuan(bottom)} 元至 {yuan(top)} 元，建议罚款 {yuan(amount)} 元（{tier.basis}）"
    return Proposal(tier.level, tier.level, bottom, top, amount, (line,))

"""Which penalty does the law allow for each charge of a party, which one is proposed, and why (行政处罚法 28–37)?

Pure: charges, circumstances, income and the dated catalogue in; ranges, proposals and their reasons out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from law.circumstances import Circumstance, Effect, circumstance, circumstances
from law.citations import cite_all, print_citations
from law.conduct import ChargeFacts, PartyFacts
from law.counting import Unit, last_day
from law.limitation import limitation
from law.limits import limit
from law.proposals import MITIGATED, OPEN_TO_MITIGATION, Proposal, propose
from law.ranges import ZERO, LawfulRange, applicable, yuan
from law.violations import Violation

WEIGHED = "weighed"
"""Circumstances on both sides, none of which the law makes binding."""
ADULT, ACCOUNTABLE = 18, 14


@dataclass(frozen=True)
class Finding:
    """One reason, with the article that carries it (in our notation; may be empty)."""

    text: str
    basis: str = ""

    def __str__(self) -> str:
        return f"{self.text}（{print_citations(cite_all(self.basis))}）" if self.basis else self.text


@dataclass(frozen=True)
class ChargeReckoning:
    """One charge: what is lawful, what is proposed, why."""

    key: str
    violation: Violation
    """The version that applies: of the day of the conduct, or a lighter one of the day of the decision."""
    range: LawfulRange
    effect: str
    """A value of Effect, WEIGHED, or empty where nothing moves the penalty."""
    proposal: Proposal
    findings: tuple[Finding, ...]
    circumstances: tuple[Circumstance, ...] = ()
    yields_to: str = ""
    """The charge whose rule prevails where both are one act (行政处罚法 29); this one is not fined."""

    @property
    def may_go_below(self) -> bool:
        """May the fine fall below the lowest lawful one (减轻)?"""
        return self.effect in OPEN_TO_MITIGATION

    @property
    def exemptions(self) -> tuple[Finding, ...]:
        """Why there is no penalty."""
        return tuple(Finding(one.title, one.basis) for one in self.circumstances if one.effect == Effect.EXEMPT)

    @property
    def reason(self) -> str:
        """For the papers: why this step, in one sentence; empty where the law leaves nothing to weigh."""
        if self.yields_to:
            return f"{self.findings[-1]}。"
        if self.range.is_fixed or self.proposal.amount is None or not self.range.is_fined:
            return ""
        found = [f"{one.title}（{one.effect.label}）" for one in self.circumstances if one.effect != Effect.CONDITION]
        told = "、".join(found) or "没有查明从轻、减轻或者从重的情节"
        if self.proposal.level == MITIGATED:
            return f"{told}，减轻到法定最低限以下。"
        return f"{told}，按“{self.proposal.title}”等次在法定幅度内确定罚款数额。"

    @property
    def is_exempt(self) -> bool:
        return self.effect == Effect.EXEMPT

    @property
    def amount(self) -> Decimal | None:
        """The fine proposed, in yuan; None where the law's figures are unknown."""
        return ZERO if self.yields_to else self.proposal.amount

    def covers(self, fine: Decimal) -> bool:
        """Is this fine inside what is proposed, so that it needs no reason of its own?"""
        low, high = self.proposal.low, self.proposal.high
        return low is None or high is None or low <= fine <= high

    @property
    def lines(self) -> tuple[str, ...]:
        """The derivation, as an officer would write it."""
        return (self.range.line, *(str(one) for one in self.findings), *self.proposal.lines)


@dataclass(frozen=True)
class PartyReckoning:
    charges: tuple[ChargeReckoning, ...]

    @property
    def total(self) -> Decimal:
        """What is proposed for the party in all, as far as amounts are known."""
        return sum((one.amount or ZERO for one in self.charges), start=ZERO)

    def of(self, key: str) -> ChargeReckoning:
        """Raises StopIteration for a charge that was not reckoned."""
        return next(one for one in self.charges if one.key == key)


def reckon(party: PartyFacts, on: date) -> PartyReckoning:
    """Every charge of one party, reckoned on a day; charges of one act carry one fine, by the heavier rule."""
    reckoned = [_reckon_charge(charge, party, on) for charge in party.charges]
    acts = {charge.key: charge.act or charge.key for charge in party.charges}
    return PartyReckoning(tuple(_one_fine_for_one_act(reckoned, acts)))


def _reckon_charge(charge: ChargeFacts, party: PartyFacts, on: date) -> ChargeReckoning:
    rows, set_aside = _circumstances(charge, party, on)
    applied = applicable(charge, {one.key for one in rows}, on)
    effect, level = direction(rows)
    findings = [Finding(applied.note, "行政处罚法:37")] if applied.note else []
    findings += [Finding(f"{one.title}：{one.effect.label}", one.basis) for one in rows]
    findings += set_aside
    findings += _weighing(rows, effect)
    if charge.income and effect != Effect.EXEMPT:
        findings.append(Finding(f"违法所得 {yuan(charge.income)} 元应当没收，依法退赔的除外", "行政处罚法:28.2"))
    proposal = propose(replace(charge, violation=applied.violation), applied.range, effect, level, on)
    return ChargeReckoning(charge.key, applied.violation, applied.range, effect, proposal, tuple(findings), tuple(rows))


def _circumstances(charge: ChargeFacts, party: PartyFacts, on: date) -> tuple[list[Circumstance], list[Finding]]:
    """What the officer found and what the system found, without what contradicts an earlier decision."""
    automatic = [*_by_age(charge, party), *_by_limitation(charge, on)]
    earlier = repeats(charge, party, on)
    if earlier:
        automatic.append("repeat")
    keys = set(charge.circumstances) | set(automatic)
    set_aside = [
        Finding(
            f"{each.isoformat()} 曾因同一种违法行为受处罚，{limit('repeat_months', on)} 个月内再犯", "行政处罚法:5.2"
        )
        for each in earlier
    ]
    if "repeat" in keys and "first_offence" in keys:
        keys.remove("first_offence")
        title = circumstance("first_offence", on).title
        set_aside.append(Finding(f"“{title}”与再犯矛盾，不予认定", "行政处罚法:33.1"))
    return list(circumstances(keys, on)), set_aside


def repeats(charge: ChargeFacts, party: PartyFacts, on: date) -> list[date]:
    """The days of earlier penalties for the same violation that make this conduct a repetition."""
    months = limit("repeat_months", on)
    return sorted(
        one.decided_on
        for one in party.earlier
        if one.violation == charge.violation.code
        and one.decided_on < charge.conduct_on <= last_day(one.decided_on, months, Unit.MONTHS)
    )


def direction(rows: Iterable[Circumstance]) -> tuple[str, str]:
    """Which way the circumstances point together, and the level of discretion.toml that follows."""
    effects = {one.effect for one in rows}
    heavy = Effect.AGGRAVATE in effects
    if Effect.EXEMPT in effects:
        return Effect.EXEMPT, "light"
    if Effect.MITIGATE in effects:
        # 应当: what the law demands is not outweighed by what the bureau may weigh.
        return Effect.MITIGATE, "light"
    for lighter in (Effect.MAY_EXEMPT, Effect.MAY_MITIGATE, Effect.LIGHTEN):
        if lighter in effects:
            return (WEIGHED, "ordinary") if heavy else (lighter, "light")
    return (Effect.AGGRAVATE, "heavy") if heavy else ("", "ordinary")


def _weighing(rows: list[Circumstance], effect: str) -> list[Finding]:
    if effect == WEIGHED:
        return [Finding("从轻和从重的情节并存，综合考虑，按一般等次", "行政处罚法:5.2")]
    if effect not in OPEN_TO_MITIGATION:
        return []
    below = Finding("减轻到法定最低限以下的，写明理由")
    if any(one.effect == Effect.AGGRAVATE for one in rows):
        return [Finding("另有从重情节，但法律规定应当从轻或者减轻的，仍从轻"), below]
    return [below]


def _by_age(charge: ChargeFacts, party: PartyFacts) -> list[str]:
    if party.has_reached(ACCOUNTABLE, charge.conduct_on) is False:
        return ["under_14"]
    return ["under_18"] if party.has_reached(ADULT, charge.conduct_on) is False else []


def _by_limitation(charge: ChargeFacts, on: date) -> list[str]:
    if charge.discovered_on is None:
        return []
    found = limitation(charge.conduct_on, on, ended_on=charge.ended_on, grave_harm=charge.grave_harm)
    return ["limitation_passed"] if found.is_passed(charge.discovered_on) else []


def _one_fine_for_one_act(reckoned: list[ChargeReckoning], acts: dict[str, str]) -> list[ChargeReckoning]:
    by_act: dict[str, list[ChargeReckoning]] = defaultdict(list)
    for one in reckoned:
        by_act[acts[one.key]].append(one)
    prevailing = {act: _prevailing(ones) for act, ones in by_act.items() if len(ones) > 1}
    return [_yield(one, prevailing.get(acts[one.key])) for one in reckoned]


def _prevailing(ones: list[ChargeReckoning]) -> ChargeReckoning | None:
    """The rule with the higher fine; None while figures that are still unknown prevent the comparison."""
    fined = [one for one in ones if one.range.is_fined and not one.is_exempt]
    if not fined or any(one.range.weight is None for one in fined):
        return None
    # Equal rules: the first by code and key, so that the order of entry decides nothing.
    fined.sort(key=lambda one: (one.violation.code, one.key))
    return max(fined, key=lambda one: one.range.weight or (ZERO, ZERO))


def _yield(one: ChargeReckoning, winner: ChargeReckoning | None) -> ChargeReckoning:
    if winner is None or winner.key == one.key or not one.range.is_fined or one.is_exempt:
        return one
    text = f"与“{winner.violation.name}”是同一个违法行为，只按罚款数额高的规定（{yuan(winner.range.high or ZERO)} 元）罚款一次"
    return replace(one, yields_to=winner.key, findings=(*one.findings, Finding(text, "行政处罚法:29")))


__all__ = [
    "MITIGATED",
    "WEIGHED",
    "ChargeReckoning",
    "Finding",
    "PartyReckoning",
    "direction",
    "reckon",
    "repeats",
]

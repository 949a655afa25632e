"""What does the law make of the charges of a case: the file's rows handed to the pure reckoning, and kept?"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from cases.act import Ask
from cases.case_file import CaseFile, load_case_file
from law.conduct import ChargeFacts, EarlierPenalty, PartyFacts
from law.reckoning import ChargeReckoning, PartyReckoning, reckon

if TYPE_CHECKING:
    from cases.models import Case, Charge, Party

Found = Mapping[int, Mapping[str, Any]]
"""By charge: circumstances (keys of circumstances.toml) and level, as the report says."""
Earlier = Mapping[int, tuple[EarlierPenalty, ...]]
"""By party."""


def reckon_party(
    file: CaseFile, party: "Party", on: date, found: Found | None = None, earlier: Earlier | None = None
) -> PartyReckoning:
    """found: what is being reported; None: what the report of this round found."""
    charges = tuple(charge_facts(one, found_for(file, one, found)) for one in file.charges_of(party))
    history = (earlier or {}).get(party.pk, ())
    return reckon(PartyFacts(charges, party.counts_as, party.birthday, history), on)


def reckon_case(
    file: CaseFile, on: date, found: Found | None = None, earlier: Earlier | None = None
) -> dict[int, ChargeReckoning]:
    """By charge."""
    return {
        int(one.key): one for party in file.parties for one in reckon_party(file, party, on, found, earlier).charges
    }


def reckoned(ask: Ask) -> dict[int, ChargeReckoning]:
    """For guards: with the circumstances that the act brings, or that the report of this round found.

    Empty for an act that brings no sanctions, such as one that is only being offered: there is nothing to compare.
    """
    if not ask.facts.get("sanctions"):
        return {}
    return reckon_case(ask.file, ask.on, ask.facts.get("found"))


def found_for(file: CaseFile, charge: "Charge", found: Found | None) -> Mapping[str, Any]:
    if found is not None:
        return found.get(charge.pk, {})
    kept = file.reckoning(charge)
    return {"circumstances": kept.circumstances, "level": kept.level} if kept else {}


def keep_reckonings(case: "Case", found: Found, on: date) -> None:
    """Write down for every charge what was found and what followed from it in the round that begins."""
    file = load_case_file(case.pk)
    rows = reckon_case(file, on, found)
    for charge in file.charges:
        charge.reckonings.create(round=case.round, **_kept(found.get(charge.pk, {}), rows[charge.pk]))


def revise_reckonings(case: "Case", found: Found, on: date) -> None:
    """What the party's statement or a hearing has shown joins what the report of this round found; the record keeps both."""
    file = load_case_file(case.pk)
    rows = reckon_case(file, on, found)
    for charge in file.charges_in_round:
        kept = _kept(found.get(charge.pk, {}), rows[charge.pk])
        charge.reckonings.filter(round=case.round).update(**kept)


def _kept(found: Mapping[str, Any], one: ChargeReckoning) -> dict[str, Any]:
    return dict(
        circumstances=sorted(found.get("circumstances", ())),
        level=found.get("level", ""),
        effect=one.effect,
        level_title=one.proposal.title,
        range_low=one.range.low,
        range_high=one.range.high,
        tier_low=one.proposal.low,
        tier_high=one.proposal.high,
        amount=one.amount,
        lines=list(one.lines),
    )


def reckon_alone(
    charge: "Charge", party: "Party", on: date, found: Mapping[str, Any], earlier: tuple[EarlierPenalty, ...]
) -> ChargeReckoning:
    """One conduct of one party, neither of them in a file yet: on the road the sum is known before the case is."""
    facts = PartyFacts((charge_facts(charge, found),), party.counts_as, party.birthday, earlier)
    return reckon(facts, on).charges[0]


def charge_facts(charge: "Charge", found: Mapping[str, Any]) -> ChargeFacts:
    # Limitation has a guard of its own, which sends the charge away instead of exempting it.
    return ChargeFacts(
        key=str(charge.pk),
        violation=charge.violation,
        conduct_on=charge.conduct_on,
        income=charge.illegal_income,
        base=charge.base_amount,
        total_kg=charge.total_kg,
        limit_kg=charge.limit_kg,
        circumstances=frozenset(found.get("circumstances", ())),
        level=found.get("level", ""),
        act=charge.act_key,
    )

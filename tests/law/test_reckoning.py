"""Is every penalty reckoned as the statutes say: ranges, circumstances, steps, one fine for one act?

reckoning.csv is worked out by hand from the articles (column `how`). Rows whose number is the same belong to one case;
`a`, `b` … are its charges. Defaults: conduct on 18 May 2026, reckoned on 1 June 2026, an organisation.
`?` in amount: the law's figures are incomplete, nothing is proposed.
"""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from django.conf import LazySettings
from hypothesis import given
from hypothesis import strategies as some

from law.circumstances import Effect, UnknownCircumstance, all_circumstances
from law.conduct import ChargeFacts, EarlierPenalty, PartyFacts
from law.reckoning import PartyReckoning, reckon
from law.violations import all_violations, violation

Row = dict[str, str]
ROWS: list[Row] = list(csv.DictReader((Path(__file__).parent / "reckoning.csv").open(encoding="utf-8")))
CONDUCT, DAY = date(2026, 5, 18), date(2026, 6, 1)


def case_of(row: Row) -> str:
    return row["id"].rstrip("abcd")


CASES = {number: list(rows) for number, rows in groupby(ROWS, key=case_of)}


def day_of(text: str, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise


def amount_of(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def charge_of(row: Row) -> ChargeFacts:
    conduct_on = day_of(row["conduct_on"], CONDUCT)
    return ChargeFacts(
        key=row["id"],
        violation=violation(row["code"], conduct_on),
        conduct_on=conduct_on,
        income=amount_of(row["income"]),
        base=amount_of(row["base"]),
        total_kg=int(row["total_kg"]) if row["total_kg"] else None,
        limit_kg=int(row["limit_kg"]) if row["limit_kg"] else None,
        circumstances=frozenset(row["circumstances"].split(";")) - {""},
        level=row["level"],
        act=row["act"],
        ended_on=day_of(row["ended_on"], conduct_on) if row["ended_on"] else None,
        grave_harm=row["grave_harm"] == "yes",
        discovered_on=date.fromisoformat(row["discovered_on"]) if row["discovered_on"] else None,
    )


def parties_of(rows: list[Row]) -> list[PartyFacts]:
    """The parties of one case in the order of the table."""
    found = []
    for name in dict.fromkeys(row["party"] for row in rows):
        own = [row for row in rows if row["party"] == name]
        earlier = [one.split("@") for row in own for one in filter(None, row["earlier"].split(";"))]
        found.append(
            PartyFacts(
                charges=tuple(charge_of(row) for row in own),
                kind=own[0]["kind"] or "organisation",
                born_on=date.fromisoformat(own[0]["born_on"]) if own[0]["born_on"] else None,
                earlier=tuple(EarlierPenalty(code, date.fromisoformat(on)) for code, on in earlier),
            )
        )
    return found


def reckoned(rows: list[Row]) -> list[PartyReckoning]:
    on = day_of(rows[0]["on"], DAY)
    return [reckon(party, on) for party in parties_of(rows)]


def test_the_table_is_large_enough_and_each_of_its_rows_is_a_row_of_its_own() -> None:
    assert len(ROWS) >= 150
    assert len({row["id"] for row in ROWS}) == len(ROWS)


def test_every_field_of_transport_and_every_formula_of_the_catalogue_is_in_the_table() -> None:
    codes = {row["code"] for row in ROWS}
    in_table = [one for one in all_violations() if one.code in codes]
    assert {one.domain for one in in_table} == {one.domain for one in all_violations()}
    assert {one.formula for one in in_table} == {one.formula for one in all_violations()}


def test_every_circumstance_of_the_law_is_in_the_table() -> None:
    told = {key for row in ROWS for key in row["circumstances"].split(";")}
    assert {one.key for one in all_circumstances() if not one.automatic} <= told


@pytest.mark.parametrize("rows", CASES.values(), ids=CASES.keys())
def test_a_charge_is_reckoned_as_the_table_says(rows: list[Row]) -> None:
    found = {one.key: one for party in reckoned(rows) for one in party.charges}
    assert len(found) == len(rows)
    for row in rows:
        one = found[row["id"]]
        assert (one.range.low, one.range.high) == (amount_of(row["low"]), amount_of(row["high"])), one.lines
        assert (one.proposal.low, one.proposal.high) == (amount_of(row["tier_low"]), amount_of(row["tier_high"]))
        assert one.amount == (None if row["amount"] == "?" else Decimal(row["amount"])), one.lines
        assert (one.effect, one.yields_to) == (row["effect"], row["yields_to"]), one.lines
        assert one.may_go_below is (row["below"] == "yes")
        assert row["text"] in "\n".join(one.lines)


def test_the_total_of_a_party_is_what_its_acts_cost() -> None:
    (one,) = reckoned(CASES["263"])
    assert one.total == 6500 + 12500
    carrier, instigator = reckoned(CASES["271"])
    assert (carrier.total, instigator.total) == (6000, 15000)


def test_reasons_carry_their_article() -> None:
    (one,) = reckoned(CASES["252"])
    assert any("第二十九条" in line for line in one.of("252b").lines)
    (young,) = reckoned(CASES["231"])
    assert any("第三十条" in line for line in young.charges[0].lines)


@pytest.mark.parametrize(("case", "since"), [("211", date(2019, 3, 2)), ("201", date(2023, 7, 20))])
def test_the_law_of_the_day_of_the_conduct_stands_unless_the_new_one_is_lighter(case: str, since: date) -> None:
    (party,) = reckoned(CASES[case])
    assert party.charges[0].violation.in_force_from == since


def test_an_unknown_circumstance_is_refused_and_not_overlooked() -> None:
    charge = ChargeFacts("a", violation("KY-003", CONDUCT), CONDUCT, circumstances=frozenset({"nonsense"}))
    with pytest.raises(UnknownCircumstance):
        reckon(PartyFacts((charge,)), DAY)


# --- the bureau's own tiers ---------------------------------------------------------------------
PACK = """violation,level,facts,fine_min,fine_max,factor_min,factor_max,penalty,basis,in_force_from,in_force_until
KY-003,轻微,首次,200,500,,,,样例基准,2026-01-01,
KY-003,严重,三次以上,1500,9000,,,,样例基准,2026-01-01,
KY-003,免罚,轻微,,,,,不予处罚,样例基准,2026-01-01,
KY-001,一般,超过二万元,,,2,4,没收违法所得,样例基准,2026-01-01,
"""


@pytest.fixture
def pack(tmp_path: Path, settings: LazySettings) -> None:
    (tmp_path / "tiers").mkdir()
    (tmp_path / "tiers" / "样例.csv").write_text(PACK, "utf-8-sig")
    settings.LAW_LOCAL_DIR = tmp_path


@pytest.mark.parametrize(
    ("code", "level", "income", "low", "high", "amount", "text"),
    [
        ("KY-003", "轻微", None, 200, 500, 350, "裁量基准“轻微”"),
        ("KY-003", "严重", None, 1500, 2000, 1750, "1,500 元至 2,000 元"),  # never above the law's 2,000
        ("KY-001", "一般", 30000, 60000, 120000, 90000, "60,000 元至 120,000 元"),
        ("KY-003", "", None, 740, 1460, 1100, "有 3 档，还没有选择等次"),
        ("KY-003", "特别严重", None, 740, 1460, 1100, "没有“特别严重”这一档"),
        ("KY-003", "免罚", None, None, None, None, "不予处罚"),
    ],
)
@pytest.mark.usefixtures("pack")
def test_the_bureau_s_own_tier_goes_before_the_general_scale(
    code: str, level: str, income: int | None, low: int | None, high: int | None, amount: int | None, text: str
) -> None:
    facts = ChargeFacts("a", violation(code, CONDUCT), CONDUCT, Decimal(income) if income else None, level=level)
    (one,) = reckon(PartyFacts((facts,)), DAY).charges
    assert (one.proposal.low, one.proposal.high, one.amount) == (low, high, amount)
    assert text in "\n".join(one.lines)


def test_the_general_scale_says_that_it_is_not_the_bureau_s_own() -> None:
    (one,) = reckoned(CASES["19"])
    assert "非本地基准" in one.charges[0].lines[-1]


def test_the_bureau_may_count_repetition_over_two_years(tmp_path: Path, settings: LazySettings) -> None:
    row = CASES["25"]
    assert reckoned(row)[0].charges[0].effect == ""
    (tmp_path / "limits.toml").write_text(
        '[[limit]]\nkey = "repeat_months"\ntitle = "t"\nvalue = 24\nbasis = "行政处罚法:5.2"\ncertainty = "R"\n'
        'source = "s"\nin_force_from = 2021-07-15\n',
        "utf-8",
    )
    settings.LAW_LOCAL_DIR = tmp_path
    assert reckoned(row)[0].charges[0].effect == Effect.AGGRAVATE


# --- whatever is charged ------------------------------------------------------------------------
TICKED = (
    *("unable_to_discern", "minor_corrected", "no_fault", "first_offence", "harm_removed", "coerced", "confessed"),
    *("merit", "other_mitigation", "partly_unable", "cooperative", "slight_harm", "emergency", "repeat"),
    *("serious_harm", "obstruction", "coercing_others", "grave", "refused", "responsible_person", "employer"),
)
CODES = ("KY-001", "KY-003", "HY-001", "WH-001", "ZC-002", "CX-001", "CX-002", "GL-025", "AQ-001", "GC-005", "SL-004")


@some.composite
def charges(draw: some.DrawFn, key: str = "a") -> ChargeFacts:
    excess = draw(some.none() | some.integers(0, 120_000))
    sums = some.none() | some.decimals(0, 1_000_000, places=2)
    return ChargeFacts(
        key=key,
        violation=violation(draw(some.sampled_from(CODES)), CONDUCT),
        conduct_on=CONDUCT,
        income=draw(sums),
        base=draw(sums),
        total_kg=None if excess is None else 49_000 + excess,
        limit_kg=49_000,
        circumstances=draw(some.frozensets(some.sampled_from(TICKED), max_size=4)),
        level=draw(some.sampled_from(["", "", "mitigated"])),
        act=draw(some.sampled_from(["", "x", "y"])),
    )


@some.composite
def parties(draw: some.DrawFn) -> PartyFacts:
    count = draw(some.integers(1, 4))
    return PartyFacts(
        charges=tuple(draw(charges(key=str(number))) for number in range(count)),
        kind=draw(some.sampled_from(["citizen", "organisation"])),
        born_on=draw(some.none() | some.dates(date(1950, 1, 1), date(2020, 1, 1))),
    )


@given(parties())
def test_a_proposal_never_leaves_the_lawful_range_unless_it_is_mitigated(party: PartyFacts) -> None:
    for one in reckon(party, DAY).charges:
        if one.range.low is None or one.range.high is None or one.proposal.low is None or one.proposal.high is None:
            continue
        assert one.proposal.amount is not None
        assert one.proposal.low <= one.proposal.amount <= one.proposal.high <= one.range.high
        if not (one.may_go_below or one.is_exempt):
            assert one.proposal.low >= one.range.low


@given(parties(), some.data())
def test_the_order_of_entry_decides_nothing(party: PartyFacts, data: some.DataObject) -> None:
    shuffled = tuple(data.draw(some.permutations(party.charges)))
    again = reckon(replace(party, charges=shuffled), DAY)
    assert {one.key: one for one in again.charges} == {one.key: one for one in reckon(party, DAY).charges}


@given(parties())
def test_one_act_carries_one_fine_and_it_is_the_highest(party: PartyFacts) -> None:
    found = reckon(party, DAY)
    by_act: dict[str, list[str]] = {}
    for charge in party.charges:
        by_act.setdefault(charge.act or charge.key, []).append(charge.key)
    for keys in by_act.values():
        fined = [found.of(key) for key in keys if found.of(key).range.is_fined and not found.of(key).is_exempt]
        if any(one.range.high is None for one in fined):
            continue
        standing = [one for one in fined if not one.yields_to]
        assert len(standing) == (1 if fined else 0)
        for one in fined:
            assert one.range.weight <= standing[0].range.weight  # type: ignore[operator]
            assert one.yields_to in ("", standing[0].key)


@given(some.integers(0, 150_000), some.integers(0, 10_000))
def test_more_excess_is_never_cheaper(excess: int, more: int) -> None:
    def fine(kilograms: int) -> Decimal:
        row = violation("CX-001", CONDUCT)
        facts = ChargeFacts("a", row, CONDUCT, total_kg=49_000 + kilograms, limit_kg=49_000)
        return reckon(PartyFacts((facts,)), DAY).total

    assert fine(excess) <= fine(excess + more) <= 30_000

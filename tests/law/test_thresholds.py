"""When is a case major: every row of thresholds.csv lists by hand the rules that fire, and no others may."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import LazySettings

from law.thresholds import PenaltyFacts, Scope, all_thresholds, fires, rules_that_fire

ROWS = list(csv.DictReader((Path(__file__).parent / "thresholds.csv").open(encoding="utf-8")))
DAY = date(2026, 6, 1)


def facts_of(row: dict[str, str]) -> PenaltyFacts:
    return PenaltyFacts(
        party_kind=row["party_kind"],
        kinds=frozenset(filter(None, row["kinds"].split(";"))),
        fine=Decimal(row["fine"]),
        confiscation=Decimal(row["confiscation"]),
        fine_max=Decimal(row["fine_max"]) if row["fine_max"] else None,
        flags=frozenset(filter(None, row["flags"].split(";"))),
    )


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_exactly_the_listed_rules_fire(row: dict[str, str], scope: Scope) -> None:
    fired = sorted(rule.key for rule in rules_that_fire(scope, facts_of(row), DAY))
    assert fired == sorted(filter(None, row[scope.value].split(";")))


def test_every_shipped_rule_fires_in_some_row() -> None:
    fired = {key for row in ROWS for scope in Scope for key in row[scope.value].split(";") if key}
    assert fired == {rule.key for rule in all_thresholds()}


def test_nothing_fires_before_the_law_was_in_force() -> None:
    facts = facts_of(ROWS[1])
    assert rules_that_fire(Scope.REVIEW, facts, date(2021, 7, 14)) == ()
    assert rules_that_fire(Scope.REVIEW, facts, date(2021, 7, 15)) != ()


def test_a_share_of_the_highest_fine_fires_from_that_share_on() -> None:
    rule = replace(all_thresholds()[0], party_kind="", fine_min=None, ratio_of_max=Decimal("0.5"))
    facts = PenaltyFacts("citizen", frozenset({"fine"}), Decimal(5000), Decimal(0), Decimal(10000), frozenset())
    assert fires(rule, facts)
    assert not fires(rule, replace(facts, fine=Decimal(4999)))
    assert not fires(rule, replace(facts, fine_max=None))


def test_the_amounts_are_marked_as_settings_and_the_kinds_of_the_law_are_not() -> None:
    hearing = [rule for rule in all_thresholds() if rule.scope is Scope.HEARING]
    assert {rule.certainty for rule in hearing if rule.fine_min is not None} == {"R"}
    listed = [rule for rule in hearing if rule.fine_min is None and rule.basis != "行政处罚法:63.1(5)"]
    assert {rule.certainty for rule in listed} == {"S"}
    # What else is grave (63.1(5)) the law does not list: the bureau's reading.
    assert {rule.certainty for rule in hearing if rule.basis == "行政处罚法:63.1(5)"} == {"R"}


def test_the_bureau_s_own_amount_replaces_the_default(tmp_path: Path, settings: LazySettings) -> None:
    own = """[[threshold]]
key = "hearing-fine-organisation"
scope = "hearing"
title = "对法人或者其他组织罚款 6000 元以上"
party_kind = "organisation"
fine_min = 6000
basis = "行政处罚法:63.1(1)"
certainty = "S"
in_force_from = 2021-07-15
"""
    (tmp_path / "thresholds.toml").write_text(own, "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    fired = rules_that_fire(Scope.HEARING, facts_of(ROWS[0]), DAY)
    assert [rule.fine_min for rule in fired] == [Decimal(6000)]

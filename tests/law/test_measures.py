"""Do coercive measures come from dated rows, each with its article, and none from anywhere else?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.loading import BadLawData, clear_cache
from law.measures import Manner, ThingKind, UnknownMeasure, all_measures, measure_rule, measures_in_force

DAY = date(2026, 5, 6)


def test_a_vehicle_without_permit_may_be_detained_and_nothing_else_under_that_article() -> None:
    rule = measure_rule("detain-without-permit", DAY)
    assert (rule.title, rule.basis, rule.manner) == ("暂扣车辆", "道路运输条例:62", Manner.DETAIN)
    assert rule.things == {ThingKind.VEHICLE}


def test_only_damage_to_the_road_lets_the_authority_sell_what_nobody_fetches() -> None:
    assert [(one.key, one.unclaimed) for one in all_measures() if one.unclaimed] == [
        ("detain-after-damage", "公路安全保护条例:72.2")
    ]


def test_a_measure_is_unknown_before_its_law() -> None:
    with pytest.raises(UnknownMeasure):
        measure_rule("detain-without-permit", date(2023, 7, 19))
    with pytest.raises(UnknownMeasure):
        measure_rule("impound-everything", DAY)
    assert len(measures_in_force(DAY)) == 7


def test_a_row_with_an_unknown_manner_is_named(settings: Any, tmp_path: Path) -> None:
    row = '[[measure]]\nkey = "x"\ntitle = "x"\nmanner = "smash"\nthings = ["vehicle"]\nin_force_from = 2026-01-01\n'
    (tmp_path / "measures.toml").write_text(row, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    with pytest.raises(BadLawData, match="smash"):
        all_measures()

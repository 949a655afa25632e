"""Is a tier proposed only from the bureau's own pack, and by the pack of the day?"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import LazySettings

from law.loading import BadLawData
from law.tiers import all_tiers, propose_tier, tiers_for
from tests.law.days import DAY

PACK = """violation,level,facts,fine_min,fine_max,factor_min,factor_max,penalty,basis,in_force_from,in_force_until
KY-003,轻微,首次,200,500,,,,样例基准2024,2024-01-01,2025-12-31
KY-003,轻微,首次,200,400,,,,样例基准2026,2026-01-01,
KY-003,严重,三次以上,1500,2000,,,,样例基准2026,2026-01-01,
KY-001,一般,违法所得超过二万元,,,2,4,没收违法所得,样例基准2026,2026-01-01,
"""


@pytest.fixture
def pack(tmp_path: Path, settings: LazySettings) -> Path:
    (tmp_path / "tiers").mkdir()
    path = tmp_path / "tiers" / "样例.csv"
    path.write_text(PACK, "utf-8-sig")
    settings.LAW_LOCAL_DIR = tmp_path
    return path


def test_none_are_shipped(settings: LazySettings) -> None:
    settings.LAW_LOCAL_DIR = None
    assert all_tiers() == ()
    assert propose_tier("KY-003", DAY, "轻微") is None


def test_the_tier_of_the_day_is_proposed(pack: Path) -> None:
    old, new = (propose_tier("KY-003", day, "轻微") for day in (date(2025, 12, 31), date(2026, 1, 1)))
    assert old is not None and (old.fine_max, old.basis) == (Decimal(500), "样例基准2024")
    assert new is not None and (new.fine_max, new.pack) == (Decimal(400), "样例")


def test_a_level_that_the_pack_does_not_know_is_not_guessed(pack: Path) -> None:
    assert propose_tier("KY-003", DAY, "一般") is None
    assert propose_tier("CX-001", DAY, "轻微") is None
    assert propose_tier("KY-003", date(2023, 12, 31), "轻微") is None


def test_a_scale_is_listed_as_the_pack_lists_it(pack: Path) -> None:
    assert [tier.level for tier in tiers_for("KY-003", DAY)] == ["轻微", "严重"]
    (income,) = tiers_for("KY-001", DAY)
    assert (income.factor_min, income.factor_max, income.fine_min) == (Decimal(2), Decimal(4), None)


def test_a_pack_without_its_columns_is_named(pack: Path) -> None:
    pack.write_text("violation,level\nKY-003,轻微\n", "utf-8")
    with pytest.raises(BadLawData, match=r"样例\.csv.*basis"):
        all_tiers()

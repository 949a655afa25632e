"""Where the bureau has brought its discretion tiers, is the fine held against them?"""

from oversight.rules import RULES

PACK = (
    "violation,level,facts,fine_min,fine_max,basis,in_force_from\nCX-001,一般,,{low},{high},行政处罚法:34,2021-07-15\n"
)


def bring(settings, folder, low: int, high: int) -> None:
    (folder / "tiers").mkdir()
    (folder / "tiers" / "own.csv").write_text(PACK.format(low=low, high=high), encoding="utf-8")
    settings.LAW_LOCAL_DIR = folder


def test_a_fine_outside_every_tier_is_found(settings, tmp_path, file) -> None:
    bring(settings, tmp_path, 1000, 5000)
    (found,) = RULES["fine-matches-a-tier"].findings(file("overload"))
    assert "罚款 6000.00 元不在本单位裁量基准的任何一档之内" in found.sentence


def test_a_fine_inside_a_tier_is_not(settings, tmp_path, file) -> None:
    bring(settings, tmp_path, 6000, 6000)
    assert RULES["fine-matches-a-tier"].findings(file("overload")) == ()

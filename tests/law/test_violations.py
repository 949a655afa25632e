"""Does the catalogue say what the statutes say? The rows of catalogue.csv were read in them by hand."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from law.citations import cite_all
from law.violations import (
    PenaltyKind,
    UnknownViolation,
    all_violations,
    search_violations,
    violation,
    violations_in_force,
)
from tests.law.days import DAY

BY_HAND = list(csv.DictReader((Path(__file__).parent / "catalogue.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", BY_HAND, ids=lambda row: f"{row['code']}-{row['on']}")
def test_articles_amounts_and_kinds_are_those_of_the_statute(row: dict[str, str]) -> None:
    found = violation(row["code"], date.fromisoformat(row["on"]))
    assert found.penalty == cite_all(row["penalty"])
    assert found.fine_min == (Decimal(row["fine_min"]) if row["fine_min"] else None)
    assert found.fine_max == (Decimal(row["fine_max"]) if row["fine_max"] else None)
    assert found.kinds == tuple(filter(None, row["kinds"].split(";")))


def test_all_current_causes_of_action_are_there() -> None:
    in_force = violations_in_force(DAY)
    assert len(in_force) == 173
    assert len({row.code for row in in_force}) == 173
    # Three rows of one range until 2023 and three of the filing duty of 2022.
    assert len(all_violations()) == 179


def test_a_code_that_was_not_in_force_is_unknown() -> None:
    with pytest.raises(UnknownViolation, match="GJ-001"):
        violation("GJ-001", date(2024, 11, 30))
    assert violation("GJ-001", date(2024, 12, 1)).domain == "城市公共交通"


def test_citations_are_printed_once_for_each_law_and_article() -> None:
    assert violation("KY-001", DAY).violated_text == "《中华人民共和国道路运输条例》第十条第一款、第二款"
    assert violation("CX-001", DAY).violated_text == (
        "《中华人民共和国公路法》第五十条，《公路安全保护条例》第三十三条第一款，"
        "《超限运输车辆行驶公路管理规定》第三条第一款第四项至第八项、第二十七条"
    )
    assert violation("CX-001", DAY).penalty_text == (
        "《中华人民共和国公路法》第七十六条第五项，《公路安全保护条例》第六十四条，"
        "《超限运输车辆行驶公路管理规定》第四十三条第一款第二项"
    )


def test_what_was_only_recalled_says_so_in_its_note() -> None:
    unsure = [row for row in violations_in_force(DAY) if row.certainty == "R"]
    assert len(unsure) > 20
    assert [row.code for row in unsure if "待核对" not in row.note] == []
    assert [row.code for row in violations_in_force(DAY) if row.certainty == "S" and "待核对" in row.note] == []


def test_a_fine_without_figures_has_a_formula_or_is_marked() -> None:
    without = [row for row in violations_in_force(DAY) if "fine" in row.kinds and row.fine_max is None]
    assert {row.code for row in without if not row.formula} == {"HY-012"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("车货总质量", {"CX-001"}),
        ("道路运输条例63条 客运", {"KY-001", "KY-002"}),
        ("cx-00 通行证", {"CX-004", "CX-005", "CX-006"}),
        ("查无此行为", set()),
    ],
)
def test_search_wants_every_word_somewhere(text: str, codes: set[str]) -> None:
    assert {row.code for row in search_violations(text, DAY)} == codes


def test_search_sees_only_what_is_in_force_that_day() -> None:
    assert search_violations("公交线路", date(2024, 11, 30)) == ()
    assert search_violations("公交线路", date(2024, 12, 1)) != ()


def test_every_kind_of_penalty_has_its_chinese_name() -> None:
    assert PenaltyKind("fine").label == "罚款"
    assert len(PenaltyKind) == 13
    used = {kind for row in all_violations() for kind in row.kinds}
    assert used <= set(PenaltyKind.values)

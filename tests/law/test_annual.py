"""Do the rules by which a year is counted come from dated rows that leave no kind of penalty out?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.annual import NoCountingRule, all_heaviest_rules, heaviest_rule, publish_rule
from law.citations import cite_all
from law.loading import BadLawData, clear_cache
from law.violations import PenaltyKind
from tests.law.days import DAY


def test_every_kind_of_penalty_has_its_place_and_the_rules_their_articles() -> None:
    assert sorted(heaviest_rule(DAY).kinds) == sorted(PenaltyKind.values)
    assert [one.key for one in cite_all(heaviest_rule(DAY).basis)] == ["行政处罚法:9"]
    assert publish_rule(DAY).due_on(2026) == date(2027, 1, 31)
    # 行政处罚法 was first in force on 1 October 1996.
    with pytest.raises(NoCountingRule):
        heaviest_rule(date(1996, 9, 30))
    with pytest.raises(NoCountingRule):
        publish_rule(date(2019, 5, 14))


def test_an_order_that_leaves_a_kind_out_is_refused(settings: Any, tmp_path: Path) -> None:
    row = '[[heaviest]]\nkey = "order"\nkinds = ["fine"]\nbasis = "行政处罚法:9"\nin_force_from = 2021-07-15\n'
    (tmp_path / "annual.toml").write_text(row, "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    with pytest.raises(BadLawData, match="every kind of penalty"):
        all_heaviest_rules()

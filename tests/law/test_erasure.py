"""Do the grounds of erasing what the record says come from dated rows, each with its article?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.citations import cite_all
from law.erasure import all_erasure_grounds, erasure_ground, erasure_grounds
from law.loading import BadLawData, clear_cache
from tests.law.days import DAY

LOCAL = """
[[ground]]
key = "unlawful"
title = "违法处理个人信息"
basis = "个人信息保护法:47.1(4)"
needs = ["{need}"]
in_force_from = 2021-11-01
"""


def test_the_two_grounds_that_can_arise_have_their_articles_and_their_first_day() -> None:
    assert {one.key: [each.key for each in cite_all(one.basis)] for one in erasure_grounds(DAY)} == {
        "period_over": ["个人信息保护法:47.1(2)"],
        "unlawful": ["个人信息保护法:47.1(4)"],
    }
    assert [one.key for one in erasure_grounds(DAY) if one.needs] == ["period_over"]
    # The law took effect on 1 November 2021.
    assert erasure_grounds(date(2021, 10, 31)) == ()
    assert erasure_ground("unlawful", date(2021, 11, 1)) is not None
    assert erasure_ground("consent_withdrawn", DAY) is None


@pytest.mark.parametrize(("need", "is_known"), [("period", True), ("court_order", False)])
def test_a_bureau_may_ask_for_more_but_not_for_what_nobody_looks_at(
    settings: Any, tmp_path: Path, need: str, is_known: bool
) -> None:
    (tmp_path / "erasure.toml").write_text(LOCAL.format(need=need), "utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    if is_known:
        assert {one.key: one.needs for one in all_erasure_grounds()}["unlawful"] == ("period",)
    else:
        with pytest.raises(BadLawData, match="court_order"):
            all_erasure_grounds()

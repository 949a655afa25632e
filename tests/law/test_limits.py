"""Do the plain numbers of the procedure come from dated rows that a bureau may tighten?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.limits import UnknownLimit, limit
from law.loading import clear_cache

LOCAL = """
[[limit]]
key = "discussion_heads"
title = "参加集体讨论的负责人最少人数"
value = 3
basis = "行政处罚法:57.2"
certainty = "S"
source = "本机关集体讨论制度"
in_force_from = 2021-07-15
"""


def test_two_heads_discuss_and_two_years_limit() -> None:
    assert limit("discussion_heads", date(2026, 6, 18)) == 2
    assert limit("limitation_years", date(2026, 6, 18)) == 2


def test_a_bureau_may_ask_for_a_third_head(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "limits.toml").write_text(LOCAL, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    assert limit("discussion_heads", date(2026, 6, 18)) == 3


def test_before_the_law_there_is_no_limit() -> None:
    with pytest.raises(UnknownLimit):
        limit("discussion_heads", date(2021, 7, 14))

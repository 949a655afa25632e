"""Does the list of what is let off say on which day it lets off what (行政处罚法 33)?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.lenient import Leniency, all_lenient, lenient
from law.loading import BadLawData, clear_cache
from law.violations import all_violations

DAY = date(2026, 7, 2)
ROW = """[[lenient]]
violation = "CZ-007"
kind = "{kind}"
basis = "行政处罚法:33.1"
certainty = "S"
source = "样例盟清单"
in_force_from = 2026-07-02
in_force_until = 2026-07-31
"""


def test_a_row_holds_from_its_first_day_to_its_last(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "lenient.toml").write_text(ROW.format(kind="first"), encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    days = (date(2026, 7, 1), DAY, date(2026, 7, 31), date(2026, 8, 1))
    found = [lenient("CZ-007", day) for day in days]
    assert [one and one.kind for one in found] == [None, Leniency.FIRST, Leniency.FIRST, None]


def test_another_kind_is_refused(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "lenient.toml").write_text(ROW.format(kind="sometimes"), encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    with pytest.raises(BadLawData, match="sometimes"):
        all_lenient()


def test_every_conduct_on_the_list_is_in_the_catalogue() -> None:
    assert {one.violation for one in all_lenient()} <= {one.code for one in all_violations()}

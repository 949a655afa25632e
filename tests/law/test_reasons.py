"""Do the grounds of recusal, suspension and ending, and the homes of plates, come from dated rows?"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from law.citations import cite_all
from law.loading import clear_cache
from law.plates import home_authority
from law.reasons import UnknownReason, all_reasons, reason, reasons_for
from tests.law.days import DAY


def test_each_matter_has_its_grounds_and_each_ground_its_article() -> None:
    assert {one.matter for one in all_reasons()} == {"recusal", "suspension", "ending"}
    assert len(reasons_for("recusal", DAY)) == 3
    assert all(cite_all(one.basis) for one in all_reasons())


def test_a_ground_has_its_days() -> None:
    assert reason("relative", DAY).title.endswith("近亲属")
    with pytest.raises(UnknownReason):
        reason("relative", date(2021, 7, 14))


@pytest.mark.parametrize(
    ("plate", "home"),
    [
        ("蒙G99871", "通辽市交通运输局"),
        ("蒙Z00001", "内蒙古自治区交通运输厅"),
        ("京A00001", "北京市交通委员会"),
        ("X1", ""),
    ],
)
def test_a_vehicle_is_at_home_where_its_plate_was_issued(plate: str, home: str) -> None:
    assert home_authority(plate, DAY) == home


def test_a_bureau_names_its_neighbours(settings: Any, tmp_path: Path) -> None:
    row = '[[plate]]\nprefix = "吉C"\nauthority = "四平市交通运输局"\ncertainty = "S"\nin_force_from = 2026-01-01\n'
    (tmp_path / "plates.toml").write_text(row, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    assert home_authority("吉C00001", date(2026, 6, 1)) == "四平市交通运输局"
    assert home_authority("吉C00001", date(2025, 12, 31)) == "吉林省交通运输厅"

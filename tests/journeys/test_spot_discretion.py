"""Is a fine on the spot weighed by the same scale as any other, by HTTP (行政处罚法 34)?"""

from pathlib import Path
from typing import Any

import pytest

from cases.models import Case
from law.loading import clear_cache
from tests.journeys.desk import Office
from tests.journeys.test_on_the_spot import SECOND, fill_in

NO_LICENCE = {"违法行为": "其他", "其他违法行为": "驾驶员无网约车驾驶员证从事网约车经营", "裁量理由": ""}
"""200 to 2,000 yuan: light to 740, ordinary to 1,460; a citizen pays 200 at most on the spot."""
PACK = """violation,level,facts,fine_min,fine_max,basis,in_force_from,in_force_until
CZ-007,较轻,首次拒绝使用,50,80,样例盟交通运输裁量基准,2026-01-01,
CZ-007,较重,拒绝使用并拒载,150,200,样例盟交通运输裁量基准,2026-01-01,
"""


@pytest.fixture
def pack(settings: Any, tmp_path: Path) -> Path:
    (tmp_path / "tiers").mkdir()
    (tmp_path / "tiers" / "pack.csv").write_text(PACK, encoding="utf-8")
    settings.LAW_LOCAL_DIR = tmp_path
    clear_cache()
    return tmp_path


def test_a_step_above_the_limit_is_not_cut_down_to_fit_the_spot(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **NO_LICENCE, **{"罚款（元）": ""})
    assert page.status == 409 and "不得超过 200 元，拟罚款 740 元，不适用简易程序" in page.text, page.text
    page = fill_in(office, **NO_LICENCE, **{"罚款（元）": "200"})
    assert page.status == 409 and "不在建议的“一般”等次 740 元至 1,460 元之内" in page.text


def test_a_circumstance_that_lightens_brings_it_within_the_limit(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **NO_LICENCE, **{"罚款（元）": "", "查明的情节": ["涉案财物较少或者危害后果较小"]})
    assert page.heading == "核对与签名" and "罚款 200 元" in page.text, page.text
    assert "涉案财物较少或者危害后果较小（从轻）" in page.text


def test_where_the_bureau_has_a_scale_its_step_is_chosen(office: Office, pack: Path) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"罚款（元）": "", "裁量理由": ""})
    assert page.status == 422 and "本单位裁量基准对这一行为有 2 档，选择等次" in page.text, page.text
    form = page.form()
    form.fill({"裁量等次": "较重：拒绝使用并拒载"})
    page = office["李明"].submit(form, "下一步：核对")
    assert page.heading == "核对与签名" and "罚款 175 元" in page.text, page.text
    form = page.form()
    form.fill(SECOND)
    office["李明"].submit(form, "出具决定书")
    assert Case.objects.get().charges.get().reckonings.get().level == "较重"


def test_a_warning_needs_no_step(office: Office, pack: Path) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"罚款（元）": "", "裁量理由": "", "处罚种类": "警告"})
    assert page.heading == "核对与签名", page.text

"""What does each kind of evidence need in form, read by hand from 行政处罚法 41 and 46 and the standards of review?"""

from datetime import date

import pytest

from law.evidence import all_requirements, missing, requirements

DAY = date(2026, 3, 10)
KINDS = {
    *("documentary", "physical", "audiovisual", "electronic"),
    *("testimony", "party_statement", "expert", "record"),
}
AUDITED = {"origin": "电子技术监控设备自动记录", "maker": "设备", "carrier": "服务器"}


def names(kind: str, **given: str) -> list[str]:
    return [one.name for one in missing(kind, given, DAY)]


def test_every_kind_of_article_46_has_requirements() -> None:
    assert {one.kind for one in all_requirements()} == KINDS
    assert all(requirements(kind, DAY) for kind in KINDS)


@pytest.mark.parametrize(
    ("kind", "given", "lacks"),
    [
        ("documentary", {}, ["original"]),
        ("documentary", {"original": "原件"}, []),
        ("documentary", {"original": "复制件"}, ["provider", "compared"]),
        ("documentary", {"original": "复制件", "provider": "张某，3月10日", "compared": "是"}, []),
        ("documentary", {"original": "抄件"}, ["original"]),
        ("physical", {"original": "原物"}, ["kept_by"]),
        ("audiovisual", {"origin": "执法记录仪或者现场拍摄"}, ["maker", "carrier"]),
        ("audiovisual", AUDITED, ["device_audited", "record_audited"]),
        ("testimony", {"witness": "李某"}, ["signed"]),
        ("expert", {}, ["institution", "signed"]),
    ],
)
def test_what_is_still_lacking(kind: str, given: dict[str, str], lacks: list[str]) -> None:
    assert names(kind, **given) == lacks


def test_only_monitoring_devices_need_the_audits_of_article_41() -> None:
    audits = {one.key for one in all_requirements() if one.basis.startswith("行政处罚法:41")}
    assert audits == {
        f"{kind}.{name}" for kind in ("audiovisual", "electronic") for name in ("device_audited", "record_audited")
    }


def test_before_the_revised_law_nothing_was_asked() -> None:
    assert missing("documentary", {}, date(2021, 7, 14)) == ()

"""Are people without a resident's card registered, punished and named on papers by the paper they showed?"""

from datetime import date
from typing import Any

import pytest

from cases.models import Case, Party
from tests.journeys.desk import Office
from tests.journeys.test_on_the_spot import SECOND, fill_in

FOREIGNER = {
    "身份证件种类": "护照",
    "身份证件号": "c01x00t47",
    "国籍": "德国",
    "性别": "女",
    "出生日期": "1988-03-09",
    "姓名或名称": "安娜·穆勒",
}


def test_a_foreign_driver_is_punished_on_the_spot_by_passport(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **FOREIGNER)
    assert page.heading == "核对与签名", page.text
    assert "安娜·穆勒 护照 C01X00T47（德国）" in page.text
    form = page.form()
    form.fill(SECOND)
    office["李明"].submit(form, "出具决定书")
    party = Party.objects.get()
    assert (party.id_kind, party.id_number, party.nationality) == ("passport", "C01X00T47", "德国")
    assert (party.born_on, party.sex) == (date(1988, 3, 9), "女")
    paper = office["李明"].open(f"/cases/{Case.objects.get().pk}/").paper("当场行政处罚决定书")
    assert "护照C01X00T47（德国）" in office["李明"].print(paper.pdf).text.replace(" ", "")


def test_what_the_passport_does_not_tell_is_asked_for(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **FOREIGNER | {"国籍": "", "出生日期": ""})
    assert page.status == 422
    for words in ("填写国籍。", "从护照号看不出年龄，填写出生日期。", "有 2 处要改"):
        assert words in page.text, page.text


def test_a_child_with_a_passport_is_not_punished(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **FOREIGNER | {"出生日期": "2012-07-03"})
    assert page.status == 409 and "不满 14 周岁" in page.text, page.text


def test_a_known_foreigner_needs_the_number_only(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    form = fill_in(office, **FOREIGNER).form()
    form.fill(SECOND)
    office["李明"].submit(form, "出具决定书")
    office.on("2026-07-20", "15:10")
    again = {"身份证件号": "C01X00T47", "姓名或名称": "", "住址或地址": "", "车牌号": ""}
    page = fill_in(office, **again)
    assert page.heading == "核对与签名", page.text
    assert "安娜·穆勒 护照 C01X00T47（德国）" in page.text


@pytest.mark.parametrize(
    ("chosen", "number", "more", "kept"),
    [
        # By hand, GB 11643: weights 2^(17-i) mod 11 give 1 for 81000019940823002 and 6 for 99000119940823002.
        ("港澳居民来往内地通行证", "H12345678", {"出生日期": "1990-05-04"}, "hk_mo_permit"),
        ("台湾居民来往大陆通行证", "12345678", {"出生日期": "1990-05-04"}, "taiwan_permit"),
        ("外国人永久居留身份证", "DEU110019900504", {"出生日期": "1990-05-04", "国籍": "德国"}, "foreign_residence"),
        ("居民身份证", "810000199408230021", {}, "hk_mo_tw_residence"),
        ("居民身份证", "990001199408230021", {}, "wrong check digit"),
        ("港澳居民来往内地通行证", "12345678", {"出生日期": "1990-05-04"}, "写成这样：H12345678"),
        ("台湾居民来往大陆通行证", "H12345678", {"出生日期": "1990-05-04"}, "写成这样：12345678"),
        ("护照", "E1-2", {"出生日期": "1990-05-04", "国籍": "德国"}, "写成这样：E12345678"),
    ],
)
def test_each_paper_has_its_own_number(
    office: Office, chosen: str, number: str, more: dict[str, Any], kept: str
) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office, **{"身份证件种类": chosen, "身份证件号": number} | more)
    if kept == "wrong check digit":
        assert page.status == 422 and "校验位不对" in page.text
    elif "写成" in kept:
        assert page.status == 422 and kept in page.text, page.text
    else:
        assert page.heading == "核对与签名", page.text
        form = page.form()
        form.fill(SECOND)
        office["李明"].submit(form, "出具决定书")
        assert Party.objects.get().id_kind == kept


def test_a_party_of_an_ordinary_case_shows_a_permit(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    form = fill_in(office, **{"罚款（元）": "201"}).form()
    office["李明"].submit(form, "转为普通程序")
    case = f"/cases/{Case.objects.get().pk}/"
    guest = {
        "当事人类型": "个人",
        "姓名或名称": "陈美玲",
        "身份证件种类": "台湾居民来往大陆通行证",
        "身份证件号": "01234567",
        "住址或地址": "样例旗样例镇北街9号",
        "出生日期": "1979-02-01",
    }
    page = office["李明"].act(case, "添加当事人", guest)
    assert "台湾居民来往大陆通行证 01234567" in page.text
    assert Party.objects.get(name="陈美玲").born_on == date(1979, 2, 1)

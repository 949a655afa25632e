"""Case 3 by HTTP: a taxi driver who refused the meter is fined on the spot; 201 yuan is not for the spot."""

from typing import Any

from bureau.sample.identities import identity_number
from bureau.sample.meter import DRIVER_BORN
from tests.journeys.desk import Office
from tests.journeys.pages import Page

NUMBER = identity_number(DRIVER_BORN, 1)
SCREEN = "/cases/new/spot/"
FIRST = {
    "违法行为": "巡游出租不按规定使用计价器",
    "当事人类型": "个人",
    "身份证件号": NUMBER,
    "姓名或名称": "何三",
    "住址或地址": "样例旗样例镇北街3号",
    "车牌号": "蒙GX0001",
    "罚款（元）": "200",
    "当事人的陈述、申辩": "没有提出",
    "地点": "样例旗火车站站前广场",
    "另一名执法人员": "王强",
}
SECOND = {
    "已出示执法证件并查明身份": True,
    "已口头告知违法事实、处罚理由和依据": True,
    "已口头告知陈述、申辩等权利义务": True,
    "当事人怎么签名": "在打印的决定书上签名",
}


def fill_in(office: Office, **changed: Any) -> Page:
    desk = office["李明"]
    form = desk.open(SCREEN).form()
    form.fill(FIRST | changed)
    return desk.submit(form, "下一步：核对")


def test_case_3_is_punished_on_the_spot(office: Office) -> None:
    office.on("2026-07-02", "15:10")
    page = fill_in(office)
    assert page.status == 200 and page.heading == "核对与签名", page.text
    for said in ("何三", NUMBER, "样例旗火车站站前广场", "驾驶蒙GX0001车辆", "罚款 200 元", "李明、王强", "没有提出"):
        assert said in page.text, page.text
    form = page.form()
    form.fill(SECOND)
    done = office["李明"].submit(form, "出具决定书")
    assert done.heading == "决定书已出具", done.text
    assert "蒙样交执当罚〔2026〕001号" in done.text
    assert "2026年7月7日 前" in done.text

"""A held lorry goes to the auction house at the desks: sold at the reserve, or unsold and then sold otherwise.

By hand: announced on 11 May, seven days before an auction on the 18th; the reserve is the valuation, 30,000 yuan.
"""

from datetime import date
from typing import Any

import pytest

from cases.models import Thing
from officers.models import Officer
from tests.cases import holding
from tests.journeys.desk import Office
from tests.journeys.steps import Journey
from tests.journeys.things import box_links, box_text, do, faulty, refused

MEASURE, DISPOSAL = "coercivemeasure", "disposal"
ASKED = {
    "处理缘由": "鲜活物品或者其他不易保管的财物",
    "理由": "车内残液易挥发，不能长期停放。",
    "处理方式": "公开拍卖",
    "拍卖机构": "样例市公平拍卖有限公司",
    "拍卖经营批准证书号": "蒙拍字第0012号",
    "估价（元）": "30000",
    "估价机构或者依据": "样例旗价格认定中心",
}
RESULT = {"拍卖公告日期": "2026-05-11", "拍卖日期": "2026-05-18"}
SOLD = RESULT | {
    "拍卖结果": "成交",
    "成交价（元）": "30000",
    "买受人": "样例汽贸有限公司",
    "成交确认书或者流拍证明": "成交确认书 18号",
    "缴款票据": "国库缴款书 0518",
}
UNSOLD = RESULT | {"拍卖结果": "流拍", "成交确认书或者流拍证明": "流拍证明 18号"}


@pytest.fixture
def journey(office: Office) -> Journey:
    """The lorry is held since 6 May, approved afterwards on the 7th."""
    office.on("2026-05-08")
    story = holding.detained({one.name: one for one in Officer.objects.all()})
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    journey.case = f"/cases/{story.case.pk}/"
    return journey


def entrust(journey: Journey) -> None:
    """Asked for, approved and in the hands of the auction house on 8 May."""
    office = journey.office
    office.on("2026-05-08")
    things = ASKED | {"财物": ["蒙G99872号车辆"]}
    houseless = things | {"拍卖机构": "", "拍卖经营批准证书号": ""}
    refused(journey, "赵刚", MEASURE, "提请处理财物", houseless, "没有写明依法设立的拍卖机构", "第四十八条")
    empty = {"处理方式": "公开拍卖"}
    missing = {
        "处理缘由": "选择处理缘由。",
        "理由": "填写理由。",
        "估价（元）": "填写估价（元）。",
        "估价机构或者依据": "填写估价机构或者依据。",
    }
    faulty(journey, "赵刚", MEASURE, "提请处理财物", empty, missing)
    do(journey, "赵刚", MEASURE, "提请处理财物", **things)
    assert "委托拍卖" not in box_links(journey.page, DISPOSAL)
    page = do(journey, "卫国", DISPOSAL, "批准处理财物", 意见="同意拍卖。")
    assert page.paper("涉案财物处理审批表").state == "已签发"
    offered = box_links(journey.page, DISPOSAL)
    assert "委托拍卖" in offered and "登记财物处理结果" not in offered, "what is to be auctioned is not sold by hand"
    faulty(journey, "赵刚", DISPOSAL, "委托拍卖", {"委托拍卖合同": ""}, {"委托拍卖合同": "填写委托拍卖合同。"})
    page = do(journey, "赵刚", DISPOSAL, "委托拍卖", 委托拍卖合同="委拍〔2026〕1号")
    assert "委拍〔2026〕1号" in box_text(page, DISPOSAL) and "样例市公平拍卖有限公司" in box_text(page, DISPOSAL)


def test_a_held_lorry_is_auctioned_and_the_money_is_shown(journey: Journey) -> None:
    entrust(journey)
    office, title = journey.office, "登记拍卖结果"
    office.on("2026-05-18")
    nothing = {"拍卖公告日期": "填写拍卖公告日期。", "拍卖结果": "选择拍卖结果。", "成交确认书或者流拍证明": "填写"}
    faulty(journey, "赵刚", DISPOSAL, title, {}, nothing)
    bare = RESULT | {"拍卖结果": "成交", "成交确认书或者流拍证明": "成交确认书 18号"}
    told = "成交的，写明买受人、成交价和缴款票据。"
    faulty(journey, "赵刚", DISPOSAL, title, bare, dict.fromkeys(("成交价（元）", "买受人", "缴款票据"), told))
    odd = SOLD | {"拍卖日期": "2026-05-19", "成交价（元）": "三万"}
    faulty(journey, "赵刚", DISPOSAL, title, odd, {"拍卖日期": "晚于办理日期", "成交价（元）": "元"})
    backwards = SOLD | {"拍卖公告日期": "2026-05-18"}
    faulty(journey, "赵刚", DISPOSAL, title, backwards, {"拍卖公告日期": "拍卖应当先公告"})
    hasty = SOLD | {"拍卖公告日期": "2026-05-12"}
    refused(journey, "赵刚", DISPOSAL, title, hasty, "2026-05-19 起才能拍卖", "第四十五条")
    cheap = SOLD | {"成交价（元）": "29999"}
    refused(journey, "赵刚", DISPOSAL, title, cheap, "29999 元低于保留价 30000.00 元", "第五十条")
    page = do(journey, "赵刚", DISPOSAL, title, **SOLD)
    for said in ("样例汽贸有限公司", "成交确认书 18号", "30000.00 元", "国库缴款书 0518"):
        assert said in box_text(page, DISPOSAL), said
    assert "已处理" in box_text(page, MEASURE) and Thing.objects.get().fate_on == date(2026, 5, 18)
    assert page.timeline[-4:] == ["提请处理财物", "批准处理财物", "委托拍卖", "登记拍卖结果"]


def test_what_nobody_buys_is_entrusted_again_or_sold_otherwise(journey: Journey) -> None:
    entrust(journey)
    office = journey.office
    office.on("2026-05-18")
    with_a_price = UNSOLD | {"成交价（元）": "30000"}
    faulty(journey, "赵刚", DISPOSAL, "登记拍卖结果", with_a_price, {"成交价（元）": "流拍没有成交价"})
    page = do(journey, "赵刚", DISPOSAL, "登记拍卖结果", **UNSOLD)
    assert "流拍" in box_text(page, DISPOSAL)
    assert {"委托拍卖", "流拍后另行处理"} <= set(box_links(page, DISPOSAL))
    assert "还不能做的事" not in box_text(page, DISPOSAL), "nobody is told why he may not sell by hand"
    page = do(journey, "赵刚", DISPOSAL, "流拍后另行处理")
    assert not box_links(page, DISPOSAL)
    by_sale: dict[str, Any] = ASKED | {"财物": ["蒙G99872号车辆"], "处理方式": "变卖", "拍卖机构": ""}
    do(journey, "赵刚", MEASURE, "提请处理财物", **by_sale | {"拍卖经营批准证书号": ""})
    assert journey.page.timeline[-3:] == ["登记拍卖结果", "流拍后另行处理", "提请处理财物"]

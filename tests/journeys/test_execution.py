"""Case 2 after its decision, at the desks: instalments, the bank's file, a reminder, and the court in its window only.

By hand: served on 29 June 2026, paid by 14 July; second instalment due on 31 August; on 2 September 26,000 and two
days of 780 are overdue; ten working days from 3 September end on the 17th; the window is 30 December to 29 March.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bureau.sample.stories import dangerous_goods
from officers.models import Officer
from tests.journeys.desk import Office
from tests.journeys.steps import Journey

BANK = "/money/bank-files/"
HEAD = "交易日期,金额,财政票据号,决定书文号,缴款人\n"
FIRM = "样例宏达化工贸易有限公司"
SERVICE = {"送达方式": "直接送达", "送达地点": "样例旗", "收件人": "高宏", "收件人与受送达人关系": "法定代表人"}


@pytest.fixture
def journey(office: Office) -> Journey:
    office.on("2026-06-30")
    story = dangerous_goods({one.name: one for one in Officer.objects.all()}, until="decided")
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    journey.case = f"/cases/{story.case.pk}/"
    return journey


def bank_sends(office: Office, *lines: str) -> str:
    desk = office["杨兰"]
    form = desk.open(BANK).form("读入并登记")
    upload = SimpleUploadedFile("代收明细.csv", (HEAD + "\n".join(lines)).encode("gb18030"))
    page = desk.submit(form, "读入并登记", files={"file": upload})
    assert page.status == 200, page.text[:800]
    return page.text


def defer(journey: Journey) -> None:
    office = journey.office
    office.on("2026-07-06")
    asked = {"申请事项": "分期缴纳", "申请理由": "车辆停运，资金周转困难。", "经济困难的证明材料": "六月银行流水。"}
    journey.handle("登记延期、分期申请", **asked)
    office.on("2026-07-08")
    first = {"第 1 期缴款日期": "2026-07-31", "第 1 期金额（元）": "26000"}
    second = {"第 2 期缴款日期": "2026-08-31", "第 2 期金额（元）": "26000"}
    title = "批准延期、分期缴纳"
    wrong = first | second | {"第 2 期金额（元）": "20000"}
    office["卫国"].refused(journey.case, title, wrong, "各期合计 46000 元，未缴的罚款是 52000.00 元", "第六十六条")
    page = journey.act("卫国", title, **first, **second)
    assert len([one for one in page.papers if one.title == "分期（延期）缴纳罚款通知书"]) == 2
    printed = office["赵刚"].print(page.paper("分期（延期）缴纳罚款通知书").pdf).text
    assert "第二期至2026年8月31日前" in printed and "人民币贰万陆仟元整（¥26,000.00）" in printed


def pay_the_first_two(journey: Journey) -> None:
    office = journey.office
    number = journey.page.paper("行政处罚决定书").number
    office.on("2026-08-03")
    lines = (
        f"2026-07-10,26000.00,P-1,{number},{FIRM}",
        f"2026/7/31,26000,P-2,{number},{FIRM}",
        "2026-07-31,5,P-3,,无此人",
    )
    text = bank_sends(office, *lines)
    assert "未匹配" in text and "找不到缴款人“无此人”应缴这一金额的案件" in text
    assert "已读入" in bank_sends(office, *lines)
    assert journey.page.timeline.count("登记缴款") == 2, "nothing is recorded twice"


def remind(journey: Journey) -> None:
    office = journey.office
    office.on("2026-08-31")
    assert "启动强制执行程序" not in journey.page.offered
    office.on("2026-09-02")
    journey.handle("启动强制执行程序")
    page = journey.handle("催告")
    assert "截止 2027-03-29" in page.terms["申请法院强制执行"]
    printed = office["赵刚"].print(page.paper("催告书").pdf).text
    assert "人民币贰万柒仟伍佰陆拾元整（¥27,560.00）" in printed
    assert "你（单位）可向本机关进行陈述或申辩" in printed
    office.on("2026-09-03")
    journey.handle("登记送达执行文书", **SERVICE)


def go_to_court(journey: Journey) -> None:
    office, handler = journey.office, journey.office["赵刚"]
    office.on("2026-09-17")
    title = "提请申请法院强制执行"
    path = journey.page.offered["登记催告后的陈述申辩"].replace(
        "record_statement_after_reminder", "propose_application"
    )
    handler.refused_at(path, "可以在 2026-09-17 前履行", "最早 2026-12-30 可以申请，最迟 2027-03-29", "第五十三条")
    office.on("2027-01-05")
    materials = {"执行标的（财产线索）": "货车一辆。", "申请强制执行标的情况": "机动车登记信息1份"}
    journey.handle(title, **materials)
    office.on("2027-01-06")
    page = journey.act("卫国", "批准申请法院强制执行")
    printed = handler.print(page.paper("强制执行申请书").pdf).text
    for words in ("行政机关负责人（签名）：卫国", "人民币伍万贰仟元整（¥52,000.00）", "2026年9月17日前主动履行"):
        assert words in printed, words
    office.on("2027-01-12")
    journey.handle("登记法院受理", 法院案号="（2027）样0521行审1号")


def test_case_two_goes_from_instalments_to_the_court(journey: Journey) -> None:
    for step in (defer, pay_the_first_two, remind, go_to_court):
        step(journey)
    told = journey.page.timeline
    assert told[told.index("登记延期、分期申请") :] == TIMELINE


TIMELINE = [
    *(
        "登记延期、分期申请",
        "批准延期、分期缴纳",
        "登记缴款",
        "登记缴款",
        "启动强制执行程序",
        "催告",
        "登记送达执行文书",
    ),
    *("提请申请法院强制执行", "批准申请法院强制执行", "登记法院受理"),
]

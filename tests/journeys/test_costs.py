"""What was cleared away in a firm's place is accounted for, demanded and paid, or brought before the court.

By hand: cleared on 29 September for 8,100 yuan, demanded on the 30th and served on 8 October: fifteen days end on the
23rd. Reminded on the 26th and served the same day: ten working days end on 9 November. The order to clear was served
on 22 September: six months end on 22 March 2027, and the court may be asked from the 23rd on.
"""

from typing import Any

import pytest

from officers.models import Officer
from tests.cases.guard_rows import cost, execution
from tests.journeys.desk import Office
from tests.journeys.pages import Page
from tests.journeys.steps import Journey
from tests.journeys.things import box_links, box_text, do, faulty, refused, serve_paper

BOX, ACCOUNT = "costclaim", "决算代履行费用"
FIRM = "样例宏达化工贸易有限公司"
RECEIVER = {"送达地点": "样例旗", "收件人": "高宏", "收件人与受送达人关系": "法定代表人"}
BREAKDOWN = "装载机两台班3600元，运输三车2700元，人工六人1800元，票据附后。"


@pytest.fixture
def journey(office: Office) -> Journey:
    """Cleared on 29 September; 8,600 yuan had been estimated."""
    office.on("2026-09-30")
    cast = {one.name: one for one in Officer.objects.all()}
    stories: Any = {"reminded": execution.reminded(cast)}
    journey = Journey(office, "赵刚", "孙丽", "冯涛")
    journey.case = f"/cases/{cost.carried_out(stories).case.pk}/"
    return journey


def account(journey: Journey) -> Page:
    """Demanded on 30 September, served on 8 October."""
    office = journey.office
    office["赵刚"].barred(journey.case, "propose_closing", "提请结案", "实际费用还没有决算", "第五十一条")
    shown = office["赵刚"].browser.get(f"{journey.page.offered[ACCOUNT]}preview/").content.decode()
    assert "费用构成</a>" in shown and "已经预付" not in shown, "a nought is an answer, nothing is asked there"
    page = journey.handle(ACCOUNT, **{"实际费用（元）": "8100", "费用构成": BREAKDOWN})
    assert f"{FIRM} 8100.00 元 待缴代履行费用" in box_text(page, BOX) and "缴纳代履行费用" not in page.terms
    printed = office["赵刚"].print(page.paper("代履行费用缴纳通知书").pdf).text.replace("\n", "")
    for said in (FIRM, "人民币捌仟壹佰元整（¥8,100.00）", BREAKDOWN, "15日内缴纳", "收到本通知书之日起六十日内"):
        assert said in printed, said
    office.on("2026-10-08")
    page = serve_paper(journey, "代履行费用缴纳通知书", **RECEIVER)
    assert "截止 2026-10-23" in page.terms["缴纳代履行费用"]
    return page


def test_what_the_clearing_cost_is_typed_in_with_its_reasons_or_not_taken(journey: Journey) -> None:
    office = journey.office
    wrong = {"实际费用（元）": "0", "费用构成": "", "已经预付（元）": "一千"}
    faults = {"实际费用（元）": "金额要大于零。", "费用构成": "填写费用构成。", "已经预付（元）": "元"}
    faulty(journey, "赵刚", "", ACCOUNT, wrong, faults)
    told = {"实际费用（元）": "8100", "费用构成": BREAKDOWN}
    too_much = {"多预付的怎样退还": "多出的部分退还当事人"}
    faulty(journey, "赵刚", "", ACCOUNT, told | {"已经预付（元）": "9000"}, too_much)
    dear = told | {"实际费用（元）": "8600.01"}
    office["赵刚"].refused(journey.case, ACCOUNT, dear, "8600.01 元超过预算 8600.00 元，没有写明理由", "第五十一条")
    page = journey.handle(ACCOUNT, **dear, 超出预算的理由="堆放物下另有油污。")
    printed = office["赵刚"].print(page.paper("代履行费用缴纳通知书").pdf).text
    assert "堆放物下另有油污。" in printed.replace("\n", "")


def test_the_firm_is_told_what_the_clearing_cost_and_pays(journey: Journey) -> None:
    account(journey)
    office, title = journey.office, "登记缴纳代履行费用"
    office.on("2026-10-20")
    assert title not in box_links(journey.page, BOX), "money is the cashier's"
    nothing = {"金额（元）": "0", "票据号": ""}
    faulty(journey, "杨兰", BOX, title, nothing, {"金额（元）": "金额要大于零。", "票据号": "填写票据号。"})
    over = {"金额（元）": "8100.01", "票据号": "代费收据1号"}
    refused(journey, "杨兰", BOX, title, over, "代履行费用还欠 8100.00 元，不能登记 8100.01 元")
    page = do(journey, "杨兰", BOX, title, **{"金额（元）": "3000", "票据号": "代费收据1号"})
    assert "待缴代履行费用" in box_text(page, BOX)
    again = {"金额（元）": "5100", "票据号": "代费收据1号"}
    faulty(journey, "杨兰", BOX, title, again, {"票据号": "已经登记过"})
    left = "应承担代履行费用 8100.00 元，还欠 5100.00 元"
    office["赵刚"].barred(journey.case, "propose_closing", "提请结案", left, "第五十一条")
    page = do(journey, "杨兰", BOX, title, **{"金额（元）": "5100", "票据号": "代费收据2号"})
    assert "代履行费用已缴清" in box_text(page, BOX) and not box_links(page, BOX)
    assert "缴纳代履行费用" in journey.page.terms
    assert "还欠" not in office["赵刚"].open(journey.case).blocked
    told = ["决算代履行费用", "登记送达其他文书", "登记缴纳代履行费用", "登记缴纳代履行费用"]
    assert journey.page.timeline[-4:] == told


def test_who_does_not_pay_is_reminded_and_the_court_gets_five_materials(journey: Journey) -> None:
    account(journey)
    office = journey.office
    office.on("2026-10-23")
    assert "催告缴纳代履行费用" not in box_links(journey.page, BOX)
    office.on("2026-10-26")
    page = do(journey, "赵刚", BOX, "催告缴纳代履行费用")
    reminder = page.paper("代履行费用缴纳通知书")
    printed = office["赵刚"].print(reminder.pdf).text.replace("\n", "")
    assert "代履行费用催告书" in printed and "10个工作日内缴纳" in printed
    serve_paper(journey, reminder.number, **RECEIVER)
    assert "提请申请法院强制执行代履行费用" not in box_links(journey.page, BOX)
    office.on("2027-03-23")
    ask_the_court(journey)


def ask_the_court(journey: Journey) -> None:
    office, title = journey.office, "提请申请法院强制执行代履行费用"
    missing = {
        "执行标的（财产线索）": "填写执行标的（财产线索）。",
        "申请强制执行标的情况": "填写申请强制执行标的情况。",
    }
    faulty(journey, "赵刚", BOX, title, {}, missing)
    known = {"执行标的（财产线索）": "农业银行样例旗支行存款。", "申请强制执行标的情况": "开户行证明1份"}
    page = do(journey, "赵刚", BOX, title, **known)
    assert "待批准申请法院强制执行代履行费用" in box_text(page, BOX)
    page = do(journey, "卫国", BOX, "退回代履行费用的申请", 理由="写明账号。")
    page = do(journey, "赵刚", BOX, title, **known | {"执行标的（财产线索）": "农业银行样例旗支行存款，账号尾号0102。"})
    page = do(journey, "卫国", BOX, "批准申请法院强制执行代履行费用", 意见="同意申请。")
    printed = office["赵刚"].print(page.paper("强制执行申请书（代履行费用）").pdf).text.replace("\n", "")
    for said in (
        "申请人：样例旗交通运输局",
        f"被申请人：{FIRM}",
        "应缴未缴的代履行费用8100.00元",
        "2026年9月22日向被申请人送达了",
        "2026年10月8日送达",
        "2026年11月9日前缴纳",
        "账号尾号0102",
        "第五十三条",
        "开户行证明1份",
        "行政机关负责人（签名）：卫国",
    ):
        assert said in printed, said
    answer = "登记法院对代履行费用的处理"
    faulty(journey, "赵刚", BOX, answer, {}, {"法院的处理": "选择法院的处理。"})
    page = do(journey, "赵刚", BOX, answer, 法院的处理="受理", 法院案号="（2027）样0521行审8号")
    assert "法院已受理代履行费用" in box_text(page, BOX) and "（2027）样0521行审8号" in box_text(page, BOX)
    assert "还欠" not in office["赵刚"].open(journey.case).blocked

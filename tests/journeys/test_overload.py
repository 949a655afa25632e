"""Case 1: does an overload case go from the roadside to the archive, in time, with its papers and refusals?"""

from tests.journeys import publication
from tests.journeys.desk import Office
from tests.journeys.overload import begin, decide, investigate, notify_and_hear
from tests.journeys.steps import NEW_CASE, Journey


def pay_and_close(journey: Journey) -> None:
    office, handler = journey.office, journey.office[journey.handler]
    closing = "应缴 6000", "行政处罚决定还没有公示", "第六十七条", "第四十八条第一款"
    handler.barred(journey.case, "propose_closing", "提请结案", *closing)
    publish(journey)
    office.on("2026-04-10")
    paid = {"金额（元）": "6000", "财政票据号": "蒙财票2026-000001"}
    office["杨兰"].refused(journey.case, "登记缴款", paid | {"金额（元）": "7000"}, "应缴余额是 6000")
    page = journey.act("杨兰", "登记缴款", **paid)
    assert "已完成 2026年4月10日" in page.terms["缴纳罚款"]
    office.on("2026-04-15")
    page = journey.close("2026年4月10日在银行缴纳罚款6000元。")
    # 16, 17, 20–24 April.
    assert "截止 2026-04-24" in page.terms["抄送车籍所在地道路运输管理机构"]
    office.on("2026-04-16")
    journey.handle("登记抄告车籍地", 抄告机关="样例市交通运输局")
    office.on("2026-04-20")
    journey.act("朱玉", "归档", 档案号="2026-交执-0001")


def publish(journey: Journey) -> None:
    """By two publishers; the public reads who, what and how much, and nothing about people."""
    journey.office.on("2026-04-08")
    page = publication.publish(journey.office, plate="蒙G99871")
    for words in ("样例顺达运输有限公司", "蒙样交执罚〔2026〕001号", "人民币陆仟元整", "公路法"):
        assert words in page.text, words
    for words in ("蒙G99871", "马顺", "0475-0000101", "物流园3号", "李明"):
        assert words not in page.text, f"the public reads {words}"
    assert "已完成 2026年4月8日" in journey.page.terms["公示处罚决定"]


def test_the_main_line_to_the_archive(office: Office) -> None:
    journey = begin(office)
    office["赵刚"].sees_nothing_of(journey.case)
    office["陈静"].sees_nothing_of(journey.case)
    page = journey.file()
    assert "蒙样交执〔2026〕001号" in page.text
    assert "截止 2026-06-08" in page.terms["作出处罚决定"], "90 days after 10 March"
    investigate(journey)
    notify_and_hear(journey)
    office["杨兰"].sees_nothing_of(journey.case)
    decide(journey)
    office["朱玉"].sees_nothing_of(journey.case)
    pay_and_close(journey)
    the_papers_say_it(journey)
    assert journey.page.timeline == TIMELINE


def the_papers_say_it(journey: Journey) -> None:
    page = journey.page
    assert [(one.title, one.number, one.state) for one in page.papers] == PAPERS
    reader = journey.office[journey.handler]
    reader.sees_nothing_of("/cases/9999/", "/papers/9999.pdf")
    register = reader.open("/papers/numbers/").text
    assert "2026 通 1" in register and "2026 罚 1" in register and "没有作废的文号。" in register
    journey.office["赵刚"].sees_nothing_of(journey.case, page.paper("行政处罚决定书").pdf)
    decision = reader.print(page.paper("行政处罚决定书").pdf).text
    for words in IN_THE_DECISION:
        assert words in decision, f"{words}: {decision}"
    notice = reader.print(page.paper("违法行为通知书").pdf).text
    for words in ("样例顺达运输有限公司", "人民币陆仟元整（¥6,000.00）", "陈述申辩", "蒙样交执通〔2026〕001号"):
        assert words in notice, f"{words}: {notice}"


IN_THE_DECISION = (
    "蒙样交执罚〔2026〕001号",
    "样例顺达运输有限公司",
    "91159999MA000001X8",
    "超限12320千克",
    "请求罚款5000元",
    "不予采纳",
    "《中华人民共和国公路法》第五十条",
    "《中华人民共和国公路法》第七十六条第五项",
    "《公路安全保护条例》第六十四条",
    "罚款人民币陆仟元整（¥6,000.00）",
    "六十日内依法向样例旗人民政府申请行政复议",
    "2026年4月2日",
)
PAPERS = [
    ("现场笔录", "—", "已签发"),
    ("证据清单", "—", "已签发"),
    ("视听资料（电子数据）说明书", "—", "已签发"),
    ("立案登记表", "—", "已签发"),
    ("询问笔录", "—", "已签发"),
    ("案件调查报告", "—", "已签发"),
    ("违法行为通知书", "蒙样交执通〔2026〕001号", "已送达"),
    ("送达回证", "—", "已签发"),
    ("陈述申辩笔录", "—", "已签发"),
    ("陈述申辩复核意见书", "—", "已签发"),
    ("行政处罚决定书", "蒙样交执罚〔2026〕001号", "已送达"),
    ("送达回证", "—", "已签发"),
    ("结案报告", "—", "已签发"),
    ("违法超限运输抄告函", "蒙样交执抄告〔2026〕001号", "已签发"),
    ("归档移交清单", "—", "已签发"),
]
TIMELINE = [
    *("登记线索", "添加当事人", "添加违法行为", "制作现场笔录", "添加证据", "添加证据"),
    *("提请立案", "审核立案", "批准立案"),
    *("制作询问笔录", "调查终结", "审核调查报告", "批准处理意见"),
    *("制作违法行为通知书", "登记送达违法行为通知书", "登记陈述申辩", "复核陈述申辩", "报请负责人决定"),
    *("作出行政处罚决定", "登记送达决定书"),
    *("制作公示稿", "审核并公示", "登记缴款"),
    *("提请结案", "审核结案", "批准结案", "登记抄告车籍地", "归档"),
]


def test_a_lead_needs_a_second_officer_and_keeps_what_was_typed(office: Office) -> None:
    office.on("2026-03-10", "12:30")
    desk = office["李明"]
    form = desk.open(NEW_CASE).form()
    form.fill({"案由": "涉嫌超限", "发生地点": "S210线K32+500", "案件基本情况": "称重超限。"})
    page = desk.submit(form, "登记")
    assert page.status == 422 and "执法人员不得少于两人" in page.text
    typed, kept = form.data, page.form().data
    assert {name: kept[name] for name in typed if name != "csrfmiddlewaretoken"} == {
        name: said for name, said in typed.items() if name != "csrfmiddlewaretoken"
    }


def test_whoever_may_not_open_cases_has_no_such_page(office: Office) -> None:
    assert office["杨兰"].status_of(NEW_CASE) == 404
    assert office["许系"].browser.get("/").status_code == 302

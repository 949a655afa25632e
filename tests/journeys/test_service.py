"""Does a paper reach its party in each manner the law knows, on the day that the law counts, and only then?

The decision is of Thursday, 2 April 2026; 4 to 6 April is Qingming, 1 to 5 May is a holiday.
"""

from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from tests.cases.guard_rows.service import decided
from tests.cases.situations import TRADER, add_party, lead
from tests.journeys.desk import Office, photograph
from tests.journeys.pages import Page
from tests.journeys.steps import Journey

SERVE = "登记送达决定书"
ADDRESS = "样例旗样例镇物流园3号"
FIRM_S_HEAD = {"收件人": "马顺", "收件人与受送达人关系": "法定代表人"}
PLATFORM = "样例旗人民政府行政复议网上平台"


@pytest.fixture
def journey(db: None, time_machine: Any) -> Journey:
    office = Office(time_machine)
    office.on("2026-04-02")
    story = decided(hire_everyone())
    journey = Journey(office, "李明", "王强", "郑海")
    journey.case = f"/cases/{story.case.pk}/"
    return journey


def serve(journey: Journey, manner: str, **typed: Any) -> Page:
    """Pick the manner, be asked anew, fill in, read back, do."""
    check = asked(journey, manner, typed)
    assert check.heading == f"核对：{SERVE}", check.text[:1500]
    done = journey.office[journey.handler].submit(check.form(), SERVE)
    assert done.path == journey.case, done.text[:1500]
    return done


def asked(journey: Journey, manner: str, typed: dict[str, Any]) -> Page:
    desk = journey.office[journey.handler]
    form = desk.form(journey.case, SERVE)
    form.fill({"送达方式": manner})
    page = desk.submit(form, "核对")
    assert page.status == 422 and f"接着填写{manner}的情况" in page.text, page.text[:1500]
    form = page.form()
    form.fill(typed)
    return desk.submit(form, "核对")


def test_left_at_the_door_with_a_witness(journey: Journey) -> None:
    journey.office.on("2026-04-08")
    typed = {
        "留置日期": "2026-04-07",
        "送达地点": ADDRESS,
        "拒绝接收的人": "马顺",
        "收件人与受送达人关系": "法定代表人",
    }
    refused = asked(journey, "留置送达", typed)
    assert refused.status == 422 and "填写拒收的事由。" in refused.text and "填写见证人。" in refused.text
    page = serve(journey, "留置送达", **typed, 拒收的事由="称处罚不当，拒绝签收", 见证人="样例嘎查委员会宝音")
    # The 15th day after 7 April is Wednesday, 22 April.
    assert "截止 2026-04-22" in page.terms["缴纳罚款"]
    receipt = journey.office["李明"].print(page.paper("送达回证").pdf).text
    for words in ("留置送达", "拒收事由：称处罚不当，拒绝签收", "见证人：样例嘎查委员会宝音", "2026年4月7日"):
        assert words in receipt, f"{words}: {receipt}"


def test_by_post_the_day_on_the_return_receipt_counts(journey: Journey) -> None:
    journey.office.on("2026-04-15")
    typed = {"邮件号码": "XA12345678915", "寄往的地址": ADDRESS, "回执上注明的收件日期": "2026-04-10"}
    page = serve(journey, "邮寄送达", **typed, **FIRM_S_HEAD)
    # The 15th day after 10 April is Saturday, the 25th.
    assert "截止 2026-04-27" in page.terms["缴纳罚款"]
    assert "已完成 2026年4月10日" in page.terms["送达处罚决定书"], "in time, though written down after the 14th"


def test_the_check_page_shows_the_day_and_what_starts_on_it(journey: Journey) -> None:
    journey.office.on("2026-04-15")
    typed = {"邮件号码": "XA12345678915", "寄往的地址": ADDRESS, "回执上注明的收件日期": "2026-04-10"}
    page = asked(journey, "邮寄送达", typed | FIRM_S_HEAD)
    for words in ("依法计算", "2026年4月10日，回执上注明的收件日期", "第九十一条", "截止 2026-04-27"):
        assert words in page.text, f"{words}: {page.text[:1500]}"


def test_through_another_organ_only_after_a_letter_and_late_stays_late(journey: Journey) -> None:
    journey.office.on("2026-04-03")
    typed = {"受托机关": "样例市交通运输局", "受送达人在送达回证上签收的日期": "2026-04-03", "送达地点": "样例市"}
    refused = asked(journey, "委托送达", typed | FIRM_S_HEAD)
    assert refused.status == 409 and "没有委托其他机关送达" in refused.text and "第九十一条" in refused.text
    page = journey.handle("委托送达", 受托机关="样例市交通运输局", 委托的原因="受送达人住所在外地。")
    assert "样例市交通运输局" in journey.office["李明"].print(page.paper("委托送达函").pdf).text
    journey.office.on("2026-04-20")
    page = serve(journey, "委托送达", **typed | {"受送达人在送达回证上签收的日期": "2026-04-16"}, **FIRM_S_HEAD)
    # Due on the 14th: two days late, and so it stays.
    assert "截止 2026-04-14" in page.terms["送达处罚决定书"]
    assert "已完成 2026年4月16日" in page.terms["送达处罚决定书"]
    assert "截止 2026-05-06" in page.terms["缴纳罚款"], "the 15th day, 1 May, and the four after it are holidays"


def test_electronically_only_with_a_signed_confirmation(journey: Journey) -> None:
    journey.office.on("2026-04-03")
    typed = {"到达受送达人特定系统的日期": "2026-04-03"}
    refused = asked(journey, "电子送达", typed)
    for words in ("没有签订送达地址确认书，不得电子送达", "第六十一条第二款", "提交复议申请的互联网渠道"):
        assert words in refused.text, f"{words}: {refused.text[:1500]}"
    address = {"联系手机": "13900000001", "邮寄地址": ADDRESS} | FIRM_S_HEAD
    consent = {"当事人同意电子送达": True, "电子送达渠道": "手机短信", "号码或者账号": "13900000001"}
    desk = journey.office["李明"]
    desk.refused(journey.case, "登记送达地址确认书", address | consent, "没有当事人的签名或者盖章", "第六十一条第二款")
    page = journey.handle("登记送达地址确认书", **address, **consent, 当事人已在确认书上签名或者盖章=True)
    assert "13900000001" in desk.print(page.paper("送达地址确认书").pdf).text
    journey.office.on("2026-04-07")
    arrived = {"到达受送达人特定系统的日期": "2026-04-07", "提交复议申请的互联网渠道": PLATFORM}
    page = serve(journey, "电子送达", **arrived)
    assert "截止 2026-04-22" in page.terms["缴纳罚款"]
    receipt = desk.print(page.paper("送达回证").pdf).text
    for words in ("电子送达", "手机短信13900000001", PLATFORM):
        assert words in receipt, f"{words}: {receipt}"


def test_by_public_notice_only_after_failures_and_sixty_days(journey: Journey) -> None:
    office, desk = journey.office, journey.office["李明"]
    office.on("2026-04-03")
    early = "没有直接送达未成的记录", "第九十五条"
    notice = {"公告送达的原因": "下落不明。", "文书主要内容": "罚款6000元。", "张贴、刊登在哪里": "公告栏、住所地"}
    assert "公告送达" not in desk.open(journey.case).offered
    form = desk.open(f"{journey.case}act/post_public_notice/").form()
    form.fill(notice)
    refused = desk.submit(form, "公告送达")
    assert refused.status == 409 and all(words in refused.text for words in early), refused.text[:1500]
    tried = {"时间": "2026-04-03T10:00", "为什么没有送到": "住所已人去楼空。", "照片或者退回的信封": photograph()}
    journey.handle("登记未能送达", **tried)
    office.on("2026-04-09")
    assert "公告送达" not in desk.open(journey.case).offered, "direct service alone is not enough"
    letter = {
        "怎么送的": "邮件被退回",
        "时间": "2026-04-08T10:00",
        "邮件号码": "XA1",
        "为什么没有送到": "原址查无此人。",
    }
    journey.handle("登记未能送达", **letter)
    page = journey.handle("公告送达", **notice)
    # The 60th day after 9 April is Monday, 8 June.
    assert "截止 2026-06-08" in page.terms["公告送达"]
    printed = desk.print(page.paper("送达公告").pdf).text
    for words in ("经过60日，即视为送达", "蒙样交执罚〔2026〕001号", "公告栏、住所地"):
        assert words in printed, f"{words}: {printed}"
    office.on("2026-06-08")
    running = asked(journey, "公告送达", {})
    assert running.status == 409 and "公告期到 2026-06-08 届满，2026-06-09 才视为送达" in running.text
    office.on("2026-06-12")
    page = serve(journey, "公告送达")
    assert page.paper("行政处罚决定书").state == "已送达"
    assert "期满 2026年6月8日" in page.terms["公告送达"]
    assert "截止 2026-06-24" in page.terms["缴纳罚款"], "15 days after 9 June, whenever it is written down"
    assert "截止 2026-08-10" in page.terms["申请行政复议"], "the 60th day, 8 August, is a Saturday"
    assert page.timeline[-4:] == ["登记未能送达", "登记未能送达", "公告送达", SERVE]


def test_an_order_to_correct_is_served_by_the_way_and_its_receipt_lies_behind_it(
    db: None, time_machine: Any, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    office = Office(time_machine)
    office.on("2026-03-03")
    story = lead(hire_everyone(), "样例旗老田货运部")
    add_party(story, TRADER, "HY-012")
    story.record_scene(story.start, "现场。", "田大力", "经营者")
    story.evidence(story.start, "documentary", "证件", "当事人", "逾期")
    story.file_case(story.start)
    story.handler("order_correction", story.start, party=story.party, content="补办。", due_on=None)
    journey = Journey(office, "李明", "王强", "郑海")
    journey.case = f"/cases/{story.case.pk}/"
    page = journey.serve("登记送达其他文书", "田大力", "经营者", "样例旗样例镇东街15号")
    assert page.paper("责令改正违法行为通知书").state == "已送达"
    assert "登记送达其他文书" not in page.offered, "nothing else waits for service"
    page = journey.handle("添加送达证明", 证明的名称="签收照片", 文件=photograph())
    desk = office["李明"]
    assert desk.browser.get(page.links["责令改正违法行为通知书 蒙样交执责改〔2026〕001号"]).status_code == 200
    contents = desk.print(f"{journey.case}dossier.pdf?volume=main").text
    order = [contents.index(words) for words in ("责令改正违法行为通知书", "送达回证", "签收照片")]
    assert order == sorted(order)
    assert desk.status_of(f"{journey.case}dossier.pdf?volume=secondary") == 404, "nothing inner has been issued"
    assert desk.status_of(f"{journey.case}dossier.pdf?volume=other") == 404


def test_only_who_may_sign_for_a_firm_is_offered(journey: Journey) -> None:
    journey.office.on("2026-04-03")
    form = journey.office["李明"].form(journey.case, SERVE)
    relations = form.find("收件人与受送达人关系").options
    assert "法定代表人" in relations and "同住成年家属" not in relations, "the party is a firm"

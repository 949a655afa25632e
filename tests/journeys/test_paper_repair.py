"""Is a slip of the pen put right by a paper of its own, and a paper that nobody has taken out of use, by two people?"""

import pytest

from documents.models import Document, NumberVoid
from documents.services import pdf_of
from tests.journeys.desk import Office
from tests.journeys.overload import ADDRESS, begin, decide, investigate, notify_and_hear
from tests.journeys.sideways import act_on
from tests.journeys.steps import Journey

WHY = "现场笔录载明的地点为S211线，决定书的线路编号系录入笔误，不影响处理结果。"


@pytest.fixture
def journey(office: Office) -> Journey:
    journey = begin(office)
    journey.file()
    investigate(journey)
    notify_and_hear(journey)
    return journey


def slip(**more: str) -> dict[str, str]:
    return {"文书": "行政处罚决定书", "原文": "S210线", "应为": "S211线", "为什么属于文字错误": WHY} | more


def test_a_slip_in_a_served_decision_is_corrected_by_a_paper_of_its_own(office: Office, journey: Journey) -> None:
    decide(journey)
    handler, case = office["李明"], journey.case
    served = Document.objects.get(form_key="penalty-decision")
    before = pdf_of(served), served.content, served.number
    office.on("2026-04-07")
    for wrong, right, what in (
        ("陆仟元", "柒仟元", "更正涉及金额"),
        ("样例顺达", "样例顺大", "更正涉及当事人的身份"),
        ("第五十条", "第五十一条", "更正涉及适用的条文"),
    ):
        handler.refused(case, "报请补正文书", slip(原文=wrong, 应为=right), what, "依法撤销或者变更原决定")
    handler.refused(case, "报请补正文书", slip(原文="S219线"), "里没有“S219线”")
    journey.handle("报请补正文书", **slip())
    page = act_on(office["卫国"], case, "文书补正", "批准补正文书", {"意见": "同意补正。"})
    paper = page.paper("补正决定书")
    assert paper.number == "蒙样交执补正〔2026〕001号" and paper.state == "已签发"
    # 8, 9, 10, 13, 14, 15, 16 April.
    assert "截止 2026-04-16" in page.terms["送达补正决定书"]
    assert page.paper("行政处罚决定书").state == f"已送达 已补正 {paper.number}"
    printed = handler.print(paper.pdf).text
    for words in (
        "行政处罚决定书》（蒙样交执罚〔2026〕001号）",
        "原文“S210线”，应为“S211线”",
        "系录入笔误",
        "第七十五条第二款",
    ):
        assert words in printed, words
    served.refresh_from_db()
    assert (pdf_of(served), served.content, served.number) == before, "the served bytes never change"
    page = journey.serve("登记送达其他文书", "马顺", "法定代表人", ADDRESS)
    assert "剩" not in page.terms["送达补正决定书"]
    assert page.timeline[-3:] == ["报请补正文书", "批准补正文书", "登记送达其他文书"]


def test_a_correction_that_the_head_refuses_changes_nothing(office: Office, journey: Journey) -> None:
    decide(journey)
    journey.handle("报请补正文书", **slip())
    page = act_on(office["卫国"], journey.case, "文书补正", "不批准补正文书", {"理由": "线路编号没有错误。"})
    assert page.paper("行政处罚决定书").state == "已送达"
    assert "补正决定书" not in [one.title for one in page.papers]


def test_an_unserved_decision_is_voided_and_issued_anew_under_a_new_number(office: Office, journey: Journey) -> None:
    office.on("2026-04-02")
    page = journey.act("卫国", "作出行政处罚决定", 决定意见="同意按告知的处罚决定。")
    first = page.paper("行政处罚决定书")
    office.on("2026-04-03")
    handler = office["李明"]
    typed = {"文书": "行政处罚决定书", "作废理由": "印制时地点有误。", "原文": "S210线", "应为": "S211线"}
    handler.refused(journey.case, "报请作废文书", typed | {"作废以后": "不再换发"}, "没有重复签发，作废以后须换发")
    journey.handle("报请作废文书", **typed)
    serve = {"送达方式": "直接送达", "送达地点": ADDRESS, "收件人": "马顺", "收件人与受送达人关系": "法定代表人"}
    handler.refused(journey.case, "登记送达决定书", serve, "正在报批作废")
    page = act_on(office["卫国"], journey.case, "文书作废", "批准作废文书", {"意见": "同意。"})
    decisions = [one for one in page.papers if one.title == "行政处罚决定书"]
    anew = "蒙样交执罚〔2026〕002号"
    assert [(one.number, one.state) for one in decisions] == [
        (first.number, f"已作废 已换发 {anew}"),
        (anew, f"已签发 与上一稿对照行政处罚决定书 {anew}"),
    ]
    assert NumberVoid.objects.get().number == first.number
    assert "S211线" in handler.print(decisions[1].pdf).text and "S210线" in handler.print(first.pdf).text
    link = next(url for words, url in page.links.items() if words.startswith("与上一稿对照行政处罚决定书"))
    compared = handler.open(link)
    assert f"上一稿 行政处罚决定书 {first.number} 已作废" in compared.text
    assert "违法事实" in compared.text and "S210211线" in compared.text
    assert '<mark class="slot">211</mark>' in handler.browser.get(link.replace("changes", "marked")).content.decode()
    page = journey.serve("登记送达决定书", "马顺", "法定代表人", ADDRESS)
    assert page.paper("行政处罚决定书").state.startswith("已送达")
    assert page.timeline[-3:] == ["报请作废文书", "批准作废文书", "登记送达决定书"]


def test_a_served_paper_is_not_voided(office: Office, journey: Journey) -> None:
    decide(journey)
    page = office["李明"].open(journey.case)
    assert "报请作废文书" not in page.offered and "报请补正文书" in page.offered

"""Who steps aside, who decides it, and does the investigation go on meanwhile?"""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from cases.models import Case
from tests.journeys.desk import Office
from tests.journeys.overload import begin
from tests.journeys.sideways import act_on, offers_on, refused_on
from tests.journeys.steps import Journey

RECUSAL = "回避"
FIRM = "样例顺达运输有限公司"


def asked(office: Office, person: str, reason: str = "与当事人有借款纠纷。") -> Journey:
    journey = begin(office)
    journey.file()
    office.on("2026-03-11")
    typed = {"申请回避的人": person, "由谁提出": "当事人或者其代理人申请", "提出申请的当事人": FIRM}
    journey.handle("登记回避申请", **typed, 回避情形="有直接利害关系", 申请理由=reason)
    return journey


def test_a_recusal_is_granted_and_another_officer_takes_over(office: Office) -> None:
    journey = asked(office, "王强")
    # 43.3: before the decision the investigation goes on.
    assert "添加证据" in journey.page.offered
    office.on("2026-03-12")
    typed = {"理由": "借款纠纷属实，可能影响公正执法。", "接手的承办人": "赵刚"}
    page = act_on(office["卫国"], journey.case, RECUSAL, "决定回避", typed)
    decision = page.paper("回避决定书")
    text = office["李明"].print(decision.pdf).text
    assert decision.number == "蒙样交执避决〔2026〕001号"
    assert FIRM in text and "王强回避本案" in text
    assert "赵刚" in page.text
    case = Case.objects.get(pk=int(journey.case.strip("/").split("/")[-1]))
    assert case.assignments.filter(until=None).count() == 2
    # 王强 still works for the unit and may see the case, but does nothing in it.
    assert not office["王强"].open(journey.case).offered
    office["王强"].barred(journey.case, "add_evidence", "添加证据", "王强已回避本案，不得办理", "第四十三条")
    # 赵刚 leaves: 王强 cannot come back in his place, neither by the page nor past it.
    change = {"离开的承办人": "赵刚", "接手的承办人": "王强", "理由": "调动", "移交清单": "案卷一册。"}
    office["郑海"].refused(journey.case, "更换承办人", change, "王强在本案中是已回避的人员，不得担任承办人")
    with pytest.raises(DatabaseError, match="承办人不得由本案的已回避的人员担任"), transaction.atomic():
        case.assignments.create(officer_id=case.recusals.get().person_id, since=date(2026, 3, 12))
    page = journey.act("郑海", "更换承办人", **change | {"接手的承办人": "孙丽"})
    assert page.timeline[-3:] == ["登记回避申请", "决定回避", "更换承办人"]
    assert case.assignments.filter(until=None).count() == 2


def test_a_refused_recusal_may_be_reconsidered_once(office: Office) -> None:
    journey = asked(office, "李明", "说话态度不好。")
    reason = {"理由": "不属于法定回避情形。"}
    page = act_on(office["卫国"], journey.case, RECUSAL, "驳回回避申请", reason)
    assert "可以向本机关申请复议一次" in office["李明"].print(page.paper("回避决定书").pdf).text
    act_on(office["李明"], journey.case, RECUSAL, "登记回避复议申请", {"复议理由": "仍请求回避。"})
    assert "添加证据" in journey.page.offered
    page = act_on(office["蒋平"], journey.case, RECUSAL, "维持驳回", {"理由": "复议理由不成立。"})
    assert "维持驳回" in page.text
    assert "登记回避复议申请" not in offers_on(journey.page, RECUSAL)
    assert "添加证据" in journey.page.offered


def test_a_head_is_recused_by_the_heads_together_and_decides_nothing_any_more(office: Office) -> None:
    journey = begin(office)
    typed = {
        "申请回避的人": "卫国",
        "由谁提出": "本人自行申请",
        "回避情形": "代理人的近亲属",
        "申请理由": "当事人负责人是其堂弟。",
    }
    office["李明"].refused(journey.case, "登记回避申请", typed, "自行申请回避由卫国本人登记")
    office["卫国"].act(journey.case, "登记回避申请", typed)
    oneself = "卫国不得决定本人是否回避"
    assert "决定回避" not in offers_on(office["卫国"].open(journey.case), RECUSAL)
    address = next(iter(offers_on(office["蒋平"].open(journey.case), RECUSAL).values()))
    office["卫国"].refused_at(address, oneself, "第四十三条第三款")
    why = {"理由": "亲属关系属实。"}
    refused_on(office["蒋平"], journey.case, RECUSAL, "决定回避", why, "其回避由负责人集体讨论决定")
    together = why | {"负责人集体讨论情况": "3月10日蒋平、沈红讨论，一致同意。"}
    act_on(office["蒋平"], journey.case, RECUSAL, "决定回避", together)
    journey.handle("提请立案", 意见="建议立案。")
    journey.act("郑海", "审核立案", 意见="同意。")
    office["卫国"].barred(journey.case, "approve_filing", "批准立案", "卫国已回避本案，不得办理")
    journey.act("蒋平", "批准立案", 意见="同意立案。")

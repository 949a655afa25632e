"""Does a return name the field, does the handler answer at that field, and does the superior read the answer?"""

import json

from cases.models import FieldComment, RecordPayload
from tests.journeys.desk import Office
from tests.journeys.overload import PROPOSAL, begin

WHAT = "写明超限的吨数和计算方法。"
ANSWER = "已写明超限12.32吨，按12吨计算。"
REPORT = {"处理意见": "给予行政处罚", "处理意见及理由": "建议处罚。"}


def test_remarks_on_a_report_are_seen_at_their_field_and_answered(office: Office) -> None:
    journey = begin(office)
    journey.file()
    said = {4: "砂石。", 7: "没有。", 8: "属实。"}
    journey.interview("2026-03-10", ("11:00", "11:40"), "于强", "驾驶人", said)
    office.on("2026-03-16")
    journey.handle("调查终结", **REPORT)
    head, case = office["郑海"], journey.case
    back = {"理由": "处理意见的理由不足。", "第 1 处：栏目": "处理意见及理由", "第 1 处：要改什么": WHAT}
    head.refused(case, "退回补充调查", back | {"第 2 处：要改什么": "还有一处。"}, "选定第 2 处意见的栏目。")
    head.refused(case, "退回补充调查", back | {"第 2 处：栏目": "处理意见"}, "写明第 2 处要改什么。")
    journey.act("郑海", "退回补充调查", **back)

    handler = office["李明"]
    form = handler.form(case, "调查终结")
    assert f"郑海 2026年3月16日 退回意见：{WHAT}" in form.page.text
    other = office["王强"].form(case, "添加证据")
    assert WHAT not in other.page.text, "only at the act that is done again"
    better = REPORT | {"处理意见及理由": PROPOSAL}
    handler.refused(case, "调查终结", better, f"写明对退回意见“处理意见及理由：{WHAT}”的答复。")
    journey.handle("调查终结", **better, **{f"处理意见及理由：{WHAT}": ANSWER})

    form = head.form(case, "审核调查报告")
    assert "上次退回的意见和答复" in form.page.text and ANSWER in form.page.text
    comment = FieldComment.objects.get()
    assert (comment.act, comment.field, comment.given_by.name) == ("conclude_investigation", "opinion", "郑海")
    assert (comment.answer, comment.answered_by and comment.answered_by.name) == (ANSWER, "李明")
    kept = [json.loads(one.body)["facts"] for one in RecordPayload.objects.order_by("pk")]
    assert [one["field_comments"] for one in kept if "field_comments" in one] == [
        [{"field": "opinion", "label": "处理意见及理由", "text": WHAT}]
    ]
    assert [one["field_answers"] for one in kept if "field_answers" in one] == [{str(comment.pk): ANSWER}]
    assert journey.page.timeline[-3:] == ["调查终结", "退回补充调查", "调查终结"]


def test_a_return_without_remarks_asks_for_no_answers(office: Office) -> None:
    journey = begin(office)
    journey.handle("提请立案", 意见="建议立案。")
    journey.act("郑海", "退回立案申请", 理由="补充材料。")
    assert "答复退回意见" not in office["李明"].form(journey.case, "提请立案").page.text
    journey.handle("提请立案", 意见="已补充，建议立案。")

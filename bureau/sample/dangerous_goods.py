"""未取得危险货物运输许可: a hearing, a review returned once, a discussion with one dissent."""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.identities import credit_code
from bureau.sample.story import Cast, Story, at, tell
from cases.forms.review import POINTS
from cases.papers.parts import chinese_day

CHEMICALS = {
    "kind": "organisation",
    "name": "样例宏达化工贸易有限公司",
    "uscc": credit_code(2),
    "representative": "高宏",
    "address": "样例旗样例镇工业路8号",
    "phone": "0475-0000102",
}
SANCTION = {
    "kinds": ["fine", "confiscate_income"],
    "fine": Decimal(52000),
    "confiscation": Decimal(26000),
    "other": "",
    "reason": "违法所得超过2万元，按二倍罚款，为法定下限。",
}


def dangerous_goods(cast: Cast, *, start: date = date(2026, 5, 6), serial: int = 1, until: str = "discussed") -> Story:
    """Told until "notified", "heard", "under_review", "discussed" or "decided" (and served)."""
    story = found(cast, start, serial)
    phases = {"notified": notify, "heard": hear, "under_review": review, "discussed": discuss, "decided": decide}
    return tell(story, phases, until)


def found(cast: Cast, start: date, serial: int) -> Story:
    """On the road; filed the next day."""
    day = start
    story = Story(
        cast,
        "赵刚",
        "孙丽",
        "冯涛",
        on=day,
        source="inspection",
        received_at=at(day, 10, 20),
        cause="样例宏达化工贸易有限公司涉嫌未取得道路危险货物运输许可从事危险货物运输",
        occurred_on=day,
        place="G304线K118+200",
        summary=f"{chinese_day(day)}，执法人员检查一辆运输第3类危险货物9吨的车辆，当事人不能提供道路危险货物运输许可。",
    )
    story.handler("add_party", day, **CHEMICALS | {"uscc": credit_code(200 + serial)})
    story.handler(
        "add_charge",
        day,
        party=story.party,
        violation_code="WH-001",
        conduct_on=day,
        facts=f"{chinese_day(day)}10时20分，当事人使用蒙G99872货车在G304线K118+200处运输第3类危险货物（易燃液体）9吨，"
        "未取得道路危险货物运输许可，运费收入26000元。",
        plate="蒙G99872",
        illegal_income=Decimal(26000),
    )
    inquire(story, day)
    return story


def inquire(story: Story, day: date) -> None:
    story.record_scene(
        day, "货车装载桶装易燃液体，桶身有第3类危险货物标志；驾驶人不能出示许可证件。", "白山", "驾驶人", hour=10
    )
    story.evidence(day, "documentary", "运输合同和运费收据", "当事人", "运费收入26000元")
    story.evidence(day, "documentary", "货物安全技术说明书", "当事人", "货物属第3类危险货物")
    story.file_case(story.later(1))
    story.interview(
        story.later(2), "高宏", "法定代表人", [("有没有危险货物运输许可？", "没有，以为自己的货自己拉不用办。")]
    )


def notify(story: Story) -> None:
    story.conclude(
        story.later(7),
        recommendation="penalty",
        findings=story.charge.facts,
        opinion="建议没收违法所得26000元，并处违法所得二倍罚款52000元。",
        sanctions={story.charge.pk: dict(SANCTION)},
    )
    story.handler("issue_notice", story.later(8))
    story.serve("serve_notice", "violation-notice", story.later(9), "高宏", "法定代表人")


def hear(story: Story) -> None:
    story.handler("request_hearing", story.later(13), party=story.party, oral=False)
    story.with_hearing(
        "赵刚",
        "convene_hearing",
        story.later(14),
        set_for=at(story.later(23), 9),
        place="样例旗交通运输局听证室",
        is_public=True,
        private_reason="",
        chair=story.cast["褚文"],
        recorder=story.cast["朱玉"],
    )
    story.serve("serve_paper_on_party", "hearing-notice", story.later(14), "高宏", "法定代表人")
    story.with_hearing("褚文", "hold_hearing", story.later(23), **minutes(story, story.later(23)))
    story.with_hearing(
        "褚文",
        "report_hearing",
        story.later(23),
        report="听证公开举行，双方陈述、质证、辩论并作最后陈述，听证笔录附后。",
        opinion="事实清楚，证据充分，拟处罚款已是法定下限，建议按告知的内容决定。",
        advice="as_notified",
    )


def minutes(story: Story, day: date) -> dict[str, Any]:
    """What the record of the hearing says, stage by stage and exhibit by exhibit."""
    said = {
        "opening": ("听证主持人", "核对身份，宣布纪律，告知权利；当事人不申请回避。"),
        "charge": ("调查人员", f"{story.charge.facts}建议没收违法所得并处二倍罚款。"),
        "evidence": ("调查人员", "出示运输合同和运费收据、货物安全技术说明书。"),
        "defence": ("当事人", "对事实没有异议；初次违法，已停止运输，请求从轻。"),
        "debate": ("双方", "就罚款幅度辩论：调查人员认为二倍已是法定下限。"),
        "last": ("当事人", "请求从轻处罚。"),
    }
    return {
        "started_at": at(day, 9),
        "ended_at": at(day, 10, 30),
        "stages": [{"stage": key, "speaker": who, "text": text} for key, (who, text) in said.items()],
        "exhibits": [
            {"evidence": one.pk, "title": one.title, "opinion": "没有异议。"} for one in story.case.evidence.all()
        ],
    }


def review(story: Story) -> None:
    """Returned for a missing scale of the load, answered, submitted again."""
    story.handler("submit_for_review", story.later(24))
    story.act(
        "陈静",
        "return_review",
        story.later(26),
        points=points(POINTS, {4: "案卷缺少装载质量的称重依据"}),
        outcome="returned",
        opinion="9吨的装载质量没有称重依据，补正后重新提请。",
        comments=[{"place": "现场笔录", "text": "补充装载质量的称重单"}],
    )
    story.evidence(story.later(28), "documentary", "装载质量称重单", "G304线治超站", "装载质量9吨")
    story.handler(
        "judge_late_evidence",
        story.later(28),
        evidence=story.case.evidence.latest("pk"),
        meaning="same",
        reason="印证告知书已经认定的9吨装载质量，没有新的不利事实。",
        shown_on=story.later(28),
    )
    comment = story.case.reviews.get().comments.get()
    story.handler("answer_comments", story.later(28), answers={comment.pk: "已补充称重单，列入证据清单。"})
    story.handler("submit_for_review", story.later(28))


def discuss(story: Story) -> None:
    """The review passes; three heads discuss, one dissents."""
    story.act("陈静", "pass_review", story.later(30), points=points(POINTS), opinion="同意拟作出的处罚决定。")
    voices = [
        ("卫国", "agree", "同意拟处罚意见", "事实清楚，罚款为法定下限"),
        ("蒋平", "agree", "同意", "程序完备，听证意见已充分考虑"),
        ("沈红", "disagree", "建议再减轻", "当事人初次违法并已停止运输"),
    ]
    story.act(
        "卫国",
        "hold_discussion",
        story.later(32),
        started_at=at(story.later(32), 9),
        ended_at=at(story.later(32), 10, 30),
        place="局会议室",
        reporter=story.cast["赵刚"],
        recorder=story.cast["韩雪"],
        report="承办人汇报违法事实、证据、听证情况、法制审核意见和拟处罚意见。",
        conclusion="两票同意，一票不同意，多数同意拟作出的处罚决定。",
        agreed=True,
        voices=[
            {"officer": story.cast[name], "vote": vote, "opinion": said, "reason": why, "signed": True}
            for name, vote, said, why in voices
        ],
    )


def decide(story: Story) -> None:
    story.act(
        "卫国",
        "decide_penalty",
        story.later(37),
        sanctions={story.charge.pk: dict(SANCTION)},
        opinion="同意集体讨论的意见。",
    )
    story.serve("serve_decision", "penalty-decision", story.later(38), "高宏", "法定代表人")


def points(questions: tuple[str, ...], unsatisfied: dict[int, str] | None = None) -> list[dict[str, Any]]:
    """The eight answers of a reviewer; those named are not satisfied, with the remark given."""
    wrong = unsatisfied or {}
    return [
        {"number": number, "question": question, "satisfied": number not in wrong, "remark": wrong.get(number, "")}
        for number, question in enumerate(questions, start=1)
    ]

"""The guards that hold a decision to what the party was told."""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.story import Story
from tests.cases.guard_rows.ordinary import READY, one_of
from tests.cases.guard_table import Situation, Stories, row, situation

ON = date(2026, 5, 20)


def told(story: Story, **changed: Any) -> dict[str, Any]:
    """The notified penalty of the grave case, changed."""
    one = {"kinds": ["fine", "confiscate_income"], "fine": Decimal(52000), "confiscation": Decimal(26000)}
    return {"sanctions": {story.charge.pk: one | {"other": "", "reason": "当事人主动配合。"} | changed}}


def lighter(story: Story) -> dict[str, Any]:
    return told(story, kinds=["fine"], confiscation=Decimal(0))


def answered(story: Story) -> None:
    story.case.statements.create(
        kind="statement", party=story.party, round=1, made_on=ON, answered_on=ON, answer="属实。", accepted="partly"
    )


def found_right(stories: Stories) -> Situation:
    now = situation("notified", "赵刚", ON, lighter)(stories)
    answered(now.story)
    return now


def late(now: Situation) -> Any:
    return now.case.evidence.create(
        kind="documentary", title="称重单", source="治超站", proves="质量", collected_on=now.on, added_on=now.on,
        collected_by=now.cast["李明"],
    )  # fmt: skip


@row("decided_as_notified", "行政处罚法:44", "样例顺达运输有限公司的违法事实与告知的不一致", READY)
def _(now: Situation) -> None:
    now.case.charges.update(facts="另一事实。")


@row("late_evidence_is_judged", "行政处罚法:44", "补充的证据“称重单”还没有说明", READY)
def _(now: Situation) -> None:
    late(now)


@row("nothing_must_be_told_anew", "行政处罚法:44", "“称重单”证明没有告知过的不利事实", READY)
def _(now: Situation) -> None:
    now.case.late_evidence.create(
        evidence=late(now), meaning="new", reason="另一车次。", judged_by=now.cast["李明"], judged_on=now.on
    )


@row("promised_lightening_has_come", "行政处罚法:45.1", "还没有提出更轻的处理意见", READY)
def _(now: Situation) -> None:
    now.case.statements.update(accepted="partly", consequence="lighter")


@row("not_heavier_than_notified", "行政处罚法:45.2", "重于告知的处罚", READY)
def _(now: Situation) -> None:
    one_of(now)["fine"] = Decimal(6001)


@row(
    "lighter_has_its_reason",
    "行政处罚法:5.2",
    "比告知的轻而没有写明理由",
    situation("notified", "赵刚", ON, lighter),
)
def _(now: Situation) -> None:
    one_of(now)["reason"] = "违法所得超过2万元，按二倍罚款，为法定下限。"  # the reason of the notified penalty


@row("party_was_found_right", "行政处罚法:45.1", "还没有采纳当事人的陈述申辩", found_right)
def _(now: Situation) -> None:
    now.case.statements.update(accepted="not")


@row("lightened_once", "行政处罚法:45.1", "已经提出过更轻的处理意见", found_right)
def _(now: Situation) -> None:
    now.story.charge.sanctions.create(stage="lightened", round=1, kinds=["fine"], fine=Decimal(52000))


@row("proposal_is_lighter", "行政处罚法:45.1", "没有一项处罚轻于告知的内容", found_right)
def _(now: Situation) -> None:
    now.facts |= told(now.story)


@row(
    "consequence_follows_the_answer",
    "行政处罚法:45.1",
    "没有采纳，不能据此提出更轻的处理意见",
    situation("notified", "赵刚", ON, lambda story: {"accepted": "partly", "consequence": "lighter"}),
)
def _(now: Situation) -> None:
    now.facts["accepted"] = "not"


@row(
    "two_officers_take_it_down",
    "行政处罚法:42.1",
    "应当由两名执法人员听取并记录",
    situation("notified", "赵刚", ON, lambda story: {"oral": True, "second_taker": story.cast["孙丽"]}),
)
def _(now: Situation) -> None:
    now.facts["second_taker"] = None

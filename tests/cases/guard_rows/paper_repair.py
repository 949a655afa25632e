"""The guards of correcting and voiding papers, each with what it refuses. The decision is issued, not served."""

from datetime import date
from typing import Any

from bureau.sample.story import Story
from tests.cases.guard_rows.service import decision, served
from tests.cases.guard_table import Situation, Stories, row, situation

DAY = date(2026, 4, 8)
PLACE = {"wrong": "S210线", "right": "S211线"}
BASIS = "行政处罚法:75.2"


def about_the_decision(**more: Any) -> Any:
    def facts(story: Story) -> dict[str, Any]:
        return {"paper": decision(story), "reason": "笔误。"} | PLACE | more

    return situation("decided", "李明", DAY, facts)


def pending_voiding(now: Situation) -> None:
    paper = decision(now.story)
    now.case.paper_voidings.create(
        paper=paper, party=paper.party, reason="打印有误。", proposed_by=now.cast["李明"], proposed_on=DAY
    )


@row("paper_may_be_corrected", BASIS, "立案登记表不是可以补正的文书", about_the_decision())
def _(now: Situation) -> None:
    now.facts["paper"] = now.case.documents.get(form_key="filing-form")


@row("error_stands_in_the_paper", BASIS, "里没有“S219线”", about_the_decision())
def _(now: Situation) -> None:
    now.facts["wrong"] = "S219线"


@row("only_a_slip_is_put_right", BASIS, "更正涉及当事人的身份，不属于文字错误", about_the_decision())
def _(now: Situation) -> None:
    now.facts["wrong"], now.facts["right"] = "样例顺达运输有限公司", "样例顺大运输有限公司"


@row("no_repair_is_pending", BASIS, "正在报批补正或者作废", about_the_decision())
def _(now: Situation) -> None:
    pending_voiding(now)


@row("paper_is_in_nobody_s_hands", BASIS, "不是已经签发、还没有送达的文书", about_the_decision())
def _(now: Situation) -> None:
    now.facts["paper"] = now.case.documents.get(form_key="violation-notice")


@row("void_paper_is_issued_anew", "行政处罚法:61.1", "作废以后须换发", about_the_decision(reissue=True))
def _(now: Situation) -> None:
    now.facts["reissue"] = False


@row("paper_is_not_about_to_be_voided", "行政处罚法:61", "正在报批作废", served())
def _(now: Situation) -> None:
    pending_voiding(now)


def to_approve(kind: str, who: str) -> Any:
    """A correction or a voiding that 李明, who handles the case, has asked for."""

    def make(stories: Stories) -> Situation:
        story = stories["decided"]
        paper, asked = decision(story), {"proposed_by": story.cast["李明"], "proposed_on": DAY}
        row = getattr(story.case, kind).create(paper=paper, party=paper.party, reason="笔误。", **PLACE, **asked)
        return Situation(story, story.cast[who], DAY, {"opinion": "同意。"}, row)

    return make


@row("paper_correction_approver_apart", BASIS, "郑海在本案中是承办人", to_approve("paper_corrections", "郑海"))
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=DAY, reason="")


@row("paper_voiding_approver_apart", BASIS, "卫国在本案中是报请更正文书的人", to_approve("paper_voidings", "卫国"))
def _(now: Situation) -> None:
    now.case.paper_voidings.update(proposed_by=now.officer)

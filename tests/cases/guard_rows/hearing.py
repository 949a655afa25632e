"""The guards around a hearing, each with what it refuses."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bureau.sample.dangerous_goods import minutes
from bureau.sample.story import Story, at
from tests.cases.guard_rows.ordinary import HEARD
from tests.cases.guard_table import STORIES, Make, Situation, Stories, row, situation

ASKED, HELD = date(2026, 5, 25), date(2026, 6, 5)


def asked(cast: Any) -> Story:
    story = STORIES["notified"](cast)
    story.handler("request_hearing", date(2026, 5, 22), party=story.party, oral=False)
    return story


STORIES["asked"] = asked


def about(story: str, who: str, on: date, facts: Callable[[Story], dict[str, Any]] | None = None) -> Make:
    """The situation of an act on the hearing itself."""
    make = situation(story, who, on, facts)

    def with_subject(stories: Stories) -> Situation:
        now = make(stories)
        now.subject = now.case.hearings.get()
        return now

    return with_subject


def setting(story: Story) -> dict[str, Any]:
    people = {"chair": story.cast["褚文"], "recorder": story.cast["朱玉"]}
    return people | {"set_for": at(date(2026, 6, 4), 9), "is_public": True, "private_reason": ""}


def agent(story: Story) -> dict[str, Any]:
    return {"name": "刘方", "authorised": True}


def recusal(story: Story) -> dict[str, Any]:
    return {"function": "recorder", "granted": True, "replacement": story.cast["韩雪"]}


def party(story: Story) -> dict[str, Any]:
    return {"party": story.party}


def record(story: Story) -> dict[str, Any]:
    return minutes(story, HELD) | {"signed": True, "unsigned_reason": ""}


CONVENE = about("asked", "赵刚", ASKED, setting)
HOLD = about("heard", "褚文", HELD, record)


@row("hearings_are_over", "行政处罚法:63", "要求的听证还没有提交听证报告", HEARD)
def _(now: Situation) -> None:
    now.case.hearings.update(state="held")


@row(
    "hearing_is_asked_for_once",
    "行政处罚法:64(1)",
    "样例宏达化工贸易有限公司已经要求过听证",
    situation("notified", "赵刚", ASKED, party),
)
def _(now: Situation) -> None:
    now.case.hearings.create(party=now.story.party, round=now.case.round, requested_on=now.on)


@row("hearing_is_of_this_round", "行政处罚法:63", "不在告知、听证阶段", CONVENE)
def _(now: Situation) -> None:
    type(now.case).objects.filter(pk=now.case.pk).update(round=2)


@row("asked_for_hearing_in_time", "行政处罚法:64(1)", "期限已于 2026-05-25 届满", CONVENE)
def _(now: Situation) -> None:
    now.case.hearings.update(requested_on=date(2026, 5, 26))


def asked_too_late(stories: Stories) -> Situation:
    now = CONVENE(stories)
    now.case.hearings.update(requested_on=date(2026, 5, 26))
    return now


@row("request_may_be_refused", "行政处罚法:63.1", "在期限内要求听证，应当组织听证", asked_too_late)
def _(now: Situation) -> None:
    now.case.hearings.update(requested_on=date(2026, 5, 25))


@row("hearing_is_announced_in_time", "行政处罚法:64(2)", "最早可以在 2026-06-04 举行", CONVENE)
def _(now: Situation) -> None:
    now.facts["set_for"] = at(date(2026, 6, 3), 9)  # only the seventh working day itself


@row("private_hearing_has_its_ground", "行政处罚法:64(3)", "听证公开举行", CONVENE)
def _(now: Situation) -> None:
    now.facts |= {"is_public": False, "private_reason": "不想公开"}


@row("hearing_day_has_come", "行政处罚法:64(2)", "听证定于 2026-06-05 举行", HOLD)
def _(now: Situation) -> None:
    now.on = date(2026, 6, 4)


@row("notice_of_hearing_was_served", "行政处罚法:64(2)", "通知 2026-05-27 送达，听证最早可以在 2026-06-06", HOLD)
def _(now: Situation) -> None:
    # 28, 29 May and 1 to 5 June are the seven full working days before it.
    now.case.services.filter(document__form_key="hearing-notice").update(served_on=date(2026, 5, 27))


@row("hearing_chair_apart", "行政处罚法:64(4)", "赵刚在本案中是承办人，不得担任听证主持人", CONVENE)
def _(now: Situation) -> None:
    now.facts["chair"] = now.cast["赵刚"]


@row("hearing_recorder_apart", "行政处罚法:64(4)", "孙丽在本案中是承办人，不得担任听证记录人", CONVENE)
def _(now: Situation) -> None:
    now.facts["recorder"] = now.cast["孙丽"]


@row("two_people_conduct_the_hearing", "行政处罚法:64(4)", "褚文不能既是听证主持人又是记录人", CONVENE)
def _(now: Situation) -> None:
    now.facts["recorder"] = now.cast["褚文"]


@row(
    "recused_person_is_replaced",
    "行政处罚法:64(4)",
    "没有另行指定人员",
    about("heard", "卫国", HELD, recusal),
)
def _(now: Situation) -> None:
    now.facts["replacement"] = now.cast["朱玉"]  # who is the very recorder that was challenged


@row("agents_are_within_the_limit", "行政处罚法:64(5)", "已经登记 2 人", about("asked", "赵刚", ASKED, agent))
def _(now: Situation) -> None:
    for name in ("甲", "乙"):
        now.subject.agents.create(
            name=name, id_number="x", powers="general", authorised_on=now.on, registered_on=now.on
        )


@row("agent_is_authorised", "行政处罚法:64(5)", "刘方没有提交授权委托书", about("asked", "赵刚", ASKED, agent))
def _(now: Situation) -> None:
    now.facts["authorised"] = False


@row("every_stage_is_recorded", "行政处罚法:64(7)", "没有记录“最后陈述”", HOLD)
def _(now: Situation) -> None:
    now.facts["stages"] = now.facts["stages"][:-1]


@row("evidence_was_shown", "行政处罚法:64(7)", "没有记录出示的证据和质证意见", HOLD)
def _(now: Situation) -> None:
    now.facts["exhibits"] = []


@row("refusal_to_sign_is_noted", "行政处罚法:64(8)", "由听证主持人在笔录中注明", HOLD)
def _(now: Situation) -> None:
    now.facts["signed"] = False

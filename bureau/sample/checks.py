"""Which checks does the sample bureau make? One at every step, a hazard that is due, a campaign with a patrol and a talk."""

from datetime import date, time, timedelta
from typing import Any

from bureau.sample.identities import credit_code
from bureau.sample.story import Cast
from inspections.check_services import act_on_check, propose_check
from inspections.models import Campaign, Check, CheckItem, CheckObject, DutyPost, Meeting, Outing, Talk, Task
from law.check_rules import check_points
from law.holidays import is_working_day

SINCE = date(2026, 1, 4)
ITEMS = (
    ("YL-01", "样例：道路货物运输经营情况", "freight", "道路运输条例"),
    ("YL-02", "样例：机动车维修经营情况", "repair", "机动车维修管理规定"),
)
FIRMS = (
    ("样例丰源货运有限公司", 601, "freight", 0),
    ("样例宏达物流有限公司", 602, "freight", 0),
    ("样例诚信汽车修理有限公司", 603, "repair", 1),
)


def check_firms(cast: Cast, today: date) -> None:
    """Two finished, one approved for today, one that waits, one task."""
    items = [
        CheckItem.objects.create(number=number, title=title, trade=trade, basis=basis, listed_on=SINCE)
        for number, title, trade, basis in ITEMS
    ]
    firms = [
        CheckObject.objects.create(
            name=name, uscc=credit_code(code), trade=trade, address="样例镇货场路", listed_on=SINCE
        )
        for name, code, trade, _item in FIRMS
    ]
    campaign = Campaign.objects.create(
        kind="overload",
        title="样例：货运超限超载专项治理",
        begins_on=today - timedelta(30),
        ends_on=today + timedelta(30),
    )
    lately = _working_day(today, 6)
    _finish(cast, firms[0], [items[0]], lately, campaign=campaign)
    _finish(
        cast, firms[2], [items[1]], _working_day(today, 9), wrong=True, partners=[("样例旗生态环境局", "废机油贮存")]
    )
    _approve(cast, firms[1], [items[0]], today, today)
    _propose(cast, firms[2], [items[1]], today, today, kind=Task.Origin.PLANNED)
    task = Task.objects.create(
        origin=Task.Origin.RANDOM, title="样例：第三批双随机抽查", target=firms[1], begins_on=today,
        due_on=today + timedelta(10),
    )  # fmt: skip
    task.items.set(items[:1])
    task.officers.set([cast["李明"], cast["王强"]])
    _go_out(cast, campaign, lately)


def _go_out(cast: Cast, campaign: Campaign, day: date) -> None:
    by = cast["李明"]
    post = DutyPost.objects.create(name="样例：S210 线 K32 卡点", campaign=campaign, since=campaign.begins_on)
    out = Outing.objects.create(
        purpose=Outing.Purpose.PATROL, day=day, begins_at=time(8), ends_at=time(12), campaign=campaign, post=post,
        vehicles="执法车一辆", entered_by=by,
    )  # fmt: skip
    out.officers.set([by, cast["王强"], cast["郑海"]])
    Meeting.objects.create(
        held_on=day, topic="样例：部署治超", attendance=11, campaign=campaign, entered_by=cast["郑海"]
    )
    talk = Talk.objects.create(
        firm=FIRMS[0][0], attended="经理", held_on=day, why="一个月内三次超限", said="指出装载源头没有称重。",
        promise="十日内装好地磅", due_on=day + timedelta(10), entered_by=by,
    )  # fmt: skip
    talk.officers.set([by, cast["王强"]])


def _propose(cast: Cast, firm: CheckObject, items: list[CheckItem], on: date, day: date, **plan: Any) -> Check:
    people = [cast["李明"], cast["王强"]]
    told = {"kind": Task.Origin.PLANNED, "place": firm.address, "partners": []} | plan
    return propose_check(officer=people[0], on=on, target=firm, items=items, officers=people, planned_on=day, **told)


def _approve(cast: Cast, firm: CheckObject, items: list[CheckItem], on: date, day: date, **plan: Any) -> Check:
    found = act_on_check(_propose(cast, firm, items, on, day, **plan), "approve_check", cast["郑海"], on)
    told = {"notified_on": on, "notified_how": "电话告知经理", "unnotified_ground": "", "unnotified_reason": ""}
    return act_on_check(found, "notify_enterprise", cast["李明"], on, **told)


def _finish(
    cast: Cast, firm: CheckObject, items: list[CheckItem], day: date, *, wrong: bool = False, **plan: Any
) -> None:
    by = cast["李明"]
    found = _approve(cast, firm, items, day, day, **plan)
    act_on_check(found, "begin_check", by, day, begun_at=time(9, 30), told_rights=True)
    points = check_points(firm.trade, day)
    answers = {one.key: ("met", "") for one in points}
    if wrong:
        answers[points[-1].key] = ("not_met", "灭火器过期，通道堆放轮胎。")
    act_on_check(found, "answer_points", by, day, answers=answers)
    if wrong:
        due = {"grade": "ordinary", "due_on": day + timedelta(8), "seen": ""}
        act_on_check(found, "note_hazard", by, day, what="灭火器过期、通道堵塞", place="维修车间", **due)
    scene = {"ended_at": time(10, 40), "place": firm.address, "on_scene": "巴特尔", "on_scene_post": "经理"}
    said = {"findings": "逐项检查，情况见检查表。", "signing": "signed", "signing_reason": ""}
    result = "correction_ordered" if wrong else "nothing_found"
    shown = {"result": result, "public_note": "", "follow_up": "限期整改，到期复查" if wrong else ""}
    act_on_check(found, "finish_check", by, day, **scene, **said, **shown)


def _working_day(today: date, ago: int) -> date:
    day = today - timedelta(days=ago)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day

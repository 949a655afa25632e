"""What has the sample bureau drawn at random? One draw that was cancelled, its redraw with tasks, a plan that waits."""

from datetime import date, datetime, timedelta

from bureau.sample.identities import credit_code
from bureau.sample.story import Cast, at
from inspections import draws
from inspections.draw_plans import approve, draft
from inspections.draw_registers import keep_away
from inspections.models import CheckItem, CheckObject, DrawPlan, InspectorTrade
from inspections.models.registers import CreditClass, Trade

NONCES = ("样例：掷骰子 6 2 5 1 3 3 4", "样例：掷骰子 1 4 4 2 6 5 3")
ITEMS = (
    ("WX-01", "维修经营备案", "备案信息与实际是否一致", "道路运输条例第四十条"),
    ("WX-02", "维修质量", "竣工出厂检验和合格证", "道路运输条例第四十四条"),
)
FIRMS = (
    ("样例路安汽车维修有限公司", 403, "trusted"),
    ("样例宏达汽车修理厂", 411, "ordinary"),
    ("样例鑫源汽车服务有限公司", 412, "ordinary"),
    ("样例诚信汽修中心", 413, "warned"),
    ("样例北环汽车修理厂", 414, "broken"),
    ("样例速修汽车维修部", 415, "gravely_broken"),
)
INSPECTORS = ("李明", "王强", "赵刚", "孙丽", "周勇", "吴敏")


def draw_at_random(cast: Cast, today: date) -> None:
    begins_on = date(today.year, 1, 1)
    _register(cast, begins_on)
    plan = _plan(cast, 3, "机动车维修双随机抽查", begins_on)
    approve(plan, by=cast["卫国"], on=begins_on)
    plan.refresh_from_db()
    _plan(cast, 4, "机动车维修废油联合抽查", begins_on)
    now = at(today, 8)
    first = _open(cast, plan, NONCES[0], now)
    draws.cancel(first, by=cast["陈静"], reason="口令纸条受潮，看不清楚。", now=now + timedelta(minutes=9))
    first.refresh_from_db()
    second = _open(cast, plan, NONCES[1], now + timedelta(minutes=10), redraw_of=first)
    draws.reveal(second, by=cast["陈静"], nonce=NONCES[1], now=now + timedelta(minutes=20))


def _register(cast: Cast, since: date) -> None:
    for number, title, content, basis in ITEMS:
        CheckItem.objects.create(
            number=number, title=title, content=content, basis=basis, trade=Trade.REPAIR, listed_on=since
        )
    for name, code, credit in FIRMS:
        CheckObject.objects.create(
            name=name,
            uscc=credit_code(code),
            trade=Trade.REPAIR,
            credit_class=CreditClass(credit),
            contact="值班经理",
            phone="0475-0000003",
            address="样例旗样例镇北环路8号",
            listed_on=since,
        )
    for name in INSPECTORS:
        InspectorTrade.objects.create(officer=cast[name], trade=Trade.REPAIR, listed_on=since)
    firm = CheckObject.objects.get(name=FIRMS[4][0])
    keep_away(firm, cast["赵刚"], reason="经营者的近亲属", on=since, by=cast["韩雪"])


def _plan(cast: Cast, number: int, title: str, begins_on: date) -> DrawPlan:
    plan = DrawPlan(
        number=f"样交检〔{begins_on.year}〕{number}号",
        title=title,
        year=begins_on.year,
        trade=Trade.REPAIR,
        begins_on=begins_on,
        ends_on=date(begins_on.year, 12, 31),
        lead=cast["赵刚"].department,
    )
    items = list(CheckItem.objects.order_by("number").values_list("pk", flat=True))
    partners = [("样例旗生态环境局", "废机油和油漆的收集处置")]
    return draft(plan, items=items, partners=partners, by=cast["韩雪"], on=begins_on)


def _open(cast: Cast, plan: DrawPlan, nonce: str, now: datetime, **more: object) -> draws.Draw:
    made = draws.open_draw(plan, by=cast["韩雪"], supervisor=cast["陈静"], draws_on=now.date(), now=now, **more)
    draws.commit(made, by=cast["陈静"], commitment=draws.hash_of_nonce(nonce), now=now + timedelta(minutes=1))
    draws.publish_pool(made, by=cast["韩雪"], now=now + timedelta(minutes=2))
    return made

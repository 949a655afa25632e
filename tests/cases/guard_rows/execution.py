"""The guards of money and enforcement, each with what it refuses. Days and sums as in tests/cases/test_case_two.py."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Cast, Story, at
from cases.act import Ask
from tests.cases.after_decision import INSTALMENTS, MATERIALS, do, pay, pay_the_first_two, remind
from tests.cases.guard_rows.ordinary import SERVED
from tests.cases.guard_table import STORIES, Make, Situation, Stories, row

Facts = dict[str, Any]


class WithRemedy(Situation):
    """A situation in which the party has sought a remedy; the file is told so as the remedies' own rows would."""

    remedies: tuple[Any, ...] = ()

    def ask(self) -> Ask:
        ask = super().ask()
        vars(ask.file)["remedies"] = self.remedies
        return ask


def deferred(cast: Cast) -> Story:
    story = dangerous_goods(cast, serial=7, until="decided")
    pay_the_first_two(story)
    return story


def reminded(cast: Cast) -> Story:
    story = dangerous_goods(cast, serial=8, until="decided")
    pay_the_first_two(story)
    remind(story)
    return story


STORIES["deferred"] = deferred
STORIES["reminded"] = reminded


def enforced(
    who: str, on: date, facts: Callable[[Story], Facts] | None = None, kind: type[Situation] = Situation
) -> Make:
    """Reminded on 2 September, served on the 3rd."""

    def make(stories: Stories) -> Situation:
        told = stories["reminded"]
        found = told.case.enforcements.get()
        return kind(told, told.cast[who], on, facts(told) if facts else {}, found)

    return make


HANDLER = enforced("赵刚", date(2026, 9, 18))


# --- money ----------------------------------------------------------------------------------------
def asked_for_a_plan(stories: Stories) -> Situation:
    told = dangerous_goods(stories["reminded"].cast, serial=9, until="decided")
    asked = {"party": told.party, "kind": "instalments", "reason": "经营困难。", "proof": "纳税证明。"}
    plan = told.handler("request_plan", date(2026, 7, 6), **asked).about
    return Situation(
        told, told.cast["卫国"], date(2026, 7, 8), {"instalments": [dict(one) for one in INSTALMENTS]}, plan
    )


@row("fine_is_still_owed", "行政处罚法:66.2", "没有未缴的罚款", asked_for_a_plan)
def _(now: Situation) -> None:
    pay(now.story, date(2026, 7, 7), 78000)


@row("asked_before_it_was_due", "行政处罚法:66.2", "缴款期限已于 2026-07-14 届满", asked_for_a_plan)
def _(now: Situation) -> None:
    now.case.payment_plans.update(asked_on=date(2026, 7, 15))


@row("instalments_make_up_the_fine", "行政处罚法:66.2", "各期合计 51000 元，未缴的罚款是 52000.00 元", asked_for_a_plan)
def _(now: Situation) -> None:
    now.facts["instalments"][1]["amount"] = Decimal(25000)


def paid_too_much(stories: Stories) -> Situation:
    found = SERVED(stories)
    pay(found.story, date(2026, 4, 10), 6500)
    party = found.case.parties.get()
    return Situation(found.story, found.cast["杨兰"], found.on, {"party": party, "amount": Decimal(500)})


@row("money_was_paid_too_much", "行政处罚法:74.3", "多缴 500.00 元，不能退 501 元", paid_too_much)
def _(now: Situation) -> None:
    now.facts["amount"] = Decimal(501)


@row(
    "surcharge_may_be_forgone",
    "行政处罚法:72.1(1)",
    "未缴的加处罚款是 2340.00 元",
    enforced("卫国", date(2026, 9, 3), lambda story: {"party": story.party, "amount": Decimal(2340)}),
)
def _(now: Situation) -> None:
    now.facts["amount"] = Decimal(2341)  # three days of 780


def finance_of_case_one(stories: Stories) -> Situation:
    found = SERVED(stories)
    return Situation(found.story, found.cast["杨兰"], found.on)


@row("payment_apart", "行政处罚法:67.1", "杨兰在本案中是承办人，不得担任登记缴款的财务人员", finance_of_case_one)
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)


@row("enforcement_is_over", "程序规定:116", "强制执行还没有了结", SERVED)
def _(now: Situation) -> None:
    now.case.enforcements.create(party=now.case.parties.get(), begun_on=now.on, duty="缴纳罚款。")


# --- reminder -------------------------------------------------------------------------------------
def late_by_two_days(stories: Stories) -> Situation:
    told = stories["deferred"]
    return Situation(told, told.cast["赵刚"], date(2026, 9, 2), {"party": told.party})


@row("something_is_overdue", "行政强制法:34", "没有逾期未履行的金额，也没有逾期未改正的责令", late_by_two_days)
def _(now: Situation) -> None:
    now.on = date(2026, 8, 31)


@row("still_unperformed", "行政强制法:37.1", "已经缴清", HANDLER)
def _(now: Situation) -> None:
    pay(now.story, date(2026, 9, 18), 26000 + 18 * 780)


def paid_at_last(stories: Stories) -> Situation:
    found = HANDLER(stories)
    pay(found.story, date(2026, 9, 18), 26000 + 18 * 780)
    return found


@row("everything_is_performed", "行政强制法:34", "还有 40040.00 元没有缴纳", paid_at_last)
def _(now: Situation) -> None:
    now.case.payments.filter(paid_on=now.on).delete()


@row("reminder_period_is_over", "行政强制法:35;行政强制法:54", "可以在 2026-09-17 前履行", HANDLER)
def _(now: Situation) -> None:
    now.on = date(2026, 9, 17)


@row("statement_after_reminder_is_answered", "行政强制法:36", "陈述申辩还没有复核", HANDLER)
def _(now: Situation) -> None:
    now.case.enforcements.update(statement="无力缴纳。", stated_on=now.on)


def something_stated(stories: Stories) -> Situation:
    found = HANDLER(stories)
    found.case.enforcements.update(statement="无力缴纳。", stated_on=found.on)
    return found


@row("something_was_stated", "行政强制法:36", "没有提出陈述申辩", something_stated)
def _(now: Situation) -> None:
    now.case.enforcements.update(stated_on=None)


# --- the court ------------------------------------------------------------------------------------
IN_THE_WINDOW = enforced("赵刚", date(2026, 12, 30), lambda story: {"materials": dict(MATERIALS)}, WithRemedy)


def remedy(now: Situation, **changed: Any) -> None:
    common = {"party_id": now.story.party.pk, "effective_on": None, "stay_since": None, "stay_until": None}
    sought = SimpleNamespace(runs=(now.on, None), **common | changed)
    now.remedies = (sought,)  # type: ignore[attr-defined]


@row("no_remedy_is_undecided", "行政强制法:53", "行政复议或者行政诉讼还没有了结", IN_THE_WINDOW)
def _(now: Situation) -> None:
    remedy(now)


@row("execution_is_not_stopped", "行政处罚法:73.1", "自 2026-12-01 起停止执行", IN_THE_WINDOW)
def _(now: Situation) -> None:
    remedy(now, stay_since=date(2026, 12, 1))


@row("inside_the_court_window", "行政强制法:53", "最早 2026-12-30 可以申请，最迟 2027-03-29", IN_THE_WINDOW)
def _(now: Situation) -> None:
    now.on = date(2026, 12, 29)


@row("materials_are_complete", "行政强制法:55.1", "缺少“申请强制执行标的情况”", IN_THE_WINDOW)
def _(now: Situation) -> None:
    now.facts["materials"]["assets"] = "　"


# --- by the bureau's own hand ---------------------------------------------------------------------
@row(
    "bureau_has_the_power",
    "行政强制法:13",
    "只限于已经查封、扣押的财物",
    enforced("卫国", date(2026, 12, 30), lambda story: {"power": "auction", "seizure": "蒙样交执扣〔2026〕001号"}),
)
def _(now: Situation) -> None:
    now.facts["seizure"] = ""


@row(
    "not_at_night_nor_on_a_holiday",
    "行政强制法:43.1",
    "不得在夜间或者法定节假日实施强制执行：2026-09-21 22:00",
    enforced("赵刚", date(2026, 9, 21), lambda story: {"carried_out_at": at(date(2026, 9, 21), 10), "urgency": ""}),
)
def _(now: Situation) -> None:
    now.facts["carried_out_at"] = at(date(2026, 9, 21), 22)


SUBSTITUTE = {
    "immediate": False,
    "executor": "样例旗路通养护有限公司",
    "content": "清除堆放物。",
    "planned_on": date(2026, 9, 29),
    "budget": Decimal(8600),
    "prepaid_within": 10,
    "opinion": "危害交通安全。",
}


def substitute_decided(stories: Stories) -> Situation:
    """Decided on 21 September, served and reminded again on the 22nd: three working days end on the 28th."""
    found = HANDLER(stories)
    story, enforcement = found.story, found.subject
    do(story, enforcement, "卫国", "decide_substitute", date(2026, 9, 21), **SUBSTITUTE)
    paper = story.case.documents.get(form_key="substitute-decision", case=story.case)
    receiver = {"receiver": "高宏", "receiver_relation": "法定代表人", "manner": "direct", "place": "样例旗"}
    serving = receiver | {"second_server": story.cast["孙丽"], "document": paper}
    do(story, enforcement, "赵刚", "serve", date(2026, 9, 22), **serving)
    do(story, enforcement, "赵刚", "remind_again", date(2026, 9, 22))
    facts = {"result": "已清除。", "supervisor": story.cast["孙丽"]}
    return Situation(story, found.officer, date(2026, 9, 29), facts, enforcement)


@row("decision_to_enforce_was_served", "行政强制法:37.2", "强制执行决定书还没有送达", substitute_decided)
def _(now: Situation) -> None:
    now.case.services.filter(document__form_key="substitute-decision").delete()


@row("reminded_again_three_days_before", "行政强制法:51.1(2)", "到 2026-09-28 届满，此前不得代履行", substitute_decided)
def _(now: Situation) -> None:
    now.on = date(2026, 9, 28)


@row("somebody_supervises", "行政强制法:51.1(3)", "应当派员到场监督", substitute_decided)
def _(now: Situation) -> None:
    now.facts["supervisor"] = None


@row(
    "only_the_surcharge_is_reduced",
    "行政强制法:42.1",
    "未缴的加处罚款是 2340.00 元，不能减免 2341 元",
    enforced("卫国", date(2026, 9, 3), lambda story: {"relief": Decimal(2340)}),
)
def _(now: Situation) -> None:
    now.facts["relief"] = Decimal(2341)


def suspended(stories: Stories) -> Situation:
    found = HANDLER(stories)
    facts = {"ground": "unable", "reason": "车辆被查封。", "harmless": True}
    do(found.story, found.subject, "卫国", "suspend", date(2026, 9, 21), **facts)
    return Situation(found.story, found.officer, date(2029, 9, 22), {}, found.subject)


@row("three_years_without_resumption", "行政强制法:39.2", "中止执行到 2029-09-21 才满三年", suspended)
def _(now: Situation) -> None:
    now.on = date(2029, 9, 21)

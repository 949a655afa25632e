"""Are the costs of a performance in the party's place reckoned, demanded and paid or enforced (行政强制法 51.2, 53, 54)?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from cases.act import Ask
from cases.case_file import load_case_file
from cases.guards.cost import substitute_costs_are_settled
from cases.models import CostClaim
from cases.services import Refused
from tests.cases.after_decision import COST_APPLICATION, MATERIALS, do
from tests.cases.guard_rows import cost
from tests.cases.guard_rows.execution import reminded
from tests.cases.guard_table import Situation

pytestmark = pytest.mark.django_db


def told_by(make: Any) -> Situation:
    found: Situation = make({"reminded": reminded(hire_everyone("quick"))})
    return found


def left(found: Situation, on: date) -> str:
    ask = Ask(load_case_file(found.case.pk), found.officer, on)
    return " ".join(map(str, substitute_costs_are_settled.check(ask)))


def test_the_actual_cost_is_demanded_and_the_debt_keeps_the_case_open_until_it_is_paid() -> None:
    found = told_by(cost.carried_out)
    story, on = found.story, cost.ACCOUNTED
    assert "实际费用还没有决算" in left(found, on)
    with pytest.raises(Refused, match="超过预算"):
        story.handler("account_for_costs", on, **cost.account(story, cost=Decimal(9000)))
    why = cost.account(story, cost=Decimal(9000), excess_reason="油污。", prepaid=Decimal(4000))
    done = story.handler("account_for_costs", on, **why)
    claim: Any = done.about
    (paper,) = done.papers
    said = {name: paper.content[name] for name in ("cost", "paid", "left", "is_reminder", "excess_reason")}
    assert said == {"cost": "9000", "paid": "4000", "left": "5000", "is_reminder": False, "excess_reason": "油污。"}
    assert not story.case.terms.filter(key="cost_payment").exists(), "the period begins with the service of the demand"
    cost.served(story, date(2026, 10, 8))
    term = story.case.terms.get(key="cost_payment")
    # 8 October and fifteen days.
    assert (term.due_on, term.party) == (date(2026, 10, 23), story.party)
    assert "9000.00 元，还欠 5000.00 元" in left(found, on)
    do(story, claim, "杨兰", "record_cost_payment", on, amount=Decimal(2000), receipt_number="DLX-1")
    assert CostClaim.objects.get().state == "demanded" and "还欠 3000.00 元" in left(found, on)
    assert story.case.terms.get(key="cost_payment").ended_on is None
    do(story, claim, "杨兰", "record_cost_payment", on, amount=Decimal(3000), receipt_number="DLX-2")
    assert CostClaim.objects.get().state == "paid" and left(found, on) == ""
    assert story.case.terms.get(key="cost_payment").ending == "met"


def test_what_the_law_lays_on_another_is_not_demanded_from_the_party() -> None:
    found = told_by(cost.carried_out)
    facts = cost.account(found.story, waiver="法律规定由本级财政负担。")
    done = found.story.handler("account_for_costs", cost.ACCOUNTED, **facts)
    assert done.papers == [] and left(found, cost.ACCOUNTED) == ""
    assert not found.case.terms.filter(key="cost_payment").exists()


def test_who_does_not_pay_is_reminded_and_brought_before_the_court_in_its_window(time_machine: Any) -> None:
    found = told_by(cost.reminded_of_costs)
    time_machine.move_to("2027-03-23 04:00Z", tick=False)
    story, claim, day = found.story, found.subject, date(2027, 3, 23)
    paper = story.case.documents.filter(form_key="cost-demand").latest("pk")
    assert (paper.content["is_reminder"], paper.content["days"]) == (True, 10)
    asked, key = COST_APPLICATION, "propose_cost_application"
    with pytest.raises(Refused, match="可以在 2026-11-02 前缴纳"):
        do(story, claim, "赵刚", key, date(2026, 11, 2), **asked)
    with pytest.raises(Refused, match="最早 2027-03-23"):
        do(story, claim, "赵刚", key, date(2026, 11, 3), **asked)
    with pytest.raises(Refused, match="缺少“申请强制执行标的情况”"):
        do(story, claim, "赵刚", key, day, **asked | {"materials": MATERIALS | {"assets": " "}})
    (draft,) = do(story, claim, "赵刚", key, day, **asked).papers
    assert (draft.state, draft.content["head"], len(draft.content["materials"])) == ("draft", "", 5)
    do(story, claim, "卫国", "return_cost_application", day, opinion="写明存款账户。")
    assert CostClaim.objects.get().state == "reminded"
    do(story, claim, "赵刚", key, day, **asked | {"assets": "农业银行账户存款。"})
    (paper,) = do(story, claim, "卫国", "apply_for_costs", day, opinion="同意。").papers
    names = ("head", "left", "assets", "substitute_served_on", "demand_served_on", "reminder_until")
    assert {name: paper.content[name] for name in names} == {
        "head": "卫国",
        "left": "8600.00",
        "assets": "农业银行账户存款。",
        "substitute_served_on": "2026-09-22",
        "demand_served_on": "2026-09-30",
        "reminder_until": "2026-11-02",
    }
    assert paper.number == "蒙样交执费申〔2027〕001号"
    assert "还欠 8600.00 元" in left(found, day), "asked for is not yet taken up"
    answer = {"accepted": False, "court_number": "", "court_reason": "材料不全。"}
    do(story, claim, "赵刚", "record_court_on_costs", day, **answer)
    do(story, claim, "赵刚", key, day, **asked)
    do(story, claim, "卫国", "apply_for_costs", day, opinion="同意。")
    answer = {"accepted": True, "court_number": "（2027）内0599行审1号", "court_reason": ""}
    do(story, claim, "赵刚", "record_court_on_costs", day, **answer)
    assert left(found, day) == "" and CostClaim.objects.get().state == "accepted"
    do(story, claim, "杨兰", "record_cost_payment", day, amount=Decimal(8600), receipt_number="DLX-3")
    assert CostClaim.objects.get().state == "paid", "what the court brings in still arrives"


def test_nobody_is_reminded_of_a_debt_that_was_not_made_known_to_him() -> None:
    found = told_by(cost.accounted)
    story, claim = found.story, found.subject
    with pytest.raises(Refused, match="缴纳通知书还没有送达"):
        do(story, claim, "赵刚", "remind_of_costs", cost.OVERDUE)
    # Served on 16 October: fifteen days end on Saturday, the 31st, and roll to Monday, 2 November.
    cost.served(story, cost.OVERDUE)
    with pytest.raises(Refused, match="2026-11-02 才届满"):
        do(story, claim, "赵刚", "remind_of_costs", date(2026, 11, 2))
    do(story, claim, "赵刚", "remind_of_costs", date(2026, 11, 3))
    assert CostClaim.objects.get().state == "reminded"

"""The guards of the costs of substitute performance: budget 8,600 yuan, carried out on 29 September 2026."""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.story import Story, at
from tests.cases.after_decision import COST_APPLICATION, do
from tests.cases.guard_rows.execution import WithRemedy, substitute_decided
from tests.cases.guard_table import Situation, Stories, row

DONE = date(2026, 9, 29)
ACCOUNTED = date(2026, 9, 30)
# Fifteen days from 30 September end on 15 October.
OVERDUE = date(2026, 10, 16)


def carried_out(stories: Stories) -> Situation:
    found = substitute_decided(stories)
    out = {"signed_by": "养护站 高某", "urgency": "", "cost": Decimal(8100), "carried_out_at": at(DONE, 10)}
    do(found.story, found.subject, "赵刚", "carry_out", DONE, **found.facts, **out)
    return Situation(found.story, found.officer, ACCOUNTED, account(found.story))


def account(story: Story, **facts: Any) -> dict[str, Any]:
    told = {
        "party": story.party,
        "execution": story.case.enforcements.get().execution,
        "clearing": None,
        "cost": Decimal(8600),
        "breakdown": "机械、人工、运输，票据附后。",
        "excess_reason": "",
        "prepaid": Decimal(0),
        "paid_back": "",
        "waiver": "",
    }
    return told | facts


@row("costs_are_still_to_be_accounted", "行政强制法:51.2", "还没有实施，或者费用已经决算", carried_out)
def _(now: Situation) -> None:
    now.facts["execution"].carried_out_at = None
    now.facts["execution"].save()


@row("cost_over_budget_is_explained", "行政强制法:51.2", "8601 元超过预算 8600.00 元，没有写明理由", carried_out)
def _(now: Situation) -> None:
    now.facts["cost"] = Decimal(8601)


def accounted(stories: Stories) -> Situation:
    found = carried_out(stories)
    claim: Any = found.story.handler("account_for_costs", ACCOUNTED, **found.facts).about
    return Situation(found.story, found.officer, OVERDUE, {}, claim)


def served(story: Story, on: date) -> None:
    """The latest demand, into the hands of the party."""
    paper = story.case.documents.filter(form_key="cost-demand").latest("pk")
    serving = {"receiver": "高宏", "receiver_relation": "法定代表人", "manner": "direct", "place": "样例旗"}
    serving |= {"second_server": story.cast["孙丽"], "document": paper}
    story.handler("serve_paper_on_party", on, **serving)


def demanded(stories: Stories) -> Situation:
    """Demanded and served on 30 September; the party is late on 16 October."""
    found = accounted(stories)
    served(found.story, ACCOUNTED)
    return found


@row("costs_are_overdue", "行政强制法:54", "到 2026-10-15 才届满", demanded)
def _(now: Situation) -> None:
    now.on = date(2026, 10, 15)


def being_paid(stories: Stories) -> Situation:
    found = demanded(stories)
    found.facts["amount"] = Decimal(8600)
    return found


@row("cost_is_not_overpaid", "行政强制法:51.2", "还欠 8600.00 元，不能登记 8601 元", being_paid)
def _(now: Situation) -> None:
    now.facts["amount"] = Decimal(8601)


def paid_in_full(stories: Stories) -> Situation:
    found = demanded(stories)
    paid = {"amount": Decimal(8600), "receipt_number": "DLX-1"}
    do(found.story, found.subject, "杨兰", "record_cost_payment", OVERDUE, **paid)
    return Situation(found.story, found.officer, OVERDUE)


@row("substitute_costs_are_settled", "行政强制法:51.2", "应承担代履行费用 8600.00 元，还欠 8600.00 元", paid_in_full)
def _(now: Situation) -> None:
    now.case.cost_claims.get().cost_payments.all().delete()
    now.case.cost_claims.update(**{"state": "demanded"})


def reminded_of_costs(stories: Stories) -> Situation:
    """Served on Monday, 19 October: ten working days end on 2 November. The decision to perform was served on 22
    September: six months end on 22 March 2027, three more on 22 June."""
    found = demanded(stories)
    story = found.story
    do(story, found.subject, "赵刚", "remind_of_costs", OVERDUE)
    served(story, date(2026, 10, 19))
    return WithRemedy(story, story.cast["卫国"], date(2027, 3, 23), {}, found.subject)


def proposed_to_the_court(stories: Stories) -> Situation:
    found = reminded_of_costs(stories)
    do(found.story, found.subject, "赵刚", "propose_cost_application", found.on, **COST_APPLICATION)
    return found


def brought_before_the_court(stories: Stories) -> Situation:
    found = proposed_to_the_court(stories)
    do(found.story, found.subject, "卫国", "apply_for_costs", found.on, opinion="同意。")
    return found


@row("cost_reminder_is_over", "行政强制法:54", "当事人可以在 2026-11-02 前缴纳", reminded_of_costs)
def _(now: Situation) -> None:
    now.on = date(2026, 11, 2)


@row("inside_the_window_for_costs", "行政强制法:53", "最早 2027-03-23，最迟 2027-06-22", reminded_of_costs)
def _(now: Situation) -> None:
    now.on = date(2027, 3, 22)

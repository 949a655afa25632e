"""How does case 2 go on after its decision: deferred, paid in part, reminded?"""

from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.story import Story
from cases.case_file import load_case_file
from cases.money import Account, account_of
from cases.services import Done, perform

INSTALMENTS = [
    {"due_on": date(2026, 7, 31), "amount": Decimal(26000)},
    {"due_on": date(2026, 8, 31), "amount": Decimal(26000)},
]
REMINDER = {"manner": "缴至指定银行。", "demands": "", "measures": ["surcharge", "court"], "other_measure": ""}
MATERIALS = {key: "1份" for key in ("application", "decision", "opinion", "assets", "other")}
APPLICATION = {
    "court": "样例旗人民法院",
    "requests": "强制执行罚款26000元和加处罚款26000元。",
    "assets": "货车一辆。",
    "urgency": "",
    "materials": MATERIALS,
}
COST_APPLICATION = {
    "court": "样例旗人民法院",
    "requests": "强制执行代履行费用8600元。",
    "assets": "银行账户存款。",
    "materials": MATERIALS,
}


def do(story: Story, subject: Any, who: str, key: str, on: date, **facts: Any) -> Done:
    return perform(subject, key, story.cast[who], on, **facts)


def account(story: Story, on: date) -> Account:
    return account_of(load_case_file(story.case.pk), story.party, on)


def pay(story: Story, on: date, amount: int) -> None:
    receipt = {"channel": "bank", "receipt_number": f"R{story.case.pk}-{on:%m%d}"}
    story.act("杨兰", "record_payment", on, party=story.party, amount=Decimal(amount), **receipt)


def plan(story: Story) -> Any:
    asked = {"party": story.party, "kind": "instalments", "reason": "经营困难。", "proof": "银行流水、纳税证明。"}
    made = story.handler("request_plan", date(2026, 7, 6), **asked).about
    done = do(story, made, "卫国", "approve_plan", date(2026, 7, 8), instalments=INSTALMENTS, opinion="同意。")
    story.case.refresh_from_db()
    return done


def pay_the_first_two(story: Story) -> None:
    plan(story)
    pay(story, date(2026, 7, 10), 26000)
    pay(story, date(2026, 7, 31), 26000)


def remind(story: Story) -> Any:
    """Begun and reminded on 2 September, served on the 3rd."""
    begun = story.handler("begin_enforcement", date(2026, 9, 2), party=story.party, duty="缴纳罚款。").about
    amount = account(story, date(2026, 9, 2)).left
    do(story, begun, "赵刚", "remind", date(2026, 9, 2), party=story.party, amount=amount, **REMINDER)
    paper = story.case.documents.get(form_key="reminder")
    receiver = {"receiver": "高宏", "receiver_relation": "法定代表人", "manner": "direct", "place": "样例旗"}
    serving = receiver | {"second_server": story.cast["孙丽"]}
    do(story, begun, "赵刚", "serve", date(2026, 9, 3), document=paper, **serving)
    return begun

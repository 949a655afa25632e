"""Is given back, put back or paid for what was carried out wrongly or sold too cheaply (行政强制法 28.2, 41)?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.act import Ask
from cases.case_file import load_case_file
from cases.guards.restitution import everything_is_made_good
from cases.making_good import owed, possibly_mistaken
from cases.models import CoerciveMeasure, Restitution
from cases.services import Refused
from tests.cases.guard_rows.restitution import FALLEN, fallen_after_it_was_carried_out, given_back
from tests.cases.holding import detained, do, measure_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return hire_everyone("quick")


def left(story: Story, on: date = FALLEN) -> str:
    return " ".join(map(str, everything_is_made_good.check(Ask(load_case_file(story.case.pk), story.cast["李明"], on))))


def test_a_licence_taken_by_a_decision_that_fell_is_given_back_by_an_order_with_its_term(cast: Cast) -> None:
    story = fallen_after_it_was_carried_out(cast)
    assert "“样例顺达运输有限公司：吊销许可证件”还没有恢复、退还" in left(story)
    with pytest.raises(Refused, match="还没有恢复、退还"):
        story.handler("propose_closing", FALLEN, closing_note="决定已撤销。", opinion="建议结案。")
    asked: Any = story.handler("propose_restitution", FALLEN, **given_back(story)).about
    assert "待决定恢复或者补偿" in left(story), "asked for is not done"
    done = story.act_on(asked, "卫国", "approve_restitution", FALLEN, within=10, opinion="同意发还。")
    (paper,) = done.papers
    assert (paper.form_key, paper.content["manner"], paper.content["within"]) == ("restitution-decision", "licence", 10)
    assert "吊销许可证件" in paper.content["subject"]
    term = story.case.terms.get(key="restitution")
    # 20 May and ten days: Saturday the 30th rolls to Monday, 1 June.
    assert (term.due_on, term.party, term.nature) == (date(2026, 6, 1), story.party, "duty")
    day = date(2026, 5, 25)
    story.act_on(asked, "李明", "carry_out_restitution", day, done_how="发还正副本。", proof="马顺的收条")
    assert left(story, day) == "" and story.case.terms.get(key="restitution").ending == "met"


def test_what_cannot_be_put_back_becomes_a_claim_for_damages(cast: Cast) -> None:
    story = fallen_after_it_was_carried_out(cast)
    asked: Any = story.handler("propose_restitution", FALLEN, **given_back(story)).about
    story.act_on(asked, "卫国", "approve_restitution", FALLEN, within=10, opinion="同意发还。")
    told = "2026年5月22日告知书，可以依照国家赔偿法第九条申请"
    day = date(2026, 5, 22)
    story.act_on(asked, "卫国", "turn_to_damages", day, opinion="证件已被发证机关注销。", told=told)
    assert Restitution.objects.get().state == "turned" and left(story, day) == ""
    assert story.case.terms.get(key="restitution").ending == "moot"


def test_money_that_a_changed_decision_no_longer_asks_keeps_the_case_open(cast: Cast) -> None:
    story = fallen_after_it_was_carried_out(cast)
    paid = {"amount": Decimal(6000), "channel": "bank", "receipt_number": "R-1"}
    story.case.payments.create(party=story.party, paid_on=date(2026, 4, 10), entered_by=cast["杨兰"], **paid)
    assert "多缴的 6000.00 元还没有提请退还" in left(story)
    facts = {"party": story.party, "ground": "changed", "amount": Decimal(6000), "reason": "决定已撤销。"}
    story.act("杨兰", "request_refund", FALLEN, **facts)
    assert "多缴" not in left(story)


def test_what_stands_is_made_good_only_where_it_was_carried_out_wrongly(cast: Cast) -> None:
    story = fallen_after_it_was_carried_out(cast)
    story.case.decisions.update(effect="standing")
    file = load_case_file(story.case.pk)
    assert owed(file) == [] and [one.ground for one in possibly_mistaken(file)] == ["mistaken"]
    with pytest.raises(Refused, match="没有这样的事项"):
        story.handler("propose_restitution", FALLEN, **given_back(story))
    assert story.handler("propose_restitution", FALLEN, **given_back(story, ground="mistaken")).about


def sold(cast: Cast, proceeds: int) -> Story:
    """Valued at 500 yuan, sold on 8 May, then released."""
    story = detained(cast)
    day = date(2026, 5, 8)
    facts = {"ground": "perishable", "manner": "sale", "basis": "行政强制法:28.2", "reason": "易变质。"}
    facts |= {"valuation": Decimal(500), "valued_by": "市场价", "auction_house": "", "house_licence": ""}
    do(story, "赵刚", "propose_disposal", day, things=list(measure_of(story).things.all()), **facts)
    disposal = story.case.disposals.get()
    do(story, "卫国", "approve_disposal", day, about=disposal, opinion="同意。")
    done = {"receiver": "样例旗超市", "proceeds": Decimal(proceeds), "receipt": "收据1号"}
    do(story, "赵刚", "carry_out_disposal", day, about=disposal, **done)
    do(story, "卫国", "release_measure", day, ground=5, opinion="不再需要。")
    return story


def test_the_loss_by_a_sale_far_below_the_value_is_compensated_before_the_proceeds_go_back(cast: Cast) -> None:
    story, day = sold(cast, 349), date(2026, 5, 8)
    back = {"returned_to": "高宏", "return_note": "一致。", "proceeds": Decimal(349)}
    with pytest.raises(Refused, match="明显低于估价"):
        do(story, "赵刚", "return_things", day, **back)
    facts = given_back_for(story) | {"amount": Decimal(151), "reckoning": "估价500元，所得349元。"}
    asked: Any = story.handler("propose_restitution", day, **facts).about
    with pytest.raises(Refused, match="还没有决定"):
        do(story, "赵刚", "return_things", day, **back)
    (paper,) = story.act_on(asked, "卫国", "approve_restitution", day, within=15, opinion="同意补偿。").papers
    assert (paper.content["amount"], paper.content["ground"]) == ("151.00", "low_price")
    do(story, "赵刚", "return_things", day, **back)
    assert CoerciveMeasure.objects.get().state == "returned"
    assert "待办理" in left(story, day), "ordered is not yet paid"
    story.act_on(asked, "赵刚", "carry_out_restitution", day, done_how="已汇付。", proof="国库支付凭证1号")
    assert left(story, day) == ""


def test_a_fair_price_is_no_loss_and_the_head_may_refuse(cast: Cast) -> None:
    assert owed(load_case_file(sold(cast, 350).case.pk)) == []
    story, day = sold(cast, 100), date(2026, 5, 8)
    facts = given_back_for(story) | {"amount": Decimal(400), "reckoning": "差额。"}
    asked: Any = story.handler("propose_restitution", day, **facts).about
    story.act_on(asked, "卫国", "refuse_restitution", day, opinion="货物已变质，市场价就是100元，没有损失。")
    assert left(story, day) == ""


def given_back_for(story: Story) -> dict[str, Any]:
    rows = {"performance": None, "measure": None, "execution": None, "disposal": story.case.disposals.get()}
    told = {"party": story.party, "ground": "low_price", "manner": "compensate", "what": "低价变卖的损失"}
    return rows | told | {"reason": "两家市场报价。"}

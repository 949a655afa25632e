"""What does the form of a charge ask, so that a penalty can be reckoned?"""

from datetime import date
from typing import Any

import pytest

from bureau.sample.identities import credit_code
from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods
from bureau.sample.story import Story
from cases.case_file import load_case_file
from cases.forms.facts import ChargeForm
from cases.models import Charge

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 26)


@pytest.fixture
def story(db: None) -> Story:
    """Back in the investigation, with one charge."""
    told = dangerous_goods(hire_everyone("quick"), until="notified")
    told.handler("reopen_investigation", TODAY, opinion="补充调查。")
    return told


def form(story: Story, **typed: Any) -> ChargeForm:
    charge = story.case.charges.first()
    asked = {"on": "2026-05-26", "party": charge.party_id, "conduct_on": charge.conduct_on, "facts": "另查明。"}
    file = load_case_file(story.case.pk)
    return ChargeForm(asked | typed, file=file, officer=story.cast["赵刚"], today=TODAY)


def test_a_second_charge_of_the_same_day_asks_whether_it_is_the_same_act(story: Story) -> None:
    unanswered = form(story, violation_code="KY-014")
    assert unanswered.errors["same_act_as"] == ["当事人同一天已有违法行为，请选择是不是同一个行为。"]
    other = form(story, violation_code="KY-014", same_act_as="other")
    assert other.is_valid() and other.to_facts()["same_act_as"] is None
    first = story.case.charges.get()
    same = form(story, violation_code="KY-014", same_act_as=str(first.pk))
    assert same.is_valid() and same.to_facts()["same_act_as"] == first


def test_a_charge_of_another_day_or_party_asks_nothing(story: Story) -> None:
    assert form(story, violation_code="KY-014", conduct_on="2026-05-20").is_valid()
    firm = {"kind": "organisation", "name": "样例另一公司", "uscc": credit_code(77), "representative": "甲"}
    party = story.handler("add_party", TODAY, address="样例旗", **firm).about
    assert form(story, violation_code="KY-014", party=party.pk).is_valid()


def test_the_first_charge_is_not_asked(story: Story) -> None:
    story.handler("withdraw_charge", TODAY, charge=story.case.charges.get(), reason="事实不清。")
    assert "same_act_as" not in form(story).fields


def test_several_rules_on_one_act_hang_on_the_first_of_them(story: Story) -> None:
    first = story.case.charges.get()
    second = add(story, "KY-014", first)
    third = add(story, "KY-003", second)
    assert (second.same_act_as, third.same_act_as) == (first, first)
    assert {one.act_key for one in (first, second, third)} == {str(first.pk)}


def add(story: Story, code: str, twin: Charge) -> Charge:
    facts = {"party": twin.party, "violation_code": code, "conduct_on": twin.conduct_on, "facts": "同一行为。"}
    found: Charge = story.handler("add_charge", TODAY, same_act_as=twin, **facts).about
    return found


def test_a_fine_by_the_price_of_the_contract_asks_for_the_price(story: Story) -> None:
    missing = form(story, violation_code="GC-005", same_act_as="other")
    assert missing.errors["base_amount"] == ["这一条按工程合同价款的比例罚款，填写工程合同价款。"]
    assert form(story, violation_code="GC-005", same_act_as="other", base_amount="5000000").is_valid()


def test_conduct_does_not_end_before_it_began(story: Story) -> None:
    wrong = form(story, violation_code="KY-014", same_act_as="other", ended_on="2026-01-01")
    assert wrong.errors["ended_on"] == ["行为终了日期不能早于行为发生日期。"]

"""What do those who propose, approve and decide see of the reckoning, and whose business stays hidden?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from bureau.sample.people import hire_everyone
from bureau.sample.stories import dangerous_goods, overload
from bureau.sample.story import Cast, Story, at
from cases.act import acts_of
from cases.case_file import load_case_file
from cases.models import Case, Charge, Reckoning
from cases.screens.reckoning import Panel, reckoning_panel
from officers.models import Officer
from tests.journeys.pages import Page

pytestmark = pytest.mark.django_db
APRIL = date(2026, 4, 2)


@pytest.fixture
def cast(db: None, time_machine: Any) -> Cast:
    time_machine.move_to(at(date(2026, 7, 1), 10), tick=False)
    return hire_everyone("quick")


def look(officer: Officer, story: Story, key: str) -> Page:
    browser = Client()
    browser.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    path = f"/cases/{story.case.pk}/act/{key}/"
    answer = browser.get(path)
    assert answer.status_code == 200
    return Page(path, 200, answer.content.decode())


def panel(officer: Officer, story: Story, key: str) -> Panel:
    found = reckoning_panel(load_case_file(story.case.pk), acts_of(Case)[key], officer, timezone.localdate())
    assert found is not None
    return found


def same_firm(*stories: Story) -> None:
    """All are against the firm of the last story."""
    code = stories[-1].case.parties.get().uscc
    for story in stories:
        story.case.parties.update(uscc=code)


def test_the_head_sees_how_the_fine_was_reckoned_before_deciding(cast: Cast) -> None:
    story = overload(cast, until="ready")
    text = look(cast["卫国"], story, "decide_penalty").text
    assert "超限 12,320 千克" in text and "12 × 500 元 = 6,000 元" in text and "数额固定" in text
    assert "本单位没有对该当事人处罚过" in text and "还没有同类案件" in text


def test_an_earlier_penalty_of_the_same_firm_is_shown_and_counted(cast: Cast) -> None:
    first = overload(cast, serial=1, until="paid")
    second = overload(cast, serial=2, start=date(2026, 5, 11), until="ready")
    same_firm(first, second)
    (party,) = panel(cast["卫国"], second, "decide_penalty").parties
    (earlier,) = party.earlier
    assert (earlier.number, earlier.repeats) == (first.case.number, True)
    assert earlier.url == f"/cases/{first.case.pk}/"
    assert party.charges[0].warnings == ["查到同一种违法行为的处罚，没有认定为再犯。"]


def test_a_penalty_more_than_twelve_months_before_the_conduct_is_shown_but_not_counted(cast: Cast) -> None:
    first = overload(cast, serial=1, until="paid")
    second = overload(cast, serial=2, start=date(2026, 5, 11), until="ready")
    same_firm(first, second)
    decided = first.case.decisions.get().decided_on
    second.case.charges.update(conduct_on=decided.replace(year=2027))
    assert panel(cast["卫国"], second, "decide_penalty").parties[0].earlier[0].repeats
    second.case.charges.update(conduct_on=date(2027, decided.month, decided.day + 1))
    (party,) = panel(cast["卫国"], second, "decide_penalty").parties
    assert [one.repeats for one in party.earlier] == [False]
    assert party.charges[0].warnings == []


def test_a_namesake_is_not_the_same_party(cast: Cast) -> None:
    overload(cast, serial=1, until="paid")
    second = overload(cast, serial=2, start=date(2026, 5, 11), until="ready")
    assert panel(cast["卫国"], second, "decide_penalty").parties[0].earlier == []


def test_conduct_before_an_earlier_penalty_may_be_the_same_act(cast: Cast) -> None:
    first = overload(cast, serial=1, until="paid")
    second = overload(cast, serial=2, start=date(2026, 5, 11), until="ready")
    same_firm(first, second)
    second.case.charges.update(conduct_on=first.case.charges.get().conduct_on)
    (party,) = panel(cast["卫国"], second, "decide_penalty").parties
    assert any("第二十九条" in one for one in party.charges[0].warnings)


def test_like_cases_are_told_with_median_and_range(cast: Cast) -> None:
    for serial, fine in ((1, 4000), (2, 9000), (3, 5000)):
        story = overload(cast, serial=serial, until="served")
        story.case.charges.get().sanctions.update(fine=Decimal(fine))
    story = overload(cast, serial=4, start=date(2026, 5, 11), until="ready")
    (group,) = panel(cast["卫国"], story, "decide_penalty").likes
    assert (group.median, group.low, group.high) == (5000, 4000, 9000)
    assert [one.fine for one in group.rows] == [5000, 9000, 4000], "the newest comes first"
    page = look(cast["卫国"], story, "decide_penalty").text
    assert "最近 3 件：罚款中位数 5,000 元，最低 4,000 元，最高 9,000 元" in page


def test_like_cases_name_nobody_and_link_only_to_what_one_may_see(cast: Cast) -> None:
    foreign = overload(cast, serial=1, until="paid")
    foreign.case.parties.update(name="另案当事人有限公司")
    story = overload(cast, serial=2, start=date(2026, 5, 11), until="approved")
    Case.objects.filter(pk=story.case.pk).update(state="report_endorsed")
    page = look(cast["卫国"], story, "approve_report").text
    assert "另案当事人" not in page and foreign.case.number in page
    (group,) = panel(cast["卫国"], story, "approve_report").likes
    assert group.rows[0].url
    # A handler of another unit may not open that case.
    stranger = cast["赵刚"]
    if not Case.objects.visible_to(stranger).filter(pk=foreign.case.pk).exists():
        (group,) = panel(stranger, story, "approve_report").likes
        assert (group.rows[0].number, group.rows[0].url) == (foreign.case.number, "")


def test_the_number_of_queries_does_not_grow(cast: Cast, django_assert_max_num_queries: Any) -> None:
    stories = [overload(cast, serial=serial, until="served") for serial in (1, 2, 3)]
    story = overload(cast, serial=4, start=date(2026, 5, 11), until="ready")
    same_firm(*stories, story)
    file = load_case_file(story.case.pk)
    with django_assert_max_num_queries(7):
        found = reckoning_panel(file, acts_of(Case)["decide_penalty"], cast["卫国"], APRIL)
    assert found and len(found.parties[0].earlier) == 3


def test_pages_of_other_acts_ask_nothing(cast: Cast, django_assert_num_queries: Any) -> None:
    file = load_case_file(overload(cast, until="approved").case.pk)
    with django_assert_num_queries(0):
        assert reckoning_panel(file, acts_of(Case)["add_evidence"], cast["李明"], APRIL) is None


# --- the report -----------------------------------------------------------------------------------
def reporting(cast: Cast) -> Story:
    """The dangerous goods just before their report: 26,000 yuan of income."""
    story = dangerous_goods(cast, until="notified")
    story.handler("reopen_investigation", date(2026, 5, 26), opinion="重新提出。")
    return story


def test_what_is_left_empty_is_what_was_reckoned(cast: Cast) -> None:
    story = reporting(cast)
    charge = story.case.charges.get()
    typed = report_of(charge, circumstances=["cooperative"])
    page = submit(cast["赵刚"], story, typed | {"step": "check"})
    # 52,000 to 260,000: the lower 30 % end at 114,400, their middle is 83,200.
    assert "建议罚款 83,200 元" in page.text and "83200" in page.text.replace(",", "")
    submit(cast["赵刚"], story, typed | {"step": "do"})
    kept = Reckoning.objects.get(charge=charge, round=2)
    assert (kept.circumstances, kept.effect, kept.level_title) == (["cooperative"], "lighten", "从轻")
    assert (kept.tier_low, kept.tier_high, kept.amount) == (52000, 114400, 83200)
    sanction = charge.sanctions.get(stage="proposed", round=2)
    assert sanction.fine == 83200
    assert sanction.reason == (
        "积极配合调查，如实陈述违法事实并主动提供证据材料（从轻），按“从轻”等次在法定幅度内确定罚款数额。"
    )


def test_another_sum_than_the_step_s_needs_a_reason(cast: Cast) -> None:
    story = reporting(cast)
    charge = story.case.charges.get()
    typed = report_of(charge, fine="52000") | {"step": "check"}
    page = submit(cast["赵刚"], story, typed, status=409)
    assert "不在建议的“一般”等次" in page.text and "第三十四条" in page.text
    submit(cast["赵刚"], story, typed | {f"reason_{charge.pk}": "初次违法并已停止运输。"})


def test_below_the_minimum_only_where_the_law_lets_it_be_mitigated(cast: Cast) -> None:
    story = reporting(cast)
    charge = story.case.charges.get()
    low = report_of(charge, fine="30000", level="mitigated") | {"step": "check", f"reason_{charge.pk}": "情有可原。"}
    page = submit(cast["赵刚"], story, low, status=409)
    assert "没有查明法定的减轻情形" in page.text
    submit(cast["赵刚"], story, low | {f"circumstances_{charge.pk}": ["coerced"]})


def test_two_rules_on_one_act_carry_one_fine(cast: Cast) -> None:
    story = reporting(cast)
    charge = story.case.charges.get()
    twin = second_charge(charge)
    typed = report_of(charge) | report_of(twin)
    page = submit(cast["赵刚"], story, typed | {"step": "check"})
    assert "只按罚款数额高的规定" in page.text
    submit(cast["赵刚"], story, typed | {"step": "do"})
    fined = {one.charge_id: one for one in story.case.charges.get(pk=twin.pk).sanctions.filter(round=2)}
    assert (fined[twin.pk].fine, fined[twin.pk].kinds) == (0, [])
    assert "第二十九条" in fined[twin.pk].reason
    assert charge.sanctions.get(round=2).fine == 156000


def test_fining_the_same_act_twice_is_refused(cast: Cast) -> None:
    story = reporting(cast)
    charge = story.case.charges.get()
    twin = second_charge(charge)
    typed = report_of(charge) | report_of(twin, fine="4000")
    page = submit(cast["赵刚"], story, typed | {"step": "check"}, status=409)
    assert "只能按罚款数额高的规定罚款一次" in page.text and "第二十九条" in page.text


def second_charge(charge: Charge) -> Charge:
    """Another rule on the same act, proved by the same evidence."""
    twin = charge.case.charges.create(
        party=charge.party, violation_code="KY-014", conduct_on=charge.conduct_on, facts="无证。", same_act_as=charge
    )
    for evidence in charge.case.evidence.filter(links__charge=charge).distinct():
        evidence.links.create(charge=twin, line=1)
    return twin


def report_of(
    charge: Charge, *, fine: str = "", level: str = "", circumstances: tuple[str, ...] | list[str] = ()
) -> Any:
    income = charge.illegal_income
    kinds = ["fine", "confiscate_income"] if income else ["fine"]
    return {
        "on": "2026-05-26",
        "recommendation": "penalty",
        "findings": "查明的事实。",
        "opinion": "建议处罚。",
        f"kinds_{charge.pk}": kinds,
        f"fine_{charge.pk}": fine,
        f"confiscation_{charge.pk}": str(income) if income else "",
        f"circumstances_{charge.pk}": list(circumstances),
        f"level_{charge.pk}": level,
    }


def submit(officer: Officer, story: Story, typed: dict[str, Any], status: int = 200) -> Page:
    browser = Client()
    browser.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    path = f"/cases/{story.case.pk}/act/conclude_investigation/"
    answer = browser.post(path, typed)
    assert answer.status_code in ((302,) if typed["step"] == "do" else (status,)), Page(
        path, answer.status_code, answer.content.decode()
    ).text[:3000]
    html = answer.content.decode() or "<html><body><h1>.</h1></body></html>"
    return Page(path, answer.status_code, html)

"""On which days do the terms of whole cases end, counted by hand on the State Council's calendar of 2026?"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bureau.sample import stories
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story
from cases.models import Case, Term
from cases.services import Refused
from tests.cases import situations

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(time_machine: Any) -> Cast:
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    return hire_everyone()


def term(story: Story, key: str) -> Term:
    return story.case.terms.get(key=key)


def due(story: Story) -> dict[str, str]:
    return {one.key: one.due_on.isoformat() for one in story.case.terms.all()}


def test_the_terms_of_case_1_fall_on_the_days_counted_by_hand(cast: Cast) -> None:
    story = stories.overload(cast, until="paid")
    assert due(story) == {
        "filing": "2026-03-19",  # 7 working days after Tuesday 10 March
        "decide": "2026-06-08",  # 90 days after 10 March: 21 + 30 + 31 + 8
        "statement": "2026-03-23",  # 3 working days after Wednesday 18 March
        "serve_decision": "2026-04-14",  # 7 working days after 2 April; 4 to 6 April is Qingming
        "publish": "2026-04-14",
        "payment": "2026-04-20",  # 15 days after 3 April is Saturday 18 April
        "reconsideration": "2026-06-02",  # 60 days after 3 April
        "litigation": "2026-10-08",  # 6 months after 3 April is in the National Day week (1 to 7 October)
    }
    ended = {one.key: (one.ended_on, one.ending) for one in story.case.terms.exclude(ended_on=None)}
    assert ended == {
        "filing": (date(2026, 3, 10), "met"),
        "decide": (date(2026, 4, 2), "met"),
        "serve_decision": (date(2026, 4, 3), "met"),
        "payment": (date(2026, 4, 10), "met"),
    }


def test_the_terms_of_case_2_skip_the_may_holiday_and_work_its_saturday(cast: Cast) -> None:
    story = stories.dangerous_goods(cast, until="notified")
    assert due(story) == {
        "filing": "2026-05-14",  # 7 working days after Wednesday 6 May: 7, 8, 9 (Saturday worked), 11 to 14
        "decide": "2026-08-05",  # 90 days after 7 May: 24 + 30 + 31 + 5
        "statement": "2026-05-21",  # 3 working days after Monday 18 May
        "hearing_request": "2026-05-25",  # 5 working days after 18 May
    }
    assert term(story, "hearing_request").derivation == (
        "2026-05-18 违法行为通知书送达，次日 5月19日 起算，5 个工作日（跳过 5月23日、24日周末），截止 2026-05-25"
    )
    assert all(one.derivation and one.basis for one in story.case.terms.all())


def test_a_small_fine_opens_no_hearing_term_and_a_grave_one_does(cast: Cast) -> None:
    small, grave = stories.overload(cast, until="ready"), stories.dangerous_goods(cast, until="notified")
    assert not small.case.terms.filter(key="hearing_request").exists()
    assert grave.case.terms.filter(key="hearing_request").count() == 1


def test_the_decision_period_is_extended_once_by_thirty_days_with_a_reason(cast: Cast) -> None:
    story = stories.dangerous_goods(cast, until="notified")
    story.act("卫国", "extend_decision_period", date(2026, 7, 1), reason="需要补充鉴定。")
    extended = term(story, "decide")
    assert extended.due_on == date(2026, 9, 4)  # 5 August and 30 days, a Friday
    assert extended.ended_on is None
    extension = extended.extensions.get()
    assert (extension.previous_due_on, extension.due_on) == (date(2026, 8, 5), date(2026, 9, 4))
    assert (extension.reason, extension.days, extension.approved_by) == ("需要补充鉴定。", 30, cast["卫国"])
    with pytest.raises(Refused, match="已经延长过一次"):
        story.act("卫国", "extend_decision_period", date(2026, 7, 2), reason="再次延长。")
    assert term(story, "decide").due_on == date(2026, 9, 4)


def test_a_period_that_has_ended_cannot_be_extended(cast: Cast) -> None:
    story = stories.dangerous_goods(cast, until="notified")
    with pytest.raises(Refused, match="2026-08-05 届满"):
        story.act("卫国", "extend_decision_period", date(2026, 8, 6), reason="迟了。")


def test_an_excused_publication_ends_with_its_reason(cast: Cast) -> None:
    story = stories.overload(cast, until="served")
    story.exempt(date(2026, 4, 13), "涉及商业秘密。")
    publish = term(story, "publish")
    assert (publish.ending, publish.ended_on, publish.note) == ("excused", date(2026, 4, 13), "涉及商业秘密。")


def test_reopening_the_investigation_ends_the_partys_terms_as_moot(cast: Cast) -> None:
    story = stories.dangerous_goods(cast, until="notified")
    story.handler("reopen_investigation", date(2026, 5, 20), opinion="补充调查装载质量。")
    ended = {one.key: one.ending for one in story.case.terms.exclude(ended_on=None)}
    assert ended == {"filing": "met", "statement": "moot", "hearing_request": "moot"}
    assert story.case.terms.get(key="decide").ended_on is None  # the 90 days go on


# --- two parties ---------------------------------------------------------------------------------------
@pytest.fixture
def notified(time_machine: Any) -> Story:
    """A firm (grave) and a trader (small) in one case; notices are served two days apart."""
    time_machine.move_to("2026-11-02 02:00Z", tick=False)
    world = situations.build_world()
    story = situations.lead(world.cast, "两名当事人")
    situations.add_party(story, situations.FIRM, "WH-001")
    situations.add_party(story, situations.TRADER, "HY-012")
    story.record_scene(situations.START, "货车停于路边，驾驶人不能出示许可证件。", "田大力", "驾驶人")
    story.evidence(situations.START, "documentary", "证件复印件", "当事人", "没有许可")
    story.file_case(situations.START, head="蒋平")
    sanctions = {one.pk: situations.SANCTIONS[one.violation_code] for one in story.case.charges.all()}
    report = {"recommendation": "penalty", "findings": "查明的事实。", "opinion": "建议处罚。", "sanctions": sanctions}
    story.conclude(date(2026, 3, 3), head="蒋平", **report)
    story.handler("issue_notice", date(2026, 3, 4))
    return story


def serve_notice(story: Story, party: str, on: date) -> None:
    document = story.case.documents.get(form_key="violation-notice", party__name=party)
    how = {"manner": "direct", "place": "样例镇", "receiver": party, "receiver_relation": "本人"}
    story.handler("serve_notice", on, document=document, second_server=story.cast["王强"], **how)


def test_each_partys_terms_run_from_the_service_on_that_party(notified: Story) -> None:
    serve_notice(notified, situations.FIRM["name"], date(2026, 3, 5))
    serve_notice(notified, situations.TRADER["name"], date(2026, 3, 9))
    found = {
        (one.party.name[:4], one.key): one.due_on.isoformat()
        for one in notified.case.terms.filter(nature="right").select_related("party")
    }
    assert found == {
        ("样例宏达", "statement"): "2026-03-10",  # Thursday 5 March: 6, 9, 10
        ("样例宏达", "hearing_request"): "2026-03-12",
        ("样例旗老", "statement"): "2026-03-12",  # Monday 9 March: 10, 11, 12
    }


def test_payment_of_one_party_does_not_end_the_other_partys_term(cast: Cast) -> None:
    story = stories.overload(cast, until="served")
    other = Case.objects.get(pk=story.case.pk).parties.create(
        kind="organisation", name="另一单位", uscc="91159999MA0000001R", address="样例镇"
    )
    mine = term(story, "payment")
    theirs = story.case.terms.create(
        party=other,
        **{name: getattr(mine, name) for name in ("key", "title", "nature", "basis", "opened_on", "due_on")},
    )
    party = mine.party
    pay = {"party": party, "channel": "bank"}
    story.act("杨兰", "record_payment", date(2026, 4, 8), amount=Decimal(2000), receipt_number="A1", **pay)
    assert term_of(mine).ended_on is None  # a part is not the whole
    story.act("杨兰", "record_payment", date(2026, 4, 9), amount=Decimal(4000), receipt_number="A2", **pay)
    assert (term_of(mine).ended_on, term_of(theirs).ended_on) == (date(2026, 4, 9), None)


def term_of(one: Term) -> Term:
    return Term.objects.get(pk=one.pk)

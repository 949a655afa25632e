"""Which clocks run around a hearing, whose turn is it, and what stays of what a party was told?"""

from datetime import date

import pytest

from bureau.sample.dangerous_goods import dangerous_goods
from bureau.sample.people import hire_everyone
from bureau.sample.story import Cast, Story, at
from cases.case_file import load_case_file
from cases.duties import APART, bars_of
from cases.models import Hearing, Term
from cases.notified import differences, late_evidence
from cases.screens.worklist import worklist
from cases.services import Refused
from officers.models import Officer, RoleGrant
from officers.roles import Role

pytestmark = pytest.mark.django_db
CONVENED, NEW_NOTICE, HELD = date(2026, 5, 25), date(2026, 5, 28), date(2026, 6, 9)


@pytest.fixture
def cast() -> Cast:
    return hire_everyone("quick")


@pytest.fixture
def story(cast: Cast) -> Story:
    """Asked for on 22 May 2026, announced on Monday the 25th for Friday 5 June."""
    story = dangerous_goods(cast, until="notified")
    story.handler("request_hearing", date(2026, 5, 22), party=story.party, oral=False)
    people = {"chair": cast["褚文"], "recorder": cast["朱玉"], "is_public": True, "private_reason": ""}
    story.with_hearing("赵刚", "convene_hearing", CONVENED, **people, set_for=at(date(2026, 6, 5), 9), place="听证室")
    return story


def terms(story: Story, key: str) -> list[tuple[str, str]]:
    rows = Term.objects.filter(case=story.case, key=key).order_by("pk")
    return [(one.due_on.isoformat(), one.ending) for one in rows]


def postpone(story: Story) -> None:
    facts = {"ground": "postponed-other", "reason": "停电。", "set_for": at(HELD, 9), "place": "听证室"}
    story.with_hearing("褚文", "postpone_hearing", NEW_NOTICE, **facts)


def verbs(officer: Officer, on: date) -> list[str]:
    return [row.verb for group in worklist(officer, on) for row in group.rows if group.key in ("today", "mine")]


def test_the_period_before_the_hearing_is_counted_anew_when_it_is_put_off(story: Story) -> None:
    # 26–29 May and 1–3 June; then 29 May, 1–5 and 8 June.
    assert terms(story, "hearing_notice") == [("2026-06-03", "")]
    postpone(story)
    assert terms(story, "hearing_notice") == [("2026-06-03", "met"), ("2026-06-08", "")]
    assert Hearing.objects.get().convened_on == NEW_NOTICE


def test_a_convened_hearing_waits_for_its_own_chair_and_for_no_other(story: Story, cast: Cast) -> None:
    RoleGrant.objects.create(officer=cast["韩雪"], role=Role.HEARING_CHAIR, granted_on=date(2026, 1, 1))
    own, other = Officer.objects.get(name="褚文"), Officer.objects.get(name="韩雪")
    assert verbs(own, date(2026, 6, 5)) == ["登记听证笔录"]
    assert verbs(other, date(2026, 6, 5)) == []


def test_who_chaired_cannot_be_assigned_to_the_case(story: Story, cast: Cast) -> None:
    with pytest.raises(Refused, match="褚文审核、听证、表决或者决定过本案"):
        story.act("冯涛", "assign_officer", CONVENED, assigned=cast["褚文"], reason="增加力量。")


def test_functions_are_kept_apart_in_both_directions() -> None:
    pairs = {(one.name, function) for one in APART for function in one.functions}
    assert {
        ("hearing_chair_apart", "handler"),
        ("hearing_chair_apart", "reviewer"),
        ("hearing_recorder_apart", "handler"),
        ("hearing_recorder_apart", "reviewer"),
        ("reviewer_apart", "hearing"),
        ("handler_apart", "hearing"),
        ("handler_apart", "reviewer"),
    } <= pairs
    assert {bar.table for bar in bars_of() if bar.name.startswith("handler_apart")} == {"cases_caseofficer"}


def test_a_case_with_an_open_hearing_is_not_reopened_over_the_chair_s_head(story: Story) -> None:
    with pytest.raises(Refused, match="要求的听证还没有举行"):
        story.handler("reopen_investigation", CONVENED, opinion="重新告知。")
    story.with_hearing("褚文", "end_hearing", CONVENED, ground="ended-notice-withdrawn", reason="重新告知。")
    story.handler("reopen_investigation", CONVENED, opinion="重新告知。")
    assert story.case.state == "investigating"


def test_what_a_party_was_told_is_frozen(story: Story) -> None:
    file = load_case_file(story.case.pk)
    assert list(differences(file, story.party)) == []
    story.case.charges.update(facts="另一事实。")
    story.case.parties.update(name="另一公司")
    file = load_case_file(story.case.pk)
    assert [str(one) for one in differences(file, file.parties[0])] == ["当事人", "违法事实"]


def test_evidence_that_comes_after_the_notice_is_late(story: Story) -> None:
    assert late_evidence(load_case_file(story.case.pk)) == []
    story.evidence(NEW_NOTICE, "documentary", "称重单", "治超站", "质量")
    assert [one.title for one in late_evidence(load_case_file(story.case.pk))] == ["称重单"]

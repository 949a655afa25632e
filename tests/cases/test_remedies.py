"""Does an outcome of a reconsideration or a lawsuit flow back into the case as the law says?

The dates are counted by hand on the calendar of 2026: Labour Day was 1 to 5 May, 9 May a working Saturday.
"""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from bureau.sample.people import hire_everyone
from bureau.sample.stories import overload
from bureau.sample.story import Cast, Story
from cases.case_file import load_case_file
from cases.models import Decision
from cases.services import Refused, perform
from tests.cases.remedy_steps import annul, outcome, reconsider, step

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return hire_everyone("quick")


@pytest.fixture
def served(cast: Cast) -> Story:
    """Fined 6,000 yuan; the decision was served on 2026-04-03."""
    return overload(cast, until="served")


@pytest.fixture
def published(cast: Cast) -> Story:
    """The same, paid on 2026-04-10 and published by 2026-04-14."""
    story = overload(cast, until="closed")
    return story


def refusals(run: Any, *args: Any, **facts: Any) -> str:
    with pytest.raises(Refused) as refused:
        run(*args, **facts)
    return " ".join(str(one.sentence) for one in refused.value.obstacles)


def test_the_answer_is_due_ten_working_days_after_the_copy_came(served: Story) -> None:
    remedy = reconsider(served)
    term = served.case.terms.get(key="reconsideration_reply")
    # 28, 29, 30 April; 6, 7, 8, 9 (made up), 11, 12, 13 May.
    assert (term.due_on, term.about) == (date(2026, 5, 13), f"remedy-{remedy.pk}")
    step(served, remedy, "answer_claim", date(2026, 5, 8), answer="请求维持。", evidence_submitted=True)
    assert served.case.terms.get(key="reconsideration_reply").ending == "met"
    paper = served.case.documents.get(form_key="remedy-answer")
    assert (paper.state, paper.content["addressee"]) == ("issued", "样例旗人民政府")


def test_the_short_procedure_leaves_five_working_days(served: Story) -> None:
    reconsider(served, simplified=True)
    # 28, 29, 30 April, 6 and 7 May.
    assert served.case.terms.get(key="reconsideration_reply_short").due_on == date(2026, 5, 7)
    assert not served.case.terms.filter(key="reconsideration_reply").exists()


def test_an_answer_without_its_evidence_is_refused(served: Story) -> None:
    remedy = reconsider(served)
    said = refusals(
        step, served, remedy, "answer_claim", date(2026, 5, 8), answer="请求维持。", evidence_submitted=False
    )
    assert "视为没有相应证据" in said


def test_while_one_is_pending_no_other_is_accepted(served: Story) -> None:
    reconsider(served)
    assert "还没有了结" in refusals(reconsider, served, sue=True)
    assert "还没有了结" in refusals(reconsider, served)


def test_a_case_is_not_closed_while_a_remedy_is_pending(served: Story) -> None:
    reconsider(served)
    said = refusals(served.handler, "propose_closing", date(2026, 4, 28), closing_note="已缴清。", opinion="结案。")
    assert "还没有生效结果" in said


def test_an_annulled_decision_costs_nothing_and_comes_down_within_three_working_days(published: Story) -> None:
    remedy = reconsider(published)
    remedy = outcome(published, remedy, "annulled", date(2026, 6, 17))
    # Dragon Boat Festival: 19 to 21 June 2026. Three working days after Wednesday the 17th: 18, 22, 23.
    remedy = step(published, remedy, "take_effect", date(2026, 6, 17), effective_on=date(2026, 6, 17))
    file = load_case_file(published.case.pk)
    decision = Decision.objects.get(case=published.case)
    assert (decision.effect, decision.effect_on, decision.counts) == ("annulled", date(2026, 6, 17), False)
    assert (file.owed_by(published.party), file.paid_by(published.party)) == (0, Decimal(6000))
    assert published.case.terms.get(key="withdraw_publication").due_on == date(2026, 6, 23)
    publication = published.case.publications.get()
    perform(publication, "withdraw", published.cast["秦芳"], date(2026, 6, 18), reason="处罚决定已被依法撤销。")
    assert published.case.terms.get(key="withdraw_publication").ending == "met"


def test_what_was_never_published_need_not_be_withdrawn(served: Story) -> None:
    remedy = outcome(served, reconsider(served), "annulled", date(2026, 6, 17))
    step(served, remedy, "take_effect", date(2026, 6, 17), effective_on=date(2026, 6, 17))
    assert not served.case.terms.filter(key="withdraw_publication").exists()
    assert served.case.terms.get(key="publish").ending == "moot"
    assert served.case.terms.get(key="payment").ending == "moot"


def test_a_changed_fine_is_owed_as_changed_and_never_heavier(served: Story) -> None:
    remedy = reconsider(served)
    heavier = {str(served.charge.pk): {"fine": "6001", "confiscation": "0"}}
    said = refusals(outcome, served, remedy, "changed", date(2026, 6, 17), changed_to=heavier)
    assert "不得对申请人更为不利" in said
    lighter = {str(served.charge.pk): {"fine": "4000", "confiscation": "0"}}
    remedy = outcome(served, remedy, "changed", date(2026, 6, 17), changed_to=lighter)
    step(served, remedy, "take_effect", date(2026, 6, 17), effective_on=date(2026, 6, 17))
    file = load_case_file(served.case.pk)
    assert file.owed_by(served.party) == Decimal(4000)
    assert file.standing_decision(served.party) is not None


def test_an_upheld_decision_stays_as_it_was(served: Story) -> None:
    remedy = outcome(served, reconsider(served), "upheld", date(2026, 6, 17))
    # 15 days to sue after the reconsideration: 2 July 2026, a Thursday.
    assert served.case.terms.get(key="litigation_after_reconsideration").due_on == date(2026, 7, 2)
    step(served, remedy, "take_effect", date(2026, 6, 17), effective_on=date(2026, 6, 17))
    assert Decision.objects.get(case=served.case).effect == "standing"
    assert load_case_file(served.case.pk).owed_by(served.party) == Decimal(6000)


def test_a_judgment_takes_effect_after_the_appeal_period_only(served: Story) -> None:
    remedy = reconsider(served, sue=True)
    # Fifteen calendar days after 27 April: 12 May, a Tuesday.
    assert served.case.terms.get(key="litigation_reply").due_on == date(2026, 5, 12)
    remedy = outcome(served, remedy, "dismissed", date(2026, 8, 3))
    assert served.case.terms.get(key="appeal").due_on == date(2026, 8, 18)
    said = refusals(step, served, remedy, "take_effect", date(2026, 8, 18), effective_on=date(2026, 8, 18))
    assert "上诉期到 2026-08-18" in said
    remedy = step(served, remedy, "take_effect", date(2026, 8, 19), effective_on=date(2026, 8, 19))
    assert remedy.state == "final"


def test_an_appeal_opens_the_second_instance_whose_judgment_is_final(served: Story) -> None:
    remedy = outcome(served, reconsider(served, sue=True), "annulled", date(2026, 8, 3))
    appeal = {"authority": "通辽市中级人民法院", "authority_number": "二审1", "claim": "我方上诉。"}
    remedy = step(served, remedy, "register_appeal", date(2026, 8, 10), received_on=date(2026, 8, 10), **appeal)
    assert (remedy.state, remedy.instance) == ("appealed", 2)
    remedy = outcome(served, remedy, "dismissed", date(2026, 10, 12))
    remedy = step(served, remedy, "take_effect", date(2026, 10, 12), effective_on=date(2026, 10, 12))
    assert Decision.objects.get(case=served.case).effect == "standing"


def test_a_late_appeal_is_refused(served: Story) -> None:
    remedy = outcome(served, reconsider(served, sue=True), "annulled", date(2026, 8, 3))
    appeal = {"authority": "通辽市中级人民法院", "authority_number": "二审1", "claim": "我方上诉。"}
    day = date(2026, 8, 19)
    assert "上诉期已于" in refusals(step, served, remedy, "register_appeal", day, received_on=day, **appeal)


def test_a_stay_ends_with_the_remedy(served: Story) -> None:
    remedy = reconsider(served)
    remedy = step(served, remedy, "stay_execution", date(2026, 5, 6), stay_reason="复议机关决定停止执行")
    said = refusals(step, served, remedy, "stay_execution", date(2026, 5, 7), stay_reason="再次停止")
    assert "已经登记停止执行" in said
    remedy = outcome(served, remedy, "upheld", date(2026, 6, 17))
    remedy = step(served, remedy, "take_effect", date(2026, 6, 17), effective_on=date(2026, 6, 17))
    assert (remedy.stay_since, remedy.stay_until) == (date(2026, 5, 6), date(2026, 6, 17))


def test_a_standing_decision_cannot_be_made_again(served: Story) -> None:
    said = refusals(served.act, "卫国", "redo_case", date(2026, 6, 18), opinion="重新处理。")
    assert "没有被撤销或者确认无效的决定" in said


def test_the_new_decision_is_due_when_the_authority_says_or_in_sixty_days(served: Story) -> None:
    annul(served, redo_days=30)
    # 17 June + 30 days = 17 July 2026, a Friday.
    assert served.case.terms.get(key="redo").due_on == date(2026, 7, 17)


def redo(story: Story, fine: int, facts: str = "") -> None:
    day = date(2026, 6, 22)
    story.act("卫国", "redo_case", day, opinion="按复议决定重新调查处理。")
    assert story.case.state == "investigating"
    one = {"kinds": ["fine"], "fine": Decimal(fine), "confiscation": Decimal(0), "other": "", "reason": "重新裁量。"}
    story.conclude(
        day, recommendation="penalty", findings="重新查明。", opinion="建议处罚。", sanctions={story.charge.pk: one}
    )
    story.handler("issue_notice", day)
    story.serve("serve_notice", "violation-notice", day, "", "本人")
    # Three working days for the statement: 23, 24, 25 June.
    story.handler("submit_for_decision", date(2026, 6, 26))
    story.act(
        "卫国",
        "decide_penalty",
        date(2026, 6, 26),
        opinion="同意。",
        late_reason="复议期间",
        sanctions={story.charge.pk: one},
    )


def test_the_same_decision_again_is_refused_unless_only_the_procedure_was_wrong(served: Story) -> None:
    annul(served)
    assert "不得以同一事实和理由作出基本相同的决定" in refusals(redo, served, 6000)


def test_annulled_for_procedure_alone_the_same_may_be_decided_again(served: Story) -> None:
    annul(served, procedural=True)
    redo(served, 6000)
    assert [one.effect for one in served.case.decisions.order_by("pk")] == ["annulled", "standing"]
    assert served.case.terms.get(key="redo").ending == "met"
    assert load_case_file(served.case.pk).owed_by(served.party) == Decimal(6000)
    assert served.case.documents.filter(form_key="penalty-decision", state="issued").count() == 1


def test_the_database_knows_one_decision_that_counts(served: Story) -> None:
    first = served.case.decisions.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        Decision.objects.create(
            case=served.case,
            party=served.party,
            round=1,
            kind="no_penalty",
            ground="no_fault",
            decided_on=date(2026, 6, 26),
            decided_by=first.decided_by,
            reasons="SQL",
        )


def test_the_bureau_sets_its_own_decision_aside(published: Story) -> None:
    """Paid and published; found wrong on Monday 2026-05-11: three working days to take it down, the money goes back."""
    day = date(2026, 5, 11)
    said = {"decision": published.case.decisions.get(), "opinion": "称重设备的检定证书已经过期，主要证据不足。"}
    published.act("卫国", "set_aside_decision", day, outcome="annulled", procedural=False, redo_ordered=True, **said)
    decision = published.case.decisions.get()
    assert (decision.effect, decision.effect_on) == ("annulled", day)
    assert published.case.terms.get(key="withdraw_publication").due_on == date(2026, 5, 14)
    assert published.case.terms.get(key="redo").due_on == date(2026, 7, 10), "sixty days, since nobody has set another"
    file = load_case_file(published.case.pk)
    assert file.owed_by(published.party) == 0 and file.paid_by(published.party) == Decimal(6000)
    paper = published.case.documents.get(form_key="decision-withdrawal")
    assert paper.number == "蒙样交执撤〔2026〕001号" and paper.content["annulled"] is True
    assert "没有有效的决定" in refusals(
        published.act,
        "卫国",
        "set_aside_decision",
        day,
        outcome="illegal",
        procedural=False,
        redo_ordered=False,
        **said,
    )
    published.act("卫国", "redo_case", day, opinion="重新调查。")
    assert published.case.state == "investigating"


def test_a_decision_before_a_court_is_not_set_aside_on_the_side(served: Story) -> None:
    reconsider(served)
    said = {"decision": served.case.decisions.get(), "outcome": "annulled", "opinion": "错误。"}
    more = {"procedural": False, "redo_ordered": False}
    assert "还没有了结" in refusals(served.act, "卫国", "set_aside_decision", date(2026, 4, 28), **said, **more)

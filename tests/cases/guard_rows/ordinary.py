"""The guards of the ordinary procedure, each with what it refuses."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from bureau.sample.story import Story
from cases.case_file import load_case_file
from cases.models import EvidenceLink, LegalReview, Party
from documents.services import void
from officers.models import AnnualReview, Certificate
from recordings.models import MomentExcuse
from recordings.register import add_device
from tests.cases.guard_table import Make, Situation, Stories, row, situation
from tests.cases.moves import points


# --- the cases ------------------------------------------------------------------------------------
def sanction(**changed: Any) -> Callable[[Story], dict[str, Any]]:
    def facts(story: Story) -> dict[str, Any]:
        one = {"kinds": ["fine"], "fine": Decimal(6000), "confiscation": Decimal(0), "other": "", "reason": ""}
        return {"sanctions": {story.case.charges.get().pk: one}} | changed

    return facts


def voices(story: Story) -> dict[str, Any]:
    return {
        "agreed": True,
        "voices": [
            {"officer": story.cast[name], "vote": "agree", "opinion": "同意", "reason": "属实", "signed": True}
            for name in ("卫国", "蒋平", "沈红")
        ],
    }


def notice(story: Story) -> dict[str, Any]:
    return {"document": story.case.documents.get(form_key="violation-notice")}


READY = situation("ready", "卫国", date(2026, 4, 2), sanction())
INVESTIGATED = situation("ready", "李明", date(2026, 4, 2), sanction(recommendation="penalty"))
SERVED = situation("served", "李明", date(2026, 4, 20))
HEARD = situation("heard", "陈静", date(2026, 6, 8))
NOTIFIED = situation("notified", "赵刚", date(2026, 5, 26))
REVIEWED = situation("discussed", "卫国", date(2026, 6, 26), voices)
POINTS = situation("discussed", "陈静", date(2026, 6, 26), lambda story: {"points": points()})
TRANSFERRING = situation(
    "discussed", "陈静", date(2026, 6, 26), lambda story: {"points": points(wrong=(8,)), "outcome": "transfer"}
)


# --- people ---------------------------------------------------------------------------------------
@row("two_handlers", "行政处罚法:42", "只有 1 名承办人", READY)
def _(now: Situation) -> None:
    now.case.assignments.filter(officer=now.cast["王强"]).update(until=now.on)


@row("handlers_hold_certificates", "行政处罚法:42.1", "承办人王强", READY)
def _(now: Situation) -> None:
    AnnualReview.objects.filter(certificate__officer=now.cast["王强"], year=2026).update(passed=False)


@row("decider_did_not_investigate", "行政处罚法:57.1", "卫国承办过本案", READY)
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)


@row("decider_did_not_review", "行政处罚法:58", "卫国是本案的法制审核人员", REVIEWED)
def _(now: Situation) -> None:
    LegalReview.objects.filter(case=now.case).update(reviewer=now.officer)


@row(
    "partner_is_another_certified_officer",
    "行政处罚法:42.1",
    "不能自己和自己",
    situation("ready", "李明", date(2026, 4, 2), lambda story: {"second_officer": story.cast["王强"]}),
)
def alone_with_oneself(found: Situation) -> None:
    found.facts["second_officer"] = found.officer


@row("reviewer_did_not_investigate", "行政处罚法:58", "陈静承办过本案", HEARD)
def _(now: Situation) -> None:
    now.case.assignments.create(officer=now.officer, since=now.on, until=now.on)


@row("reviewer_is_qualified", "行政处罚法:58.2", "没有登记国家统一法律职业资格", HEARD)
def _(now: Situation) -> None:
    Certificate.objects.filter(officer=now.officer).delete()


@row("reviewer_did_not_chair", "行政处罚法:64(4)", "陈静主持或者记录过本案听证", HEARD)
def _(now: Situation) -> None:
    now.case.hearings.update(recorder=now.officer)


@row(
    "assigned_did_not_judge",
    "行政处罚法:58",
    "陈静审核、听证、表决或者决定过本案",
    situation("discussed", "冯涛", date(2026, 6, 26), lambda story: {"assigned": story.cast["周勇"]}),
)
def _(now: Situation) -> None:
    now.facts["assigned"] = now.cast["陈静"]


# --- facts ----------------------------------------------------------------------------------------
@row("has_a_party", "行政处罚法:54.2", "还没有当事人", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.parties.update(withdrawn_on=now.on)


@row("every_party_is_charged", "行政处罚法:54.2", "样例顺达运输有限公司还没有对应的违法行为", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.charges.update(withdrawn_on=now.on)


@row("within_limitation", "行政处罚法:36", "发生于 2024-03-09", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.charges.update(conduct_on=date(2024, 3, 9))  # received on 10 March 2026: one day too late


@row("has_evidence", "行政处罚法:40", "还没有证据", INVESTIGATED)
def _(now: Situation) -> None:
    EvidenceLink.objects.filter(evidence__case=now.case).delete()
    now.case.evidence.all().delete()


@row("has_an_inquiry", "行政处罚法:55", "还没有现场笔录或者询问笔录", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.inquiries.all().delete()


@row("certificates_were_shown", "行政处罚法:55.1", "没有写明出示执法证件", INVESTIGATED)
def _(now: Situation) -> None:
    now.case.inquiries.filter(kind="scene").update(certificates_shown=False)


@row("every_charge_has_a_proposal", "行政处罚法:57.1", "还没有处罚意见", INVESTIGATED)
def _(now: Situation) -> None:
    one_of(now)["kinds"] = []


@row("within_lawful_range", "行政处罚法:5.2", "超过法定上限 6000 元", INVESTIGATED)
def _(now: Situation) -> None:
    one_of(now)["fine"] = Decimal(6001)  # 61,320 kg of 49,000: 12 full tonnes at 500 yuan


@row("kinds_are_provided", "行政处罚法:9", "没有规定“吊销许可证件”", INVESTIGATED)
def _(now: Situation) -> None:
    one_of(now)["kinds"] = ["fine", "revoke"]


def one_of(now: Situation) -> dict[str, Any]:
    (found,) = now.facts["sanctions"].values()
    return found


# --- notice and hearing ---------------------------------------------------------------------------
@row("every_party_was_notified", "行政处罚法:62", "还没有向样例顺达运输有限公司送达违法行为通知书", READY)
def _(now: Situation) -> None:
    now.case.services.all().delete()


@row("statement_period_is_over", "行政处罚法:44", "陈述申辩期到 2026-04-02 届满", READY)
def _(now: Situation) -> None:
    now.case.terms.filter(key="statement").update(due_on=now.on)


@row("hearing_period_is_over", "行政处罚法:64(1)", "可以在 2026-05-25 前要求听证", NOTIFIED)
def _(now: Situation) -> None:
    now.on = date(2026, 5, 25)  # served on 18 May: the fifth working day is Monday the 25th


@row("statements_are_answered", "行政处罚法:45.1", "陈述申辩还没有复核", READY)
def _(now: Situation) -> None:
    now.case.statements.update(answered_on=None)


@row(
    "served_after_it_was_issued",
    "行政处罚法:61",
    "2026-03-17 才签发",
    situation("ready", "李明", date(2026, 3, 17), notice),
)
def _(now: Situation) -> None:
    now.on = date(2026, 3, 16)


@row("every_decision_is_served", "行政处罚法:61", "还没有送达", SERVED)
def _(now: Situation) -> None:
    now.case.services.filter(document__form_key="penalty-decision").delete()


# --- examination ----------------------------------------------------------------------------------
@row("review_is_not_required", "行政处罚法:58", "应当法制审核的情形", READY)
def _(now: Situation) -> None:
    type(now.case).objects.filter(pk=now.case.pk).update(is_complex=True)


@row("review_passed_where_required", "行政处罚法:58", "法制审核没有通过", REVIEWED)
def _(now: Situation) -> None:
    now.case.reviews.update(outcome="returned")


@row("nothing_changed_since_review", "行政处罚法:58", "须重新审核", REVIEWED)
def _(now: Situation) -> None:
    now.case.charges.update(facts="另一事实。")


@row("discussed_where_required", "行政处罚法:57.2", "集体讨论没有同意", REVIEWED)
def _(now: Situation) -> None:
    now.case.discussions.update(agreed=False)


@row("all_points_are_answered", "行政处罚法:58", "审核要点 8 还没有回答", POINTS)
def _(now: Situation) -> None:
    now.facts["points"] = points(count=7)


@row("all_points_are_satisfied", "行政处罚法:58", "审核要点 4 不符合", POINTS)
def _(now: Situation) -> None:
    now.facts["points"] = points(wrong=(4,))


@row("every_case_has_these_points", "行政处罚法:58", "审核要点 3 每件案件都要审核", POINTS)
def _(now: Situation) -> None:
    now.facts["points"][2] |= {"applies": False, "remark": "没有争议。"}


@row("nothing_changed_since_submission", "行政处罚法:58", "违法行为“无经营许可从事危险货物运输”有改动", POINTS)
def _(now: Situation) -> None:
    now.case.reviews.update(outcome="")
    now.case.charges.update(facts="另一事实。")


@row("conclusion_follows_the_points", "行政处罚法:58", "没有答“不符合”，不能建议移送", TRANSFERRING)
def _(now: Situation) -> None:
    now.facts["points"] = points(wrong=(4,))


@row("comments_are_answered", "行政处罚法:58", "补充装载质量的称重单", REVIEWED)
def _(now: Situation) -> None:
    for review in now.case.reviews.all():
        review.comments.update(answered_on=None)


@row("enough_heads_take_part", "行政处罚法:57.2", "负责人只有 1 名", REVIEWED)
def _(now: Situation) -> None:
    now.facts["voices"] = now.facts["voices"][:1]


@row("handlers_do_not_vote", "行政处罚法:57.2", "孙丽承办过本案，不得参加表决", REVIEWED)
def _(now: Situation) -> None:
    now.facts["voices"][0]["officer"] = now.cast["孙丽"]


@row("every_voice_is_recorded", "行政处罚法:57.2", "蒋平的意见、理由或者签名缺失", REVIEWED)
def _(now: Situation) -> None:
    now.facts["voices"][1]["signed"] = False


@row("result_follows_the_votes", "行政处罚法:57.2", "3 人参加，1 人同意，不能记为同意", REVIEWED)
def _(now: Situation) -> None:
    for voice in now.facts["voices"][1:]:
        voice["vote"] = "disagree"


# --- decision -------------------------------------------------------------------------------------
def recommends(which: str) -> Make:
    def make(stories: Stories) -> Situation:
        found = READY(stories)
        type(found.case).objects.filter(pk=found.case.pk).update(recommendation=which)
        return found

    return make


def recommends_something_else(now: Situation) -> None:
    other = "no_penalty" if load_case_file(now.case.pk).case.recommendation == "penalty" else "penalty"
    type(now.case).objects.filter(pk=now.case.pk).update(recommendation=other)


row("penalty_is_recommended", "行政处罚法:57.1(1)", "不是给予行政处罚", READY)(recommends_something_else)
row("no_penalty_is_recommended", "行政处罚法:57.1(2)", "不是不予行政处罚", recommends("no_penalty"))(
    recommends_something_else
)
row("withdrawal_is_recommended", "行政处罚法:57.1(3)", "不是撤销立案", recommends("withdraw"))(
    recommends_something_else
)
row("transfer_is_recommended", "行政处罚法:57.1(4)", "不是移送", recommends("transfer"))(recommends_something_else)


@row(
    "within_decision_period",
    "行政处罚法:60",
    "办案期限已于 2026-06-08 届满",
    situation("ready", "卫国", date(2026, 6, 8), lambda story: {"opinion": "同意。", "late_reason": ""}),
)
def _(now: Situation) -> None:
    now.on = date(2026, 6, 9)  # filed on 10 March: the ninetieth day is 8 June


@row("decision_period_may_be_extended", "行政处罚法:60", "已经延长过一次", READY)
def _(now: Situation) -> None:
    now.story.act("卫国", "extend_decision_period", now.on, reason="案情复杂。")


@row(
    "education_is_recorded",
    "行政处罚法:33.3",
    "应当对当事人进行教育",
    situation("minor", "卫国", date(2026, 8, 13), lambda story: {"education": "当面讲解。"}),
)
def _(now: Situation) -> None:
    now.facts["education"] = "　"


@row(
    "correction_is_ordered_or_done",
    "行政处罚法:33.1",
    "还没有登记样例旗老田货运部已经改正",
    situation("minor", "卫国", date(2026, 8, 13), lambda story: {"ground": "first_offence"}),
)
def _(now: Situation) -> None:
    now.case.corrections.update(corrected_on=None, state="ordered")


# --- closing --------------------------------------------------------------------------------------
def paid_and_excused(stories: Stories) -> Situation:
    found = SERVED(stories)
    found.story.act(
        "杨兰",
        "record_payment",
        date(2026, 4, 10),
        party=found.case.parties.get(),
        amount=Decimal(6000),
        channel="bank",
        receipt_number="样例票据-1",
    )
    found.story.exempt(date(2026, 4, 10), "涉及未成年人。")
    return found


@row("money_is_settled", "行政处罚法:67", "应缴 6000.00 元，已缴 5999.00 元", paid_and_excused)
def _(now: Situation) -> None:
    now.case.payments.update(amount=Decimal(5999))


@row("publication_is_done", "行政处罚法:48.1", "还没有公示", paid_and_excused)
def _(now: Situation) -> None:
    now.case.terms.filter(key="publish").update(ended_on=None, ending="")


@row("recordings_are_accounted_for", "行政处罚法:47", "没有音像，还没有说明原因", paid_and_excused)
def _(now: Situation) -> None:
    """Before the bureau has a recorder nothing is asked; the scene is explained, the interview is not."""
    add_device(number="ZF-01", kind="body", since=date(2026, 1, 5), by=now.cast["施康"])
    scene = now.case.inquiries.get(kind="scene")
    said = {"ground": "failure", "reason": "没电", "given_by": now.cast["李明"], "given_on": now.on, "state": "given"}
    MomentExcuse.objects.create(case=now.case, moment_key=f"inquiry-{scene.pk}", **said)


@row("publication_is_due", "行政处罚法:48.1", "没有等待公示", SERVED)
def _(now: Situation) -> None:
    now.case.terms.filter(key="publish").update(ended_on=now.on, ending="met")


def closed(stories: Stories) -> Situation:
    found = paid_and_excused(stories)
    found.story.close(date(2026, 4, 20), "已缴清。")
    return found


@row("copy_is_due", "超限运输规定:44", "没有等待抄告", closed)
def _(now: Situation) -> None:
    now.case.terms.filter(key="copy_home_authority").update(ended_on=now.on, ending="met")


@row("no_duty_is_open", "行政处罚法:60", "还没有了结", paid_and_excused)
def _(now: Situation) -> None:
    now.case.terms.filter(key="decide").update(ended_on=None, ending="")


@row("corrections_are_checked", "行政处罚法:28.1", "责令改正还没有复查：卸载", SERVED)
def _(now: Situation) -> None:
    now.case.corrections.create(party=Party.objects.get(case=now.case), content="卸载。", ordered_on=now.on)


@row("dossier_is_complete", "行政处罚法:47", "案卷缺少证据清单", SERVED)
def _(now: Situation) -> None:
    for paper in now.case.documents.filter(form_key="evidence-list"):
        void(paper, officer=now.officer, on=now.on, reason="重做。")


# --- the test -------------------------------------------------------------------------------------

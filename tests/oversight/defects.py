"""Which defect is planted into which sample case, and which rule must find it with which words?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from bureau.sample.story import at
from cases.models import (
    Approval,
    Case,
    CaseOfficer,
    Charge,
    Decision,
    Discussion,
    Evidence,
    EvidenceLink,
    Hearing,
    Inquiry,
    LegalReview,
    Party,
    Payment,
    ReviewPoint,
    Sanction,
    ServiceRecord,
    SpotCollection,
    SpotPenalty,
    Statement,
    Voice,
)
from documents.models import Document
from officers.models import AnnualReview, Certificate, Officer


@dataclass(frozen=True)
class Defect:
    rule: str
    story: str
    plant: Callable[[int], Any]
    says: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"


def officer(name: str) -> Officer:
    return Officer.objects.get(name=name)


def set_on(model: Any, **changes: Any) -> Callable[[int], Any]:
    return lambda case: model.objects.filter(case=case).update(**changes)


def set_content(form: str, **changes: Any) -> Callable[[int], Any]:
    def plant(case: int) -> None:
        for paper in Document.objects.filter(case=case, form_key=form):
            Document.objects.filter(pk=paper.pk).update(content=paper.content | changes)

    return plant


def set_papers(form: str, **changes: Any) -> Callable[[int], Any]:
    return lambda case: Document.objects.filter(case=case, form_key=form).update(**changes)


def without(form: str) -> Callable[[int], Any]:
    return set_papers(form, state="voided", voided_on=date(2026, 11, 1), void_reason="x")


def set_sanctions(stage: str, **changes: Any) -> Callable[[int], Any]:
    return lambda case: Sanction.objects.filter(charge__case=case, stage=stage).update(**changes)


def no_evidence(case: int) -> None:
    EvidenceLink.objects.filter(evidence__case=case).delete()
    Evidence.objects.filter(case=case).delete()


def _letterhead(case: int) -> None:
    paper = Document.objects.get(case=case, form_key="penalty-decision")
    head = paper.content["letterhead"] | {"bureau": "样例旗综合执法局"}
    Document.objects.filter(pk=paper.pk).update(content=paper.content | {"letterhead": head})


def _article(case: int) -> None:
    paper = Document.objects.get(case=case, form_key="penalty-decision")
    line = paper.content["charges"][0] | {"violated": "《中华人民共和国公路法》第一条"}
    Document.objects.filter(pk=paper.pk).update(content=paper.content | {"charges": [line]})


def _uncited(case: int) -> None:
    paper = Document.objects.get(case=case, form_key="violation-notice")
    line = paper.content["charges"][0] | {"penalty_basis": "公路法的有关规定"}
    Document.objects.filter(pk=paper.pk).update(content=paper.content | {"charges": [line]})


def _unserve(form: str) -> Callable[[int], Any]:
    def plant(case: int) -> None:
        ServiceRecord.objects.filter(case=case, document__form_key=form).delete()

    return plant


def _overlap(case: int) -> None:
    scene = Inquiry.objects.get(case=case, kind="scene")
    moment = scene.started_at + timedelta(minutes=5)
    Inquiry.objects.filter(case=case, kind="interview").update(
        started_at=moment, ended_at=moment + timedelta(minutes=30)
    )


def _late_evidence(case: int) -> None:
    Evidence.objects.filter(case=case, title="装载质量称重单").update(added_on=date(2026, 6, 20))


def _voter(case: int) -> None:
    Voice.objects.filter(discussion__case=case, officer__name="蒋平").update(officer=officer("赵刚"))


def _two_voices_less(case: int) -> None:
    Voice.objects.filter(discussion__case=case).exclude(officer__name="卫国").delete()


DEFECTS = [
    # people
    Defect("two-handlers", "overload", set_on(CaseOfficer, until=date(2026, 3, 20)), "承办人只有 0 名"),
    Defect(
        "certificates-on-record-day",
        "overload",
        lambda case: Certificate.objects.filter(officer__name="王强").update(valid_until=date(2026, 3, 9)),
        "王强在 2026-03-10 制作笔录时没有有效的行政执法证",
    ),
    Defect(
        "certificates-on-record-day",
        "overload",
        lambda case: AnnualReview.objects.filter(certificate__officer__name="李明", year=2026).update(passed=False),
        "李明在 2026-03-10",
    ),
    Defect(
        "certificates-on-record-day",
        "overload",
        lambda case: _same_officer(case),
        "只有一名执法人员",
    ),
    Defect(
        "certificates-on-filing-day",
        "dangerous",
        lambda case: Certificate.objects.filter(officer__name="孙丽").update(valid_until=date(2026, 5, 6)),
        "孙丽在 2026-05-07 没有有效的行政执法证",
    ),
    Defect("decider-did-not-handle", "overload", lambda case: _decided_by(case, "李明"), "李明承办过本案，又作出决定"),
    Defect("handlers-did-not-vote", "dangerous", _voter, "承办人赵刚参加了集体讨论的表决"),
    Defect(
        "reviewer-did-not-handle",
        "dangerous",
        lambda case: LegalReview.objects.filter(case=case).update(reviewer=officer("孙丽")),
        "孙丽承办过本案，又进行法制审核",
    ),
    Defect(
        "reviewer-is-qualified",
        "dangerous",
        lambda case: Certificate.objects.filter(officer__name="陈静").delete(),
        "陈静没有登记法律职业资格",
    ),
    Defect(
        "chair-did-not-handle",
        "dangerous",
        lambda case: Hearing.objects.filter(case=case).update(chair=officer("赵刚")),
        "听证主持人赵刚是本案调查人员",
    ),
    # filing
    Defect("filing-form-complete", "overload", without("filing-form"), "没有立案登记表"),
    Defect("filing-form-complete", "overload", set_content("filing-form", cause="  "), "没有填写案由"),
    Defect(
        "filing-approved",
        "overload",
        lambda case: Approval.objects.filter(case=case, matter="filing", post="bureau_head").delete(),
        "立案没有负责人的批准意见",
    ),
    Defect("filing-approved", "overload", lambda c: _filed(c, 9), "早于批准日期"),
    # 10 March 2026 is a Tuesday: seven working days end on Thursday the 19th.
    Defect("filed-in-time", "overload", lambda case: _filed(case, 20), "应当在 2026-03-19 前立案，实际 2026-03-20"),
    Defect("conduct-within-limitation", "overload", set_on(Charge, conduct_on=date(2024, 3, 9)), "已超过二年"),
    # records
    Defect("scene-record-complete", "overload", set_on(Inquiry, place=" "), "没有写明地点"),
    Defect("scene-record-complete", "overload", lambda case: _reversed(case, "scene"), "不晚于开始时间"),
    Defect("interview-complete", "overload", set_on(Inquiry, answers=[]), "没有问答内容"),
    Defect("interview-complete", "overload", set_on(Inquiry, answers=[{"question": "？", "answer": ""}]), "第 1 问"),
    Defect("interview-complete", "overload", set_on(Inquiry, signed=False, refusal=""), "没有被询问人签名"),
    Defect("certificates-shown", "overload", set_on(Inquiry, certificates_shown=False), "出示执法证件"),
    Defect("rights-told", "overload", set_on(Inquiry, rights_told=False), "告知权利义务"),
    Defect("refusal-is-explained", "overload", set_on(Inquiry, signed=False, refusal=" "), "没有签名，也没有注明原因"),
    Defect("nobody-in-two-places", "overload", _overlap, "李明、王强同一时间又在制作另一份笔录"),
    # evidence
    Defect("party-is-identified", "overload", set_on(Party, uscc="91159999MA000101X0"), "统一社会信用代码没有通过校验"),
    Defect("party-is-identified", "first_offence", set_on(Party, id_number="159999197906129910"), "身份证件号"),
    Defect("party-is-identified", "overload", set_on(Party, address=""), "没有写明样例顺达运输有限公司的地址"),
    Defect("facts-rest-on-evidence", "overload", no_evidence, "案卷没有证据"),
    Defect("facts-rest-on-evidence", "overload", lambda c: Inquiry.objects.filter(case=c).delete(), "没有现场笔录"),
    Defect("evidence-says-where-from", "overload", set_on(Evidence, source=""), "没有注明来源"),
    Defect("weighing-is-proved", "overload", set_on(Evidence, title="照片"), "没有称重检测单"),
    Defect("weighing-is-proved", "overload", set_on(Evidence, title="称重单"), "没有称重设备的检定证明"),
    Defect("recordings-are-described", "overload", set_on(Evidence, proves=""), "没有注明制作人和证明对象"),
    Defect("evidence-list-complete", "overload", set_content("evidence-list", rows=[]), "没有列入“称重检测单”"),
    Defect("evidence-list-complete", "overload", without("evidence-list"), "没有证据清单"),
    # notice, statement, hearing
    Defect("notice-served-before-decision", "overload", _unserve("violation-notice"), "没有向样例顺达运输有限公司送达"),
    Defect("notice-served-before-decision", "overload", lambda c: _decided_on(c, 3, 18), "2026-03-18 才送达"),
    # Served on Wednesday 18 March: three working days end on Monday the 23rd.
    Defect("statement-period-waited", "overload", lambda c: _decided_on(c, 3, 23), "到 2026-03-23 才届满"),
    # Served on Monday 18 May, hearing offered: five working days end on Monday the 25th.
    Defect("hearing-period-waited", "dangerous", lambda c: _decided_unheard(c, 5, 25), "到 2026-05-25 才届满"),
    Defect("statements-are-answered", "overload", set_on(Statement, answer=" "), "没有复核意见和理由"),
    Defect(
        "statements-answered-before-decision",
        "overload",
        set_on(Statement, answered_on=date(2026, 4, 3)),
        "到 2026-04-02 作出决定时还没有复核",
    ),
    Defect("hearings-held-before-decision", "dangerous", set_on(Hearing, state="convened"), "没有举行"),
    # Convened on Tuesday 26 May for Friday 5 June: seven working days lie between. One day later there are six.
    Defect("hearing-announced-in-time", "dangerous", set_on(Hearing, convened_on=date(2026, 5, 27)), "只有 6 个工作日"),
    # examination
    Defect("review-passed-where-required", "dangerous", set_on(LegalReview, outcome="returned"), "没有审核同意"),
    Defect(
        "review-passed-where-required",
        "dangerous",
        set_on(LegalReview, concluded_on=date(2026, 6, 27)),
        "2026-06-27 才同意",
    ),
    Defect("nothing-new-after-review", "dangerous", _late_evidence, "又取得“装载质量称重单”"),
    Defect(
        "review-answers-every-point",
        "dangerous",
        lambda c: ReviewPoint.objects.filter(review__case=c, number__in=(3, 7)).delete(),
        "没有回答第 3、7 项",
    ),
    Defect(
        "review-answers-every-point",
        "dangerous",
        lambda c: ReviewPoint.objects.filter(review__case=c, number=3).update(satisfied=False),
        "有不符合的要点",
    ),
    Defect("review-answers-every-point", "dangerous", without("legal-review-opinion"), "没有法制审核意见书"),
    Defect("discussed-where-required", "dangerous", set_on(Discussion, agreed=False), "决定前没有集体讨论同意"),
    Defect(
        "discussed-where-required",
        "dangerous",
        set_on(Hearing, held_on=date(2026, 6, 19)),
        "没有再次讨论",
    ),
    Defect("discussion-is-recorded", "dangerous", _two_voices_less, "负责人只有 1 名"),
    Defect(
        "discussion-is-recorded",
        "dangerous",
        lambda c: Voice.objects.filter(discussion__case=c, officer__name="沈红").update(reason=""),
        "没有记录沈红的意见和理由",
    ),
    Defect(
        "discussion-is-recorded",
        "dangerous",
        lambda c: Voice.objects.filter(discussion__case=c, officer__name="沈红").update(signed=False),
        "沈红没有在集体讨论记录上签名",
    ),
    Defect(
        "discussion-follows-the-votes",
        "dangerous",
        lambda c: Voice.objects.filter(discussion__case=c, officer__name="蒋平").update(vote="disagree"),
        "3 名负责人中只有 1 名同意",
    ),
    # penalty
    Defect("fine-in-lawful-range", "overload", set_sanctions("decided", fine=Decimal(6500)), "超过法定上限"),
    Defect("fine-in-lawful-range", "overload", set_sanctions("decided", fine=Decimal(5999)), "低于法定下限"),
    Defect("kinds-have-a-basis", "overload", set_sanctions("decided", kinds=["fine", "close"]), "没有规定“责令关闭”"),
    Defect("not-heavier-than-notified", "overload", set_sanctions("proposed", fine=Decimal(5000)), "重于告知"),
    Defect("not-heavier-than-notified", "overload", set_sanctions("proposed", kinds=["warning"]), "种类多于告知"),
    Defect("decided-party-was-charged", "overload", set_on(Charge, withdrawn_on=date(2026, 3, 20)), "没有对应的"),
    Defect("articles-of-the-day-of-conduct", "overload", _article, "不是 2026-03-10 有效的条款"),
    Defect("same-articles-notified-and-decided", "overload", _article, "与通知书不一致"),
    Defect("discretion-is-reasoned", "dangerous", set_sanctions("decided", reason=""), "没有说明裁量理由"),
    # terms; filed on 10 March: ninety days end on 8 June
    Defect("decided-in-period", "overload", lambda c: _decided_on(c, 6, 9), "应当在 2026-06-08 前决定"),
    # Decided on Thursday 2 April; the 6th is 清明 off: seven working days end on Tuesday the 14th.
    Defect("decision-served-in-time", "overload", lambda c: _served_on(c, 4, 15), "应当在 2026-04-14 前送达"),
    Defect("decision-served-in-time", "overload", _unserve("penalty-decision"), "决定书还没有送达"),
    Defect(
        "archived-in-time", "overload", lambda c: Case.objects.filter(pk=c).update(archived_on=date(2026, 6, 1)), "归档"
    ),
    # papers
    Defect(
        "papers-have-a-template", "overload", set_papers("filing-form", template_version=""), "没有使用统一的文书格式"
    ),
    Defect("required-fields-filled", "overload", set_content("closing-report", execution=""), "没有填写执行情况"),
    Defect(
        "outward-papers-numbered",
        "overload",
        set_papers("violation-notice", number="", series="", year=None, number_seq=None),
        "违法行为通知书没有文号",
    ),
    Defect("report-complete", "overload", set_content("investigation-report", conclusion=""), "没有填写处理意见"),
    Defect("report-signed-by-two", "overload", set_content("investigation-report", signatures=[]), "只有 0 名承办人"),
    Defect("notice-is-exact", "overload", set_content("violation-notice", proposal="罚款1000-2000元"), "数额不具体"),
    Defect("notice-is-exact", "overload", set_content("violation-notice", proposal="罚款"), "数额不具体"),
    Defect("notice-is-exact", "overload", _uncited, "没有具体到条"),
    Defect("notice-has-proof-of-service", "overload", without("service-receipt"), "违法行为通知书没有送达回证"),
    Defect("notice-has-proof-of-service", "overload", set_on(ServiceRecord, receiver=" "), "没有收件人签收"),
    Defect("decision-has-proof-of-service", "overload", set_on(ServiceRecord, manner="left", witness=" "), "见证人"),
    Defect("decision-complete", "overload", set_content("penalty-decision", evidence=[]), "没有填写证据"),
    Defect("decision-complete", "overload", without("penalty-decision"), "没有样例顺达运输有限公司的行政处罚决定书"),
    Defect("performance-is-stated", "overload", set_content("penalty-decision", account=""), "银行和账号"),
    Defect("remedies-are-stated", "overload", set_content("penalty-decision", court="有管辖权的人民法院"), "人民法院"),
    Defect("remedies-are-stated", "first_offence", set_content("no-penalty-decision", remedy="可以复议。"), "复议机关"),
    # the file as a whole
    Defect("same-issuer", "overload", _letterhead, "样例旗综合执法局"),
    Defect("party-same-everywhere", "overload", set_content("violation-notice", addressee="顺达公司"), "顺达公司"),
    Defect("one-case-one-file", "overload", set_content("evidence-list", case_number="别的案号"), "不属于本案"),
    Defect("issued-papers-unchanged", "overload", set_content("filing-form", cause="改过的案由"), "内容被改动"),
    Defect("days-in-order", "overload", lambda c: _served_on(c, 4, 1), "早于作出决定"),
    # punished on the spot
    Defect("spot-penalty-within-limit", "on_the_spot", lambda c: _sanction(c, fine=201), "当场罚款 201.00 元"),
    Defect("spot-penalty-within-limit", "on_the_spot", lambda c: _sanction(c, kinds=["revoke"]), "警告、罚款以外"),
    Defect("spot-told-heard-and-signed", "on_the_spot", set_on(SpotPenalty, told_facts=False), "口头告知"),
    Defect("spot-told-heard-and-signed", "on_the_spot", set_on(SpotPenalty, signing="refused"), "注明拒绝签收"),
    Defect("spot-told-heard-and-signed", "on_the_spot", no_evidence, "没有现场证据"),
    Defect(
        "spot-copy-in-time", "on_the_spot", set_on(SpotPenalty, copy_filed_on=date(2026, 7, 8)), "2026-07-07 前备案"
    ),
    Defect(
        "spot-money-in-time", "on_the_spot", set_on(SpotCollection, received_on=date(2026, 7, 7)), "2026-07-06 前交出"
    ),
    # closing
    Defect("money-is-paid", "overload", set_on(Payment, amount=Decimal(5999)), "应缴 6000.00 元，已缴 5999.00 元"),
    Defect("money-is-paid", "overload", set_on(Payment, receipt_number=" "), "没有财政票据号"),
    Defect("closing-report-approved", "overload", without("closing-report"), "没有结案报告"),
    Defect("closing-report-approved", "overload", set_content("closing-report", head={}), "批准意见"),
    Defect("cover-can-be-filled", "overload", lambda c: None, "缺少档案号"),
]


def _sanction(case: int, **changes: Any) -> None:
    Sanction.objects.filter(charge__case=case).update(**changes)


def without_rows_of(case: int, model: Any) -> None:
    model.objects.filter(case=case).delete()


def _same_officer(case: int) -> None:
    Inquiry.objects.filter(case=case, kind="scene").update(second_officer=officer("李明"))


def _decided_by(case: int, name: str) -> None:
    Decision.objects.filter(case=case).update(decided_by=officer(name))


def _filed(case: int, day: int) -> None:
    Case.objects.filter(pk=case).update(filed_on=date(2026, 3, day))


def _reversed(case: int, kind: str) -> None:
    Inquiry.objects.filter(case=case, kind=kind).update(ended_at=at(date(2026, 3, 10), 8))


def _decided_on(case: int, month: int, day: int) -> None:
    Decision.objects.filter(case=case).update(decided_on=date(2026, month, day))


def _decided_unheard(case: int, month: int, day: int) -> None:
    Hearing.objects.filter(case=case).delete()
    _decided_on(case, month, day)


def _served_on(case: int, month: int, day: int) -> None:
    ServiceRecord.objects.filter(case=case, document__form_key="penalty-decision").update(
        served_on=date(2026, month, day)
    )

"""Which defect of the records is planted into a loaded file, and which rule must find it with which words?

Nothing is written: rows of the loaded file are changed in memory. Knows the schema of the cases and nothing of the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from cases.case_file import CaseFile
from cases.models import (
    Appraisal,
    Evidence,
    MeasureTest,
    OwnExecution,
    PoliceTransfer,
    RecusalRequest,
    Term,
    TermExtension,
)
from officers.models import Officer

HERE = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class RecordDefect:
    rule: str
    story: str
    plant: Callable[[CaseFile], Any]
    says: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.says}"


def at(month: int, day: int, hour: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, tzinfo=HERE)


def change(rows: Any, **values: Any) -> None:
    for row in rows:
        for name, value in values.items():
            setattr(row, name, value)


def give(owner: Any, relation: str, *rows: Any) -> None:
    """Let a loaded object own these rows under a reverse relation."""
    known = getattr(owner, relation).all().none()
    known._result_cache = list(rows)
    owner._prefetched_objects_cache[relation] = known


def measures(**values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change(file.measures, **values)


def kept(**values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change(file.case.preservations.all(), **values)


def hearing(**values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change(file.hearings, **values)


def drop_paper(form: str) -> Callable[[CaseFile], Any]:
    """As if it had never been made."""

    def plant(file: CaseFile) -> None:
        file.__dict__["papers"] = [one for one in file.papers if one.form_key != form]

    return plant


def content(form: str, **values: Any) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        for one in file.papers:
            if one.form_key == form:
                one.content = one.content | values

    return plant


def without_stage(word: str) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        for one in file.papers:
            if one.form_key == "hearing-record":
                said = [row for row in one.content["proceedings"] if word not in row["name"] + row["duty"]]
                one.content = one.content | {"proceedings": said}

    return plant


def evidence(kind: str, **answers: str) -> Callable[[CaseFile], Any]:
    """One more piece, of a kind, with these answers about its form and no others."""

    def plant(file: CaseFile) -> None:
        row = Evidence(kind=kind, title="新证据", source="当事人", proves="事实", formalities=answers)
        row.collected_on = row.added_on = date(2026, 3, 10)
        file.__dict__["evidence"] = [*file.evidence, row]

    return plant


def documentary(**answers: str) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        for one in file.evidence:
            if one.kind == "documentary":
                one.formalities = one.formalities | answers

    return plant


def two_extensions(file: CaseFile) -> None:
    (term,) = [one for one in file.terms if one.key == "seizure"]
    give(term, "extensions", *(TermExtension(term=term, days=30) for _number in range(2)))


def late_test(file: CaseFile) -> None:
    days = {"first": date(2026, 5, 11), "last": date(2026, 5, 15), "announced_on": date(2026, 5, 12)}
    give(file.measures[0], "tests", MeasureTest(measure=file.measures[0], purpose="检测", **days))


def forced(**values: Any) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        (enforcement,) = file.case.enforcements.all()
        row = OwnExecution(enforcement=enforcement, kind="own", decided_on=date(2026, 12, 1), **values)
        give(enforcement, "executions", row)

    return plant


def applied(on: date) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        (enforcement,) = file.case.enforcements.all()
        change(enforcement.applications.all(), applied_on=on)

    return plant


def term(key: str, **values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change([one for one in file.terms if one.key == key], **values)


def stated_after_reminder(file: CaseFile) -> None:
    change(file.case.enforcements.all(), statement="无力缴纳。", answer="")


def unserved(form: str) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        papers = {one.pk for one in file.papers if one.form_key == form}
        file.__dict__["services"] = [one for one in file.services if one.document_id not in papers]

    return plant


def appraisal(**values: Any) -> Callable[[CaseFile], Any]:
    def plant(file: CaseFile) -> None:
        give(file.case, "appraisals", Appraisal(case=file.case, institution="样例市检测中心", **values))

    return plant


def undecided_recusal(file: CaseFile) -> None:
    give(file.case, "recusals", RecusalRequest(case=file.case, person=Officer(name="李明"), state="requested"))


def late_transfer(file: CaseFile) -> None:
    row = PoliceTransfer(case=file.case, crime="危险驾驶罪", decided_at=at(6, 1, 9), sent_at=at(6, 2, 10))
    give(file.case, "police_transfers", row)


def overdue_fine(file: CaseFile) -> None:
    (party,) = file.parties
    row = Term(key="payment", party=party, due_on=date(2026, 4, 20), lateness_recorded_on=date(2026, 4, 21))
    file.__dict__["terms"] = [row]


def late_publication(file: CaseFile) -> None:
    row = Term(key="publish", due_on=date(2026, 4, 14), ended_on=date(2026, 4, 20), ending="met")
    file.__dict__["terms"] = [row]


def charge(**values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change(file.charges, **values)


def fined_twice(file: CaseFile) -> None:
    # The same row twice stands for two fines on one act; a second charge would need a whole story.
    file.__dict__["charges"] = [*file.charges, *file.charges]


def lenient(file: CaseFile) -> None:
    for one in file.charges:
        change([row for row in one.sanctions.all() if row.stage == "decided"], fine=Decimal(1))


def keeper(**values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change(file.parties, **values)


def service(**values: Any) -> Callable[[CaseFile], Any]:
    return lambda file: change(file.services, **values)


def alone(file: CaseFile) -> None:
    for one in file.services:
        one.second_server_id = one.server_id


def unlinked(file: CaseFile) -> None:
    for one in file.evidence:
        give(one, "links")


def archived_uncounted(file: CaseFile) -> None:
    file.case.archived_on = date(2026, 5, 1)


D = RecordDefect
RECORD_DEFECTS = [
    # 行政强制措施: carried out at once on 6 May at 11:20, thirty days end on 5 June, extended to 5 July
    D("measure-is-approved", "held", measures(urgent=False, approved_at=at(5, 6, 12)), "没有经负责人批准就实施"),
    D("measure-is-approved", "held", measures(approved_at=None, state="in_force"), "没有补办批准"),
    D("measure-reported-in-a-day", "held", measures(reported_at=at(5, 7, 12)), "没有在二十四小时内报告"),
    D("measure-by-two-officers", "held", measures(second_officer_id=None), "不是由两名执法人员实施"),
    D("measure-on-a-scene-record", "held", measures(scene_id=None), "没有制作现场笔录"),
    D("measure-on-a-scene-record", "held", measures(carried_out_at=at(5, 7, 11)), "不是实施当天制作"),
    D("measure-told-and-heard", "held", measures(heard=" "), "没有记录当事人的陈述申辩"),
    D("measure-told-and-heard", "held", lambda file: change(file.inquiries, rights_told=False), "没有当场告知理由"),
    D("measure-before-party-or-witness", "held", measures(handed_to="", witness=""), "没有当事人或者见证人在场"),
    D("measure-decision-delivered", "held", measures(handed_to=""), "没有当场交付的记录"),
    D("measure-decision-delivered", "held", drop_paper("measure-decision"), "没有决定书"),
    D("measure-has-an-inventory", "held", lambda file: give(file.measures[0], "things"), "清单没有写明"),
    D("measure-fits-the-conduct", "held", measures(relation_to_conduct=""), "与违法行为的关系"),
    D("measure-within-its-period", "held", measures(released_on=date(2026, 7, 6), returned_on=None), "2026-07-05 届满"),
    D("measure-extended-once", "held", two_extensions, "延长超过一次或者超过三十日"),
    D("measure-extended-once", "held", drop_paper("measure-extension"), "没有书面告知当事人"),
    D("tests-are-announced", "held", late_test, "2026-05-12 才书面告知"),
    D("measure-is-settled", "held", lambda file: _closed(file, "in_force"), "财物还没有处理"),
    # 先行登记保存: kept on 15 September, the seventh working day is the 23rd
    D("preservation-is-approved", "registered", drop_paper("preservation-approval"), "没有经负责人事先批准"),
    D("preservation-decided-in-time", "registered", kept(outcome_on=date(2026, 9, 24)), "2026-09-23 前作出处理决定"),
    D("preservation-decided-in-time", "registered", kept(lapsed_on=date(2026, 9, 24)), "2026-09-23 前作出处理决定"),
    D("preservation-is-signed", "registered", kept(signed=False, refusal=""), "没有当事人签名"),
    D("preservation-is-signed", "registered", kept(reason=""), "没有写明先行登记保存的理由"),
    D("preservation-is-settled", "registered", lambda file: _unreturned(file), "登记保存的物品还没有处理"),
    # 强制执行: reminded on 3 September 2026; ten working days end on the 17th; the court asked on 6 January 2027
    D("reminded-before-force", "enforced", unserved("reminder"), "没有先送达催告书"),
    D("reminder-period-waited", "enforced", applied(date(2026, 9, 17)), "2026-09-17 才满十个工作日"),
    D("court-asked-in-time", "enforced", term("court_application", ended_on=date(2027, 3, 30)), "没有按期申请"),
    D("reminded-party-is-answered", "enforced", stated_after_reminder, "催告后提出的陈述申辩没有复核"),
    D("no-force-at-night", "enforced", forced(carried_out_at=at(12, 1, 23)), "2026-12-01 23:00 在夜间"),
    D("no-force-at-night", "enforced", forced(carried_out_at=at(12, 5, 10)), "2026-12-05 10:00 在夜间或者法定节假日"),
    D("overdue-fine-is-reminded", "overload", overdue_fine, "逾期没有缴款，还没有催告"),
    D(
        "surcharge-is-announced",
        "overload",
        content("penalty-decision", payment="十五日内缴款。"),
        "没有告知逾期不缴纳",
    ),
    D(
        "consequences-are-stated",
        "overload",
        content("penalty-decision", remedy="可以复议。", payment="缴款。"),
        "没有告知不履行决定的后果",
    ),
    # 听证
    D(
        "notice-tells-hearing-right",
        "dangerous",
        content("violation-notice", hearing_right=False),
        "没有告知要求听证的权利",
    ),
    D("hearing-investigators-spoke", "dangerous", without_stage("调查"), "没有记录调查人员提出"),
    D("hearing-party-spoke", "dangerous", without_stage("当事人"), "没有记录当事人的申辩和质证"),
    D("hearing-last-word", "dangerous", without_stage("最后陈述"), "没有记录当事人的最后陈述"),
    D("hearing-record-signed", "dangerous", hearing(signed=False, unsigned_reason=""), "听证笔录没有当事人签名"),
    D("public-hearing-announced", "dangerous", drop_paper("hearing-announcement"), "没有听证公告"),
    D("hearing-notice-is-served", "dangerous", unserved("hearing-notice"), "没有在听证前送达"),
    D("hearing-has-a-report", "dangerous", drop_paper("hearing-report"), "案卷没有听证报告"),
    # Reviewed with the outcome "passed" on 16 June.
    D("review-after-hearing", "dangerous", hearing(held_on=date(2026, 6, 17)), "听证以后没有再提请法制审核"),
    D("recusals-are-decided", "overload", undecided_recusal, "对李明的回避申请没有作出决定"),
    # 证据
    D("copies-are-compared", "overload", documentary(compared=""), "缺少：复制件已写明"),
    D("copies-name-the-provider", "overload", documentary(provider=""), "缺少：复制件的提供人"),
    D("recordings-name-their-maker", "overload", evidence("audiovisual"), "缺少：制作人、制作时间和制作方法"),
    D("electronic-data-is-intact", "overload", evidence("electronic"), "证据“新证据”缺少"),
    D("things-are-kept", "overload", evidence("physical", original="原物"), "缺少：原物由谁保存在哪里"),
    D("testimony-is-complete", "overload", evidence("testimony"), "证据“新证据”缺少"),
    D("expert-opinion-is-complete", "overload", evidence("expert"), "证据“新证据”缺少"),
    D("appraiser-is-qualified", "overload", appraisal(qualification=""), "没有写明鉴定机构“样例市检测中心”的资质"),
    D(
        "appraiser-is-qualified",
        "overload",
        appraisal(qualification="X1", received_on=date(2026, 3, 12)),
        "没有在决定前告知当事人",
    ),
    D("each-fact-is-proved", "overload", unlinked, "没有对应的证据"),
    D("business-names-its-keeper", "first_offence", keeper(representative=""), "没有注明经营者"),
    # 处罚
    D("fined-once-for-one-act", "overload", fined_twice, "给予了 2 次罚款"),
    D("income-is-confiscated", "dangerous", charge(illegal_income=Decimal(30000)), "违法所得 30000 元"),
    D("mitigation-was-discussed", "overload", lenient, "减轻处罚没有经负责人集体讨论"),
    D("decision-says-what-was-decided", "overload", content("penalty-decision", fine="600.00"), "写明罚款 600.00 元"),
    D(
        "correction-goes-with-penalty",
        "overload",
        content("penalty-decision", other_performance=""),
        "没有责令样例顺达",
    ),
    D(
        "correction-is-rechecked",
        "first_offence",
        lambda file: change(file.case.corrections.all(), state="ordered"),
        "没有复查",
    ),
    D("correction-is-served", "first_offence", unserved("correction-order"), "没有送达记录"),
    # 送达、移送、归档
    D("manner-of-service-is-proved", "overload", service(manner="post", post_number=""), "没有邮件号码"),
    D("manner-of-service-is-proved", "overload", service(manner="public"), "没有公告和原因的记录"),
    D("manner-of-service-is-proved", "overload", service(manner="electronic"), "没有当事人签订的确认书"),
    D("manner-of-service-is-proved", "overload", alone, "送达人只有一名"),
    D("crime-is-sent-in-a-day", "overload", late_transfer, "超过二十四小时"),
    D(
        "closing-lists-the-receipts",
        "overload",
        lambda file: give(file.case, "payments"),
        "没有样例顺达运输有限公司的缴款",
    ),
    D("published-in-time", "overload", late_publication, "2026-04-14 前公开"),
    D("dossier-is-counted", "overload", archived_uncounted, "没有卷内目录和页数"),
]


def _closed(file: CaseFile, state: str) -> None:
    file.case.closed_on = date(2026, 5, 20)
    # Past the machine, which refuses a direct write.
    for one in file.measures:
        one.__dict__["state"] = state


def _unreturned(file: CaseFile) -> None:
    file.case.closed_on = date(2026, 9, 30)
    for one in file.case.preservations.all():
        one.__dict__["state"] = "kept"

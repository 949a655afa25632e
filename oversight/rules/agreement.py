"""Do papers and records of a file agree, and was everything raised in it settled?"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from law.terms import term_rule
from oversight import facts
from oversight.findings import Finding, at, rule

ASKED = ("requested", "reconsidering")


def _on_decision(file: CaseFile, party: Any, text: str, basis: str, field: str) -> Finding:
    papers = [
        one
        for form in ("penalty-decision", facts.SPOT_FORM)
        for one in facts.final_papers(file, form)
        if one.party_id == party.pk
    ]
    return Finding(
        text,
        basis,
        **at(papers[-1] if papers else None, "penalty-decision"),
        field=field,
        locator=party.name,
        how=_("决定已经作出，不能补正；应当自行纠正。"),
    )


@rule("recusals-are-decided", basis="行政处罚法:43.3")
def recusals_are_decided(file: CaseFile) -> Iterator[Finding]:
    for one in file.case.recusals.all():
        if one.state in ASKED and (file.decisions or file.case.closed_on):
            yield Finding(
                _("对%(name)s的回避申请没有作出决定。") % {"name": one.person.name},
                "行政处罚法:43.3",
                **at(facts.paper_about(file, "recusal-decision", one), "recusal-decision"),
                field=_("回避决定"),
                locator=one.person.name,
                how=_("决定已经作出，不能补正；应当自行纠正。"),
            )


# --- 当事人和处罚 -------------------------------------------------------------------------------------
@rule("business-names-its-keeper", basis="行政处罚法:59.1(1)")
def business_names_its_keeper(file: CaseFile) -> Iterator[Finding]:
    for party in file.parties:
        if party.kind == "individual_business" and not (party.representative.strip() and party.id_number.strip()):
            yield Finding(
                _("个体工商户“%(name)s”没有注明经营者的姓名和身份证件号。") % {"name": party.name},
                "行政处罚法:59.1(1)",
                form="filing-form",
                field=_("经营者"),
                locator=party.name,
                curable=not file.decisions,
                how=_("查明经营者的身份，在以后的文书中注明。"),
            )


@rule("fined-once-for-one-act", basis="行政处罚法:29")
def fined_once_for_one_act(file: CaseFile) -> Iterator[Finding]:
    fined = defaultdict(list)
    punished = {party.pk: party for party, _decision in facts.penalties(file)}
    for charge in file.charges:
        rows = facts.sanctions([charge], "decided", file.case.round)
        if charge.party_id in punished and any(one.fine > 0 for one in rows):
            fined[charge.party_id, charge.act_key].append(charge)
    for (party_id, _act), charges in fined.items():
        if len(charges) > 1:
            text = _("同一个违法行为给予了 %(count)d 次罚款。") % {"count": len(charges)}
            yield _on_decision(file, punished[party_id], text, "行政处罚法:29", _("处罚内容"))


@rule("income-is-confiscated", basis="行政处罚法:28.2")
def income_is_confiscated(file: CaseFile) -> Iterator[Finding]:
    for party, _decision in facts.penalties(file):
        for charge in file.charges_of(party):
            rows = facts.sanctions([charge], "decided", file.case.round)
            taken = sum((one.confiscation + one.returned for one in rows), Decimal(0))
            if charge.illegal_income and taken < charge.illegal_income:
                text = _("违法所得 %(income)s 元，决定没收和依法退赔 %(taken)s 元。") % {
                    "income": charge.illegal_income,
                    "taken": taken,
                }
                yield _on_decision(file, party, text, "行政处罚法:28.2", _("没收违法所得"))


@rule("mitigation-was-discussed", basis="行政处罚法:57.2")
def mitigation_was_discussed(file: CaseFile) -> Iterator[Finding]:
    for party, _decision in facts.penalties(file):
        for charge in file.charges_of(party):
            low, _high = facts.lawful_fine(charge)
            rows = [one for one in facts.sanctions([charge], "decided", file.case.round) if "fine" in one.kinds]
            if low and any(one.fine < low for one in rows) and not any(one.agreed for one in file.discussions):
                text = _("减轻处罚没有经负责人集体讨论。")
                yield _on_decision(file, party, text, "行政处罚法:57.2", _("处罚内容"))


@rule("decision-says-what-was-decided", basis="行政处罚法:59.1(3)")
def decision_says_what_was_decided(file: CaseFile) -> Iterator[Finding]:
    for party, decision in facts.penalties(file):
        paper = facts.decision_paper(file, decision)
        rows = facts.sanctions(file.charges_of(party), "decided", file.case.round)
        fine = sum((one.fine for one in rows), Decimal(0))
        if paper is not None and Decimal(str(paper.content.get("fine") or 0)) != fine:
            text = _("决定书写明罚款 %(printed)s 元，案件记录是 %(fine)s 元。") % {
                "printed": paper.content.get("fine") or 0,
                "fine": fine,
            }
            yield _on_decision(file, party, text, "行政处罚法:59.1(3)", _("罚款数额"))


@rule("correction-goes-with-penalty", basis="行政处罚法:28.1")
def correction_goes_with_penalty(file: CaseFile) -> Iterator[Finding]:
    ordered = {one.party_id for one in file.case.corrections.all()}
    for party, decision in facts.penalties(file):
        paper = facts.decision_paper(file, decision)
        said = paper and (paper.content.get("other_performance") or paper.content.get("correction"))
        if paper is not None and not said and party.pk not in ordered:
            text = _("实施处罚时没有责令%(name)s改正违法行为。") % {"name": party.name}
            yield _on_decision(file, party, text, "行政处罚法:28.1", _("责令改正"))


@rule("correction-is-rechecked", basis="行政处罚法:28.1")
def correction_is_rechecked(file: CaseFile) -> Iterator[Finding]:
    for one in file.case.corrections.all():
        if one.state == "ordered" and file.case.closed_on:
            yield Finding(
                _("责令改正以后没有复查，案件已经结案。"),
                "行政处罚法:28.1",
                **at(facts.paper_about(file, "correction-order", one), "correction-order"),
                field=_("复查"),
                locator=str(one),
                curable=True,
                act="recheck",
                how=_("复查改正情况，制作复查记录。"),
            )


@rule("correction-is-served", basis="行政处罚法:61.1")
def correction_is_served(file: CaseFile) -> Iterator[Finding]:
    for paper in facts.final_papers(file, "correction-order"):
        if facts.service_of(file, paper) is None and file.decisions:
            yield Finding(
                _("%(paper)s没有送达记录。") % {"paper": paper.title},
                "行政处罚法:61.1",
                **at(paper),
                field=_("送达日期"),
                locator=paper.number,
                curable=True,
                act="serve_paper_on_party",
                how=_("送达文书，登记送达情况。"),
            )


# --- 送达和移送 -------------------------------------------------------------------------------------
@rule("manner-of-service-is-proved", basis="民事诉讼法:88.1")
def manner_of_service_is_proved(file: CaseFile) -> Iterator[Finding]:
    noticed = {one.document_id for one in file.case.public_notices.all()}
    agreed = {one.party_id for one in file.case.service_addresses.all() if one.electronic}
    papers = {one.pk: one for one in facts.final_papers(file)}
    for one in file.services:
        if one.manner == "post" and not one.post_number.strip():
            text, basis = _("邮寄送达没有邮件号码。"), "民事诉讼法:91"
        elif one.manner == "public" and one.document_id not in noticed:
            text, basis = _("公告送达没有公告和原因的记录。"), "民事诉讼法:95.2"
        elif one.manner == "electronic" and one.party_id not in agreed:
            text, basis = _("电子送达没有当事人签订的确认书。"), "行政处罚法:61.2"
        elif one.server_id == one.second_server_id:
            text, basis = _("送达人只有一名。"), "行政处罚法:42.1"
        else:
            continue
        receipt = facts.receipt_of(file, papers.get(one.document_id))
        yield Finding(
            text,
            basis,
            **at(receipt or papers.get(one.document_id), "service-receipt"),
            field=_("送达方式"),
            locator=one.receiver,
            curable=True,
            act="add_service_proof",
            how=_("补充送达的证明材料，书面说明并附卷。"),
        )


@rule("crime-is-sent-in-a-day", basis="移送规定:5.2")
def crime_is_sent_in_a_day(file: CaseFile) -> Iterator[Finding]:
    for one in file.case.police_transfers.all():
        if one.decided_at is None or one.sent_at is None:
            continue
        hours = term_rule("police_send", facts.day_of(one.decided_at)).length
        if one.sent_at > one.decided_at + timedelta(hours=hours):
            yield Finding(
                _("批准移送后超过二十四小时才移送公安机关。"),
                "移送规定:5.2",
                **at(facts.paper_about(file, "crime-transfer", one), "crime-transfer"),
                field=_("移送时间"),
                locator=one.crime,
                how=_("已经逾期，不能补正；说明原因并附卷。"),
            )


@rule("closing-lists-the-receipts", basis="行政处罚法:70")
def closing_lists_the_receipts(file: CaseFile) -> Iterator[Finding]:
    paid = {one.party_id for one in file.case.payments.all()}
    for party, decision in facts.penalties(file):
        rows = facts.sanctions(file.charges_of(party), "decided", file.case.round)
        owed = sum((one.fine + one.confiscation for one in rows), Decimal(0))
        if owed and party.pk not in paid and file.case.closed_on and not file.case.enforcements.all():
            yield Finding(
                _("案卷没有%(name)s的缴款票据。") % {"name": party.name},
                "行政处罚法:70",
                **at(facts.decision_paper(file, decision), "closing-report"),
                field=_("缴款凭证"),
                locator=party.name,
                curable=True,
                act="record_payment",
                how=_("补充缴款凭证。"),
            )


@rule("published-in-time", basis="行政处罚法:48.1")
def published_in_time(file: CaseFile) -> Iterator[Finding]:
    for one in file.terms:
        if one.key != "publish" or one.ending in ("excused", "moot"):
            continue
        if (one.ended_on and one.ended_on > one.due_on) or (one.ended_on is None and one.lateness_recorded_on):
            yield Finding(
                _("处罚决定应当在 %(due)s 前公开。") % {"due": one.due_on},
                "行政处罚法:48.1",
                form="penalty-decision",
                field=_("公开日期"),
                curable=one.ended_on is None,
                how=_("已经逾期，不能补正；说明原因并附卷。") if one.ended_on else _("立即公开，说明逾期的原因。"),
            )


@rule("dossier-is-counted", basis="行政处罚法:47")
def dossier_is_counted(file: CaseFile) -> Iterator[Finding]:
    """The archive counts items and pages when it binds the volume: none, and contents and page numbers cannot agree."""
    rows = list(file.case.archive_files.all())
    if file.case.archived_on and not any(one.main_items and one.main_pages for one in rows):
        yield Finding(
            _("归档案卷没有卷内目录和页数。"),
            "行政处罚法:47",
            form="dossier-contents",
            field=_("页数"),
            curable=True,
            how=_("重新装订，生成卷内目录和页码。"),
        )
    for one in rows:
        # Every item has at least one page; fewer pages than items means pages that were not numbered.
        if one.main_pages < one.main_items:
            yield Finding(
                _("正卷 %(items)d 件只有 %(pages)d 页，目录与页码不一致。")
                % {"items": one.main_items, "pages": one.main_pages},
                "行政处罚法:47",
                form="dossier-contents",
                field=_("页数"),
                locator=one.number,
                curable=True,
                how=_("核对目录和页码，重新装订。"),
            )

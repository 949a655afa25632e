"""Was the case ended as it should be: paid, reported, approved, fit to be bound?"""

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from oversight import facts
from oversight.findings import Finding, at, rule


@rule("money-is-paid", basis="行政处罚法:67.3")
def money_is_paid(file: CaseFile) -> Iterator[Finding]:
    payments = list(file.case.payments.all())
    for party, decision in facts.penalties(file):
        rows = facts.sanctions(file.charges_of(party), "decided", file.case.round)
        owed = sum((one.fine + one.confiscation for one in rows), Decimal(0))
        paid = sum((one.amount for one in payments if one.party_id == party.pk), Decimal(0))
        if paid < owed:
            yield Finding(
                _("%(name)s应缴 %(owed)s 元，已缴 %(paid)s 元，案件已经结案。")
                % {"name": party.name, "owed": owed, "paid": paid},
                "行政处罚法:67.3",
                **at(facts.decision_paper(file, decision), "penalty-decision"),
                field=_("缴款凭证"),
                locator=party.name,
                curable=True,
                how=_("补充缴款凭证；没有缴清的依法催告、申请强制执行。"),
            )
    for one in payments:
        if not one.receipt_number.strip():
            yield Finding(
                _("%(on)s 的缴款没有财政票据号。") % {"on": one.paid_on},
                "行政处罚法:70",
                form="closing-report",
                field=_("财政票据号"),
                curable=True,
                how=_("补登财政票据号。"),
            )


@rule("closing-report-approved", basis="行政处罚法:47")
def closing_report_approved(file: CaseFile) -> Iterator[Finding]:
    papers = facts.final_papers(file, "closing-report")
    if not papers:
        yield Finding(_("案卷没有结案报告。"), "行政处罚法:47", form="closing-report", how=_("补制结案报告。"))
        return
    heads = [one for one in file.case.approvals.all() if (one.matter, one.post) == ("closing", "bureau_head")]
    if not heads or not papers[-1].content.get("head", {}).get("name"):
        yield Finding(
            _("结案报告没有负责人的批准意见。"),
            "行政处罚法:47",
            **at(papers[-1]),
            field=_("负责人审批意见"),
            how=_("由批准人书面说明并附卷。"),
        )


@rule("cover-can-be-filled", basis="行政处罚法:47")
def cover_can_be_filled(file: CaseFile) -> Iterator[Finding]:
    case = file.case
    fields = {
        _("案号"): case.number,
        _("案由"): case.cause,
        _("结案日期"): case.closed_on,
        _("档案号"): case.archive_number,
        _("当事人"): [one.name for one in file.parties],
        _("承办人"): list(file.handlers),
    }
    for label, value in fields.items():
        if facts.is_blank(value):
            yield Finding(
                _("卷宗封面缺少%(field)s。") % {"field": label},
                "行政处罚法:47",
                form="dossier-cover",
                field=label,
                curable=True,
                how=_("补登后重新打印封面。"),
            )

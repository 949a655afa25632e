"""Was the case opened as it should be: complete, approved, in time and within the limitation?"""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from oversight import facts
from oversight.findings import Finding, at, rule

LIMITATION_YEARS = 2


def _filing_form(file: CaseFile) -> dict[str, object]:
    papers = facts.final_papers(file, "filing-form")
    return at(papers[-1] if papers else None, "filing-form")


@rule("filing-form-complete", basis="行政处罚法:54.2")
def filing_form_complete(file: CaseFile) -> Iterator[Finding]:
    papers = facts.final_papers(file, "filing-form")
    if not papers:
        yield Finding(_("案卷没有立案登记表。"), "行政处罚法:54.2", form="filing-form", how=_("查找原件，补入案卷。"))
        return
    labels = {
        "source": _("案件来源"),
        "cause": _("案由"),
        "received_at": _("受案时间"),
        "parties": _("当事人基本情况"),
        "summary": _("案件基本情况"),
    }
    for name, label in labels.items():
        if facts.is_blank(papers[-1].content.get(name)):
            yield Finding(
                _("立案登记表没有填写%(field)s。") % {"field": label},
                "行政处罚法:54.2",
                **at(papers[-1]),
                field=label,
                how=_("签发后的文书不能改动；另行说明并附卷。"),
            )


@rule("filing-approved", basis="行政处罚法:54.2")
def filing_approved(file: CaseFile) -> Iterator[Finding]:
    given = [one for one in file.case.approvals.all() if (one.matter, one.post) == ("filing", "bureau_head")]
    if not given:
        yield Finding(
            _("立案没有负责人的批准意见。"),
            "行政处罚法:54.2",
            **_filing_form(file),
            field=_("负责人意见"),
            how=_("立案应当先经批准，事后不能补批；说明情况并附卷。"),
        )
    for one in given:
        if not one.opinion.strip():
            yield Finding(
                _("负责人批准立案时没有写意见。"),
                "行政处罚法:54.2",
                **_filing_form(file),
                field=_("负责人意见"),
                locator=one.officer.name,
                how=_("由批准人书面说明并附卷。"),
            )
    if given and file.case.filed_on and min(one.given_on for one in given) > file.case.filed_on:
        yield Finding(
            _("立案日期 %(filed)s 早于批准日期。") % {"filed": file.case.filed_on},
            "行政处罚法:54.2",
            **_filing_form(file),
            field=_("批准日期"),
            how=_("批准之日为立案之日；说明情况并附卷。"),
        )


@rule("filed-in-time", basis="行政处罚法:54.2")
def filed_in_time(file: CaseFile) -> Iterator[Finding]:
    if file.case.filed_on is None:
        return
    found = facts.day_of(file.case.received_at)
    due = facts.last_day("filing", found)
    if file.case.filed_on > due:
        yield Finding(
            _("%(found)s 发现线索，应当在 %(due)s 前立案，实际 %(filed)s 立案。")
            % {"found": found, "due": due, "filed": file.case.filed_on},
            "行政处罚法:54.2",
            **_filing_form(file),
            field=_("受案时间"),
            how=_("已经逾期，不能补正；说明原因并附卷。"),
        )


@rule("conduct-within-limitation", basis="行政处罚法:36.1")
def conduct_within_limitation(file: CaseFile) -> Iterator[Finding]:
    found = facts.day_of(file.case.received_at)
    for charge in file.charges:
        if found > _years_later(charge.conduct_on, LIMITATION_YEARS):
            yield Finding(
                _("“%(conduct)s”终了于 %(on)s，到 %(found)s 才发现，已超过二年。")
                % {"conduct": charge.violation.name, "on": charge.conduct_on, "found": found},
                "行政处罚法:36.1",
                **_filing_form(file),
                field=_("违法行为发生日期"),
                locator=charge.party.name,
                curable=not file.decisions,
                act="withdraw_charge",
                how=_("撤回该违法行为；涉及生命健康安全、金融安全且有危害后果的，按五年另行认定。"),
            )


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return date(day.year + years, 2, 28)

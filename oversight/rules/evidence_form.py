"""Is each piece of evidence in good form, each fact proved by some, each expert qualified and the party told?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from law.evidence import missing
from oversight import facts
from oversight.findings import Finding, at, rule


def _lacks(key: str, kinds: tuple[str, ...], names: tuple[str, ...], basis: str) -> None:
    def check(file: CaseFile) -> Iterator[Finding]:
        papers = facts.final_papers(file, "evidence-list")
        for one in file.evidence:
            if one.kind not in kinds:
                continue
            for asked in missing(one.kind, one.formalities or {}, one.collected_on):
                if names and asked.name not in names:
                    continue
                yield Finding(
                    _("证据“%(title)s”缺少：%(field)s。") % {"title": one.title, "field": asked.title},
                    basis,
                    **at(papers[-1] if papers else None, "evidence-list"),
                    field=asked.title,
                    locator=one.title,
                    curable=not file.decisions,
                    act="complete_evidence",
                    how=_("在决定前补正证据的形式要件。"),
                )

    rule(key, basis=basis)(check)


_lacks("copies-are-compared", ("documentary",), ("original", "compared"), "行政处罚法:46.2")
_lacks("copies-name-the-provider", ("documentary",), ("provider",), "行政处罚法:46.2")
_lacks("recordings-name-their-maker", ("audiovisual",), (), "行政处罚法:46.2")
_lacks("electronic-data-is-intact", ("electronic",), (), "行政处罚法:46.2")
_lacks("things-are-kept", ("physical",), (), "行政处罚法:46.2")
_lacks("testimony-is-complete", ("testimony", "party_statement"), (), "行政处罚法:46.2")
_lacks("expert-opinion-is-complete", ("expert",), (), "行政处罚法:46.2")


@rule("appraiser-is-qualified", basis="行政处罚法:46.2")
def appraiser_is_qualified(file: CaseFile) -> Iterator[Finding]:
    for one in file.case.appraisals.all():
        form = "appraisal-letter"
        if not one.qualification.strip():
            yield Finding(
                _("没有写明鉴定机构“%(name)s”的资质。") % {"name": one.institution},
                "行政处罚法:46.2",
                **at(facts.paper_about(file, form, one), form),
                field=_("资质证书号"),
                locator=one.institution,
                curable=not file.decisions,
                how=_("核对并补充鉴定机构的资质证明；没有资质的，另行委托鉴定。"),
            )
        day = facts.decided_on(file)
        if one.received_on and day and (one.told_on is None or one.told_on > day):
            yield Finding(
                _("鉴定意见没有在决定前告知当事人。"),
                "行政处罚法:44",
                **at(facts.paper_about(file, "appraisal-notice", one), "appraisal-notice"),
                field=_("告知日期"),
                locator=one.institution,
                how=_("决定已经作出，不能补正；应当自行纠正。"),
            )


@rule("each-fact-is-proved", basis="行政处罚法:40")
def each_fact_is_proved(file: CaseFile) -> Iterator[Finding]:
    linked = {row.charge_id for one in file.evidence for row in one.links.all()}
    papers = facts.final_papers(file, "evidence-list")
    for charge in file.charges:
        if file.evidence and papers and charge.pk not in linked:
            yield Finding(
                _("“%(conduct)s”没有对应的证据。") % {"conduct": charge.violation.name},
                "行政处罚法:40",
                **at(papers[-1], "evidence-list"),
                field=_("证明内容"),
                locator=charge.party.name,
                curable=not file.decisions,
                act="add_evidence",
                how=_("决定前补充证据，写明它证明哪一项事实。"),
            )

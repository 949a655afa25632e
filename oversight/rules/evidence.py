"""Do the facts rest on evidence that says where it comes from and what it proves?"""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from stdnum.cn import ric, uscc

from cases.case_file import CaseFile
from cases.models import Party
from law.identity import RESIDENT
from oversight import facts
from oversight.findings import Finding, at, rule

WEIGHING = ("称重", "检测", "磅单", "过磅")
VERIFICATION = ("检定", "校准")
IDENTITY_LENGTH = 18


def _list(file: CaseFile) -> dict[str, object]:
    papers = facts.final_papers(file, "evidence-list")
    return at(papers[-1] if papers else None, "evidence-list")


def _missing(file: CaseFile, sentence: str, field: str, basis: str, locator: str = "") -> Finding:
    return Finding(
        sentence,
        basis,
        **_list(file),
        field=field,
        locator=locator,
        curable=not file.decisions,
        act="add_evidence",
        how=_("决定前补充证据，列入证据清单。"),
    )


@rule("party-is-identified", basis="行政处罚法:40")
def party_is_identified(file: CaseFile) -> Iterator[Finding]:
    for party in file.parties:
        if party.kind == "organisation":
            label, is_valid = _("统一社会信用代码"), uscc.is_valid(party.uscc)
        else:
            label, is_valid = _("身份证件号"), _is_identity(party)
        if not is_valid:
            yield _missing(
                file,
                _("%(name)s的%(field)s没有通过校验。") % {"name": party.name, "field": label},
                label,
                "行政处罚法:40",
                party.name,
            )
        if not party.address.strip():
            text = _("没有写明%(name)s的地址。") % {"name": party.name}
            yield _missing(file, text, _("地址"), "行政处罚法:59.1(1)", party.name)


def _is_identity(party: Party) -> bool:
    # Other papers than the resident's card have no check digit that we know. ric.is_valid() would also ask for a
    # county, and many identity numbers name one that has been merged since.
    number = party.id_number
    if party.id_kind != RESIDENT or len(number) != IDENTITY_LENGTH:
        return bool(number.strip())
    return number[:-1].isdecimal() and ric.calc_check_digit(number) == number[-1].upper()


@rule("facts-rest-on-evidence", basis="行政处罚法:40")
def facts_rest_on_evidence(file: CaseFile) -> Iterator[Finding]:
    if not file.evidence:
        yield _missing(file, _("案卷没有证据。"), _("证据"), "行政处罚法:40")
    if not file.inquiries:
        yield _missing(file, _("案卷没有现场笔录或者询问笔录。"), _("笔录"), "行政处罚法:55.2")
    for charge in file.charges:
        if not charge.facts.strip():
            text = _("“%(conduct)s”没有写明违法事实。") % {"conduct": charge.violation.name}
            yield _missing(file, text, _("违法事实"), "行政处罚法:40", charge.party.name)


@rule("evidence-says-where-from", basis="行政处罚法:46")
def evidence_says_where_from(file: CaseFile) -> Iterator[Finding]:
    for one in file.evidence:
        fields = {_("来源"): one.source, _("证明内容"): one.proves}
        for label, value in fields.items():
            if not value.strip():
                text = _("证据“%(title)s”没有注明%(field)s。") % {"title": one.title, "field": label}
                yield _missing(file, text, label, "行政处罚法:46", one.title)


@rule("weighing-is-proved", basis="行政处罚法:41.1")
def weighing_is_proved(file: CaseFile) -> Iterator[Finding]:
    titles = [one.title for one in file.evidence]
    if not any(word in title for title in titles for word in WEIGHING):
        yield _missing(file, _("案卷没有称重检测单。"), _("称重检测单"), "行政处罚法:40")
    if not any(word in title for title in titles for word in VERIFICATION):
        yield _missing(file, _("案卷没有称重设备的检定证明。"), _("检定证书"), "行政处罚法:41.1")


@rule("recordings-are-described", basis="行政处罚法:46")
def recordings_are_described(file: CaseFile) -> Iterator[Finding]:
    for one in file.evidence:
        if one.kind not in ("audiovisual", "electronic"):
            continue
        if not (one.source.strip() and one.proves.strip()):
            text = _("视听资料“%(title)s”没有注明制作人和证明对象。") % {"title": one.title}
            yield _missing(file, text, _("制作人"), "行政处罚法:46", one.title)
        if one.collected_on > one.added_on:
            text = _("视听资料“%(title)s”的制作日期晚于入卷日期。") % {"title": one.title}
            yield _missing(file, text, _("制作日期"), "行政处罚法:46", one.title)


@rule("evidence-list-complete", basis="行政处罚法:46")
def evidence_list_complete(file: CaseFile) -> Iterator[Finding]:
    papers = facts.final_papers(file, "evidence-list")
    if not papers:
        yield Finding(_("案卷没有证据清单。"), "行政处罚法:46", form="evidence-list", how=_("补制证据清单。"))
        return
    listed = {row["name"] for row in papers[-1].content.get("rows", ())}
    for one in file.evidence:
        # Evidence of today reaches the list with the next step.
        if one.title not in listed and (file.decisions or one.added_on < papers[-1].issued_on):
            yield Finding(
                _("证据清单没有列入“%(title)s”。") % {"title": one.title},
                "行政处罚法:46",
                **at(papers[-1]),
                field=_("证据名称"),
                locator=one.title,
                curable=not file.decisions,
                how=_("重新提请审核或者报请决定时，证据清单会列入全部证据。"),
            )

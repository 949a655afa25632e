"""Are the records of scene and interview complete, lawful in form and possible in time?"""

from collections.abc import Iterator
from itertools import combinations

from django.utils.translation import gettext as _

from cases.case_file import CaseFile
from cases.models import Inquiry
from oversight import facts
from oversight.findings import Finding, at, rule


def _on_record(file: CaseFile, inquiry: Inquiry, sentence: str, field: str, basis: str = "行政处罚法:55.2") -> Finding:
    return Finding(
        sentence,
        basis,
        **at(facts.record_of(file, inquiry), facts.RECORD_FORMS[inquiry.kind]),
        field=field,
        locator=str(inquiry),
        curable=not file.decisions,
        act="record_scene" if inquiry.kind == "scene" else "record_interview",
        how=_("重新制作笔录，原笔录留卷并说明。"),
    )


@rule("scene-record-complete", basis="行政处罚法:55.2")
def scene_record_complete(file: CaseFile) -> Iterator[Finding]:
    for one in file.inquiries:
        if one.kind != "scene":
            continue
        fields = {_("地点"): one.place, _("现场人员"): one.person_name, _("现场情况"): one.body}
        for label, value in fields.items():
            if not value.strip():
                yield _on_record(file, one, _("现场笔录没有写明%(field)s。") % {"field": label}, label)
        yield from _times(file, one)


@rule("interview-complete", basis="行政处罚法:55.2")
def interview_complete(file: CaseFile) -> Iterator[Finding]:
    for one in file.inquiries:
        if one.kind != "interview":
            continue
        if not one.answers:
            yield _on_record(file, one, _("询问笔录没有问答内容。"), _("询问内容"))
        for number, row in enumerate(one.answers, start=1):
            if facts.is_blank(row.get("answer")):
                text = _("询问笔录第 %(number)d 问没有记录回答。") % {"number": number}
                yield _on_record(file, one, text, _("询问内容"))
        if not one.signed and not one.refusal.strip():
            yield _on_record(file, one, _("询问笔录没有被询问人签名，也没有注明拒签。"), _("签名"))
        yield from _times(file, one)


def _times(file: CaseFile, one: Inquiry) -> Iterator[Finding]:
    if one.ended_at <= one.started_at:
        yield _on_record(file, one, _("笔录的结束时间不晚于开始时间。"), _("时间"))
    elif facts.day_of(one.started_at) != facts.day_of(one.ended_at):
        yield _on_record(file, one, _("笔录跨日制作，开始和结束不在同一天。"), _("时间"))


@rule("certificates-shown", basis="行政处罚法:55.1")
def certificates_shown(file: CaseFile) -> Iterator[Finding]:
    for one in file.inquiries:
        if not one.certificates_shown:
            text = _("%(title)s没有记明出示执法证件。") % {"title": str(one)}
            yield _on_record(file, one, text, _("出示证件"), "行政处罚法:55.1")


@rule("rights-told", basis="行政处罚法:43.1")
def rights_told(file: CaseFile) -> Iterator[Finding]:
    for one in file.inquiries:
        if not one.rights_told:
            text = _("%(title)s没有记明告知权利义务。") % {"title": str(one)}
            yield _on_record(file, one, text, _("告知"), "行政处罚法:43.1")


@rule("refusal-is-explained", basis="行政处罚法:55.2")
def refusal_is_explained(file: CaseFile) -> Iterator[Finding]:
    for one in file.inquiries:
        if not one.signed and not one.refusal.strip():
            yield _on_record(file, one, _("%(title)s没有签名，也没有注明原因。") % {"title": str(one)}, _("签名"))


@rule("nobody-in-two-places", basis="行政处罚法:55.2")
def nobody_in_two_places(file: CaseFile) -> Iterator[Finding]:
    """Within one file: a rule sees no other file."""
    for one, two in combinations(file.inquiries, 2):
        shared = _officers(one).keys() & _officers(two).keys()
        if shared and one.started_at < two.ended_at and two.started_at < one.ended_at:
            names = _("、").join(_officers(one)[key] for key in sorted(shared))
            text = _("%(names)s同一时间又在制作另一份笔录（%(other)s）。") % {"names": names, "other": str(one)}
            yield _on_record(file, two, text, _("时间"))


def _officers(one: Inquiry) -> dict[int, str]:
    return {one.first_officer_id: one.first_officer.name, one.second_officer_id: one.second_officer.name}

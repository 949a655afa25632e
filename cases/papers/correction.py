"""The papers of corrections and of education."""

from cases.models import EducationRecord, Recheck
from cases.objects import about_of
from cases.papers.parts import Drawing, local, officer_line
from documents.forms.correction import EducationSheet, RecheckRecord
from documents.forms.parts import Period, Signature


def recheck_record(drawing: Drawing) -> RecheckRecord:
    check: Recheck = drawing.about
    order = check.correction
    papers = [one for one in drawing.file.papers_of("correction-order") if one.subject_key == about_of(order)]
    return RecheckRecord(
        case_number=drawing.case_number,
        party=order.party.name,
        order_number=papers[-1].number if papers else "",
        ordered_on=order.ordered_on,
        demand=order.content,
        before=order.due_on,
        ordinal=order.rechecks.filter(pk__lte=check.pk).count() if check.pk else order.rechecks.count() + 1,
        checked_on=check.checked_on,
        result=check.result,
        finding=check.finding,
        next_step=check.next_step,
        officers=(
            officer_line(check.first_officer, check.checked_on),
            officer_line(check.second_officer, check.checked_on),
        ),
    )


def education_record(drawing: Drawing) -> EducationSheet:
    lesson: EducationRecord = drawing.about
    at = local(lesson.taught_at)
    signature = Signature(name=lesson.person_name, on=at.date()) if lesson.signed else Signature(refused=lesson.refusal)
    return EducationSheet(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        period=Period(begins=at),
        place=lesson.place,
        party=lesson.party.name,
        person=lesson.person_name,
        content=lesson.content,
        response=lesson.response,
        officers=(officer_line(lesson.first_officer, at.date()), officer_line(lesson.second_officer, at.date())),
        recorder=lesson.second_officer.name,
        person_signature=signature,
    )

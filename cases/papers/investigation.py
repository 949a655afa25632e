"""The papers of the investigation: records, evidence list, report, order to correct."""

from dataclasses import replace

from cases.case_file import CaseFile
from cases.evidence_rules import matrix
from cases.models import Evidence, Inquiry, Party
from cases.papers.parts import (
    Drawing,
    charge_lines,
    evidence_rows,
    handlers,
    identity_of,
    local,
    officer_line,
    opinions,
    party_blocks,
    workplace_of,
)
from documents.forms.investigation import EvidenceList, InvestigationReport, RecordingNote
from documents.forms.notices import CorrectionOrder
from documents.forms.parts import QA, EvidenceRow, OfficerLine, Opinion, Period, PersonBlock, Signature
from documents.forms.records import InspectionRecord, InterviewRecord, SceneRecord
from documents.forms.sideways import Line
from law.evidence import requirements
from law.numerals import to_chinese
from law.wording import wording

RECORDED = (Evidence.Kind.AUDIOVISUAL, Evidence.Kind.ELECTRONIC)


def _officers(drawing: Drawing) -> tuple[OfficerLine, ...]:
    inquiry: Inquiry = drawing.about
    on = local(inquiry.started_at).date()
    return officer_line(inquiry.first_officer, on), officer_line(inquiry.second_officer, on)


def _person(inquiry: Inquiry) -> PersonBlock:
    """As the record has it; what it leaves out is taken from the identity number, and from the party where it is one."""
    on = local(inquiry.started_at).date()
    party = inquiry.party if inquiry.party and inquiry.party.name == inquiry.person_name else None
    number = inquiry.person_id_number or (party.id_number if party else "")
    told = identity_of(number, on)
    return PersonBlock(
        name=inquiry.person_name,
        sex=(party.sex if party else "") or told.sex,
        age=told.age if party is None or party.age(on) is None else party.age(on),
        id_number=party.identity_words if party and number == party.id_number else number,
        phone=inquiry.person_phone or (party.phone if party else ""),
        workplace=workplace_of(inquiry.person_name, inquiry.party),
        address=inquiry.person_address or (party.address if party else ""),
        relation=inquiry.person_relation,
    )


def invited(words: str) -> tuple[str, str]:
    """那仁，样例嘎查委员会委员 → the name, and the post; one text of the record, two lines of the form."""
    name, _mark, post = words.replace(",", "，").replace("、", "，").partition("，")
    return name.strip(), post.strip()


def _period(inquiry: Inquiry) -> Period:
    return Period(begins=local(inquiry.started_at), ends=local(inquiry.ended_at))


def _signature(inquiry: Inquiry) -> Signature:
    if inquiry.signed:
        return Signature(name=inquiry.person_name, on=local(inquiry.ended_at).date())
    return Signature(refused=inquiry.refusal)


def scene_record(drawing: Drawing) -> SceneRecord:
    inquiry: Inquiry = drawing.about
    return SceneRecord(
        case_number=drawing.case_number,
        place=inquiry.place,
        period=_period(inquiry),
        officers=_officers(drawing),
        recorder=inquiry.second_officer.name,
        person=_person(inquiry),
        vehicle_number=inquiry.plate,
        situation=inquiry.body,
        person_signature=_signature(inquiry),
    )


def inspection_record(drawing: Drawing) -> InspectionRecord:
    inquiry: Inquiry = drawing.about
    witness, witness_duty = invited(inquiry.witness)
    return InspectionRecord(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        period=_period(inquiry),
        place=inquiry.place,
        weather=inquiry.weather,
        officers=_officers(drawing),
        recorder=inquiry.second_officer.name,
        person=_person(inquiry),
        absence=inquiry.absence,
        witness=witness,
        witness_duty=witness_duty,
        recorder_duty=inquiry.second_officer.position,
        situation=inquiry.body,
        drawing=inquiry.drawing,
        person_signature=_signature(inquiry),
    )


def interview_record(drawing: Drawing) -> InterviewRecord:
    inquiry: Inquiry = drawing.about
    earlier = [
        one
        for one in drawing.file.inquiries
        if one.kind == inquiry.kind and _same_person(one, inquiry) and one.pk <= inquiry.pk
    ]
    return InterviewRecord(
        case_number=drawing.case_number,
        period=_period(inquiry),
        ordinal=len(earlier),
        place=inquiry.place,
        interviewers=_officers(drawing),
        recorder=inquiry.second_officer.name,
        bureau=drawing.bureau.name,
        person=_person(inquiry),
        exchange=tuple(QA(question=one["question"], answer=one["answer"]) for one in inquiry.answers),
        person_signature=_signature(inquiry),
        remarks="；".join(
            filter(
                None,
                (
                    f"监护人{inquiry.guardian}到场" if inquiry.guardian else "",
                    f"翻译人员：{inquiry.interpreter}" if inquiry.interpreter else "",
                ),
            )
        ),
    )


def _same_person(one: Inquiry, other: Inquiry) -> bool:
    """By identity number where both have one: two people may bear one name."""
    if one.person_id_number and other.person_id_number:
        return one.person_id_number == other.person_id_number
    return one.person_name == other.person_name


def evidence_list(drawing: Drawing) -> EvidenceList:
    return EvidenceList(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=_names(drawing.file.parties),
        rows=evidence_rows(drawing.file.evidence),
        officers=handlers(drawing),
        on=max((one.added_on for one in drawing.file.evidence), default=drawing.on),
    )


def is_recorded(evidence: Evidence) -> bool:
    """Sound, picture or data: the file speaks only together with how it was made."""
    return evidence.kind in RECORDED


def recording_note(drawing: Drawing) -> RecordingNote:
    evidence: Evidence = drawing.about
    given = evidence.formalities
    asked = [one for one in requirements(evidence.kind, drawing.on) if one.applies(given) and given.get(one.name)]
    return RecordingNote(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        name=evidence.title,
        kind=evidence.kind,
        specification=evidence.specification,
        quantity=str(evidence.quantity),
        source=evidence.source,
        proves=evidence.proves,
        collected_on=evidence.collected_on,
        place=evidence.place,
        collector=evidence.collected_by.name,
        making=tuple(Line(label=one.title, text=given[one.name]) for one in asked),
        digest=evidence.sha256,
        officers=handlers(drawing),
    )


def investigation_report(drawing: Drawing) -> InvestigationReport:
    file, case = drawing.file, drawing.file.case
    rows = opinions(drawing, "report")
    proposed = [one for charge in file.charges if (one := file.sanction(charge, "proposed"))]
    review = file.last_review
    return InvestigationReport(
        case_number=drawing.case_number,
        cause=case.cause,
        filed_on=case.filed_on,
        investigators=handlers(drawing),
        parties=party_blocks(drawing),
        facts=case.findings,
        evidence=evidence_by_charge(file),
        charges=charge_lines(file, file.charges, "proposed"),
        discretion="；".join(one.reason for one in proposed if one.reason),
        conclusion=case.proposal_reasons,
        signatures=tuple(
            Signature(name=one.name, on=rows["handler"].on, certificate=one.certificate) for one in handlers(drawing)
        ),
        unit_head=rows["unit_head"],
        legal_review=Opinion(text=review.opinion, name=review.reviewer.name, on=review.concluded_on)
        if review and review.reviewer
        else Opinion(),
        head=rows["head"],
    )


def evidence_by_charge(file: CaseFile) -> tuple[EvidenceRow, ...]:
    """Where there are several charges each piece says which of them it proves, numbered as in the conclusion."""
    rows = evidence_rows(file.evidence)
    if len(file.charges) < 2:
        return rows
    facts = matrix(file)
    numbered = {charge.pk: f"（{to_chinese(number)}）" for number, charge in enumerate(file.charges, 1)}
    proved = [
        dict.fromkeys(numbered[fact.charge.pk] for fact in facts if one in fact.evidence) for one in file.evidence
    ]
    return tuple(
        replace(
            row, remarks="；".join(filter(None, (row.remarks, f"证明违法行为{''.join(charges)}" if charges else "")))
        )
        for row, charges in zip(rows, proved, strict=True)
    )


def correction_order(drawing: Drawing) -> CorrectionOrder:
    order = drawing.about
    party: Party = order.party
    charges = drawing.file.charges_of(party)
    bureau = drawing.bureau
    return CorrectionOrder(
        case_number=drawing.case_number,
        addressee=party.name,
        facts="；".join(charge.facts for charge in charges),
        basis=wording("basis-correction", drawing.on),
        immediately=order.due_on is None,
        before=order.due_on,
        demand=order.content,
        remedy=wording("remedy-clause-correction", drawing.on).format(
            reviewing_government=bureau.reviewing_government, court=bureau.court
        ),
        officers=handlers(drawing),
        letterhead=drawing.letterhead,
    )


def _names(parties: list[Party]) -> str:
    return "、".join(one.name for one in parties)

"""The papers of the measures that secure evidence."""

from datetime import date

from cases.models import Appraisal, Preservation, Sampling, Showing
from cases.objects import about_of
from cases.papers.parts import Drawing, chinese_day, evidence_rows, handlers, local, officer_line, party_block
from documents.forms.measures import (
    AppraisalLetter,
    AppraisalNotice,
    PreservationList,
    PreservationRelease,
    ReturnReceipt,
    SamplingRecord,
    ShowingRecord,
    ThingRow,
)
from documents.forms.parts import OfficerLine, Period, Signature
from law.numerals import to_chinese
from law.terms import term_rule


def _rows(things: list[dict[str, str]], place: str) -> tuple[ThingRow, ...]:
    return tuple(ThingRow(place=place, **one) for one in things)


def _kept_on(kept: Preservation) -> date:
    if kept.kept_at is None:
        raise LookupError("Nothing was registered.")
    return local(kept.kept_at).date()


def _two(drawing: Drawing, second: object) -> tuple[OfficerLine, ...]:
    officers = [drawing.ask.officer, *([second] if second else [])]
    return tuple(officer_line(one, drawing.on) for one in officers)  # type: ignore[arg-type]


def preservation_list(drawing: Drawing) -> PreservationList:
    kept: Preservation = drawing.about
    begins, about = _kept_on(kept), about_of(kept)
    (term,) = (one for one in drawing.file.terms if one.key == "preservation" and one.about == about)
    name = kept.party.name
    return PreservationList(
        case_number=drawing.case_number,
        party=party_block(kept.party, drawing.on),
        cause=drawing.file.case.cause.removesuffix("案"),
        days=term_rule("preservation", begins).length,
        begins=begins,
        ends=term.due_on,
        rows=_rows(kept.things, kept.place),
        keeper=kept.keeper,
        party_signature=Signature(name=name, on=begins) if kept.signed else Signature(refused=kept.refusal),
        officers=_two(drawing, kept.second_officer),
        letterhead=drawing.letterhead,
    )


def preservation_release(drawing: Drawing) -> PreservationRelease:
    kept: Preservation = drawing.about
    return PreservationRelease(
        case_number=drawing.case_number,
        addressee=kept.party.name,
        kept_on=_kept_on(kept),
        list_number=drawing.case_number,
        released_on=drawing.on,
        letterhead=drawing.letterhead,
    )


def return_receipt(drawing: Drawing) -> ReturnReceipt:
    kept: Preservation = drawing.about
    registered = f"本机关于{chinese_day(_kept_on(kept))}先行登记保存的物品"
    if kept.lapsed_on:
        days = to_chinese(term_rule("preservation", _kept_on(kept)).length)
        ground = f"{registered}，{days}个工作日内未作出处理决定，登记保存已自动解除"
    else:
        ground = f"{registered}，已于{chinese_day(kept.outcome_on or drawing.on)}决定解除登记保存"
    return ReturnReceipt(
        case_number=drawing.case_number,
        party=kept.party.name,
        ground=ground,
        rows=_rows(kept.things, kept.place),
        receiver=kept.receiver,
        returned_on=drawing.on,
        note=kept.return_note,
        officers=handlers(drawing),
        letterhead=drawing.letterhead,
    )


def showing_record(drawing: Drawing) -> ShowingRecord:
    shown: Showing = drawing.about
    at = local(shown.shown_at)
    signature = Signature(name=shown.person_name, on=at.date()) if shown.signed else Signature(refused=shown.refusal)
    return ShowingRecord(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        period=Period(begins=at),
        place=shown.place,
        party=shown.party.name,
        person=shown.person_name,
        rows=evidence_rows(shown.evidence.order_by("pk").select_related("collected_by")),
        opinion=shown.opinion,
        officers=(officer_line(shown.first_officer, at.date()), officer_line(shown.second_officer, at.date())),
        recorder=shown.second_officer.name,
        person_signature=signature,
    )


def sampling_record(drawing: Drawing) -> SamplingRecord:
    taken: Sampling = drawing.about
    begins, ends = local(taken.started_at), local(taken.ended_at)
    name = taken.party.name
    return SamplingRecord(
        case_number=drawing.case_number,
        party=party_block(taken.party, drawing.on),
        period=Period(begins=begins, ends=ends),
        place=taken.place,
        rows=_rows(taken.things, taken.place),
        remarks=taken.seals,
        party_signature=Signature(name=name, on=ends.date()) if taken.signed else Signature(refused=taken.refusal),
        officers=_two(drawing, taken.second_officer),
        letterhead=drawing.letterhead,
    )


def appraisal_letter(drawing: Drawing) -> AppraisalLetter:
    order: Appraisal = drawing.about
    stopped = [one.title for one in drawing.file.terms if one.pk in order.stops]
    return AppraisalLetter(
        case_number=drawing.case_number,
        institution=order.institution,
        qualification=order.qualification,
        cause=drawing.file.case.cause,
        repeated=order.repeats_id is not None,
        question=order.question,
        samples=order.samples,
        before=order.expected_on,
        excluded="、".join(dict.fromkeys(stopped)),
        letterhead=drawing.letterhead,
    )


def appraisal_notice(drawing: Drawing) -> AppraisalNotice:
    order: Appraisal = drawing.about
    return AppraisalNotice(
        case_number=drawing.case_number,
        addressee=order.party.name,
        institution=order.institution,
        qualification=order.qualification,
        entrusted_on=order.entrusted_on,
        question=order.question,
        opinion=order.opinion,
        may_ask_again=order.repeats_id is None,
        letterhead=drawing.letterhead,
    )

"""The papers of examination, decision and closing."""

from collections.abc import Iterator
from decimal import Decimal

from cases.case_file import CaseFile
from cases.coercion import Fate
from cases.examined import reasons_of
from cases.models import Discussion, LegalReview, Party, ReviewPoint
from cases.notified import current_proposal
from cases.papers.parts import (
    Drawing,
    charge_lines,
    chinese,
    chinese_day,
    correction_told,
    evidence_titles,
    facts_of,
    handlers,
    local,
    officer_line,
    opinions,
    party_block,
    party_blocks,
    payment_clause,
    penalty_words,
    result_of,
)
from cases.serving import DECISIONS
from documents.forms.closing import ClosingReport
from documents.forms.decision import NoPenaltyDecision, PenaltyDecision
from documents.forms.parts import Opinion, Period, ReviewPointRow, Signature, SpeakerRow
from documents.forms.review import DiscussionMinutes, LegalReviewOpinion
from law.citations import cite_all, print_citations
from law.grounds import ground
from law.wording import wording

REVIEW_OUTCOMES = {"passed": "pass", "returned": "return", "corrected": "correct", "transfer": "transfer"}
VOTES = {"agree": "for", "disagree": "against", "abstain": "abstain"}


def penalty_decision(drawing: Drawing) -> PenaltyDecision:
    file, party, bureau = drawing.file, drawing.the_party, drawing.bureau
    sanctions = file.sanctions_of(party, "decided")
    fine = sum((one.fine for one in sanctions), start=Decimal(0))
    remedies = {"reviewing_government": bureau.reviewing_government, "court": bureau.court}
    return PenaltyDecision(
        case_number=drawing.case_number,
        party=party_block(party, drawing.on),
        facts=facts_of(drawing, party),
        evidence=evidence_titles(drawing),
        history=history(drawing, party),
        discretion="；".join(one.reason for one in sanctions if one.reason),
        charges=charge_lines(file, file.charges_of(party), "decided"),
        penalty=penalty_words(sanctions),
        fine=fine,
        bank=f"{bureau.bank_name}（{bureau.bank_address}）",
        account=bureau.bank_account,
        payment=payment_clause(drawing, "payment-clause", fine),
        other_performance=correction_told(drawing, party),
        **remedies,
        remedy=wording("remedy-clause", drawing.on).format(**remedies),
        publicity_note=wording("publication-notice", drawing.on),
        letterhead=drawing.letterhead,
    )


def no_penalty_decision(drawing: Drawing) -> NoPenaltyDecision:
    file, party, bureau = drawing.file, drawing.the_party, drawing.bureau
    decision = file.decision_for(party)
    if decision is None:
        raise LookupError("There is no decision for this party.")
    remedies = {"reviewing_government": bureau.reviewing_government, "court": bureau.court}
    return NoPenaltyDecision(
        case_number=drawing.case_number,
        party=party_block(party, drawing.on),
        facts=facts_of(drawing, party),
        evidence=evidence_titles(drawing),
        history=history(drawing, party) if file.notice_served_on(party) else "",
        charges=charge_lines(file, file.charges_of(party), "decided"),
        grounds=decision.reasons.rstrip("。"),
        basis=print_citations(cite_all(ground(decision.ground, drawing.on).basis)),
        education=file.case.exit_reason,
        **remedies,
        remedy=wording("remedy-clause-no-penalty", drawing.on).format(**remedies),
        letterhead=drawing.letterhead,
    )


def history(drawing: Drawing, party: Party) -> str:
    """What the party was told, said and was answered (行政处罚法 44, 45, 63), in the order it happened."""
    file = drawing.file
    notice = file.current_paper("violation-notice", party)
    served_on = file.notice_served_on(party)
    told = f"本机关于{chinese_day(served_on)}送达{notice.number}违法行为通知书" if notice and served_on else ""
    hearing_right = file.term("hearing_request", party) is not None
    parts = [f"{told}，告知了拟处罚的内容及事实、理由、依据和陈述申辩{'、要求听证' if hearing_right else ''}的权利。"]
    for statement in file.statements_of(party):
        outcome = chinese(statement.get_accepted_display()) if statement.accepted else ""
        parts.append(
            f"当事人于{chinese_day(statement.made_on)}提出陈述申辩：{statement.text.rstrip('。')}。"
            f"经复核，{outcome}：{statement.answer.rstrip('。')}。"
        )
    if file.has_waived(party):
        parts.append("当事人明确放弃陈述、申辩和听证。")
    hearing = file.hearing_of(party)
    if hearing and hearing.held_on:
        parts.append(f"本机关于{chinese_day(hearing.held_on)}举行听证。{hearing.opinion}")
    if len(parts) == 1:
        unused = "陈述申辩，也未要求听证" if hearing_right else "陈述申辩"
        parts.append(f"当事人在期限内未提出{unused}。")
    return "".join(parts)


def legal_review_opinion(drawing: Drawing) -> LegalReviewOpinion:
    file, review = drawing.file, drawing.about
    assert isinstance(review, LegalReview)
    reasons = dict.fromkeys(
        f"{one['title']}（{print_citations(cite_all(one['basis']))}）" for one in reasons_of(review, file, drawing.on)
    )
    asked_again = [f"承办机构申请复核：{review.request}"] if review.re_examines_id else []
    return LegalReviewOpinion(
        case_number=drawing.case_number,
        cause=file.case.cause,
        bureau=drawing.bureau.name,
        party="、".join(one.name for one in file.parties),
        handlers=handlers(drawing),
        round=len(file.reviews),
        received_on=review.submitted_on,
        reason="；".join([*asked_again, *reasons]) or "承办机构提请审核",
        proposal=penalty_words(one for charge in file.charges if (one := current_proposal(file, charge)))
        or chinese(file.case.get_recommendation_display()),
        points=tuple(
            ReviewPointRow(question=one.question, answer=_answer(one), note=one.remark)
            for one in sorted(review.points.all(), key=lambda row: row.number)
        ),
        outcome=REVIEW_OUTCOMES[review.outcome],
        conclusion=review.opinion,
        comments=tuple(str(one) for one in review.comments.all()),
        dossier=review.substance[:16],
        advice=tuple(
            f"{one.counsel.name}（{one.counsel.position}）：{one.text}"
            for one in file.case.review_advice.all()
            if one.review_id == review.pk and one.state == "given"
        ),
        reviewer=Opinion(text=review.opinion, name=drawing.ask.officer.name, on=drawing.on),
    )


def _answer(point: ReviewPoint) -> str:
    if not point.applies:
        return ""
    return "yes" if point.satisfied else "no"


def discussion_minutes(drawing: Drawing) -> DiscussionMinutes:
    file, meeting = drawing.file, drawing.about
    assert isinstance(meeting, Discussion)
    voices = list(meeting.voices.all())
    fired = [one.title for one in file.case.fired_rules.all() if one.scope == "discussion"]
    return DiscussionMinutes(
        case_number=drawing.case_number,
        case_name=file.case.cause,
        cause=file.case.cause,
        reason="；".join(dict.fromkeys(fired)) or "承办机构提请集体讨论",
        period=Period(begins=local(meeting.started_at), ends=local(meeting.ended_at)),
        place=meeting.place,
        chair=officer_line(meeting.chair, drawing.on),
        reporter=meeting.reporter.name,
        recorder=meeting.recorder.name,
        present=tuple(officer_line(one.officer, drawing.on) for one in voices),
        handlers=handlers(drawing),
        report=meeting.report,
        speeches=tuple(
            SpeakerRow(
                name=one.officer.name,
                duty=one.officer.position,
                text=f"{one.opinion.rstrip('。')}。理由：{one.reason}",
                vote=VOTES[one.vote],
            )
            for one in voices
        ),
        conclusion=meeting.conclusion,
        signatures=tuple(Signature(name=one.officer.name, on=drawing.on) for one in voices if one.signed),
    )


def closing_report(drawing: Drawing) -> ClosingReport:
    file, case = drawing.file, drawing.file.case
    return ClosingReport(
        case_number=drawing.case_number,
        cause=case.cause,
        parties=party_blocks(drawing),
        outcome=_closing_outcome(drawing),
        result=result_of(file),
        execution="\n".join([case.closing_note, *_outcomes(file), *_carried_out(file)]),
        goods=_goods(file),
        **opinions(drawing, "closing"),
    )


def _outcomes(file: CaseFile) -> Iterator[str]:
    """Where there are several parties, what became of each: served how and when, owed and paid."""
    for party in file.parties if len(file.parties) > 1 else ():
        papers = [one for one in file.papers if one.form_key in DECISIONS and one.party_id == party.pk]
        service = next((found for one in papers if (found := file.service_of(one))), None)
        parts = [f"决定书于{chinese_day(service.served_on)}{chinese(service.get_manner_display())}"] if service else []
        owed = file.owed_by(party)
        parts.append(f"应缴{owed}元，已缴{file.paid_by(party)}元" if owed else "没有应缴款项")
        yield f"{party.name}：{'，'.join(parts)}。"


def _carried_out(file: CaseFile) -> Iterator[str]:
    """What became of each penalty that is not money."""
    for one in sorted(file.case.performances.all(), key=lambda row: row.pk):
        done = "当事人没有履行" if one.refused else "已执行"
        days = chinese_day(one.carried_out_on) + (f"至{chinese_day(one.until)}" if one.until else "")
        proof = "、".join(filter(None, [one.proof, one.evidence.title if one.evidence else "", one.organ]))
        yield f"{chinese(one)}：{days}{done}，{one.how.rstrip('。')}（{proof}）。"


def _goods(file: CaseFile) -> str:
    """罚没财物处置情况: what was confiscated or disposed of among the things held."""
    told = (
        f"{one.name}（{one.quantity}）{chinese_day(one.fate_on)}{chinese(one.get_fate_display())}"
        for measure in file.measures
        for one in sorted(measure.things.all(), key=lambda row: row.pk)
        if one.fate in (Fate.CONFISCATED, Fate.DISPOSED) and one.fate_on
    )
    return "；".join(told)


def _closing_outcome(drawing: Drawing) -> str:
    case = drawing.file.case
    kinds = {one.kind for one in drawing.file.decisions}
    if "penalty" in kinds:
        return "executed"
    if kinds:
        return "no-penalty"
    return "transferred" if case.transferred_to else "withdrawn"

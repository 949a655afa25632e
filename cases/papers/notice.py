"""The papers between notice and decision: notice, statement, hearing."""

from datetime import datetime

from cases.models import Hearing, Statement
from cases.papers.parts import (
    Drawing,
    charge_lines,
    evidence_titles,
    facts_of,
    handlers,
    local,
    officer_line,
    party_block,
    penalty_words,
)
from documents.forms.notices import HearingNotice, ViolationNotice
from documents.forms.parts import Opinion, Period, PersonBlock, SpeakerRow
from documents.forms.records import HearingRecord, StatementRecord
from documents.forms.review import StatementAnswer
from law.terms import term_rule
from law.wording import wording

RECUSAL = "recusal-clause"
ACCEPTED = {"fully": "adopted", "partly": "partly", "not": "rejected"}


def violation_notice(drawing: Drawing) -> ViolationNotice:
    file, party, on = drawing.file, drawing.the_party, drawing.on
    days = term_rule("statement", on).length
    return ViolationNotice(
        case_number=drawing.case_number,
        addressee=party.name,
        charges=charge_lines(file, file.charges_of(party), "proposed"),
        proposal=penalty_words(file.sanctions_of(party, "proposed")),
        facts=facts_of(drawing, party),
        evidence=evidence_titles(drawing),
        statement_sentence=wording("statement-clause", on),
        statement_period=f"陈述申辩请于收到本通知书之日起{days}个工作日内提出。",
        hearing_right=file.has_hearing_right(party),
        hearing_sentence=wording("hearing-clause", on),
        letterhead=drawing.letterhead,
    )


def statement_record(drawing: Drawing) -> StatementRecord:
    statement: Statement = drawing.about
    officers = handlers(drawing)
    return StatementRecord(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        period=Period(begins=datetime.combine(statement.made_on, datetime.min.time())),
        place=drawing.bureau.address,
        speaker=PersonBlock(
            name=statement.party.representative or statement.party.name,
            id_number=statement.party.id_number,
            phone=statement.party.phone,
            address=statement.party.address,
            relation="当事人" if statement.party.is_person else f"{statement.party.name}法定代表人",
        ),
        officers=officers,
        recorder=officers[-1],
        content=statement.text,
    )


def statement_answer(drawing: Drawing) -> StatementAnswer:
    statement: Statement = drawing.about
    return StatementAnswer(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=statement.party.name,
        stated_on=statement.made_on,
        manner="口头" if statement.oral else "书面",
        statement=statement.text,
        reviewers=handlers(drawing),
        findings=statement.answer,
        outcome=ACCEPTED[statement.accepted],
        reasons=statement.answer,
        handler=Opinion(text=statement.answer, name=drawing.ask.officer.name, on=drawing.on),
    )


def hearing_notice(drawing: Drawing) -> HearingNotice:
    hearing: Hearing = drawing.about
    if hearing.chair is None or hearing.recorder is None or hearing.set_for is None:
        raise LookupError("A hearing is announced with chair, recorder and time.")
    return HearingNotice(
        case_number=drawing.case_number,
        addressee=hearing.party.name,
        cause=drawing.file.case.cause,
        held_at=local(hearing.set_for),
        place=hearing.place,
        open_to_public=hearing.is_public,
        chair=officer_line(hearing.chair, drawing.on),
        recorder=officer_line(hearing.recorder, drawing.on),
        recusal_sentence=wording(RECUSAL, drawing.on),
        letterhead=drawing.letterhead,
    )


def hearing_record(drawing: Drawing) -> HearingRecord:
    hearing: Hearing = drawing.about
    if hearing.chair is None or hearing.recorder is None or hearing.set_for is None:
        raise LookupError("A hearing is held with chair, recorder and time.")
    return HearingRecord(
        case_number=drawing.case_number,
        case_name=drawing.file.case.cause,
        bureau=drawing.bureau.name,
        place=hearing.place,
        period=Period(begins=local(hearing.set_for)),
        open_to_public=hearing.is_public,
        chair=hearing.chair.name,
        recorder=hearing.recorder.name,
        officers=handlers(drawing),
        party=party_block(hearing.party, drawing.on),
        proceedings=(
            SpeakerRow(name="笔录", text=hearing.minutes),
            SpeakerRow(name="主持人听证意见", text=hearing.opinion),
        ),
    )

"""The papers between notice and decision: notice and statement."""

from datetime import datetime

from cases.models import Statement
from cases.papers.parts import (
    Drawing,
    charge_lines,
    chinese,
    evidence_titles,
    facts_of,
    handlers,
    officer_line,
    party_block,
    penalty_words,
    workplace_of,
)
from documents.forms.notices import ViolationNotice
from documents.forms.parts import OfficerLine, Opinion, Period, PersonBlock
from documents.forms.records import StatementRecord, WaiverStatement
from documents.forms.review import StatementAnswer
from law.terms import term_rule
from law.wording import wording

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
    officers = takers(drawing, statement)
    party = statement.party
    told = party_block(party, statement.made_on)
    name = party.representative or party.name
    return StatementRecord(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        period=Period(begins=datetime.combine(statement.made_on, statement.made_at or datetime.min.time())),
        place=statement.place or drawing.bureau.address,
        speaker=PersonBlock(
            name=name,
            sex=told.sex,
            age=told.age,
            id_number=party.identity_words,
            phone=party.phone,
            workplace=workplace_of(name, party),
            address=party.address,
            relation="当事人" if party.is_person else f"{party.name}法定代表人",
        ),
        officers=officers,
        recorder=officers[-1],
        content="\n".join(filter(None, [statement.text, _put_forward(statement)])),
    )


def waiver_statement(drawing: Drawing) -> WaiverStatement:
    waiver: Statement = drawing.about
    party = waiver.party
    notices = [one for one in drawing.file.papers_of("violation-notice") if one.party_id == party.pk]
    told = notices[-1] if notices else None
    return WaiverStatement(
        case_number=drawing.case_number,
        bureau=drawing.bureau.name,
        party=party.name,
        served_on=told.served_on if told else None,
        notice_number=told.number if told else "",
        hearing_right=drawing.file.has_hearing_right(party),
        made_on=waiver.made_on,
        text=waiver.text,
        officers=handlers(drawing),
    )


def _consequence(statement: Statement) -> str:
    return f"{chinese(statement.get_consequence_display())}。"


def takers(drawing: Drawing, statement: Statement) -> tuple[OfficerLine, ...]:
    """Who heard the party; for a written statement the handlers of the case."""
    took = [one for one in (statement.taken_by, statement.second_taker) if one is not None]
    return tuple(officer_line(one, drawing.on) for one in took) if len(took) > 1 else handlers(drawing)


def _put_forward(statement: Statement) -> str:
    return f"提出的事实和证据：{statement.put_forward}" if statement.put_forward else ""


def statement_answer(drawing: Drawing) -> StatementAnswer:
    statement: Statement = drawing.about
    return StatementAnswer(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=statement.party.name,
        stated_on=statement.made_on,
        manner="口头" if statement.oral else "书面",
        statement="\n".join(filter(None, [statement.text, _put_forward(statement)])),
        reviewers=handlers(drawing),
        findings=statement.findings or statement.answer,
        outcome=ACCEPTED[statement.accepted],
        reasons=statement.answer,
        handler=Opinion(text=_consequence(statement), name=drawing.ask.officer.name, on=drawing.on),
    )

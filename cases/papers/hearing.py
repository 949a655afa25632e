"""The papers of a hearing, from the request to the report."""

from collections.abc import Iterator

from cases.guards.hearing import STAGES
from cases.models import Hearing, HearingAgent, HearingChange, HearingRecusal
from cases.papers.parts import Drawing, chinese, handlers, local, officer_line, party_block
from documents.forms.hearing import (
    HearingAnnouncement,
    HearingChangeNotice,
    HearingRecusalDecision,
    HearingRefusal,
    HearingReport,
    HearingRequestRecord,
)
from documents.forms.notices import HearingNotice
from documents.forms.parts import Opinion, Period, PersonBlock, SpeakerRow
from documents.forms.records import HearingRecord
from law.citations import cite_all, print_citations
from law.hearing_grounds import hearing_ground
from law.wording import wording

RECUSAL = "recusal-clause"


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
    if hearing.chair is None or hearing.recorder is None or hearing.started_at is None or hearing.ended_at is None:
        raise LookupError("A hearing is held with chair, recorder and time.")
    return HearingRecord(
        case_number=drawing.case_number,
        case_name=drawing.file.case.cause,
        bureau=drawing.bureau.name,
        place=hearing.place,
        period=Period(begins=local(hearing.started_at), ends=local(hearing.ended_at)),
        open_to_public=hearing.is_public,
        chair=hearing.chair.name,
        recorder=hearing.recorder.name,
        officers=handlers(drawing),
        party=party_block(hearing.party, drawing.on),
        agents=tuple(agent_block(one) for one in hearing.agents.all()),
        others=(PersonBlock(name=hearing.attended),) if hearing.attended else (),
        proceedings=tuple(proceedings(hearing)),
    )


def agent_block(agent: HearingAgent) -> PersonBlock:
    return PersonBlock(
        name=agent.name, sex=agent.sex, id_number=agent.id_number, phone=agent.phone, workplace=agent.workplace
    )


def proceedings(hearing: Hearing) -> Iterator[SpeakerRow]:
    """What was said stage by stage, each exhibit with the opinion on it, and why somebody did not sign."""
    titles = {key: chinese(title) for key, title in STAGES}
    for said in hearing.stages:
        yield SpeakerRow(name=titles.get(said["stage"], said["stage"]), duty=said["speaker"], text=said["text"])
        if said["stage"] == "evidence":
            for number, shown in enumerate(hearing.exhibits, start=1):
                yield SpeakerRow(name=f"证据{number}　{shown['title']}", text=f"质证意见：{shown['opinion']}")
    if not hearing.signed:
        yield SpeakerRow(name="主持人注明", text=hearing.unsigned_reason)


def request_record(drawing: Drawing) -> HearingRequestRecord:
    hearing: Hearing = drawing.about
    party = hearing.party
    return HearingRequestRecord(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        requested_on=hearing.requested_on,
        place=drawing.bureau.address,
        speaker=PersonBlock(
            name=party.representative or party.name,
            id_number=party.identity_words,
            phone=party.phone,
            address=party.address,
            relation="当事人" if party.is_person else f"{party.name}法定代表人",
        ),
        officers=handlers(drawing),
        content=hearing.request,
    )


def hearing_refusal(drawing: Drawing) -> HearingRefusal:
    hearing: Hearing = drawing.about
    ground = hearing_ground(hearing.ground, drawing.on)
    return HearingRefusal(
        case_number=drawing.case_number,
        addressee=hearing.party.name,
        cause=drawing.file.case.cause,
        requested_on=hearing.requested_on,
        ground=ground.title,
        reason=hearing.note,
        basis=print_citations(cite_all(ground.basis)),
        letterhead=drawing.letterhead,
    )


def hearing_announcement(drawing: Drawing) -> HearingAnnouncement:
    hearing: Hearing = drawing.about
    if hearing.chair is None or hearing.recorder is None or hearing.set_for is None:
        raise LookupError("A hearing is announced with chair, recorder and time.")
    return HearingAnnouncement(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=hearing.party.name,
        held_at=local(hearing.set_for),
        place=hearing.place,
        chair=officer_line(hearing.chair, drawing.on),
        recorder=officer_line(hearing.recorder, drawing.on),
        letterhead=drawing.letterhead,
    )


def change_notice(drawing: Drawing) -> HearingChangeNotice:
    change: HearingChange = drawing.about
    ground = hearing_ground(change.ground, drawing.on) if change.ground else None
    return HearingChangeNotice(
        case_number=drawing.case_number,
        addressee=change.party.name,
        cause=drawing.file.case.cause,
        kind=change.kind,
        was_held_at=local(change.was_set_for) if change.was_set_for else None,
        ground=ground.title if ground else "",
        reason=change.reason,
        held_at=local(change.set_for) if change.set_for else None,
        place=change.place,
        basis=print_citations(cite_all(ground.basis)) if ground else wording("basis-hearing-time", drawing.on),
        letterhead=drawing.letterhead,
    )


def recusal_decision(drawing: Drawing) -> HearingRecusalDecision:
    recusal: HearingRecusal = drawing.about
    return HearingRecusalDecision(
        case_number=drawing.case_number,
        addressee=recusal.party.name,
        cause=drawing.file.case.cause,
        challenged=recusal.challenged.name,
        function=chinese(recusal.get_function_display()),
        asked_by=chinese(recusal.get_asked_by_display()),
        reason=recusal.reason,
        outcome="granted" if recusal.granted else "rejected",
        opinion=recusal.opinion,
        replacement=recusal.replacement.name if recusal.replacement else "",
        letterhead=drawing.letterhead,
    )


def hearing_report(drawing: Drawing) -> HearingReport:
    hearing: Hearing = drawing.about
    if hearing.chair is None or hearing.recorder is None:
        raise LookupError("A hearing is reported by its chair.")
    return HearingReport(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        chair=hearing.chair.name,
        recorder=hearing.recorder.name,
        party=hearing.party.name,
        summary=hearing.report,
        advice=f"{chinese(hearing.get_advice_display())}。",
        conclusion=Opinion(text=hearing.opinion, name=drawing.ask.officer.name, on=drawing.on),
    )

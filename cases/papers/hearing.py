"""The papers of a hearing, from the request to the report."""

from collections.abc import Iterator

from cases.guards.hearing import STAGES
from cases.models import Hearing, HearingAgent
from cases.papers.parts import Drawing, chinese, handlers, local, officer_line, party_block
from documents.forms.notices import HearingNotice
from documents.forms.parts import Period, PersonBlock, SpeakerRow
from documents.forms.records import HearingRecord
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

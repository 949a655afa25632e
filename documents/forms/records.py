"""What do the records made face to face carry: at the scene, in an interview, of a statement, in a hearing?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import QA, OfficerLine, PartyBlock, Period, PersonBlock, Signature, SpeakerRow


@dataclass(frozen=True, kw_only=True)
class SceneRecord:
    """现场笔录, ministry form 4."""

    case_number: str
    """May be empty: the record is often made before the case is filed."""
    place: str
    period: Period
    officers: tuple[OfficerLine, ...]
    recorder: str
    person: PersonBlock
    vehicle_number: str = ""
    vehicle_type: str = ""
    situation: str
    reading: str = ""
    """"read" (看过) or "heard" (宣读) ticks the box; "" leaves both open for ink."""
    person_signature: Signature = Signature()
    witness: Signature = Signature()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class InspectionRecord:
    """勘验笔录, ministry form 3."""

    case_number: str
    cause: str
    period: Period
    place: str
    weather: str = ""
    officers: tuple[OfficerLine, ...]
    recorder: str
    person: PersonBlock
    absence: str = ""
    """Why neither the party nor an agent was there."""
    witness: str = ""
    """The invited person (被邀请人)."""
    witness_duty: str = ""
    recorder_duty: str = ""
    situation: str
    drawing: str = ""
    person_signature: Signature = Signature()


@dataclass(frozen=True, kw_only=True)
class InterviewRecord:
    """询问笔录, ministry form 2; signed page by page."""

    case_number: str
    period: Period
    ordinal: int
    """Which interview of this person in the case, from 1."""
    place: str
    interviewers: tuple[OfficerLine, ...]
    recorder: str
    bureau: str
    person: PersonBlock
    exchange: tuple[QA, ...]
    person_signature: Signature = Signature()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class StatementRecord:
    """陈述申辩笔录 (auxiliary A13)."""

    case_number: str
    cause: str
    period: Period
    place: str
    speaker: PersonBlock
    officers: tuple[OfficerLine, ...]
    recorder: OfficerLine
    content: str
    person_signature: Signature = Signature()


@dataclass(frozen=True, kw_only=True)
class WaiverStatement:
    """放弃陈述申辩及听证权利的说明 (auxiliary A15): the party's own words, signed in ink."""

    case_number: str
    bureau: str
    party: str
    served_on: date | None
    notice_number: str
    hearing_right: bool
    """Only who may ask for a hearing can give it up."""
    made_on: date
    text: str
    """How the waiver was expressed, as the handler noted it."""
    officers: tuple[OfficerLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class HearingRecord:
    """听证笔录, ministry form 13; signed page by page."""

    case_number: str
    case_name: str
    bureau: str
    place: str
    period: Period
    open_to_public: bool = True
    chair: str
    members: tuple[str, ...] = ()
    recorder: str
    officers: tuple[OfficerLine, ...]
    party: PartyBlock
    agents: tuple[PersonBlock, ...] = ()
    third_parties: tuple[PersonBlock, ...] = ()
    others: tuple[PersonBlock, ...] = ()
    proceedings: tuple[SpeakerRow, ...]

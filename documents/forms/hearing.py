"""What do the auxiliary papers of a hearing carry: request, refusal, announcement, changes, challenge, report?"""

from dataclasses import dataclass
from datetime import date, datetime

from documents.forms.parts import Letterhead, OfficerLine, Opinion, PersonBlock, Signature


@dataclass(frozen=True, kw_only=True)
class HearingRequestRecord:
    """听证申请笔录: an oral request taken down (行政处罚法64(1))."""

    case_number: str
    cause: str
    requested_on: date | None
    place: str
    speaker: PersonBlock
    officers: tuple[OfficerLine, ...]
    content: str
    person_signature: Signature = Signature()


@dataclass(frozen=True, kw_only=True)
class HearingRefusal:
    """不予受理听证通知书 (auxiliary A35)."""

    case_number: str
    addressee: str
    cause: str
    requested_on: date | None
    ground: str
    reason: str
    basis: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class HearingAnnouncement:
    """听证公告 (auxiliary A35): every hearing that is not private is announced (行政处罚法64(3))."""

    case_number: str
    cause: str
    party: str
    held_at: datetime | None
    place: str
    chair: OfficerLine
    recorder: OfficerLine
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class HearingChangeNotice:
    """延期（中止、恢复、终止）听证通知书; one form with four ticks, like the ministry's form 22."""

    case_number: str
    addressee: str
    cause: str
    kind: str
    """postponed, suspended, resumed or ended ticks the box."""
    was_held_at: datetime | None = None
    ground: str = ""
    reason: str
    held_at: datetime | None = None
    place: str = ""
    basis: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class HearingRecusalDecision:
    """听证人员回避决定书 (auxiliary A35; 行政处罚法43)."""

    case_number: str
    addressee: str
    cause: str
    challenged: str
    function: str
    asked_by: str
    reason: str
    outcome: str
    """granted or rejected ticks the box."""
    opinion: str
    replacement: str = ""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class HearingReport:
    """听证报告书 (auxiliary A16)."""

    case_number: str
    cause: str
    chair: str
    members: tuple[str, ...] = ()
    recorder: str
    party: str
    summary: str
    advice: str
    conclusion: Opinion
    head: Opinion = Opinion()
    remarks: str = ""

"""What do the papers carry about things that are held by force: taken, kept, tested, released, disposed of?"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from documents.forms.parts import HandedOver, Letterhead, OfficerLine, Opinion, PartyBlock


@dataclass(frozen=True, kw_only=True)
class MeasureApproval:
    """行政强制措施审批表 (auxiliary A6); also for approval afterwards (行政强制法 19)."""

    case_number: str
    cause: str
    parties: tuple[PartyBlock, ...]
    summary: str
    measure: str
    kind: str
    """"seal", "seize" or "detain": which box is ticked."""
    basis: str
    things: tuple[HandedOver, ...] = ()
    follows: str = ""
    urgent: bool = False
    carried_out_at: datetime | None = None
    reported_at: datetime | None = None
    late: str = ""
    """By how much the report was late and why; empty when it was in time."""
    handler: Opinion = Opinion()
    head: Opinion = Opinion()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class MeasureDecision:
    """行政强制措施决定书, ministry form 8, with its inventory (行政强制法 24)."""

    case_number: str
    party: PartyBlock
    found: str = ""
    """The day, as printed: …年…月…日，你（单位）…."""
    facts: str
    basis: str
    objects: str
    """Names and quantities in one phrase; completes 本机关决定对你（单位）的…."""
    measure: str
    begins: date | None
    ends: date | None
    remedy: str
    things: tuple[HandedOver, ...]
    notes: str = ""
    officers: tuple[OfficerLine, ...] = ()
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class MeasureExtension:
    """延长行政强制措施期限通知书, ministry form 9."""

    case_number: str
    addressee: str
    facts: str
    taken_on: date | None
    measure: str
    decision_number: str
    reason: str
    until: date | None
    remedy: str = ""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class TestNotice:
    """检测期间告知书 (行政强制法 25.3)."""

    case_number: str
    addressee: str
    taken_on: date | None
    measure: str
    decision_number: str
    objects: str
    subject: str
    institution: str
    first: date | None
    last: date | None
    until: date | None
    """The last day of the hold with these days left out."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class MeasureRelease:
    """解除行政强制措施决定书, ministry form 10."""

    case_number: str
    addressee: str
    facts: str
    taken_on: date | None
    measure: str
    decision_number: str
    ground: int
    """1–5: the item of 行政强制法 28.1."""
    from_day: date | None
    things: tuple[HandedOver, ...]
    officers: tuple[OfficerLine, ...] = ()
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class ReturnList:
    """退还财物清单."""

    case_number: str
    cause: str
    party: str
    measure: str
    decision_number: str
    things: tuple[HandedOver, ...]
    proceeds: Decimal | None = None
    """What was got for things that would not keep."""
    returned_on: date | None
    returned_to: str
    note: str
    officers: tuple[OfficerLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CustodyRecord:
    """涉案财物交接记录: giver and taker."""

    case_number: str
    cause: str
    party: str
    measure: str
    things: tuple[HandedOver, ...]
    giver: str
    handed_at: datetime | None
    taker: str
    taken_at: datetime | None = None
    place: str
    condition: str
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class DisposalApproval:
    """涉案财物处理审批表 (行政处罚法 74)."""

    case_number: str
    cause: str
    parties: tuple[PartyBlock, ...]
    things: tuple[HandedOver, ...]
    ground: str
    basis: str
    manner: str
    valuation: Decimal
    valued_by: str
    handler: Opinion = Opinion()
    head: Opinion = Opinion()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class ThingsTransferNotice:
    """财物随案移送告知书 (行政强制法 21)."""

    case_number: str
    addressee: str
    cause: str
    taken_on: date | None
    measure: str
    decision_number: str
    receiver: str
    receipt: str
    things: tuple[HandedOver, ...]
    letterhead: Letterhead

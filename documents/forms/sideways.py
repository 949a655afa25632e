"""What do the papers carry by which a case leaves its road: to the police, to others, to a standstill or an end?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import HandedOver, Letterhead, OfficerLine, Opinion, PartyBlock


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of an approval sheet: its label and what was written."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class ApprovalSheet:
    """An internal 审批表: the case, what is asked for and why, and the three opinions (auxiliary A18, A35)."""

    case_number: str
    heading: str = ""
    """Replaces the title where one form serves several steps: 恢复调查审批表."""
    cause: str
    filed_on: date | None
    parties: tuple[PartyBlock, ...]
    summary: str
    lines: tuple[Line, ...] = ()
    basis: str
    handler: Opinion = Opinion()
    unit_head: Opinion = Opinion()
    head: Opinion = Opinion()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class CrimeTransfer:
    """涉嫌犯罪案件移送书 with its receipt (auxiliary A21, 移送规定 6 and 7)."""

    case_number: str
    addressee: str
    handlers: tuple[OfficerLine, ...]
    parties: tuple[PartyBlock, ...]
    crime: str
    finding: str
    imposed: str = ""
    """Penalties imposed before the transfer: they go on, a fine is set off (移送规定 11)."""
    goods: tuple[HandedOver, ...] = ()
    materials: tuple[HandedOver, ...] = ()
    no_expert_reason: str = ""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class TransferNotice:
    """案件移送告知书 (auxiliary A20)."""

    case_number: str
    party: str
    transferred_on: date | None
    cause: str
    transferred_to: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class RecusalDecision:
    """回避决定书, granting or refusing (auxiliary A35)."""

    case_number: str
    cause: str
    addressee: str
    """The party that applied, or the person concerned."""
    person: str
    position: str
    asked_by: str
    """当事人某某申请 / 本人自行申请 / 负责人决定."""
    asked_on: date | None
    ground: str
    reason: str
    granted: bool
    reconsidered: bool = False
    decision: str
    collective: str = ""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class PoliceRequest:
    """提请复议书, and 立案监督建议书 to the procuratorate (移送规定 9)."""

    case_number: str
    addressee: str
    police: str
    party: str
    crime: str
    sent_on: date | None
    answer_number: str
    answered_on: date | None
    answer: str
    request: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class AssistanceLetter:
    """协助调查函 (auxiliary A22)."""

    case_number: str
    addressee: str
    cause: str
    questions: str
    due_on: date | None
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class DesignationRequest:
    """关于指定管辖的请示 to the common superior (行政处罚法 25.2)."""

    case_number: str
    superior: str
    cause: str
    occurred_on: date
    place: str
    filed_on: date | None
    other_agency: str
    question: str
    opinion: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class IncomingAnswer:
    """移送案件接收回执, and later 移送案件处理情况告知函."""

    case_number: str
    addressee: str
    letter_number: str
    received_on: date | None
    cause: str
    materials: str
    answer: str = ""
    """Empty in the receipt."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class HomeCopy:
    """抄告函 to the authority where an overloaded vehicle is registered (超限运输规定 44)."""

    case_number: str
    addressee: str
    plate: str
    party: str
    occurred_on: date
    place: str
    total_kg: int
    limit_kg: int
    decision_number: str
    decided_on: date | None
    penalty: str
    letterhead: Letterhead

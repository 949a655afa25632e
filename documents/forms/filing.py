"""What do the papers carry that open a case, refuse to open it, drop it or hand it on?"""

from dataclasses import dataclass
from datetime import date, datetime

from documents.forms.parts import HandedOver, Letterhead, Opinion, PartyBlock


@dataclass(frozen=True, kw_only=True)
class FilingForm:
    """立案登记表, ministry form 1."""

    case_number: str
    source: int
    """1–6, the tick of 案件来源 in the order of the form."""
    source_detail: str = ""
    """Which organ (3–5) or which other way (6)."""
    cause: str
    received_at: datetime | None
    parties: tuple[PartyBlock, ...]
    summary: str
    basis: str
    handler: Opinion = Opinion()
    """Who asks for the filing: named under 案件基本情况."""
    unit_head: Opinion = Opinion()
    head: Opinion = Opinion()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class NoFilingForm:
    """不予立案审批表 (auxiliary)."""

    case_number: str
    source: int
    source_detail: str = ""
    cause: str
    received_at: datetime | None
    parties: tuple[PartyBlock, ...]
    summary: str
    reason: str
    basis: str
    handler: Opinion = Opinion()
    unit_head: Opinion = Opinion()
    head: Opinion = Opinion()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class WithdrawalForm:
    """撤销立案审批表 (auxiliary A18)."""

    case_number: str
    cause: str
    filed_on: date | None
    parties: tuple[PartyBlock, ...]
    summary: str
    reason: str
    basis: str = ""
    handler: Opinion = Opinion()
    unit_head: Opinion = Opinion()
    head: Opinion = Opinion()
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class TransferLetter:
    """案件移送函 (auxiliary A19, with the lists of A21)."""

    case_number: str
    addressee: str
    """The organ that receives the case."""
    filed_on: date | None
    party: str
    cause: str
    finding: str
    """Completes 在调查中发现…."""
    reason: str
    """Why it is not ours, as a clause: 此案超出本单位管辖范围 / 涉嫌犯罪."""
    basis: str
    """Completes 现依据…的规定."""
    suspected_crime: bool = False
    materials: tuple[HandedOver, ...] = ()
    goods: tuple[HandedOver, ...] = ()
    letterhead: Letterhead

"""What do the papers carry that end a case and hold its dossier together?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import ContentsRow, Opinion, PartyBlock, Signature


@dataclass(frozen=True, kw_only=True)
class ClosingReport:
    """结案报告, ministry form 24 with the ticks of the 江苏 variant."""

    case_number: str
    cause: str
    parties: tuple[PartyBlock, ...]
    outcome: str
    """"withdrawn", "crime", "no-penalty", "not-executed", "executed", "transferred" or "other" ticks the box."""
    result: str
    execution: str
    goods: str = ""
    """罚没财物处置情况."""
    handler: Opinion = Opinion()
    unit_head: Opinion = Opinion()
    head: Opinion = Opinion()


@dataclass(frozen=True, kw_only=True)
class DossierCover:
    """卷宗封面 (auxiliary A30)."""

    case_number: str
    bureau: str
    title: str
    cause: str
    parties: tuple[str, ...]
    result: str
    procedure: str = "普通程序"
    volume: str = ""
    """正卷 or 副卷."""
    handlers: str = ""
    filed_on: date | None = None
    closed_on: date | None = None
    compiled_by: str = ""
    compiled_on: date | None = None
    retention: str = ""
    archive_number: str = ""
    items: int = 0
    pages: int = 0


@dataclass(frozen=True, kw_only=True)
class DossierContents:
    """卷内目录 (auxiliary A31)."""

    case_number: str
    volume: str = ""
    rows: tuple[ContentsRow, ...]


@dataclass(frozen=True, kw_only=True)
class BackSheet:
    """备考表 (auxiliary A32)."""

    case_number: str
    volume: str = ""
    pages: int
    text_pages: int = 0
    photos: int = 0
    drawings: int = 0
    others: str = ""
    note: str = ""
    compiled: Signature = Signature()
    checked: Signature = Signature()
    arranged: Signature = Signature()


@dataclass(frozen=True, kw_only=True)
class VolumeRow:
    """One volume as it is handed over or destroyed."""

    volume: str
    items: int = 0
    pages: int = 0


@dataclass(frozen=True, kw_only=True)
class ArchiveTransferList:
    """归档移交清单: what the archive received, from whom, until when it keeps it."""

    case_number: str
    cause: str
    parties: str
    archive_number: str
    filed_on: date | None = None
    closed_on: date | None = None
    volumes: tuple[VolumeRow, ...]
    retention: str
    retain_until: date | None = None
    giver: Signature = Signature()
    receiver: Signature = Signature()


@dataclass(frozen=True, kw_only=True)
class LoanSlip:
    """案卷借阅登记表: who has the dossier, why, and until when."""

    case_number: str
    cause: str
    archive_number: str
    borrower: Signature
    purpose: str
    approver: Signature = Signature()
    lender: Signature = Signature()
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class DisposalList:
    """档案销毁清单: appraised by one, approved by another, destroyed under two eyes more (档案法实施条例 24)."""

    case_number: str
    cause: str
    archive_number: str
    archived_on: date | None = None
    retention: str
    retain_until: date | None = None
    volumes: tuple[VolumeRow, ...]
    appraisal: str
    proposer: Signature = Signature()
    approver: Signature = Signature()

"""What do the papers of the investigation carry: the list of evidence and the report with its approvals?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import ChargeLine, EvidenceRow, OfficerLine, Opinion, PartyBlock, Signature


@dataclass(frozen=True, kw_only=True)
class EvidenceList:
    """证据清单 (auxiliary)."""

    case_number: str
    cause: str
    party: str
    rows: tuple[EvidenceRow, ...]
    officers: tuple[OfficerLine, ...]
    on: date | None = None


@dataclass(frozen=True, kw_only=True)
class InvestigationReport:
    """案件调查报告 (auxiliary A1)."""

    case_number: str
    cause: str
    filed_on: date | None
    investigators: tuple[OfficerLine, ...]
    parties: tuple[PartyBlock, ...]
    facts: str
    """How the case was investigated and what was found."""
    evidence: tuple[EvidenceRow, ...]
    charges: tuple[ChargeLine, ...]
    discretion: str = ""
    """Which circumstances weigh for or against the party."""
    conclusion: str
    """调查结论和处理意见."""
    signatures: tuple[Signature, ...] = ()
    unit_head: Opinion = Opinion()
    legal_review: Opinion = Opinion()
    """Struck where the case needs no review."""
    head: Opinion = Opinion()

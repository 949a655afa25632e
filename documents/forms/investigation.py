"""What do the papers of the investigation carry: the list of evidence and the report with its approvals?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import ChargeLine, EvidenceRow, OfficerLine, Opinion, PartyBlock, Signature
from documents.forms.sideways import Line


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


@dataclass(frozen=True, kw_only=True)
class RecordingNote:
    """视听资料（电子数据）说明书 (auxiliary A25): what a recording is, who made it how, and what it proves."""

    case_number: str
    cause: str
    name: str
    kind: str
    """"audiovisual" or "electronic": which box is ticked."""
    specification: str = ""
    quantity: str = ""
    source: str
    proves: str
    collected_on: date
    place: str = ""
    collector: str
    making: tuple[Line, ...] = ()
    """The questions of form that the law asks of this kind, with their answers."""
    digest: str = ""
    """SHA-256 of the file, in full."""
    officers: tuple[OfficerLine, ...] = ()
    remarks: str = ""

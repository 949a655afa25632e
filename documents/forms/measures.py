"""What do the papers carry by which evidence is secured: kept, released, returned, sampled, appraised?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import EvidenceRow, Letterhead, OfficerLine, PartyBlock, Period, Signature


@dataclass(frozen=True, kw_only=True)
class ThingRow:
    name: str
    specification: str = ""
    quantity: str = ""
    condition: str = ""
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class PreservationList:
    """证据登记保存清单, ministry form 6."""

    case_number: str
    party: PartyBlock
    cause: str
    days: int
    begins: date
    ends: date
    rows: tuple[ThingRow, ...]
    keeper: str = ""
    party_signature: Signature = Signature()
    officers: tuple[OfficerLine, ...] = ()
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class PreservationRelease:
    """解除证据登记保存决定书, ministry form 7."""

    case_number: str
    addressee: str
    kept_on: date
    list_number: str = ""
    released_on: date
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class ReturnReceipt:
    """登记保存物品返还清单 (auxiliary)."""

    case_number: str
    party: str
    ground: str
    """Why the things go back: the decision of a day, or the end of the period by itself."""
    rows: tuple[ThingRow, ...]
    receiver: str
    returned_on: date
    note: str = ""
    officers: tuple[OfficerLine, ...] = ()
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class ShowingRecord:
    """出示证据笔录 (auxiliary)."""

    case_number: str
    cause: str
    period: Period
    place: str
    party: str
    person: str
    rows: tuple[EvidenceRow, ...]
    opinion: str = ""
    officers: tuple[OfficerLine, ...] = ()
    recorder: str = ""
    person_signature: Signature = Signature()


@dataclass(frozen=True, kw_only=True)
class SamplingRecord:
    """抽样取证凭证, ministry form 5."""

    case_number: str
    party: PartyBlock
    period: Period
    place: str
    rows: tuple[ThingRow, ...]
    remarks: str = ""
    party_signature: Signature = Signature()
    officers: tuple[OfficerLine, ...] = ()
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class AppraisalLetter:
    """鉴定委托书 (auxiliary A35)."""

    case_number: str
    institution: str
    qualification: str
    cause: str
    repeated: bool = False
    question: str
    samples: str
    before: date
    excluded: str = ""
    """Which periods do not count meanwhile; the party is told in writing."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class AppraisalNotice:
    """鉴定意见告知书 (auxiliary)."""

    case_number: str
    addressee: str
    institution: str
    qualification: str
    entrusted_on: date
    question: str
    opinion: str
    may_ask_again: bool
    letterhead: Letterhead

"""What do the papers about service carry: its proof, the public notice, the confirmed address, the letter?"""

from dataclasses import dataclass
from datetime import date

from documents.forms.parts import Letterhead, OfficerLine, ServiceRow, Signature


@dataclass(frozen=True, kw_only=True)
class ServiceReceipt:
    """送达回证, ministry form 23."""

    case_number: str
    cause: str
    addressee: str
    receiver: str = ""
    """代收人, where somebody else took it."""
    rows: tuple[ServiceRow, ...]
    remarks: str = ""
    """Refusal and its reason, witnesses, relation of the receiver to the addressee."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class PublicNoticePaper:
    """送达公告 (auxiliary A35): why, what, and when it counts as served (民诉解释 138, 139)."""

    case_number: str
    addressee: str
    cause: str
    reason: str
    title: str
    """The paper that is served."""
    number: str = ""
    summary: str
    days: int
    """The period after which the paper counts as served."""
    places: str
    posted_on: date | None = None
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class AddressConfirmation:
    """送达地址确认书 (auxiliary A24)."""

    case_number: str
    cause: str
    party: str
    notes: str
    """告知事项, as the wording prescribes."""
    receiver: str
    relation: str
    phone: str
    address: str
    postcode: str = ""
    electronic: bool = False
    channel: str = ""
    """"sms", "wechat", "email", "fax" or "other" ticks the box."""
    account: str = ""
    covers: tuple[str, ...] = ()
    """Titles of the papers it covers; empty: all."""
    signed: Signature = Signature()
    officers: tuple[OfficerLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EntrustmentLetter:
    """委托送达函: another organ is asked to serve a paper (民事诉讼法 91)."""

    case_number: str
    organ: str
    party: str
    cause: str
    reason: str
    title: str
    number: str = ""
    address: str
    phone: str = ""
    letterhead: Letterhead

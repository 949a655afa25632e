"""What does the proof of service carry?"""

from dataclasses import dataclass

from documents.forms.parts import Letterhead, ServiceRow


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

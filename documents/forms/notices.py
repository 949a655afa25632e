"""What do the notices carry that go to the party before a decision?"""

from dataclasses import dataclass
from datetime import date, datetime

from documents.forms.parts import ChargeLine, Letterhead, OfficerLine


@dataclass(frozen=True, kw_only=True)
class ViolationNotice:
    """违法行为通知书, ministry form 11 (行政处罚法44)."""

    case_number: str
    addressee: str
    charges: tuple[ChargeLine, ...]
    proposal: str
    """All proposed penalties in one phrase; completes 本机关拟作出…的处罚决定."""
    facts: str = ""
    """Facts and reasons (行政处罚法44 asks for them, the printed form has no line)."""
    evidence: tuple[str, ...] = ()
    statement_right: bool = True
    statement_sentence: str
    """The dated sentence of the form on statement and defence, from law.wording."""
    statement_period: str = ""
    """Printed only where the bureau has set one, e.g. 请于收到本通知书之日起三个工作日内提出。"""
    hearing_right: bool = False
    hearing_sentence: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class HearingNotice:
    """听证通知书, ministry form 12."""

    case_number: str
    addressee: str
    cause: str
    held_at: datetime | None
    place: str
    open_to_public: bool
    chair: OfficerLine
    members: tuple[OfficerLine, ...] = ()
    recorder: OfficerLine
    recusal_sentence: str
    """The dated sentence on recusal, from law.wording."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class CorrectionOrder:
    """责令改正违法行为通知书, ministry form 16."""

    case_number: str
    addressee: str
    facts: str
    basis: str
    immediately: bool
    before: date | None = None
    demand: str = ""
    """What exactly has to be put right; printed after the ticks."""
    remedy: str
    """The whole remedy sentence as it stood on the day of issue."""
    officers: tuple[OfficerLine, ...] = ()
    letterhead: Letterhead

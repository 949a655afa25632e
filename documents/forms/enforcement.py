"""What do the papers carry by which a decision is enforced: ministry forms 17–22, the court application, the agreement?"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from documents.forms.parts import Letterhead, PartyBlock

MEASURES = ("surcharge", "auction", "court", "substitute", "other")
"""What form 19 announces, in its order."""


@dataclass(frozen=True, kw_only=True)
class PaymentPlanNotice:
    """分期（延期）缴纳罚款通知书, ministry form 17; one for each instalment (行政处罚法66.2)."""

    case_number: str
    addressee: str
    served_on: date | None
    decision_number: str
    fine: Decimal
    outcome: str
    """deferral, instalment or refused."""
    number: int = 1
    due_on: date | None = None
    amount: Decimal = Decimal(0)
    rest: Decimal = Decimal(0)
    """What is still to be paid of the fine after this instalment."""
    reason: str = ""
    """Completes 由于…，因此; only where it is refused."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class DemolitionNotice:
    """执行公告, ministry form 18 (行政强制法44)."""

    case_number: str
    cause: str
    party: str
    decided_on: date | None
    decision: str
    decision_number: str
    structure: str
    remove_by: date | None
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class Reminder:
    """催告书, ministry form 19 (行政强制法35, 54)."""

    case_number: str
    addressee: str
    conduct: str
    """Completes 因你（单位）…，."""
    decided_on: date | None
    decision: str
    """Completes 作出了…的决定."""
    decision_number: str
    subject_matter: str
    amount: Decimal = Decimal(0)
    period: str = ""
    manner: str
    demands: str = ""
    others: str = ""
    measures: tuple[str, ...] = ()
    """Of surcharge, auction, court, substitute, other."""
    substitute: str = ""
    other_measure: str = ""
    letterhead: Letterhead

    @property
    def ticks(self) -> dict[str, bool]:
        return {name: name in self.measures for name in MEASURES}


@dataclass(frozen=True, kw_only=True)
class EnforcementDecision:
    """行政强制执行决定书, ministry form 20 (行政强制法37)."""

    case_number: str
    party: PartyBlock
    decided_on: date | None
    decision: str
    decision_number: str
    hiding: bool
    basis: str
    planned_on: date | None
    method: str
    remedy: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class SubstituteDecision:
    """代履行决定书, ministry form 21 (行政强制法50–52)."""

    case_number: str
    party: PartyBlock
    conduct: str
    immediate: bool
    decided_on: date | None
    decision: str
    decision_number: str
    basis: str
    by_bureau: bool
    executor: str
    subject_matter: str
    method: str
    budget: Decimal
    prepaid_within: int
    bank: str
    account: str
    remedy: str
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class EnforcementNotice:
    """中止（终结、恢复）行政强制执行通知书, ministry form 22 (行政强制法39, 40, 42)."""

    case_number: str
    addressee: str
    cause: str
    decided_on: date | None
    decision_number: str
    kind: str
    """suspend, end, resume or breach."""
    reason: str = ""
    since: date | None = None
    """The day from which it is suspended, was suspended, or on which the agreement was made."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class CourtApplication:
    """强制执行申请书 (auxiliary A12; 行政强制法53–55, 59)."""

    case_number: str
    applicant: str
    applicant_address: str
    applicant_phone: str
    respondent: PartyBlock
    requests: str
    cause: str
    decision_number: str
    decision_served_on: date | None
    facts: str
    reminder_number: str
    reminder_served_on: date | None
    reminder_until: date | None
    urgency: str = ""
    court: str
    materials: tuple[str, ...]
    head: str = ""
    """The head who signs; empty while it is a draft."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class CostApplication:
    """强制执行申请书 for the costs of a performance in the party's place (no form of the ministry; 行政强制法 53–55)."""

    case_number: str
    applicant: str
    applicant_address: str
    applicant_phone: str
    respondent: PartyBlock
    requests: str
    cause: str
    substitute_number: str
    substitute_served_on: date | None
    carried_out_on: date | None
    cost: Decimal
    demand_number: str
    demand_served_on: date | None
    left: Decimal
    assets: str
    reminder_number: str
    reminder_served_on: date | None
    reminder_until: date | None
    court: str
    materials: tuple[str, ...]
    head: str = ""
    """The head who signs; empty while it is a draft."""
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class EnforcementAgreement:
    """行政强制执行协议书 (auxiliary A11; 行政强制法42)."""

    case_number: str
    party: PartyBlock
    bureau: str
    decision: str
    decision_number: str
    terms: str
    last_day: date | None
    remedial: str = ""
    relief: Decimal = Decimal(0)
    letterhead: Letterhead


@dataclass(frozen=True, kw_only=True)
class CostDemand:
    """代履行费用缴纳通知书, and the reminder of it (no form of the ministry; 行政强制法 51.2, 54)."""

    case_number: str
    party: PartyBlock
    substitute_number: str
    decided_on: date | None
    carried_out_on: date | None
    result: str
    budget: Decimal
    cost: Decimal
    breakdown: str
    excess_reason: str = ""
    paid: Decimal = Decimal(0)
    left: Decimal
    is_reminder: bool
    days: int
    """Calendar days of the demand, working days of the reminder."""
    bank: str
    account: str
    remedy: str = ""
    letterhead: Letterhead

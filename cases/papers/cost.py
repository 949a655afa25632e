"""The papers by which the costs of a performance in the party's place are demanded, demanded again, and sued for."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.timezone import localdate

from cases.execution_states import CostState
from cases.models import CostClaim
from cases.papers.parts import Drawing, party_block
from cases.substitute_costs import demand_of, order_of, reminder_of
from documents.forms.enforcement import CostApplication, CostDemand
from law.enforcement import enforcement_rows
from law.terms import compute, term_rule
from law.wording import wording

if TYPE_CHECKING:
    from documents.models import Document


def is_demanded(claim: CostClaim) -> bool:
    """Neither paid beforehand nor borne by somebody else."""
    return claim.state in (CostState.DEMANDED, CostState.REMINDED)


def cost_demand(drawing: Drawing) -> CostDemand:
    claim: CostClaim = drawing.about
    performed, bureau = claim.performed, drawing.bureau
    is_reminder = claim.state == CostState.REMINDED
    authorities = {"reviewing_government": bureau.reviewing_government, "court": bureau.court}
    return CostDemand(
        case_number=drawing.case_number,
        party=party_block(claim.party, drawing.on),
        substitute_number=number_of(order_of(drawing.file, claim)),
        decided_on=performed.decided_on,
        carried_out_on=localdate(performed.carried_out_at) if performed.carried_out_at else None,
        result=performed.result.rstrip("。"),
        budget=claim.budget,
        cost=Decimal(claim.cost),
        breakdown=claim.breakdown,
        excess_reason=claim.excess_reason,
        paid=claim.paid,
        left=claim.left,
        is_reminder=is_reminder,
        days=term_rule("reminder" if is_reminder else "cost_payment", drawing.on).length,
        bank=bureau.bank_name,
        account=bureau.bank_account,
        remedy="" if is_reminder else wording("remedy-clause-costs", drawing.on).format(**authorities),
        letterhead=drawing.letterhead,
    )


def cost_application(drawing: Drawing) -> CostApplication:
    claim: CostClaim = drawing.about
    file, bureau, performed = drawing.file, drawing.bureau, claim.performed
    order, demand, reminder = order_of(file, claim), demand_of(file, claim), reminder_of(file, claim)
    reminded = served_on(drawing, reminder)
    rows = enforcement_rows("material", claim.proposed_on or drawing.on)
    return CostApplication(
        case_number=drawing.case_number,
        applicant=bureau.name,
        applicant_address=bureau.address,
        applicant_phone=bureau.phone,
        respondent=party_block(claim.party, drawing.on),
        requests=claim.requests,
        cause=file.case.cause,
        substitute_number=number_of(order),
        substitute_served_on=served_on(drawing, order),
        carried_out_on=localdate(performed.carried_out_at) if performed.carried_out_at else None,
        cost=Decimal(claim.cost),
        demand_number=number_of(demand),
        demand_served_on=served_on(drawing, demand),
        left=claim.left,
        assets=claim.assets,
        reminder_number=number_of(reminder),
        reminder_served_on=reminded,
        reminder_until=compute(term_rule("reminder", reminded), reminded).due if reminded else None,
        court=claim.court,
        materials=tuple(f"{row.title}：{claim.materials.get(row.key, '')}" for row in rows),
        head=claim.applied_by.name if claim.applied_by else "",
        letterhead=drawing.letterhead,
    )


def number_of(paper: "Document | None") -> str:
    return str(paper.number) if paper else ""


def served_on(drawing: Drawing, paper: "Document | None") -> date | None:
    service = drawing.file.service_of(paper)
    return service.served_on if service else None

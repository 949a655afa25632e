"""The paper by which the costs of a performance in the party's place are demanded, and demanded again."""

from decimal import Decimal

from django.utils.timezone import localdate

from cases.execution_states import CostState
from cases.models import CostClaim
from cases.papers.enforcement import number_of
from cases.papers.parts import Drawing, party_block
from documents.forms.enforcement import CostDemand
from law.terms import term_rule
from law.wording import wording


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
        substitute_number=number_of(drawing, "substitute-decision"),
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
        remedy="" if is_reminder else wording("remedy-clause-enforcement", drawing.on).format(**authorities),
        letterhead=drawing.letterhead,
    )

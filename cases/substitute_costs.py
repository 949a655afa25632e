"""Which performances in a party's place are not accounted for, and which papers belong to a claim (行政强制法 51.2, 53, 54)?

Pure functions of a case file: a party may owe for several performances, each with its own order, demand and reminder.
"""

from typing import TYPE_CHECKING, Any

from cases.execution_states import ClearingState, CostState

if TYPE_CHECKING:
    from cases.case_file import CaseFile
    from cases.models import CostClaim
    from documents.models import Document


def unaccounted(file: "CaseFile") -> list[Any]:
    """Performances in a party's place that were carried out and whose costs nobody has accounted for."""
    claims = file.case.cost_claims.all()
    done = {("execution", one.execution_id) for one in claims} | {("clearing", one.clearing_id) for one in claims}
    substitutes = [
        one
        for enforcement in file.case.enforcements.all()
        for one in enforcement.executions.all()
        if one.kind == "substitute" and one.carried_out_at
    ]
    clearings = [one for one in file.case.clearings.all() if one.state == ClearingState.DONE]
    return [one for one in substitutes if ("execution", one.pk) not in done] + [
        one for one in clearings if ("clearing", one.pk) not in done
    ]


def costs_are_demanded(file: "CaseFile", party: Any) -> bool:
    """Of this party, who was not reminded yet."""
    claims: Any = file.case.cost_claims.all()
    return any(one.party_id == party.pk and one.state == CostState.DEMANDED for one in claims)


def order_of(file: "CaseFile", claim: "CostClaim") -> "Document | None":
    """The decision to perform in the party's place, which the party may contest."""
    return _latest(file, "substitute-decision", claim.performed)


def demand_of(file: "CaseFile", claim: "CostClaim") -> "Document | None":
    return _latest(file, "cost-demand", claim, is_reminder=False)


def reminder_of(file: "CaseFile", claim: "CostClaim") -> "Document | None":
    return _latest(file, "cost-demand", claim, is_reminder=True)


def _latest(file: "CaseFile", form: str, row: Any, **said: Any) -> "Document | None":
    key = f"{row._meta.model_name}-{row.pk}"
    found = [
        one
        for one in file.papers_of(form)
        if one.subject_key == key
        and one.state != "draft"
        and all(one.content.get(name) == value for name, value in said.items())
    ]
    return found[-1] if found else None

"""The papers by which money is deferred and a decision is enforced."""

from datetime import date
from decimal import Decimal
from typing import Any

from cases.models import (
    Clearing,
    CourtApplication,
    Enforcement,
    EnforcementAgreement,
    EnforcementSuspension,
    Instalment,
    OwnExecution,
    Party,
    PaymentPlan,
)
from cases.money import account_of, decided_money
from cases.papers.parts import Drawing, chinese_day, party_block, penalty_words
from documents.amounts import written
from documents.forms import enforcement as forms
from law.citations import cite_all, print_citations
from law.enforcement import enforcement_row, enforcement_rows
from law.terms import compute, term_rule
from law.wording import wording


def payment_plan_notice(drawing: Drawing) -> forms.PaymentPlanNotice:
    about: Instalment | PaymentPlan = drawing.about
    fine, _confiscation = decided_money(drawing.file, drawing.the_party)
    common: dict[str, Any] = {
        "case_number": drawing.case_number,
        "addressee": drawing.the_party.name,
        "served_on": served_on(drawing, "penalty-decision"),
        "decision_number": number_of(drawing, "penalty-decision"),
        "fine": fine,
        "letterhead": drawing.letterhead,
    }
    if isinstance(about, PaymentPlan):
        return forms.PaymentPlanNotice(outcome="refused", reason=about.decision.rstrip("。"), **common)
    later = [one for one in about.plan.instalments.all() if one.number > about.number]
    return forms.PaymentPlanNotice(
        outcome="deferral" if about.plan.kind == PaymentPlan.Kind.DEFERRAL else "instalment",
        number=about.number,
        due_on=about.last_day,
        amount=about.amount,
        rest=sum((one.amount for one in later), Decimal(0)),
        **common,
    )


def demolition_notice(drawing: Drawing) -> forms.DemolitionNotice:
    enforcement: Enforcement = drawing.about
    return forms.DemolitionNotice(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        party=drawing.the_party.name,
        structure=enforcement.structure,
        remove_by=enforcement.remove_by,
        letterhead=drawing.letterhead,
        **the_decision(drawing),
    )


def reminder(drawing: Drawing) -> forms.Reminder:
    enforcement: Enforcement = drawing.about
    account = account_of(drawing.file, enforcement.party, drawing.on)
    parts = [("罚款", account.reckoning.fine_left), ("没收违法所得", account.reckoning.confiscation_left)]
    parts.append(("加处罚款", account.reckoning.surcharge_left))
    named = "、".join(f"{label}{written(amount)}" for label, amount in parts if amount)
    return forms.Reminder(
        case_number=drawing.case_number,
        addressee=enforcement.party.name,
        conduct=conduct_of(drawing),
        subject_matter=named or enforcement.duty,
        amount=enforcement.amount,
        period=f"自收到本催告书之日起{term_rule('reminder', drawing.on).length}个工作日内",
        manner=enforcement.manner,
        demands=enforcement.demands,
        measures=tuple(enforcement.measures),
        substitute=enforcement.other_measure if "substitute" in enforcement.measures else "",
        other_measure=enforcement.other_measure if "other" in enforcement.measures else "",
        letterhead=drawing.letterhead,
        **the_decision(drawing),
    )


def enforcement_decision(drawing: Drawing) -> forms.EnforcementDecision:
    execution: OwnExecution = drawing.about
    row = enforcement_row("power", execution.power, execution.decided_on)
    return forms.EnforcementDecision(
        case_number=drawing.case_number,
        party=party_block(drawing.the_party, drawing.on),
        hiding=execution.hiding,
        basis=f"{wording('basis-own-enforcement', drawing.on)}、{print_citations(cite_all(row.basis))}",
        planned_on=execution.planned_on,
        method=f"{row.title}。{execution.content}",
        remedy=remedy(drawing),
        letterhead=drawing.letterhead,
        **the_decision(drawing),
    )


def substitute_decision(drawing: Drawing) -> forms.SubstituteDecision:
    about: OwnExecution | Clearing = drawing.about
    bureau = drawing.bureau
    told = _cleared(about, drawing) if isinstance(about, Clearing) else _performed(about, drawing)
    return forms.SubstituteDecision(
        case_number=drawing.case_number,
        party=party_block(drawing.the_party, drawing.on),
        by_bureau=about.executor in ("本机关", bureau.name),
        executor=about.executor,
        budget=about.budget or Decimal(0),
        bank=bureau.bank_name,
        account=bureau.bank_account,
        remedy=remedy(drawing),
        letterhead=drawing.letterhead,
        **told,
    )


def _performed(execution: OwnExecution, drawing: Drawing) -> dict[str, Any]:
    return {
        "conduct": conduct_of(drawing),
        "immediate": execution.immediate,
        "basis": "",
        "subject_matter": execution.enforcement.duty,
        "method": f"{chinese_day(execution.planned_on)}，{execution.content}",
        "prepaid_within": execution.prepaid_within or 0,
        **the_decision(drawing),
    }


def _cleared(clearing: Clearing, drawing: Drawing) -> dict[str, Any]:
    """行政强制法 52: no decision before it, and nothing is prepaid."""
    return {
        "conduct": conduct_of(drawing),
        "immediate": True,
        "basis": clearing.law,
        "subject_matter": clearing.what,
        "method": f"立即实施，{clearing.manner}",
        "prepaid_within": 0,
        "decided_on": None,
        "decision": "",
        "decision_number": "",
    }


def enforcement_notice(drawing: Drawing) -> forms.EnforcementNotice:
    """Form 22 for a suspension, its end, an agreement that was broken, or the end of it all."""
    kind, reason, since = _what_happened(drawing.about, drawing.on)
    enforcement = drawing.about if isinstance(drawing.about, Enforcement) else drawing.about.enforcement
    execution = enforcement.execution
    papers = ("enforcement-decision", "substitute-decision")
    return forms.EnforcementNotice(
        case_number=drawing.case_number,
        addressee=drawing.the_party.name,
        cause=drawing.file.case.cause,
        decided_on=execution.decided_on if execution else None,
        decision_number=next(filter(None, (number_of(drawing, form) for form in papers)), ""),
        kind=kind,
        reason=reason.rstrip("。"),
        since=since,
        letterhead=drawing.letterhead,
    )


def _what_happened(about: Any, on: date) -> tuple[str, str, date | None]:
    if isinstance(about, EnforcementSuspension):
        ground = enforcement_row("suspension", about.ground, about.first).title
        return ("suspend" if about.last is None else "resume"), f"{ground}（{about.reason}）", about.first
    if isinstance(about, EnforcementAgreement):
        return "breach", about.breach, about.agreed_on
    ground = enforcement_row("ending", about.over_ground, on).title
    return "end", f"{ground}（{about.over_reason}）", None


def court_application(drawing: Drawing) -> forms.CourtApplication:
    application: CourtApplication = drawing.about
    served = served_on(drawing, "reminder")
    account = account_of(drawing.file, drawing.the_party, drawing.on)
    rows = enforcement_rows("material", application.proposed_on)
    return forms.CourtApplication(
        case_number=drawing.case_number,
        applicant=drawing.bureau.name,
        applicant_address=drawing.bureau.address,
        applicant_phone=drawing.bureau.phone,
        respondent=party_block(drawing.the_party, drawing.on),
        requests=application.requests,
        cause=drawing.file.case.cause,
        decision_number=number_of(drawing, "penalty-decision"),
        decision_served_on=served_on(drawing, "penalty-decision"),
        facts=f"截至本申请之日，被申请人尚有{written(account.left)}未缴纳。申请强制执行标的情况：{application.assets}",
        reminder_number=number_of(drawing, "reminder"),
        reminder_served_on=served,
        reminder_until=compute(term_rule("reminder", served), served).due if served else None,
        urgency=application.urgency,
        court=application.court,
        materials=tuple(f"{row.title}：{application.materials.get(row.key, '')}" for row in rows),
        head=application.applied_by.name if application.applied_by else "",
        letterhead=drawing.letterhead,
    )


def enforcement_agreement(drawing: Drawing) -> forms.EnforcementAgreement:
    agreement: EnforcementAgreement = drawing.about
    decision = the_decision(drawing)
    return forms.EnforcementAgreement(
        case_number=drawing.case_number,
        party=party_block(drawing.the_party, drawing.on),
        bureau=drawing.bureau.name,
        decision=decision["decision"],
        decision_number=decision["decision_number"],
        terms=agreement.terms,
        last_day=agreement.last_day,
        remedial=agreement.remedial,
        relief=agreement.relief,
        letterhead=drawing.letterhead,
    )


# --- what they share --------------------------------------------------------------------------------
def the_decision(drawing: Drawing) -> dict[str, Any]:
    """On which day what was decided, and under which number."""
    party = drawing.the_party
    decision = drawing.file.decision_for(party)
    return {
        "decided_on": decision.decided_on if decision else None,
        "decision": penalty_words(drawing.file.sanctions_in_force(party)),
        "decision_number": number_of(drawing, "penalty-decision"),
    }


def conduct_of(drawing: Drawing) -> str:
    names = dict.fromkeys(one.violation.name for one in drawing.file.charges_of(drawing.the_party))
    return "、".join(names) or drawing.file.case.cause


def remedy(drawing: Drawing) -> str:
    bureau: Any = drawing.bureau
    told = wording("remedy-clause-enforcement", drawing.on)
    return told.format(reviewing_government=bureau.reviewing_government, court=bureau.court)


def last_paper(drawing: Drawing, form: str, party: Party) -> Any:
    papers = [one for one in drawing.file.papers_of(form, party) if one.state != "draft"]
    return papers[-1] if papers else None


def number_of(drawing: Drawing, form: str) -> str:
    paper = last_paper(drawing, form, drawing.the_party)
    return paper.number if paper else ""


def served_on(drawing: Drawing, form: str) -> date | None:
    service = drawing.file.service_of(last_paper(drawing, form, drawing.the_party))
    return service.served_on if service else None

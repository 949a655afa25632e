"""The papers of filing, withdrawal and transfer."""

from typing import Any

from cases.case_file import CaseFile
from cases.models import Case
from cases.papers.parts import Drawing, facts_of, local, opinion_of, opinions, party_blocks
from documents.forms.filing import FilingForm, NoFilingForm, TransferLetter, WithdrawalForm
from documents.forms.parts import HandedOver
from law.citations import print_citations
from law.wording import wording

SOURCES = list(Case.Source)


def _lead(drawing: Drawing) -> dict[str, Any]:
    case = drawing.file.case
    return {
        "case_number": drawing.case_number,
        "source": SOURCES.index(Case.Source(case.source)) + 1,
        "source_detail": case.source_detail,
        "cause": case.cause,
        "received_at": local(case.received_at),
        "parties": party_blocks(drawing),
        "summary": case.summary,
    }


def _basis(drawing: Drawing) -> str:
    cited = {one for charge in drawing.file.charges for one in charge.violation.violated or charge.violation.penalty}
    return print_citations(sorted(cited, key=lambda one: one.key))


def filing_form(drawing: Drawing) -> FilingForm:
    return FilingForm(**_lead(drawing), basis=_basis(drawing), **opinions(drawing, "filing"))


def no_filing_form(drawing: Drawing) -> NoFilingForm:
    return NoFilingForm(
        **_lead(drawing),
        reason=drawing.file.case.exit_reason,
        basis=wording("basis-no-filing", drawing.on),
        **opinions(drawing, "filing"),
    )


def withdrawal_form(drawing: Drawing) -> WithdrawalForm:
    case = drawing.file.case
    return WithdrawalForm(
        case_number=drawing.case_number,
        cause=case.cause,
        filed_on=case.filed_on,
        parties=party_blocks(drawing),
        summary=case.findings or case.summary,
        reason=case.exit_reason,
        basis=wording("basis-withdrawal", drawing.on),
        handler=opinion_of(drawing, "report", "case_officers"),
        unit_head=opinion_of(drawing, "report", "head_of_unit"),
        head=opinion_of(drawing, "exit", "bureau_head"),
    )


def held_things(file: CaseFile) -> list[HandedOver]:
    """What is held goes along with the case (行政强制法 21)."""
    held = [(one, thing) for one in file.measures if one.carried_out_at for thing in one.still_held()]
    return [
        HandedOver(
            name=thing.name,
            specification=thing.specification,
            quantity=thing.quantity,
            remarks=f"{measure.title}，随案移送",
        )
        for measure, thing in held
    ]


def transfer_letter(drawing: Drawing) -> TransferLetter:
    case = drawing.file.case
    suspected = bool(drawing.ask.facts.get("suspected_crime"))
    materials = [HandedOver(name=paper.title, quantity="1份") for paper in drawing.file.papers]
    return TransferLetter(
        case_number=drawing.case_number,
        addressee=case.transferred_to,
        filed_on=case.filed_on,
        party="、".join(one.name for one in drawing.file.parties),
        cause=case.cause,
        finding="；".join(facts_of(drawing, one) for one in drawing.file.parties),
        reason=case.exit_reason,
        basis=wording("basis-transfer-crime" if suspected else "basis-transfer", drawing.on),
        suspected_crime=suspected,
        materials=tuple(materials),
        goods=(
            *(HandedOver(name=one.title, quantity=str(one.quantity)) for one in drawing.file.evidence),
            *held_things(drawing.file),
        ),
        letterhead=drawing.letterhead,
    )

"""The papers of the archive: what it received, who borrowed it, what was destroyed."""

from cases.models import ArchiveFile, Loan
from cases.papers.parts import Drawing
from documents.forms.closing import ArchiveTransferList, DisposalList, LoanSlip, VolumeRow
from documents.forms.parts import Signature


def _volumes(kept: ArchiveFile) -> tuple[VolumeRow, ...]:
    rows = (
        VolumeRow(volume="正卷", items=kept.main_items, pages=kept.main_pages),
        VolumeRow(volume="副卷", items=kept.secondary_items, pages=kept.secondary_pages),
    )
    return tuple(row for row in rows if row.items)


def archive_transfer_list(drawing: Drawing) -> ArchiveTransferList:
    kept: ArchiveFile = drawing.about
    case = drawing.file.case
    return ArchiveTransferList(
        case_number=drawing.case_number,
        cause=case.cause,
        parties="、".join(one.name for one in drawing.file.parties),
        archive_number=kept.number,
        filed_on=case.filed_on,
        closed_on=case.closed_on,
        volumes=_volumes(kept),
        retention=kept.retention_title,
        retain_until=kept.retain_until,
        giver=Signature(name=kept.handed_over_by.name, on=kept.received_on),
        receiver=Signature(name=kept.received_by.name, on=kept.received_on),
    )


def loan_slip(drawing: Drawing) -> LoanSlip:
    loan: Loan = drawing.about
    return LoanSlip(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        archive_number=loan.file.number,
        borrower=Signature(name=loan.borrower.name, on=loan.requested_on),
        purpose=loan.purpose,
        approver=Signature(name=loan.approved_by.name if loan.approved_by else "", on=loan.approved_on),
        lender=Signature(name=loan.lent_by.name if loan.lent_by else "", on=loan.lent_on),
        due_on=loan.due_on,
    )


def disposal_list(drawing: Drawing) -> DisposalList:
    kept: ArchiveFile = drawing.about
    proposer, approver = kept.disposal_proposed_by, kept.disposal_approved_by
    return DisposalList(
        case_number=drawing.case_number,
        cause=drawing.file.case.cause,
        archive_number=kept.number,
        archived_on=kept.received_on,
        retention=kept.retention_title,
        retain_until=kept.retain_until,
        volumes=_volumes(kept),
        appraisal=kept.appraisal,
        proposer=Signature(name=proposer.name if proposer else "", on=kept.disposal_proposed_on),
        approver=Signature(name=approver.name if approver else "", on=kept.disposal_approved_on),
    )

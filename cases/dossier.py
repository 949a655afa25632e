"""What is bound into the dossier of a case: its papers, then the sheets of evidence?"""

from cases.case_file import CaseFile, load_case_file
from cases.models import Case
from cases.papers.parts import result_of
from documents.dossier import Part, dossier_pdf
from documents.forms.closing import DossierCover
from officers.models import Bureau


def bind(case: Case) -> bytes:
    """The whole dossier as one PDF; equal papers and evidence give equal bytes. Raises EmptyDossier."""
    file = load_case_file(case.pk)
    return dossier_pdf(case.pk, extras=evidence_sheets(file), cover=cover_of(file))


def evidence_sheets(file: CaseFile) -> list[Part]:
    """Each piece of evidence that has a file, in the order of the evidence list."""
    sheets = []
    for evidence in file.evidence:
        if evidence.file:
            with evidence.file.open("rb") as stored:
                data = stored.read()
            sheets.append(
                Part(
                    title=evidence.title,
                    data=data,
                    responsible=evidence.collected_by.name,
                    on=evidence.collected_on,
                )
            )
    return sheets


def cover_of(file: CaseFile) -> DossierCover:
    case = file.case
    return DossierCover(
        case_number=case.number or "",
        bureau=Bureau.objects.get().name,
        title=case.cause,
        cause=case.cause,
        parties=tuple(one.name for one in file.parties),
        result=result_of(file),
        handlers="、".join(one.name for one in file.handlers),
        filed_on=case.filed_on,
        closed_on=case.closed_on,
        archive_number=case.archive_number,
    )

"""What is bound into the dossier of a case: its papers, the proofs behind what they prove, the sheets of evidence?"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from cases import serving
from cases.case_file import CaseFile, load_case_file
from cases.models import Case
from cases.papers.parts import chinese, result_of
from documents.dossier import VOLUMES, Bound, Part, bind_dossier, bound_papers
from documents.forms.closing import DossierCover
from documents.originals import Original
from documents.services import pdf_of
from officers.models import Bureau


@dataclass(frozen=True)
class Size:
    """How much lies in one volume."""

    items: int
    pages: int


def bind(case: Case, *, volume: str = "") -> bytes:
    """The whole dossier, or one volume, as one PDF; equal papers and evidence give equal bytes. Raises EmptyDossier."""
    return bind_file(load_case_file(case.pk), volume=volume).data


def bind_file(file: CaseFile, *, volume: str = "") -> Bound:
    """As bind, with what lies where; the parts of evidence and proofs bear the key of key_of."""
    extras = [*evidence_sheets(file), *service_proofs(file)]
    return bind_dossier(file.case.pk, extras=extras, cover=cover_of(file), volume=volume, behind=dict(_behind(file)))


def key_of(row: Any) -> str:
    return f"{row._meta.model_name}-{row.pk}"


def evidence_sheets(file: CaseFile) -> list[Part]:
    """Each piece of evidence that has a file, in the order of the evidence list; what was excluded in the 副卷.

    What cannot be bound, such as a recording, is represented by a sheet.
    """
    counted = {one.pk for one in file.evidence}
    return [
        Part(
            title=evidence.title if evidence.pk in counted else f"{evidence.title}（已排除）",
            volume="main" if evidence.pk in counted else "secondary",
            data=_original(evidence).pages(),
            responsible=evidence.collected_by.name,
            on=evidence.collected_on,
            key=key_of(evidence),
        )
        for evidence in file.all_evidence
        if evidence.file
    ]


def service_proofs(file: CaseFile) -> list[Part]:
    """Return receipts and photographs, behind the paper whose service they prove."""
    return [
        Part(title=one.title, data=_proof(one).pages(), on=one.added_on, behind=one.document_id, key=key_of(one))
        for one in serving.proofs(file)
    ]


def _behind(file: CaseFile) -> Iterator[tuple[int, int]]:
    """Receipt, public notice and letter of entrustment lie behind the paper they are about."""
    about = {
        key_of(row): row.document_id
        for rows in (file.services, file.case.public_notices.all(), file.case.entrustments.all())
        for row in rows
    }
    for paper in file.papers:
        if paper.subject_key in about:
            yield paper.pk, about[paper.subject_key]


def _original(evidence: Any) -> Original:
    return Original(
        title=evidence.title,
        file=evidence.file,
        size=evidence.size,
        sha256=evidence.sha256,
        kind=chinese(evidence.get_kind_display()),
        source=evidence.source,
        proves=evidence.proves,
        responsible=evidence.collected_by.name,
        on=evidence.collected_on,
    )


def _proof(kept: Any) -> Original:
    return Original(title=kept.title, file=kept.file, size=kept.size, sha256=kept.sha256, on=kept.added_on)


def _bytes_of(stored: Any) -> bytes:
    with stored.open("rb") as opened:
        data: bytes = opened.read()
    return data


def volume_sizes(file: CaseFile) -> dict[str, Size]:
    """Papers and pages in each volume, covers and contents not counted. Prints what the worker has not come to yet."""
    counts: dict[str, list[int]] = {name: [] for name in VOLUMES}
    for paper in bound_papers(file.case.pk):
        counts[paper.form.rule.volume].append(_pages(pdf_of(paper)))
    for kept in (*(one for one in file.all_evidence if one.file), *serving.proofs(file)):
        counts["main"].append(_pages(_bytes_of(kept.file)) if kept.content_type == "application/pdf" else 1)
    return {name: Size(len(pages), sum(pages)) for name, pages in counts.items()}


def _pages(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def cover_of(file: CaseFile) -> DossierCover:
    case = file.case
    kept = next(iter(case.archive_files.all()), None)
    return DossierCover(
        case_number=case.number or "",
        bureau=Bureau.objects.get().name,
        title=case.cause,
        cause=case.cause,
        parties=tuple(one.name for one in file.parties),
        result=result_of(file),
        procedure="简易程序" if file.spot_penalties else "普通程序",
        handlers="、".join(one.name for one in file.handlers),
        filed_on=case.filed_on,
        closed_on=case.closed_on,
        compiled_by=kept.handed_over_by.name if kept else "",
        compiled_on=kept.received_on if kept else None,
        retention=kept.retention_title if kept else "",
        archive_number=case.archive_number,
    )

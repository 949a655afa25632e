"""Who may take the bundle of a case away, and what does the record keep of it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from cases import record
from cases.bundle.contents import HANDED_OUT, Piece, manifest, pieces
from cases.bundle.zipping import packed
from cases.case_file import CaseFile, load_case_file
from cases.models import Case
from documents.dossier import bound_papers
from documents.services import archive
from officers.models import Officer
from officers.roles import Role

BASIS = "行政诉讼法:67;行政强制法:55"
"""The organ hands in the evidence and the norms on which it acted; the materials for an application."""


class MayNotTake(PermissionError):
    """This officer has no right to take the bundle, or the supplementary volume, away."""


@dataclass(frozen=True)
class Bundle:
    """A bundle ready to be sent; it is packed while it is read."""

    name: str
    found: tuple[Piece, ...]

    @property
    def size(self) -> int:
        return sum(one.size for one in self.found)

    @property
    def manifest_sha256(self) -> str:
        return self.found[-1].sha256

    def chunks(self) -> Iterator[bytes]:
        return packed(self.found)


def is_taker(file: CaseFile, officer: Officer) -> bool:
    """办案人员, the head of the bureau, the archivist."""
    return any(one.pk == officer.pk for one in file.handlers) or officer.holds(Role.BUREAU_HEAD, Role.ARCHIVIST)


def may_take(file: CaseFile, officer: Officer) -> bool:
    """Each of them only of a case that they may see."""
    return is_taker(file, officer) and Case.objects.visible_to(officer).filter(pk=file.case.pk).exists()


def may_take_supplementary(file: CaseFile, officer: Officer) -> bool:
    """The inner papers leave the house by the head's own hand only (行政处罚案卷: 副卷不对外)."""
    return officer.holds(Role.BUREAU_HEAD) and may_take(file, officer)


def make(case_id: int, *, supplementary: bool = False) -> Bundle:
    """Read and check everything. Raises EmptyDossier, UnknownFileKind, TamperedPaper, TamperedEvidence, MissingGlyph."""
    file = load_case_file(case_id)
    found = pieces(file, supplementary=supplementary)
    name = f"{file.case}{'全卷' if supplementary else '正卷'}.zip"
    return Bundle(name, (*found, manifest(file, found)))


def hand_out(case_id: int, *, officer: Officer, on: date, purpose: str, supplementary: bool = False) -> Bundle:
    """Make the bundle and put on record who took it, for what, and what was in it. Raises MayNotTake; else as make."""
    file = load_case_file(case_id)
    if not (may_take_supplementary(file, officer) if supplementary else may_take(file, officer)):
        raise MayNotTake(officer.name)
    for paper in bound_papers(case_id):
        if not paper.pdf:
            archive(paper)  # The worker has not come to it: what leaves the house is what stays in it.
    bundle = make(case_id, supplementary=supplementary)
    with transaction.atomic():
        case = Case.objects.select_for_update().get(pk=case_id)
        record.append(
            case,
            act=HANDED_OUT,
            actor=officer,
            role="bundle_takers",
            on=on,
            state=(case.state, case.state),
            basis=BASIS,
            facts={"text": purpose, "supplementary": supplementary, "manifest": bundle.manifest_sha256},
        )
    return bundle

"""What does the review of all files closed in a period say, file by file?"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.case_file import CaseFile, load_case_files
from cases.models import Case
from law.review_standard import Standard, review_standard
from officers.models import Department, Officer
from oversight.models import ReviewRun
from oversight.scoring import Mark, assess
from oversight.standards import frozen, standard_on, thawed

BATCH = 250


@dataclass(frozen=True)
class Found:
    """One finding as it is reported: the item, the place, what it costs."""

    item: str
    sentence: str
    basis: str
    form: str
    document: int | None
    field: str
    locator: str
    curable: bool
    act: str
    how: str
    veto: bool
    points: str


@dataclass(frozen=True)
class FileResult:
    case: int
    number: str
    party: str
    unit: int
    unit_name: str
    closed_on: str
    score: str
    """Empty where the standard has nothing that a machine can judge of this file."""
    grade: str
    level: str
    vetoed: bool
    found: tuple[Found, ...]

    @property
    def points(self) -> Decimal:
        return Decimal(self.score or 0)


@dataclass(frozen=True)
class Report:
    """The result for one period; equal files give equal results."""

    begins: date
    ends: date
    unit: int | None
    unit_name: str
    standard: Standard
    made_at: datetime
    files: tuple[FileResult, ...]
    run: int | None = None


def closed_cases(begins: date, ends: date, unit: int | None = None) -> list[int]:
    """The ids of the cases closed in the period, first and last day included, in the order of closing."""
    found = Case.objects.filter(closed_on__range=(begins, ends), number__isnull=False)
    if unit is not None:
        found = found.filter(department_id=unit)
    return list(found.order_by("closed_on", "pk").values_list("pk", flat=True))


def make_report(
    begins: date,
    ends: date,
    unit: Department | None,
    *,
    now: datetime,
    language: str | None = None,
    standard_key: str = "",
) -> Report:
    """Review every file of the period by the bureau's own choice of standard, or by the one named.

    The queries grow with the batches of 250, never with the files in them.
    """
    standard = standard_on(ends, standard_key)
    with translation.override(language or get_language()):
        ids = closed_cases(begins, ends, unit.pk if unit else None)
        files = tuple(file_result(file, standard) for file in load_case_files(ids, batch=BATCH))
    return Report(begins, ends, unit.pk if unit else None, unit.name if unit else "", standard, now, files)


def file_result(file: CaseFile, standard: Standard) -> FileResult:
    result = assess(file, standard)
    case = file.case
    return FileResult(
        case=case.pk,
        number=case.number or "",
        party="、".join(one.name for one in file.parties),
        unit=case.department_id,
        unit_name=case.department.name,
        closed_on=case.closed_on.isoformat() if case.closed_on else "",
        score=str(result.score) if result.score is not None else "",
        grade=result.grade.title if result.grade else "",
        level=result.grade.level if result.grade else "",
        vetoed=result.is_vetoed,
        found=tuple(found_of(result.faults)),
    )


def found_of(marks: Iterable[Mark]) -> Iterator[Found]:
    """The findings of the marks; what an item can still lose is spread over its findings in order."""
    for mark in marks:
        left = mark.item.points
        for one in mark.findings:
            cost = min(left, mark.item.per_finding)
            left -= cost
            yield Found(
                item=mark.item.number,
                sentence=one.sentence,
                basis=one.basis,
                form=one.form,
                document=one.document,
                field=str(one.field),
                locator=one.locator,
                curable=one.curable,
                act=one.act,
                how=one.how if one.curable or not one.act else _("现在不能再补办；书面说明情况并附卷。"),
                veto=mark.item.veto,
                points=f"{cost.normalize():f}",
            )


def run_review(report: Report, *, officer: Officer | None) -> ReviewRun:
    """Keep a report as it stands, with who ran it, when, and the whole standard by which it was run."""
    return ReviewRun.objects.create(
        begins=report.begins,
        ends=report.ends,
        unit_id=report.unit,
        standard=report.standard.key,
        run_by=officer,
        run_at=report.made_at,
        files=len(report.files),
        result={"standard": frozen(report.standard), "files": [asdict(one) for one in report.files]},
    )


def kept_report(run: ReviewRun) -> Report:
    """The report of a run, from what was frozen then."""
    kept = run.result.get("standard")  # runs of the first version of this system kept only its key
    return Report(
        begins=run.begins,
        ends=run.ends,
        unit=run.unit_id,
        unit_name=run.unit.name if run.unit else "",
        standard=thawed(kept) if kept else review_standard(run.ends, run.standard),
        made_at=run.run_at,
        files=tuple(_file(row) for row in run.result["files"]),
        run=run.pk,
    )


def _file(row: dict[str, Any]) -> FileResult:
    return FileResult(**(row | {"found": tuple(Found(**one) for one in row["found"])}))

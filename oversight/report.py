"""What does the review of all files closed in a period say, file by file?"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cases.case_file import CaseFile, load_case_files
from cases.models import Case
from law.review_standard import Standard
from officers.models import Department, Officer
from oversight.kept import KeptFiles, keep_files, standard_of
from oversight.models import ReviewRun
from oversight.results import FileResult, FilesInMemory, Found, Report
from oversight.scoring import Mark, assess
from oversight.standards import frozen, standard_on

__all__ = [
    "BATCH",
    "FileResult",
    "Found",
    "Report",
    "closed_cases",
    "kept_report",
    "make_report",
    "review_next",
    "run_review",
]

BATCH = 250


def closed_cases(begins: date, ends: date, unit: int | None = None) -> list[int]:
    """The ids of the cases closed in the period, first and last day included, in the order of closing."""
    return list(closed_in(begins, ends, unit).values_list("pk", flat=True))


def review_next(run: ReviewRun, standard: Standard, most: int = BATCH) -> int:
    """Review the files that follow those that are done, and keep them; how many there were.

    The queries are the same for any number of files up to `most`; nothing is held from one call to the next.
    """
    last = run.reviewed.order_by("-place").values_list("closed_on", "case", "place").first()
    rows = closed_in(run.begins, run.ends, run.unit_id)
    closed_on, case, place = last or (None, None, 0)
    if closed_on is not None:
        rows = rows.filter(Q(closed_on__gt=closed_on) | Q(closed_on=closed_on, pk__gt=case), closed_on__gte=closed_on)
    ids = list(rows.values_list("pk", flat=True)[:most])
    with translation.override("zh-hans"):
        keep_files(run, (file_result(file, standard) for file in load_case_files(ids, batch=most)), place)
    return len(ids)


def closed_in(begins: date, ends: date, unit: int | None = None) -> QuerySet[Case]:
    found = Case.objects.filter(closed_on__range=(begins, ends), number__isnull=False)
    if unit is not None:
        found = found.filter(department_id=unit)
    return found.order_by("closed_on", "pk")


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
        files = FilesInMemory(file_result(file, standard) for file in load_case_files(ids, batch=BATCH))
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
    with transaction.atomic():
        run = ReviewRun.objects.create(
            begins=report.begins,
            ends=report.ends,
            unit_id=report.unit,
            standard=report.standard.key,
            run_by=officer,
            run_at=report.made_at,
            files=len(report.files),
            done=len(report.files),
            finished_at=report.made_at,
            result={"standard": frozen(report.standard)},
        )
        for start in range(0, len(report.files), BATCH):
            keep_files(run, report.files[start : start + BATCH], start)
    return run


def kept_report(run: ReviewRun) -> Report:
    """The report of a run, from what was frozen then."""
    return Report(
        begins=run.begins,
        ends=run.ends,
        unit=run.unit_id,
        unit_name=run.unit.name if run.unit else "",
        standard=standard_of(run),
        made_at=run.run_at,
        files=KeptFiles(run),
        run=run.pk,
    )

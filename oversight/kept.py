"""How is the result of a review laid down row by row, and read again without loading all of it?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Count, Q, QuerySet, Sum

from law.review_standard import Standard, review_standard
from oversight.models import ReviewedFile, ReviewedFinding, ReviewRun
from oversight.results import FileFound, FileResult, Files, Found, ItemTally, Tally, UnitTally, Wish
from oversight.standards import thawed

READ_AT_ONCE = 500
ROW = ("number", "party", "unit_name", "grade", "level", "vetoed")
FINDING = ("item", "sentence", "basis", "form", "field", "locator", "curable", "act", "how", "veto")
T = TypeVar("T")


def keep_files(run: ReviewRun, results: Iterable[FileResult], after: int) -> None:
    """Two inserts for any number of files; they take the places after the given one."""
    results = list(results)
    rows = ReviewedFile.objects.bulk_create(
        ReviewedFile(
            run=run,
            place=place,
            case_id=one.case,
            unit_id=one.unit,
            closed_on=one.closed_on,
            score=one.score or None,
            **{name: getattr(one, name) for name in ROW},
        )
        for place, one in enumerate(results, start=after + 1)
    )
    ReviewedFinding.objects.bulk_create(
        ReviewedFinding(
            run=run,
            file=row,
            place=place,
            document_id=found.document,
            points=found.points,
            **{name: asdict(found)[name] for name in FINDING},
        )
        for row, one in zip(rows, results, strict=True)
        for place, found in enumerate(one.found, start=1)
    )


def standard_of(run: ReviewRun) -> Standard:
    kept = run.result.get("standard")  # runs of the first version of this system kept only its key
    return thawed(kept) if kept else review_standard(run.ends, run.standard)


class _Rows(Sequence[T]):
    """A long list in the database: a page of it is one slice, the whole of it passes by chunk by chunk."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.rows = rows
        self._length: int | None = None

    def __len__(self) -> int:
        if self._length is None:
            self._length = self.rows.count()
        return self._length

    def __getitem__(self, wanted: Any) -> Any:
        if isinstance(wanted, slice):
            return [self.read(one) for one in self.rows[wanted.start or 0 : wanted.stop]]
        return self.read(self.rows[wanted])

    def __iter__(self) -> Iterator[T]:
        return map(self.read, self.rows.iterator(chunk_size=READ_AT_ONCE))

    def read(self, row: Any) -> T:
        raise NotImplementedError


class KeptFileRows(_Rows[FileResult]):
    """Files with their findings, of whatever runs."""

    def __init__(self, rows: QuerySet[ReviewedFile]) -> None:
        super().__init__(rows.prefetch_related("found"))

    def read(self, row: ReviewedFile) -> FileResult:
        return file_of(row, sorted(row.found.all(), key=lambda one: one.place))


class KeptFiles(KeptFileRows, Files):
    """The files of a run, or those of them that the lookups choose."""

    def __init__(self, run: ReviewRun, **lookups: Any) -> None:
        super().__init__(run.reviewed.filter(**lookups).order_by("place"))
        self.run, self.lookups = run, lookups

    def tally(self) -> Tally:
        """Two queries."""
        units: dict[int, UnitTally] = {}
        counted = self.rows.order_by().values("unit", "unit_name", "grade")
        for row in counted.annotate(
            files=Count("pk"), scored=Count("score"), points=Sum("score"), vetoes=Count("pk", filter=Q(vetoed=True))
        ):
            unit = units.setdefault(row["unit"], UnitTally(row["unit"], row["unit_name"]))
            unit.files += row["files"]
            unit.scored += row["scored"]
            unit.points += row["points"] or Decimal(0)
            unit.grades[row["grade"]] += row["files"]
            unit.vetoed += row["vetoes"]
        sums = self._findings().values("item").order_by()
        sums = sums.annotate(files=Count("file", distinct=True), findings=Count("pk"), lost=Sum("points"))
        items = {row["item"]: ItemTally(row["files"], row["findings"], row["lost"]) for row in sums}
        return Tally(sorted(units.values(), key=lambda one: (one.name, one.unit)), items)

    def chosen(self, wish: Wish) -> "KeptFiles":
        return KeptFiles(self.run, **self.lookups | wish.lookups())

    def findings(self, item: str = "", unit: int | None = None) -> "KeptFindings":
        rows = self._findings()
        if unit is not None:
            rows = rows.filter(file__unit=unit)
        return KeptFindings(rows.filter(item=item) if item else rows)

    def _findings(self) -> QuerySet[ReviewedFinding]:
        of_files = {f"file__{name}": one for name, one in self.lookups.items()}
        return ReviewedFinding.objects.filter(run=self.run, **of_files)


class KeptFindings(_Rows[FileFound]):
    def __init__(self, rows: QuerySet[ReviewedFinding]) -> None:
        super().__init__(rows.select_related("file").order_by("file__place", "place"))

    def read(self, row: ReviewedFinding) -> FileFound:
        return file_of(row.file, ()), found_of_row(row)


def _score(row: ReviewedFile) -> str:
    if row.score is None:
        return ""
    # What a veto leaves is written without tenths, as it is when a review is made.
    return "0" if row.vetoed else str(row.score)


def file_of(row: ReviewedFile, found: Iterable[ReviewedFinding]) -> FileResult:
    return FileResult(
        case=row.case_id,
        unit=row.unit_id,
        closed_on=row.closed_on.isoformat(),
        score=_score(row),
        found=tuple(found_of_row(one) for one in found),
        **{name: getattr(row, name) for name in ROW},
    )


def found_of_row(row: ReviewedFinding) -> Found:
    return Found(
        document=row.document_id,
        points=f"{row.points.normalize():f}",
        **{name: getattr(row, name) for name in FINDING},
    )

"""Who may review which file, who is kept away from it and why, and how is the work spread evenly?"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from cases.case_file import load_case_files
from cases.models import CaseOfficer, Hearing, RecordEntry, Voice
from officers.models import Officer
from oversight.batches.marking import proposal
from oversight.batches.models import BatchReviewer, Expert, ReviewBatch, ReviewFile, Sheet
from oversight.batches.refusal import CannotDo
from oversight.standards import thawed

SEATS = (1, 2)
Acted = Mapping[int, set[int]]


@dataclass(frozen=True)
class Barred:
    """Somebody of the batch who may not review a file."""

    reviewer: BatchReviewer
    reasons: list[str]


@transaction.atomic
def name_reviewer(
    batch: ReviewBatch, *, officer: Officer | None, expert: tuple[str, str] | None, by: Officer, today: date
) -> BatchReviewer:
    """An officer of the bureau, or an expert as (name, organisation). Raises CannotDo for one who is named already."""
    outside = Expert.objects.get_or_create(name=expert[0], organisation=expert[1])[0] if expert else None
    found, is_new = BatchReviewer.objects.get_or_create(
        batch=batch, officer=officer, expert=outside, defaults={"named_by": by, "named_on": today}
    )
    if not is_new:
        raise CannotDo(_("%(name)s已经是本批的评查人员。") % {"name": found})
    return found


def acted_on(cases: Iterable[int]) -> Acted:
    """By case everybody who handled, examined, heard, voted on or recorded anything in it. Four queries."""
    ids, acted = list(cases), defaultdict(set)
    rows: list[tuple[int, int | None]] = []
    rows += CaseOfficer.objects.filter(case__in=ids).values_list("case_id", "officer_id")
    rows += RecordEntry.objects.filter(case__in=ids).order_by().values_list("case_id", "actor_id").distinct()
    rows += Voice.objects.filter(discussion__case__in=ids).values_list("discussion__case_id", "officer_id")
    for case, chair, recorder in Hearing.objects.filter(case__in=ids).values_list("case_id", "chair_id", "recorder_id"):
        rows += [(case, chair), (case, recorder)]
    for case, person in rows:
        if person is not None:
            acted[case].add(person)
    return acted


def why_not(reviewer: BatchReviewer, file: ReviewFile, acted: Acted) -> list[str]:
    """Every reason why this person may not review this file; nothing where they may. Asks no query."""
    if reviewer.officer is None:
        return []
    told, reasons = {"name": reviewer.officer.name}, []
    if not reviewer.officer.is_active:
        reasons.append(_("%(name)s已不在职。") % told)
    if reviewer.officer.department_id == file.unit_id:
        reasons.append(_("%(name)s与案卷是同一单位。") % told)
    if reviewer.officer_id in acted.get(file.case_id, set()):
        reasons.append(_("%(name)s在本案中办理、审核、听证、讨论或者决定过。") % told)
    if any(
        reviewer.officer_id in (one.submitted_by_id, one.signed_by_id) for one in file.standing_sheets if one.is_experts
    ):
        reasons.append(_("%(name)s录入或者核对过本案卷的专家评分。") % told)
    return reasons


@transaction.atomic
def assign(batch: ReviewBatch, *, today: date) -> int:
    """Fill the empty seats of every file, each with whoever may and has fewest; the number of seats left empty.

    Between two who have equally many the digest of seed, file and person decides, so that nobody chooses. What the
    machine says of each file is frozen here, before any person marks it. Raises CannotDo for fewer than two persons.
    """
    draw = ReviewBatch.objects.select_for_update().get(pk=batch.pk).last_draw
    reviewers = list(batch.reviewers.select_related("officer", "expert").order_by("pk"))
    if len(reviewers) < len(SEATS):
        raise CannotDo(_("先指定至少两名评查人员。"))
    files = list(draw.files.prefetch_related("sheets__reviewer").order_by("pk"))
    _freeze(files, batch)
    acted, load = acted_on(one.case_id for one in files), _load(files)
    empty, made = 0, []
    for file in files:
        taken = {one.seat: one.reviewer_id for one in file.standing_sheets}
        for seat in (seat for seat in range(1, file.seats + 1) if seat not in taken):
            chosen = _next(reviewers, file, acted, load, set(taken.values()), draw.seed)
            if chosen is None:
                empty += 1
                continue
            taken[seat] = chosen.pk
            load[chosen.pk] += 1
            made.append(Sheet(file=file, seat=seat, reviewer=chosen, assigned_on=today))
    Sheet.objects.bulk_create(made)
    return empty


def _freeze(files: list[ReviewFile], batch: ReviewBatch) -> None:
    new, standard = {one.case_id: one for one in files if one.machine is None}, thawed(batch.standard)
    for case_file in load_case_files(list(new)):
        new[case_file.case.pk].machine = proposal(case_file, standard)
    ReviewFile.objects.bulk_update(new.values(), ["machine"], batch_size=100)


def _load(files: Iterable[ReviewFile]) -> Counter[int]:
    return Counter(one.reviewer_id for file in files for one in file.standing_sheets)


def _next(
    reviewers: list[BatchReviewer],
    file: ReviewFile,
    acted: Acted,
    load: Counter[int],
    taken: set[int],
    seed: str,
) -> BatchReviewer | None:
    free = [one for one in reviewers if one.pk not in taken and not why_not(one, file, acted)]
    lot = {one.pk: hashlib.sha256(f"{seed}:{file.case_id}:{one.pk}".encode()).hexdigest() for one in free}
    return min(free, key=lambda one: (load[one.pk], lot[one.pk]), default=None)


def assign_third(file: ReviewFile, *, today: date) -> Sheet | None:
    """Of those who may the one with fewest files; None where nobody is left: somebody must be named."""
    draw = file.draw
    reviewers = list(draw.batch.reviewers.select_related("officer", "expert").order_by("pk"))
    files = draw.files.prefetch_related("sheets")
    taken = {one.reviewer_id for one in file.standing_sheets}
    chosen = _next(reviewers, file, acted_on([file.case_id]), _load(files), taken, draw.seed)
    return Sheet.objects.create(file=file, seat=3, reviewer=chosen, assigned_on=today) if chosen else None


@transaction.atomic
def change_reviewer(
    file: ReviewFile, *, seat: int, reviewer: BatchReviewer, reason: str, by: Officer, today: date
) -> Sheet:
    """By hand, with a reason that is kept; also fills a seat that stayed empty. Raises CannotDo."""
    locked = ReviewFile.objects.select_for_update().get(pk=file.pk)
    if locked.machine is None:
        raise CannotDo(_("先分派评查人员，再更换。"))
    if seat not in range(1, locked.seats + 1):
        raise CannotDo(_("两人的评查没有分歧，不需要第三人。"))
    sheets = {one.seat: one for one in locked.standing_sheets}
    before = sheets.get(seat)
    if before and before.submitted_on is not None:
        raise CannotDo(_("这份评分已经提交，不能更换评查人员。"))
    if reviewer.pk in {one.reviewer_id for one in sheets.values()}:
        raise CannotDo(_("%(name)s已经评查这份案卷，同一人不得评查两次。") % {"name": reviewer})
    if reasons := why_not(reviewer, locked, acted_on([locked.case_id])):
        raise CannotDo(" ".join(reasons))
    if before:
        Sheet.objects.filter(pk=before.pk).update(withdrawn_by=by, withdrawn_on=today, withdrawn_reason=reason)
    return Sheet.objects.create(
        file=locked, seat=seat, reviewer=reviewer, assigned_by=by, assigned_on=today, reason=reason
    )


def barred_from(file: ReviewFile) -> list[Barred]:
    """Who of the batch may not review this file, and why."""
    acted = acted_on([file.case_id])
    told = [(one, why_not(one, file, acted)) for one in file.draw.batch.reviewers.select_related("officer", "expert")]
    return [Barred(one, reasons) for one, reasons in told if reasons]
